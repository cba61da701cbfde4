import express, { type ErrorRequestHandler, type RequestHandler, type Response } from 'express'
import jwt from 'jsonwebtoken'
import request, { type Test } from 'supertest'
import { afterEach, describe, expect, test, vi } from 'vitest'
import type { Claims } from '#comun/claims.ts'
import { enTexto, mirarConsola } from '#comun/consola.ts'
import { ErrorDeToken, ErrorHttp } from '#comun/errores.ts'
import { alterar, ana, desenlace, pedir, root, SECRETO, sinCuelgues, tokenDe } from '#comun/pruebas.ts'
import {
  claimsDe,
  exigirToken,
  identidadDe,
  leerBearer,
  type Verificador,
} from '#ejercicio/02-proteger-rutas/guardia.ts'
import { crearApp } from './app.ts'

// Con el cuerpo leído también fuera de /login: hay aplicaciones que lo leen siempre.
const app = sinCuelgues(express().use(express.json(), crearApp({ secreto: SECRETO })))
const token = tokenDe(ana)

afterEach(() => {
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
})

async function responder(
  solicitud: Test,
  silencio = 'La solicitud se quedó sin respuesta: sigue con next() o lanza un error',
) {
  const res = await solicitud
  if (res.status === 504) expect.fail(silencio)
  return res
}

const FALLOS = [ReferenceError, TypeError, RangeError]

/** Una ruta con exigirToken: `pedirla` dice si se ejecuta, con qué claims, qué se dice a next() y con qué error acaba. */
function conGuardia(verificar: Verificador, silencio?: string, previos?: object) {
  const guardia = exigirToken(verificar)
  const cuatro =
    'Con cuatro parámetros, Express lo toma por un manejador de errores y se lo salta: deja los tres'
  expect(guardia, cuatro).not.toHaveLength(4)
  let visto: {
    ruta: boolean
    claims?: unknown
    antes?: unknown
    dicho?: unknown
    error?: unknown
    siguio: number
    respondio: boolean
    traia?: string
    /** Los claims que hay en `res.locals` cuando se rechaza. */
    quedan?: unknown
  }
  const contada: typeof guardia = (req, res, next) =>
    guardia(req, res, (...dicho: []) => {
      visto.siguio++
      visto.dicho = dicho.at(0)
      visto.respondio ||= res.headersSent
      next(...dicho)
    })
  const anotar: ErrorRequestHandler = (error, _req, res, _next) => {
    Object.assign(visto, { error, quedan: res.locals.claims })
    if (!res.headersSent) res.sendStatus(500)
  }
  const antes: RequestHandler = (_req, res, next) => {
    Object.assign(res.locals, { antes: true }, previos)
    next()
  }
  const prueba = express().use(antes, contada, (req, res) => {
    const { claims, antes } = res.locals
    Object.assign(visto, { ruta: true, claims, antes, traia: req.get('Authorization') })
    if (!res.headersSent) res.json({})
  })
  return async (
    token?: string,
    metodo: 'get' | 'post' | 'head' | 'options' = 'get',
    ruta = '/',
    encabezados = {},
  ) => {
    visto = { ruta: false, siguio: 0, respondio: false }
    const vacia = request(sinCuelgues(prueba.use(anotar)))
      [metodo](ruta)
      .set(encabezados)
    const solicitud = token === undefined ? vacia : vacia.set('Authorization', `Bearer ${token}`)
    await responder(solicitud, silencio)
    // Un fallo del propio programa se explica mejor solo.
    const dosVeces = Object(visto.error).code === 'ERR_HTTP_HEADERS_SENT'
    if (dosVeces || FALLOS.some((clase) => visto.error instanceof clase)) throw visto.error
    return visto
  }
}

