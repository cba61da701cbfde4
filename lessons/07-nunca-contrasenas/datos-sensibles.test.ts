import { createHash, scrypt } from 'node:crypto'
import { promisify } from 'node:util'
import jwt from 'jsonwebtoken'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { AlmacenEnMemoria } from '#comun/almacen-en-memoria.ts'
import { comparaciones } from '#comun/comparaciones.ts'
import { ana, CUENTA_DE_ANA, desenlace, entrar, pedir, root, SECRETO, tokenDe } from '#comun/pruebas.ts'
import * as sensibles from '#ejercicio/07-nunca-contrasenas/datos-sensibles.ts'
import { crearApp } from './app.ts'

const { comprobar, exigirClaimsPublicos, resumir, usuarioPublico } = sensibles
const app = crearApp({ secreto: SECRETO })
const { password } = CUENTA_DE_ANA
const [sal = '', hash = ''] = ana.resumen.split(':')
/** Con espacio, mayúscula, eñe y un número romano, y muy larga: se nota si alguien la retoca. */
const CLAVE = ` Girasol ñ Ⅳ ${'y largo '.repeat(50)}`
/** El suyo, calculado de antemano: calcularlo cuesta. */
const RESUMEN_DE_CLAVE =
  '00112233445566778899aabbccddeeff:5a018f2b12943e0fbd847ac4150297c4d3450ac661908d1fe52a1a60da642f02'
const COSTE = { N: 2 ** 14, r: 8, p: 5 }
const TAL_CUAL = 'La contraseña entra tal cual: ni trim(), ni minúsculas, ni recortes'

const scryptHex = async (clave: string, sal: Buffer | string, coste: object = COSTE, bytes = 32) =>
  (
    await promisify<string, Buffer | string, number, object, Buffer>(scrypt)(clave, sal, bytes, coste)
  ).toString('hex')
const sha256 = (...partes: (string | Buffer)[]) =>
  partes.reduce((resultado, parte) => resultado.update(parte), createHash('sha256')).digest('hex')

// Cada resumen cuesta: estos dos se calculan una sola vez, sin más azar que el de `node:crypto`.
let dos: Promise<string[]> | undefined
function resumirDosVeces() {
  vi.spyOn(Math, 'random').mockReturnValue(0.5)
  vi.useFakeTimers({ toFake: ['Date'], now: 0 })
  dos ??= (async () => [await resumir(CLAVE), await resumir(CLAVE)])()
  return dos
}

const intentar = async (clave: string, guardado = ana.resumen) => comprobar(clave, guardado)
/** Lo que responde `comprobar`, o lo que dice el error de Node con el que acaba. */
const responder = (clave: string, guardado?: string) =>
  intentar(clave, guardado).catch((error) => {
    if (!('code' in error)) throw error
    return String(error)
  })

afterEach(() => void vi.useRealTimers().restoreAllMocks())

describe('resumir', () => {
  test('escribe 16 bytes de sal y 32 de hash, en hexadecimal', async () => {
    const [resumen] = await resumirDosVeces()
    expect(resumen, 'resumir no da un texto: ¿falta un return?').toBeTypeOf('string')
    const frase = 'El resumen es sal:hash: 16 bytes y BYTES bytes, los dos con toString("hex")'
    expect(resumen, frase).toMatch(/^[0-9a-f]{32}:[0-9a-f]{64}$/i)
  })

  test('no usa un hash rápido ni rebaja el trabajo', async () => {
    const [resumen = ''] = await resumirDosVeces()
    const [texto = '', obtenido] = resumen.toLowerCase().split(':')
    const bytes = Buffer.from(texto, 'hex')
    const esperado = await scryptHex(CLAVE, bytes)
    if (obtenido !== esperado) {
      const rapidos = ['', texto, bytes].flatMap((sal) => [sha256(sal, CLAVE), sha256(CLAVE, sal)])
      expect(rapidos, 'SHA-256 es rápido, también para quien ataca: usa derivar').not.toContain(obtenido)
      const barato = await scryptHex(CLAVE, bytes, { ...COSTE, p: 1 })
      expect(obtenido, 'Falta COSTE: sin él, scrypt trabaja cinco veces menos').not.toBe(barato)
      const enTexto = await scryptHex(CLAVE, texto)
      expect(obtenido, 'Deriva con los bytes de la sal, no con su texto hexadecimal').not.toBe(enTexto)
      const sinEspacios = CLAVE.trim()
      const retocadas = [sinEspacios, CLAVE.toLowerCase(), sinEspacios.toLowerCase()]
      for (const otra of [...retocadas, CLAVE.normalize('NFKC'), CLAVE.slice(0, 72)]) {
        expect(obtenido, TAL_CUAL).not.toBe(await scryptHex(otra, bytes))
      }
    }
    const frase = 'Deriva la contraseña tal cual, con derivar, la misma sal que guardas, BYTES y COSTE'
    expect(obtenido, frase).toBe(esperado)
  })

  test('da un resumen distinto cada vez a la misma contraseña', async () => {
    const [uno = '', otro = ''] = await resumirDosVeces()
    const frase = 'La sal es nueva y al azar cada vez: usa randomBytes dentro de resumir'
    expect(uno.split(':')[0], frase).not.toBe(otro.split(':')[0])
    expect(uno.split(':')[1], 'Cada resumen se calcula entero: no recuerdes el hash').not.toBe(
      otro.split(':')[1],
    )
  })
})

