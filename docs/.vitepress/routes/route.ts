import { onMounted, type Ref, readonly, ref } from 'vue'
import { ownStorage } from '../lab/own-storage.ts'
import { classOf, parseRoute, type Route, STORAGE_KEY } from './memory.ts'

const route = ref<Route>('aqui')
const OTHER = { aqui: 'terminal', terminal: 'aqui' } as const

/** The route of this browser, one for all lessons; as the server draws a page, it is nobody's yet. */
export function useChosenRoute(): Readonly<Ref<Route>> {
  onMounted(() => {
    route.value = parseRoute(ownStorage()?.getItem(STORAGE_KEY) ?? null)
  })
  return readonly(route)
}

export function chooseRoute(chosen: Route): void {
  route.value = chosen
  document.documentElement.classList.replace(classOf(OTHER[chosen]), classOf(chosen))
  try {
    localStorage.setItem(STORAGE_KEY, chosen)
  } catch {}
}
