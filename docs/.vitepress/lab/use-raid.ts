import workerUrl from 'virtual:cuaderno/worker'
import { onUnmounted, ref, shallowRef, watch } from 'vue'
import { type Answer, NoAnswer, type Shot } from '../../../workbook/attack/attack.ts'
import type { FamilyResult } from '../../../workbook/attack/raid.ts'
import { attackedThrough } from '../../../workbook/attack/route-map.ts'
import { appOf } from '../../../workbook/curriculum/lesson.ts'
import type { LessonData } from '../../../workbook/lab/lesson-data.ts'
import { type AppReply, ServedApp } from '../../../workbook/lab/page/served-app.ts'
import type { ServeOrder } from '../../../workbook/lab/serve-protocol.ts'
import { oneAtATime } from './one-at-a-time.ts'
import { RAID as TEXTS } from './raid-texts.ts'
import { serveOrder } from './use-app.ts'
import type { Bench } from './use-bench.ts'

/** A screen reader is told of some, and not of each. */
const TOLD_EVERY = 25

const SILENCES = { unserved: TEXTS.unserved, stuck: TEXTS.stuck, silent: TEXTS.silent, refused: TEXTS.silent }

/** The attacks on the learner's app, loaded when somebody launches them. */
export function useRaid(bench: Bench, data: LessonData) {
  const said = ref('')
  const found = shallowRef<readonly FamilyResult[]>([])
  const running = ref(false)
  let app: ServedApp | undefined

  const launch = oneAtATime(async () => {
    running.value = true
    found.value = []
    said.value = TEXTS.loading
    try {
      await attack()
    } catch (error) {
      console.error(error)
      said.value = TEXTS.broken
    }
    app?.close()
    running.value = false
  })

  async function attack(): Promise<void> {
    const { allResults, attackedEnvironment, FAMILIES, mapOfLesson, NoControl, raid, scoreOf, Target } =
      await import('./raid.ts')
    const { number, manifest } = appOf(bench.lessons)
    const secret = crypto.randomUUID() + crypto.randomUUID()
    const environment = { JWT_SECRETO: secret, ...(await attackedEnvironment()) }
    app = new ServedApp(workerUrl, { ...orderFor(bench, data), environment })
    const target = new Target(
      mapOfLesson(number, { secret, privateKey: environment.JWT_CLAVES }),
      (shot) => send(shot),
      manifest.https ?? false,
    )
    const onResult = (done: number, all: number) => {
      if (done % TOLD_EVERY === 0) said.value = TEXTS.progress(done, all)
    }
    try {
      const results = await raid(target, FAMILIES, { lesson: number, onResult })
      const { held, launched } = scoreOf(allResults(results))
      found.value = results
      said.value = TEXTS.score(held, launched)
    } catch (error) {
      if (!(error instanceof NoControl)) throw error
      said.value = error.message
    }
  }

  async function send(shot: Shot): Promise<Answer> {
    const reply: AppReply | undefined = await app?.send(shot)
    if (reply && 'answer' in reply) return reply.answer
    throw new NoAnswer(SILENCES[reply?.silence ?? 'silent'])
  }

  // What is told of an older text says nothing of this one.
  watch(
    () => bench.lessons.map(bench.textOf).join(),
    () => {
      if (running.value) return
      found.value = []
      said.value = ''
    },
  )
  onUnmounted(() => app?.close())
  return { said, found, running, launch }
}

function orderFor(bench: Bench, data: LessonData): ServeOrder {
  const order = serveOrder(bench, data)
  const through = attackedThrough(appOf(bench.lessons).number)
  const other = data.lessons.find(({ number }) => number === through)
  if (bench.allMine || !other || other.slug === order.slug) return order
  return { ...order, slug: other.slug, condition: 'primera' }
}
