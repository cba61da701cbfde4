import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { loadLessons } from '../../../workbook/curriculum/lessons.ts'
import { ROOT } from '../../../workbook/curriculum/paths.ts'

const SNIPPET = /^<<< @(\/\S+?)#([\w-]+)\{([\d,-]+) \w+\}/gm
const MARKER = /\/\/ #(?:end)?region /

/** How many lines a region has, but for the marks of those inside of it. */
function lengthOf(path: string, region: string): number {
  const source = readFileSync(join(ROOT, 'docs', path), 'utf8')
  const [, inside = ''] = source.split(new RegExp(`// #(?:end)?region ${region}\\n`))
  return inside.split('\n').filter((line) => !MARKER.test(line)).length - 1
}

test.each(await loadLessons())('the page of lesson $number highlights lines that there are', ({ slug }) => {
  const page = readFileSync(join(ROOT, 'docs', 'lecciones', `${slug}.md`), 'utf8')
  const beyond = [...page.matchAll(SNIPPET)].filter(([, path = '', region = '', lines = '']) => {
    const last = Math.max(...lines.split(/[,-]/).map(Number))
    return last > lengthOf(path, region)
  })
  expect(beyond.map(([snippet]) => snippet)).toEqual([])
})
