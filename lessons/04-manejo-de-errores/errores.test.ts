import { inspect } from 'node:util'
import express, { type ErrorRequestHandler, type Express, type RequestHandler } from 'express'
import jwt from 'jsonwebtoken'
import request, { type Test } from 'supertest'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { mirarConsola } from '#comun/consola.ts'
import { ErrorDeToken, ErrorHttp } from '#comun/errores.ts'
import { alterar, ana, desenlace, pedir, SECRETO, sinCuelgues, tokenDe } from '#comun/pruebas.ts'
import * as errores from '#ejercicio/04-manejo-de-errores/errores.ts'
import { crearApp } from './app.ts'

const { manejarErrores, rutaNoEncontrada, traducirError, traducirToken } = errores
const app = crearApp({ secreto: SECRETO })

const { JsonWebTokenError, NotBeforeError, TokenExpiredError } = jwt
const ajeno = new JsonWebTokenError('invalid signature')
const expirado = new TokenExpiredError('jwt expired', new Date(0))
const traducido = new TokenExpiredError('el JWT expiró', new Date(0))
const sinHora = new JsonWebTokenError('exp inaceptable')
const futuro = new NotBeforeError('jwt not active', new Date(0))
const envuelve = Object.assign(new JsonWebTokenError('payload ilegible'), { cause: new SyntaxError('JSON') })
const conInterior = new JsonWebTokenError('token ilegible', new SyntaxError('JSON'))
const hija = Object.assign(new (class extends TokenExpiredError {})('jwt expired', new Date(0)), {
  name: 'ExpiradoHaceMucho',
})

/** Ni una propiedad de la biblioteca ni otro error dentro dicen que expiró: lo dice la clase. */
const disfrazado = Object.assign(new Error('otro fallo', { cause: expirado }), {
  expiredAt: new Date(0),
  inner: expirado,
})

/** Errores con un dato que el cliente no debe leer. */
const fallo = new Error('clave-1234', { cause: new ErrorHttp(404, 'clave-1234 por dentro') })
/** De cualquier clase: de quién es la culpa lo dice su status. */
const conStatus = (status: unknown, error = new Error('clave-1234')) => Object.assign(error, { status })

const ORDEN = 'ErrorHttp recibe primero el estado, un número, y después el mensaje'
const NO_LLEGO = 'Si no llegó ningún token, es un 401: comprueba cause === undefined; ¿falta return?'
const NO_RECONOCES =
  'No reconoces la expiración: cause instanceof jwt.TokenExpiredError, antes que su clase madre; ¿falta return?'
const HACE_TIEMPO =
  'Reconoces al que acaba de expirar y no al de hace tiempo: basta la clase, sin mirar cuándo expiró'
const SU_CLASE = 'Mira la clase del error, no su texto'
const CON_INSTANCEOF = 'Pregunta con instanceof, que acepta a las hijas'
const DE_DENTRO =
  'Guardas en cause el error que el original lleva dentro: guarda el que llega, que ya lo lleva'
const SOLO_4XX = 'Solo se conserva un estado de 400 a 499: es lo que da estadoDeCliente tal como viene'
const SOLO_5XX = 'Registra solo los 5xx: un 4xx puede llevar dentro el cuerpo'
const NO_ES_JSON = 'La respuesta no es JSON: acaba con res.status(…).json(…)'
const CUERPO = 'El cuerpo es { error: mensaje } y nada más'
const UNO_CADA_VEZ = 'Crea un ErrorHttp en cada llamada: en uno compartido, la causa es la del último fallo'

/** Lo que una solicitud dice de sí misma y cualquiera puede escribir. */
const CONSULTA = '?callback=f&debug=1&depurar=1&format=html'
const SE_PRESENTA = {
  Accept: 'text/html',
  'Accept-Language': 'en',
  'User-Agent': 'Mozilla/5.0',
  'X-Debug': '1',
}

/** Para que lo que no es un ErrorHttp se vea entero. */
const claseDe = (valor: unknown) => (valor instanceof ErrorHttp ? 'ErrorHttp' : String(valor))

const ILEGIBLE =
  'El cliente no entiende tu respuesta: no es JSON, o Content-Length cuenta letras y no bytes; json() pone las dos cosas'

