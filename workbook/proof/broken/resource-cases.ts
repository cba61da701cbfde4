import type { Case } from './case.ts'
import { inFunction, onLoad } from './expiracion.ts'

const FLOOD =
  'Tu código escribe sin parar en la consola y lo he detenido: busca un console.log dentro de un bucle y quítalo'
const MEMORY =
  'Tu código ocupa más de 600 MB y lo he detenido: busca un array, un Map o un texto que crece sin fin'

export const RESOURCE_CASES: readonly Case[] = [
  {
    name: '100,000 lines in the console',
    text: inFunction("for (let i = 0; i < 100_000; i++) console.log('línea', i)"),
    says: FLOOD,
    at: 'console.log',
  },
  {
    name: '50 MB in the console',
    text: onLoad("for (let i = 0; i < 50; i++) console.log('x'.repeat(1e6))"),
    says: FLOOD,
    at: 'console.log',
  },
  {
    name: '50 MB past the console',
    text: inFunction("process.stdout.write('x'.repeat(50e6))"),
    says: FLOOD,
    at: 'process.stdout',
  },
  {
    name: 'an array that grows without end',
    text: inFunction('const todo: unknown[] = []\nfor (;;) todo.push(new Array(10_000).fill(0))'),
    says: MEMORY,
    at: 'for (;;)',
  },
  {
    name: 'buffers that grow without end, between promises',
    text: onLoad(
      'const todo: unknown[] = []\nfor (;;) todo.push(Buffer.alloc(1e7, 1), await new Promise((listo) => setImmediate(listo)))',
    ),
    says: MEMORY,
  },
  {
    name: 'an array that grows without end, between promises',
    text: onLoad(
      'const todo: unknown[] = []\nfor (;;) todo.push(new Array(1e6).fill(0), await new Promise((listo) => setImmediate(listo)))',
    ),
    says: MEMORY,
  },
]
