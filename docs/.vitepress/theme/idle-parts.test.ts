import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, test } from 'vitest'
import { isIdlePart } from './idle-parts.ts'

const THEME = createRequire(import.meta.url).resolve('vitepress/dist/client/theme-default/Layout.vue')

/** The components that a component of VitePress imports, and that we have hydrated when idle. */
function idleImports(name: string): string[] {
  const source = readFileSync(THEME.replace('Layout.vue', name), 'utf8')
  return [...source.matchAll(/from "(.+\.vue)"/g)].map(([, path = '']) => path).filter(isIdlePart)
}

test('finds the parts where this version of VitePress has them', () => {
  expect(idleImports('Layout.vue').sort()).toEqual(['./components/VPNav.vue', './components/VPSidebar.vue'])
  expect(idleImports('components/VPDoc.vue')).toEqual(['./VPDocFooter.vue'])
})
