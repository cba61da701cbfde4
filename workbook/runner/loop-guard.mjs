// Runs in a thread beside the tests. When the main thread stops beating, it pauses it with the
// inspector, reads where it is through the source maps, writes that to stderr and ends the process.
import { writeSync } from 'node:fs'
import { Session } from 'node:inspector'
import { SourceMap } from 'node:module'
import { workerData } from 'node:worker_threads'

/** How long a synchronous stretch may last before it counts as an endless loop. */
const STUCK_MS = 2000
const CHECK_MS = 200
const INSPECTOR_MS = 1000

const { beats } = workerData
const scripts = new Map()
let last = -1
let since = Date.now()

const timer = setInterval(() => {
  const now = Atomics.load(beats, 0)
  if (now !== last) {
    last = now
    since = Date.now()
  } else if (Date.now() - since > STUCK_MS) {
    clearInterval(timer)
    report()
  }
}, CHECK_MS)

function report() {
  const session = new Session()
  session.connectToMainThread()
  session.on('Debugger.scriptParsed', ({ params }) => scripts.set(params.scriptId, params))
  session.on('Debugger.paused', ({ params }) => finish(params.callFrames.map(toPlace).filter(Boolean)))
  session.post('Debugger.enable', () => session.post('Debugger.pause'))
  setTimeout(() => finish([]), INSPECTOR_MS)
}

function finish(places) {
  try {
    writeSync(2, `\n@@cuaderno:stuck ${JSON.stringify(places)}\n`)
  } catch {
    // Nobody reads any more; the process ends all the same.
  }
  process.kill(process.pid, 'SIGKILL')
}

function toPlace({ location: { scriptId, lineNumber, columnNumber } }) {
  const { url = '', sourceMapURL = '' } = scripts.get(scriptId) ?? {}
  if (!url || url.startsWith('node:') || url.includes('node_modules')) return undefined
  return { file: url, line: (originalLine(sourceMapURL, lineNumber, columnNumber) ?? lineNumber) + 1 }
}

function originalLine(sourceMapURL, line, column) {
  if (!sourceMapURL.startsWith('data:')) return undefined
  const json = Buffer.from(sourceMapURL.split(',')[1], 'base64').toString()
  return new SourceMap(JSON.parse(json)).findEntry(line, column).originalLine
}
