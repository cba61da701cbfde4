import { createSecretKey, type KeyObject } from 'node:crypto'
import express, { type Express } from 'express'
import jwt from 'jsonwebtoken'
import request, { type Test } from 'supertest'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { AlmacenEnMemoria } from '#comun/almacen-en-memoria.ts'
import { enTexto, mirarConsola } from '#comun/consola.ts'
import {
  alterar,
  ana,
  desenlace,
  entrar,
  enviar,
  pedir,
  root,
  SECRETO,
  sinCuelgues,
  tokenDe,
} from '#comun/pruebas.ts'
import { OCHO_HORAS, type Sesion, type Sesiones, SesionesEnMemoria } from '#comun/sesiones.ts'
import { type Usuario, Usuarios } from '#comun/usuarios.ts'
import {
  claveDeRenovacion,
  crearRenovacion,
  leerRenovacion,
  renovar,
  renovarSesion,
} from '#ejercicio/09-renovar-la-sesion/renovacion.ts'
import { manejarErrores } from '#solucion/04-manejo-de-errores/errores.ts'
import { crearApp } from './app.ts'

/** El instante en que se detiene el reloj, en segundos. */
const AHORA = 1_800_000_000
const CINCO_MINUTOS = 300
/** Lo que se admite otra vez un token recién usado, en segundos. */
const MARGEN = 10

const CLAVE = createSecretKey('una-clave-de-renovacion-de-32-bytes!', 'utf8')
const SESION: Sesion = {
  sid: 'portatil',
  identidad: '1',
  numero: 3,
  renovada: AHORA,
  expira: AHORA + OCHO_HORAS,
}
const DEVUELVES = 'Devuelves el error: lánzalo con throw'
const NADIE =
  'Nadie responde: lanza el error con throw, sin un catch que lo tape ni una promesa sin await ni return'
const RECHAZADA = { error: 'Renovación rechazada' }
const EL_MISMO_401 = { name: 'ErrorHttp', status: 401, message: RECHAZADA.error }

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: AHORA * 1000 }))
afterEach(() => void vi.useRealTimers().unstubAllEnvs().restoreAllMocks())

const pasar = (segundos: number) => void vi.setSystemTime(Date.now() + segundos * 1000)
const ENTORNOS = ['development', 'production']
const REGISTRO = 'La consola es un registro: no escribas el token, que quien lo lea puede usarlo'
const turno = () => new Promise(setImmediate)

/** Un almacén que responde después, como los que están en otro proceso. */
class SesionesLentas implements Sesiones {
  readonly #sesiones = new SesionesEnMemoria()
  readonly #alCerrar: number
  readonly #alAvanzar: number

  /** Las vueltas que tarda en cerrar una sesión y en avanzarla. */
  constructor(alCerrar = 5, alAvanzar = 1) {
    this.#alCerrar = alCerrar
    this.#alAvanzar = alAvanzar
  }

  async abrir(identidad: string): Promise<Sesion> {
    await turno()
    return this.#sesiones.abrir(identidad)
  }

  async buscar(sid: string): Promise<Sesion | undefined> {
    await turno()
    return this.#sesiones.buscar(sid)
  }

