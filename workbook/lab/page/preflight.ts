import type { Condition } from '../../curriculum/imports.ts'
import type { Lesson } from '../../curriculum/lesson.ts'
import { pathOfImport } from '../../curriculum/own-imports.ts'
import { RESTART, TEXTS } from '../../verdict/explain/texts.ts'
import type { Failure } from '../../verdict/model.ts'
import { inspect } from '../../verdict/shape/inspect.ts'
import type { Surroundings } from '../../verdict/shape/wrong-import.ts'
import type { LessonData } from '../lesson-data.ts'
import { isHere, withoutScheme } from '../modules.ts'

/** What can be said of a text before it runs, as the terminal says it. */
export async function preflight(
  lesson: Lesson,
  source: string,
  data: Omit<LessonData, 'lessons'>,
  condition?: Condition,
): Promise<Failure | undefined> {
  const { exercise, solution, manifest } = lesson
  const at = (line: number) => ({ file: exercise, line })
  if (!source.trim()) return { sentence: TEXTS.empty(manifest.archivo, RESTART.page), place: at(1) }
  const texts = { source, solution: data.files[solution] ?? '' }
  const found = await inspect(manifest.archivo, texts, surroundingsOf(lesson, data, condition))
  return found && { sentence: found.sentence, place: at(found.line ?? 1) }
}

function surroundingsOf(
  { exercise, folder, spec }: Lesson,
  { files, imports, packages, absent }: Omit<LessonData, 'lessons'>,
  condition?: Condition,
): Surroundings {
  const pathOf = (name: string) => pathOfImport(name, exercise, imports, condition)
  return {
    ...{ restart: RESTART.page, app: `${folder}/app.ts`, spec, pathOf },
    textAt: (path) => files[path],
    has: (name) => {
      if (absent.includes(pathOf(name) ?? '')) return 'absent'
      return Object.hasOwn(packages, withoutScheme(name)) && (isHere(name) || 'absent')
    },
    namesOf: async (name) => packages[withoutScheme(name)],
  }
}
