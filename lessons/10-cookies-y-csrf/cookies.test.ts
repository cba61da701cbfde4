import express, { type CookieOptions, type Express, type RequestHandler } from 'express'
import request, { type Response } from 'supertest'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { enTexto, mirarConsola } from '#comun/consola.ts'
import { ErrorHttp } from '#comun/errores.ts'
import { type Paso, pasar } from '#comun/paso.ts'
import { ana, CUENTA_DE_ANA, desenlace, enviar, root, SECRETO, sinCuelgues, tokenDe } from '#comun/pruebas.ts'
import {
  aceptarCookie,
  COOKIE,
  COOKIE_DE_RENOVACION,
  exigirOrigen,
  leerCookie,
  opcionesDeCookie,
} from '#ejercicio/10-cookies-y-csrf/cookies.ts'
import { manejarErrores } from '#solucion/04-manejo-de-errores/errores.ts'
import { crearApp } from './app.ts'

const origen = 'https://app.ejemplo.com'
const NUESTRA = { Origin: origen, 'Sec-Fetch-Site': 'same-origin' }
/** Un `fetch` de otra página, con lo que suele acompañarlo. */
const DE_OTRA_PAGINA = {
  Origin: 'https://malo.com',
  'Sec-Fetch-Site': 'cross-site',
  'Sec-Fetch-Mode': 'cors',
  'X-Requested-With': 'XMLHttpRequest',
  Accept: 'application/json',
  'X-CSRF-TOKEN': 'x',
}
/** A quién se envía, según quien envía: no dice de dónde viene. */
const A_LA_API = { Host: 'app.ejemplo.com', 'X-Forwarded-Host': 'app.ejemplo.com' }
const HTTPS = { 'X-Forwarded-Proto': 'https' }
const NOMBRE_EXACTO = 'Solo vale el nombre exacto: el navegador no protege los que se parecen'
const BASTA_UNA =
  'Basta una de las dos: Sec-Fetch-Site «same-origin», u Origin en la lista. Y sigue con next()'
const BASTA_EL_SITIO =
  'Con Sec-Fetch-Site «same-origin» se sigue, sea cual sea Origin: léelo con req.get("Sec-Fetch-Site")'
const EN_LA_LISTA =
  'Sin Sec-Fetch-Site decide Origin: req.get("Origin"), entero, es uno de origenes; ¿falta un return?'
const DE_NULL = 'Con Origin «null» hay un 500: new URL lanza con ese texto; compara Origin tal como llega'
const UNA_CUALQUIERA = 'Basta con que Origin sea uno cualquiera de origenes, diga lo que diga Sec-Fetch-Site'
const DOS_COSAS = 'Haces dos cosas: al seguir, sal de la función; el return de un forEach no sale de ella'
const SIEMPRE =
  'Dejas pasar un POST de otro sitio: es un 403. ¿Hay una condición que se cumple siempre o que cumple cualquiera?'
const DE_ANA =
  'Otra página actúa en nombre de Ana: lo que llega con la cookie y sin Authorization pasa por vigilar'
const EN_CLARO =
  'Llama a vigilar también por HTTP, sin mirar req.secure: exigirHttps, que va detrás, rechaza lo que llega en claro'
const SIN_COOKIE = 'Sin cookie no se rechaza nada: sigue, y la guardia decidirá'
const SIN_SESION = 'exigirOrigen vigila cualquier ruta, también las de quien aún no tiene sesión'
const UNA_VEZ = 'Cada camino acaba en una sola llamada: next() o vigilar, y return para no seguir'
const EN_CUALQUIER_ENTORNO = 'Haz lo mismo en desarrollo y en producción: que no dependa de NODE_ENV'
const TOKEN = 'un.token.entero'
const TREINTA_DIAS = 30 * 24 * 3600
/** Muchas cookies de otros: doce mil caracteres, que en una solicitud caben. */
const MUCHAS = Array.from({ length: 200 }, (_, i) => `c${i}=${'x'.repeat(55)}`).join('; ')

afterEach(() => {
  vi.useRealTimers().restoreAllMocks()
  vi.unstubAllEnvs()
})

const otra = 'https://otra.ejemplo.com'
const vigilar = exigirOrigen([origen, otra])

/** La aplicación detrás de un proxy que termina TLS. */
const crear = () => crearApp({ secreto: SECRETO, origen, proxies: ['loopback'] })
const conCookie = (token: string) => ({ Cookie: `tema=oscuro; ${COOKIE}=${token}` })
/** Cuál de los tres argumentos de un middleware es. */
function nombreDe(valor: unknown): string {
  if (typeof valor === 'function') return 'next'
  if (Object(valor).setHeader) return 'res'
  return Object(valor).method ? 'req' : String(valor)
}
const cookiesDe = ({ headers }: Response): string[] => [headers['set-cookie'] ?? []].flat()

/** POST por HTTPS con esos encabezados. */
function publicar(app: Express, ruta: string, encabezados: Record<string, string>, cuerpo?: object) {
  const solicitud = request(app).post(ruta)
  return solicitud.set({ ...HTTPS, ...encabezados }).send(cuerpo)
}

let puestas: CookieOptions
/** Pone la cookie con las últimas opciones: una aplicación para todas, que crearla cuesta más que la solicitud. */
const quePone = express()
  .get('/', (_req, res) => void res.cookie(COOKIE, 'x', puestas).end())
  .use(manejarErrores(() => {}))

