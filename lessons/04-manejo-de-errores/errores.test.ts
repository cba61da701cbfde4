import express from 'express'
import jwt from 'jsonwebtoken'
import request from 'supertest'
import { describe, expect, test, vi } from 'vitest'
import { ErrorDeToken, ErrorHttp } from '#comun/errores.ts'
import { alterar, ana, pedir, SECRETO, tokenDe } from '#comun/pruebas.ts'
import { manejarErrores, traducirError } from '#ejercicio/04-manejo-de-errores/errores.ts'
import { crearToken } from '#solucion/01-generar-el-token/token.ts'
import { crearApp } from './app.ts'

const app = crearApp({ secreto: SECRETO })

function fallar(error: unknown, registrar = vi.fn()) {
  const prueba = express()
  prueba.get('/', () => {
    throw error
  })
  return request(prueba.use(manejarErrores(registrar))).get('/')
}

describe('GET /perfil', () => {
  test('responde 401 «Token faltante» si no hay token', async () => {
    const res = await pedir(app, '/perfil')
    expect(res.status, 'Un ErrorDeToken sin causa es un token que falta').toBe(401)
    expect(res.body).toEqual({ error: 'Token faltante' })
  })

  test.each(['abc', alterar(tokenDe(ana), { sub: '2' }), crearToken(ana, SECRETO)])(
    'responde 422 «Token inválido» si el token no es nuestro (%#)',
    async (token) => {
      const res = await pedir(app, '/perfil', token)
      expect(res.status, 'Un ErrorDeToken con causa es un token inválido').toBe(422)
      expect(res.body).toEqual({ error: 'Token inválido' })
    },
  )

  test('responde 401 «Token expirado» si el token ya no vale', async () => {
    const res = await pedir(app, '/perfil', tokenDe(ana, { expiresIn: -1 }))
    expect(res.status, 'TokenExpiredError hereda de JsonWebTokenError: pregunta primero por él').toBe(401)
    expect(res.body).toEqual({ error: 'Token expirado' })
  })

  test('pide un token Bearer en los 401 y solo en ellos', async () => {
    const [sin, malo] = [await pedir(app, '/perfil'), await pedir(app, '/perfil', 'abc')]
    expect(sin.get('WWW-Authenticate'), 'Todo 401 lleva WWW-Authenticate').toBe('Bearer')
    expect(malo.status, 'Un token inválido es un 422').toBe(422)
    expect(malo.get('WWW-Authenticate')).toBeUndefined()
  })

  test('no repite el token en la respuesta', async () => {
    const res = await pedir(app, '/perfil', 'token-secreto')
    expect(res.status, 'Un token inválido es un 422').toBe(422)
    expect(JSON.stringify([res.body, res.headers])).not.toContain('token-secreto')
  })
})

describe('traducirError', () => {
  test('deja intacto un ErrorHttp', () => {
    const error = new ErrorHttp(418, 'Soy una tetera')
    expect(traducirError(error), 'Las lecciones 5 y 6 lanzan sus propios ErrorHttp').toBe(error)
  })

  test('conserva el error original en cause', () => {
    const causa = new jwt.JsonWebTokenError('invalid signature')
    expect(traducirError(new ErrorDeToken(causa)).cause, 'Sin cause no hay forma de investigar').toBe(causa)
  })
})

describe('manejarErrores', () => {
  test('responde 500 sin detalles a un error desconocido', async () => {
    const res = await fallar(new Error('clave de la base: 1234'))
    expect(res.status, 'Un error nuestro no es culpa del cliente').toBe(500)
    expect(res.body, 'El detalle es para el registro, no para el cliente').toEqual({ error: 'Error interno' })
  })

  test('registra el error desconocido y calla los demás', async () => {
    const registrar = vi.fn()
    const error = new Error('se cayó la base de datos')
    await fallar(error, registrar)
    await fallar(new ErrorHttp(403, 'No'), registrar)
    expect(registrar.mock.calls, 'Registra solo los 5xx, con el error original').toEqual([[error]])
  })

  test('responde 400 a un JSON mal formado', async () => {
    const res = await request(app).post('/login').type('json').send('{"password":"1234')
    expect(res.status, 'express.json() ya puso status 400 en su error: consérvalo').toBe(400)
    expect(res.body, 'El mensaje de express.json() repite el cuerpo').toEqual({
      error: 'Solicitud incorrecta',
    })
  })

  test('responde 401 a unas credenciales incorrectas', async () => {
    const res = await request(app).post('/login').send({ email: 'nadie@example.com', password: 'x' })
    expect(res.status, 'Un ErrorHttp conserva su estado').toBe(401)
    expect(res.body).toEqual({ error: 'Credenciales inválidas' })
  })
})

describe('rutaNoEncontrada', () => {
  test('responde 404 en JSON', async () => {
    const res = await request(app).get('/no-existe')
    expect(res.status, 'Lanza un ErrorHttp 404').toBe(404)
    expect(res.body, '¿Sale la página HTML de Express?').toEqual({ error: 'Ruta no encontrada' })
  })
})