/** Los claims de dos solicitudes a la vez, que pasan juntas a la guardia: la que llega después se verifica antes. */
async function aLaVez() {
  const llegan: (() => void)[] = []
  const juntar: RequestHandler = (_req, _res, next) => {
    llegan.push(next)
    if (llegan.length === 2) for (const seguir of llegan) seguir()
  }
  const esperan: (() => void)[] = []
  const verificar = (sub: string) =>
    new Promise<Claims>((resolver) => {
      esperan.unshift(() => resolver({ sub }))
      if (esperan.length === 2) for (const soltar of esperan) soltar()
    })
  const dos = express().get(
    '/',
    juntar,
    exigirToken(verificar),
    (_req, res) => void res.json(res.locals.claims),
  )
  const una = async (sub: string) => (await responder(pedir(sinCuelgues(dos), '/', sub))).body
  return Promise.all([una('1'), una('2')])
}

const LAS_DOS = 'Llamas a next() y además lanzas: sigue o rechaza, y nunca las dos cosas'
const DESPUES = 'Llamas a next() y además lanzas: next() va después de comprobar, y no en un finally'
const UNA_VEZ = 'Verifica una sola vez por solicitud'
const JUZGAS =
  'verificar acepta el token y tú lo rechazas: no vuelvas a juzgar sus claims, ni exijas exp, que va en segundos'
const SIN_RECORDAR =
  'No recuerdes que verificar rechazó o falló: pregúntale otra vez en la siguiente solicitud'
/** Si algo de lo escrito o de lo lanzado lleva ese texto: cómo es lo demás cambia de una vez a otra. */
const contiene = (valor: unknown, texto: string) => enTexto(valor).includes(texto)
const REGISTRO = 'Escribes el token en la consola, que acaba en los registros: quien lo lee allí entra con él'
const EN_EL_ERROR =
  'El error acaba entero en los registros: no dejes en él el token, ni en su mensaje ni en nada que lleve'
const DOS_NEXT =
  'Tu código llama dos veces a next() en la misma solicitud: llámalo una sola vez y escribe return después'

/** Para que un error de otra clase se vea entero. */
const claseDe = (error: unknown) => (error instanceof ErrorDeToken ? 'ErrorDeToken' : String(error))