/** Lo que escribe Express con las opciones, salvo la hora: es lo que lee el navegador. */
async function setCookie(segundos: number): Promise<string> {
  expect(COOKIE, 'COOKIE ha perdido su prefijo: vuelve a llamarla «__Host-token»').toMatch(/^__Host-/)
  const opciones = opcionesDeCookie(segundos)
  expect(opciones, 'opcionesDeCookie no devuelve las opciones: ¿falta un return?').toBeTypeOf('object')
  const ajenos = Object.keys(opciones).filter((nombre) =>
    /^[A-Z]|-|^(httponly|samesite|maxage)$/.test(nombre),
  )
  const AJENOS = 'Express no conoce esos nombres: son httpOnly, secure, sameSite, path y maxAge'
  expect(ajenos, AJENOS).toEqual([])
  puestas = opciones
  const respuesta = await request(quePone).get('/')
  expect(
    respuesta.status,
    'Express no acepta esas opciones: quita las que sobran; maxAge es un número, y path, un texto',
  ).toBe(200)
  return cookiesDe(respuesta)
    .join()
    .replace(/; Expires=[^;]*/, '')
}

describe('opcionesDeCookie', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }))
  const pedidas = new Map<number, Promise<string>>()
  /** La cookie que dura esos segundos, pedida una sola vez. */
  const pedida = (segundos: number) => {
    const cookie = pedidas.get(segundos) ?? setCookie(segundos)
    pedidas.set(segundos, cookie)
    return cookie
  }

  test.each([
    ['HttpOnly', /; HttpOnly/, 'Sin httpOnly, cualquier script de la página lee el token'],
    ['Secure', /; Secure/, 'Sin secure viaja también por HTTP, y __Host- se rechaza'],
    ['SameSite', /; SameSite=Strict/, 'Con sameSite «strict», los demás sitios no la envían'],
    ['Path', /; Path=\/(;|$)/, 'El prefijo __Host- exige path «/»'],
    [
      'ningún Domain',
      /^__Host-(?!.*Domain)/,
      'Con domain la reciben todos los subdominios, y __Host- se rechaza',
    ],
  ])('pide al navegador %s', async (_atributo, patron, frase) => {
    expect(await pedida(3600), frase).toMatch(patron)
    const deSiempre = opcionesDeCookie(3600)
    for (const entorno of ['development', 'production']) {
      vi.stubEnv('NODE_ENV', entorno)
      expect(opcionesDeCookie(3600), EN_CUALQUIER_ENTORNO).toEqual(deSiempre)
    }
    for (const segundos of [0, 47, 28_800, TREINTA_DIAS]) {
      const iguales = `Con ${segundos} segundos, los atributos son otros: pídelos todos, dure lo que dure la cookie`
      expect(await pedida(segundos), iguales).toMatch(patron)
    }
  })

  test('dura los segundos que recibe', async () => {
    const [hora, poco, nada] = [await pedida(3600), await setCookie(47), await setCookie(0)]
    expect(hora, 'Falta maxAge: así se escribe lo que dura en las opciones de res.cookie').toMatch('Max-Age=')
    const [deHora, dePoco] = [hora, poco].map((texto) => Number(/Max-Age=(-?\d+)/.exec(texto)?.[1]))
    const fija = deHora === dePoco && deHora !== 0
    const FIJA =
      'Con otros segundos sale el mismo maxAge: son los de cada llamada, por mil; no lo fijes ni lo guardes'
    expect(fija, FIJA).toBe(false)
    const DIEZ_ANIOS = 10 * 365 * 24 * 3600
    expect(deHora, 'maxAge es lo que dura, no un instante: quita Date.now()').toBeLessThan(DIEZ_ANIOS)
    const frase = 'res.cookie espera milisegundos en maxAge, y Set-Cookie lleva segundos'
    expect(hora, frase).toMatch('; Max-Age=3600;')
    const exacto = 'maxAge son los segundos que recibe, por mil: sin redondear y sin un mínimo'
    expect(poco, exacto).toMatch('; Max-Age=47;')
    const CERO = 'Con 0 segundos ya no vale: sin Max-Age=0 duraría lo que el navegador abierto'
    expect(nada, CERO).toMatch('; Max-Age=0;')
    const una = opcionesDeCookie(3600)
    const { maxAge } = una
    opcionesDeCookie(47)
    const NUEVO = 'Devuelve un objeto nuevo cada vez: pedir otra cookie cambió lo que dura la de antes'
    expect(una.maxAge, NUEVO).toBe(maxAge)
    const LARGA =
      'Con 30 días sale otro Max-Age: son los segundos que recibe, por mil, sin un máximo ni operaciones de 32 bits'
    expect(await setCookie(TREINTA_DIAS), LARGA).toMatch(`; Max-Age=${TREINTA_DIAS};`)
    const ACABADA =
      'Con -60 segundos, los de una sesión que ya acabó, la cookie se guarda: no les cambies el signo'
    expect(await setCookie(-60), ACABADA).toMatch(/; Max-Age=(?:0|-60);/)
  })
})

