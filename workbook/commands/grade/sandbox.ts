import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Lesson } from '../../curriculum/lesson.ts'
import { ROOT } from '../../curriculum/paths.ts'
import type { LessonResult } from '../../verdict/model.ts'

/** What a run in a sandbox found; the places of its failures are inside of the notebook's folder. */
export type Ran = Pick<LessonResult, 'passed' | 'tests' | 'problems' | 'printed'>

/** Why a run has no result: it took too long, it wrote too much, or its process ended before its time. */
export type Lost = 'slow' | 'loud' | 'died'

const LOST: readonly string[] = ['slow', 'loud', 'died']

/** How a submission is kept apart: in a system of its own, or by what Node refuses to a process. */
export type Wall = 'system' | 'node'

const JAIL = join(ROOT, 'workbook', 'commands', 'grade', 'jail.sh')
const ENTRY = join('workbook', 'runner', 'inside.js')
const ONLY_HERE = './workbook/commands/grade/only-here.mjs'
const WORKER_LIMITS = './workbook/commands/grade/worker-limits.mjs'
/** What the worker of a run loads as it is. */
const PRELOADED = [
  'workbook/runner/worker-preload.mjs',
  'workbook/runner/loop-guard.mjs',
  'workbook/guards',
  'workbook/verdict/explain/limits.mjs',
  'workbook/commands/grade/only-here.mjs',
  'workbook/commands/grade/worker-limits.mjs',
]
/** For what never ends: the notebook's own clocks stop a submission long before. In milliseconds. */
const LONGEST_MS = 150_000
/** No result comes near. In characters. */
const LONGEST_RESULT = 8e6
/** Of JavaScript; the guard beside the tests counts the rest too. In megabytes. */
const HEAP_MB = 600

/** Where submissions run against the teacher's specifications: a copy of what these need, and nothing else. */
export class Sandboxes {
  readonly wall: Wall
  readonly #folder: string
  readonly #engine: Uint8Array
  readonly #modules = realpathSync(join(ROOT, 'node_modules'))
  readonly #open = new Set<Sandbox>()
  readonly #files = new Map<Lesson, ReadonlyMap<string, Uint8Array>>()
  readonly #lessons: readonly Lesson[]
  #count = 0

  private constructor(lessons: readonly Lesson[], engine: Uint8Array) {
    this.#lessons = lessons
    this.#engine = engine
    this.#folder = realpathSync(mkdtempSync(join(tmpdir(), 'califica-')))
    process.once('exit', this.close)
    this.wall = this.#canBuildWalls() ? 'system' : 'node'
  }

  static async open(lessons: readonly Lesson[]): Promise<Sandboxes> {
    return new Sandboxes(lessons, await bundleEngine())
  }

