import { onMounted, watchEffect } from 'vue'
import { useProgress } from './store.ts'
import { TEXTS } from './texts.ts'

/**
 * Marks the lessons that are done in the sidebar, with the words for it. By a style sheet and not in
 * the DOM: VitePress draws the sidebar itself, again and again, with no slot for a link, and a rule
 * holds whenever it does. The server writes no mark, so that there is nothing to hydrate.
 */
export function useSidebarMarks(): void {
  const progress = useProgress()
  onMounted(() => {
    const sheet = new CSSStyleSheet()
    watchEffect(() => {
      const solved = progress.value?.solved ?? []
      sheet.replaceSync(markRules(solved))
      // A sheet more, even an empty one, has the style of the whole page computed again.
      if (solved.length && !document.adoptedStyleSheets.includes(sheet))
        document.adoptedStyleSheets.push(sheet)
    })
  })
}

/** The rules that mark these lessons. A browser that knows no words for what it draws takes the first. */
export function markRules(solved: readonly string[]): string {
  return solved
    .map(
      (slug) =>
        `.VPSidebar a[href$="/${slug}"] .text::after{content:" ✓";content:" ✓" / ", ${TEXTS.done}";color:var(--bien)}`,
    )
    .join('\n')
}