describe('leerCookie', () => {
  const ENTRE_TODOS = 'Busca entre todos los trozos que separa «; », con su espacio'
  const ENTERO = 'El valor es todo lo que sigue al primer «=», hasta el «; »'
  /** Lo que le pasa a lo que sale de un encabezado que la trae. */
  function motivoDe(valor: unknown, sola: boolean): string {
    if (valor === undefined && sola)
      return 'La cookie está y devuelves undefined: ¿falta return, está en un forEach, o no buscas nombre y «=»?'
    if (valor === undefined) return ENTRE_TODOS
    if (typeof valor !== 'string')
      return 'Devuelve un texto: find() da un trozo; filter(), una lista, y some(), un sí'
    return /x|oscuro/.test(valor) ? NOMBRE_EXACTO : ENTERO
  }

  test.each([
    ['sola', `${COOKIE}=a.b.c`],
    ['la primera', `${COOKIE}=a.b.c; tema=oscuro`],
    ['la última', `tema=oscuro; ${COOKIE}=a.b.c`],
    ['detrás de una parecida', `${COOKIE}2=x; mi${COOKIE}=x; ${COOKIE}=a.b.c`],
    ['detrás de una sin nombre', `suelta; =x; ${COOKIE}=a.b.c`],
  ])('lee la cookie si está %s', async (donde, encabezado) => {
    const valor = leerCookie(encabezado, COOKIE)
    expect(valor, motivoDe(valor, donde === 'sola')).toBe('a.b.c')
    const OTRA_VEZ =
      'La segunda vez no la encuentras: no recuerdes nada; una expresión regular con g recuerda'
    expect(leerCookie(encabezado, COOKIE), OTRA_VEZ).toBe('a.b.c')
    const otro = leerCookie(encabezado.replace('a.b.c', 'd'), COOKIE)
    const SIN_GUARDAR = 'Con otro encabezado sale el valor de antes: no lo guardes de una llamada a otra'
    expect(otro === 'a.b.c' ? 'el de antes' : 'otro', SIN_GUARDAR).toBe('otro')
    expect(leerCookie(`${encabezado.replace('b', 'b==')}; x=y`, COOKIE), ENTERO).toBe('a.b==.c')
    const cual = 'Busca el nombre que recibes, que no es siempre el mismo'
    expect(leerCookie('otra=2', 'otra'), cual).toBe('2')
    expect(leerCookie('una=1; otra=2', 'otra'), ENTRE_TODOS).toBe('2')
    const CON_OTRO_NOMBRE =
      'Con el mismo encabezado y otro nombre sale el valor de antes: no lo guardes de una llamada a otra'
    expect(leerCookie('una=1; otra=2', 'una') === '2' ? 'el de antes' : 'otro', CON_OTRO_NOMBRE).toBe('otro')
    const { devuelve } = await desenlace(() => leerCookie(encabezado.replace('b', '%'), COOKIE))
    expect(devuelve, 'Ni el nombre ni el valor se decodifican: son el texto que llega').toBe('a.%.c')
    const SIN_TOPE =
      'En un encabezado largo no la encuentras: mira todos sus trozos, sin tope de caracteres ni de cookies'
    for (const largo of [`${MUCHAS}; ${encabezado}`, `${encabezado}; ${MUCHAS}`])
      expect(leerCookie(largo, COOKIE) === 'a.b.c' ? 'está' : 'no está', SIN_TOPE).toBe('está')
    const valorLargo = 'y'.repeat(4000)
    const suya = leerCookie(`${encabezado.replace('a.b.c', valorLargo)}; ${MUCHAS}`, COOKIE)
    const CABE =
      'Un valor de 4000 caracteres cabe en una cookie y no sale entero: no lo cortes ni le pongas tope'
    expect(suya === valorLargo ? 'entero' : 'otra cosa', CABE).toBe('entero')
  })

  test.each([
    ['no hay encabezado', undefined],
    ['solo hay otras', 'tema=oscuro; token=x; __Secure-token=x'],
    ['otra termina igual', `mi${COOKIE}=x`],
    ['otra empieza igual', `${COOKIE}2=x`],
    ['otra la contiene', `tema=${COOKIE}=x`],
    ['otra va en minúsculas', `${COOKIE.toLowerCase()}=x`],
    ['otra lleva su nombre codificado', `${COOKIE.replace('_', '%5F')}=x`],
    ['otra empieza por un espacio duro', `tema=oscuro; \u00a0${COOKIE}=x`],
    ['una no tiene nombre', `=${COOKIE}=x`],
  ])('no encuentra la cookie si %s', (_caso, encabezado) => {
    const valor = leerCookie(encabezado, COOKIE)
    expect(valor || undefined, NOMBRE_EXACTO).toBeUndefined()
    expect(
      valor,
      'Si no está, devuelve undefined, y no null ni un texto vacío: aceptarCookie los distingue',
    ).toBeUndefined()
    const HEREDADO =
      'Das lo que todo objeto hereda por una cookie que no está: júntalas en un Map, o mira Object.hasOwn'
    for (const nombre of ['constructor', '__proto__'])
      expect(typeof leerCookie(encabezado, nombre), HEREDADO).toBe('undefined')
    const COMA = 'Das lo que va detrás de una coma, y es del valor de otra cookie: solo «; » las separa'
    expect(leerCookie(`tema=a,${COOKIE}=x`, COOKIE), COMA).toBeUndefined()
    // El navegador protege letra a letra los nombres que empiezan por __Host-.
    const casi = [COOKIE.replace('o', '\u00ba'), COOKIE.replace('__', '..'), COOKIE.replace('__', '%5f_')]
    for (const otro of casi) expect(leerCookie(`${otro}=x`, COOKIE), NOMBRE_EXACTO).toBeUndefined()
    const SIN_IGUAL = 'Das algo de un trozo sin «=», que no tiene nombre: exige el nombre y «=» juntos'
    expect(leerCookie(`${COOKIE}X; y=1`, COOKIE), SIN_IGUAL).toBeUndefined()
  })
})

