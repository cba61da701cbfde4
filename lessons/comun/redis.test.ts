import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import {
  ContadorCompartido,
  RevocadosCompartidos,
  SesionesCompartidas,
} from '#solucion/12-varios-procesos/compartido.ts'
import { casosDeSesiones } from './casos-de-sesiones.ts'
import { redisDePruebas } from './redis-de-pruebas.ts'
import { POR_CUENTA } from './sesiones.ts'

// En memoria; con JWT_REDIS_DE_PRUEBAS, en ese servidor: los dos responden lo mismo.

/** El instante en que se detiene el reloj, en segundos. */
const AHORA = 1_800_000_000
const hasta = (value: number) => ({ expiration: { type: 'EXAT' as const, value } })

/** Con los relojes detenidos ningún plazo vence, por ocupada que esté la máquina. */
const detener = (now: number) =>
  void vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'], now })

casosDeSesiones('SesionesCompartidas', async () => {
  detener(Date.now())
  return new SesionesCompartidas(await redisDePruebas())
})

describe('un Redis', () => {
  beforeEach(() => detener(AHORA * 1000))
  afterEach(() => void vi.useRealTimers())

  test('guarda un texto hasta el segundo en que expira', async () => {
    const redis = await redisDePruebas()
    expect([await redis.get('a'), await redis.exists('a'), await redis.del('a')]).toEqual([null, 0, 0])
    await redis.set('a', 'x', hasta(AHORA + 10))
    expect([await redis.get('a'), await redis.exists('a')]).toEqual(['x', 1])
    vi.setSystemTime((AHORA + 10) * 1000 - 1)
    expect(await redis.exists('a')).toBe(1)
    vi.setSystemTime((AHORA + 10) * 1000)
    expect([await redis.get('a'), await redis.exists('a'), await redis.keys()]).toEqual([null, 0, []])
  })

  test('olvida lo que se borra, y dice si estaba', async () => {
    const redis = await redisDePruebas()
    await redis.set('a', '', hasta(AHORA + 10))
    expect([await redis.del('a'), await redis.del('a'), await redis.exists('a')]).toEqual([1, 0, 0])
  })

  test.each([1.5, Number.NaN])('no acepta el instante %d', async (instante) => {
    const redis = await redisDePruebas()
    await expect(redis.set('a', '', hasta(instante))).rejects.toThrow('ERR')
    await redis.incr('b')
    await expect(redis.expireAt('b', instante)).rejects.toThrow('ERR')
  })

  test('suma desde cero sin cambiar cuándo se borra', async () => {
    const redis = await redisDePruebas()
    expect([await redis.incr('a'), await redis.expireTime('a')]).toEqual([1, -1])
    expect([await redis.expireAt('a', AHORA + 10), await redis.expireAt('b', AHORA + 10)]).toEqual([1, 0])
    expect([await redis.incr('a'), await redis.expireTime('a')]).toEqual([2, AHORA + 10])
    expect(await redis.expireTime('b')).toBe(-2)
  })

  test('lleva listas por orden de llegada, y no guarda las vacías', async () => {
    const redis = await redisDePruebas()
    expect([await redis.rPush('l', 'a'), await redis.rPush('l', 'b'), await redis.rPush('l', 'a')]).toEqual([
      1, 2, 3,
    ])
    expect([await redis.lRem('l', 0, 'a'), await redis.lRem('l', 0, 'a')]).toEqual([2, 0])
    expect([await redis.lPop('l'), await redis.lPop('l'), await redis.keys()]).toEqual(['b', null, []])
    await redis.set('t', 'x', hasta(AHORA + 10))
    await expect(redis.rPush('t', 'a')).rejects.toThrow('WRONGTYPE')
  })

  test('cambia un texto solo si es el que se leyó, sin cambiar cuándo se borra', async () => {
    const redis = await redisDePruebas()
    expect(await redis.cambiarSi('a', '', 'x')).toBe(false)
    await redis.set('a', 'uno', hasta(AHORA + 10))
    expect(await redis.cambiarSi('a', 'otro', 'dos')).toBe(false)
    expect(await redis.get('a')).toBe('uno')
    expect(await redis.cambiarSi('a', 'uno', 'dos')).toBe(true)
    expect([await redis.get('a'), await redis.expireTime('a')]).toEqual(['dos', AHORA + 10])
  })
})

describe('lo que se guarda', () => {
  beforeEach(() => detener(AHORA * 1000))
  afterEach(() => void vi.useRealTimers())

  test('no queda nada cuando todo ha expirado', async () => {
    const redis = await redisDePruebas()
    const sesiones = new SesionesCompartidas(redis)
    const { sid, expira } = await sesiones.abrir('1')
    await sesiones.avanzar(sid, 1)
    await new RevocadosCompartidos(redis).revocar({ sub: '1', jti: 'a', exp: AHORA + 3600 })
    await new ContadorCompartido(redis).sumar('ana', AHORA + 300)
    expect(await redis.keys()).toHaveLength(4)
    vi.setSystemTime(expira * 1000)
    expect(await redis.keys()).toEqual([])
  })

  test('recuerda entero el último segundo de un token que expira a mitad de uno', async () => {
    const redis = await redisDePruebas()
    const exp = AHORA + 3600.5
    await new RevocadosCompartidos(redis).revocar({ sub: '1', jti: 'a', exp })
    expect(await redis.expireTime('revocado:a')).toBe(AHORA + 3601 + 60)
  })

  test('al cerrar la última sesión de una cuenta no queda nada de ella', async () => {
    const redis = await redisDePruebas()
    const sesiones = new SesionesCompartidas(redis)
    const { sid } = await sesiones.abrir('1')
    await sesiones.cerrar(sid)
    expect(await redis.keys()).toEqual([])
  })

  test('aunque varios procesos abran a la vez, una cuenta no pasa del tope', async () => {
    const redis = await redisDePruebas()
    const procesos = [1, 2, 3].map(() => new SesionesCompartidas(redis))
    const abiertas = await Promise.all(
      Array.from({ length: 3 * POR_CUENTA }, (_, vez) => procesos[vez % 3]!.abrir('1')),
    )
    const quedan = await Promise.all(abiertas.map(({ sid }) => procesos[0]!.buscar(sid)))
    expect(quedan.filter(Boolean)).toHaveLength(POR_CUENTA)
  })

  test('olvidar una cuenta la pone a cero en su ventana', async () => {
    const contador = new ContadorCompartido(await redisDePruebas())
    for (const fin of [AHORA + 300, AHORA + 600]) await contador.sumar('ana', fin)
    await contador.olvidar('ana', AHORA + 300)
    expect(await contador.sumar('ana', AHORA + 300)).toBe(1)
    expect(await contador.sumar('ana', AHORA + 600)).toBe(2)
  })
})
