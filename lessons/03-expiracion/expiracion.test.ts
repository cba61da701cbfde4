import type { Express } from 'express'
import jwt from 'jsonwebtoken'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Claims } from '#comun/claims.ts'
import { ErrorDeToken, ErrorHttp } from '#comun/errores.ts'
import { ana, desenlace, entrar, pedir, SECRETO, tokenDe } from '#comun/pruebas.ts'
import { exigirExpiracion, expiraEn, leerDuracion, UNA_HORA } from '#ejercicio/03-expiracion/expiracion.ts'
import { crearToken } from '#solucion/01-generar-el-token/token.ts'
import { crearApp } from './app.ts'

// #region reloj
// Solo se congela el reloj: son las diez en punto hasta que la prueba lo adelante.
beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-01-01T10:00:00Z') }))
afterEach(() => void vi.useRealTimers())

const LAS_DIEZ = Date.UTC(2026, 0, 1, 10) / 1000
const adelantar = (segundos: number) => vi.setSystemTime((LAS_DIEZ + segundos) * 1000)
// #endregion reloj

const DIEZ_ANIOS = 10 * 365 * 24 * 3600

/** Cualquier error, salvo el de un TODO sin resolver. */
const UN_ERROR = /^(?!TODO)/

describe('leerDuracion', () => {
  beforeEach(() => void vi.stubEnv('JWT_DURACION', '4321'))
  afterEach(() => void vi.unstubAllEnvs())

  const PARAMETRO = 'Lee el parámetro texto y no process.env: quien llama ya leyó la variable'
  test('vale una hora si nadie la configura', () => {
    expect(UNA_HORA, 'UNA_HORA viene dada, en segundos: déjala en 60 * 60').toBe(3600)
    expect(() => leerDuracion(undefined), 'undefined no es un error: devuelve UNA_HORA').not.toThrow(UN_ERROR)
    expect(leerDuracion(undefined), PARAMETRO).not.toBe(4321)
    expect(leerDuracion(undefined), 'Si texto es undefined, la duración es UNA_HORA').toBe(3600)
    vi.stubEnv('JWT_DURACION', undefined)
    for (const entorno of ['production', 'development']) {
      vi.stubEnv('NODE_ENV', entorno)
      const siempre = `Con NODE_ENV=${entorno} cambias la duración: si texto es undefined, siempre es UNA_HORA`
      expect(leerDuracion(undefined), siempre).toBe(3600)
    }
    const escribes =
      'Escribes JWT_DURACION en el entorno, que otros leen después: devuelve UNA_HORA y nada más'
    expect(process.env.JWT_DURACION, escribes).toBeUndefined()
  })

  test.each([
    ['900', 900, 'conviértelo con Number y pregunta por el número, no por el texto'],
    ['1', 1, 'basta con que sea un entero mayor que cero'],
    ['86400', 86_400, 'no pongas un máximo'],
    ['315360000', 315_360_000, 'no pongas un máximo'],
  ])('devuelve los segundos como número: %s', (texto, segundos, porque) => {
    expect(() => leerDuracion(texto), `Rechazas «${texto}», que vale: ${porque}`).not.toThrow(UN_ERROR)
    const dos = `La segunda vez rechazas «${texto}», que antes valía: no recuerdes nada de una llamada a otra, ni con la marca g`
    expect(() => leerDuracion(texto), dos).not.toThrow(UN_ERROR)
    const devuelto: unknown = leerDuracion(texto)
    expect(devuelto, 'No devuelves nada: ¿falta return?').toBeDefined()
    const convertir = 'El entorno solo trae textos: convierte el tuyo con Number y devuelve el número'
    expect(devuelto, convertir).toBeTypeOf('number')
    expect(devuelto, PARAMETRO).not.toBe(4321)
    const fija = `«${texto}» no es una hora: devuelve los segundos que dice el parámetro texto`
    const tal = 'Devuelve los segundos que dice el texto, sin convertirlos ni limitarlos'
    expect(devuelto, devuelto === UNA_HORA && segundos < UNA_HORA ? fija : tal).toBe(segundos)
    const otra = 'Lee el texto en cada llamada: no devuelvas lo que guardaste de otra'
    const esLarga = segundos === DIEZ_ANIOS
    const otroTexto = leerDuracion(esLarga ? '9000000000' : '77')
    expect(otroTexto, otra).not.toBe(segundos)
    const sinGuardar =
      'Sin configurar es UNA_HORA, también después de leer otra duración: no guardes la última'
    expect(leerDuracion(undefined), sinGuardar).toBe(UNA_HORA)
    const enteros = 'Un número grande sale cambiado: sin operaciones de 32 bits, como | 0'
    if (esLarga) expect(otroTexto, enteros).toBe(9_000_000_000)
  })

  const UNIDAD = 'Un texto con unidad no es un número: recházalo entero, sin quitarla ni convertirla'
  test.each([
    ['0', 'Con 0 el token nace expirado: lanza un error si el número no es mayor que cero'],
    ['-1', 'Con una duración negativa el token nace expirado: exige un número mayor que cero'],
    ['1h', '«1h» no es un número: parseInt lee solo el 1 y Number da NaN, que hay que rechazar'],
    ['15m', UNIDAD],
    ['90s', UNIDAD],
    ['auto', '«auto» no es un número: Number da NaN, que hay que rechazar'],
    ['undefined', 'El texto «undefined» no es undefined, ni un número: Number da NaN, que hay que rechazar'],
    ['12.5', '«12.5» no es un entero: recházalo con Number.isInteger, sin redondear ni cortar antes'],
    ['', 'Una variable vacía no es una variable sin definir, y Number convierte el vacío en 0'],
    ['   ', 'Unos espacios no son una duración, y Number los convierte en 0: lanza un error'],
    ['Infinity', '«Infinity» no es un entero: comprueba con Number.isInteger'],
    ['60\n1h', 'Solo el principio es un número: mira el texto entero, y no solo su primera línea o palabra'],
  ])('rechaza la duración %j y pide segundos', (texto, frase) => {
    let devuelve: unknown
    let lanza: unknown
    try {
      devuelve = leerDuracion(texto)
    } catch (error) {
      lanza = error
    }
    expect(devuelve, 'Devuelves el error y el servidor arranca: lánzalo').not.toBeInstanceOf(Error)
    const otra = `«${texto}» no vale y lo cambias por otra duración: lanza un error`
    // Lo que daría convertir el texto lo explica mejor su propia frase.
    const leida = [Number(texto), Number.parseInt(texto, 10)].includes(Number(devuelve))
    expect(devuelve ?? undefined, texto && Number(devuelve) > 0 && !leida ? otra : frase).toBeUndefined()
    expect(String(lanza), 'No cierres el proceso: lanza un Error').not.toContain('process.exit')
    expect(lanza, `«${texto}» no vale y no lanzas nada: lanza un error`).toBeDefined()
    expect(lanza, 'Lanza un Error: otro valor, como un texto, no dice dónde ocurrió').toBeInstanceOf(Error)
    const pedir = 'Di en el mensaje que van en segundos: lo lee quien configura el servidor'
    expect(String(lanza), pedir).toMatch(/(?<!mili)segundos/i)
    for (const entorno of ['production', 'development']) {
      vi.stubEnv('NODE_ENV', entorno)
      const siempre = `Con NODE_ENV=${entorno} haces otra cosa con «${texto}»: lanza siempre el error`
      expect(() => leerDuracion(texto), siempre).toThrow(/segundos/i)
    }
    if (!texto.startsWith('60')) return
    for (const otro of ['-0', '59.9999999', '\u0661\u0665', '15\u00b2', 'constructor', '__proto__']) {
      const tampoco = `«${otro}» no es un entero mayor que cero: lanza el error que dice «segundos»`
      expect(() => leerDuracion(otro), tampoco).toThrow(/segundos/i)
    }
  })
})

