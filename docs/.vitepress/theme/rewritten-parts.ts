import type { Plugin } from 'vite'

/** What is written in a component of VitePress, and what we write in its place. */
interface Rewrite {
  component: string
  written: string
  ours: string
}

/** What VitePress has no option for. */
export const REWRITES: readonly Rewrite[] = [
  { component: 'VPSidebar', written: 'Sidebar Navigation', ours: 'Páginas del cuaderno' },
  { component: 'VPDocFooter', written: 'Pager', ours: 'Página anterior y siguiente' },
  { component: 'VPSidebarItem', written: 'toggle section', ours: 'Mostrar u ocultar el apartado' },
  { component: 'VPLocalSearchBox', written: 'Loading search results', ours: 'Buscando' },
  // With capitals on, the key that opens the search is another.
  { component: 'VPNavBarSearch', written: 'onKeyStroke("k"', ours: 'onKeyStroke(["k", "K"]' },
]

const COMPONENT = /\/theme-default\/components\/(\w+)\.vue$/

/** Changes those components as they are read. Throws if one no longer has what it had. */
export function rewrittenParts(): Plugin {
  return {
    name: 'cuaderno:rewritten-parts',
    enforce: 'pre',
    transform(code, id) {
      const [, name] = COMPONENT.exec(id) ?? []
      const rewrites = REWRITES.filter(({ component }) => component === name)
      return rewrites.length ? rewrites.reduce(rewrite, code) : undefined
    },
  }
}

function rewrite(code: string, { component, written, ours }: Rewrite): string {
  if (!code.includes(written)) throw new Error(`${component}.vue no longer has «${written}»`)
  return code.replaceAll(written, ours)
}
