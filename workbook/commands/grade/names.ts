// What the names of files say: whose they are, and which lesson they answer.
import type { Lesson } from '../../curriculum/lesson.ts'

/** What the name of a submission says. */
export interface Owner {
  student: string
  /** The same for all that one student handed in. */
  key: string
  /** The name of the file itself, without the student's. */
  file: string
}

type Files = Pick<Lesson, 'slug' | 'manifest'>

const MOODLE = /^(?<student>.+?)_(?<id>\d+)_assignsubmission_(?:file|onlinetext)_?(?<file>.*)$/s
const EXTENSION = /(?:\.(?:ts|js|mjs|zip|json|rar|7z|tar|gz|tgz)(?:\.txt)?)$/i
/** What systems add to a name that is taken. */
const COPY = /(?:\s*\(\d+\)|\s*-\s*(?:copia|copy)(?:\s*\(\d+\))?)$/i
const COPY_OF = /^(?:copia de|copy of)\s+/i
const BETWEEN = /[\s_.,–—-]+$/
const BEFORE = /^[\s_.,–—-]+/
/** Where there are other files of the same names, or somebody else's. */
const FOREIGN = ['node_modules', '.git', '.cuaderno', '__MACOSX', 'solutions', 'docs', 'workbook']
const GIVEN = ['comun', 'leccion', 'produccion', 'proyecto']

/** Whose a file or a folder is, by its name. */
export function ownerOf(name: string, lessons: readonly Files[]): Owner {
  const whole = name.normalize('NFC')
  const moodle = MOODLE.exec(whole)?.groups
  if (moodle) {
    const { student = '', id = '', file = '' } = moodle
    return { student, key: `${fold(student)} ${id}`, file: file || whole }
  }
  const [extension = ''] = EXTENSION.exec(whole) ?? []
  const stem = whole.slice(0, whole.length - extension.length).replace(COPY, '')
  const found = extension ? split(stem, lessons) : undefined
  const student = found?.student || stem.trim() || whole
  return { student, key: fold(student), file: found ? `${found.file}${extension}` : whole }
}

/** The lesson whose exercise this path is, by the name of the file and of the folders that it is in. */
export function lessonOf<L extends Files>(path: string, lessons: readonly L[]): L | undefined {
  const folders = path.split('/')
  const file = folders.pop() ?? ''
  if (!isOwn(path)) return undefined
  const named = lessons.find(({ manifest }) => fold(plainName(file)) === manifest.archivo)
  const inside = folders.at(-1) ?? ''
  const others = lessons.some(({ slug }) => slug === inside) || folders.includes('lessons')
  return others && named?.slug !== inside ? undefined : named
}

/** Whether a path may be the student's own work: not a package, a solution or what is given. */
export function isOwn(path: string): boolean {
  const folders = path.split('/').slice(0, -1)
  const name = path.slice(path.lastIndexOf('/') + 1)
  return (
    !name.startsWith('.') && !folders.some((folder) => FOREIGN.includes(folder) || GIVEN.includes(folder))
  )
}

/** Whether nothing in a folder with this name is looked at. */
export function isForeign(folder: string): boolean {
  return FOREIGN.includes(folder)
}

/** Whether a file may be an exercise under any name. */
export function isSource(path: string): boolean {
  return isOwn(path) && /(?<!\.test|\.d)\.ts(?:\.txt)?$/i.test(path)
}

/** A text by which names are compared: without accents or capitals, one sign for all that separates words. */
export function fold(text: string): string {
  return [...text.normalize('NFC')].map((letter) => bare(letter)).join('')
}

function bare(letter: string): string {
  const [plain = letter] = letter.normalize('NFD')
  return /[\s_]/.test(plain) ? '-' : plain.toLowerCase()
}

/** «token (1).ts», «Copia de token.ts» and «token.ts.txt» are token.ts. */
function plainName(file: string): string {
  const [extension = ''] = EXTENSION.exec(file) ?? []
  const stem = file
    .slice(0, file.length - extension.length)
    .replace(COPY_OF, '')
    .replace(COPY, '')
  return `${stem}${extension.replace(/\.txt$/i, '')}`
}

/** «Ana Pérez - token» and «token - Ana Pérez» in their two parts. */
function split(stem: string, lessons: readonly Files[]): { student: string; file: string } | undefined {
  const letters = [...stem]
  const folded = fold(stem)
  for (const { manifest } of lessons) {
    const known = manifest.archivo.replace(/\.ts$/, '')
    const before = letters.slice(0, -known.length).join('').replace(COPY_OF, '')
    if (folded === known) return { student: '', file: known }
    if (folded.endsWith(known) && BETWEEN.test(before)) {
      return { student: before.replace(BETWEEN, ''), file: known }
    }
    const after = letters.slice(known.length).join('')
    if (folded.startsWith(known) && BEFORE.test(after)) {
      return { student: after.replace(BEFORE, ''), file: known }
    }
  }
  return undefined
}
