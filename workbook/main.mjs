// Plain JavaScript, so that any Node can read it: it checks what must be there, makes TypeScript
// loadable in this same process (a second one would double the start) and hands over.

import { startEarlyWorker, stopEarlyWorker } from './runner/early-worker.mjs'
import { builtEngine } from './start/built.mjs'

// What is still open by then is a session, which may be closed without a goodbye.
const SESSION_MS = 5000
const RUNS_TESTS = ['lesson', 'start', 'check']

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  stop(`El cuaderno necesita Node 20.19 o posterior y este es el ${process.versions.node}: instala uno nuevo`)
}
const engine = builtEngine()
try {
  await prepare(process.argv[2] ?? '')
} catch (error) {
  const { code } = /** @type {NodeJS.ErrnoException} */ (error)
  if (code !== 'ERR_MODULE_NOT_FOUND' && code !== 'MODULE_NOT_FOUND') throw error
  stop('Faltan los paquetes del cuaderno: ejecuta npm install en su carpeta')
}
if (!engine) setTimeout(build, SESSION_MS).unref()
process.exitCode = await run(process.argv.slice(2))
stopEarlyWorker()
if (!engine) await build()

/**
 * The learners' commands and, if it is none of them, the authors': one of them also says that it is nobody's.
 * @param {string[]} args
 */
async function run(args) {
  const { main } = await mainOf('commands')
  return (await main(args)) ?? (await mainOf('proof')).main(args)
}

/** @param {string} room */
function mainOf(room) {
  return import(engine ? new URL(`${room}/main.js`, engine).href : `./${room}/main.ts`)
}

/** @param {string} command */
async function prepare(command) {
  if (RUNS_TESTS.includes(command)) {
    startEarlyWorker()
    // Before the hooks of tsx, through which every module takes several times longer.
    await import('vitest/node')
  }
  if (engine || ('typescript' in process.features && process.features.typescript)) return
  const { register } = await import('tsx/esm/api')
  register()
}

async function build() {
  const { buildEngine } = await import('./start/build.mjs')
  await buildEngine()
}

/** @param {string} message */
function stop(message) {
  console.error(message)
  process.exit(1)
}
