import express from 'express'
import jwt from 'jsonwebtoken'
import request from 'supertest'
import { describe, expect, test, vi } from 'vitest'
import { ErrorDeToken, ErrorHttp } from '#comun/errores.ts'
import { alterar, ana, pedir, SECRETO, tokenDe } from '#comun/pruebas.ts'
import * as errores from '#ejercicio/04-manejo-de-errores/errores.ts'
import { crearApp } from './app.ts'

const { manejarErrores, rutaNoEncontrada, traducirError, traducirToken } = errores
const app = crearApp({ secreto: SECRETO })

const { JsonWebTokenError, NotBeforeError, TokenExpiredError } = jwt
const ajeno = new JsonWebTokenError('invalid signature')
const expirado = new TokenExpiredError('jwt expired', new Date(0))
const traducido = new TokenExpiredError('el JWT expiró', new Date(0))
const futuro = new NotBeforeError('jwt not active', new Date(0))

/** Errores con un dato que el cliente no debe leer. */
const fallo = new TypeError('clave-1234')
const conStatus = (status: number) => Object.assign(new Error('clave-1234'), { status })

/** Lo que responde una ruta que lanza ese error. */
function fallar(error: unknown, registrar: (error: unknown) => void) {
  const prueba = express().get('/', () => Promise.reject(error))
  return request(prueba.use(manejarErrores(registrar))).get('/')
}

describe('traducirToken', () => {
  test.each([
    [
      'que falta',
      401,
      'Token faltante',
      undefined,
      'Si no hay cause, no llegó ningún token: devuelve el 401 «Token faltante»',
    ],
    ['expirado', 401, 'Token expirado', expirado, 'TokenExpiredError va antes: hereda de JsonWebTokenError'],
    ['expirado en español', 401, 'Token expirado', traducido, 'Mira la clase del error, no su texto'],
    ['alterado', 422, 'Token inválido', ajeno, 'Todo lo que no es la expiración es un 422'],
    ['que aún no vale', 422, 'Token inválido', futuro, 'NotBeforeError no es la expiración: es un 422'],
  ])('da su estado y su mensaje a un token %s', (_caso, status, message, causa, frase) => {
    const traducir = () => traducirToken(new ErrorDeToken(causa))
    expect(traducir, 'traducirToken devuelve el ErrorHttp, no lo lanza').not.toThrow(ErrorHttp)
    expect(traducir(), frase).toMatchObject({ status, message })
  })

  test('conserva en cause el rechazo original', () => {
    const frase = 'Pasa { cause } al ErrorHttp: sin la causa no hay forma de investigar el rechazo'
    expect(traducirToken(new ErrorDeToken(ajeno))?.cause, frase).toBe(ajeno)
    expect(traducirToken(new ErrorDeToken(expirado))?.cause, frase).toBe(expirado)
  })
})

describe('traducirError', () => {
  test('deja intacto un ErrorHttp', () => {
    const error = new ErrorHttp(418, 'Soy una tetera')
    expect(() => traducirError(error), 'traducirError devuelve, no lanza').not.toThrow(ErrorHttp)
    expect(
      traducirError(error),
      'Un ErrorHttp ya dice lo que puede leer el cliente: devuélvelo tal cual',
    ).toBe(error)
  })

  test('encarga los ErrorDeToken a traducirToken', () => {
    const frase = 'ErrorDeToken también trae un status 4xx: pregunta por su clase antes de mirarlo'
    expect(traducirError(new ErrorDeToken()), frase).toMatchObject({ message: 'Token faltante' })
  })

  test.each([
    ['un fallo de programación', fallo, 'Un fallo tuyo es un 500 «Error interno», no culpa del cliente'],
    ['un error ajeno con status 502', conStatus(502), 'Solo un 4xx conserva su estado: usa estadoDeCliente'],
    [
      'un error ajeno con status 200',
      conStatus(200),
      'Un error con status 200 parecería un éxito: usa estadoDeCliente',
    ],
    ['un texto lanzado', 'clave-1234', 'Se puede lanzar cualquier valor: lo desconocido es un 500'],
  ])('convierte %s en un 500 sin detalles', (_caso, error, frase) => {
    expect(traducirError(error), frase).toMatchObject({ status: 500, message: 'Error interno' })
    expect(traducirError(error).cause, 'Guarda en cause el error original de un 500').toBe(error)
  })

  test('conserva el estado de un 4xx ajeno y calla su mensaje', () => {
    const error = conStatus(413)
    const { status, message, cause } = Object(traducirError(error))
    expect(status, 'Un 4xx ajeno conserva su estado: te lo da estadoDeCliente').toBe(413)
    expect(message, 'Un mensaje ajeno puede repetir una contraseña: escribe «Solicitud incorrecta»').toBe(
      'Solicitud incorrecta',
    )
    expect(cause, 'Guarda en cause el error original de un 4xx').toBe(error)
  })
})

