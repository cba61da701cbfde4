import express, { type ErrorRequestHandler, type Response } from 'express'
import jwt from 'jsonwebtoken'
import request, { type Test } from 'supertest'
import { describe, expect, test, vi } from 'vitest'
import { ErrorHttp } from '#comun/errores.ts'
import { alterar, ana, pedir, root, SECRETO, tokenDe } from '#comun/pruebas.ts'
import { claimsDe, exigirToken, leerBearer, type Verificador } from '#ejercicio/02-proteger-rutas/guardia.ts'
import { crearApp } from './app.ts'

const app = crearApp({ secreto: SECRETO })
const token = tokenDe(ana)

/** La respuesta; si la solicitud se queda colgada, la prueba lo explica en vez de agotarse. */
async function responder(solicitud: Test) {
  const res = await solicitud.timeout(1500).catch(() => undefined)
  expect(res, 'La solicitud se quedó sin respuesta: sigue con next() o lanza un error').toBeDefined()
  return res!
}

/** Pide una ruta con exigirToken: qué responde, si la ruta se ejecuta y con qué error acaba. */
async function probar(verificar: Verificador, token?: string) {
  const visto: { ruta: boolean; error?: Error } = { ruta: false }
  const prueba = express().get('/', exigirToken(verificar), (_req, res) => {
    visto.ruta = true
    res.json(res.locals.claims ?? null)
  })
  const anotar: ErrorRequestHandler = (error, _req, res, _next) => {
    visto.error ??= error
    if (!res.headersSent) res.sendStatus(error.status ?? 500)
  }
  const { status, body } = await responder(pedir(prueba.use(anotar), '/', token))
  return { ...visto, status, body }
}

describe('leerBearer', () => {
  test.each(['Bearer aaa', 'bearer aaa', 'BEARER aaa'])('extrae el token tras Bearer: %j', (encabezado) => {
    const frase = 'Devuelve lo que sigue al esquema, que no distingue mayúsculas: pásalo a minúsculas'
    expect(leerBearer(encabezado), frase).toBe('aaa')
  })

  test.each([
    [undefined, 'Sin encabezado no hay nada que dividir: mira antes si es undefined'],
    ['Basic aaa', 'El esquema es Basic: compara la primera palabra con bearer'],
    ['aaa', 'Un token suelto no vale: falta el esquema'],
    ['Bearer: aaa', 'El esquema es la palabra entera: no basta con que empiece por Bearer'],
  ])('devuelve undefined si el esquema falta o es otro: %j', (encabezado, frase) => {
    expect(() => leerBearer(encabezado), frase).not.toThrow()
    expect(leerBearer(encabezado), frase).toBeUndefined()
  })

  test.each([
    ['Bearer', ''],
    ['Bearer aaa bbb', 'aaa bbb'],
  ])('devuelve todo lo que sigue a Bearer: %j', (encabezado, resto) => {
    expect(leerBearer(encabezado), 'Devuelve todo lo que sigue al esquema, aunque esté vacío').toBe(resto)
  })
})

describe('exigirToken', () => {
  test('no ejecuta la ruta si la solicitud no trae token', async () => {
    const verificar = vi.fn(() => ({ sub: '1' }))
    const { ruta, error, status } = await probar(verificar)
    expect(ruta, 'La ruta se ejecutó sin token: responder no detiene la función, lanza').toBe(false)
    expect(verificar, 'Sin token no hay nada que verificar: lanza antes').not.toHaveBeenCalled()
    expect(error?.name, 'No respondas aquí: lanza ErrorDeToken y Express responde').toBe('ErrorDeToken')
    expect(status, 'Sin token no hay causa: ErrorDeToken() a secas es un 401').toBe(401)
  })

  test.each([
    ['ninguno', '/perfil', '', 'Sin token es 401: lanza ErrorDeToken()'],
    ['en la URL', `/perfil?access_token=${token}&token=${token}`, '', 'No leas el token de la URL'],
    ['con Basic', '/perfil', `Basic ${token}`, 'Lee el encabezado con leerBearer'],
  ])('responde 401 en GET /perfil si no hay token Bearer: %s', async (_caso, ruta, encabezado, frase) => {
    const { status } = await responder(request(app).get(ruta).set('Authorization', encabezado))
    expect(status, frase).toBe(401)
  })
})

describe('comprobar', () => {
  const alterado = alterar(token, { sub: '2' })
  const rechazo = new jwt.JsonWebTokenError('invalid signature')

  test.each([
    [
      'alterado',
      alterado,
      'Este token no vale: espera a comprobar con await y lanza ErrorDeToken con su causa',
    ],
    ['vacío', '', 'Un token vacío también se verifica: compara con undefined y no con !token'],
  ])('responde 422 en GET /perfil si el token no vale: %s', async (_caso, malo, frase) => {
    const { status } = await responder(pedir(app, '/perfil', malo))
    expect(status, frase).toBe(422)
  })

  test('no ejecuta la ruta si un verificador asíncrono rechaza el token', async () => {
    const { ruta, status } = await probar(() => Promise.reject(rechazo), token)
    expect(ruta, 'La ruta se ejecutó con un token rechazado: espera a comprobar con await').toBe(false)
    expect(status, 'Sin await dentro del try, el rechazo de verificar se escapa del catch').toBe(422)
  })

  test('conserva el rechazo original en cause', async () => {
    const { error } = await probar(() => Promise.reject(rechazo), token)
    expect(error?.cause, 'Pasa el propio error a ErrorDeToken: su clase dice qué pasó').toBe(rechazo)
  })

  test.each([
    ['fallo del servidor', new Error('se cayó la base de datos')],
    ['ErrorHttp', new ErrorHttp(401, 'Token revocado')],
  ])('deja intactos los errores ajenos al token: %s', async (_que, original) => {
    const { error } = await probar(() => Promise.reject(original), token)
    expect(error, 'Solo un JsonWebTokenError es culpa del token: relanza los demás').toBe(original)
  })

  test('guarda en res.locals.claims lo que devuelve un verificador asíncrono', async () => {
    const { body } = await probar(async (recibido) => ({ sub: recibido }), 'aaa')
    const frase = 'En res.locals.claims van los claims: ¿falta un await, o el return de comprobar?'
    expect(body, frase).toEqual({ sub: 'aaa' })
  })
})

describe('claimsDe', () => {
  test('falla si la ruta olvidó usar exigirToken', () => {
    const frase = 'Sin claims, lanza un Error que nombre a exigirToken: la ruta olvidó usarlo'
    expect(() => claimsDe({ locals: {} } as Response), frase).toThrow('exigirToken')
  })

  test('da a cada cual su perfil en GET /perfil', async () => {
    const deAna = await responder(pedir(app, '/perfil', token))
    expect(deAna.status, 'Rechazas un token bueno: ¿devuelve claimsDe los claims?').toBe(200)
    const deRoot = await responder(pedir(app, '/perfil', tokenDe(root)))
    const frase = 'El perfil es de quien dice el token: devuelve los claims de esta solicitud'
    expect([deAna.body, deRoot.body], frase).toEqual([{ id: '1' }, { id: '2' }])
  })
})