/** La respuesta de la aplicación y lo que dejó escapar: un error o la solicitud sin responder. */
async function atender(aplicacion: Express, pedirla: (completa: Express) => Test, frase: string) {
  const escapa: { error?: unknown; siguio: boolean } = { siguio: false }
  const anotar: ErrorRequestHandler = (error, _req, res, _next) => {
    Object.assign(escapa, { error, siguio: true })
    if (!res.headersSent) res.sendStatus(500)
  }
  const completa = express().use(aplicacion, (_req, res) => {
    escapa.siguio = true
    if (!res.headersSent) res.sendStatus(404)
  })
  const res = await pedirla(sinCuelgues(completa.use(anotar))).catch((error) => {
    if (!/Parse Error|JSON/.test(error.message)) throw error
    return expect.fail(ILEGIBLE)
  })
  // Lo que se escapa después de responder sale de cada aplicación una vuelta más tarde.
  for (let vuelta = 0; vuelta < 3; vuelta++) await new Promise(setImmediate)
  // Un fallo del propio programa se explica mejor solo.
  const dosVeces = Object(escapa.error).code === 'ERR_HTTP_HEADERS_SENT'
  if (dosVeces || [ReferenceError, TypeError].some((clase) => escapa.error instanceof clase))
    throw escapa.error
  if (res.status === 504) expect.fail(frase)
  return { ...escapa, res }
}

/** La respuesta, que tiene que dar manejarErrores. */
async function manejar(aplicacion: Express, pedirla: (completa: Express) => Test, cual = 'La solicitud') {
  const nadie = `${cual} se quedó sin respuesta: acaba con res.status(…).json(…)`
  const { res, siguio, error } = await atender(aplicacion, pedirla, nadie)
  const formato =
    'A quien prefiere HTML le das un 406: res.format atiende solo a quien acepta lo suyo; responde a todos con json()'
  expect(Object(error).status, formato).not.toBe(406)
  const escapa = 'Aquí acaban los errores: responde una vez, y ni los lances ni llames a next()'
  expect(error, escapa).toBeUndefined()
  expect(siguio, escapa).toBe(false)
  return res
}

/** Lo que responde una ruta que lanza ese error a quien la pide con un token. */
function fallar(error: unknown, manejador = manejarErrores(), ruta = '/', encabezados = {}) {
  const prueba = express().get('/', () => Promise.reject(error))
  const cual = `Un ${error instanceof ErrorHttp ? error.status : 500}`
  const pedirla = (completa: Express) => pedir(completa, ruta, 'token-secreto').set(encabezados)
  return manejar(prueba.use(manejador), pedirla, cual)
}

/** Las líneas con un secreto de lo que se escribe o se envía, también si va dentro de un error. */
const lineasCon = (secreto: string, valor: unknown) =>
  inspect(valor, { depth: 9 })
    .split('\n')
    .filter((linea) => linea.includes(secreto))

