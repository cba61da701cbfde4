import type { Display } from '../display.ts'
import type { SessionState } from '../state.ts'
import type { LiveChannel } from './channel.ts'
import { liveStatus } from './status.ts'

// The rest of the state, which changes with every key and every line of the server, is only the terminal's.
const TOLD = ['choice', 'checking', 'results'] as const

/** Shows a session to the pages that listen. */
export function liveDisplay(channel: LiveChannel): Display {
  let shown: SessionState | undefined
  return (next) => {
    const news = TOLD.some((name) => next[name] !== shown?.[name])
    shown = next
    if (news) channel.publish(liveStatus(next))
  }
}
