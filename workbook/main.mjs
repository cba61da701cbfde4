// Plain JavaScript, so that any Node can read it: it checks what must be there, makes TypeScript
// loadable in this same process (a second one would double the start) and hands over.
import { startEarlyWorker, stopEarlyWorker } from './runner/early-worker.mjs'

const RUNS_TESTS = ['lesson', 'start', 'check']

const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  stop(`El cuaderno necesita Node 20.19 o posterior y este es el ${process.versions.node}: instala uno nuevo`)
}
try {
  await prepare(process.argv[2] ?? '')
} catch (error) {
  if (error.code !== 'ERR_MODULE_NOT_FOUND' && error.code !== 'MODULE_NOT_FOUND') throw error
  stop('Faltan los paquetes del cuaderno: ejecuta npm install en su carpeta')
}
const { main } = await import('./cli/main.ts')
process.exitCode = await main(process.argv.slice(2))
stopEarlyWorker()

/** @param {string} command */
async function prepare(command) {
  if (RUNS_TESTS.includes(command)) {
    startEarlyWorker()
    // Before the hooks of tsx, through which every module takes several times longer.
    await import('vitest/node')
  }
  if (process.features.typescript) return
  const { register } = await import('tsx/esm/api')
  register()
}

/** @param {string} message */
function stop(message) {
  console.error(message)
  process.exit(1)
}
