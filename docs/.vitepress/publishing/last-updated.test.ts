import type { PageData } from 'vitepress'
import { describe, expect, test } from 'vitest'
import { addLastUpdated } from './last-updated.ts'

const page = (lastUpdated?: number) => ({ lastUpdated, frontmatter: { title: 'Una' } }) as unknown as PageData

describe('addLastUpdated', () => {
  test('writes the day in words, the same in every time zone', () => {
    expect(addLastUpdated(page(Date.UTC(2026, 2, 9, 23, 59)))?.frontmatter).toEqual({
      title: 'Una',
      lastUpdated: '9 de marzo de 2026',
    })
  })

  test('writes nothing where there is no history', () => {
    expect(addLastUpdated(page())).toBeUndefined()
  })
})
