import { computed, onMounted, onUnmounted, reactive, readonly, ref } from 'vue'
import { BESIDE, clampWidth, PARAMETER, PHONE, parseMemory, STORAGE_KEY } from './memory.ts'

/** The bench of the page: one for the whole site, whatever the page. Nothing of it is read before it is mounted. */
const state = reactive({ open: false, width: 50, status: '', lesson: '' })
const beside = ref(false)
const phone = ref(false)
let prepared = false

/** Beside the text, below it, or in place of it. */
export const layout = computed(() => (beside.value ? 'beside' : phone.value ? 'phone' : 'below'))
export const isBeside = computed(() => state.open && Boolean(state.lesson) && layout.value === 'beside')

export const desk = readonly(state)

/** To be called by whatever shows the bench: from then on it is as this browser remembers it. */
export function useDesk() {
  onMounted(prepare)
  return desk
}

/** The page that has a bench says so while it is there. */
export function useBenchOf(lesson: string): void {
  onMounted(() => {
    prepare()
    state.lesson = lesson
    state.status = ''
    if (isAsked()) openDesk()
  })
  onUnmounted(() => {
    if (state.lesson === lesson) state.lesson = ''
    // Where it is not beside the text, each lesson begins by being read.
    if (!beside.value) state.open = false
  })
}

export function openDesk(): void {
  state.open = true
  keep()
}

export function closeDesk(): void {
  state.open = false
  keep()
}

export function setWidth(width: number): void {
  state.width = clampWidth(width)
  keep()
}

export function tellStatus(status: string): void {
  state.status = status
}

function isAsked(): boolean {
  return new URLSearchParams(location.search).has(PARAMETER)
}

function prepare(): void {
  if (prepared) return
  prepared = true
  follow(BESIDE, beside)
  follow(PHONE, phone)
  Object.assign(state, parseMemory(kept()))
  // A phone shows either: who comes to read is not sent to the editor.
  state.open = isAsked() || (state.open && beside.value)
}

function follow(query: string, matches: { value: boolean }): void {
  const media = matchMedia(query)
  matches.value = media.matches
  media.addEventListener('change', () => {
    matches.value = media.matches
  })
}

function kept(): string | null {
  try {
    return localStorage.getItem(STORAGE_KEY)
  } catch {
    return null
  }
}

function keep(): void {
  try {
    localStorage.setItem(STORAGE_KEY, JSON.stringify({ open: state.open, width: state.width }))
  } catch {}
}
