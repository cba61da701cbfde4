import { computed, inject, onMounted, onUnmounted, ref, shallowRef } from 'vue'
import { composedIn, FINALS, type Lesson, type Part } from '../../../workbook/curriculum/lesson.ts'
import type { LessonData } from '../../../workbook/lab/lesson-data.ts'
import { openLaboratory } from '../../../workbook/lab/page/open.ts'
import type { SentExchange } from '../../../workbook/lab/protocol.ts'
import { firstFailed } from '../../../workbook/verdict/marks.ts'
import type { LessonResult } from '../../../workbook/verdict/model.ts'
import { nextHint } from '../../../workbook/verdict/rungs.ts'
import { ON_SOLVED } from '../live/solved.ts'
import type { CodeEditor } from './editor.ts'
import { oneAtATime } from './one-at-a-time.ts'
import { ownStorage } from './own-storage.ts'
import { UnfinishedRun } from './unfinished-run.ts'
import { useDrafts } from './use-drafts.ts'

const PAUSE_MS = 800

/** What happens on the bench of a lesson or of a final exercise, by its name: texts, runs and results. */
export function useBench(chosen: string, lessonData: LessonData) {
  const part = (Object.keys(FINALS) as Part[]).find((part) => FINALS[part] === chosen)
  const allMine = part !== undefined
  const lessons = part
    ? composedIn(part, lessonData.lessons)
    : lessonData.lessons.filter(({ slug }) => slug === chosen)
  const startOf = ({ exercise }: Lesson) => lessonData.files[exercise] ?? ''
  const drafts = useDrafts(lessons.map((lesson) => ({ slug: lesson.slug, start: startOf(lesson) })))
  const textOf = ({ slug }: Lesson) => drafts.draftOf(slug).text
  const editor = shallowRef<CodeEditor>()
  const results = shallowRef<readonly LessonResult[]>([])
  /** What the learner's app answered in the last run. Ids of tests tell lessons apart. */
  const exchanges = shallowRef<readonly SentExchange[]>([])
  const checking = ref(false)
  const broken = ref(false)
  /** The last run was cut: nothing runs until somebody asks for it. */
  const held = ref(false)
  const unfinished = new UnfinishedRun(chosen, crypto.randomUUID(), ownStorage(), navigator.locks)
  const onSolved = inject(ON_SOLVED, undefined)
  const tried = new Map<Lesson, string>()
  let pause: ReturnType<typeof setTimeout> | undefined

  const run = oneAtATime(async () => {
    clearTimeout(pause)
    held.value = false
    drafts.save()
    checking.value = true
    unfinished.begin()
    try {
      await check()
      broken.value = false
    } catch (error) {
      console.error(error)
      broken.value = true
    }
    unfinished.end()
    checking.value = false
  })

  /** The first run, unless the one before took the page with it. */
  async function open(): Promise<void> {
    if (await unfinished.wasCut()) held.value = true
    else await run()
  }

  async function check(): Promise<void> {
    const laboratory = await openLaboratory()
    const files = Object.fromEntries(lessons.map((lesson) => [lesson.exercise, textOf(lesson)]))
    const found: LessonResult[] = []
    const heard: SentExchange[] = []
    const onExchange = (exchange: SentExchange) => void heard.push(exchange)
    for (const lesson of lessons) {
      const options = allMine ? { condition: 'mio' as const, files, onExchange } : { onExchange }
      found.push(await laboratory.run(lesson, files[lesson.exercise] ?? '', options))
    }
    exchanges.value = heard
    results.value = found
    for (const result of found) take(result, files[result.lesson.exercise] ?? '')
  }

  function take(result: LessonResult, source: string): void {
    const { lesson, passed } = result
    if (passed) onSolved?.(lesson.slug)
    const attempt = tried.has(lesson) && tried.get(lesson) !== source
    if (!passed && attempt) drafts.update(lesson.slug, { failures: drafts.draftOf(lesson.slug).failures + 1 })
    tried.set(lesson, source)
    // Lines of an older text say nothing.
    if (textOf(lesson) !== source) return
    const { sentence, place } = result.problems[0] ?? firstFailed(result)?.failure ?? {}
    const here = place?.file === lesson.exercise
    editor.value?.mark(lesson.exercise, here && sentence ? { line: place.line, sentence } : undefined)
  }

  function edit(path: string): void {
    const lesson = lessons.find(({ exercise }) => exercise === path)
    if (!lesson || !editor.value) return
    const text = editor.value.textOf(path)
    if (text === textOf(lesson)) return
    drafts.update(lesson.slug, { text })
    clearTimeout(pause)
    if (held.value) drafts.save()
    else pause = setTimeout(run, PAUSE_MS)
  }

  /** Puts another text in its place; `previous` is what brings back the one before, if anything does. */
  function replace(lesson: Lesson, text: string, previous?: string): void {
    drafts.update(lesson.slug, { text, previous })
    editor.value?.replace(lesson.exercise, text)
    void run()
  }

  function load(lesson: Lesson): void {
    drafts.takeForeign(lesson.slug)
    editor.value?.replace(lesson.exercise, textOf(lesson))
    void run()
  }

  function openHint(lesson: Lesson, task: string) {
    const { hints, failures } = drafts.draftOf(lesson.slug)
    const tarea = lesson.manifest.tareas.find(({ nombre }) => nombre === task)
    if (!tarea) return undefined
    const opening = nextHint(tarea, failures, hints[task])
    if (!('hint' in opening)) return opening
    drafts.update(lesson.slug, { hints: { ...hints, [task]: { rung: opening.hint.rung, failures } } })
    drafts.save()
    return opening
  }

  function leave(): void {
    unfinished.end()
    editor.value?.keep()
  }

  onMounted(() => addEventListener('pagehide', leave))
  onUnmounted(() => {
    removeEventListener('pagehide', leave)
    unfinished.close()
    clearTimeout(pause)
    editor.value?.destroy()
  })
  const isGreen = (lesson: Lesson) =>
    results.value.some((result) => result.lesson === lesson && result.passed)
  return {
    ...{ allMine, lessons, results, exchanges, checking, broken, held, editor, drafts },
    ...{ open, run, edit, replace, load, openHint, isGreen, startOf, textOf },
    solutionOf: ({ solution }: Lesson) => lessonData.files[solution] ?? '',
    foreign: computed(() => lessons.filter(({ slug }) => drafts.foreign.has(slug))),
  }
}

export type Bench = ReturnType<typeof useBench>
