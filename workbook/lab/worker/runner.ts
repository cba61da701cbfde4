// Runs one specification with Vitest's own runner: the class that `vitest` exports and its workers use.
// It leans on what 4.1.12 expects of a worker, so that version is pinned and the parity suite watches.
import { type File, getFn, startTests, type Task, type Test } from '@vitest/runner'
import { setSafeTimers } from '@vitest/utils/timers'
import { chai, TestRunner } from 'vitest'
import { patience } from '../contention.ts'
import type { SentError } from '../protocol.ts'
import { WrongSyntax, withViteNames } from './compile.ts'
import type { Linker } from './linker.ts'
import { tellPage } from './page.ts'
import { withPatience } from './patience.ts'

/** There is no disk to keep them on. */
const NO_SNAPSHOTS = {
  getVersion: () => '1',
  getHeader: () => '',
  resolvePath: (path: string) => path,
  resolveRawPath: (_test: string, path: string) => path,
  readSnapshotFile: async () => null,
  saveSnapshotFile: async () => {},
  removeSnapshotFile: async () => {},
}

/** What Vitest gives its workers, where a run looks at it. */
const CONFIG = {
  root: '/',
  name: '',
  mode: 'test',
  environment: 'node',
  pool: 'threads',
  isolate: true,
  // Whoever watches from the page ends what never comes back, and a test has our own limit.
  testTimeout: 0,
  hookTimeout: 0,
  teardownTimeout: 10_000,
  retry: 0,
  allowOnly: true,
  passWithNoTests: false,
  maxConcurrency: 5,
  setupFiles: [],
  tags: [],
  includeTaskLocation: false,
  logHeapUsage: false,
  clearMocks: false,
  mockReset: false,
  restoreMocks: false,
  unstubEnvs: false,
  unstubGlobals: false,
  sequence: { shuffle: false, concurrent: false, seed: 1, hooks: 'stack', setupFiles: 'parallel' },
  fakeTimers: { loopLimit: 10_000, shouldClearNativeTimers: true },
  expect: {},
  chaiConfig: {},
  snapshotOptions: { updateSnapshot: 'none', expand: false, snapshotEnvironment: NO_SNAPSHOTS },
  experimental: { importDurations: { limit: 0, print: false }, viteModuleRunner: true },
}

const workerState = {
  ctx: { pool: 'threads', files: [], workerId: 1 },
  config: CONFIG,
  filepath: '',
  environment: { name: 'node' },
  rpc: new Proxy({}, { get: () => async () => undefined }),
  evaluatedModules: { idToModuleMap: new Map<string, unknown>() },
  resolvingModules: new Set(),
  moduleExecutionInfo: new Map(),
  providedContext: {},
  metaEnv: process.env,
  durations: { environment: 0, prepare: 0 },
  current: undefined as Task | undefined,
  onCancel() {},
  onCleanup() {},
}
Object.defineProperty(globalThis, '__vitest_worker__', { value: workerState })

// It would tell a slip of a specification, which Node does, and costs each expectation.
chai.config.useProxy = false

// Before anybody can put fake ones in their place.
setSafeTimers()

/** The id of the test that is running. */
export function currentTest(): string | undefined {
  return workerState.current?.id
}

/** Runs a specification, tells of each test, and returns the errors outside of them. */
export async function runSpecification(
  spec: string,
  linker: Linker,
  testTimeout: number,
): Promise<SentError[]> {
  workerState.filepath = `/${spec}`
  workerState.evaluatedModules.idToModuleMap = linker.modules
  const runner = new TellingRunner(testTimeout)
  runner.importFile = () => linker.load(spec).catch(tellOfSyntax)
  runner.__setTraces(NO_TRACES as never)
  const [file] = await startTests([{ filepath: `/${spec}`, testLocations: undefined }], runner)
  for (const test of testsOf(file)) if (!test.result?.state || test.result.state === 'skip') tellOf(test)
  return (file?.result?.errors ?? []).map(toSentError)
}

/** Tells the page of a text that is no program, and throws what it got. */
export function tellOfSyntax(error: unknown): never {
  if (error instanceof WrongSyntax) tellPage(error.news)
  throw error
}

class TellingRunner extends TestRunner {
  readonly #testTimeout: number

  constructor(testTimeout: number) {
    super(CONFIG as never)
    this.#testTimeout = testTimeout
  }

  async runTask(test: Test): Promise<void> {
    await withPatience(() => getFn(test)(), this.#testTimeout, tellOfPatience)
  }

  onCollected(files: File[]): void {
    const tests = files
      .flatMap(testsOf)
      .map((test) => ({ id: test.id, title: test.name, task: taskOf(test) }))
    tellPage({ type: 'collected', tests })
  }

  override onAfterRunTask(test: Test): void {
    super.onAfterRunTask(test)
    tellOf(test)
  }
}

function tellOfPatience(): number {
  const times = patience()
  tellPage({ type: 'patience', times })
  return times
}

const NO_TRACES = {
  $: (_name: string, options: unknown, work: unknown) =>
    (typeof options === 'function' ? options : (work as (span: object) => unknown))(NO_SPAN),
}
const NO_SPAN = new Proxy({}, { get: () => () => {} })

function tellOf(test: Test): void {
  const { state, errors = [], duration = 0 } = test.result ?? {}
  tellPage({
    type: 'tested',
    id: test.id,
    state: state === 'pass' ? 'passed' : state === 'fail' ? 'failed' : 'pending',
    errors: errors.map(toSentError),
    duration,
  })
}

function testsOf(task: Task | undefined): Test[] {
  if (!task) return []
  return task.type === 'test' ? [task] : task.tasks.flatMap(testsOf)
}

function taskOf(test: Test): string {
  let name = ''
  for (let suite = test.suite; suite?.name; suite = suite.suite) name = suite.name
  return name
}

/** What can travel of something that was thrown: a getter of the learner's must not run in the page. */
export function toSentError(thrown: unknown): SentError {
  const { name, message, stack, actual, expected, cause } = Object(thrown)
  const text = (value: unknown) => (typeof value === 'string' ? withViteNames(value) : undefined)
  return {
    name: text(name),
    message: text(message) ?? (isObject(thrown) ? undefined : String(thrown)),
    stack: text(stack),
    actual: plain(actual),
    expected: plain(expected),
    cause: isObject(cause) ? { message: text((cause as Error).message) } : undefined,
  }
}

/** Vitest already turned most values into texts, and the others into what JSON can say. */
function plain(value: unknown): unknown {
  try {
    return JSON.parse(JSON.stringify(value))
  } catch {
    return undefined
  }
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null
}
