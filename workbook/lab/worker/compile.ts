// TypeScript to a function that the browser can call. Of all that compile in a page, sucrase is the
// smallest and keeps every line where it was: esbuild-wasm, TypeScript and Babel weigh from three to
// seventy times more.
import { transform } from 'sucrase'
import type { News } from '../protocol.ts'
import { readImports } from './read-imports.ts'

/** A module that is ready to be evaluated. */
export interface Compiled {
  evaluate: (...scope: unknown[]) => unknown
  /** What it imports statically. */
  imports: string[]
}

/** The text of a module is no program. */
export class WrongSyntax extends SyntaxError {
  readonly news: Extract<News, { type: 'syntax' }>

  constructor(news: Extract<News, { type: 'syntax' }>) {
    super(news.message)
    this.news = news
  }
}

// What a Worker has and Node has not: a module must not see it.
const HIDDEN = 'self importScripts postMessage onmessage close XMLHttpRequest indexedDB caches'.split(' ')
const META = '__meta'
const PARAMETERS = ['exports', 'require', 'module', META, ...HIDDEN].join(', ')
const LOCAL = /\bvar (_\w+) = (?:require|_interopRequire)/g

/** The names that sucrase gave to imports, in all modules so far: V8 quotes them in its messages. */
const locals = new Set<string>()

/** The last text of each file and what came of it. */
const before = new Map<string, { text: string; compiled: Compiled }>()

/** Compiles a module, unless it already did. Throws `WrongSyntax`. */
export function compile(file: string, text: string): Compiled {
  const known = before.get(file)
  if (known?.text === text) return known.compiled
  const compiled = compileAnew(file, text)
  before.set(file, { text, compiled })
  return compiled
}

function compileAnew(file: string, text: string): Compiled {
  const { code, imports } = toCommonJs(file, text)
  for (const [, local] of code.matchAll(LOCAL)) locals.add(local ?? '')
  return { evaluate: toFunction(file, code), imports }
}

/** The message with Vite's way to name imports, which the runner knows how to leave out. */
export function withViteNames(message: string): string {
  return message.replace(/\b(_\w+)\./g, (found, local) => (locals.has(local) ? '__vi_import_0__.' : found))
}

function toCommonJs(file: string, text: string): { code: string; imports: string[] } {
  try {
    // Inside of a function, there is no first line.
    const { names, program } = readImports(text.replace(/^(\uFEFF?)#!/, '$1//'), META)
    const { code } = transform(program, {
      transforms: ['typescript', 'imports'],
      disableESTransforms: true,
      production: true,
      filePath: file,
    })
    // Those of types are gone.
    return { code, imports: names.filter((name) => code.includes(`require('${name}')`)) }
  } catch (error) {
    const { message, loc } = error as Error & { loc?: { line: number } }
    throw new WrongSyntax({ type: 'syntax', file, message, line: loc?.line })
  }
}

function toFunction(file: string, code: string): Compiled['evaluate'] {
  const wrap = (kind: string) => `(${kind} (${PARAMETERS}) {${code}\n})\n//# sourceURL=lesson:///${file}`
  try {
    return run(wrap('function'))
  } catch {
    return asynchronous(file, wrap('async function'))
  }
}

/** A module with an `await` at its top level; or a text that is no program at all. */
function asynchronous(file: string, program: string): Compiled['evaluate'] {
  try {
    return run(program)
  } catch (error) {
    // Firefox tells the line; for V8, somebody has to find it out.
    const { message, lineNumber: line } = error as Error & { lineNumber?: number }
    throw new WrongSyntax({ type: 'syntax', file, message, ...(line ? { line } : { probe: program }) })
  }
}

function run(program: string): Compiled['evaluate'] {
  // Indirect: it sees the globals and nothing of this module.
  // biome-ignore lint/security/noGlobalEval: running what the learner writes is what this is for.
  return globalThis.eval(program)
}
