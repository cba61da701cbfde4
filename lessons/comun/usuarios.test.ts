import { beforeEach, describe, expect, test } from 'vitest'
import { AlmacenEnMemoria } from './almacen-en-memoria.ts'
import { CUENTAS } from './cuentas.ts'
import { Usuarios } from './usuarios.ts'

const [ana] = CUENTAS

/** Lo que se ha comparado: cada contraseña con su resumen. */
let comparado: string[][]
let coincide: boolean

const usuarios = new Usuarios(new AlmacenEnMemoria(), {
  comprobar: async (contrasena, resumen) => {
    comparado.push([contrasena, resumen])
    return coincide
  },
})

beforeEach(() => {
  comparado = []
  coincide = true
})

describe('porId', () => {
  test('encuentra a quien tiene ese id, escrito como texto', () => {
    expect([usuarios.porId('1'), usuarios.porId('2')]).toEqual(CUENTAS)
  })

  test.each(['', '0', '01', '+1', '-1', '1.0', '1e0', '0x1', ' 1', '1 ', '1\n', '١', '1'.repeat(16), 'NaN'])(
    'no acepta %j como id',
    (id) => {
      expect(usuarios.porId(id)).toBeUndefined()
    },
  )

  test('no encuentra a quien no existe', () => {
    expect(usuarios.porId('3')).toBeUndefined()
  })
})

describe('porCredenciales', () => {
  test('devuelve al usuario si su contraseña coincide', async () => {
    expect(await usuarios.porCredenciales('ana@example.com', 'clave-ana')).toEqual(ana)
    expect(comparado).toEqual([['clave-ana', ana?.resumen]])
  })

  test('no devuelve a nadie si la contraseña no coincide', async () => {
    coincide = false
    expect(await usuarios.porCredenciales('ana@example.com', 'otra')).toBeUndefined()
  })

  test('compara también si el correo no existe, para tardar lo mismo', async () => {
    coincide = false
    await usuarios.porCredenciales('nadie@example.com', 'clave-ana')
    expect(comparado).toEqual([['clave-ana', expect.stringMatching(/^[0-9a-f]{32}:[0-9a-f]{64}$/)]])
  })

  test('no devuelve a nadie si el correo no existe, aunque la comparación coincida', async () => {
    expect(await usuarios.porCredenciales('nadie@example.com', 'x')).toBeUndefined()
  })

  test.each([
    ['sin correo', undefined, 'clave-ana'],
    ['sin contraseña', 'ana@example.com', undefined],
    ['con un correo nulo', null, 'clave-ana'],
    ['con una lista', ['ana@example.com'], 'clave-ana'],
    ['con un objeto', { $ne: '' }, { $ne: '' }],
    ['con números', 1, 2],
    ['con un booleano', 'ana@example.com', true],
  ])('rechaza, sin comparar nada, unas credenciales %s', async (_caso, email, password) => {
    expect(await usuarios.porCredenciales(email, password)).toBeUndefined()
    expect(comparado).toEqual([])
  })
})
