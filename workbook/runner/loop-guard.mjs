// Runs in a thread beside the tests. When the main thread works on without a beat or the process takes too
// much memory, it pauses the main thread with the inspector, reads where it is through the source maps,
// writes that to stderr and ends the process. It also tells while the process works or the machine holds it up:
// then a clock says nothing of what the tests wait for.
import { Session } from 'node:inspector'
import { SourceMap } from 'node:module'
import { workerData } from 'node:worker_threads'
import { tell } from '../guards/tell.mjs'
import { MEMORY_MB } from '../verdict/explain/limits.mjs'

const CHECK_MS = 250
/** A check that comes later than this was held up by the machine. */
const LATE_MS = 2 * CHECK_MS
/** What part of the time between two checks a process works that does more than wait. */
const WORKING = 0.1
/** How much processor time without a beat counts as an endless loop: a busy machine only takes longer to give it. */
const STUCK_MS = 2000
/** What this thread may take itself between two checks, and more. */
const OWN_MS = 10
/** What takes as much more between two checks is on its way to the limit, and comes there on any machine. */
const GROWTH_MB = 5
const INSPECTOR_MS = 4000
const PAUSES = 50
const FOREIGN = ['node:', 'node_modules', new URL('..', import.meta.url).href]

/** @typedef {import('node:inspector').Debugger.CallFrame} CallFrame */
/** @typedef {import('node:inspector').Debugger.ScriptParsedEventDataType} Script */

/** @type {{ beats: Int32Array }} */
const { beats } = workerData
/** @type {Map<string, Script>} */
const scripts = new Map()
let last = -1
let sinceBeat = 0
let used = processorMs()
let checked = performance.now()
let peak = 0

const timer = setInterval(() => {
  const now = Atomics.load(beats, 0)
  const memory = process.memoryUsage.rss()
  const grows = memory > peak + GROWTH_MB * 1e6
  peak = Math.max(peak, memory)
  const worked = processorMs() - used
  used += worked
  const passed = performance.now() - checked
  checked += passed
  sinceBeat = now === last && !grows ? sinceBeat + worked : 0
  if (memory > MEMORY_MB * 1e6) report('memory')
  else if (sinceBeat >= STUCK_MS) report('stuck')
  else if (now === last && (grows || worked > OWN_MS)) tell('works', [])
  if (passed > LATE_MS || worked > WORKING * passed)
    tell('slow', { start: Date.now() - passed, end: Date.now() })
  last = now
}, CHECK_MS)

function processorMs() {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/** @param {'memory' | 'stuck'} what */
function report(what) {
  clearInterval(timer)
  // At once: on a busy machine the line may take longer than whoever waits has patience.
  tell(what, [])
  const session = new Session()
  try {
    session.connectToMainThread()
  } catch {
    // Where Node runs with less permission.
    return finish(what, [])
  }
  session.on('Debugger.scriptParsed', ({ params }) => scripts.set(params.scriptId, params))
  let attempts = PAUSES
  session.on('Debugger.paused', ({ params }) => {
    const places = params.callFrames.map(toPlace).filter(Boolean)
    if (places.length || !attempts--) return finish(what, places)
    // It was in Node or in a package: the next instant may be in the learner's code.
    session.post('Debugger.resume')
    setTimeout(() => session.post('Debugger.pause'), 1)
  })
  session.post('Debugger.enable', () => session.post('Debugger.pause'))
  setTimeout(() => finish(what, []), INSPECTOR_MS)
}

/**
 * @param {'memory' | 'stuck'} what
 * @param {readonly unknown[]} places
 */
function finish(what, places) {
  tell(what, places)
  process.kill(process.pid, 'SIGKILL')
}

/** @param {CallFrame} frame */
function toPlace({ location: { scriptId, lineNumber, columnNumber = 0 } }) {
  const { url = '', sourceMapURL = '' } = scripts.get(scriptId) ?? /** @type {Partial<Script>} */ ({})
  if (!url || FOREIGN.some((text) => url.includes(text))) return undefined
  return { file: url, line: (originalLine(sourceMapURL, lineNumber, columnNumber) ?? lineNumber) + 1 }
}

/**
 * @param {string} sourceMapURL
 * @param {number} line
 * @param {number} column
 */
function originalLine(sourceMapURL, line, column) {
  if (!sourceMapURL.startsWith('data:')) return undefined
  const json = Buffer.from(sourceMapURL.split(',')[1] ?? '', 'base64').toString()
  const entry = new SourceMap(JSON.parse(json)).findEntry(line, column)
  return 'originalLine' in entry ? entry.originalLine : undefined
}
