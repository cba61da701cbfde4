import { TEXTS } from './texts.ts'

/** What is shown beside or under the editor. */
export type View = 'result' | 'requests' | 'attacks' | 'console' | 'compare'

export interface Tab {
  key: string
  name: string
}

const ALWAYS: readonly View[] = ['result', 'requests', 'attacks', 'console']

/**
 * The views that have a tab; `printed`: how many outputs there are to see. The comparison has one while it is
 * shown: nobody finds the solution by going from tab to tab.
 */
export function viewTabs(shown: View, printed: number): Tab[] {
  const name = (key: View) => (key === 'console' && printed ? TEXTS.printedTab(printed) : TEXTS.views[key])
  return [...ALWAYS, ...(shown === 'compare' ? [shown] : [])].map((key) => ({ key, name: name(key) }))
}

/** Whether it is looked at together with the code. */
export function isAboutCode(view: View): boolean {
  return view === 'result' || view === 'console'
}
