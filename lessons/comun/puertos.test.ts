import { type AddressInfo, createServer } from 'node:net'
import { describe, expect, onTestFinished, test } from 'vitest'
import { elegirPuerto, puertoLibre } from './puertos.ts'

/** Ocupa un puerto mientras dura la prueba; si no se dice cuál, uno cualquiera. */
async function ocupar(puerto = 0): Promise<number> {
  const servidor = createServer()
  await new Promise<void>((listo, fallo) => {
    servidor.once('error', fallo).listen(puerto, '127.0.0.1', listo)
  })
  onTestFinished(() => void servidor.close())
  return (servidor.address() as AddressInfo).port
}

describe('elegirPuerto', () => {
  test('elige el puerto que se pide, si está libre', async () => {
    const libre = await puertoLibre(20_000)
    expect(await elegirPuerto(String(libre))).toBe(libre)
  })

  test('explica que el puerto que se pide está ocupado', async () => {
    const puerto = await ocupar()
    await expect(elegirPuerto(String(puerto))).rejects.toThrow(
      `El puerto ${puerto} está ocupado: cierra el programa que lo usa o elige otro en PORT`,
    )
  })

  test.each(['abc', '70000', '-1'])('explica en español que %s no es un puerto', async (pedido) => {
    const { message } = await elegirPuerto(pedido).catch((error) => error)
    expect(message).toContain(pedido)
    expect(message).toContain('puerto')
  })

  test.each([undefined, ''])('elige uno desde el 3000 si se pide %j', async (pedido) => {
    const puerto = await elegirPuerto(pedido)
    expect(puerto).toBeGreaterThanOrEqual(3000)
    expect(puerto).toBeLessThan(3050)
  })
})

describe('puertoLibre', () => {
  test('pasa al siguiente si el primero está ocupado', async () => {
    const ocupado = await ocupar()
    expect(await puertoLibre(ocupado)).toBeGreaterThan(ocupado)
  })

  test('deja libre el puerto que encuentra', async () => {
    const puerto = await puertoLibre(20_000)
    expect(await ocupar(puerto)).toBe(puerto)
  })
})
