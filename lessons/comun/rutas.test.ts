import express from 'express'
import request from 'supertest'
import { describe, expect, test } from 'vitest'
import { manejarErrores } from '#solucion/04-manejo-de-errores/errores.ts'
import { CUENTA_DE_ANA } from './pruebas.ts'
import { iniciarSesion } from './rutas.ts'
import { Usuarios } from './usuarios.ts'

const app = express()
  .use(express.json())
  .post(
    '/login',
    iniciarSesion(new Usuarios(), () => 'un token'),
  )
  .use(manejarErrores(() => {}))
const enJson = JSON.stringify(CUENTA_DE_ANA)
const enFormulario = String(new URLSearchParams(CUENTA_DE_ANA))

describe('POST /login', () => {
  test.each([
    ['text/plain', enJson],
    ['text/json', enJson],
    ['application/x-www-form-urlencoded', enFormulario],
    ['application/octet-stream', enJson],
  ])('dice qué encabezado falta a quien envía %s', async (tipo, cuerpo) => {
    const res = await request(app).post('/login').set('Content-Type', tipo).send(cuerpo)
    expect([res.status, res.body]).toEqual([415, { error: 'Envía Content-Type: application/json' }])
  })

  test.each(['application/json', 'application/json; charset=utf-8', 'APPLICATION/JSON'])(
    'lee un cuerpo que llega como %s',
    async (tipo) => {
      const res = await request(app).post('/login').set('Content-Type', tipo).send(enJson)
      expect(res.status).toBe(200)
    },
  )

  test('responde 401 a un JSON sin credenciales', async () => {
    expect((await request(app).post('/login').send({})).status).toBe(401)
  })
})
