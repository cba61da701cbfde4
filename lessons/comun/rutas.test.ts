import express from 'express'
import request from 'supertest'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { manejarErrores } from '#solucion/04-manejo-de-errores/errores.ts'
import { crearApp } from '../08-https/app.ts'
import { CUENTA_DE_ANA, SECRETO } from './pruebas.ts'
import { iniciarSesion } from './rutas.ts'
import { Usuarios } from './usuarios.ts'

// La aplicación terminada, haya hecho lo que haya hecho quien estudia con su última lección.
vi.mock('#ejercicio/08-https/https.ts', () => import('#solucion/08-https/https.ts'))

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

  test('con demasiados inicios de sesión a la vez responde 503, dice cuándo volver y se recupera', async () => {
    const sueltas: (() => void)[] = []
    const contrasenas = {
      comprobar: () => new Promise<boolean>((resolver) => sueltas.push(() => resolver(true))),
    }
    const ocupada = express()
      .use(express.json())
      .post(
        '/login',
        iniciarSesion(new Usuarios(undefined, contrasenas), () => 'un token'),
      )
      .use(manejarErrores(() => {}))
      .listen(0, '127.0.0.1')
    onTestFinished(() => void ocupada.close())
    const entrar = () => request(ocupada).post('/login').send(CUENTA_DE_ANA)

    const pendientes = Array.from({ length: 32 }, () => entrar().then(({ status }) => status))
    await vi.waitFor(() => expect(sueltas).toHaveLength(32))
    const { status, body, headers } = await entrar()
    expect([status, body]).toEqual([503, { error: 'Demasiados inicios de sesión a la vez' }])
    expect(headers['retry-after']).toBe('5')

    for (const soltar of sueltas) soltar()
    expect(new Set(await Promise.all(pendientes))).toEqual(new Set([200]))
    const otra = entrar().then(({ status }) => status)
    await vi.waitFor(() => expect(sueltas).toHaveLength(33))
    sueltas.at(-1)?.()
    expect(await otra).toBe(200)
  })

  test('responde 400 a un cuerpo vacío que dice ser JSON', async () => {
    const res = await request(app).post('/login').set('Content-Type', 'application/json')
    expect([res.status, res.body]).toEqual([400, { error: 'Solicitud incorrecta' }])
  })

  test('responde 401 a un JSON sin credenciales', async () => {
    expect((await request(app).post('/login').send({})).status).toBe(401)
  })
})

describe('OPTIONS', () => {
  const terminada = crearApp({ secreto: SECRETO })

  test.each([
    ['/login', 'POST'],
    ['/logout', 'POST'],
    ['/perfil', 'GET, HEAD'],
    ['/admin', 'GET, HEAD'],
  ])('en %s dice qué métodos hay, sin pedir un token', async (ruta, metodos) => {
    const { status, headers } = await request(terminada).options(ruta)
    expect([status, headers.allow]).toEqual([200, metodos])
  })

  test('en una ruta que no existe responde 404 en JSON', async () => {
    const { status, body } = await request(terminada).options('/nada')
    expect([status, body]).toEqual([404, { error: 'Ruta no encontrada' }])
  })
})