describe('manejarErrores', () => {
  test.each([
    ['falta', 401, 'Token faltante', undefined],
    ['está alterado', 422, 'Token inválido', alterar(tokenDe(ana), { sub: '2' })],
    ['expiró', 401, 'Token expirado', tokenDe(ana, { expiresIn: -1 })],
  ])('responde en JSON, con su estado, si el token %s', async (_caso, status, mensaje, token) => {
    const { type, status: estado, body } = await pedir(app, '/perfil', token)
    expect(type, 'La respuesta no es JSON: ¿falla tu manejador o le falta un parámetro?').toMatch('json')
    expect(estado, 'Responde con el status que devuelve traducirError').toBe(status)
    expect(body.error, 'El cuerpo es { error: mensaje }, con el mensaje que da traducirError').toBe(mensaje)
  })

  test('pide un token Bearer en los 401 y solo en ellos', async () => {
    const [falta, malo] = [await pedir(app, '/perfil'), await pedir(app, '/perfil', 'abc')]
    expect(falta.get('WWW-Authenticate'), 'Un 401 lleva WWW-Authenticate: Bearer').toBe('Bearer')
    expect(malo.get('WWW-Authenticate'), 'WWW-Authenticate es solo para los 401').toBeUndefined()
  })

  test('no repite el token en la respuesta', async () => {
    const { body, headers } = await pedir(app, '/perfil', 'token-secreto')
    const todo = JSON.stringify([body, headers])
    expect(todo, 'La respuesta repite el token: acabará en algún registro').not.toContain('token-secreto')
    expect(body, 'El cuerpo es { error: mensaje } y nada más').toEqual({ error: 'Token inválido' })
  })

  test('registra un error desconocido sin contarlo', async () => {
    const registrar = vi.fn()
    const { body } = await fallar(fallo, registrar)
    expect(body, 'El detalle es para el registro, no para el cliente').toEqual({ error: 'Error interno' })
    expect(registrar.mock.calls, 'Llama a registrar con el error original de un 5xx').toEqual([[fallo]])
    await fallar(new ErrorHttp(403, 'No'), registrar)
    expect(registrar.mock.calls.length, 'Registra solo los 5xx: un 4xx es cosa del cliente').toBe(1)
  })

  test('responde 400 a un JSON mal formado sin repetirlo', async () => {
    const { status, body } = await request(app).post('/login').type('json').send('{"password":clave-1234}')
    expect(status, 'express.json() ya puso status 400 en su error: consérvalo').toBe(400)
    expect(body, 'El mensaje de express.json() repite el cuerpo: responde con el de traducirError').toEqual({
      error: 'Solicitud incorrecta',
    })
  })
})

describe('rutaNoEncontrada', () => {
  test('responde 404 «Ruta no encontrada» en JSON', async () => {
    const llamar = rutaNoEncontrada as () => void
    expect(llamar, 'Lanza el ErrorHttp: si lo devuelves, la solicitud se queda colgada').toThrow(/^(?!TODO)/)
    const { status, body } = await request(app).get('/no-existe')
    expect(status, 'Una ruta que no existe es un 404').toBe(404)
    expect(body, 'El mensaje es «Ruta no encontrada»').toEqual({ error: 'Ruta no encontrada' })
  })
})