describe('leerBearer', () => {
  test.each(['Bearer aAa', 'bearer aAa', 'bEARER aAa'])('extrae el token tras Bearer: %j', (encabezado) => {
    const nada = 'No reconoces el esquema Bearer: ¿falta return, o lo comparas distinguiendo mayúsculas?'
    const forma =
      'Solo aceptas lo que parece un JWT: devuelve todo lo que sigue a Bearer; verificar dirá si vale'
    const leido = leerBearer(encabezado)
    const soloJwt = leido === undefined && leerBearer(encabezado.replace('aAa', token))
    expect(leido, soloJwt ? forma : nada).toBeDefined()
    const otra = 'La segunda vez da otra cosa: no recuerdes nada de una llamada a otra, ni con la marca g'
    expect([leerBearer(encabezado)], otra).toEqual([leido])
    const frase = 'Devuelve «aAa», que sigue al esquema, sin tocarlo'
    expect([leido], frase).toEqual(['aAa'])
  })

  const BASIC = 'El esquema es Basic: compara la primera palabra con bearer'
  const UNICO = 'El único esquema que vale es Bearer: con otro, devuelve undefined'
  test.each([
    [undefined, 'Sin encabezado no hay nada que dividir: mira antes si es undefined'],
    ['', 'Un encabezado vacío no tiene esquema: devuelve undefined'],
    ['Basic aaa', BASIC],
    ['Basic bearer aaa', BASIC],
    ['Token aaa', UNICO],
    ['aaa', 'Un token suelto no vale: falta el esquema'],
    [
      'Bearer: aaa',
      '«Bearer:» no es Bearer: el esquema llega hasta el primer espacio, y es justo esa palabra',
    ],
    ['xBearer aaa', 'El esquema es la palabra entera: no basta con que acabe en Bearer'],
  ])('devuelve undefined si el esquema falta o es otro: %j', (encabezado, frase) => {
    expect(() => leerBearer(encabezado), frase).not.toThrow(/undefined/)
    expect(() => leerBearer(encabezado), 'Sin Bearer devuelve undefined: no lances nada').not.toThrow()
    expect(leerBearer(encabezado) || undefined, frase).toBeUndefined()
    const valor = 'Sin Bearer devuelve undefined, y no «null», «false» ni un texto vacío'
    expect(leerBearer(encabezado), valor).toBeUndefined()
    // Al final: quien acepta cualquier esquema ya tiene su frase.
    if (!encabezado?.startsWith('xBearer')) return
    for (const otro of ['JWT aaa', 'DPoP aaa', 'B aaa']) expect(leerBearer(otro), UNICO).toBeUndefined()
    const tilde =
      'Aceptas Bearer con tilde: compara letra a letra, en minúsculas, y una tilde ya es otra letra'
    expect(leerBearer('Bearer aaa'.replace('e', 'é')), tilde).toBeUndefined()
    const invisible = 'Aceptas Bearer con un carácter que no se ve: compara con ===, y no con localeCompare'
    expect(leerBearer('Bearer aaa'.replace('a', 'a\u00ad')), invisible).toBeUndefined()
    const nombre = 'Aceptas «constructor», un nombre que tiene todo objeto: compara el esquema con bearer'
    expect(leerBearer('constructor aaa'), nombre).toBeUndefined()
  })

  const TODO = 'Devuelve todo lo que sigue al esquema, sin tocarlo: lo que sobra también se verifica'
  test.each([
    ['Bearer', '', '«Bearer» a secas trae un token vacío, que es un texto y no undefined'],
    ['Bearer aaa bbb', 'aaa bbb', TODO],
    ['Bearer bearer \x22aaa\x22, bbb', 'bearer \x22aaa\x22, bbb', TODO],
  ])('devuelve todo lo que sigue a Bearer: %j', (encabezado, resto, frase) => {
    expect([leerBearer(encabezado)], frase).toEqual([resto])
    const tal = 'Devuelve lo que sigue al esquema tal como llega: si está bien escrito lo dice verificar'
    expect([leerBearer('Bearer \x22a%41.b\x22')], tal).toEqual(['\x22a%41.b\x22'])
    const largo = 'También es un token si es largo: si vale o no, lo dice verificar'
    expect(leerBearer(`Bearer ${'a'.repeat(4000)}`)?.length, largo).toBe(4000)
  })
})