describe('comprobar', () => {
  test('reconoce la contraseña de un resumen ya guardado, y ninguna otra', async () => {
    const claves = [password, 'CLAVE-ANA', ` ${password} `, `${password}x`]
    const guardado = [ana.resumen, hash, '']
    const [suya, ...otras] = await Promise.all([...claves, ...guardado].map((clave) => responder(clave)))
    const tipo =
      'comprobar no da true ni false: ¿falta un await o un return, o comparas textos o tamaños distintos?'
    expect(suya, tipo).toBeTypeOf('boolean')
    const todas = otras.every((respuesta) => respuesta === true)
    expect(!suya && todas, 'comprobar responde al revés').toBe(false)
    const frase = 'Es su contraseña: deriva con la sal del resumen y COSTE, y mide y compara bytes, no textos'
    expect(suya, frase).toBe(true)
    expect(todas, 'Cualquier contraseña abre la cuenta: compara los dos hashes').toBe(false)
    expect(otras.slice(0, 3), TAL_CUAL).toEqual([false, false, false])
    const robado =
      'Ni lo guardado ni un texto vacío son su contraseña: quien roba los resúmenes no puede entrar'
    expect(otras.slice(3), robado).toEqual([false, false, false])
    expect(await responder(CLAVE, RESUMEN_DE_CLAVE), TAL_CUAL).toBe(true)
  })

  test('compara en tiempo constante', async () => {
    const antes = comparaciones
    expect(await intentar('clave-eva'), 'Otra contraseña no abre la cuenta: compara los hashes').toBe(false)
    const frase =
      'Compara con timingSafeEqual, sin atajos: ===, equals o un bucle paran en el primer byte distinto'
    expect(comparaciones, frase).toBeGreaterThan(antes)
  })

  test.each([
    ['vacío', ''],
    ['sin hash', `${sal}:`],
    ['con medio hash', `${sal}:${hash.slice(0, 32)}`],
    ['con un byte de más', `${sal}:${hash}00`],
    ['con otro byte al final', `${sal}:${hash.slice(0, -2)}00`],
    ['que no es hexadecimal', 'girasol:girasol'],
  ])('rechaza sin lanzar un resumen %s', async (_caso, estropeado) => {
    // Sin resumen, tampoco vale no escribir contraseña.
    for (const clave of estropeado ? [password] : [password, '']) {
      const respuesta = await intentar(clave, estropeado).catch(String)
      const frase = 'Un resumen estropeado da false sin lanzar: mira si hay hash y si mide BYTES'
      expect(respuesta, frase).toBeTypeOf('boolean')
      expect(respuesta, 'Un hash vacío, a medias o cambiado no coincide: compara BYTES bytes').toBe(false)
    }
  })

  test('no distingue otra contraseña de un correo desconocido', async () => {
    const clave = await entrar(app, { ...CUENTA_DE_ANA, password: 'clave-eva' })
    expect(clave.status, 'Otra contraseña no abre la cuenta: compara los dos hashes').toBe(401)
    const correo = await entrar(app, { email: 'nadie@example.com', password })
    const frase = 'Un correo desconocido recibe la misma respuesta, o se sabrá qué cuentas existen'
    expect([correo.status, correo.body], frase).toEqual([401, clave.body])
  })
})

