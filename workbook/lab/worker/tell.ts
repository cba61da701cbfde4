// In the Worker, in the place of guards/tell.mjs: how the guards tell what Vitest would not.
import type { Mishap } from '../../verdict/judge.ts'
import { tellPage } from './page.ts'

export function tell(kind: Mishap['kind'], mishap: Omit<Mishap, 'kind'>): void {
  tellPage({ type: 'mishap', mishap: { ...mishap, kind } })
}
