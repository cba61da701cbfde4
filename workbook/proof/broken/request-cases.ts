import { above, type Case, swap } from './case.ts'

const START = "const token = leerBearer(req.get('Authorization'))"
const END = 'res.locals.claims = await comprobar(token, verificar)\n    next()'
const VERIFIES = 'return await verificar(token)'

/** Something that runs with each request. */
const inHandler = (code: string) => above(START, code)
/** What the handler does in the end, instead of next(). */
const inTheEnd = (code: string) => swap(END, END.replace('next()', code))

const LOOP = 'Tu código entra en un bucle que no termina y lo he detenido: revisa la condición de salida'
const SILENCE = 'La solicitud se quedó sin respuesta: sigue con next() o lanza un error'
const TWICE =
  'Tu código llama dos veces a next() en la misma solicitud: llámalo una sola vez y escribe return después'

export const REQUEST_CASES: readonly Case[] = [
  { name: 'a handler that never answers', text: inTheEnd('// next()'), says: SILENCE },
  {
    name: 'a handler that waits for ever',
    text: inHandler('await new Promise(() => {})'),
    says: SILENCE,
  },
  {
    name: 'a handler that goes round between timers',
    text: inHandler('for (;;) await new Promise((listo) => setImmediate(listo))'),
    says: SILENCE,
  },
  {
    name: 'next() called twice',
    text: inTheEnd('next()\n    next() // otra vez'),
    says: TWICE,
    at: '// otra vez',
  },
  {
    name: 'an answer after next()',
    text: inTheEnd('next()\n    res.json({})'),
    says: 'Ya habías respondido: los encabezados van antes de res.json, y se responde una sola vez (return, sin next()) (Cannot set headers after they are sent to the client)',
    at: 'res.json',
  },
  { name: 'an endless loop in a handler', text: inHandler('for (;;) {}'), says: LOOP, at: 'for (;;)' },
  {
    name: 'an endless loop in the code that verifies',
    text: above(VERIFIES, 'for (;;) {}'),
    says: LOOP,
    at: 'for (;;)',
  },
  {
    name: 'process.exit in a handler',
    text: inHandler('process.exit(1)'),
    says: 'Tu código llama a process.exit(), que apagaría el servidor: quítalo y lanza un error en su lugar',
    at: 'process.exit',
  },
  {
    name: 'a name that nobody declared, in a handler',
    text: inHandler('comprobarEncabezado(req)'),
    says: 'Usas «comprobarEncabezado» sin declararlo ni importarlo: revisa cómo está escrito',
    at: 'comprobarEncabezado',
  },
  {
    name: 'a handler that calls itself for ever',
    text: inHandler('const bajar = (n: number): number => 1 + bajar(n)\nbajar(1)'),
    says: 'Una función se llama a sí misma sin fin (Maximum call stack size exceeded): revisa cuándo debe dejar de llamarse',
    at: 'const bajar',
  },
  {
    name: 'a promise that nobody awaits, in a handler',
    text: inHandler("void Promise.reject(new Error('suelta'))"),
    says: 'Una promesa rechazada se quedó sin await y sin catch: Error: suelta',
    at: 'Promise.reject',
  },
]