describe('traducirToken', () => {
  test.each([
    ['que falta', 401, 'Token faltante', undefined, NO_LLEGO],
    ['expirado', 401, 'Token expirado', expirado, NO_RECONOCES],
    ['expirado en español', 401, 'Token expirado', traducido, SU_CLASE],
    ['expirado de una clase hija', 401, 'Token expirado', hija, CON_INSTANCEOF],
    ['alterado', 422, 'Token inválido', ajeno, 'Todo lo que no es la expiración es un 422'],
    ['con un exp que no es una hora', 422, 'Token inválido', sinHora, SU_CLASE],
    ['que aún no vale', 422, 'Token inválido', futuro, 'NotBeforeError no es la expiración: es un 422'],
    [
      'rechazado por otra razón',
      422,
      'Token inválido',
      disfrazado,
      'Lo demás es un 422, sea de la clase que sea y lleve lo que lleve dentro',
    ],
  ])('da su estado y su mensaje a un token %s', (_caso, estado, mensaje, causa, frase) => {
    const traducir = () => traducirToken(new ErrorDeToken(causa))
    expect(traducir, 'traducirToken devuelve el ErrorHttp, no lo lanza').not.toThrow(ErrorHttp)
    const { status, message } = Object(traducir())
    expect(claseDe(traducir()), 'Devuelve un ErrorHttp en todos los casos: ¿falta return?').toBe('ErrorHttp')
    expect(status, ORDEN).toBeTypeOf('number')
    const seVeIgual = message !== mensaje && String(message).normalize('NFC') === mensaje
    const tal = seVeIgual
      ? `Se ve igual que «${mensaje}», pero su tilde es un carácter aparte: escríbelo a mano, sin pegarlo`
      : `El mensaje de este caso es «${mensaje}», escrito tal cual`
    const deAhora = new ErrorDeToken(new TokenExpiredError('jwt expired', new Date()))
    const soloReciente = causa === expirado && Object(traducirToken(deAhora)).message === mensaje
    const segunCuando = soloReciente ? HACE_TIEMPO : frase
    expect(message, status === estado ? tal : segunCuando).toBe(mensaje)
    expect(status, `«${mensaje}» se responde con un ${estado}`).toBe(estado)
  })

  test('conserva en cause el rechazo original', () => {
    const frase = 'Pasa { cause } al ErrorHttp: sin la causa no hay forma de investigar el rechazo'
    for (const [causa, otra] of [
      [ajeno, futuro],
      [expirado, hija],
      [hija, expirado],
      [envuelve, ajeno],
      [conInterior, ajeno],
    ]) {
      const traducido = Object(traducirToken(new ErrorDeToken(causa)))
      traducirToken(new ErrorDeToken(otra))
      const interior = [envuelve.cause, conInterior.inner].includes(traducido.cause)
      const deDentro = interior ? DE_DENTRO : frase
      expect(traducido.cause, traducido.cause === otra ? UNO_CADA_VEZ : deDentro).toBe(causa)
    }
    const falta = new ErrorDeToken()
    const { cause } = Object(traducirToken(falta))
    const inventada = 'Si no llegó ningún token, no hay causa que guardar: no inventes una'
    expect(cause === falta ? undefined : cause, inventada).toBeUndefined()
  })
})

