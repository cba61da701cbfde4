import { readdirSync } from 'node:fs'
import { SITE } from '../../session/site/site.ts'

/** The address of every page of the site. */
export const PAGES: readonly string[] = readdirSync(SITE, { recursive: true, encoding: 'utf8' })
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => name.endsWith('.md') && !name.startsWith('.'))
  .map((name) => `/${name.replace(/(?:index)?\.md$/, '')}`)
  .sort()
