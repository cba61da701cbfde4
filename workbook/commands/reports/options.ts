import { parseArgs } from 'node:util'
import { takenByNpm } from '../npm-option.ts'
import { TEXTS } from './texts.ts'

/** What `npm run check` was asked for. */
export interface CheckOptions {
  /** The lesson, as it was written. */
  name?: string
  /** The one task of it that counts. */
  task?: string
  json: boolean
  /** The file to write, or empty for the standard output. */
  junit?: string
}

/** Reads the arguments of `npm run check`, or says in one sentence why they make no sense. */
export function readOptions(args: readonly string[], env = process.env): CheckOptions | { refused: string } {
  const parsed = parse(args.filter((arg) => arg !== '--'))
  if ('refused' in parsed) return parsed
  const { junit } = parsed
  const passedOn = takenByNpm('check', 'tarea', env) ? parsed.names.slice(-1) : []
  const names = parsed.names.slice(0, parsed.names.length - passedOn.length)
  const task = parsed.tarea ?? passedOn[0]
  const json = parsed.json || takenByNpm('check', 'json', env)
  if (names.length > 1) return { refused: TEXTS.oneLesson(names.join(' ')) }
  if (junit && !junit.toLowerCase().endsWith('.xml')) return { refused: TEXTS.notXml(junit) }
  if (json && junit === '') return { refused: TEXTS.sameOutput }
  if (task !== undefined && !/^\d+$/.test(names[0] ?? '')) return { refused: TEXTS.taskOfLesson(task) }
  return { name: names[0], task, json, junit }
}

function parse(args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: completeJunit(args),
      options: {
        json: { type: 'boolean', default: false },
        junit: { type: 'string' },
        tarea: { type: 'string' },
      },
      allowPositionals: true,
    })
    return { names: positionals, ...values }
  } catch (error) {
    const name = /'(-[^',\s]+)/.exec((error as Error).message)?.[1] ?? ''
    return { refused: TEXTS.unknownOption(args.find((arg) => arg.startsWith(name)) ?? name) }
  }
}

/** `parseArgs` knows no option with an optional value: alone, `--junit` gets an empty one. */
function completeJunit(args: readonly string[]): string[] {
  return args.flatMap((arg, index) => {
    const next = args[index + 1]
    if (arg === '--junit') return [`--junit=${isFile(next) ? next : ''}`]
    return args[index - 1] === '--junit' && isFile(arg) ? [] : [arg]
  })
}

function isFile(arg = '-'): boolean {
  return !/^(?:-.*|\d+|final)$/.test(arg)
}
