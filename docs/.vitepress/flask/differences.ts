import type { Answer, Exchange } from '../../../workbook/curriculum/exchange.ts'

/** A field in which they are not the same. One that an API does not send is undefined. */
export interface Difference {
  titulo: string
  /** `estado`, `cuerpo` or the name of a header. */
  campo: string
  flask: unknown
  cuaderno: unknown
}

/** The fields of an exchange that differ. */
export function differencesOf({ titulo, flask, cuaderno }: Exchange): Difference[] {
  const [theirs, ours] = [fieldsOf(flask), fieldsOf(cuaderno)]
  const names = new Set([...Object.keys(theirs), ...Object.keys(ours)])
  return [...names]
    .map((campo) => ({ titulo, campo, flask: theirs[campo], cuaderno: ours[campo] }))
    .filter(({ flask, cuaderno }) => JSON.stringify(flask) !== JSON.stringify(cuaderno))
}

function fieldsOf({ estado, encabezados, cuerpo }: Answer): Record<string, unknown> {
  return { estado, cuerpo, ...encabezados }
}
