import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { THEME_TEXTS } from '../locale.ts'
import { REWRITES } from './rewritten-parts.ts'

const LAYOUT = createRequire(import.meta.url).resolve('vitepress/dist/client/theme-default/Layout.vue')
const FOLDER = join(dirname(LAYOUT), 'components')

// Of a search, a subscription or an assistant that we do not have.
const NOT_OURS = /^VP(?:Algolia|CarbonAds|NavBarAskAi|Sponsors|Team)/

// What a component says by itself, and not by a name of the configuration.
const FIXED = [
  /\s(?:aria-label|title|placeholder|alt)="([^"]+)"/g,
  /class="visually-hidden"[^>]*>\s*([^<{\s][^<{]*?)\s*</g,
  /aria-label="[^"]*\? '([^']+)'/g,
]
const WITH_OPTION = /theme(?:\.value)?\.(\w+) \|\| ["']/g

const components = new Map(
  readdirSync(FOLDER)
    .filter((name) => name.endsWith('.vue') && !NOT_OURS.test(name))
    .map((name) => [name.replace('.vue', ''), readFileSync(join(FOLDER, name), 'utf8')]),
)

const matches = (pattern: RegExp) =>
  [...components].flatMap(([component, code]) =>
    [...code.split('<style')[0]!.matchAll(pattern)].map(([, text = '']) => ({ component, text })),
  )

describe('rewritten parts', () => {
  test.each(REWRITES)('finds «$written» in $component, in this version of VitePress', (rewrite) => {
    expect(components.get(rewrite.component)).toContain(rewrite.written)
  })

  test('leave nothing in English for a screen reader, also in what only appears when it is touched', () => {
    const rewritten = ({ component, text }: { component: string; text: string }) =>
      REWRITES.some((each) => each.component === component && each.written.includes(text))
    expect(FIXED.flatMap(matches).filter((text) => !rewritten(text))).toEqual([])
  })

  test('need no rewriting where VitePress has an option, and we give it', () => {
    expect(
      matches(WITH_OPTION)
        .map(({ text }) => text)
        .filter((name) => !(name in THEME_TEXTS)),
    ).toEqual([])
  })
})
