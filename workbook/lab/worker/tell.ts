// In the Worker, in the place of runner/tell.mjs: how the guards tell what Vitest would not.
import type { SentMishap } from '../protocol.ts'
import { tellPage } from './page.ts'
import { inV8Words } from './v8-words.ts'

export function tell(kind: SentMishap['kind'], mishap: Omit<SentMishap, 'kind'>): void {
  tellPage({ type: 'mishap', mishap: { ...mishap, message: inV8Words(mishap.message), kind } })
}
