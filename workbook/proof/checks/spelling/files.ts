import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { readForm, readMarkdown, readTemplate } from './markdown.ts'
import type { ProseLine } from './prose.ts'
import { readComments, readTexts } from './source.ts'

// The exercises are left out: they belong to the learner, and come from the solutions.
const GIVEN =
  /^(?:lessons\/(?:comun\/|\d\d[^/]*\/(?:leccion\/|app\.|leccion\.|problema\.|[^/]*\.test\.))|solutions\/).*ts$/

interface Kind {
  path: RegExp
  read(source: string): ProseLine[]
}

const FOLDERS = ['.github', 'docs', 'lessons', 'solutions', 'workbook']
const LEFT_OUT = /^docs\/\.vitepress\/(?:cache|dist)\//

// Where there is something to read, and what of each file. The first that matches tells.
const KINDS: readonly Kind[] = [
  { path: /\.md$/, read: readMarkdown },
  { path: /^\.github\/ISSUE_TEMPLATE\/.*\.yml$/, read: readForm },
  { path: /\.vue$/, read: readTemplate },
  { path: /(?:\/|-)texts\.ts$|\/locale\.ts$|-block\.ts$/, read: readTexts },
  {
    path: GIVEN,
    read: (source) => [...readTexts(source), ...readComments(source)],
  },
]

/** What a person reads in a file, and its path inside of the project. */
export interface ReadFile {
  path: string
  read: Kind['read']
}

/** The files of the project with prose in Spanish. */
export function filesToRead(root: string): ReadFile[] {
  const own = readdirSync(root).filter((name) => name.endsWith('.md'))
  return [...own, ...FOLDERS.flatMap((folder) => inside(root, folder))].flatMap((path) => {
    const kind = KINDS.find((each) => each.path.test(path))
    return kind ? [{ path, read: kind.read }] : []
  })
}

/** A copy of the workbook that is no repository has no `.github`. */
function inside(root: string, folder: string): string[] {
  if (!existsSync(join(root, folder))) return []
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .filter((path) => !LEFT_OUT.test(path))
    .sort()
}
