import { above, swap } from './case.ts'

// Places in the solution of lesson 3, where most of the cases happen.

/** The last line of a function that two tests call, one of them through POST /login. */
export const RETURN = 'return { expiresIn: segundos }'
export const CONSTANT = 'const MARGEN = 60'

/** Something that runs each time that function is called. */
export const inFunction = (code: string) => above(RETURN, code)

/** Something that runs while the file loads. */
export const onLoad = (code: string) => above(CONSTANT, code)

/** The whole function, written in another way. */
export const instead = (code: string) => (solution: string) =>
  swap(/export function expiraEn[\s\S]*?\n}/.exec(solution)?.[0] ?? '', code)(solution)
