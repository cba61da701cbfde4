import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { casosDeSesiones } from './casos-de-sesiones.ts'
import { OCHO_HORAS, POR_CUENTA, SesionesEnMemoria } from './sesiones.ts'

casosDeSesiones('SesionesEnMemoria', () => new SesionesEnMemoria())

describe('SesionesEnMemoria', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: 0 }))
  afterEach(() => void vi.useRealTimers())

  test('ocupa lo mismo por mucho que una sesión se renueve', () => {
    const sesiones = new SesionesEnMemoria()
    const { sid } = sesiones.abrir('1')
    for (let numero = 1; numero <= 100; numero++) sesiones.avanzar(sid, numero)
    expect(sesiones.tamano).toBe(1)
  })

  test('mil inicios de sesión de una cuenta ocupan el tope', () => {
    const sesiones = new SesionesEnMemoria()
    for (let vez = 0; vez < 1000; vez++) sesiones.abrir('1')
    expect(sesiones.tamano).toBe(POR_CUENTA)
  })

  test('olvida las que expiraron aunque no quepan en una tanda', () => {
    const sesiones = new SesionesEnMemoria()
    for (let cuenta = 0; cuenta < 1000; cuenta++) sesiones.abrir(`vieja-${cuenta}`)
    vi.setSystemTime(OCHO_HORAS * 1000)
    for (let cuenta = 0; cuenta < 30; cuenta++) sesiones.abrir(`nueva-${cuenta}`)
    expect(sesiones.tamano).toBe(30)
  })
})
