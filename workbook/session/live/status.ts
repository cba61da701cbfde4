import { appOf } from '../../curriculum/lesson.ts'
import { type LiveStatus, resultView } from '../../verdict/result-view.ts'
import { TEXTS } from '../../verdict/texts.ts'
import { placeText } from '../report/failure.ts'
import { lessonPage } from '../site/lesson-page.ts'
import type { SessionState } from '../state.ts'

/** What a page has to know of the session, and nothing else: no token, no path of the machine. */
export function liveStatus({ choice, checking, results }: SessionState): LiveStatus {
  const { number, part, manifest } = appOf(choice.lessons)
  const view = resultView(results, choice.allMine, placeText)
  return {
    ...view,
    title: choice.allMine ? TEXTS.final[part] : TEXTS.lesson(number, manifest.titulo),
    page: lessonPage(choice),
    summary: checking ? TEXTS.checking : view.summary,
    solved: results.filter(({ passed }) => passed).map(({ lesson }) => lesson.slug),
  }
}
