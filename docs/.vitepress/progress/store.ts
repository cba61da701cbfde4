import { computed, onMounted, type Ref, ref, shallowRef } from 'vue'
import { answered } from '../../../workbook/verdict/review/schedule.ts'
import {
  formatProgress,
  mergeProgress,
  NOTHING_DONE,
  type Progress,
  parseProgress,
  STORAGE_KEY,
} from './progress.ts'

const progress = shallowRef<Progress>()

/**
 * The progress of this browser, or nothing until the component is mounted: what the server wrote and what
 * the browser hydrates, each component when its turn comes, are then the same.
 */
export function useProgress(): Readonly<Ref<Progress | undefined>> {
  const mounted = ref(false)
  onMounted(() => {
    if (!progress.value) load()
    mounted.value = true
  })
  return computed(() => (mounted.value ? progress.value : undefined))
}

/** Remembers that a lesson is done, by the name of its folder. */
export function markSolved(slug: string): void {
  addProgress({ ...NOTHING_DONE, solved: [slug] })
}

/** Takes back that a lesson is done. */
export function unmarkSolved(slug: string): void {
  const { solved, ...rest } = read()
  save({ ...rest, solved: solved.filter((name) => name !== slug) })
}

/** Remembers that the quiz of a lesson is passed, by the name of its folder. */
export function markQuizPassed(slug: string): void {
  addProgress({ ...NOTHING_DONE, quizzes: [slug] })
}

/** Remembers an answer of today to a question of the review, by the id of its card. */
export function rememberAnswer(id: string, right: boolean, today: string): void {
  const { review, ...rest } = read()
  save({ ...rest, review: answered(review, id, right, today) })
}

/** Adds progress to what there is, which is never lost. */
export function addProgress(more: Progress): void {
  save(mergeProgress(read(), more))
}

/** Forgets all progress. */
export function clearProgress(): void {
  save(NOTHING_DONE)
}

function load(): void {
  progress.value = read()
  // What is done in another tab is shown in this one.
  window.addEventListener('storage', ({ key }) => {
    if (key === STORAGE_KEY || key === null) progress.value = read()
  })
}

// Read again before each change: another tab may have written since.
function read(): Progress {
  try {
    return parseProgress(localStorage.getItem(STORAGE_KEY) ?? '') ?? NOTHING_DONE
  } catch {
    // A browser that refuses to keep anything still remembers while the page is open.
    return progress.value ?? NOTHING_DONE
  }
}

function save(next: Progress): void {
  progress.value = next
  try {
    localStorage.setItem(STORAGE_KEY, formatProgress(next))
  } catch {}
}