describe('expiraEn', () => {
  test.each([900, 90])('fija exp esos segundos después de iat: %d', (segundos) => {
    // No es el primer segundo de ningún minuto.
    adelantar(7)
    const opciones: unknown = expiraEn(segundos)
    expect(opciones, 'Devuelve un objeto con la opción: ¿falta return?').toBeTypeOf('object')
    const nombre = 'La opción se llama expiresIn: con otro nombre, o en una promesa, no llega a jwt.sign'
    expect(opciones, nombre).toHaveProperty('expiresIn')
    const suya =
      'crearToken copia las opciones con «...», y tu expiresIn no se copia: devuélvelo en un objeto corriente'
    expect(Object.keys(Object(opciones)), suya).toContain('expiresIn')
    const sola = 'Devuelve solo expiresIn: cualquier otra opción llega también a jwt.sign y cambia el token'
    expect(Object.keys(Object(opciones)), sola).toEqual(['expiresIn'])
    const emitir = () => crearToken(ana, SECRETO, opciones as object)
    expect(emitir, 'jsonwebtoken rechaza la opción: expiresIn es un número entero').not.toThrow()
    const { exp, iat = 0 } = jwt.decode(emitir()) as jwt.JwtPayload
    const dura = Number(exp) - iat
    expect(dura, 'Un texto sin unidad son milisegundos: devuelve el número').toBeGreaterThan(1)
    expect(dura, 'expiresIn es cuánto dura el token, no el instante en que expira').toBeLessThan(LAS_DIEZ)
    expect(
      dura,
      'expiresIn va en segundos: devuelve los que recibes, sin convertirlos ni sumarles nada, y no otros',
    ).toBe(segundos)
    const numero = 'Devuelve expiresIn como número: en un texto, la unidad depende de cómo se escriba'
    expect(Object(opciones).expiresIn, numero).toBeTypeOf('number')
    const sinTope = 'Devuelve los segundos que recibes, también si son más de una hora'
    expect(expiraEn(86_400).expiresIn, sinTope).toBe(86_400)
    const sinMinimo = 'Devuelve los segundos que recibes, también si son pocos: ni los redondees ni los subas'
    expect(expiraEn(1).expiresIn, sinMinimo).toBe(1)
    const propio = 'Crea el objeto en cada llamada: si es siempre el mismo, una duración cambia las demás'
    expect(Object(opciones).expiresIn, propio).toBe(segundos)
  })
})

