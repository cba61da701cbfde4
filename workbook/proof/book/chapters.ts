import type { DefaultTheme } from 'vitepress'
import site from '../../../docs/.vitepress/config.ts'

/** A page of the site that is a chapter of the book. */
export interface Chapter {
  /** The part of the book that it belongs to. */
  part: string
  /** Its address in the site. */
  path: string
  /** What it is called inside of the book: no other has it, and its sections begin with it. */
  id: string
}

// They only answer on a screen.
const LEFT_OUT = ['/inspector', '/repaso']

/** The pages of the site in the order of its menu. */
export function chapters(): Chapter[] {
  const groups = site.themeConfig?.sidebar as DefaultTheme.SidebarItem[]
  const all = groups.flatMap(({ text: part = '', items = [] }) =>
    items.map(({ link: path = '' }) => ({ part, path, id: idOf(path) })),
  )
  return all.filter(({ path }) => !LEFT_OUT.includes(path))
}

/** What a page, or a section of it, is called inside of the book. */
function idOf(path: string): string {
  return path.replace(/^\/|\/$/g, '').replaceAll('/', '-')
}
