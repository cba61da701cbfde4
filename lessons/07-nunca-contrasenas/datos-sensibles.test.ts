import jwt from 'jsonwebtoken'
import { beforeAll, describe, expect, test } from 'vitest'
import { ana, CUENTA_DE_ANA, entrar, pedir, root, SECRETO, tokenDe } from '#comun/pruebas.ts'
import {
  comprobar,
  exigirClaimsPublicos,
  resumir,
  usuarioPublico,
} from '#ejercicio/07-nunca-contrasenas/datos-sensibles.ts'
import { crearApp } from './app.ts'

const app = crearApp({ secreto: SECRETO })

describe('resumir', () => {
  test('no deja rastro de la contraseña', async () => {
    const resumen = await resumir('girasol')
    expect(resumen, 'El formato es sal:hash, en hexadecimal').toMatch(/^[0-9a-f]{32}:[0-9a-f]{64}$/)
    expect(Buffer.from(resumen.replace(':', ''), 'hex').toString()).not.toContain('girasol')
  })

  test('da un resumen distinto cada vez', async () => {
    expect(await resumir('girasol'), 'La sal debe ser nueva: randomBytes').not.toBe(await resumir('girasol'))
  })
})

describe('comprobar', () => {
  test('reconoce la contraseña de un resumen ya guardado', async () => {
    expect(
      await comprobar(CUENTA_DE_ANA.password, ana.resumen),
      'Deriva con la sal guardada y el mismo COSTE',
    ).toBe(true)
  })

  test('rechaza otra contraseña', async () => {
    expect(await comprobar('clave-eva', ana.resumen)).toBe(false)
  })

  test.each(['', ':', 'abc', 'abcd:', ':abcd', 'zz:zz'])(
    'rechaza el resumen estropeado %j sin lanzar',
    async (resumen) => {
      expect(await comprobar('', resumen), 'timingSafeEqual lanza si los tamaños difieren').toBe(false)
    },
  )
})

describe('usuarioPublico', () => {
  test('copia el id y el rol, y nada más', () => {
    const conExtra = { ...root, telefono: '555' }
    expect(usuarioPublico(conExtra), 'Enumera lo que sale; no borres lo que sobra').toEqual({
      id: '2',
      rol: 'admin',
    })
  })
})

describe('exigirClaimsPublicos', () => {
  test('devuelve los mismos claims si todos pueden viajar', () => {
    const claims = { rol: 'admin' }
    expect(exigirClaimsPublicos(claims)).toBe(claims)
  })

  test.each(['password', 'contrasena', 'resumen', 'email', 'tarjeta'])('rechaza %s', (nombre) => {
    expect(
      () => exigirClaimsPublicos({ rol: 'admin', [nombre]: 'x' }),
      'Usa la lista de los que sí pueden viajar',
    ).toThrow(`«${nombre}»`)
  })
})

describe('POST /login', () => {
  let res: Awaited<ReturnType<typeof entrar>>
  beforeAll(async () => {
    res = await entrar(app)
  })

  test('entrega un token sin datos sensibles', () => {
    expect(res.status, 'La contraseña era correcta: ¿qué devuelve comprobar?').toBe(200)
    expect(Object.keys(jwt.decode(res.body.access_token) as object).sort()).toEqual([
      'exp',
      'iat',
      'jti',
      'rol',
      'sub',
    ])
  })

  test('no distingue un correo desconocido de una contraseña incorrecta', async () => {
    const sinCorreo = await entrar(app, { email: 'nadie@example.com', password: 'x' })
    const sinClave = await entrar(app, { ...CUENTA_DE_ANA, password: 'x' })
    expect([sinCorreo.status, sinClave.status], 'Los dos casos son el mismo 401').toEqual([401, 401])
    expect(sinCorreo.body).toEqual(sinClave.body)
  })
})

describe('GET /admin', () => {
  test('no revela el resumen de la contraseña', async () => {
    const token = tokenDe(root, { propios: { rol: 'admin' } })
    const res = await pedir(app, '/admin', token)
    expect(res.status, '¿Lanza un error usuarioPublico?').toBe(200)
    expect(res.body).toEqual({ id: '2', rol: 'admin' })
  })
})