  async avanzar(sid: string, numero: number): Promise<Sesion | undefined> {
    for (let vuelta = 0; vuelta < this.#alAvanzar; vuelta++) await turno()
    return this.#sesiones.avanzar(sid, numero)
  }

  async cerrar(sid: string): Promise<void> {
    for (let vuelta = 0; vuelta < this.#alCerrar; vuelta++) await turno()
    this.#sesiones.cerrar(sid)
  }
}

/** Un almacén en el que su dueña cierra la sesión en cuanto ese método la da. */
function queCierraTras(metodo: 'avanzar' | 'buscar'): SesionesLentas {
  const sesiones = new SesionesLentas()
  const responder = sesiones[metodo].bind(sesiones) as SesionesLentas['avanzar']
  vi.spyOn(sesiones, metodo).mockImplementation(async (sid: string, numero = 0) => {
    const sesion = await responder(sid, numero)
    if (sesion) await sesiones.cerrar(sid)
    return sesion
  })
  return sesiones
}

/** Los dos tokens que recibe Ana. */
interface Tokens {
  access_token: string
  refresh_token: string
}

/** La aplicación, con tokens de acceso de cinco minutos, y cómo abrir en ella otra sesión de Ana sin contraseña. */
function crear(cuentas?: Usuario[]): { app: Express; abrir: () => Promise<Tokens> } {
  // Que nadie espere al cierre se ve en renovar: aquí llegaría antes o después según la máquina.
  const sesiones = new SesionesLentas(0)
  const almacen = new AlmacenEnMemoria(cuentas)
  return {
    app: crearApp({ secreto: SECRETO, duracion: CINCO_MINUTOS, almacen, sesiones }),
    async abrir() {
      const sesion = await sesiones.abrir('1')
      return {
        access_token: tokenDe(ana, { expiresIn: CINCO_MINUTOS, jwtid: `${sesion.sid}.1` }),
        refresh_token: crearRenovacion(sesion, claveDeRenovacion(SECRETO)),
      }
    },
  }
}

const enviarRenovacion = (app: Express, cuerpo?: object, ruta = '/renovar'): Test =>
  request(sinCuelgues(app)).post(ruta).send(cuerpo)
const renovarCon = (app: Express, { refresh_token }: Tokens): Test => enviarRenovacion(app, { refresh_token })

/** El secreto de las pruebas con otra letra al final. */
const CASI_EL_MISMO = createSecretKey('un-secreto-de-pruebas-con-32-bytes?', 'utf8')

function derivar(secreto: KeyObject): KeyObject {
  try {
    return claveDeRenovacion(secreto)
  } catch (error) {
    if (Object(error).code !== 'ERR_INVALID_ARG_TYPE') throw error
    return expect.fail('A createHmac o a createSecretKey le llega algo que no espera: ¿falta .digest()?')
  }
}

describe('claveDeRenovacion', () => {
  test('deriva de cada secreto una clave que no abre rutas', async () => {
    const escrito = mirarConsola()
    const una = derivar(SECRETO)
    pasar(7 * 24 * 60 * 60)
    const otra = derivar(SECRETO)
    vi.setSystemTime(AHORA * 1000)
    expect(una, 'claveDeRenovacion no devuelve nada: ¿falta un return?').toBeDefined()
    const frase = 'Devuelve un KeyObject: pasa por createSecretKey los bytes que da digest()'
    expect(Object(una).symmetricKeySize, frase).toBeTypeOf('number')
    const estable =
      'Al reiniciar, o de un día a otro, la clave sería otra y todas las sesiones se cerrarían: sácala del secreto'
    expect(una.equals(otra), estable).toBe(true)
    const publica =
      'Con otro secreto sale la misma clave, o una vacía: da el KeyObject a createHmac en cada llamada, y lo que da digest() a createSecretKey, sin pasarlos por un texto'
    expect(una.equals(claveDeRenovacion(CLAVE)), publica).toBe(false)
    const corta = 'HS256 pide 32 bytes: deja todos los que da digest()'
    expect(una.symmetricKeySize, corta).toBeGreaterThanOrEqual(32)
    const abre = 'Con el mismo secreto, uno de renovación bien puesto abriría rutas: deriva otra clave'
    const disfrazado = jwt.sign({ sub: '1', jti: 'x' }, una, { expiresIn: CINCO_MINUTOS })
    expect((await pedir(crear().app, '/perfil', disfrazado)).status, abre).toBe(422)
    // De un HMAC o de un hash salen bytes sin relación con los de otro secreto, por parecido que sea.
    const [bytes, parecidos] = [una.export(), claveDeRenovacion(CASI_EL_MISMO).export()]
    const distintos = bytes.filter((byte, i) => byte !== parecidos[i]).length
    const registro = 'La consola es un registro: no escribas la clave ni el secreto'
    const escritos = enTexto(escrito()).replaceAll(' ', '')
    const formas = ['utf8', 'hex', 'base64', 'base64url'] as const
    const claves = [una, SECRETO].flatMap((clave) => formas.map((forma) => clave.export().toString(forma)))
    expect(
      claves.some((clave) => escritos.includes(clave)),
      registro,
    ).toBe(false)
    const largo = (ultimo: number) => derivar(createSecretKey(Buffer.alloc(256, 7).fill(ultimo, 255)))
    const delMismoLargo = derivar(createSecretKey(Buffer.alloc(256, 9)))
    const recordada =
      'Dos secretos que miden lo mismo dan la misma clave: hazla en cada llamada, sin recordar ninguna'
    expect(largo(1).equals(delMismoLargo), recordada).toBe(false)
    const entero = 'Solo cuentan los primeros bytes del secreto: da a createHmac el KeyObject entero'
    expect(largo(1).equals(largo(2)), entero).toBe(false)
    const reversible =
      'Dos secretos casi iguales dan claves casi iguales: de la clave se saca el secreto; usa createHmac'
    expect(distintos > bytes.length / 2, reversible).toBe(true)
    // Un secreto son bytes al azar: en un texto, los que no forman letras se vuelven todos el mismo signo.
    const deUnByte = (byte: number) =>
      derivar(createSecretKey(Buffer.alloc(32, byte)))
        .export()
        .toString('hex')
    const porTexto =
      'Dos secretos distintos dan la misma clave: da a createHmac el KeyObject, sin pasarlo por un texto'
    expect(new Set([0xff, 0xfe, 0x7f].map(deUnByte)).size, porTexto).toBe(3)
    const perdidos = 'La clave pasó por un texto, que pierde bytes: da a createSecretKey lo que da digest()'
    expect(/^(?:..)*efbfbd/.test(bytes.toString('hex')), perdidos).toBe(false)
  })
})

describe('leerRenovacion', () => {
  test('lee de qué sesión es un token y qué número tiene', async () => {
    const leer = () => leerRenovacion(crearRenovacion(SESION, CLAVE), CLAVE)
    const { lanza, devuelve } = await desenlace(leer)
    expect(
      lanza,
      'Rechazas un token nuestro: mira clave, algoritmo y tipos; con complete, sid y numero van en payload; leerClaims es solo para los de acceso',
    ).toBeUndefined()
    const nada = 'leerRenovacion no devuelve nada: ¿falta un return, o está dentro de un callback?'
    expect(devuelve, nada).toBeDefined()
    const frase = 'Devuelve el sid y el numero del token'
    expect(devuelve, frase).toMatchObject({ sid: 'portatil', numero: 3 })
    pasar(OCHO_HORAS - 1)
    const { lanza: alFinal } = await desenlace(leer)
    expect(alFinal, 'El token vale mientras dure la sesión: su exp ya lo dice').toBeUndefined()
    const otra = { ...SESION, sid: 'Portatil'.repeat(60), numero: 4_294_967_297 }
    const { devuelve: grande } = await desenlace(() => leerRenovacion(crearRenovacion(otra, CLAVE), CLAVE))
    const sinTope =
      'Rechazas o cambias un sid largo o con mayúsculas, o un número alto: devuélvelos como vienen, sin tope'
    expect(Object(grande).sid === otra.sid && Object(grande).numero === otra.numero, sinTope).toBe(true)
    const propio = 'Leer otro token cambió lo que diste por el primero: devuelve un objeto nuevo cada vez'
    expect(Object(devuelve).numero, propio).toBe(3)
  })

  const firmar = (claims: object, opciones: jwt.SignOptions = {}, clave: KeyObject | null = CLAVE) =>
    jwt.sign({ sid: 'portatil', numero: 3, exp: AHORA + 60, ...claims }, clave as KeyObject, {
      algorithm: 'HS256',
      ...opciones,
    })
  /** Que se leyera a tiempo no dice nada de después. */
  function expirarDespuesDeLeer() {
    const token = crearRenovacion(SESION, CLAVE)
    try {
      leerRenovacion(token, CLAVE)
    } catch {}
    // Un minuto de tolerancia es lícito (RFC 7519 §4.1.4).
    pasar(OCHO_HORAS + 61)
    return token
  }
  const FIRMA = 'La firma no es nuestra: verifica con jwt.verify antes de leer'
  const SOLO_HS256 = 'Acepta solo el algoritmo con el que firmas: { algorithms: [ALGORITMO] }'
  const ACABO =
    'Aceptas un token de una sesión que acabó: deja que jwt.verify mire exp en cada llamada, y sin más de un minuto de margen'
  const ILEGIBLE = 'Lo que no se puede leer también es rechazada()'
  const TIPOS = 'La firma es buena y el contenido no: mira que sid sea un texto y numero un número'

  test.each<[string, () => string, string]>([
    ['inventado', () => firmar({}, {}, SECRETO), FIRMA],
    ['con otro número y la firma de antes', () => alterar(firmar({}), { numero: 4 }), FIRMA],
    ['sin firma', () => firmar({}, { algorithm: 'none' }, null), SOLO_HS256],
    ['firmado con otro algoritmo', () => firmar({}, { algorithm: 'HS512' }), SOLO_HS256],
    ['expirado', expirarDespuesDeLeer, ACABO],
    ['de acceso', () => tokenDe(ana), FIRMA],
    ['sin sid', () => firmar({ sid: undefined, sub: 'portatil' }), TIPOS],
    ['sin número', () => firmar({ numero: undefined }), TIPOS],
    ['con un número que es un texto', () => firmar({ numero: '3' }), TIPOS],
    ['que no es un JWT', () => 'portatil.3', ILEGIBLE],
    ['vacío', () => '', ILEGIBLE],
    // jsonwebtoken lee el payload antes de mirar la firma: cualquiera puede enviar este.
    [
      'cuyo payload no es JSON',
      () => jwt.sign('no es JSON', SECRETO, { header: { alg: 'HS256', typ: 'JWT' } }),
      ILEGIBLE,
    ],
  ])('rechaza con las mismas palabras un token %s', async (caso, crearToken, frase) => {
    const escrito = mirarConsola()
    const token = crearToken()
    const { lanza, devuelve } = await desenlace(() => leerRenovacion(token, CLAVE))
    expect(devuelve, DEVUELVES).not.toBeInstanceOf(Error)
    const { sid, numero } = Object(devuelve)
    // Un valor sin nada del token lo puso la propia función.
    const inventado = 'Das un valor por un token malo: ¿devuelve algo tu catch, en vez de throw rechazada(…)?'
    expect(devuelve, sid || numero ? frase : inventado).toBeUndefined()
    expect(lanza, 'No lanzas nada por un token malo: ¿falta throw delante de rechazada(…)?').toBeDefined()
    const palabras =
      'Siempre rechazada(): el mismo 401 y las mismas palabras, sin agregarles nada, falle lo que falle'
    expect(lanza, palabras).toMatchObject(EL_MISMO_401)
    if (token) {
      expect(enTexto(escrito()).includes(token), REGISTRO).toBe(false)
      const enElError = 'El error acaba en el registro: no pongas en él el token, tampoco en cause'
      expect(enTexto(lanza).includes(token), enElError).toBe(false)
    }
    if (caso !== 'inventado') return
    for (const entorno of ENTORNOS) {
      vi.stubEnv('NODE_ENV', entorno)
      const { lanza: tambien } = await desenlace(() => leerRenovacion(token, CLAVE))
      const igual = `Con NODE_ENV=${entorno} no lanzas ese 401 con esas palabras: haz lo mismo en cualquier entorno`
      expect(tambien, igual).toMatchObject(EL_MISMO_401)
    }
    const { lanza: otro } = await desenlace(() => leerRenovacion(firmar({}, {}, SECRETO), CLAVE))
    expect(otro === lanza, 'Lanzas siempre el mismo error: rechazada() hace uno en cada llamada').toBe(false)
    const { devuelve: futuro } = await desenlace(() => leerRenovacion(firmar({ nbf: AHORA + 3600 }), CLAVE))
    expect(futuro, 'Aceptas un token que aún no vale: jwt.verify mira nbf, no lo apagues').toBeUndefined()
    const { devuelve: conLaSuya } = await desenlace(() => leerRenovacion(token, SECRETO))
    const recuerda = 'Un token que otra clave rechazó se rechaza también con la suya: no recuerdes ninguno'
    expect(Object(conLaSuya).sid, recuerda).toBe('portatil')
  })
})

describe('renovar', () => {
  test('pasa al número siguiente sin alargar la sesión', async () => {
    const sesiones = new SesionesLentas()
    const abierta = await sesiones.abrir('1')
    const { sid, expira } = abierta
    for (let numero = 1; numero <= 5; numero++) {
      pasar(CINCO_MINUTOS)
      const pedida = { sid, numero }
      const { lanza, devuelve } = await desenlace(() => renovar(sesiones, pedida))
      const ultimo = 'Rechazas el último token: espera lo que da avanzar(sid, numero) y devuélvelo'
      expect(lanza, ultimo).toBeUndefined()
      expect(devuelve, 'Devuelve la sesión que da avanzar').toHaveProperty('numero')
      const renovada = devuelve as Sesion
      expect(renovada.numero, 'El token se usa una vez: devuelve la sesión que da avanzar').toBe(numero + 1)
      const igual = 'Es la misma sesión: deja su sid y su expira como están'
      expect(renovada.sid === sid && renovada.expira === expira, igual).toBe(true)
      const suya = 'Cambias la renovación que recibes: quien repita con ella pedirá otro número; solo léela'
      expect(pedida.numero, suya).toBe(numero)
    }
    const rapidas = new SesionesLentas(0, 0)
    const { sid: muyUsada } = await rapidas.abrir('1')
    for (let numero = 1; numero < 1000; numero++) await rapidas.avanzar(muyUsada, numero)
    const { devuelve: mil } = await desenlace(() => renovar(rapidas, { sid: muyUsada, numero: 1000 }))
    const sinTope = 'El último token es el número 1000 y lo rechazas: se renueva cuanto haga falta, sin tope'
    expect(Object(mil).numero, sinTope).toBe(1001)
  })

  /** Ana abre dos sesiones, y la del portátil va por el número 3 desde hace esos segundos. */
  async function abrirDos(segundos: number) {
    const sesiones = new SesionesLentas()
    const [{ sid }, movil] = [await sesiones.abrir('1'), await sesiones.abrir('1')]
    for (const numero of [1, 2]) await desenlace(() => renovar(sesiones, { sid, numero }))
    pasar(segundos)
    return { sesiones, sid, movil }
  }

  /** Mientras se renueva el portátil, llegan el móvil y un token viejo del portátil. */
  async function renovarALaVez() {
    const { sesiones, sid, movil } = await abrirDos(0)
    const aLaVez = [{ sid, numero: 3 }, movil, { sid, numero: 1 }]
    const fines = await Promise.all(aLaVez.map((una) => desenlace(() => renovar(sesiones, una))))
    const [, delMovil, viejo] = fines.map(({ devuelve }) => Object(devuelve))
    const ajena =
      'Dos sesiones se renuevan a la vez y una no recibe la suya: no compartas nada entre llamadas'
    expect(delMovil.sid === movil.sid, ajena).toBe(true)
    const sucesor =
      'Un número viejo llega mientras se renueva con el último y recibe su sucesor: mira el número de cada uno'
    expect(viejo.numero, sucesor).toBeUndefined()
    const deOtra =
      'Un token viejo de una sesión cierra otra que se renueva a la vez: no compartas nada entre llamadas'
    expect(await sesiones.buscar(movil.sid), deOtra).toBeDefined()
  }

  /** Llegan dos pestañas a un almacén que tarda más en avanzar que en buscar. */
  async function renovarDespacio() {
    const sesiones = new SesionesLentas(5, 4)
    const { sid } = await sesiones.abrir('1')
    const fines = await Promise.all(
      [1, 1].map((numero) => desenlace(() => renovar(sesiones, { sid, numero }))),
    )
    const numeros = fines.map(({ devuelve }) => Object(devuelve).numero)
    const sigue = Boolean(await sesiones.buscar(sid))
    const despacio = 'Echas a Ana con dos pestañas: llama a buscar cuando avanzar ya respondió'
    expect({ numeros, sigue }, despacio).toEqual({ numeros: [2, 2], sigue: true })
  }

  /** Lleva horas sin renovarse y le quedan doce segundos. */
  async function renovarAlFinal() {
    const { sesiones, sid } = await abrirDos(OCHO_HORAS - MARGEN - 2)
    const numeros: unknown[] = []
    for (const [segundos, numero] of [
      [0, 3],
      [MARGEN, 3],
      [0, 4],
    ] as const) {
      pasar(segundos)
      const { devuelve } = await desenlace(() => renovar(sesiones, { sid, numero }))
      numeros.push(Object(devuelve).numero)
    }
    const hastaElFinal =
      'Falta poco para que acabe la sesión: ni la rechaces ni abras otra; dura ocho horas, se use o no, y siempre con MARGEN'
    expect(numeros, hastaElFinal).toEqual([4, 4, 5])
  }

  /** El reloj en segundos ya no cabe en 32 bits. */
  async function renovarEn2040() {
    vi.setSystemTime(2_208_988_800_000)
    const { sesiones, sid } = await abrirDos(MARGEN + 1)
    const { lanza } = await desenlace(() => renovar(sesiones, { sid, numero: 2 }))
    const cortado = 'Después de 2038 un token usado vuelve a valer: no cortes el reloj a 32 bits'
    expect(lanza, cortado).toBeDefined()
  }

  /** Su dueña la cierra justo después de renovarla, y vuelve el token recién usado. */
  async function cerrarYRepetir() {
    const { sesiones, sid } = await abrirDos(0)
    await sesiones.cerrar(sid)
    const { lanza } = await desenlace(() => renovar(sesiones, { sid, numero: 2 }))
    const viva =
      'Ana cerró la sesión y un token recién usado la renueva: pregunta cada vez al almacén, sin recordar nada aparte'
    expect(lanza, viva).toBeDefined()
  }

  /** Su dueña la cierra en cuanto el almacén la da: se entrega esa o se rechaza. */
  async function cerrarTras(metodo: 'avanzar' | 'buscar') {
    const sesiones = queCierraTras(metodo)
    const { sid } = await sesiones.abrir('1')
    if (metodo === 'buscar') await sesiones.avanzar(sid, 1)
    const { devuelve, lanza } = await desenlace(() => renovar(sesiones, { sid, numero: 1 }))
    const releida = `La sesión se cerró después de ${metodo} y devuelves undefined: da la que dio ${metodo}, sin pedirla otra vez`
    expect(devuelve || lanza ? 'responde' : 'undefined', releida).toBe('responde')
  }

  /** El almacén falla una vez: no es un token usado. */
  async function fallarEn(metodo: 'avanzar' | 'buscar' | 'cerrar') {
    const { sesiones, sid } = await abrirDos(CINCO_MINUTOS)
    vi.spyOn(sesiones, metodo).mockImplementationOnce(() => {
      const caida = Promise.reject(new Error('ECONNREFUSED'))
      caida.catch(() => {})
      return caida
    })
    const numero = metodo === 'avanzar' ? 3 : 2
    const { lanza } = await desenlace(() => renovar(sesiones, { sid, numero }))
    const noEsUsado =
      metodo === 'cerrar'
        ? 'cerrar falla y lo callas: la sesión sigue abierta y nadie lo sabe; deja salir su error'
        : `El almacén falla en ${metodo} y lo tomas por una respuesta: deja salir su error, sin cerrar nada`
    expect(lanza && Object(lanza).status !== 401 ? 'su error' : 'otra cosa', noEsUsado).toBe('su error')
    const despues = await desenlace(() => renovar(sesiones, { sid, numero: 3 }))
    const sinRastro = `El almacén falló una vez en ${metodo} y Ana ya no renueva: ni cierres ni recuerdes el fallo`
    expect(Object(despues.devuelve).numero, sinRastro).toBe(4)
  }

  const VUELVE =
    'Un token usado vuelve a valer: ciérrala si ahora menos la renovada que da buscar, en segundos, pasa de MARGEN (10); no recuerdes nada aparte'
  const RECIEN_USADO =
    'El margen es solo para el recién usado: exige que el número que da buscar sea numero + 1; no lo recuerdes aparte'

  test.each([
    ['ya usado', 2, MARGEN + 1, VUELVE],
    ['usado hace un rato', 2, CINCO_MINUTOS, VUELVE],
    ['de antes del último usado', 1, 0, RECIEN_USADO],
    ['de un número que nadie recibió', 4, 0, RECIEN_USADO],
  ])('cierra la sesión, y solo esa, si vuelve uno %s', async (_caso, numero, segundos, frase) => {
    const { sesiones, sid, movil } = await abrirDos(segundos)
    const { lanza, devuelve } = await desenlace(() => renovar(sesiones, { sid, numero }))
    const sigue = await sesiones.buscar(sid)
    const nada = 'No devuelves ni lanzas nada: espera con await a avanzar, y mira si dio undefined'
    const sinLanzar = 'La cierras y no lanzas nada: termina con throw rechazada()'
    expect(lanza ?? devuelve, sigue ? nada : sinLanzar).toBeDefined()
    expect(devuelve, DEVUELVES).not.toBeInstanceOf(Error)
    const conOtro =
      'Con un token ya usado avanzas la sesión: avanzar recibe el numero del token, no el que da buscar'
    const vale = Number(Object(devuelve).numero) > 3 ? conOtro : frase
    expect(lanza, sigue ? vale : sinLanzar).toBeDefined()
    const palabras = 'Siempre rechazada(): quien lo robó no sabrá por qué'
    expect(lanza, palabras).toMatchObject(EL_MISMO_401)
    const abierta =
      'La sesión sigue abierta: ciérrala por su sid, sea cual sea el número, y espera a que se cierre'
    expect(sigue, abierta).toBeUndefined()
    const otra = 'Cierra solo esa sesión, no las demás de la cuenta'
    expect(await sesiones.buscar(movil.sid), otra).toBeDefined()
    const yaCerrada = await desenlace(() => renovar(sesiones, { sid, numero })).catch((lanza) => ({ lanza }))
    const noEsta = 'De una sesión que ya no está, también rechazada(): mira antes si buscar la encontró'
    expect(yaCerrada.lanza, noEsta).toMatchObject(EL_MISMO_401)
    // Su dueña la cierra entre buscar y avanzar.
    const cerrar = () => sesiones.cerrar(movil.sid) as Promise<undefined>
    vi.spyOn(sesiones, 'avanzar').mockImplementation(cerrar)
    const cerrada =
      'Renuevas una sesión que se cerró entretanto: si avanzar da undefined, no hay sesión que dar'
    expect((await desenlace(() => renovar(sesiones, movil))).devuelve, cerrada).toBeUndefined()
  })

  test('da lo mismo a quien repite antes de diez segundos', async () => {
    const { sesiones, sid } = await abrirDos(0)
    const repetir = (numero: number) => desenlace(() => renovar(sesiones, { sid, numero }))
    const repetida = await repetir(2)
    const perdida =
      'Quien repite enseguida no pasa: mira numero + 1, el await de buscar, ahora (en segundos) menos renovada y el return'
    expect(repetida.lanza, perdida).toBeUndefined()
    const cerrada = 'Quien repite dentro de MARGEN no es un ladrón: no cierres la sesión sin mirarlo'
    expect(await sesiones.buscar(sid), cerrada).toBeDefined()
    expect((await sesiones.buscar(sid))?.numero, 'Quien repite no avanza: ya hay un sucesor').toBe(3)
    expect(repetida.devuelve, 'Da la sesión tal como está: el mismo token').toMatchObject({ sid, numero: 3 })
    const numeros = (await Promise.all([3, 3].map(repetir))).map(({ devuelve }) => Object(devuelve).numero)
    const dos = 'Dos pestañas a la vez: una avanza y la otra recibe lo mismo; avanza antes de buscar'
    expect(numeros, dos).toEqual([4, 4])
    const otras = (await Promise.all([3, 3, 3, 3, 3].map(repetir))).map(
      ({ devuelve }) => Object(devuelve).numero,
    )
    const veces = 'Repiten varias pestañas dentro de MARGEN y una no pasa: cuentan los segundos, no las veces'
    expect(otras, veces).toEqual([4, 4, 4, 4, 4])
    pasar(MARGEN)
    const justo = 'Hace MARGEN segundos justos también cuenta: usa <=, y resta segundos, no milisegundos'
    expect((await repetir(3)).lanza, justo).toBeUndefined()
    pasar(1)
    const cuenta = 'Repetir no alarga MARGEN: cuenta siempre desde renovada'
    expect((await repetir(3)).lanza, cuenta).toBeDefined()
    await renovarALaVez()
    for (const metodo of ['avanzar', 'buscar', 'cerrar'] as const) await fallarEn(metodo)
    await renovarDespacio()
    await renovarAlFinal()
    await cerrarYRepetir()
    await renovarEn2040()
    for (const metodo of ['avanzar', 'buscar'] as const) await cerrarTras(metodo)
  })
})

/** Por qué no se renueva con un token bueno, según lo que se responde. */
const SEGUN_EL_ERROR: Record<string, string> = {
  'Token faltante': 'refresh_token es un texto y lo rechazas: mira de dónde lo lees y cómo miras su tipo',
  'Usuario no encontrado': 'La cuenta no aparece: búscala con sesion.identidad, y espera con await a renovar',
  'Renovación rechazada':
    'Rechazas el último token: da a renovar lo que devuelva leerRenovacion(token, clave), que no es async',
}
const OTRO_ERROR = 'La ruta tropieza: mira qué das a renovar, a leerRenovacion y a entregar, y en qué orden'

const FALLOS = [ReferenceError, TypeError]
/** Un fallo del propio código acaba en un 500 y en la consola: se cuenta ese fallo, que dice más que el 500. */
function contarFallo(escrito: unknown[]): void {
  const fallo = escrito.find((algo) => FALLOS.some((clase) => algo instanceof clase))
  if (fallo) throw fallo
}

const leida = ({ refresh_token }: Tokens) => Object(jwt.decode(`${refresh_token}`))
const sidDe = (tokens: Tokens): unknown => leida(tokens).sid

/** Renueva con un token bueno: si no se puede, es por otra cosa que lo que mira la prueba. */
async function renovarBien(app: Express, tokens: object): Promise<Tokens> {
  const { status, body } = await enviarRenovacion(app, tokens)
  const segun = SEGUN_EL_ERROR[body.error] ?? OTRO_ERROR
  expect(status, segun).toBe(200)
  expect(body, 'Responde con lo que dé entregar, con res.json(…)').toHaveProperty('refresh_token')
  return body
}

/** Lo que la ruta da a `entregar`, que puede escribir en la respuesta, si Ana y root renuevan a la vez. */
async function entregado(sesiones = new SesionesLentas()) {
  const clave = claveDeRenovacion(SECRETO)
  const renueva = renovarSesion({ sesiones, usuarios: new Usuarios(), clave }, (usuario, sesion, res) => {
    res?.set('X-Entregado', `${usuario.id} ${sesion.numero}`)
    return { [`de ${usuario.id}`]: true }
  })
  let siguen = 0
  const app = express().use(express.json(), (_req, res, next) => {
    res.set('Cache-Control', 'public, max-age=60')
    next()
  })
  app.use(renueva, (_req, _res, next) => {
    siguen++
    next()
  })
  const abiertas = [await sesiones.abrir('1'), await sesiones.abrir('2')]
  const respuestas = await Promise.all(
    abiertas.map((sesion) =>
      enviarRenovacion(
        app,
        { refresh_token: crearRenovacion(sesion, clave) },
        '/renovar?callback=f&format=html',
      ).set('Accept', 'text/html'),
    ),
  )
  return {
    numeros: respuestas.map(({ headers }) => headers['x-entregado']),
    cuerpos: respuestas.map(({ body }) => Object.keys(body).join()),
    guardables: respuestas.filter(({ headers }) => !/no-store/i.test(`${headers['cache-control']}`)).length,
    status: Math.max(...respuestas.map(({ status }) => status)),
    siguen,
  }
}

describe('renovarSesion', () => {
  test('abre /perfil cuando el token de acceso ya expiró', async () => {
    const escrito = mirarConsola()
    const { app } = crear()
    const sesion = await entrar(app)
    expect(sesion.status, 'POST /login falla: mira claveDeRenovacion').toBe(200)
    let tokens: Tokens = sesion.body
    for (const entorno of ['test', ...ENTORNOS]) {
      vi.stubEnv('NODE_ENV', entorno)
      pasar(CINCO_MINUTOS)
      const { status, body, headers } = await renovarCon(app, tokens)
      expect(status, 'Nadie responde: termina con res.json(…)').not.toBe(504)
      const segun = body.error
        ? (SEGUN_EL_ERROR[body.error] ?? OTRO_ERROR)
        : 'Responde con 200: basta res.json(…)'
      if (segun === OTRO_ERROR) contarFallo(escrito().flat())
      expect(status, segun).toBe(200)
      const json = 'La respuesta no dice que es JSON: usa res.json(…), que pone Content-Type'
      expect(headers['content-type'] ?? '', json).toMatch(/json/)
      const cache =
        entorno === 'test'
          ? 'Son credenciales: pon Cache-Control: no-store, y antes de json'
          : `Con NODE_ENV=${entorno} falta Cache-Control: no-store: ponlo en cualquier entorno`
      expect(headers['cache-control'] ?? '', cache).toMatch(/no-store/i)
      expect(Object.keys(body).sort(), 'Responde con lo que dé entregar').toEqual([
        'access_token',
        'refresh_token',
      ])
      const rota = 'Cada renovación entrega otro token: da a entregar la sesión que devuelve renovar'
      expect(body.refresh_token === tokens.refresh_token, rota).toBe(false)
      const abreOtra = 'Es la misma sesión, con su sid: da a entregar la que devuelve renovar'
      expect(sidDe(body) === sidDe(tokens), abreOtra).toBe(true)
      const anteriores = tokens
      tokens = body
      if (entorno !== 'test') continue
      const antes = await pedir(app, '/perfil', anteriores.access_token)
      expect(antes.body, 'El token de acceso expira solo').toEqual({ error: 'Token expirado' })
      pasar(MARGEN / 2)
      const repetida = await renovarCon(app, anteriores)
      const igual = [repetida.body, body].map(leida)
      const mismo =
        igual[0].sid === igual[1].sid && igual[0].numero === igual[1].numero
          ? 'Con el mismo sid y numero sale otro texto: iat es renovada y exp es expira, los de la sesión'
          : 'Quien repite recibe el mismo token de renovación, letra por letra'
      expect(repetida.body.refresh_token === body.refresh_token, mismo).toBe(true)
      const guardado =
        'Quien repite recibe el token de acceso de antes: llama a entregar en cada solicitud, sin guardar lo que dio'
      expect(repetida.body.access_token === body.access_token, guardado).toBe(false)
      const despues = await pedir(app, '/perfil', tokens.access_token)
      expect(despues.body, 'Da a entregar el usuario y la sesión').toEqual({ id: '1' })
    }
    const escritos = enTexto(escrito())
    const usados = [sesion.body.refresh_token, tokens.refresh_token, tokens.access_token]
    expect(
      usados.some((token) => escritos.includes(token)),
      REGISTRO,
    ).toBe(false)
    const { numeros, siguen, cuerpos, guardables } = await entregado()
    const conRes = 'Da a entregar también res: la lección 10 pone en ella las cookies'
    const cruzadas =
      'Dos personas renuevan a la vez y una no recibe lo suyo: no guardes nada de una solicitud fuera de su función'
    expect(numeros, numeros.some(Boolean) ? cruzadas : conRes).toEqual(['1 2', '2 2'])
    expect(siguen, 'Sigues con next() después de responder: la ruta acaba en res.json(…)').toBe(0)
    const soloLoSuyo =
      'No llega el JSON de entregar, y solo ese, a quien pide HTML o JSONP: responde a todos con res.json(…)'
    const deOtra =
      'En una respuesta va lo que entregar dio a otra persona: responde solo con lo que da en esa solicitud'
    const ajenos = cuerpos.some((cuerpo, i) => cuerpo.includes(`de ${2 - i}`))
    expect(cuerpos, ajenos ? deOtra : soloLoSuyo).toEqual(['de 1', 'de 2'])
    const encima =
      'Otro Cache-Control, o un cuerpo sin tokens, te deja sin no-store: ponlo siempre, con res.set'
    expect(guardables, encima).toBe(0)
    const sesiones = new SesionesLentas()
    const clave = claveDeRenovacion(SECRETO)
    const falla = renovarSesion({ sesiones, usuarios: new Usuarios(), clave }, () => {
      throw new Error('no se pudo firmar')
    })
    const refresh_token = crearRenovacion(await sesiones.abrir('1'), clave)
    const suya = await enviarRenovacion(
      express().use(
        express.json(),
        falla,
        manejarErrores(() => {}),
      ),
      {
        refresh_token,
      },
    )
    const tapado =
      'entregar falla, que es culpa nuestra, y respondes como si el token no valiera: deja salir su error'
    expect(suya.status, NADIE).not.toBe(504)
    expect(suya.status, tapado).toBe(500)
    const { status } = await entregado(queCierraTras('avanzar'))
    const buscada =
      'La sesión se cerró entretanto y la ruta tropieza: entrega la que da renovar, sin buscarla otra vez'
    expect(status < 500 ? 'responde' : 'tropieza', buscada).toBe('responde')
  })

  test('mira la cuenta otra vez: su rol puede haber cambiado', async () => {
    const cuentas: Usuario[] = [ana, root]
    const { app, abrir } = crear(cuentas)
    const primera = await renovarBien(app, await abrir())
    cuentas[0] = { ...ana, rol: 'admin' }
    const body = await renovarBien(app, { ...primera, id: root.id, sid: 'otra', numero: 1 })
    const { sub, rol } = Object(jwt.decode(body.access_token))
    expect(sub, 'La cuenta es la de sesion.identidad, diga lo que diga el cuerpo').toBe('1')
    expect(rol, 'El rol es el de la cuenta ahora: busca al usuario en cada renovación').toBe('admin')
    const suCuenta =
      'Congelas la cuenta, que es del almacén: después no se le puede cambiar el rol; solo léela'
    expect(Object.isFrozen(cuentas[0]), suCuenta).toBe(false)
    cuentas.length = 0
    const borrada = await renovarCon(app, body)
    expect(borrada.status, NADIE).not.toBe(504)
    const frase =
      'La cuenta se borró: lanza new ErrorHttp(401, "Usuario no encontrado"), y que ningún catch lo tape'
    expect([borrada.status, borrada.body], frase).toEqual([401, { error: 'Usuario no encontrado' }])
    const aMano = 'A ese 401 le falta WWW-Authenticate: lánzalo, y manejarErrores lo pone'
    expect(borrada.headers['www-authenticate'], aMano).toBe('Bearer')
  })

  test.each([
    ['sin cuerpo', undefined],
    ['sin el campo', { access_token: 'x' }],
    ['con un número', { refresh_token: 7 }],
    ['con un array', { refresh_token: ['x.y.z'] }],
    ['con un objeto', { refresh_token: { sid: 'x', numero: 1 } }],
  ])('responde 401 a una solicitud %s', async (caso, cuerpo) => {
    const escrito = mirarConsola()
    const { app, abrir } = crear()
    const { refresh_token } = await abrir()
    const { status, body } = await enviarRenovacion(app, cuerpo, `/renovar?refresh_token=${refresh_token}`)
    expect(status, NADIE).not.toBe(504)
    const enLaDireccion =
      'Renuevas con un token que va en la dirección, y ella acaba en los registros: léelo solo del cuerpo'
    expect(body.refresh_token ? 'renueva' : 'no renueva', enLaDireccion).toBe('no renueva')
    if (status >= 500) contarFallo(escrito().flat())
    const seLee = status >= 500 || body.error === RECHAZADA.error
    const tipo =
      'Si refresh_token no es un texto, no hay token: mira su tipo antes y lanza new ErrorDeToken()'
    const faltante = 'Lanza ErrorDeToken() sin causa: la lección 4 dirá «Token faltante»'
    expect([status, body], seLee ? tipo : faltante).toEqual([401, { error: 'Token faltante' }])
    if (caso !== 'sin el campo') return
    const Cookie = ['refresh_token', 'refreshToken', '__Host-renovacion']
      .map((nombre) => `${nombre}=${refresh_token}`)
      .join('; ')
    const { body: deCookie } = await enviarRenovacion(app, {}).set({ Cookie })
    const enCookie =
      'Renuevas con una cookie, que el navegador envía aunque llame otra página: lee el token solo del cuerpo'
    expect(deCookie.refresh_token ? 'renueva' : 'no renueva', enCookie).toBe('no renueva')
    const conOtroNombre = { token: refresh_token, refreshToken: refresh_token }
    const { body: deOtro } = await enviarRenovacion(app, conOtroNombre).set({
      Authorization: `Bearer ${refresh_token}`,
      'X-Refresh-Token': refresh_token,
    })
    const ajeno =
      'Renuevas con un token que llega con otro nombre o en un encabezado: léelo solo de refresh_token, en el cuerpo'
    expect(deOtro.refresh_token ? 'renueva' : 'no renueva', ajeno).toBe('no renueva')
  })

  test('no cierra la sesión que nombra un token inventado', async () => {
    const { app, abrir } = crear()
    const tokens = await abrir()
    const sid = sidDe(tokens)
    const inventar = (numero: number) => jwt.sign({ sid, numero, exp: AHORA + 60 }, SECRETO)
    const alterado = alterar(tokens.refresh_token, { numero: 9 })
    for (const refresh_token of [inventar(1), alterado, tokens.access_token]) {
      const { status, body } = await enviarRenovacion(app, { refresh_token })
      const rechaza = 'Un token que no firmamos no renueva: pásalo por leerRenovacion'
      expect([status, body], rechaza).toEqual([401, RECHAZADA])
    }
    const { status } = await renovarCon(app, tokens)
    expect(status, 'Cualquiera podría cerrar sesiones ajenas: verifica antes de tocar ninguna').toBe(200)
    const { status: sinToken } = await enviarRenovacion(app, {})
    expect(sinToken, 'Sin token no se renueva: no recuerdes el de la solicitud anterior').toBe(401)
  })

  test('cierra para los dos la sesión de un token robado', async () => {
    const { app, abrir } = crear()
    const robados = await abrir()
    pasar(CINCO_MINUTOS)
    const delIntruso = await renovarBien(app, robados)
    pasar(MARGEN + 1)
    const deAna = await renovarCon(app, robados)
    expect([deAna.status, deAna.body], 'El token de Ana ya se usó: rechaza').toEqual([401, RECHAZADA])
    const despues = await renovarCon(app, delIntruso)
    expect([despues.status, despues.body], 'El intruso sigue dentro: cierra la sesión').toEqual([
      401,
      RECHAZADA,
    ])
    const acceso = await pedir(app, '/perfil', delIntruso.access_token)
    expect(acceso.status, 'Un token de acceso ya entregado vale hasta que expira').toBe(200)
  })

  test('no renueva después de POST /logout', async () => {
    const { app, abrir } = crear()
    const [portatil, movil] = [await abrir(), await abrir()]
    const renovada = await renovarBien(app, portatil)
    const { status } = await enviar(app, '/logout', portatil.access_token)
    expect(status, 'POST /logout cierra la sesión del token que trae').toBe(200)
    const cerrada = await renovarCon(app, renovada)
    const frase = 'Una sesión cerrada no se renueva: pregunta cada vez al almacén'
    expect([cerrada.status, cerrada.body], frase).toEqual([401, RECHAZADA])
    expect((await renovarCon(app, movil)).status, 'Cerrar el portátil no cierra el móvil').toBe(200)
  })
})
