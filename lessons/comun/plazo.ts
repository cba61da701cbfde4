/** Un plazo: `vencido` se rechaza al cabo de esos milisegundos, si nadie lo anula antes. */
export function ponerPlazo(milisegundos: number): { vencido: Promise<never>; anular: () => void } {
  let reloj: ReturnType<typeof setTimeout> | undefined
  const vencido = new Promise<never>((_cumplir, rechazar) => {
    reloj = setTimeout(() => rechazar(new Error('Redis no contesta')), milisegundos)
  })
  // A quien aún no lo espera no le acaba el proceso.
  vencido.catch(() => {})
  return { vencido, anular: () => clearTimeout(reloj) }
}