describe('exigirExpiracion', () => {
  // Con el reloj ya parado.
  let exigir: (claims: Claims) => Claims
  afterEach(() => void vi.unstubAllEnvs())
  beforeEach(() => {
    const funcion = 'exigirExpiracion devuelve una función: los claims le llegan después, en cada solicitud'
    expect(() => exigirExpiracion(900), funcion).not.toThrow(jwt.JsonWebTokenError)
    exigir = exigirExpiracion(900)
    expect(exigir, funcion).toBeTypeOf('function')
  })

  /** Lo que pasa con los claims. Un TypeError escrito a propósito no es un fallo del programa. */
  const presentar = (claims: Claims, comprobar = exigir) =>
    desenlace(() => comprobar(claims)).catch((lanza): Awaited<ReturnType<typeof desenlace>> => {
      if (!String(exigirExpiracion).includes(lanza.message)) throw lanza
      return { lanza }
    })

  /** Exige que se acepten los claims; la frase dice por qué. */
  async function aceptar(claims: Claims, frase: string, comprobar = exigir) {
    const { devuelve, lanza } = await presentar(claims, comprobar)
    expect(lanza, frase).toBeUndefined()
    return devuelve
  }

  /** Exige que se rechacen los claims; la frase dice qué se acepta de más. */
  async function rechazar(claims: Claims, frase: string) {
    const fin = await presentar(claims)
    const sinNew = 'Lanzas undefined: ¿falta new delante de jwt.JsonWebTokenError?'
    expect(fin, sinNew).not.toStrictEqual({ lanza: undefined })
    const { devuelve, lanza } = fin
    expect(devuelve, 'Devuelves el error en lugar de los claims: lánzalo').not.toBeInstanceOf(Error)
    expect(Object(devuelve).sub, frase).toBeUndefined()
    expect(lanza, 'Rechazar es lanzar un JsonWebTokenError: la ruta se ejecutaría').toBeDefined()
    const guardia =
      'Lanza un jwt.JsonWebTokenError a secas: en ErrorDeToken o ErrorHttp lo convierte la guardia'
    expect(
      [ErrorDeToken, ErrorHttp].some((clase) => lanza instanceof clase),
      guardia,
    ).toBe(false)
    const clase = 'Lanza un jwt.JsonWebTokenError: con otra clase, la guardia responde 500'
    expect(lanza instanceof jwt.JsonWebTokenError ? 'JsonWebTokenError' : String(lanza), clase).toBe(
      'JsonWebTokenError',
    )
    const otra = 'Este token no ha expirado: TokenExpiredError haría creer que sí'
    expect(lanza, otra).not.toBeInstanceOf(jwt.TokenExpiredError)
  }

  test('devuelve los mismos claims si el token expira a su hora', async () => {
    const claims = { sub: '1', iat: LAS_DIEZ, nbf: LAS_DIEZ, exp: LAS_DIEZ + 900, jti: 'sesion' }
    const limite =
      'Rechazas un token bueno: ¿comparas al revés o lanzas siempre? El límite es Date.now() / 1000 + maxima + MARGEN'
    const devuelve = await aceptar({ ...claims }, limite)
    expect(devuelve, 'Devuelve los claims al terminar: la guardia los espera').toBeDefined()
    expect(devuelve, 'Devuelve los claims enteros y sin cambiarlos').toEqual(claims)
    await aceptar({ sub: '1', exp: claims.exp }, 'Rechazas un token sin iat, nbf ni jti: mira solo exp')
    const raros = { sub: '1', exp: claims.exp, hasOwnProperty: 1, valueOf: 1, toString: 1 }
    const { lanza: conRaros } = await presentar(raros).catch((lanza) => ({ lanza }))
    const metodos = 'Un claim puede llamarse como un método: lee claims.exp y no llames a nada de claims'
    expect(conRaros === undefined ? 'lo acepta' : 'lanza', metodos).toBe('lo acepta')
    const otra = { sub: '1', exp: claims.exp, jti: 'movil', rol: 'admin' }
    const suyos =
      'Dos tokens que expiran a la vez, y das los claims del otro: devuelve los que llegan, sin guardarlos'
    expect(await aceptar({ ...otra }, limite), suyos).toEqual(otra)
    const aLaVez = [{ ...otra }, { ...otra, sub: '2' }]
    const fines = await Promise.all(aLaVez.map((una) => presentar(una)))
    expect(
      fines.map(({ devuelve }) => Object(devuelve).sub),
      suyos,
    ).toEqual(['1', '2'])
    const unDia = exigirExpiracion(86_400)
    const largo = { sub: '1', exp: LAS_DIEZ + 86_400 }
    await aceptar(largo, 'Usa maxima como llega, sea más o menos de una hora: no la recortes', unDia)
    exigirExpiracion(60)
    const propia = 'Cada función recuerda la maxima con la que se creó: no la guardes en otro sitio'
    await aceptar(largo, propia, unDia)
  })

  test('rechaza un token que no expira nunca', async () => {
    const frase = 'Aceptas un token sin exp, que no expira nunca: si exp falta, lanza el JsonWebTokenError'
    const { devuelve } = await presentar({ sub: '1', exp: LAS_DIEZ + DIEZ_ANIOS }).catch(() => ({
      devuelve: 0,
    }))
    const nada =
      'No rechazas nada, ni sin exp ni con uno lejano: basta una de las dos (||), con throw y sin catch que lo calle'
    await rechazar({ sub: '1', iat: LAS_DIEZ }, Object(devuelve).sub ? nada : frase)
    const { lanza: sinJti } = await presentar({ sub: '1', exp: LAS_DIEZ + 900 })
    const bueno = sinJti
      ? 'Rechazas un token bueno porque antes rechazaste otro: no recuerdes los rechazos'
      : 'Rechazas un token bueno que trae jti'
    await aceptar({ sub: '1', jti: 'a', exp: LAS_DIEZ + 900 }, bueno)
    const todos =
      'Aceptas un token sin exp según lo demás que trae: ni rol, ni jti, ni haberlo visto antes lo libran'
    await rechazar({ sub: '1', rol: 'admin', jti: 'a' }, todos)
    for (const entorno of ['production', 'development']) {
      vi.stubEnv('NODE_ENV', entorno)
      exigir = exigirExpiracion(900)
      await rechazar({ sub: '1' }, `Aceptas un token sin exp con NODE_ENV=${entorno}: recházalo siempre`)
    }
  })

  test.each([
    [
      'con exp en milisegundos',
      LAS_DIEZ * 1000,
      'Aceptas un exp en milisegundos: recházalo si supera el límite, que es un número en segundos',
    ],
    ['que dura diez años', LAS_DIEZ + DIEZ_ANIOS, 'Aceptas un token de diez años: el límite sale de maxima'],
    [
      'con exp infinito',
      Infinity,
      'Aceptas un exp infinito (1e400 en JSON): compáralo tal cual, sin pasarlo a fecha ni a entero',
    ],
  ])('rechaza un token %s', async (_caso, exp, frase) => {
    await rechazar({ sub: '1', iat: LAS_DIEZ, exp }, frase)
    const todos = 'Aceptas un exp demasiado lejano según quién lo trae: el límite es el mismo para todos'
    await rechazar({ sub: '1', rol: 'admin', iat: LAS_DIEZ, exp }, todos)
    for (const entorno of ['production', 'development']) {
      vi.stubEnv('NODE_ENV', entorno)
      exigir = exigirExpiracion(900)
      await rechazar(
        { sub: '1', iat: LAS_DIEZ, exp },
        `Con NODE_ENV=${entorno} aceptas un exp demasiado lejano: recházalo siempre`,
      )
    }
  })

  test('mide desde la hora del servidor y no desde iat', async () => {
    const adelantado = { sub: '1', iat: LAS_DIEZ + DIEZ_ANIOS, exp: LAS_DIEZ + DIEZ_ANIOS + 900 }
    await rechazar(adelantado, 'iat lo escribe quien emite y puede mentir: cuenta desde Date.now()')
    const deAyer = { sub: '1', iat: LAS_DIEZ - 86_400, exp: LAS_DIEZ + 900 }
    const queda = 'Rechazas un token emitido hace un día: mira lo que le queda hasta exp, y no cuánto dura'
    await aceptar(deAyer, queda)
    const unSiglo = 10 * DIEZ_ANIOS
    adelantar(unSiglo)
    const dentro =
      'La hora se mira en cada solicitud, con Date.now() y no al arrancar: calcula el límite dentro'
    await aceptar({ sub: '1', exp: LAS_DIEZ + unSiglo + 900 }, dentro)
  })

  test('tolera un minuto de desfase entre relojes, y no más', async () => {
    const con = (segundos: number) => ({ sub: '1', jti: 'sesion', exp: LAS_DIEZ + 900 + segundos })
    const pronto = { sub: '1', iat: LAS_DIEZ + 120, exp: LAS_DIEZ + 900 }
    await aceptar(pronto, 'Rechazas un token por su iat, que escribe otro reloj: mira solo exp')
    const adelantado =
      'El reloj de otro servidor puede ir un minuto por delante: suma MARGEN, que son 60 segundos'
    await aceptar(con(59), adelantado)
    await aceptar(con(60), 'En el límite justo aún vale: compara con > y deja MARGEN en 60')
    const acepta = async (claims: Claims, comprobar = exigir) =>
      (await presentar(claims, comprobar)).lanza === undefined
    const deMas = (await acepta({ ...con(61), iat: LAS_DIEZ }))
      ? 'Toleras de más: el límite es ahora + maxima + MARGEN, en segundos'
      : 'Sin iat aceptas un exp demasiado lejano: mira solo exp, traiga iat o no'
    const crece = 'Toleras más en cada solicitud: no cambies maxima, que es la misma para todas'
    await rechazar(con(61), (await acepta(con(61), exigirExpiracion(900))) ? deMas : crece)
    adelantar(1)
    const yaVale = 'Un segundo después este token ya no pasa del límite: no recuerdes que lo rechazaste'
    await aceptar(con(61), yaVale)
  })

  describe('GET /perfil', () => {
    let app: Express
    beforeEach(() => {
      app = crearApp({ secreto: SECRETO })
    })

    test('abre hasta un segundo antes de que el token expire', async () => {
      const token = tokenDe(ana)
      adelantar(3599)
      const res = await pedir(app, '/perfil', token)
      const queda = 'Al token le queda un segundo y no abre: rechaza solo el exp que falta o está lejos'
      expect(res.status, queda).toBe(200)
    })

    test('obliga a iniciar sesión de nuevo al cumplirse la hora', async () => {
      const { body } = await entrar(app)
      const antes = await pedir(app, '/perfil', body.access_token)
      expect(antes.status, 'Rechazas un token recién emitido por POST /login').toBe(200)
      adelantar(3600)
      const despues = await pedir(app, '/perfil', body.access_token)
      expect([401, 422], 'Un token expirado sigue abriendo /perfil').toContain(despues.status)
    })

    test('responde 422 a un token sin exp', async () => {
      const res = await pedir(app, '/perfil', crearToken(ana, SECRETO))
      expect(res.status, 'Un token eterno abre /perfil o lo rechazas con otra clase de error').toBe(422)
    })
  })
})