  /** What a result of a lesson depends on, apart from the submission. */
  fingerprint(lesson: Lesson): string {
    const hash = createHash('sha256').update(process.versions.node)
    for (const [path, bytes] of this.#filesOf(lesson)) hash.update(`\n${path}\n`).update(bytes)
    return hash.digest('hex')
  }

  /** A new place for submissions of one lesson, one after another. */
  furnish(lesson: Lesson): Sandbox {
    const folder = join(this.#folder, String(++this.#count))
    const sandbox = new Sandbox(lesson, folder, this.#filesOf(lesson), this.#modules, this.wall)
    this.#open.add(sandbox)
    return sandbox
  }

  /** Ends what runs and deletes every copy. */
  close = (): void => {
    process.off('exit', this.close)
    for (const sandbox of this.#open) sandbox.close()
    rmSync(this.#folder, { recursive: true, force: true, maxRetries: 3 })
  }

  /** By trying: what a system lets a user do differs even between those of the same name. */
  #canBuildWalls(): boolean {
    if (process.platform !== 'linux') return false
    const sandbox = join(this.#folder, 'probe')
    mkdirSync(join(sandbox, 'tmp'), { recursive: true })
    mkdirSync(rootOf(sandbox))
    const [file, args] = behind('system', sandbox, this.#modules)
    const env = environment(sandbox, this.#modules)
    const { status } = spawnSync(file, [...args, '--version'], { env, stdio: 'ignore', timeout: 20_000 })
    return status === 0
  }

  /** A notebook with what this lesson needs: its specification, what is given and the solutions. */
  #filesOf(lesson: Lesson): ReadonlyMap<string, Uint8Array> {
    const known = this.#files.get(lesson)
    if (known) return known
    const files = new Map<string, Uint8Array>([[ENTRY, this.#engine]])
    const add = (path: string) => files.set(path, readFileSync(join(ROOT, path)))
    for (const path of ['package.json', ...PRELOADED.flatMap(filesIn)]) add(path)
    const exercises = this.#lessons.map(({ exercise }) => exercise.slice(ROOT.length))
    for (const path of filesIn('lessons')) {
      const foreign = path.endsWith('.test.ts') && join(ROOT, path) !== join(lesson.spec)
      if (!foreign && !exercises.includes(path) && !path.includes('/leccion/')) add(path)
    }
    // What is given stands on them, also on those of later lessons.
    for (const { solution } of this.#lessons) add(solution.slice(ROOT.length))
    this.#files.set(lesson, files)
    return files
  }
}

/** A place where the submissions of one lesson run, each in a process of its own. */
export class Sandbox {
  readonly lesson: Lesson
  readonly #folder: string
  readonly #modules: string
  readonly #wall: Wall
  #child?: ChildProcess

  constructor(
    lesson: Lesson,
    folder: string,
    files: ReadonlyMap<string, Uint8Array>,
    modules: string,
    wall: Wall,
  ) {
    this.lesson = lesson
    this.#folder = folder
    this.#modules = modules
    this.#wall = wall
    for (const [path, bytes] of files) {
      const file = join(folder, path)
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, bytes)
    }
    mkdirSync(join(folder, 'tmp'))
    mkdirSync(rootOf(folder))
    symlinkSync(modules, join(folder, 'node_modules'), 'junction')
  }

  /** Runs the bytes of a file as the exercise. */
  async run(submission: Uint8Array): Promise<Ran | Lost> {
    writeFileSync(join(this.#folder, this.lesson.exercise.slice(ROOT.length)), submission)
    this.#child ??= this.#start()
    const told = await answerOf(this.#child)
    const ran = parse(told)
    if (ran) return ran
    this.#end()
    return LOST.includes(told) ? (told as Lost) : 'died'
  }

  /** Ends what runs and deletes the copy. */
  close(): void {
    this.#end()
    rmSync(this.#folder, { recursive: true, force: true, maxRetries: 3 })
    rmSync(rootOf(this.#folder), { recursive: true, force: true, maxRetries: 3 })
  }

  #start(): ChildProcess {
    const [file, args] = behind(this.#wall, this.#folder, this.#modules)
    const child = spawn(file, [...args, '--import', ONLY_HERE, ENTRY, String(this.lesson.number)], {
      cwd: this.#folder,
      env: environment(this.#folder, this.#modules),
      stdio: ['pipe', 'pipe', 'ignore'],
      // A group of its own, to be ended as one. On Windows it would open a window.
      detached: process.platform !== 'win32',
      windowsHide: true,
    })
    child.stdout?.setEncoding('utf8')
    // It may be gone when it is asked.
    child.stdin?.on('error', () => {})
    return child.on('error', () => {})
  }

  #end(): void {
    if (this.#child) endAll(this.#child)
    this.#child = undefined
  }
}

/** The line with which a process answers a line, or why there is none. */
function answerOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    let told = ''
    const finish = (answer: string) => {
      clearTimeout(timer)
      child.stdout?.off('data', read)
      child.off('close', died)
      resolve(answer)
    }
    const died = () => finish('died')
    const read = (text: string) => {
      told += text
      if (told.length > LONGEST_RESULT) finish('loud')
      else if (told.endsWith('\n')) finish(told)
    }
    const timer = setTimeout(finish, LONGEST_MS, 'slow')
    child.stdout?.on('data', read)
    child.once('close', died)
    if (child.exitCode !== null || child.signalCode !== null) died()
    else child.stdin?.write('\n')
  })
}

/** How a Node is started behind a wall: the program and what comes before its own arguments. */
function behind(wall: Wall, sandbox: string, modules: string): [file: string, args: string[]] {
  const node = process.execPath
  if (wall === 'node') return [node, []]
  return ['unshare', ['-rmnpf', '--kill-child', 'sh', JAIL, rootOf(sandbox), modules, node, sandbox]]
}

/** Where a system of its own is put together, beside what it will hold. */
function rootOf(sandbox: string): string {
  return `${sandbox}-root`
}

/** The engine and all of its modules as one file that finds the notebook around itself, wherever that is. */
async function bundleEngine(): Promise<Uint8Array> {
  const { build, stop } = await import('esbuild')
  const built = build({
    absWorkingDir: ROOT,
    entryPoints: ['workbook/commands/grade/inside.ts'],
    ...{ bundle: true, write: false, format: 'esm', platform: 'node', target: 'node20' },
    packages: 'external',
    logLevel: 'silent',
  })
  const { outputFiles } = await built.finally(() => stop())
  return outputFiles[0]?.contents ?? new Uint8Array()
}

/** Paths of files from the notebook's folder, with slashes. */
function filesIn(path: string): string[] {
  if (!statSync(join(ROOT, path)).isDirectory()) return [path]
  return readdirSync(join(ROOT, path)).flatMap((name) => filesIn(`${path}/${name}`))
}

/** Nothing of the teacher's but what Node cannot start without, and how the date and the text are written. */
function environment(sandbox: string, modules: string): NodeJS.ProcessEnv {
  const own = join(sandbox, 'tmp')
  const kept = ['SystemRoot', 'SYSTEMROOT', 'windir', 'ComSpec', 'PATHEXT', 'LANG', 'LC_ALL', 'TZ']
  return {
    ...Object.fromEntries(kept.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : []))),
    PATH: process.platform === 'win32' ? dirname(process.execPath) : '/usr/sbin:/usr/bin:/sbin:/bin',
    ...{ HOME: own, USERPROFILE: own, TMPDIR: own, TEMP: own, TMP: own },
    // As Vitest has it, also for a worker that starts before.
    NODE_ENV: 'test',
    WORKER_OPTIONS: workerOptions(sandbox, modules).map(quoted).join(' '),
  }
}

/** What the process that runs the submission may do: read its sandbox and the packages, and write nothing. */
function workerOptions(sandbox: string, modules: string): string[] {
  const permission = ['--permission', '--experimental-permission'].find(isKnown)
  const limits = [`--max-old-space-size=${HEAP_MB}`, '--import', WORKER_LIMITS]
  if (!permission) return limits
  return [
    ...limits,
    permission,
    `--allow-fs-read=${join(sandbox, '*')}`,
    `--allow-fs-read=${join(modules, '*')}`,
    '--allow-worker',
    // Later versions of Node refuse these too unless told otherwise: tests listen, and the guard finds the line.
    ...['--allow-net', '--allow-inspector'].filter(isKnown),
  ]
}

function isKnown(flag: string): boolean {
  return process.allowedNodeEnvironmentFlags.has(flag)
}

/** A folder may have spaces in its name. */
function quoted(option: string): string {
  return /[\s"\\]/.test(option) ? `"${option.replace(/["\\]/g, '\\$&')}"` : option
}

/** Ends a process and all that it started. */
function endAll(child: ChildProcess): void {
  if (process.platform === 'win32') {
    spawnSync('taskkill', ['/PID', String(child.pid), '/T', '/F'], { stdio: 'ignore', windowsHide: true })
    return
  }
  try {
    process.kill(-(child.pid ?? Number.NaN), 'SIGKILL')
  } catch {
    child.kill('SIGKILL')
  }
}

function parse(told: string): Ran | undefined {
  try {
    const { passed, tests, problems, printed } = JSON.parse(told)
    if (typeof passed !== 'boolean' || !Array.isArray(tests) || !Array.isArray(problems)) return undefined
    return { passed, tests, problems, ...(typeof printed === 'string' && { printed }) }
  } catch {
    return undefined
  }
}