describe('traducirError', () => {
  /** Lo que devuelve traducirError. */
  async function traducir(error: unknown) {
    const antes = [Object(error).message, Object(error).status].join()
    const { devuelve, lanza } = await desenlace(() => traducirError(error))
    const intacto = [Object(error).message, Object(error).status].join() === antes
    expect(lanza, 'traducirError devuelve, no lanza').toBeUndefined()
    const sinReturn = 'Devuelve un ErrorHttp en todos los casos: ¿falta return?'
    const talCual = intacto
      ? 'Devuelves tal cual un error que no es un ErrorHttp: pregunta por su clase con instanceof'
      : 'Cambias el error que llega y lo devuelves: crea un ErrorHttp nuevo y guarda en cause el original'
    expect(claseDe(devuelve), devuelve && devuelve === error ? talCual : sinReturn).toBe('ErrorHttp')
    const numero =
      'El estado es un número y va primero: ¿llamas a estadoDeCliente(error) y miras si da undefined?'
    expect((devuelve as ErrorHttp).status, numero).toBeTypeOf('number')
    return devuelve as ErrorHttp
  }

  test('deja intacto un ErrorHttp y encarga los ErrorDeToken a traducirToken', async () => {
    const intacto =
      'Un ErrorHttp ya dice lo que puede leer el cliente: lo primero, si error instanceof ErrorHttp, devuélvelo tal cual'
    const conCausa = new ErrorHttp(503, 'Vuelve más tarde', { cause: new Error('clave-1234') })
    for (const error of [new ErrorHttp(418, 'Soy una tetera'), conCausa])
      expect(await traducir(error), intacto).toBe(error)
    const hijo = new (class extends ErrorHttp {})(409, 'Ya existe')
    expect(await traducir(hijo), CON_INSTANCEOF).toBe(hijo)
    const frase = 'Un ErrorDeToken también trae status: antes de mirarlo, devuelve lo que dé traducirToken'
    // Antes uno con causa: sin ella, pasar error.cause a traducirToken falla sin decir por qué.
    const { message } = await traducir(new ErrorDeToken(expirado))
    const entero = 'Un token expirado sale como «Token faltante»: traducirToken recibe el ErrorDeToken entero'
    expect(message, message === 'Token faltante' ? entero : frase).toBe('Token expirado')
    expect((await traducir(new ErrorDeToken())).message, frase).toBe('Token faltante')
  })

  test.each([
    [
      'un fallo de programación',
      new SyntaxError('clave-1234'),
      'Un fallo tuyo, también un SyntaxError, es un 500 «Error interno» y no culpa del cliente',
    ],
    ['un JsonWebTokenError suelto', ajeno, 'Solo un ErrorDeToken habla del token: lo demás es un 500'],
    ['un error ajeno con status 399', conStatus(399), SOLO_4XX],
    ['un error ajeno con status 500', conStatus(500), SOLO_4XX],
    ['un error ajeno con status 502', conStatus(502, new TypeError('clave-1234')), SOLO_4XX],
    [
      'un error ajeno con status 200',
      conStatus(200),
      'Un status 200 parecería un éxito: usa estadoDeCliente',
    ],
    ['un error ajeno con status de texto', conStatus('413'), 'Un estado es un número: usa estadoDeCliente'],
    [
      'un error ajeno que se hace llamar ErrorHttp',
      Object.assign(new Error('Token rechazado'), { name: 'ErrorHttp' }),
      'Mira la clase del error con instanceof, no su nombre ni su mensaje',
    ],
    ['un texto lanzado', 'clave-1234', 'Se puede lanzar cualquier valor: lo desconocido es un 500'],
    ['«null» lanzado', null, 'Se puede lanzar cualquier valor, también «null»: lo desconocido es un 500'],
    ['«undefined» lanzado', undefined, 'Se puede lanzar hasta «undefined»: lo desconocido es un 500'],
  ])('convierte %s en un 500 sin detalles', async (_caso, error, frase) => {
    const traducido = await traducir(error)
    const otro = new Error('otro fallo')
    await traducir(otro)
    const { status, message, cause } = traducido
    expect(status, frase).toBe(500)
    const detalle = 'El mensaje de un 500 es «Error interno», sin detalles'
    expect(message, message === 'Solicitud incorrecta' ? frase : detalle).toBe('Error interno')
    const guarda = 'Guarda en cause el error original de un 500'
    expect(cause, cause === otro ? UNO_CADA_VEZ : guarda).toBe(error)
    for (const dentro of [new ErrorHttp(404, 'No existe'), new ErrorDeToken(expirado), expirado]) {
      const fuera = new AggregateError([dentro], 'otro fallo', { cause: dentro })
      const envuelto = await traducir(fuera)
      const suya =
        'Mira la clase y el status del error que llega, no los de otro que lleve dentro: eso es un 500'
      expect(envuelto.status, suya).toBe(500)
      expect(envuelto.cause === fuera, DE_DENTRO).toBe(true)
    }
  })

  test.each([400, 401, 403, 413, 499])(
    'conserva el estado de un 4xx ajeno y calla su mensaje: %d',
    async (estado) => {
      // Como los de express.json(), que dan su mensaje por bueno para el cliente.
      const error = Object.assign(conStatus(estado), { expose: true })
      const { status, message, cause } = await traducir(error)
      const dado = 'Un 4xx ajeno conserva su estado: te lo da estadoDeCliente; ¿falta return?'
      const conOtro = await traducir(Object.assign(new Error('otro fallo'), { statusCode: estado }))
      const lees =
        'Lees statusCode: el estado de un error ajeno está en status, donde lo mira estadoDeCliente'
      expect(status, conOtro.status === estado ? lees : dado).toBe(estado)
      const frase = 'Un mensaje ajeno puede repetir una contraseña: escribe «Solicitud incorrecta»'
      expect(message, frase).toBe('Solicitud incorrecta')
      expect(cause, 'Guarda en cause el error original de un 4xx').toBe(error)
      if (estado !== 413) return
      for (const otro of [404, 405, 409, 415, 429]) {
        const { message: suyo } = await traducir(Object.assign(conStatus(otro), { expose: true }))
        expect(suyo, frase).toBe('Solicitud incorrecta')
      }
    },
  )
})