/** Lo que no es de lectura, con el método que sea. */
async function rechazarConOtroMetodo(): Promise<void> {
  for (const [metodo, encabezados] of [
    ['put', DE_OTRA_PAGINA],
    ['patch', {}],
    ['delete', DE_OTRA_PAGINA],
    ['mkcol', {}],
    ['trace', {}],
  ] as const) {
    const { status } = await pasar(vigilar, { metodo, encabezados })
    const cambia = `Un ${metodo.toUpperCase()} de otra página pasa: solo GET, HEAD y OPTIONS son de lectura`
    expect(status, cambia).toBe(403)
  }
}

/** Con cualquier lista y en cualquier entorno. */
async function rechazarConOtraLista(): Promise<void> {
  const conLista = async (lista: string[], encabezados: Record<string, string>) =>
    (await pasar(exigirOrigen(lista), { metodo: 'post', encabezados })).status
  const VACIA = 'Con la lista vacía no se conoce a nadie: se vigila igual'
  expect([await conLista([], DE_OTRA_PAGINA), await conLista([], {})], VACIA).toEqual([403, 403])
  const LA_SUYA =
    'Origin no está en su lista, y pasa: no guardes la lista de una llamada a exigirOrigen para otra'
  // No es un origen, y vale rechazarlo; lo que no vale es abrir a quien no está.
  const conAsterisco = await conLista(['*', otra], { Origin: origen }).catch(() => 'se rechaza')
  const sinAsterisco = conAsterisco === 204 ? await conLista([otra], { Origin: origen }) : 403
  expect(sinAsterisco, LA_SUYA).toBe(403)
  const ASTERISCO = '«*» en la lista abre a cualquiera: es un texto más, y ningún Origin es igual a él'
  expect(conAsterisco, ASTERISCO).not.toBe(204)
  for (const ajeno of [
    'https://localhost',
    'http://127.0.0.1:3000',
    'capacitor://localhost',
    'chrome-extension://abc',
  ]) {
    const DE_CASA = `Con Origin «${ajeno}», que no está en la lista, pasa: solo valen los que recibe exigirOrigen`
    expect(await conLista([origen], { Origin: ajeno }), DE_CASA).not.toBe(204)
  }
  const DE_HOST =
    'Con Origin igual a Host pasa, y Host lo elige quien llama: solo valen los que recibe exigirOrigen'
  const suyo = { Host: 'malo.com', Origin: 'https://malo.com' }
  expect(await conLista([origen], suyo), DE_HOST).not.toBe(204)
  for (const sitio of ['otro', 'same-origin, cross-site']) {
    const UN_VALOR = `Con Sec-Fetch-Site «${sitio}» pasa: el único valor que basta es «same-origin», entero`
    expect(await conLista([origen], { 'Sec-Fetch-Site': sitio }), UN_VALOR).not.toBe(204)
  }
  const desdeLaPropia = { Origin: 'null', 'Sec-Fetch-Site': 'same-origin' }
  const suyas = { metodo: 'post', encabezados: desdeLaPropia } as const
  const { status: otraVez } = await pasar(vigilar, suyas).catch(deNewUrl)
  const SIN_MEMORIA = 'Un Origin que se rechazó no pasa después desde la propia página: no recuerdes nada'
  expect(otraVez, SIN_MEMORIA).toBe(204)
  const lista = [origen, otra]
  await pasar(exigirOrigen(lista), { metodo: 'post', encabezados: { Origin: otra } })
  const AJENA = 'Cambias la lista que recibes, y quien llama la usa para otra cosa: solo léela'
  expect(lista, AJENA).toEqual([origen, otra])
  for (const entorno of ['development', 'production']) {
    vi.stubEnv('NODE_ENV', entorno)
    expect(await conLista([origen], DE_OTRA_PAGINA), EN_CUALQUIER_ENTORNO).toBe(403)
  }
}

/** Ni en el error ni en la consola: los dos acaban en los registros. */
async function rechazarSinRepetirElToken(): Promise<void> {
  const escrito = mirarConsola()
  let fallo: unknown
  const anotar: RequestHandler = async (req, res, next) => {
    const { lanza } = await desenlace(() =>
      vigilar(req, res, (error) => {
        fallo = error
        next(error)
      }),
    )
    fallo ??= lanza
    if (lanza) throw lanza
  }
  const encabezados = { ...DE_OTRA_PAGINA, ...conCookie(TOKEN), Authorization: `Bearer ${TOKEN}` }
  await pasar(anotar, { metodo: 'post', encabezados })
  const registrado = enTexto([fallo, escrito()])
  const REPITE = 'Mensaje, causa y consola acaban en los registros: en req.headers va el token'
  expect(registrado.includes(TOKEN) ? 'lleva el token' : 'no lo lleva', REPITE).toBe('no lo lleva')
}

/** El error de `new URL` lleva un código en Node y no en un navegador: en los dos es un 500. */
function deNewUrl(error: Error): { hizo: string[]; status: number; body?: unknown; recibidos: object } {
  if (!/\bURL\b/.test(error.message)) throw error
  return { hizo: ['rechaza'], status: 500, recibidos: {} }
}

