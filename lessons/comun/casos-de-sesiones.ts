// Lo que cumple cualquier almacén de sesiones: el de este proceso y el que ven varios.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { OCHO_HORAS, POR_CUENTA, type Sesiones } from './sesiones.ts'

/** El instante en que se detiene el reloj, en segundos. */
const AHORA = 1_800_000_000

/** Deja pasar esos segundos. */
const pasar = (segundos: number) => void vi.setSystemTime(Date.now() + segundos * 1000)

/**
 * Define las pruebas del contrato `Sesiones`. `crear` da cada vez un almacén sin ninguna sesión. El reloj es el del
 * proceso, detenido: a quien guarde sus datos en otro no le basta con que allí expiren solos.
 */
export function casosDeSesiones(nombre: string, crear: () => Sesiones | Promise<Sesiones>): void {
  describe(nombre, () => {
    let sesiones: Sesiones
    beforeEach(async () => {
      vi.useFakeTimers({ toFake: ['Date'], now: AHORA * 1000 })
      sesiones = await crear()
    })
    afterEach(() => void vi.useRealTimers())

    test('abre una sesión con el número 1, que dura ocho horas', async () => {
      const sesion = await sesiones.abrir('1')
      const { sid } = sesion
      const expira = AHORA + OCHO_HORAS
      expect(sesion).toEqual({ sid, identidad: '1', numero: 1, renovada: AHORA, expira })
      expect(await sesiones.buscar(sid)).toEqual(sesion)
    })

    test('da a cada sesión un sid que no se repite ni se adivina', async () => {
      const sids = [(await sesiones.abrir('1')).sid, (await sesiones.abrir('1')).sid]
      expect(new Set(sids).size).toBe(2)
      // El punto separa el sid de lo demás en el jti de un token de acceso.
      for (const sid of sids) expect(sid).toMatch(/^[\w-]{22,}$/)
    })

    test('pasa al número siguiente y apunta cuándo, sin alargar la sesión', async () => {
      const sesion = await sesiones.abrir('1')
      pasar(300)
      const siguiente = { ...sesion, numero: 2, renovada: AHORA + 300 }
      expect(await sesiones.avanzar(sesion.sid, 1)).toEqual(siguiente)
      expect(await sesiones.buscar(sesion.sid)).toEqual(siguiente)
      pasar(0.9)
      expect(await sesiones.avanzar(sesion.sid, 2)).toEqual({ ...siguiente, numero: 3 })
    })

    test('de muchas que piden avanzar a la vez con el mismo número, una lo consigue', async () => {
      const { sid } = await sesiones.abrir('1')
      const intentos = Array.from({ length: 20 }, async () => sesiones.avanzar(sid, 1))
      const avanzadas = (await Promise.all(intentos)).filter((sesion) => sesion !== undefined)
      expect(avanzadas).toHaveLength(1)
      expect((await sesiones.buscar(sid))?.numero).toBe(2)
    })

    test.each([0, 1, 3, -1, 1.5, Number.NaN, undefined, '2', null])(
      'no toca la sesión si el número es %j',
      async (numero) => {
        const { sid } = await sesiones.abrir('1')
        const vigente = await sesiones.avanzar(sid, 1)
        expect(await sesiones.avanzar(sid, numero as number)).toBeUndefined()
        expect(await sesiones.buscar(sid)).toEqual(vigente)
      },
    )

    test.each(['', 'no-existe', '__proto__', 'constructor', '*', undefined])(
      'no encuentra, no avanza ni abre la sesión %j',
      async (desconocido) => {
        const sid = desconocido as string
        await sesiones.abrir('1')
        expect(await sesiones.buscar(sid)).toBeUndefined()
        for (const numero of [1, undefined]) {
          expect(await sesiones.avanzar(sid, numero as number)).toBeUndefined()
        }
        await sesiones.cerrar(sid)
        expect(await sesiones.buscar(sid)).toBeUndefined()
      },
    )

    test('cierra una sesión y ninguna otra, aunque se cierre dos veces', async () => {
      const [portatil, movil] = [await sesiones.abrir('1'), await sesiones.abrir('1')]
      await sesiones.cerrar(portatil.sid)
      await sesiones.cerrar(portatil.sid)
      expect(await sesiones.buscar(portatil.sid)).toBeUndefined()
      expect(await sesiones.avanzar(portatil.sid, 1)).toBeUndefined()
      expect(await sesiones.buscar(movil.sid)).toEqual(movil)
    })

    test('una sesión expira a su hora, por mucho que se renueve', async () => {
      const { sid } = await sesiones.abrir('1')
      await sesiones.avanzar(sid, 1)
      pasar(OCHO_HORAS - 1)
      expect(await sesiones.avanzar(sid, 2)).toMatchObject({ numero: 3, expira: AHORA + OCHO_HORAS })
      pasar(1)
      expect(await sesiones.buscar(sid)).toBeUndefined()
      expect(await sesiones.avanzar(sid, 3)).toBeUndefined()
    })

    test('la que pasa del tope cierra la más antigua de su cuenta, y solo esa', async () => {
      const ajena = await sesiones.abrir('2')
      const suyas = []
      for (let vez = 0; vez <= POR_CUENTA; vez++) {
        suyas.push(await sesiones.abrir('1'))
        pasar(1)
      }
      const abiertas = await Promise.all(suyas.map(async ({ sid }) => Boolean(await sesiones.buscar(sid))))
      expect(abiertas).toEqual([false, ...Array(POR_CUENTA).fill(true)])
      expect(await sesiones.buscar(ajena.sid)).toEqual(ajena)
    })

    test('una sesión cerrada deja sitio a otra', async () => {
      const primera = await sesiones.abrir('1')
      for (let vez = 1; vez < POR_CUENTA; vez++) await sesiones.cerrar((await sesiones.abrir('1')).sid)
      for (let vez = 1; vez < POR_CUENTA; vez++) await sesiones.abrir('1')
      expect(await sesiones.buscar(primera.sid)).toEqual(primera)
    })

    test('lo que entrega es una copia: cambiarla no cambia la sesión', async () => {
      const sesion = await sesiones.abrir('1')
      const { sid } = sesion
      sesion.expira = Number.POSITIVE_INFINITY
      Object.assign((await sesiones.buscar(sid)) ?? {}, { identidad: '2' })
      Object.assign((await sesiones.avanzar(sid, 1)) ?? {}, { numero: 7 })
      expect(await sesiones.buscar(sid)).toMatchObject({
        identidad: '1',
        numero: 2,
        expira: AHORA + OCHO_HORAS,
      })
    })
  })
}
