import { inject, onMounted, onUnmounted, type ShallowRef, shallowRef } from 'vue'
import type { LiveStatus } from '../../../workbook/verdict/result-view.ts'
import { followSession } from './follow.ts'
import { newlySolved, ON_SOLVED } from './solved.ts'

/** Where the session that serves this site tells how it is; any other site has none. */
export const ADDRESS: string | undefined = import.meta.env.LIVE_STATUS

/** How the session is while the component is shown, or `undefined` if there is none. */
export function useLiveStatus(): Readonly<ShallowRef<LiveStatus | undefined>> {
  const status = shallowRef<LiveStatus>()
  const onSolved = inject(ON_SOLVED, undefined)
  let stop = () => {}
  onMounted(() => {
    if (!ADDRESS) return
    stop = followSession(ADDRESS, (now) => {
      for (const slug of newlySolved(now, status.value)) onSolved?.(slug)
      status.value = now
    })
  })
  onUnmounted(() => stop())
  return status
}