describe('usuarioPublico', () => {
  test('da el id, como texto, y el rol', () => {
    for (const cuenta of [root, ana]) {
      const usuario = { ...cuenta }
      const publico = usuarioPublico(usuario)
      expect(publico.id, 'El id sale como texto: String(usuario.id)').toBe(String(cuenta.id))
      expect(publico.rol, 'El rol sale tal cual: usuario.rol').toBe(cuenta.rol)
      expect(usuario, 'Cambias la cuenta que recibes: devuelve un objeto nuevo').toEqual(cuenta)
    }
  })

  test('no publica en GET /admin nada más, ni un campo nuevo', async () => {
    const almacen = new AlmacenEnMemoria([Object.assign({ telefono: '555 0101' }, root)])
    const token = tokenDe(root, { propios: { rol: 'admin' } })
    const { status, body } = await pedir(crearApp({ secreto: SECRETO, almacen }), '/admin', token)
    expect(status, 'GET /admin falla: ¿lanza un error usuarioPublico?').toBe(200)
    const frase = 'Enumera lo que sale: si quitas lo que sobra, el próximo campo se publica solo'
    expect(body, frase).toEqual({ id: '2', rol: 'admin' })
  })
})

describe('exigirClaimsPublicos', () => {
  test('devuelve los mismos claims si todos pueden viajar', () => {
    const exigir = () => exigirClaimsPublicos({ rol: 'admin' })
    expect(exigir, 'rol está en CLAIMS_PUBLICOS: puede viajar').not.toThrow()
    expect(exigir(), 'Cuando nada sobra, devuelve claims').toEqual({ rol: 'admin' })
    const ninguno = 'Rechazas solo lo que sobra: sin ningún claim, devuelve claims'
    expect(() => exigirClaimsPublicos({}), ninguno).not.toThrow()
  })

  test.each(['password', 'resumen', 'email', 'telefono', 'Rol', 'roles'])(
    'rechaza el claim %s',
    async (nombre) => {
      const sobra = 'Lanza si un claim no está en CLAIMS_PUBLICOS, sea el que sea: solo viaja lo enumerado'
      const parte = nombre.slice(0, 2)
      const casos: [string, object][] = [
        [nombre, { [nombre]: 'girasol', rol: 'admin' }],
        [nombre, { rol: 'admin', [nombre]: 'girasol' }],
        [nombre, { [nombre]: 0 }],
        [parte, { [parte]: 0 }],
      ]
      for (const [sobrante, claims] of casos) {
        const { lanza, devuelve } = await desenlace(() => exigirClaimsPublicos(claims)).catch((error) => {
          // También un TypeError, si nombra el claim: se lanzó a propósito.
          if (!error.message.includes(sobrante)) throw error
          return { lanza: error, devuelve: undefined }
        })
        expect(devuelve, 'Devuelves el error: lánzalo con throw').not.toBeInstanceOf(Error)
        expect(lanza, sobra).toBeDefined()
        expect(lanza, 'Lanza un Error, no otra cosa: throw new Error(…)').toBeInstanceOf(Error)
        const { message } = lanza as Error
        expect(message, 'El mensaje del error dice qué claim sobra').toContain(sobrante)
        expect(message, 'El mensaje acaba en el registro: nombra el claim sin su valor').not.toContain(
          'girasol',
        )
      }
    },
  )

  test('entrega en POST /login un token sin datos sensibles', async () => {
    const { status, body } = await entrar(app)
    expect(status, 'El inicio de sesión falla: ¿qué devuelve exigirClaimsPublicos?').toBe(200)
    const claims = Object.keys(jwt.decode(body.access_token) ?? {}).sort()
    const frase = 'Viajan el rol y los claims del estándar, y nada más: devuelve claims sin cambios'
    expect(claims, frase).toEqual(['exp', 'iat', 'jti', 'rol', 'sub'])
  })
})
