import { describe, expect, test } from 'vitest'
import { leerMaximos } from './intentos.ts'

describe('leerMaximos', () => {
  test('da los de una cuenta, y diez veces más para una dirección', () => {
    expect(leerMaximos('5')).toEqual({ porCuenta: 5, porDireccion: 50 })
  })

  test.each(['', '0', '-1', '1.5', '1e3', ' 5', 'diez', '1234567890'])('no acepta «%s»', (texto) => {
    expect(() => leerMaximos(texto)).toThrow('JWT_INTENTOS debe ser un número entero')
  })
})
