import { appOf } from '../../../workbook/curriculum/lesson.ts'
import type { LessonData } from '../../../workbook/lab/lesson-data.ts'
import { tabName } from './file-names.ts'
import { givenFiles } from './given-files.ts'
import { TEXTS } from './texts.ts'
import type { Bench } from './use-bench.ts'

/** The files of a bench, each with its tab: first what is written, then what is given. */
export function benchFiles({ lessons, allMine, textOf }: Bench, lessonData: LessonData) {
  const { slug } = appOf(lessons)
  const given = givenFiles(lessonData, slug).filter(({ path }) => !allMine || !path.startsWith('solutions/'))
  const mine = lessons.map((lesson) => ({ path: lesson.exercise, text: textOf(lesson), readOnly: false }))
  return [...mine, ...given.map((file) => ({ ...file, readOnly: true }))].map((file) => {
    const name = tabName(file.path, slug)
    return { ...file, name, label: file.readOnly ? TEXTS.given(name) : TEXTS.editor(name) }
  })
}
