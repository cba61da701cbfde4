import { above, last } from './case.ts'

/** Code that does harm only in the learner's server, where no test has seen it. */
export interface ServerCase {
  name: string
  text: (solution: string) => string
  /** Whether somebody has to ask the server for something first. */
  onRequest: boolean
  says: string
}

const START = "const token = leerBearer(req.get('Authorization'))"
const outside = (code: string) => `if (!process.env.VITEST) {\n  ${code}\n}`

const onRequest = (name: string, code: string, says: string): ServerCase => ({
  name,
  text: above(START, outside(code)),
  onRequest: true,
  says,
})

const onLoad = (name: string, code: string, says: string): ServerCase => ({
  name,
  text: last(outside(code)),
  onRequest: false,
  says,
})

export const SERVER_CASES: readonly ServerCase[] = [
  onRequest(
    'process.exit',
    'process.exit(3)',
    'tu código lo apagó con process.exit(3): quítalo y lanza un error en su lugar; al guardar arrancará de nuevo',
  ),
  onRequest(
    'process.abort',
    'process.abort()',
    'se cerró de golpe: busca una llamada que lo apague o que agote la memoria, y guarda',
  ),
  onRequest(
    'an error in a timer',
    "setTimeout(() => { throw new Error('tarde') })",
    'se cerró por un error que nadie atrapa (Error: tarde): corrígelo y guarda',
  ),
  onRequest('100,000 lines', "for (let i = 1; i <= 100_000; i++) console.log('línea', i)", 'línea 100000'),
  onRequest(
    'a line that would garble the terminal',
    "console.error('\\u001b[2J\\u001b[31mrojo\\u001b[0m\\u0007')",
    '│ rojo',
  ),
  onLoad(
    'process.exit on load',
    'process.exit(0)',
    'tu código lo apagó con process.exit(0): quítalo y lanza un error en su lugar; al guardar arrancará de nuevo',
  ),
  onLoad(
    'something awaited for ever on load',
    'await new Promise(() => {})',
    'espera al cargarse algo que no llega: busca un await fuera de las funciones, y guarda',
  ),
]
