import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { complain } from '../../commands/named-lesson.ts'
import { LESSONS, loadLesson } from '../../curriculum/lessons.ts'
import { ROOT } from '../../curriculum/paths.ts'
import { readWish, type Wish } from '../new-lesson/refusal.ts'
import { indexWith, type Plan, skeleton } from '../new-lesson/skeleton.ts'
import { TEXTS } from '../new-lesson/texts.ts'

const INDEX = 'lessons/indice.ts'
const BIOME = join(ROOT, 'node_modules', '@biomejs', 'biome', 'bin', 'biome')

/** `npm run nueva-leccion 9 mi-leccion [-- --ampliacion]`: for authors, writes all files of a new lesson. */
export async function newLesson(args: string[]): Promise<number> {
  const wish = readWish(args, LESSONS)
  if ('refused' in wish) return complain(wish.refused)
  const files = skeleton(await planOf(wish))
  const taken = Object.keys(files).find((path) => existsSync(join(ROOT, path)))
  if (taken) return complain(TEXTS.pathTaken(taken))
  const index = indexWith(wish.slug, wish.part === 'book' ? 'LIBRO' : 'AMPLIACION', read(INDEX))
  for (const [path, text] of Object.entries({ ...files, [INDEX]: index })) write(path, text)
  // The order of the imports of an app depends on which lesson it goes on from.
  execFileSync(process.execPath, [BIOME, 'check', '--write', `lessons/${wish.slug}`, INDEX], { cwd: ROOT })
  console.log(TEXTS.created([...Object.keys(files), INDEX], wish.number))
  return 0
}

async function planOf({ number, slug, name }: Wish): Promise<Plan> {
  const [last] = LESSONS.filter((lesson) => lesson.number < number).slice(-1)
  const { folder, manifest, ...previous } = await loadLesson(last?.number ?? 0)
  const app = readFileSync(join(folder, 'app.ts'), 'utf8')
  return {
    ...{ number, slug, file: `${name}.ts` },
    previous: { slug: previous.slug, app, https: manifest.https ?? false },
  }
}

function read(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8')
}

function write(path: string, text: string): void {
  mkdirSync(dirname(join(ROOT, path)), { recursive: true })
  writeFileSync(join(ROOT, path), text)
}
