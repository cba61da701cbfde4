// Plain JavaScript, so that any Node can read it: it checks what must be there, makes TypeScript
// loadable in this same process (a second one would double the start) and hands over.

import { writeSync } from 'node:fs'
import { startEarlyWorker, stopEarlyWorker } from './runner/early-worker.mjs'
import { builtEngine, ROOT } from './start/built.mjs'

// What is still open by then is a session, which may be closed without a goodbye.
const SESSION_MS = 5000
const RUNS_TESTS = ['lesson', 'start', 'check']
// By its name, and not by the path of a file.
const MISSING_PACKAGE = /^Cannot find (?:package|module) '(?![./]|\w:)/

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  stop(`El cuaderno necesita Node 20.19 o posterior y este es el ${process.versions.node}: instala uno nuevo`)
}
// In an address they end the path, and Vite takes every file by its address.
if (/[#?]/.test(ROOT)) {
  stop(`El cuaderno no funciona en una carpeta con «#» o «?» en su ruta: cambia el nombre de ${ROOT}`)
}
silenceExperiments()
process.on('uncaughtException', explain)
process.on('unhandledRejection', explain)

const engine = builtEngine()
try {
  await prepare(process.argv[2] ?? '')
  if (!engine) setTimeout(build, SESSION_MS).unref()
  process.exitCode = await run(process.argv.slice(2))
} catch (error) {
  explain(error)
}
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

/** Node warns in English that it reads TypeScript; its option against that stops an old one before our word. */
function silenceExperiments() {
  const print = process.listeners('warning')
  process.removeAllListeners('warning')
  process.on('warning', (warning) => {
    if (warning.name !== 'ExperimentalWarning') for (const each of print) each(warning)
  })
}

/**
 * The last word, in one sentence, of what nobody foresaw.
 * @param {unknown} error
 */
function explain(error) {
  const { message = String(error) } = /** @type {Partial<Error>} */ (Object(error))
  if (MISSING_PACKAGE.test(message)) {
    stop('Faltan los paquetes del cuaderno: ejecuta npm install --include=dev en su carpeta')
  }
  stop(`El cuaderno ha fallado y no es culpa tuya: ${message.split('\n')[0]}`)
}

/** @param {string} message */
function stop(message) {
  // Not through the stream, which a session keeps silent.
  writeSync(process.stderr.fd, `${message}\n`)
  process.exit(1)
}
