import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { stripVTControlCharacters } from 'node:util'
import { nodeArgs } from '../../curriculum/node-args.ts'
import { ROOT } from '../../curriculum/paths.ts'
import type { Check, Outcome } from './outcome.ts'

/** What a check found, and the seconds that it took. */
export interface Report {
  name: string
  outcomes: Outcome[]
  seconds: number
}

/** What a lane writes into both its streams before each check: what was said earlier may arrive later. */
export const MARK = '\0'

const LANE = fileURLToPath(new URL('./lane.ts', import.meta.url))
/** How much is told of what a process said before it died. */
const TOLD = 2000

/**
 * Runs the long checks one after another and, beside them, the others: a machine has two cores at least. Whoever has
 * none left takes one of the other's. Tells them in their order, each as soon as it and those before it have ended.
 */
export async function runInLanes(checks: readonly Check[], tell: (report: Report) => void): Promise<void> {
  const untold = checks.map(({ name }) => name)
  const reports = new Map<string, Report>()
  const long = checks.filter(({ beside }) => !beside)
  const others = checks.filter(({ beside }) => beside)
  const runThose = async (own: Check[], ofOther: Check[]) => {
    const lane = new Lane([...own, ...ofOther.filter(isAnyones)].map(({ name }) => name))
    for (let check = take(own, ofOther); check; check = take(own, ofOther)) {
      reports.set(check.name, await timed(check.name, lane))
      for (let next = reports.get(untold[0] ?? ''); next; next = reports.get(untold[0] ?? '')) {
        untold.shift()
        tell(next)
      }
    }
    lane.close()
  }
  await Promise.all([runThose(long, others), runThose(others, long)])
}

/** Takes the next of the own ones or, if there is none left, of the other's. */
function take(own: Check[], ofOther: Check[]): Check | undefined {
  if (own.length) return own.shift()
  const index = ofOther.findIndex(isAnyones)
  return index < 0 ? undefined : ofOther.splice(index, 1)[0]
}

/** What several checks have run together stays in the process that ran it. */
function isAnyones({ variants }: Check): boolean {
  return !variants
}

async function timed(name: string, lane: Lane): Promise<Report> {
  const start = performance.now()
  const outcomes = await lane.run(name)
  return { name, outcomes, seconds: (performance.now() - start) / 1000 }
}

/** A process that runs checks; another one takes its place if it dies. */
class Lane {
  #child: ChildProcess | undefined
  readonly #names: readonly string[]
  /** By its stream. */
  readonly #said = { stdout: '', stderr: '' }

  /** The checks that it will be asked for. */
  constructor(names: readonly string[]) {
    this.#names = names
  }

  run(name: string): Promise<Outcome[]> {
    if (!this.#child?.connected) this.#child = this.#start()
    const child = this.#child
    return new Promise((resolve) => {
      const died = () => {
        const said = Object.values(this.#said).map((text) => text.slice(text.lastIndexOf(MARK) + 1).trim())
        const problem = ['su proceso ha terminado sin responder', ...said.filter(Boolean)].join('\n')
        resolve([{ title: name, problem }])
      }
      child.once('close', died)
      child.once('message', (outcomes: Outcome[]) => {
        child.off('close', died)
        resolve(outcomes)
      })
      // If it has died, `died` tells it.
      child.send(name, () => {})
    })
  }

  close(): void {
    this.#child?.disconnect()
  }

  #start(): ChildProcess {
    const child = fork(LANE, this.#names, {
      cwd: ROOT,
      execArgv: nodeArgs(),
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    })
    // What the tools say on their way is only of interest if they end badly.
    for (const stream of ['stdout', 'stderr'] as const) {
      this.#said[stream] = ''
      child[stream]?.on('data', (text) => {
        this.#said[stream] = (this.#said[stream] + stripVTControlCharacters(String(text))).slice(-TOLD)
      })
    }
    return child
  }
}