describe('exigirToken', () => {
  const OTROS = {
    'X-Access-Token': token,
    'X-Authorization': `Bearer ${token}`,
    'Proxy-Authorization': `Bearer ${token}`,
  }
  /** Lo que una solicitud dice de sí misma y cualquiera puede escribir. */
  const SE_PRESENTA = {
    Accept: 'text/html',
    'User-Agent': 'kube-probe/1.31',
    'X-Forwarded-For': '127.0.0.1',
    'X-HTTP-Method-Override': 'OPTIONS',
    'X-Requested-With': 'XMLHttpRequest',
  }

  test('no ejecuta la ruta si la solicitud no trae token', async () => {
    const verificar = vi.fn(() => ({ sub: '1' }))
    const { ruta, error } = await conGuardia(verificar)()
    expect(ruta && claseDe(error), LAS_DOS).not.toBe('ErrorDeToken')
    expect(ruta, 'La ruta se ejecutó sin token: lanza ErrorDeToken, que detiene la función').toBe(false)
    const sigue = 'Tu función sigue tras rechazar y verifica un token que no hay: lanza el error'
    expect(verificar, sigue).not.toHaveBeenCalled()
    expect(error, 'No respondas aquí: lanza ErrorDeToken y Express responde').toBeDefined()
    const clase = 'Sin token, lo que se lanza es new ErrorDeToken(), con new y de esa clase'
    expect(claseDe(error), clase).toBe('ErrorDeToken')
    expect(Object(error).cause, 'Sin token no hay causa: ErrorDeToken() a secas es un 401').toBeUndefined()
    for (const metodo of ['post', 'head', 'options'] as const) {
      const otra = await conGuardia(verificar)(undefined, metodo)
      const mismo =
        'Lanzas siempre el mismo objeto, y lo que alguien apunta en él lo ven los demás: new ErrorDeToken()'
      expect(otra.error === error && error !== undefined, mismo).toBe(false)
      const todos = `La ruta se ejecutó sin token con ${metodo.toUpperCase()}: exígelo con cualquier método`
      expect(otra.ruta, todos).toBe(false)
    }
    for (const direccion of ['/login', '/public', '/?depurar=1']) {
      const otra = await conGuardia(verificar)(undefined, 'get', direccion)
      const todas = `La ruta se ejecutó sin token en ${direccion}: qué rutas lo exigen lo decide quien monta la guardia`
      expect(otra.ruta, todas).toBe(false)
    }
    const presentada = await conGuardia(verificar)(undefined, 'get', '/', SE_PRESENTA)
    const fiarse =
      'Sin token haces otra cosa según otros encabezados, que los escribe cualquiera: lanza ErrorDeToken'
    expect([presentada.ruta, claseDe(presentada.error)], fiarse).toEqual([false, 'ErrorDeToken'])
    const antes = await conGuardia(verificar, undefined, { claims: { sub: '2' } })()
    const deOtra = 'La ruta se ejecutó sin token porque otro dejó claims: exígelo siempre, y verifica el tuyo'
    expect(antes.ruta, deOtra).toBe(false)
    vi.stubEnv('NODE_ENV', 'development')
    const enDesarrollo = await conGuardia(verificar)()
    const entorno = 'La ruta se ejecutó sin token con NODE_ENV=development: exígelo también ahí'
    expect(enDesarrollo.ruta, entorno).toBe(false)
  })

  test('reconoce el token que llega en Authorization', async () => {
    const pedirla = conGuardia(() => ({ sub: '1' }))
    expect(claseDe((await pedirla()).error), 'Sin token, lanza ErrorDeToken').toBe('ErrorDeToken')
    const { error, ruta } = await pedirla('aaa')
    expect(ruta && claseDe(error), LAS_DOS).not.toBe('ErrorDeToken')
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
    [
      'en una cookie',
      (get) => get.set('Cookie', `token=${token}; access_token=${token}; jwt=${token}`),
      'Lee el token solo de Authorization',
    ],
    ['en otro encabezado', (get) => get.set(OTROS), 'Lee el token solo de Authorization'],
    ['en el cuerpo', (get) => get.send({ access_token: token, token }), 'No leas el token del cuerpo'],
    ['con Basic', (get) => get.set('Authorization', `Basic ${token}`), 'Lee el encabezado con leerBearer'],
  ])('responde 401 en GET /perfil si no hay token Bearer: %s', async (_caso, con, frase) => {
    const { status } = await responder(con(pedir(app, '/perfil')))
    const sinCausa =
      'No llega un token Bearer y respondes 422: si leerBearer da undefined, lanza ErrorDeToken() sin causa, que es un 401'
    expect(status, status === 422 ? sinCausa : frase).toBe(401)
  })
})

