import { createServer } from 'node:net'

const PRIMERO = 3000
const ULTIMO = 65_535
const INTENTOS = 50

/** El puerto de la variable `PORT`, que tiene que estar libre; si no se pide ninguno, uno cualquiera. */
export async function elegirPuerto(pedido: string | undefined): Promise<number> {
  if (!pedido) return puertoLibre(PRIMERO)
  if (!/^\d+$/.test(pedido) || Number(pedido) < 1 || Number(pedido) > ULTIMO) {
    throw new Error(`PORT vale «${pedido}», que no es un puerto: usa un número del 1 al ${ULTIMO}`)
  }
  if (await estaLibre(Number(pedido))) return Number(pedido)
  throw new Error(`El puerto ${pedido} está ocupado: cierra el programa que lo usa o elige otro en PORT`)
}

/** El primer puerto libre desde ese. */
export async function puertoLibre(desde: number): Promise<number> {
  for (let puerto = desde; puerto < desde + INTENTOS; puerto++) {
    if (await estaLibre(puerto)) return puerto
  }
  throw new Error(`No hay ningún puerto libre entre el ${desde} y el ${desde + INTENTOS - 1}`)
}

/** Solo en `127.0.0.1`: el servidor de un ejercicio no se ofrece a la red. */
function estaLibre(puerto: number): Promise<boolean> {
  const sonda = createServer()
  return new Promise((resolver) => {
    sonda.once('error', () => resolver(false))
    sonda.listen(puerto, '127.0.0.1', () => sonda.close(() => resolver(true)))
  })
}