/** Por qué pasa lo que no debía, según lo que trae. */
function motivoDe(encabezados: Record<string, string>): string {
  if (Object.keys(encabezados).length === 0)
    return 'Sin Sec-Fetch-Site ni Origin no se sabe de dónde viene: es un 403'
  const { Origin = '', Referer, 'Sec-Fetch-Site': sitio } = encabezados
  if (Origin.includes('app'))
    return 'Compara Origin entero, con === o con origenes.includes(): parecerse a uno de ellos no basta'
  const propios = Object.keys(encabezados)
    .filter((nombre) => !(nombre in DE_OTRA_PAGINA))
    .join(' y ')
  if (Origin === DE_OTRA_PAGINA.Origin && propios)
    return `De otra página es un 403, traiga ${propios} o no: solo cuentan Sec-Fetch-Site y Origin`
  if (sitio)
    return `Con Sec-Fetch-Site «${sitio}» y sin un Origin conocido es un 403: por sí solo basta «same-origin»`
  if (Referer)
    return 'Referer no cuenta: de dónde viene lo dicen Sec-Fetch-Site y Origin; sin ellos, ErrorHttp 403'
  if (Origin === 'null')
    return 'Origin «null», de cualquier página que no diga el suyo, no está en origenes: compara solo con esa lista; ErrorHttp 403'
  return 'Ni viene de la propia página ni de una conocida: ErrorHttp 403'
}

/** Por qué pasa lo de otra página: por ser como es, o por no traer ninguna cookie. */
async function motivoDePasar(encabezados: Record<string, string>): Promise<string> {
  const conUna = await pasar(vigilar, { metodo: 'post', encabezados: { ...encabezados, ...conCookie('x') } })
  return conUna.status === 403
    ? 'Sin cookies lo dejas pasar y con una lo rechazas: no las mires, que abrir sesión desde otra página también daña'
    : SIEMPRE
}

describe('exigirOrigen', () => {
  test.each([
    ['de la propia página', NUESTRA, BASTA_UNA],
    [
      'de una página que no dice su origen',
      { Origin: 'null', 'Sec-Fetch-Site': 'same-origin' },
      BASTA_EL_SITIO,
    ],
    ['de un navegador sin Sec-Fetch-Site', { Origin: origen }, EN_LA_LISTA],
    ['de otra página conocida', { Origin: otra, 'Sec-Fetch-Site': 'same-site' }, UNA_CUALQUIERA],
  ])('deja pasar un POST %s', async (_caso, encabezados: Record<string, string>, frase) => {
    const { hizo, status } = await pasar(vigilar, { metodo: 'post', encabezados }).catch(deNewUrl)
    const otroError = status === 500 && encabezados.Origin === 'null'
    expect(hizo, hizo.length > 1 ? DOS_COSAS : otroError ? DE_NULL : frase).toEqual(['sigue'])
    // Con una sola señal: con dos, una tapa lo que la otra recuerde.
    if (frase !== BASTA_EL_SITIO && frase !== EN_LA_LISTA) return
    const { hizo: otraVez } = await pasar(vigilar, { metodo: 'post', encabezados })
    const recuerda = 'La segunda vez ya no pasa: no recuerdes nada; una expresión regular con g recuerda'
    expect(otraVez, recuerda).toEqual(['sigue'])
  })

  test.each(['get', 'head', 'options'] as const)('deja leer desde otra página con %s', async (metodo) => {
    const { hizo, recibidos } = await pasar(vigilar, { metodo, encabezados: DE_OTRA_PAGINA })
    const deLectura = `Un ${metodo.toUpperCase()} de otra página no pasa: GET, HEAD y OPTIONS (req.method, en mayúsculas) pasan siempre, traigan lo que traigan`
    expect(hizo, hizo.length > 1 ? DOS_COSAS : deLectura).toEqual(['sigue'])
    const cors = 'Dejar pasar no es dejar leer la respuesta: no envíes encabezados de CORS'
    expect(recibidos, cors).not.toHaveProperty('access-control-allow-origin')
  })

  test.each([
    ['de otro sitio', DE_OTRA_PAGINA],
    [
      'de un formulario en un subdominio',
      {
        Origin: 'https://blog.ejemplo.com',
        'Sec-Fetch-Site': 'same-site',
        'Sec-Fetch-Mode': 'navigate',
        'Sec-Fetch-Dest': 'document',
        Accept: 'text/html',
      },
    ],
    ['de un subdominio de la página', { Origin: 'https://x.app.ejemplo.com', 'Sec-Fetch-Site': 'same-site' }],
    ['de otro puerto', { ...A_LA_API, Origin: `${origen}:8443`, 'Sec-Fetch-Site': 'same-site' }],
    [
      'de la máquina de quien desarrolla',
      { Host: 'localhost:3000', Origin: 'http://localhost:5173', 'Sec-Fetch-Site': 'cross-site' },
    ],
    ['del mismo sitio, sin decir su origen', { 'Sec-Fetch-Site': 'same-site' }],
    ['de nadie, según el navegador', { 'Sec-Fetch-Site': 'none' }],
    ['de un origen que empieza igual', { Origin: `${origen}.malo.com` }],
    ['de un origen que termina igual', { Origin: 'https://malo-app.ejemplo.com' }],
    ['de un origen que es un trozo', { Origin: origen.slice(0, -1) }],
    ['de un origen con otra letra en lugar de un punto', { Origin: 'https://appxejemplo.com' }],
    ['del mismo servidor sin cifrar', { ...A_LA_API, Origin: 'http://app.ejemplo.com' }],
    ['con Origin «null»', { Origin: 'null' }],
    ['sin ninguno de los dos', {}],
    ['que lo dice en Referer', { Referer: `${origen}/perfil` }],
    ['que dice ser un GET', { ...DE_OTRA_PAGINA, 'X-HTTP-Method-Override': 'GET' }],
    [
      'que trae JSON y dice ser un programa',
      { ...DE_OTRA_PAGINA, 'Content-Type': 'application/json', 'User-Agent': 'curl/8.5.0' },
    ],
    ['que trae Authorization', { ...DE_OTRA_PAGINA, Authorization: 'Bearer x' }],
  ])('rechaza un POST %s', async (_caso, encabezados: Record<string, string>) => {
    const { hizo, status, body, recibidos } = await pasar(vigilar, { metodo: 'post', encabezados }).catch(
      deNewUrl,
    )
    expect(hizo, 'Devuelves el error: lánzalo con throw').not.toContain('devuelve un error')
    const pasa = status === 204 && encabezados === DE_OTRA_PAGINA
    const otroCodigo = `Rechazas con un ${status}, y es un 403: lanza ErrorHttp(403, "Origen no permitido")`
    // Un 500 puede ser de new URL, con algo que no lo es.
    const respondido = status > 299 && (status < 500 || URL.canParse(`${encabezados.Origin}`))
    const deQue = status === 500 && encabezados.Origin === 'null' ? DE_NULL : motivoDe(encabezados)
    const motivo = respondido ? otroCodigo : deQue
    expect(status, pasa ? await motivoDePasar(encabezados) : motivo).toBe(403)
    expect(body, 'Lanza ErrorHttp(403, "Origen no permitido")').toEqual({ error: 'Origen no permitido' })
    expect(hizo, 'Haces dos cosas: después de rechazar se sale de la función').toHaveLength(1)
    const BORRA =
      'Al rechazar escribes o borras cookies, y otra página cerraría así la sesión de Ana: solo rechaza'
    expect(recibidos, BORRA).not.toHaveProperty('set-cookie')
    if (Object.keys(encabezados).length > 0) return
    await rechazarConOtroMetodo()
    await rechazarConOtraLista()
    await rechazarSinRepetirElToken()
  })
})

