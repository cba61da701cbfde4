import express, { type ErrorRequestHandler, type Response } from 'express'
import jwt from 'jsonwebtoken'
import type { Test } from 'supertest'
import { describe, expect, test, vi } from 'vitest'
import { ErrorDeToken, ErrorHttp } from '#comun/errores.ts'
import { alterar, ana, pedir, root, SECRETO, sinCuelgues, tokenDe } from '#comun/pruebas.ts'
import { claimsDe, exigirToken, leerBearer, type Verificador } from '#ejercicio/02-proteger-rutas/guardia.ts'
import { crearApp } from './app.ts'

// Con el cuerpo leído también fuera de /login: hay aplicaciones que lo leen siempre.
const app = sinCuelgues(express().use(express.json(), crearApp({ secreto: SECRETO })))
const token = tokenDe(ana)

async function responder(solicitud: Test) {
  const res = await solicitud
  if (res.status === 504)
    expect.fail('La solicitud se quedó sin respuesta: sigue con next() o lanza un error')
  return res
}

const FALLOS = [ReferenceError, TypeError, RangeError]

/** Una ruta con exigirToken: `pedirla` dice si se ejecuta, con qué claims y con qué error acaba. */
function conGuardia(verificar: Verificador) {
  const guardia = exigirToken(verificar)
  let visto: { ruta: boolean; claims?: unknown; error?: unknown; siguio: number; respondio: boolean }
  const contada: typeof guardia = (req, res, next) =>
    guardia(req, res, (...dicho: []) => {
      visto.siguio++
      visto.respondio ||= res.headersSent
      next(...dicho)
    })
  const anotar: ErrorRequestHandler = (error, _req, res, _next) => {
    visto.error = error
    if (!res.headersSent) res.sendStatus(500)
  }
  const prueba = express().get('/', contada, (_req, res) => {
    Object.assign(visto, { ruta: true, claims: res.locals.claims })
    if (!res.headersSent) res.json({})
  })
  return async (token?: string) => {
    visto = { ruta: false, siguio: 0, respondio: false }
    await responder(pedir(sinCuelgues(prueba.use(anotar)), '/', token))
    // Un fallo del propio programa se explica mejor solo.
    const dosVeces = Object(visto.error).code === 'ERR_HTTP_HEADERS_SENT'
    if (dosVeces || FALLOS.some((clase) => visto.error instanceof clase)) throw visto.error
    return visto
  }
}

/** Para que un error de otra clase se vea entero. */
const claseDe = (error: unknown) => (error instanceof ErrorDeToken ? 'ErrorDeToken' : String(error))

describe('leerBearer', () => {
  test.each(['Bearer aAa', 'bearer aAa', 'BEARER aAa'])('extrae el token tras Bearer: %j', (encabezado) => {
    const frase = 'Devuelve «aAa», que sigue al esquema, sin tocarlo; el esquema no distingue mayúsculas'
    expect([leerBearer(encabezado)], frase).toEqual(['aAa'])
  })

  test.each([
    [undefined, 'Sin encabezado no hay nada que dividir: mira antes si es undefined'],
    ['Basic aaa', 'El esquema es Basic: compara la primera palabra con bearer'],
    ['aaa', 'Un token suelto no vale: falta el esquema'],
    ['Bearer: aaa', 'El esquema es la palabra entera: no basta con que empiece por Bearer'],
  ])('devuelve undefined si el esquema falta o es otro: %j', (encabezado, frase) => {
    expect(() => leerBearer(encabezado), frase).not.toThrow(/undefined/)
    expect(() => leerBearer(encabezado), 'Sin Bearer devuelve undefined: no lances nada').not.toThrow()
    expect(leerBearer(encabezado) || undefined, frase).toBeUndefined()
    const valor = 'Sin Bearer devuelve undefined, y no «null», «false» ni un texto vacío'
    expect(leerBearer(encabezado), valor).toBeUndefined()
  })

  test.each([
    ['Bearer', '', '«Bearer» a secas trae un token vacío, que es un texto y no undefined'],
    ['Bearer aaa bbb', 'aaa bbb', 'Devuelve todo lo que sigue al esquema: lo que sobra también se verifica'],
  ])('devuelve todo lo que sigue a Bearer: %j', (encabezado, resto, frase) => {
    expect([leerBearer(encabezado)], frase).toEqual([resto])
  })
})

