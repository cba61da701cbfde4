import { TEXTS } from './texts.ts'

/** What is shown under the editor. */
export type View = 'result' | 'requests' | 'attacks' | 'compare'

export interface Tab {
  key: string
  name: string
}

/** The comparison has a tab while it is shown: nobody finds the solution by going from tab to tab. */
export function viewTabs(shown: View): Tab[] {
  const always: View[] = ['result', 'requests', 'attacks']
  return [...always, ...(shown === 'compare' ? [shown] : [])].map((key) => ({ key, name: TEXTS.views[key] }))
}