/** Con la cookie, lo que se haga lo decide vigilar: rechace con next() o lanzando, no se sigue. */
async function decide(metodo: Paso['metodo']): Promise<void> {
  const vistos: string[][] = []
  const rechaza = (...recibe: unknown[]) => {
    vistos.push(recibe.map(nombreDe))
    const next = recibe.find((uno) => typeof uno === 'function')
    next?.(new ErrorHttp(403, 'No'))
  }
  const lanza = () => {
    throw new ErrorHttp(429, 'Espera')
  }
  for (const vigilar of metodo === 'post' ? [rechaza, lanza] : [rechaza]) {
    const { hizo, status } = await pasar(aceptarCookie(vigilar), { metodo, encabezados: conCookie('x') })
    if (vistos.length === 0) {
      const porHttps = { metodo, encabezados: { ...conCookie('x'), ...HTTPS }, proxies: 'loopback' }
      await pasar(aceptarCookie(vigilar), porHttps)
      expect(vistos.length ? 'solo por HTTPS' : 'nunca', EN_CLARO).toBe('nunca')
    }
    const siempre =
      'Con GET también se llama a vigilar: es él quien sabe qué se puede hacer desde otra página'
    expect(vistos, metodo === 'get' ? siempre : DE_ANA).toHaveLength(1)
    expect(vistos[0], 'vigilar recibe los mismos tres argumentos, y en el mismo orden').toEqual([
      'req',
      'res',
      'next',
    ])
    const otroNext = 'vigilar recibió otra función en lugar de next(): pásale la misma, sin llamarla'
    expect(hizo, hizo.length ? UNA_VEZ : otroNext).toHaveLength(1)
    const sigue =
      vigilar === rechaza
        ? 'vigilar rechazó con next(error) y se sigue: dale next tal cual, no otra función que pierda el error'
        : 'vigilar lanzó un error y se sigue: déjalo salir, sin un catch que lo calle'
    const responde = 'Si vigilar rechaza, no hagas nada más: dale next() y deja salir lo que lance'
    expect(hizo, hizo.includes('sigue') ? sigue : responde).toEqual(['rechaza'])
    const SU_ERROR = 'vigilar lanzó un error y se responde con otro: déjalo salir tal cual'
    if (vigilar === lanza) expect(status, SU_ERROR).toBe(429)
  }
  if (metodo !== 'post') return
  const conUnTexto: RequestHandler = (_req, _res, next) => next('router')
  const respondiendo: RequestHandler = (_req, res) => void res.sendStatus(403)
  for (const vigilar of [conUnTexto, respondiendo]) {
    const { hizo } = await pasar(aceptarCookie(vigilar), { metodo, encabezados: conCookie('x') })
    const DE_OTRO_MODO =
      'vigilar rechazó sin un Error, con next("router") o respondiendo, y se sigue: dale next tal cual y no hagas más'
    expect(hizo, DE_OTRO_MODO).not.toContain('sigue')
  }
}