describe('comprobar', () => {
  const lanzar = (error: unknown) => {
    throw error
  }
  const CLAIMS = { sub: '1', jti: 'sesion', exp: 4_000_000_000, rol: 'usuario' }
  /** No aparece por azar en ningún otro texto. */
  const PRESENTADO = 'aAa.b%42b'

  test('guarda en res.locals.claims lo que devuelve un verificador asíncrono', async () => {
    const verificar = vi.fn(async (_token: string) => ({ ...CLAIMS }))
    const pedirla = conGuardia(verificar)
    const escrito = mirarConsola()
    const { error, ruta, claims, antes, dicho, siguio, traia } = await pedirla(PRESENTADO)
    const llamado =
      'Nadie llama al verificar que recibe esta guardia: solo él comprueba la firma, y no vale el de otra'
    expect(verificar, llamado).toHaveBeenCalled()
    expect(verificar.mock.calls[0], 'Da a verificar el token que leyó leerBearer').toEqual([PRESENTADO])
    expect(verificar, UNA_VEZ).toHaveBeenCalledTimes(1)
    const conAlgo = 'Si todo va bien, llama a next() sin nada: con algo dentro, Express no ejecuta la ruta'
    expect(dicho || new Error(), conAlgo).toBeInstanceOf(Error)
    const falla = 'verificar acepta el token y tu código acaba en un error'
    expect(error, error instanceof ErrorDeToken ? JUZGAS : falla).toBeUndefined()
    expect(ruta, 'verificar acepta el token y la ruta no se ejecuta: llama a next()').toBe(true)
    const vacio =
      'res.locals.claims llega vacío a la ruta: guárdalo antes de next(), y que comprobar lo devuelva'
    expect(claims, vacio).toBeDefined()
    expect(claims, 'Guardas una promesa: espera a comprobar con await').not.toBeInstanceOf(Promise)
    expect(claims, 'En res.locals.claims va lo que devuelve verificar, y nada más').toEqual(CLAIMS)
    expect(antes, 'Borras lo que otros guardaron en res.locals: pon en él solo claims').toBe(true)
    const sinTocar = 'Quitas o cambias Authorization, y quien va detrás también lo lee: solo léelo'
    expect(traia, sinTocar).toBe(`Bearer ${PRESENTADO}`)
    expect(siguio, DOS_NEXT).toBe(1)
    expect(contiene(escrito(), PRESENTADO), REGISTRO).toBe(false)
    await pedirla(PRESENTADO)
    const cada = 'Verifica en cada solicitud: un token que aceptaste puede haber expirado'
    expect(verificar, cada).toHaveBeenCalledTimes(2)
    const sinExp = await conGuardia(async () => ({ sub: '1' }))(PRESENTADO)
    expect(sinExp.error, JUZGAS).toBeUndefined()
    const larga = await pedirla('a'.repeat(3000))
    expect(
      larga.error,
      'Rechazas un token largo sin preguntar a verificar: si vale lo dice él',
    ).toBeUndefined()
    const conOtros = await conGuardia(verificar, undefined, { claims: { sub: '2' } })(PRESENTADO)
    const suyos = 'Detrás de otra guardia quedan los claims de antes: guarda los que esta acaba de verificar'
    expect(conOtros.claims, suyos).toEqual(CLAIMS)
    const primera = conGuardia(async () => ({ sub: '1' }))
    conGuardia(async () => ({ sub: '2' }))
    const deOtra =
      'Con dos guardias, la primera usa el verificar de la segunda: usa el que recibe cada exigirToken, sin guardarlo fuera'
    expect((await primera(PRESENTADO)).claims, deOtra).toEqual({ sub: '1' })
    const cruzadas =
      'Dos solicitudes a la vez se mezclan: guarda lo de cada una dentro de la función o en su res.locals'
    expect(await aLaVez(), cruzadas).toEqual([{ sub: '1' }, { sub: '2' }])
  })

  // Con el texto de quien quiera: el de la lección 3 no es de la biblioteca.
  const rechazo = new jwt.JsonWebTokenError('exp inaceptable', new SyntaxError('JSON a medias'))
  const expirado = new jwt.TokenExpiredError('jwt expired', new Date(0))
  const futuro = new jwt.NotBeforeError('jwt not active', new Date(0))
  const TRADUCE =
    'Todo JsonWebTokenError, diga lo que diga, se traduce en comprobar, y exigirToken llama a comprobar'
  const ESTADO =
    'Lanza new ErrorDeToken(error) y no elijas aquí el estado: la lección 4 decide qué se responde'
  const ESPERA = 'Sin await dentro del try, el rechazo de verificar se escapa del catch'
  const HEREDA = 'Las quejas de jsonwebtoken heredan de JsonWebTokenError: pregunta con instanceof'

  /** Por qué no se traduce lo que lanza verificar en el acto, según lo que pasa si rechaza una promesa. */
  async function motivoDeNoTraducir(): Promise<string> {
    const { error } = await conGuardia(() => Promise.reject(rechazo))(PRESENTADO)
    return error instanceof ErrorDeToken
      ? 'Traduces lo que rechaza un verificador asíncrono y no lo que otro lanza en el acto: llama a verificar dentro del try'
      : TRADUCE
  }

  test.each<[string, Error, Verificador, string]>([
    ['alterado', rechazo, () => lanzar(rechazo), TRADUCE],
    ['de un verificador asíncrono', rechazo, () => Promise.reject(rechazo), ESPERA],
    ['expirado', expirado, () => lanzar(expirado), HEREDA],
    ['que aún no vale', futuro, () => lanzar(futuro), HEREDA],
  ])('no ejecuta la ruta con un token rechazado: %s', async (caso, original, verificar, frase) => {
    const espia = vi.fn(verificar)
    const silencio =
      'verificar rechaza y la solicitud se queda sin respuesta: espera a comprobar con await, o devuelve su promesa'
    const escrito = mirarConsola()
    const pedirla = conGuardia(espia, silencio)
    const { ruta, error, respondio, siguio, quedan } = await pedirla(PRESENTADO)
    expect(siguio, DOS_NEXT).toBeLessThan(2)
    expect(ruta && claseDe(error), DESPUES).not.toBe('ErrorDeToken')
    const sigue =
      'La ruta se ejecutó con un token rechazado: lanza en comprobar, espéralo con await y que ningún catch calle el error'
    expect(ruta, sigue).toBe(false)
    expect(error, 'No respondas aquí: lanza ErrorDeToken y Express responde').toBeDefined()
    expect(respondio, 'Respondes y además pasas el error a next(): lánzalo y nada más').toBe(false)
    const suFrase = error instanceof ErrorDeToken || frase !== TRADUCE ? frase : await motivoDeNoTraducir()
    expect(claseDe(error), Object(error).status ? ESTADO : suFrase).toBe('ErrorDeToken')
    const doble = 'Conviertes el error dos veces: ya lo hace comprobar, y exigirToken no lo atrapa'
    expect(Object(error).cause, doble).not.toBeInstanceOf(ErrorDeToken)
    const lanzado = { ...Object(error), mensaje: Object(error).message, causa: Object(error).cause }
    expect(contiene(lanzado, PRESENTADO), EN_EL_ERROR).toBe(false)
    const causa =
      'Pasa a ErrorDeToken el propio error, y que exigirToken no lo atrape: su clase dice por qué se rechaza'
    expect(Object(error).cause, causa).toBe(original)
    const sinVerificar = 'Al rechazar dejas en res.locals unos claims que nadie verificó: guárdalos después'
    expect(quedan, sinVerificar).toBeUndefined()
    class Revocado extends jwt.JsonWebTokenError {}
    const deHija = caso === 'expirado' && (await conGuardia(() => lanzar(new Revocado('no')))(PRESENTADO))
    if (deHija) expect(claseDe(deHija.error), HEREDA).toBe('ErrorDeToken')
    expect(espia, UNA_VEZ).toHaveBeenCalledTimes(1)
    expect(contiene(escrito(), PRESENTADO), REGISTRO).toBe(false)
    await pedirla(PRESENTADO)
    expect(espia, SIN_RECORDAR).toHaveBeenCalledTimes(2)
    if (caso === 'alterado') expect((await pedirla(token)).quedan, sinVerificar).toBeUndefined()
  })

  test.each<[string, unknown]>([
    ['fallo del servidor', new Error('jwt invalid: se cayó la base de datos')],
    ['ErrorHttp', new ErrorHttp(401, 'Token revocado', { cause: rechazo })],
    ['SyntaxError', new SyntaxError('JSON a medias')],
    ['TypeError', new TypeError('usuario is undefined')],
    ['un texto', 'sin conexión'],
  ])('deja intactos los errores ajenos al token: %s', async (_que, original) => {
    const verificar = vi.fn(() => Promise.reject(original))
    const pedirla = conGuardia(verificar)
    const entero = JSON.stringify(Object(original))
    const { error } = await pedirla(token).catch((error) => ({ error }))
    const creido =
      'verificar falló y la ruta se ejecutó con lo que el token dice de sí: sin comprobar la firma no vale'
    expect(error, creido).toBeDefined()
    const ajeno = Object(original).cause
      ? 'Solo un JsonWebTokenError es culpa del token: mira su clase, y no su cause, su mensaje ni su estado'
      : 'Solo un JsonWebTokenError es culpa del token: relanza los demás'
    const mismo =
      'Relanza el mismo error que lanzó verificar: uno nuevo o una copia pierde su clase y su traza'
    expect(error, error && claseDe(error) !== 'ErrorDeToken' ? mismo : ajeno).toBe(original)
    const cambiado = 'Cambias un error ajeno: lánzalo otra vez tal como llega, sin ponerle un estado ni nada'
    expect(JSON.stringify(Object(original)) === entero, cambiado).toBe(true)
    expect(verificar, UNA_VEZ).toHaveBeenCalledTimes(1)
    const despues = vi.fn<Verificador>(() => Promise.reject(original)).mockReturnValueOnce({ sub: '1' })
    const guardia = conGuardia(despues)
    await guardia(token)
    const caida = await guardia(token).catch((error) => ({ error, ruta: false }))
    const recordado = 'verificar falla y sirves lo que dio antes, que ya puede no valer: deja salir su error'
    expect(caida.ruta ? 'entra' : 'no entra', recordado).toBe('no entra')
    await pedirla(token).catch(() => {})
    expect(verificar, SIN_RECORDAR).toHaveBeenCalledTimes(2)
  })

  test.each([
    ['alterado', alterar(token, { sub: '2' }), 'Este token no vale: lo dice verificar, no jwt.decode'],
    ['vacío', '', 'Un token vacío también se verifica: compara con undefined y no con !token'],
  ])('responde 422 en GET /perfil si el token no vale: %s', async (_caso, malo, frase) => {
    const { status } = await responder(pedir(app, '/perfil', malo))
    const otro = `Un token que verificar rechaza acaba en un ${status}: su queja se traduce en ErrorDeToken, y es un 422`
    expect(status, status < 500 ? frase : otro).toBe(422)
  })
})