describe('manejarErrores', () => {
  afterEach(() => void vi.unstubAllEnvs().restoreAllMocks())

  test.each([
    ['falta', 401, 'Token faltante', undefined],
    ['está alterado', 422, 'Token inválido', alterar(tokenDe(ana), { sub: '2' })],
    ['expiró', 401, 'Token expirado', tokenDe(ana, { expiresIn: -1 })],
  ])('responde en JSON, con su estado, si el token %s', async (_caso, estado, mensaje, token) => {
    const cuatro = 'Express cuenta los parámetros: sin los cuatro no le pasa errores a tu manejador'
    expect(manejarErrores(), cuatro).toHaveLength(4)
    const deMas = 'rutaNoEncontrada no lleva cuatro parámetros: Express la toma por un manejador de errores'
    expect(rutaNoEncontrada, deMas).not.toHaveLength(4)
    const { type, status, body } = await manejar(app, (completa) => pedir(completa, '/perfil', token))
    expect(type, NO_ES_JSON).toMatch('json')
    const suEstado =
      'Responde con el status que devuelve traducirError, y ponlo antes de json(), que ya envía'
    expect(status, suEstado).toBe(estado)
    const objeto = 'json() ya convierte el objeto: responde con { error: mensaje }, sin JSON.stringify'
    expect(body, objeto).toBeTypeOf('object')
    expect(body.error, 'El cuerpo es { error: mensaje }, con el mensaje que da traducirError').toBe(mensaje)
    const otra = await manejar(app, (completa) =>
      pedir(completa, `/perfil${CONSULTA}`, token).set(SE_PRESENTA),
    )
    const todos =
      'Respondes otra cosa según lo que la solicitud acepta o pide: responde a todos el mismo JSON'
    // Una traza cambia de un sitio a otro: lo que se enseña es solo si el cuerpo es el mismo.
    const mismo = JSON.stringify(otra.body) === JSON.stringify(body)
    expect([otra.status, otra.type, mismo], todos).toEqual([status, type, true])
  })

  test('no toca una respuesta que ya empezó a salir', async () => {
    const { status } = await fallar(new Error('otro fallo'), manejarErrores(vi.fn()))
    expect(status, 'Un error desconocido es un 500: traduce con traducirError').toBe(500)
    const [next, json] = [vi.fn(), vi.fn()]
    const nada = () => res
    const metodos = { set: nada, setHeader: nada, status: nada, sendStatus: nada, write: nada, destroy: nada }
    const [req, salida] = [Object({ socket: metodos }), { json, send: json, end: json }]
    const res: express.Response = Object({ ...metodos, ...salida, socket: metodos, headersSent: true })
    await desenlace(() => manejarErrores(() => {})(fallo, req, res, next))
    const frase = 'Deja la primera línea, que viene dada: una respuesta a medias solo la corta Express'
    expect(next.mock.calls, frase).toEqual([[fallo]])
    expect(json, frase).not.toHaveBeenCalled()
  })

  test('pide un token Bearer en los 401 y solo en ellos', async () => {
    const pide = async (token?: string) =>
      (await manejar(app, (completa) => pedir(completa, '/perfil', token))).get('WWW-Authenticate') ?? 'nada'
    const lleva = 'Un 401 lleva WWW-Authenticate: Bearer; ponlo con res.set(nombre, valor), antes de json()'
    expect(await pide(), lleva).toMatch(/^Bearer( |$)/i)
    const traducido = 'Un token expirado también es un 401: mira el status que da traducirError'
    expect(await pide(tokenDe(ana, { expiresIn: -1 })), traducido).toMatch(/^Bearer( |$)/i)
    const otro = (await fallar(new ErrorHttp(401, 'No'))).get('WWW-Authenticate') ?? 'nada'
    expect(otro, 'Todos los 401 llevan WWW-Authenticate, no solo los de un token').toMatch(/^Bearer( |$)/i)
    const { headers } = await fallar(
      Object.assign(conStatus(401), { headers: { 'X-Interno': 'clave-1234' } }),
    )
    const fijo =
      'Lo que trae un error ajeno no sale, tampoco en los encabezados: en WWW-Authenticate basta Bearer'
    expect(lineasCon('clave-1234', headers), fijo).toEqual([])
    const deCabeza = await manejar(app, (completa) => request(completa).head('/perfil'))
    const aTodos = 'Un 401 a HEAD va sin WWW-Authenticate: ponlo sea cual sea el método'
    expect(deCabeza.get('WWW-Authenticate') ?? 'nada', aTodos).toMatch(/^Bearer( |$)/i)
    const solo = 'WWW-Authenticate es solo para los 401'
    expect(await pide('abc'), solo).toBe('nada')
    for (const estado of [400, 403, 404]) {
      const { headers } = await fallar(new ErrorHttp(estado, 'No'))
      expect(headers, solo).not.toHaveProperty('www-authenticate')
    }
  })

  test('no repite el token en la respuesta', async () => {
    const escrito = mirarConsola()
    const { body, headers } = await manejar(app, (completa) => pedir(completa, '/perfil', 'token-secreto'))
    const repite = 'La respuesta repite el token: acabará en algún registro'
    expect(JSON.stringify([body, headers]), repite).not.toContain('token-secreto')
    // Un 401 lleva un encabezado más. El token cambia con la hora: lo que se enseña es solo si está.
    const viejo = tokenDe(ana, { expiresIn: -1 })
    const expirada = await manejar(app, (completa) => pedir(completa, '/perfil', viejo))
    expect(JSON.stringify([expirada.body, expirada.headers]).includes(viejo), repite).toBe(false)
    expect(Object.keys(expirada.body), CUERPO).toEqual(['error'])
    const registro = 'No escribas el token: quien lea el registro podría usarlo'
    expect(lineasCon('token-secreto', escrito()), registro).toEqual([])
    expect(body, CUERPO).toEqual({ error: 'Token inválido' })
  })

  test('registra un error desconocido sin contarlo', async () => {
    const registrar = vi.fn()
    // Uno solo, como en la aplicación: lo que recuerde de un fallo se nota en el siguiente.
    const manejador = manejarErrores(registrar)
    const respuesta = await fallar(fallo, manejador)
    const { status, type, body, headers } = respuesta
    expect(status, 'Un error desconocido es un 500: traduce con traducirError').toBe(500)
    expect(type, NO_ES_JSON).toMatch('json')
    expect(body, 'El detalle es para el registro, no para el cliente').toEqual({ error: 'Error interno' })
    const alrededor = [headers, Object(respuesta).res?.statusMessage]
    const fuera = 'El detalle tampoco sale en los encabezados ni junto al estado: solo en el registro'
    expect(lineasCon('clave-1234', alrededor), fuera).toEqual([])
    const otra = vi.fn()
    const pedida = await fallar(fallo, manejarErrores(otra), `/${CONSULTA}`, SE_PRESENTA)
    const pide = 'Das el detalle a quien lo pide en la URL o en un encabezado: responde a todos lo mismo'
    expect(lineasCon('clave-1234', pedida.body), pide).toEqual([])
    const registrados = () => registrar.mock.calls.map(([error]) => error)
    const calla =
      'registrar no recibió un error desconocido: llámala si el status de traducirError es 500 o más'
    expect(registrar, calla).toHaveBeenCalled()
    const original = 'Llama a registrar con el error original de un 5xx, desde el mismo 500'
    expect(registrados()[0], original).toBe(fallo)
    expect(fallo.message, 'No cambies el error original: lo lee quien busca el fallo').toBe('clave-1234')
    const sinToken = 'Registra el error y nada de la solicitud: sus encabezados llevan el token'
    expect(lineasCon('token-secreto', registrar.mock.calls), sinToken).toEqual([])
    expect(registrados(), 'Registra cada error una sola vez').toHaveLength(1)
    for (const estado of [400, 401, 422, 499]) await fallar(new ErrorHttp(estado, 'No'), manejador)
    expect(registrados(), SOLO_5XX).toHaveLength(1)
    const nuestro = new ErrorHttp(503, 'Espera & vuelve <pronto>')
    const espera = await fallar(nuestro, manejador)
    const desde500 = otra.mock.calls.some(([error]) => error === nuestro)
      ? 'Registras con la función de otro manejador: usa la registrar que recibe este, sin guardarla fuera'
      : 'Un 503 también es un 5xx: registra desde el 500'
    expect(registrados(), desde500).toHaveLength(2)
    const propio = 'De un 503 nuestro registra el propio error, que no lleva otro dentro'
    expect(registrados()[1], propio).toBe(nuestro)
    const suyo = 'Un 503 nuestro se cuenta como es: responde con el estado y el mensaje de traducirError'
    expect([espera.status, espera.body], suyo).toEqual([503, { error: 'Espera & vuelve <pronto>' }])
    const aMedias: RequestHandler = (_req, res) => {
      res.status(201).set('Retry-After', '30')
      throw new ErrorHttp(409, 'Ya existe')
    }
    const empezada = await manejar(express().use(aMedias, manejarErrores()), (completa) =>
      pedir(completa, '/'),
    )
    const puesto =
      'Respondes con el estado que la ruta puso antes de fallar: el de traducirError es el que vale'
    expect(empezada.status, puesto).toBe(409)
    const borrados =
      'Borras los encabezados que otros pusieron, como Retry-After: añade el tuyo y deja los demás'
    expect(empezada.headers['retry-after'], borrados).toBe('30')
    await fallar(fallo, manejador)
    expect(registrados(), 'Registra también un fallo que se repite').toHaveLength(3)
    await fallar('un texto', manejador)
    expect(registrados()[3], 'Se puede lanzar cualquier valor: registra también lo que no es un Error').toBe(
      'un texto',
    )
    vi.stubEnv('NODE_ENV', 'development')
    const { body: enDesarrollo } = await fallar(fallo, manejarErrores(vi.fn()))
    const siempre = 'Con NODE_ENV=development el cliente lee el detalle: responde siempre lo mismo'
    expect(lineasCon('clave-1234', enDesarrollo), siempre).toEqual([])
    vi.stubEnv('NODE_ENV', 'production')
    await fallar(fallo, manejador)
    expect(
      registrados(),
      'En producción, según NODE_ENV, no registras un 500, y es donde más falta hace',
    ).toHaveLength(5)
    const entero =
      'Con NODE_ENV=production no registras el error original: pásalo entero a registrar en cualquier entorno'
    expect(registrados()[4], entero).toBe(fallo)
    const conRaya = await fallar(new ErrorHttp(401, 'Sesión cerrada — vuelve')).catch(() => undefined)
    const noCabe = 'Un mensaje con «—» no cabe en un encabezado, y tu respuesta falla: no lo pongas ahí'
    expect(conRaya?.status, noCabe).toBe(401)
    const consola = vi.spyOn(console, 'error').mockImplementation(() => {})
    await fallar(fallo)
    expect(consola.mock.calls[0]?.[0], 'Quien no pasa registrar espera el error en console.error').toBe(fallo)
  })

  test('responde 400 a un JSON mal formado sin repetirlo', async () => {
    const escrito = mirarConsola()
    // Creada aquí, su console.error es el que se mira.
    const { status, body } = await manejar(crearApp({ secreto: SECRETO }), (completa) =>
      request(completa).post('/login').type('json').send('{"password":clave-1234}'),
    )
    expect(status, 'express.json() ya puso status 400 en su error: consérvalo').toBe(400)
    const frase = 'El mensaje de express.json() repite el cuerpo: responde con el de traducirError'
    expect(body, frase).toEqual({ error: 'Solicitud incorrecta' })
    expect(lineasCon('clave-1234', escrito()), SOLO_5XX).toEqual([])
  })
})

