import express from 'express'
import request from 'supertest'
import { beforeEach, describe, expect, test } from 'vitest'
import { verificarToken } from '#solucion/01-generar-el-token/token.ts'
import { exigirToken } from '#solucion/02-proteger-rutas/guardia.ts'
import { manejarErrores, rutaNoEncontrada } from '#solucion/04-manejo-de-errores/errores.ts'
import { exigirRol } from '#solucion/06-mas-datos-en-el-token/roles.ts'
import { alterar, ana, SECRETO, tokenDe } from './pruebas.ts'
import { anotarRechazos } from './rechazos.ts'

const expirado = tokenDe(ana, { expiresIn: -1 })
const alterado = alterar(tokenDe(ana), { sub: '2' })

let lineas: string[]
let pedir: (ruta: string, token?: string) => request.Test

beforeEach(() => {
  lineas = []
  const guardia = exigirToken((token) => verificarToken(token, SECRETO))
  const app = express().use(express.json())
  app.get('/perfil', guardia, (_req, res) => void res.json({}))
  app.get('/admin', guardia, exigirRol('admin'), (_req, res) => void res.json({}))
  app.get('/roto', () => {
    throw new Error('clave-ana')
  })
  app.use(
    rutaNoEncontrada,
    anotarRechazos((linea) => lineas.push(linea)),
    manejarErrores(() => {}),
  )
  pedir = (ruta, token) => {
    const solicitud = request(app).get(ruta)
    return token ? solicitud.set('Authorization', `Bearer ${token}`) : solicitud
  }
})

describe('anotarRechazos', () => {
  test.each([
    ['/perfil', undefined, 401, 'Token faltante'],
    ['/perfil', expirado, 401, 'jwt expired'],
    ['/perfil', alterado, 422, 'invalid signature'],
    ['/perfil', 'a.b.c', 422, 'invalid token'],
    ['/admin', tokenDe(ana), 403, 'Permiso insuficiente'],
  ])('anota por qué se rechazó %s con el token %s', async (ruta, token, estado, motivo) => {
    expect((await pedir(ruta, token)).status).toBe(estado)
    const [linea = '', ...otras] = lineas
    expect(otras).toEqual([])
    expect(JSON.parse(linea)).toEqual({ hora: expect.any(String), estado, metodo: 'GET', ruta, motivo })
  })

  test.each([alterado, expirado])('no escribe el token, venga de donde venga', async (token) => {
    await pedir(`/perfil?token=${token}`, token)
    expect(lineas).toHaveLength(1)
    expect(lineas[0]).not.toContain(token)
  })

  test.each(['/roto', '/no-existe'])('deja a los demás lo que pasa en %s', async (ruta) => {
    await pedir(ruta)
    expect(lineas).toEqual([])
  })

  test('no cambia la respuesta', async () => {
    const { status, body } = await pedir('/perfil')
    expect([status, body]).toEqual([401, { error: 'Token faltante' }])
  })
})