describe('claimsDe', () => {
  const req = { get: () => `Bearer ${token}`, headers: { authorization: `Bearer ${token}` }, query: {} }
  // Como en Express 5, sin nada heredado.
  const sinHerencia = (locals: object) => Object.assign(Object.create(null), locals)
  const respuesta = (locals: object) => ({ locals: sinHerencia(locals), req }) as unknown as Response
  const con = (locals: object) => () => claimsDe(respuesta(locals))

  /** Lo que devuelve sin esperar a nadie; si lanza un error, nada. */
  function enElActo(llamar: () => unknown): unknown {
    try {
      const dado = llamar()
      if (dado instanceof Promise) dado.catch(() => {})
      return dado
    } catch {
      return undefined
    }
  }

  test('falla si la ruta olvidó usar exigirToken', async () => {
    const sinMetodos =
      'En Express 5 res.locals no tiene los métodos de un objeto: mira si res.locals.claims es undefined'
    expect(con({}), sinMetodos).not.toThrow(/is not a function/)
    const inventa =
      'Das claims a una ruta sin exigirToken: solo valen los que él verificó y guardó en res.locals'
    const dado = enElActo(con({}))
    expect(dado, 'claimsDe da los claims y no una promesa: sobra async').not.toBeInstanceOf(Promise)
    expect(Object(dado).sub, inventa).toBeUndefined()
    const errata = 'Lees algo de undefined: los claims están en res.locals.claims, y hay que mirar si los hay'
    expect(con({}), errata).not.toThrow(/^(?!.*exigirToken).*undefined/s)
    const culpa =
      'Olvidar exigirToken es culpa nuestra y no del cliente: lanza un Error corriente, y no ErrorDeToken'
    expect(con({}), culpa).not.toThrow(ErrorDeToken)
    const frase = 'Sin claims, lanza un Error que nombre a exigirToken: la ruta olvidó usarlo'
    expect(con({}), frase).toThrow('exigirToken')
    expect(con({}), 'Lanza un Error: otro valor, como un texto, no dice dónde ocurrió').toThrow(Error)
    const { lanza } = await desenlace(con({})).catch((lanza) => ({ lanza }))
    expect(String(lanza).includes(token), EN_EL_ERROR).toBe(false)
    for (const entorno of ['production', 'development']) {
      vi.stubEnv('NODE_ENV', entorno)
      expect(con({}), `Con NODE_ENV=${entorno} haces otra cosa: lanza siempre el mismo Error`).toThrow(
        'exigirToken',
      )
    }
    vi.unstubAllEnvs()
    const mostrar: RequestHandler = (_req, res) => void res.json(claimsDe(res))
    const guardia = exigirToken(() => ({ sub: '1' }))
    const rutas = express().get('/con', guardia, mostrar)
    await responder(pedir(sinCuelgues(rutas), '/con', token))
    const { status } = await responder(pedir(sinCuelgues(rutas.get('/sin', mostrar)), '/sin', token))
    expect(status, inventa).not.toBe(200)
    const nuestro = 'Es un error nuestro y no del cliente: un Error corriente, sin status, es un 500'
    expect(status, nuestro).toBe(500)
  })

  test('da a cada cual su perfil en GET /perfil', async () => {
    const claims = { sub: '1', jti: 'sesion' }
    expect(con({ claims }), 'Hay claims en res.locals.claims y lanzas un error').not.toThrow()
    expect(con({ claims })(), 'Devuelve lo que hay en res.locals.claims, entero').toEqual(claims)
    const pasados = con({ claims: { ...claims, exp: 1 } })
    expect(
      pasados,
      'claimsDe vuelve a mirar la hora: esta solicitud ya se verificó; da los claims',
    ).not.toThrow()
    const suya = respuesta({ claims })
    claimsDe(suya)
    const otraVez = 'La segunda vez que alguien los pide ya no hay claims: léelos sin quitarlos de res.locals'
    expect(() => claimsDe(suya), otraVez).not.toThrow()
    const dada = 'identidadDe viene dada: déjala como estaba, con el sub que da claimsDe'
    expect(identidadDe(respuesta({ claims })), dada).toBe('1')
    expect(() => identidadDe(respuesta({})), dada).toThrow('exigirToken')
    const escrito = mirarConsola()
    const deAna = await responder(pedir(app, '/perfil?id=2&sub=2', token))
    expect(deAna.status, deAna.status === 422 ? JUZGAS : 'Rechazas un token bueno').toBe(200)
    expect(contiene(escrito(), token), REGISTRO).toBe(false)
    const deRoot = await responder(pedir(app, '/perfil', tokenDe(root)))
    const frase =
      'El perfil es de quien dice el token: claimsDe da los de esta solicitud, e identidadDe, su sub'
    expect([deAna.body, deRoot.body], frase).toEqual([{ id: '1' }, { id: '2' }])
  })
})