/** Que vigilar dejara leer no dice nada de lo que llegue después con la misma cookie. */
async function vigilarSiempre(): Promise<void> {
  const puerta = aceptarCookie(vigilar)
  const pedir = async (metodo: 'get' | 'post', token: string) =>
    (await pasar(puerta, { metodo, encabezados: { ...DE_OTRA_PAGINA, ...conCookie(token) } })).hizo
  // Si no se rechaza de ningún modo, lo dicen las pruebas de más abajo.
  if ((await pedir('post', 'otro')).includes('sigue')) return
  await pedir('get', TOKEN)
  const hizo = await pedir('post', TOKEN)
  const CADA_VEZ = 'Lo que vigilar dejó pasar una vez ya no se vigila: llámalo en cada solicitud'
  expect(hizo, CADA_VEZ).not.toContain('sigue')
}

/** Llegan dos antes de que vigilar acabe con ninguna. */
async function entrarALaVez(): Promise<void> {
  const esperan: (() => void)[] = []
  const despacio: RequestHandler = (_req, _res, next) => {
    esperan.push(next)
    if (esperan.length === 2) for (const sigue of esperan) sigue()
  }
  const app = express().use(
    aceptarCookie(despacio),
    (req, res) => void res.json(req.headers.authorization?.split(' ').at(-1)),
  )
  const respuestas = await Promise.all(
    ['uno', 'dos'].map((token) => request(app).get('/').set(conCookie(token))),
  )
  const CADA_UNA = 'Llegan dos a la vez y una entra con el token de la otra: guárdalo dentro de la función'
  expect(
    respuestas.map(({ body }) => body),
    CADA_UNA,
  ).toEqual(['uno', 'dos'])
}

