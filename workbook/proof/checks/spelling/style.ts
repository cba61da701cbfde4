import { hide } from './prose.ts'

interface Rule {
  found: RegExp
  instead: string
}

const word = (words: string) => new RegExp(`(?<!\\p{L})(?:${words})(?!\\p{L})`, 'iu')

// What `CONTRIBUTING.md` says that we do not write, where there is no doubt.
const WORDS: readonly Rule[] = [
  { found: word('sólo|sólos'), instead: 'solo' },
  { found: word('guión'), instead: 'guion' },
  { found: word('simplemente|obviamente|por favor'), instead: 'nada' },
  { found: word('ordenador(?:es)?|computadoras?'), instead: 'equipo o máquina' },
  { found: word('tokens? JWT|JWTs'), instead: 'un JWT, los JWT' },
  { found: word('petici(?:ón|ones)'), instead: 'solicitud' },
  { found: word('cabeceras?'), instead: 'encabezado' },
  { found: word('carga útil'), instead: 'payload' },
  { found: word('ficheros?'), instead: 'archivo' },
  { found: word('librerías?'), instead: 'biblioteca' },
  { found: word('retorn(?:a|e|é|ó)\\p{L}*'), instead: 'devolver' },
  { found: word('arroj(?:a|o|e|é|ó)\\p{L}*'), instead: 'lanzar' },
  { found: word('(?:des)?encript\\p{L}+'), instead: 'cifrar, o calcular el hash' },
  { found: word('hashe[aoéó]\\p{L}*'), instead: 'calcular el hash' },
  { found: word('caduc\\p{L}+'), instead: 'expirar' },
  { found: word('autentificaci(?:ón|ones)'), instead: 'autenticación' },
  { found: word('(?:des|re-?)?logue\\p{L}+'), instead: 'iniciar sesión, cerrar sesión' },
  { found: word('teste(?:a|o|e|é|ó)\\p{L}*'), instead: 'probar, prueba' },
  { found: word('checa\\p{L}*'), instead: 'comprobar' },
  { found: word('lista negra|blacklist'), instead: 'lista de revocados' },
  { found: word('endpoints?'), instead: 'ruta' },
  { found: word('variables? de ambiente'), instead: 'variable de entorno' },
  { found: word('proxy reverso'), instead: 'proxy inverso' },
  { found: word('hombre en el medio'), instead: 'ataque de intermediario' },
  { found: word('token de refresco'), instead: 'token de renovación' },
]

const MARKS: readonly Rule[] = [
  { found: /"/, instead: '«…»' },
  { found: /(?<=[\p{L},;:.»)?]) {2}(?=[\p{L}«(¿])/u, instead: 'un solo espacio' },
]

// Quoting a word is not using it.
const QUOTED = /«[^»]*»/g

/** What a line of prose has that we do not write, each with what to write instead. */
export function styleFaults(text: string): string[] {
  const unquoted = hide(text, QUOTED)
  const words = faults(unquoted, WORDS)
  return [...words, ...faults(text, MARKS), ...unopened(text)]
}

function faults(text: string, rules: readonly Rule[]): string[] {
  return rules.flatMap(({ found, instead }) => {
    const match = found.exec(text)
    return match ? [`${match[0]} (mejor: ${instead})`] : []
  })
}

function unopened(text: string): string[] {
  const missing = (open: string, close: RegExp) => text.split(close).length > text.split(open).length
  return [
    ...(missing('¿', /(?<=[^\s(])\?/) ? ['falta «¿»'] : []),
    ...(missing('¡', /(?<=[^\s(])!/) ? ['falta «¡»'] : []),
  ]
}
