import { computed, ref, watch } from 'vue'
import type { Lesson } from '../../../workbook/curriculum/lesson.ts'
import { firstFailed } from '../../../workbook/verdict/marks.ts'
import { hintsUpTo } from '../../../workbook/verdict/rungs.ts'
import { TEXTS as SHARED } from '../../../workbook/verdict/texts.ts'
import { TEXTS } from './texts.ts'
import type { Bench } from './use-bench.ts'

/** The hints of a lesson that are open, and how the next one opens. */
export function useHints(bench: Bench, lesson: () => Lesson) {
  const said = ref('')
  const hints = computed(() => hintsUpTo(lesson().manifest.tareas, bench.drafts.draftOf(lesson().slug).hints))
  const task = computed(() => {
    const result = bench.results.value.find((one) => one.lesson === lesson())
    return result && firstFailed(result)?.task
  })
  watch([lesson, bench.results], () => {
    said.value = ''
  })

  function open() {
    const opening = task.value && bench.openHint(lesson(), task.value)
    if (!opening) said.value = SHARED.noHint
    else if ('wait' in opening) said.value = TEXTS.hintWaits
    else said.value = 'last' in opening ? SHARED.hintLast : opening.hint.text
  }

  return { said, hints, open }
}

export type HintsOf = ReturnType<typeof useHints>
