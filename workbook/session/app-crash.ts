import { diskTrouble } from '../learner/disk-trouble.ts'
import { cleanLine } from '../verdict/explain/clean.ts'
import { explainMishap, explainProgramError } from '../verdict/explain/slips.ts'
import { TEXTS } from '../verdict/explain/texts.ts'

/** How the process of the learner's server ended by itself. */
export interface Crash {
  /** Whether it had come to listen. */
  ready: boolean
  code: number | null
  /** The last that it wrote to stderr. */
  errors: string
}

const ERROR_LINE = /^(?:Uncaught )?(\w*Error)(?: \[\w+\])?: (.+)$/gm
const NO_EXPORT = /^The requested module '(.+)' does not provide an export named '(.+)'$/
// What the first exercise says of a secret that is missing or short, whoever wrote it.
const SHORT_SECRET = /\b32 bytes\b/
// As Node says it of a file, and SQLite of its database.
const OF_DISK = /^(?<code>E[A-Z]+): .*?(?:'(?<path>[^']+)')?$/
const OF_DATABASE = /^unable to open database file|^database or disk is full|readonly database/
// Node's exit code for a module that waits for something that cannot come any more.
const UNSETTLED_AWAIT = 13
const OUT_OF_MEMORY = 'JavaScript heap out of memory'

/** Why the learner's server is not running and what to do, in one sentence. */
export function explainCrash({ ready, code, errors }: Crash): string {
  if (errors.includes(OUT_OF_MEMORY)) return TEXTS.serverMemory
  const found = [...errors.matchAll(ERROR_LINE)]
  const [, name = '', message = ''] = (ready ? found.at(-1) : found[0]) ?? []
  // Node says what it could not survive; what the app survived and logged explains nothing.
  if (name && code === 1 && (!ready || errors.includes('Node.js v')))
    return explainError(name, message, ready)
  if (code === UNSETTLED_AWAIT) return TEXTS.serverAwaits
  return code === null ? TEXTS.serverKilled : TEXTS.serverExit(code)
}

function explainError(name: string, message: string, ready: boolean): string {
  const [, from = '', missing = ''] = NO_EXPORT.exec(message) ?? []
  if (missing) return TEXTS.noSuchName(missing, from)
  if (!ready && SHORT_SECRET.test(message)) return TEXTS.serverSecret
  const trouble = explainDisk(message)
  if (trouble) return trouble
  const slip = explainMishap(`${name}: ${message}`) ?? explainProgramError(message)
  if (slip) return slip
  return ready ? TEXTS.serverDied(cleanLine(`${name}: ${message}`)) : cleanLine(message)
}

function explainDisk(message: string): string | undefined {
  if (OF_DATABASE.test(message)) return TEXTS.serverDatabase
  const trouble = diskTrouble(OF_DISK.exec(message)?.groups)
  return trouble && TEXTS.serverDisk(trouble)
}
