/** A line of the guard, and the step of the request that executes it, if one does. */
export interface CodeLine {
  text: string
  place?: Place
}

/** How each line that executes something begins, so that it is found in the file that the tests check. */
export const PLACES = {
  split: 'const [esquema, ...resto]',
  scheme: "return esquema?.toLowerCase() === 'bearer'",
  read: 'const token = leerBearer(',
  present: 'if (token === undefined)',
  claims: 'res.locals.claims = await',
  next: 'next()',
  verify: 'return await verificar(',
  translate: 'throw error instanceof',
  route: "app.get('/perfil', guardia",
} as const

export type Place = keyof typeof PLACES

/** The guard's mistake of lesson 2: it answers, and an answer does not stop the function. */
export const MISTAKE = {
  instead: 'if (token === undefined) throw new ErrorDeToken()',
  write: "if (token === undefined) res.status(401).json({ error: 'Token faltante' })",
}

const FUNCTION = /^(?:export )?(?:async )?function (?:leerBearer|exigirToken|comprobar)\b.*?^}$/gms
const COMMENT = /^\s*\/\/.*\n/gm

/** The three functions of the guard, without comments, as `guardia.ts` has them or with the mistake. */
export function guardLines(source: string, mistaken: boolean): CodeLine[] {
  const functions = source.replaceAll(COMMENT, '').match(FUNCTION) ?? []
  const code = functions.join('\n\n')
  return linesOf(mistaken ? code.replace(MISTAKE.instead, MISTAKE.write) : code)
}

/** The line of `app.ts` that puts the guard before the route. */
export function routeLines(source: string): CodeLine[] {
  return linesOf(source)
    .filter(({ place }) => place === 'route')
    .map(({ text, place }) => ({ text: text.trim(), place }))
}

function linesOf(code: string): CodeLine[] {
  return code.split('\n').map((text) => ({ text, place: placeOf(text.trim()) }))
}

function placeOf(line: string): Place | undefined {
  return (Object.keys(PLACES) as Place[]).find((place) => line.startsWith(PLACES[place]))
}
