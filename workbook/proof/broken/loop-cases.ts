import type { Case } from './case.ts'
import { inFunction, onLoad } from './expiracion.ts'

const LOOP = 'Tu código entra en un bucle que no termina y lo he detenido: revisa la condición de salida'
const RECURSION =
  'Una función se llama a sí misma sin fin (Maximum call stack size exceeded): revisa cuándo debe dejar de llamarse'

// Each loop takes the two seconds after which it counts as one.
export const LOOP_CASES: readonly Case[] = [
  { name: 'an endless loop in a function', text: inFunction('for (;;) {}'), says: LOOP, at: 'for (;;)' },
  { name: 'an endless loop on load', text: onLoad('while (true) {}'), says: LOOP, at: 'while (true)' },
  {
    name: 'an endless loop in an async function',
    // Without its line: most of its time passes between two turns, where nobody's code is running.
    text: onLoad('async function girar() {\n  for (;;) await null\n}\nvoid girar()'),
    says: LOOP,
  },
  {
    name: 'an endless chain of promises',
    text: onLoad('const girar = (): void => void Promise.resolve().then(girar)\ngirar()'),
    says: LOOP,
  },
  {
    name: 'a regular expression that takes for ever',
    text: inFunction("/^(a+)+$/.test('a'.repeat(60) + 'b')"),
    says: LOOP,
    at: '(a+)+',
  },
  {
    name: 'a file that waits for ever to load',
    text: onLoad('await new Promise(() => {})'),
    says: 'Tu código no termina de cargarse y lo he detenido: busca un await de algo que no llega',
    at: 'await new Promise',
  },
  {
    name: 'a function that calls itself for ever',
    text: inFunction('const bajar = (n: number): number => 1 + bajar(n)\nbajar(1)'),
    says: RECURSION,
    at: 'const bajar',
  },
]
