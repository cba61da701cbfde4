import workerUrl from 'virtual:cuaderno/worker'
import { onUnmounted, ref } from 'vue'
import { appOf } from '../../../workbook/curriculum/lesson.ts'
import type { LessonData } from '../../../workbook/lab/lesson-data.ts'
import { textsToRun } from '../../../workbook/lab/page/detach-exports.ts'
import { type AppReply, ServedApp } from '../../../workbook/lab/page/served-app.ts'
import type { AppRequest } from '../../../workbook/lab/serve-protocol.ts'
import { findTokens } from './tokens.ts'
import type { Bench } from './use-bench.ts'

/** The learner's app, started with the first request and again after each change of its texts. */
export function useApp({ lessons, allMine, textOf }: Bench, { files, imports, packages }: LessonData) {
  const lastToken = ref<string>()
  let app: ServedApp | undefined
  let served = ''

  function current(): ServedApp {
    const texts = Object.fromEntries(lessons.map((lesson) => [lesson.exercise, textOf(lesson)]))
    const wanted = JSON.stringify(texts)
    if (app && !app.closed && wanted === served) return app
    app?.close()
    served = wanted
    const { slug, manifest } = appOf(lessons)
    app = new ServedApp(workerUrl, {
      ...{ type: 'serve', imports, packages, files: textsToRun(files, texts) },
      ...{ condition: allMine ? 'mio' : undefined, slug, tls: manifest.https ?? false },
    })
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
