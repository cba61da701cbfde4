import { appOf } from '../../curriculum/lesson.ts'
import { TEXTS as REPORT } from '../../verdict/result-texts.ts'
import { type ResultView, resultView } from '../../verdict/result-view.ts'
import { placeText } from '../report/failure.ts'
import { lessonPage } from '../site/lesson-page.ts'
import type { SessionState } from '../state.ts'
import { TEXTS } from '../texts.ts'

/** What a page of the site tells of a session. Its texts are the terminal's, and the page adds none. */
export interface LiveStatus extends ResultView {
  /** The lesson, or the final exercise. */
  title: string
  /** Path of its page inside of the site, without slash or extension. */
  page: string
  /** That it is checking or, if not, how many are green. */
  summary: string
  /** Slugs of the lessons that were green in the last run. */
  solved: string[]
}

/** What a page has to know of the session, and nothing else: no token, no path of the machine. */
export function liveStatus({ choice, checking, results }: SessionState): LiveStatus {
  const { number, part, manifest } = appOf(choice.lessons)
  const view = resultView(results, choice.allMine, placeText)
  return {
    ...view,
    title: choice.allMine ? REPORT.final[part] : REPORT.lesson(number, manifest.titulo),
    page: lessonPage(choice),
    summary: checking ? TEXTS.checking : view.summary,
    solved: results.filter(({ passed }) => passed).map(({ lesson }) => lesson.slug),
  }
}
