import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path/posix'
import type { LessonId } from '../../curriculum/lesson.ts'
import { ROOT } from '../../curriculum/paths.ts'
import { isRecord } from '../../learner/read-kept.ts'
import { writeWhole } from '../../learner/write-whole.ts'
import type { Outcome } from './outcome.ts'

/** What else decides how an exercise goes and what is said of it. */
export const ENGINE = ['curriculum', 'guards', 'learner', 'runner', 'session', 'verdict', 'proof/checks'].map(
  (room) => `workbook/${room}`,
)
export const FILES = ['package.json', 'package-lock.json']
FILES.push('workbook/proof/changing-values.ts', 'workbook/proof/other-answers.ts')
const KEPT = '.cuaderno/pruebas'

/** What a lesson was judged by, and what held of it if it is known. */
interface Known {
  key: string
  titles?: readonly string[]
}

/** A file that decides, and the lesson that it is of: 0 for what is of all. */
interface Part {
  file: string
  lesson: number
  /** A digest of what it holds. */
  text: string
}

/**
 * What held of each lesson the last time, and holds as long as nothing changes that it depends on: its folders, those
 * of the lessons before it and what judges them. What a learner wrote is not part of it. Where CI=true nothing is
 * remembered, and what was red never is.
 */
export class Remembered {
  readonly #root: string
  readonly #known = new Map<LessonId, Known>()
  /** As they were when they were first asked for. */
  #parts?: readonly Part[]

  constructor(root = ROOT) {
    this.#root = root
  }

  /** The lessons that have to be judged. */
  changed<T extends LessonId>(lessons: readonly T[]): T[] {
    return lessons.filter((lesson) => !this.#of(lesson).titles)
  }

  /** What held of these lessons or, of those that changed, what `judge` finds, which is kept if all of it holds. */
  outcomes<T extends LessonId>(lessons: readonly T[], judge: (lesson: T) => Outcome[]): Outcome[] {
    return lessons.flatMap((lesson) => {
      const { key, titles } = this.#of(lesson)
      if (titles) return titles.map((title) => ({ title, held: true as const }))
      const outcomes = judge(lesson)
      if (outcomes.every(({ problem }) => !problem)) this.#keep(lesson, key, outcomes)
      return outcomes
    })
  }

  /** By what was there when it was first asked for: what changes while it is judged is judged the next time. */
  #of(lesson: LessonId): Known {
    const known = this.#known.get(lesson) ?? this.#look(lesson)
    this.#known.set(lesson, known)
    return known
  }

  #look(lesson: LessonId): Known {
    const key = this.#key(lesson)
    if (process.env.CI) return { key }
    try {
      const kept: unknown = JSON.parse(readFileSync(this.#file(lesson), 'utf8'))
      return isRecord(kept) && kept.key === key ? { key, titles: kept.titles as string[] } : { key }
    } catch {
      return { key }
    }
  }

  #keep(lesson: LessonId, key: string, outcomes: readonly Outcome[]): void {
    try {
      const titles = outcomes.map(({ title }) => title)
      writeWhole(this.#file(lesson), JSON.stringify({ key, titles }), { flush: false })
    } catch {
      // It is judged again the next time: nothing is lost but time.
    }
  }

  #file({ slug }: LessonId): string {
    return join(this.#root, KEPT, `${slug}.json`)
  }

  #key({ number }: LessonId): string {
    this.#parts ??= this.#read()
    const own = this.#parts.filter(({ lesson }) => lesson <= number)
    return digest(JSON.stringify([process.version, process.platform, own]))
  }

  #read(): Part[] {
    const solutions = this.#filesIn('solutions')
    const isExercise = (file: string) => solutions.includes(file.replace(/^lessons/, 'solutions'))
    const lessons = this.#filesIn('lessons').filter((file) => !isExercise(file))
    const engine = ENGINE.flatMap((folder) => this.#filesIn(folder)).filter(
      (file) => !file.endsWith('.test.ts'),
    )
    return [...FILES, ...lessons, ...solutions, ...engine].map((file) => ({
      file,
      lesson: Number(/^(?:lessons|solutions)\/(\d+)-/.exec(file)?.[1] ?? 0),
      text: digest(readFileSync(join(this.#root, file))),
    }))
  }

  #filesIn(folder: string): string[] {
    return readdirSync(join(this.#root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath.replaceAll('\\', '/'), name).slice(this.#root.length))
      .sort()
  }
}

function digest(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex')
}

/** Of this process. */
export const REMEMBERED = new Remembered()
