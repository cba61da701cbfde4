import { describe, expect, test } from 'vitest'
import { loadLesson } from '../../curriculum/lessons.ts'
import { runVariants } from '../../runner/run-variants.ts'
import { resultVariants } from '../outputs/result-outputs.ts'
import { judgeOutputs } from './outputs.ts'

describe('judgeOutputs', { timeout: 30_000 }, () => {
  test('notices every output that is not what the programs print', async () => {
    // What lesson 3 prints is not what is kept under the number of lesson 1.
    const problem = 'ya no es lo que se imprime: npm run salidas'
    const lessons = [{ ...(await loadLesson(3)), number: 1 }]
    expect(await judgeOutputs(lessons, await runVariants(resultVariants(lessons)))).toEqual([
      { title: '01-problema.txt', problem },
      { title: '01-rojo.txt', problem },
      { title: '01-verde.txt', problem },
      // Nor is it all the requests that there are.
      { title: 'cuaderno.http', problem },
    ])
  })
})
