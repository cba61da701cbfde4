import workerUrl from 'virtual:cuaderno/worker'
import { onUnmounted, ref } from 'vue'
import { appOf } from '../../../workbook/curriculum/lesson.ts'
import type { LessonData } from '../../../workbook/lab/lesson-data.ts'
import { textsToRun } from '../../../workbook/lab/page/detach-exports.ts'
import { type AppReply, ServedApp } from '../../../workbook/lab/page/served-app.ts'
import type { AppRequest, ServeOrder } from '../../../workbook/lab/serve-protocol.ts'
import { findTokens } from './tokens.ts'
import type { Bench } from './use-bench.ts'

/** What the Worker needs to serve the app of a bench with its texts as they are now. */
export function serveOrder({ lessons, allMine, textOf }: Bench, data: LessonData): ServeOrder {
  const texts = Object.fromEntries(lessons.map((lesson) => [lesson.exercise, textOf(lesson)]))
  const { slug, manifest } = appOf(lessons)
  const { imports, packages, files } = data
  return {
    ...{ type: 'serve', imports, packages, files: textsToRun(files, texts) },
    ...{ condition: allMine ? 'mio' : undefined, slug, tls: manifest.https ?? false },
  }
}

/** The learner's app, started with the first request and again after each change of its texts. */
export function useApp(bench: Bench, data: LessonData) {
  const lastToken = ref<string>()
  let app: ServedApp | undefined
  let served = ''

  function current(): ServedApp {
    const wanted = JSON.stringify(bench.lessons.map(bench.textOf))
    if (app && !app.closed && wanted === served) return app
    app?.close()
    served = wanted
    app = new ServedApp(workerUrl, serveOrder(bench, data))
    return app
  }

  async function send(request: AppRequest): Promise<AppReply> {
    const reply = await current().send(request)
    if ('answer' in reply) lastToken.value = findTokens(reply.answer.body)[0] ?? lastToken.value
    return reply
  }

  onUnmounted(() => app?.close())
  return { send, lastToken }
}
