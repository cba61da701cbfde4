import { createHash, scrypt } from 'node:crypto'
import { promisify } from 'node:util'
import jwt from 'jsonwebtoken'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { AlmacenEnMemoria } from '#comun/almacen-en-memoria.ts'
import { ana, CUENTA_DE_ANA, entrar, pedir, root, SECRETO, tokenDe } from '#comun/pruebas.ts'
import * as sensibles from '#ejercicio/07-nunca-contrasenas/datos-sensibles.ts'
import { crearApp } from './app.ts'

const { comprobar, exigirClaimsPublicos, resumir, usuarioPublico } = sensibles
const app = crearApp({ secreto: SECRETO })
const { password } = CUENTA_DE_ANA
const [sal = '', hash = ''] = ana.resumen.split(':')

const derivar = promisify<string, Buffer, number, object, Buffer>(scrypt)
const sha256 = (...partes: (string | Buffer)[]) =>
  partes.reduce((resultado, parte) => resultado.update(parte), createHash('sha256')).digest('hex')

// Cada resumen cuesta: este se calcula una sola vez.
let primero: Promise<string> | undefined
function resumirGirasol() {
  primero ??= resumir('girasol')
  return primero
}

const intentar = async (guardado: string) => comprobar(password, guardado)

afterEach(() => void vi.restoreAllMocks())

describe('resumir', () => {
  test('escribe 16 bytes de sal y 32 de hash, en hexadecimal', async () => {
    const frase = 'El resumen es sal:hash: 16 bytes y BYTES bytes, los dos con toString("hex")'
    expect(await resumirGirasol(), frase).toMatch(/^[0-9a-f]{32}:[0-9a-f]{64}$/)
  })

  test('no usa un hash rápido ni rebaja el coste', async () => {
    const [texto = '', hash] = (await resumirGirasol()).split(':')
    const bytes = Buffer.from(texto, 'hex')
    const rapidos = ['', texto, bytes].flatMap((sal) => [sha256(sal, 'girasol'), sha256('girasol', sal)])
    expect(rapidos, 'SHA-256 es rápido, también para quien ataca: usa derivar').not.toContain(hash)
    const barato = await derivar('girasol', bytes, 32, { N: 2 ** 14, r: 8, p: 1 })
    expect(hash, 'Falta COSTE: sin él, scrypt trabaja cinco veces menos').not.toBe(barato.toString('hex'))
    const esperado = await derivar('girasol', bytes, 32, { N: 2 ** 14, r: 8, p: 5 })
    expect(hash, 'Deriva con la misma sal que guardas, en bytes, con BYTES y COSTE').toBe(
      esperado.toString('hex'),
    )
  })

  test('da un resumen distinto cada vez a la misma contraseña', async () => {
    const otro = await resumir('girasol')
    expect(otro, 'La sal es nueva cada vez: usa randomBytes dentro de resumir').not.toBe(
      await resumirGirasol(),
    )
  })
})

describe('comprobar', () => {
  test('reconoce la contraseña de un resumen ya guardado', async () => {
    const respuesta = await intentar(ana.resumen).catch(String)
    expect(respuesta, 'comprobar no da true ni false: ¿falta un await?').toBeTypeOf('boolean')
    expect(respuesta, 'Es su contraseña: deriva con la sal del resumen, en bytes, y COSTE').toBe(true)
  })

  test('compara bytes, no textos, y en tiempo constante', async () => {
    const atajos = [vi.spyOn(Buffer.prototype, 'equals'), vi.spyOn(Buffer, 'compare')]
    const coincide = await comprobar(password, ana.resumen.toUpperCase())
    expect(coincide, 'En mayúsculas son los mismos bytes: usa timingSafeEqual, no === con textos').toBe(true)
    const usos = atajos.flatMap(({ mock }) => mock.calls)
    expect(
      usos,
      'equals y compare pueden parar en el primer byte distinto: usa timingSafeEqual',
    ).toHaveLength(0)
  })

  test.each([
    ['vacío', ''],
    ['sin hash', `${sal}:`],
    ['con medio hash', `${sal}:${hash.slice(0, 32)}`],
    ['que no es hexadecimal', 'girasol:girasol'],
  ])('rechaza sin lanzar un resumen %s', async (_caso, estropeado) => {
    const respuesta = await intentar(estropeado).catch(String)
    const frase = 'Un resumen estropeado da false sin lanzar: mira si hay hash y si mide BYTES'
    expect(respuesta, frase).toBeTypeOf('boolean')
    expect(respuesta, 'Un hash vacío o a medias no coincide con nada: exige BYTES bytes').toBe(false)
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
    const publico = usuarioPublico(root)
    expect(publico.id, 'El id sale como texto: String(usuario.id)').toBe('2')
    expect(publico.rol, 'El rol sale tal cual: usuario.rol').toBe('admin')
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
  })

  test.each(['password', 'contrasena', 'resumen', 'email', 'telefono'])('rechaza el claim %s', (nombre) => {
    const exigir = () => exigirClaimsPublicos({ rol: 'admin', [nombre]: 'x' })
    expect(exigir, 'Lanza si un claim no está en CLAIMS_PUBLICOS: solo viaja lo enumerado').toThrow(/./)
    expect(exigir, 'El mensaje del error dice qué claim sobra').toThrow(nombre)
  })

  test('entrega en POST /login un token sin datos sensibles', async () => {
    const { status, body } = await entrar(app)
    expect(status, 'El inicio de sesión falla: ¿qué devuelve exigirClaimsPublicos?').toBe(200)
    const claims = Object.keys(jwt.decode(body.access_token) ?? {}).sort()
    const frase = 'Viajan el rol y los claims del estándar, y nada más: devuelve claims sin cambios'
    expect(claims, frase).toEqual(['exp', 'iat', 'jti', 'rol', 'sub'])
  })
})