describe('exigirToken', () => {
  const OTROS = {
    'X-Access-Token': token,
    'X-Authorization': `Bearer ${token}`,
    'Proxy-Authorization': `Bearer ${token}`,
  }

  test('no ejecuta la ruta si la solicitud no trae token', async () => {
    const verificar = vi.fn(() => ({ sub: '1' }))
    const { ruta, error } = await conGuardia(verificar)()
    expect(ruta, 'La ruta se ejecutó sin token: lanza ErrorDeToken, que detiene la función').toBe(false)
    const sigue = 'Tu función sigue tras rechazar y verifica un token que no hay: lanza el error'
    expect(verificar, sigue).not.toHaveBeenCalled()
    expect(error, 'No respondas aquí: lanza ErrorDeToken y Express responde').toBeDefined()
    const clase = 'Sin token, lo que se lanza es new ErrorDeToken(), con new y de esa clase'
    expect(claseDe(error), clase).toBe('ErrorDeToken')
    expect(Object(error).cause, 'Sin token no hay causa: ErrorDeToken() a secas es un 401').toBeUndefined()
  })

  test('reconoce el token que llega en Authorization', async () => {
    const pedirla = conGuardia(() => ({ sub: '1' }))
    expect(claseDe((await pedirla()).error), 'Sin token, lanza ErrorDeToken').toBe('ErrorDeToken')
    const { error } = await pedirla('aaa')
    const frase = 'Llega un token y no lo ves: req.get("Authorization"), o req.headers y en minúsculas'
    expect(error instanceof ErrorDeToken && !error.cause, frase).toBe(false)
  })

  test.each<[string, (solicitud: Test) => Test, string]>([
    ['ninguno', (vacia) => vacia, 'Sin token es 401: lanza ErrorDeToken()'],
    [
      'en la URL',
      (get) => get.query({ access_token: token, token, jwt: token }),
      'No leas el token de la URL',
    ],
    ['en una cookie', (get) => get.set('Cookie', `token=${token}`), 'Lee el token solo de Authorization'],
    ['en otro encabezado', (get) => get.set(OTROS), 'Lee el token solo de Authorization'],
    ['en el cuerpo', (get) => get.send({ access_token: token, token }), 'No leas el token del cuerpo'],
    ['con Basic', (get) => get.set('Authorization', `Basic ${token}`), 'Lee el encabezado con leerBearer'],
  ])('responde 401 en GET /perfil si no hay token Bearer: %s', async (_caso, con, frase) => {
    const { status } = await responder(con(pedir(app, '/perfil')))
    expect(status, frase).toBe(401)
  })
})