describe('aceptarCookie', () => {
  test('abre, renueva y cierra la sesión con las cookies de POST /sesion', async () => {
    for (const metodo of ['post', 'put', 'patch', 'delete', 'get'] as const) await decide(metodo)
    const intacta =
      'Lo que vigilar dejaría pasar se rechaza: cambia solo req.headers.authorization, y nada más'
    const escrito = mirarConsola()
    for (const [encabezados, frase] of [
      [NUESTRA, SIN_COOKIE],
      [{ ...NUESTRA, ...conCookie(TOKEN) }, intacta],
    ] as const) {
      const puerta = aceptarCookie(exigirOrigen([origen]))
      const { hizo, recibidos } = await pasar(puerta, { metodo: 'post', encabezados })
      expect(hizo, hizo.join() === 'rechaza' ? frase : UNA_VEZ).toEqual(['sigue'])
      const sale = enTexto([recibidos, escrito()]).includes(TOKEN)
      const FUERA = 'El token va solo en req.headers: ni la respuesta ni la consola lo llevan'
      expect(sale ? 'el token sale' : 'no sale', FUERA).toBe('no sale')
    }
    vi.useFakeTimers({ toFake: ['Date'] })
    const app = crear()
    const entrada = await publicar(app, '/sesion', NUESTRA, CUENTA_DE_ANA)
    const abierta = { mensaje: 'Sesión abierta' }
    expect(entrada.body, 'POST /sesion deja entrar desde la propia página').toEqual(abierta)
    const Cookie = cookiesDe(entrada)
      .map((cookie) => cookie.split(';')[0])
      .join('; ')
    const perfilCon = async (cookies: Record<string, string>, enLaRuta = '') =>
      (
        await request(app)
          .get(`/perfil${enLaRuta}`)
          .set({ ...HTTPS, ...cookies })
      ).body
    const ponla =
      'Pon la cookie en req.headers.authorization, en minúsculas y con «Bearer …», y después llama a vigilar'
    expect(await perfilCon({ Cookie }), ponla).toEqual({ id: '1' })
    const deCadaUno = 'Cada solicitud trae su cookie: no guardes el token de una para otra'
    expect(await perfilCon(conCookie(tokenDe(root))), deCadaUno).toEqual({ id: '2' })
    const suToken = tokenDe(ana)
    const sinCookie = await perfilCon({}, `?token=${suToken}&access_token=${suToken}&jwt=${suToken}`)
    const enLaDireccion =
      'Abre un token que va en la dirección, y ella acaba en los registros: fuera de Authorization, solo COOKIE'
    const deAna = sinCookie.id === String(ana.id)
    expect(sinCookie, deAna ? enLaDireccion : deCadaUno).toEqual({ error: 'Token faltante' })
    vi.setSystemTime(Date.now() + 600_000)
    const renovada = await publicar(app, '/sesion/renovar', { ...NUESTRA, Cookie })
    expect(renovada.status, 'POST /sesion/renovar lee su cookie con leerCookie, y no debe perderse').toBe(200)
    const [, renovacion] = cookiesDe(renovada)
    const frase = 'Renovar no alarga la sesión: la cookie dura los segundos que recibe opcionesDeCookie'
    expect(renovacion, frase).toMatch('Max-Age=28200;')
    const salida = await publicar(app, '/logout', { ...NUESTRA, Cookie })
    expect(salida.status, 'POST /logout acepta la cookie de la propia página').toBe(200)
    const borrado = /^__Host-.*=; Path=\/; Expires=Thu, 01 Jan 1970.*Secure/
    for (const cookie of cookiesDe(salida)) {
      const NOMBRES =
        'Las dos cookies se llaman __Host-…: con otro prefijo, un subdominio puede poner una igual'
      expect(cookie, NOMBRES).toMatch(/^__Host-/)
      expect(cookie, 'Para borrarla hacen falta sus mismos atributos').toMatch(borrado)
    }
    const larga = {
      Cookie: `${MUCHAS.slice(0, 6000)}; ${COOKIE}=${tokenDe(ana, { propios: { nota: 'x'.repeat(3200) } })}`,
    }
    const LARGA = 'Un token largo no entra: si llega en COOKIE, da igual lo que mida y cuántas cookies haya'
    expect(await perfilCon(larga), LARGA).toEqual({ id: '1' })
    const deAnaEn = (nombre: string) => `${nombre}=${suToken}`
    const PARECIDOS = ['token', 'sesion', 'session', 'access_token', 'access_token_cookie', 'jwt']
    const sinPrefijo = [COOKIE.replace('__Host-', ''), COOKIE.replace('Host', 'Secure'), ...PARECIDOS]
    const enOtras = await perfilCon({ Cookie: sinPrefijo.map(deAnaEn).join('; ') })
    const PLANTADA =
      'Entra un token de otra cookie: acepta solo COOKIE; sin el prefijo __Host-, la puede poner un subdominio'
    expect(enOtras.id ? 'entra' : 'no entra', PLANTADA).toBe('no entra')
    const enEncabezados = await perfilCon({ 'X-Access-Token': suToken, 'X-Auth-Token': suToken })
    const SOLO_DOS = 'Entra un token de otro encabezado: si no llega Authorization, cuenta solo COOKIE'
    expect(enEncabezados.id ? 'entra' : 'no entra', SOLO_DOS).toBe('no entra')
    await vigilarSiempre()
    await entrarALaVez()
  })

  test('prefiere el encabezado Authorization a la cookie', async () => {
    const app = sinCuelgues(crear())
    const pedir = (Authorization: string) =>
      request(app)
        .get('/perfil')
        .set({ ...HTTPS, ...conCookie(tokenDe(root)), Authorization })
    const { body } = await pedir(`Bearer ${tokenDe(ana)}`)
    expect(body, 'El token lo eligió quien llama; la cookie va sola: gana el encabezado').toEqual({ id: '1' })
    const estados = [(await pedir('Bearer null')).status, (await pedir('Basic x')).status]
    expect(estados, 'Con Authorization no se mira la cookie, ni aunque el token no valga').toEqual([422, 401])
  })

  test.each([
    ['/logout', conCookie(tokenDe(ana)), undefined, DE_ANA],
    ['/sesion', {}, CUENTA_DE_ANA, SIN_SESION],
    ['/sesion/renovar', { Cookie: `${COOKIE_DE_RENOVACION}=x.y.z` }, undefined, SIN_SESION],
  ])('no obedece en POST %s a otra página', async (ruta, propios: Record<string, string>, cuerpo, frase) => {
    const encabezados = { ...propios, ...DE_OTRA_PAGINA }
    const enviarA = (direccion: string) => publicar(sinCuelgues(crear()), direccion, encabezados, cuerpo)
    const { status, body } = await enviarA(`${ruta}?_method=GET`)
    expect(status, 'Nadie responde: si vigilar devuelve una promesa, devuélvela o espérala').not.toBe(504)
    const otroMetodo = status !== 403 && (await enviarA(ruta)).status === 403
    const METODO =
      'Con ?_method=GET en la dirección, un POST pasa: el método es req.method, diga lo que diga lo demás'
    expect(status, otroMetodo ? METODO : frase).toBe(403)
    expect(body, 'Lanza ErrorHttp(403, "Origen no permitido")').toEqual({ error: 'Origen no permitido' })
    if (ruta !== '/logout') return
    const alEntrar = await publicar(sinCuelgues(crear()), '/login', encabezados, CUENTA_DE_ANA)
    const TODAS = 'POST /login con la cookie no pasa por vigilar: que no dependa de la ruta'
    expect(alEntrar.status, TODAS).toBe(403)
  })

  test('no pide origen a una aplicación que trae su token', async () => {
    const vigilar = vi.fn<RequestHandler>((_req, _res, next) => next())
    const sinVigilar: Record<string, string>[] = [
      {},
      { Cookie: 'tema=oscuro' },
      { Cookie: `${COOKIE_DE_RENOVACION}=x` },
      { ...conCookie('x'), Authorization: 'Bearer y' },
    ]
    for (const encabezados of sinVigilar) {
      const { hizo } = await pasar(aceptarCookie(vigilar), { metodo: 'post', encabezados })
      const frase = 'Solo se vigila lo que llega con COOKIE: con Authorization, o sin COOKIE, sigue'
      expect(vigilar.mock.calls.length, frase).toBe(0)
      expect(hizo, SIN_COOKIE).not.toContain('rechaza')
      expect(hizo, UNA_VEZ).toEqual(['sigue'])
    }
    const sola = await enviar(sinCuelgues(crearApp({ secreto: SECRETO })), '/logout', tokenDe(ana))
    expect(sola.status, 'Una aplicación no envía Origin: con Authorization se sigue sin vigilar').toBe(200)
  })

  test('rechaza, sin redirigir, una cookie que llega en claro', async () => {
    const solicitud = request(sinCuelgues(crear()))
      .get('/perfil')
      .set(conCookie(tokenDe(ana)))
    const { status, body } = await solicitud.redirects(0)
    expect(status, 'La cookie es una credencial: exigirHttps la ve si está en authorization').toBe(403)
    expect(body, 'Lo decide exigirHttps, de la lección 8').toEqual({ error: 'Usa HTTPS' })
  })
})
