import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { loadLessons } from '../curriculum/lessons.ts'
import { mistakeDiff } from './mistake-diff.ts'

const SOLUTION = `function a() {
  // #region a
  const uno = 1
  const dos = 2
  if (uno) {
    return dos
  }
  return uno
  // #endregion a
}
`

describe('mistakeDiff', () => {
  test('shows the change between two lines before and two after', () => {
    expect(mistakeDiff(SOLUTION, { buscar: 'if (uno)', poner: 'if ($&)' })).toEqual([
      ' const uno = 1',
      ' const dos = 2',
      '-if (uno) {',
      '+if ($&) {',
      '   return dos',
      ' }',
    ])
  })

  test('shows what is only left out', () => {
    expect(mistakeDiff(SOLUTION, { buscar: '    return dos\n', poner: '' })).toContain('-  return dos')
  })

  test('shows lines that are put in', () => {
    const lines = mistakeDiff(SOLUTION, { buscar: 'const dos = 2', poner: 'const dos = 3\n  const tres = 3' })
    expect(lines.filter((line) => line.startsWith('+'))).toEqual(['+  const dos = 3', '+  const tres = 3'])
  })

  test('knows no marks of regions', () => {
    expect(mistakeDiff(SOLUTION, { buscar: 'uno = 1', poner: 'uno = 2' }).join('\n')).not.toContain('region')
  })

  test('changes something, and little, in each mistake of the book', async () => {
    const sizes = (await loadLessons()).flatMap(({ solution, manifest }) => {
      const source = readFileSync(solution, 'utf8')
      return manifest.errores.map((mistake) => {
        const changed = mistakeDiff(source, mistake).filter((line) => !line.startsWith(' '))
        return changed.length
      })
    })
    expect(Math.min(...sizes)).toBeGreaterThan(0)
    expect(Math.max(...sizes)).toBeLessThan(20)
  })
})
