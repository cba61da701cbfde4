import type { Case } from './case.ts'
import { swap } from './case.ts'
import { inFunction, onLoad } from './expiracion.ts'

const odd = (what: string) =>
  `Tu código lanza ${what}, que no es un Error: escribe throw new Error('…') con un mensaje`
const unloaded = (error: string) => `El archivo no llega a cargarse: ${error}`
const alone = (error: string) => `Una promesa rechazada se quedó sin await y sin catch: ${error}`

export const THROWN_CASES: readonly Case[] = [
  { name: 'a text that is thrown', text: inFunction("throw 'roto'"), says: odd('«roto»') },
  {
    name: 'a text that is thrown on load',
    text: onLoad("throw 'roto'"),
    says: unloaded('«roto», que no es un Error'),
    at: "throw 'roto'",
  },
  {
    name: 'an error that is thrown on load',
    text: onLoad("throw new Error('roto')"),
    says: unloaded('Error: roto'),
    at: "throw new Error('roto')",
  },
  {
    name: 'a message that would garble the terminal',
    text: inFunction(
      "throw new Error('\\u001b[2J\\u001b[31mrojo\\u001b[0m\\u0007\\r\\nLección superada\\u202e al revés')",
    ),
    says: 'Tu código lanzó un error que la prueba no esperaba: Error: rojo',
    at: 'al revés',
  },
  {
    name: 'an error in a timer',
    text: inFunction("setTimeout(() => { throw new Error('tarde') })"),
    says: 'Un error que nadie atrapa, fuera de la solicitud: Error: tarde',
    at: 'setTimeout',
  },
  {
    name: 'a promise that is rejected and that nobody awaits',
    text: inFunction("void Promise.reject(new Error('suelta'))"),
    says: alone('Error: suelta'),
    at: 'Promise.reject',
  },
  {
    name: 'a promise that is rejected with nothing',
    text: inFunction('void Promise.reject()'),
    says: alone('undefined, que no es un Error'),
  },
  {
    name: 'a name that nobody declared',
    text: inFunction('comprobarSegundos(segundos)'),
    says: 'Usas «comprobarSegundos» sin declararlo ni importarlo: revisa cómo está escrito',
    at: 'comprobarSegundos',
  },
  {
    name: 'a constant that is used too early',
    text: onLoad('export const DOBLE = 2 * MARGEN'),
    says: "Usas «MARGEN» antes de la línea que lo declara: muévela más arriba (Cannot access 'MARGEN' before initialization)",
    at: 'export const DOBLE',
  },
  {
    name: 'another value for a constant',
    text: swap(
      'const segundos = Number(texto)',
      'const segundos = 0\n  // @ts-ignore\n  segundos = Number(texto)',
    ),
    says: 'Das otro valor a una constante: declárala con let o usa otra variable (Assignment to constant variable.)',
  },
]
