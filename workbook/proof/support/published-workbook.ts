import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Lesson } from '../../curriculum/lesson.ts'
import { deriveStub } from '../../curriculum/stub.ts'
import { MANIFEST, SOLUTION } from './fake-lesson.ts'
import { tempFolder } from './temp-folder.ts'

/** Texts by path; `undefined` deletes the file. */
type Files = Record<string, string | undefined>

const SLUGS = ['01-saludos', '02-otros-saludos']
const AUTHOR = ['-c', 'user.name=Autora', '-c', 'user.email=autora@example.com', '-c', 'commit.gpgsign=false']

/** The path of the exercise of a lesson, with its solution beside it: a starting file and what it comes from. */
export const exercisePath = (number: number) => `lessons/${SLUGS[number - 1]}/saludos.ts`
const solutionPath = (number: number) => `solutions/${SLUGS[number - 1]}/saludos.ts`

/** The files of another version of a lesson. */
export function newStart(number: number, solution = `// Otra versión.\n${SOLUTION}`): Files {
  return { [exercisePath(number)]: deriveStub(solution), [solutionPath(number)]: solution }
}

/** A workbook of two small lessons that is published with Git, and a learner's clone of it. */
export class PublishedWorkbook {
  readonly #base = tempFolder()
  readonly origin = join(this.#base, 'original')
  readonly clone = join(this.#base, 'clon')
  /** Where the learner's copies go. */
  readonly copies = join(this.clone, '.cuaderno', 'copias')

  constructor() {
    mkdirSync(this.origin)
    runGit(this.origin, 'init', '--quiet')
    runGit(this.origin, 'symbolic-ref', 'HEAD', 'refs/heads/main')
    this.publish({
      '.gitattributes': '* text=auto eol=lf\n',
      '.gitignore': '.cuaderno/\n',
      'README.md': 'Cuaderno\n',
      'package-lock.json': '{}\n',
      ...newStart(1, SOLUTION),
      ...newStart(2, SOLUTION),
    })
    runGit(this.#base, 'clone', '--quiet', this.origin, this.clone)
  }

  /** The lessons as the clone has them. */
  get lessons(): Lesson[] {
    return SLUGS.map((slug, index) => ({
      number: index + 1,
      slug,
      part: 'book',
      manifest: MANIFEST,
      folder: join(this.clone, 'lessons', slug),
      exercise: join(this.clone, exercisePath(index + 1)),
      solution: join(this.clone, solutionPath(index + 1)),
      spec: join(this.clone, 'lessons', slug, 'saludos.test.ts'),
    }))
  }

  /** Publishes a new version in which these files change. */
  publish(files: Files): void {
    writeFiles(this.origin, files)
    this.commit(this.origin)
  }

  /** What the learner does in the clone. */
  edit(files: Files): void {
    writeFiles(this.clone, files)
  }

  /** The text of a file of the clone, if it is there. */
  read(path: string): string | undefined {
    const file = join(this.clone, path)
    return existsSync(file) ? readFileSync(file, 'utf8') : undefined
  }

  commit(folder = this.clone): void {
    runGit(folder, 'add', '--all')
    runGit(folder, ...AUTHOR, 'commit', '--quiet', '--message', 'Change')
  }

  git(...args: string[]): string {
    return runGit(this.clone, ...args)
  }

  /** The commit that the clone is at, and the one that is published. */
  heads(): { clone: string; origin: string } {
    const head = (folder: string) => runGit(folder, 'rev-parse', 'HEAD').trim()
    return { clone: head(this.clone), origin: head(this.origin) }
  }

  unpublish(): void {
    rmSync(this.origin, { recursive: true, force: true })
  }
}

function writeFiles(folder: string, files: Files): void {
  for (const [path, text] of Object.entries(files)) {
    const file = join(folder, path)
    mkdirSync(dirname(file), { recursive: true })
    if (text === undefined) rmSync(file)
    else writeFileSync(file, text)
  }
}

/** Runs git in a folder, whatever repository whoever runs these tests is in. */
export function runGit(cwd: string, ...args: string[]): string {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_')))
  return execFileSync('git', args, { cwd, env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
}
