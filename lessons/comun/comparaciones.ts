// Cuenta las llamadas a timingSafeEqual. Se importa antes que el ejercicio, que la toma al cargarse.
import crypto, * as nombres from 'node:crypto'
import { afterAll } from 'vitest'

const { timingSafeEqual } = crypto

/** Cuántas veces se ha comparado en tiempo constante. */
export let comparaciones = 0

crypto.timingSafeEqual = (uno, otro) => {
  comparaciones += 1
  return timingSafeEqual(uno, otro)
}
publicar()

afterAll(() => {
  crypto.timingSafeEqual = timingSafeEqual
  publicar()
})

/** Da a quien importa la función por su nombre la que hay ahora en `crypto`. */
function publicar(): void {
  const modulo = process.getBuiltinModule?.('node:module')
  if (modulo) modulo.syncBuiltinESMExports()
  // En el laboratorio de la página, lo que se importa es un objeto corriente.
  else Object.assign(nombres, { timingSafeEqual: crypto.timingSafeEqual })
}
