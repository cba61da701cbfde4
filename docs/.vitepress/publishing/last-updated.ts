import type { PageData } from 'vitepress'

// Of the server and in one time zone: a browser takes tens of milliseconds for its first date in words.
const DATE = new Intl.DateTimeFormat('es', { dateStyle: 'long', timeZone: 'UTC' })

/** The day of the last change to a page, in words, for those whose history is known. */
export function addLastUpdated(page: PageData): Partial<PageData> | undefined {
  if (!page.lastUpdated) return undefined
  return { frontmatter: { ...page.frontmatter, lastUpdated: DATE.format(page.lastUpdated) } }
}