describe('comprobar', () => {
  const lanzar = (error: unknown) => {
    throw error
  }
  const CLAIMS = { sub: '1', jti: 'sesion' }

  test('guarda en res.locals.claims lo que devuelve un verificador asíncrono', async () => {
    const verificar = vi.fn(async (_token: string) => CLAIMS)
    const pedirla = conGuardia(verificar)
    const { error, ruta, claims, siguio } = await pedirla('aAa')
    expect(verificar, 'Nadie llama a verificar: solo él comprueba la firma').toHaveBeenCalled()
    expect(verificar.mock.calls[0], 'Da a verificar el token que leyó leerBearer').toEqual(['aAa'])
    expect(verificar, 'Verifica una sola vez por solicitud').toHaveBeenCalledTimes(1)
    const conAlgo = 'Lo que pasas a next() es para Express un error: si todo va bien, llámalo sin nada'
    expect(error ?? new Error(), conAlgo).toBeInstanceOf(Error)
    expect(error, 'verificar acepta el token y tu código acaba en un error').toBeUndefined()
    expect(ruta, 'verificar acepta el token y la ruta no se ejecuta: llama a next()').toBe(true)
    const vacio = 'La ruta no encuentra claims: guárdalos antes de next() y devuélvelos en comprobar'
    expect(claims, vacio).toBeDefined()
    expect(claims, 'Guardas una promesa: espera a comprobar con await').not.toBeInstanceOf(Promise)
    expect(claims, 'En res.locals.claims va lo que devuelve verificar, y nada más').toEqual(CLAIMS)
    const doble =
      'Tu código llama dos veces a next() en la misma solicitud: llámalo una sola vez y escribe return después'
    expect(siguio, doble).toBe(1)
    await pedirla('aAa')
    const cada = 'Verifica en cada solicitud: un token que aceptaste puede haber expirado'
    expect(verificar, cada).toHaveBeenCalledTimes(2)
  })

  // Con el texto de quien quiera: el de la lección 3 no es de la biblioteca.
  const rechazo = new jwt.JsonWebTokenError('exp inaceptable')
  const expirado = new jwt.TokenExpiredError('jwt expired', new Date(0))
  const futuro = new jwt.NotBeforeError('jwt not active', new Date(0))
  const TRADUCE =
    'Todo JsonWebTokenError de verificar, diga lo que diga, se convierte en ErrorDeToken en el catch'
  const ESPERA = 'Sin await dentro del try, el rechazo de verificar se escapa del catch'
  const HEREDA = 'Las quejas de jsonwebtoken heredan de JsonWebTokenError: pregunta con instanceof'

  test.each<[string, Error, Verificador, string]>([
    ['alterado', rechazo, () => lanzar(rechazo), TRADUCE],
    ['de un verificador asíncrono', rechazo, () => Promise.reject(rechazo), ESPERA],
    ['expirado', expirado, () => lanzar(expirado), HEREDA],
    ['que aún no vale', futuro, () => lanzar(futuro), HEREDA],
  ])('no ejecuta la ruta con un token rechazado: %s', async (_caso, original, verificar, frase) => {
    const { ruta, error, respondio } = await conGuardia(verificar)('aaa')
    const sigue = 'La ruta se ejecutó con un token rechazado: lanza en comprobar y espéralo con await'
    expect(ruta, sigue).toBe(false)
    expect(error, 'No respondas aquí: lanza ErrorDeToken y Express responde').toBeDefined()
    expect(respondio, 'Respondes y además pasas el error a next(): lánzalo y nada más').toBe(false)
    expect(claseDe(error), frase).toBe('ErrorDeToken')
    const causa = 'Pasa a ErrorDeToken el propio error: sin él parece que no hay token, y su clase se pierde'
    expect(Object(error).cause, causa).toBe(original)
  })

  test.each([
    ['fallo del servidor', new Error('jwt invalid: se cayó la base de datos')],
    ['ErrorHttp', new ErrorHttp(401, 'Token revocado')],
  ])('deja intactos los errores ajenos al token: %s', async (_que, original) => {
    const { error } = await conGuardia(() => Promise.reject(original))('aaa')
    expect(error, 'Solo un JsonWebTokenError es culpa del token: relanza los demás').toBe(original)
  })

  test.each([
    ['alterado', alterar(token, { sub: '2' }), 'Este token no vale: lo dice verificar, no jwt.decode'],
    ['vacío', '', 'Un token vacío también se verifica: compara con undefined y no con !token'],
  ])('responde 422 en GET /perfil si el token no vale: %s', async (_caso, malo, frase) => {
    const { status } = await responder(pedir(app, '/perfil', malo))
    expect(status, frase).toBe(422)
  })
})

describe('claimsDe', () => {
  const con = (locals: object) => () => claimsDe({ locals } as Response)

  test('falla si la ruta olvidó usar exigirToken', () => {
    const frase = 'Sin claims, lanza un Error que nombre a exigirToken: la ruta olvidó usarlo'
    expect(con({}), frase).toThrow('exigirToken')
    expect(con({}), 'Lanza un Error: un texto no dice dónde ocurrió').toThrow(Error)
  })

  test('da a cada cual su perfil en GET /perfil', async () => {
    const claims = { sub: '1', jti: 'sesion' }
    expect(con({ claims }), 'Hay claims en res.locals.claims y lanzas un error').not.toThrow()
    expect(con({ claims })(), 'Devuelve lo que hay en res.locals.claims, entero').toEqual(claims)
    const deAna = await responder(pedir(app, '/perfil?id=2&sub=2', token))
    expect(deAna.status, 'Rechazas un token bueno').toBe(200)
    const deRoot = await responder(pedir(app, '/perfil', tokenDe(root)))
    const frase = 'El perfil es de quien dice el token: devuelve los claims de esta solicitud'
    expect([deAna.body, deRoot.body], frase).toEqual([{ id: '1' }, { id: '2' }])
  })
})