describe('rutaNoEncontrada', () => {
  test('responde 404 «Ruta no encontrada» en JSON', async () => {
    const colgada = 'Lanza el ErrorHttp aquí mismo: si lo devuelves o lo lanzas más tarde, nadie responde'
    const sola = express().use(rutaNoEncontrada)
    for (const [metodo, ruta, encabezados] of [
      ['get', '/no-existe', {}],
      ['post', '/no-existe?clave=1234', {}],
      ['options', '/no-existe/', {}],
      ['get', '/no-existe/', {}],
      ['get', '/favicon.ico', SE_PRESENTA],
    ] as const) {
      const pedirla = (completa: Express) => request(completa)[metodo](ruta).set(encabezados)
      const { error, siguio } = await atender(sola, pedirla, colgada)
      expect(siguio, 'No respondas aquí: lanza el ErrorHttp y responde manejarErrores').toBe(true)
      const sigue = 'Nadie atiende lo que sigue con next(), sea cual sea el método: lanza el ErrorHttp'
      expect(error, sigue).toBeDefined()
      expect(claseDe(error), 'Lanza un ErrorHttp: otra clase se cuenta de otra manera').toBe('ErrorHttp')
      const { status, message } = error as ErrorHttp
      expect(status, ORDEN).toBeTypeOf('number')
      expect(status, 'Una ruta que no existe es un 404').toBe(404)
      expect(message, 'El mensaje es «Ruta no encontrada», tal cual y sin lo que se pidió').toBe(
        'Ruta no encontrada',
      )
    }
    const { body } = await pedir(sinCuelgues(app), '/no-existe')
    expect(body, 'El 404 no llega al cliente en JSON').toEqual({ error: 'Ruta no encontrada' })
  })
})
