import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { pathToFileURL } from 'node:url'
import type { Lesson } from '../../curriculum/lesson.ts'
import { loadLessons } from '../../curriculum/lessons.ts'
import { nodeArgs } from '../../curriculum/node-args.ts'
import { ROOT } from '../../curriculum/paths.ts'
import { stubOf } from '../../curriculum/write-stubs.ts'
import type { Outcome } from '../checks/outcome.ts'
import { makeFolder, removeFolder } from './temp-folder.ts'

const COPIED = [
  ...['lessons', 'solutions', 'workbook', 'docs'],
  ...['package.json', 'package-lock.json', 'tsconfig.json', 'vitest.config.ts', 'biome.json'],
]
// What a build leaves behind, and the engine's tests, which would run themselves.
const LEFT_OUT =
  /[\\/]\.vitepress[\\/](?:cache|dist)|[\\/](?:workbook|comun|produccion|\.vitepress)[\\/].*\.test\.ts$/

// Around what a script returns, apart from anything that it prints.
const MARK = '\n@@result@@\n'

/** What a command printed, in either stream, and its exit code. */
export interface Ended {
  code: number | null
  output: string
}

/** A copy of the project to break at will, with every exercise as a learner first finds it. */
export class ProjectCopy {
  readonly folder = makeFolder()
  readonly #running = new Set<ChildProcess>()
  readonly #lessons: readonly Lesson[]

  private constructor(lessons: readonly Lesson[]) {
    this.#lessons = lessons
    for (const name of COPIED) {
      cpSync(join(ROOT, name), join(this.folder, name), {
        recursive: true,
        filter: (path) => !LEFT_OUT.test(path),
      })
    }
    symlinkSync(join(ROOT, 'node_modules'), join(this.folder, 'node_modules'), 'junction')
    for (const { number } of lessons) this.reset(number)
  }

  static async create(): Promise<ProjectCopy> {
    return new ProjectCopy(await loadLessons())
  }

  /** The path, inside of the copy, of the file that the learner edits in a lesson. */
  exercisePath(number: number): string {
    return this.#lesson(number).exercise.slice(ROOT.length)
  }

  /** Its absolute path. */
  exercise(number: number): string {
    return join(this.folder, this.exercisePath(number))
  }

  /** The path, inside of the copy, of a lesson's folder: given to Vitest, it runs the tests of that lesson alone. */
  lessonPath(number: number): string {
    return `lessons/${this.#lesson(number).slug}`
  }

  /** The path, inside of the copy, of a lesson's solution. */
  solutionPath(number: number): string {
    return this.#lesson(number).solution.slice(ROOT.length)
  }

  /** The text of a lesson's solution, whatever became of it in the copy. */
  solution(number: number): string {
    return readFileSync(this.#lesson(number).solution, 'utf8')
  }

  solve(number: number): void {
    writeFileSync(this.exercise(number), this.solution(number))
  }

  reset(number: number): void {
    writeFileSync(this.exercise(number), stubOf(this.#lesson(number)))
  }

  write(path: string, text: string): void {
    writeFileSync(join(this.folder, path), text)
  }

  read(path: string): string {
    return readFileSync(join(this.folder, path), 'utf8')
  }

  delete(path: string): void {
    rmSync(join(this.folder, path), { recursive: true })
  }

  /** Starts a command of the notebook, as npm does. */
  start(args: readonly string[], env: NodeJS.ProcessEnv = {}): ChildProcess {
    return this.#node(['workbook/main.mjs', ...args], env)
  }

  /** Runs a command of the notebook to its end. */
  run(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Ended> {
    return ended(this.start(args, env))
  }

  /** The problems that one check of `npm test` finds in the copy, as «title: problem». */
  async problems(file: string, check: string): Promise<string[]> {
    const outcomes = await this.evaluate<Outcome[]>(`
      const { loadLessons } = await load('curriculum/lessons.ts')
      const { ${check} } = await load('proof/checks/${file}')
      return ${check}(await loadLessons())`)
    return outcomes.filter(({ problem }) => problem).map(({ title, problem }) => `${title}: ${problem}`)
  }

  /** What a script returns in the copy, where `load` imports a file of the engine. */
  async evaluate<T>(script: string): Promise<T> {
    const engine = pathToFileURL(join(this.folder, 'workbook/')).href
    const whole = `
      const load = (path) => import(new URL(path, '${engine}'))
      const result = await (async () => {${script}\n})()
      process.stdout.write(${JSON.stringify(MARK)} + JSON.stringify(result) + ${JSON.stringify(MARK)}, () => process.exit())`
    const { output } = await ended(this.#node([...nodeArgs(), '--input-type=module', '--eval', whole]))
    const [, result] = output.split(MARK)
    if (result === undefined) throw new Error(output)
    return JSON.parse(result)
  }

  /** Deletes the copy, once what still runs in it is ended: a test that failed may leave it running. */
  async remove(): Promise<void> {
    const running = [...this.#running]
    for (const child of running) child.kill('SIGKILL')
    await Promise.all(running.map((child) => once(child, 'close')))
    removeFolder(this.folder)
  }

  #lesson(number: number): Lesson {
    return this.#lessons.find((lesson) => lesson.number === number) as Lesson
  }

  #node(args: readonly string[], env: NodeJS.ProcessEnv = {}): ChildProcess {
    const child = spawn(process.execPath, args, {
      cwd: this.folder,
      env: { ...ownEnv(), ...env },
      stdio: 'pipe',
    })
    this.#running.add(child)
    return child.once('close', () => this.#running.delete(child))
  }
}

/** The environment without what Vitest and whoever runs these tests put there. */
export function ownEnv(): NodeJS.ProcessEnv {
  const foreign =
    /^(?:VITEST|NODE_ENV|NODE_OPTIONS|FORCE_COLOR|NO_COLOR|JWT_|PORT$|TEST$|DEV$|PROD$|MODE$|SSR$)/
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !foreign.test(name)))
}

async function ended(child: ChildProcess): Promise<Ended> {
  const exit = new Promise<number | null>((resolve) => child.once('exit', resolve))
  child.stdin?.end()
  const [out, errors, code] = await Promise.all([text(child.stdout!), text(child.stderr!), exit])
  return { code, output: out + errors }
}
