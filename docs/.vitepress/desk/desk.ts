import { computed, type HydrationStrategy, onMounted, reactive, readonly, ref, watch } from 'vue'
import { ownStorage } from '../lab/own-storage.ts'
import { addressOf, isAsked } from './address.ts'
import { BESIDE, clamp, EDITOR, FIRST, PHONE, parseMemory, STORAGE_KEY, WIDTHS } from './memory.ts'

/** The bench of the page: one for the whole site, whatever the page. Nothing of it is read before it is mounted. */
const state = reactive({ ...FIRST, status: '', /** How often it was asked for. */ asked: 0 })
const beside = ref(false)
const phone = ref(false)
let prepared = false

/** Beside the text, below it, or in place of it. */
export const layout = computed(() => (beside.value ? 'beside' : phone.value ? 'phone' : 'below'))

export const desk = readonly(state)

/** To be called by whatever shows the bench: from then on it is as this browser remembers it. */
export function useDesk() {
  onMounted(prepare)
  return desk
}

/** The button that opens it may be touched long before what it opens is. */
export const whenDeskOpens: HydrationStrategy = (hydrate) =>
  watch(
    () => state.open,
    (is) => is && hydrate(),
    { immediate: true },
  )

/** Says that the page is another one. Where the bench is not beside the text, each begins by being read. */
export function turnPage(search: string): void {
  state.status = ''
  if (isAsked(search)) openDesk()
  else if (!beside.value) state.open = false
}

export function openDesk(): void {
  state.asked++
  state.open = true
  keep()
}

export function closeDesk(): void {
  state.open = false
  keep()
}

export function fillWindow(full: boolean): void {
  state.full = full
  keep()
}

export function setWidth(share: number): void {
  state.width = clamp(share, WIDTHS)
  keep()
}

/** Gives the editor another share of the bench, while it is beside or above this. */
export function setEditor(beside: 'code' | 'app', share: number): void {
  state[beside] = clamp(share, EDITOR)
  keep()
}

export function tellStatus(status: string): void {
  state.status = status
}

/** Has the address of the page say whether its bench is open. No entry of the history is added for it. */
export function keepAddress(): void {
  const address = addressOf(location.href, state.open)
  if (address !== location.href) history.replaceState(history.state, '', address)
}

function prepare(): void {
  if (prepared) return
  prepared = true
  follow(BESIDE, beside)
  follow(PHONE, phone)
  Object.assign(state, parseMemory(ownStorage()?.getItem(STORAGE_KEY) ?? null))
  // A phone shows either: who comes to read is not sent to the editor.
  state.open = isAsked(location.search) || (state.open && beside.value)
}

function follow(query: string, matches: { value: boolean }): void {
  const media = matchMedia(query)
  matches.value = media.matches
  media.addEventListener('change', () => {
    matches.value = media.matches
  })
}

function keep(): void {
  const { open, full, width, code, app } = state
  try {
    localStorage.setItem(STORAGE_KEY, JSON.stringify({ open, full, width, code, app }))
  } catch {}
}
