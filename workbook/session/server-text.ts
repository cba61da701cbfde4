import type { ServerState } from './state.ts'
import { TEXTS } from './texts.ts'

/** Where the learner's server listens, or why it does not. */
export function serverText({ kind, addresses, reason = '' }: ServerState): string {
  if (kind === 'ready') return addresses.join(' · ')
  if (kind === 'waiting') return TEXTS.serverWaits
  return kind === 'failed' ? TEXTS.serverFailed(reason) : TEXTS.starting
}
