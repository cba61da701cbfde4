import { describe, expect, test } from 'vitest'
import { fakeLesson, SPEC } from '../../../workbook/proof/support/fake-lesson.ts'
import { errorsBlock } from './errors-block.ts'
import { factsBlock, goalsBlock } from './facts-block.ts'
import { hintsBlock } from './hints-block.ts'
import { statementBlock } from './statement-block.ts'

describe('factsBlock', () => {
  test('tells the promise, the time and the file', () => {
    const block = factsBlock(fakeLesson())
    expect(block).toContain('\nSaludarás.\n')
    expect(block).toContain('**Tiempo:** 25 minutos · ')
    expect(block).toContain('**Archivo:** `lessons/01-saludos/saludos.ts`')
  })

  test.each([
    [1, 'ninguna'],
    [2, 'la\u00a01'],
    [8, 'la\u00a07'],
  ])('tells what comes before lesson %d: %s', (number, before) => {
    expect(factsBlock({ ...fakeLesson(), number })).toContain(`**Lección\u00a0previa:** ${before}`)
  })
})

describe('goalsBlock', () => {
  test('lists what will be learnt', () => {
    expect(goalsBlock(fakeLesson())).toBe('- Saludar\n- Despedirte')
  })
})

describe('statementBlock', () => {
  test('lists each task with the titles of its tests', () => {
    const spec =
      "describe('saludar', () => {\n test('saluda', f)\n test.each([[1]])('saluda a %s', f)\n})\ndescribe('despedir', () => {\n test('despide', f)\n})"
    expect(statementBlock(fakeLesson(), spec)).toBe(
      [
        '1. **Saludar por su nombre** (`saludar`)',
        '   - saluda',
        '   - saluda a\u00a0…',
        '2. **Despedir por su nombre** (`despedir`)',
        '   - despide',
      ].join('\n'),
    )
  })

  test('leaves out the tests of no task', () => {
    expect(statementBlock(fakeLesson(), `${SPEC}\ntest('suelta', f)`)).not.toContain('suelta')
  })
})

describe('hintsBlock', () => {
  test('folds the hints of each task one inside the other, from the least help to the most', () => {
    const block = hintsBlock(fakeLesson())
    expect(block).toContain(
      [
        '::::: details TODO 1. Saludar por su nombre',
        '**Pista 1.** mira',
        '',
        ':::: details Pista 2',
        'usa',
        '',
        '::: details Pista 3',
        'copia',
        ':::',
        '::::',
        ':::::',
      ].join('\n'),
    )
    expect(block).toContain('details TODO 2. Despedir por su nombre\n**Pista 1.** busca\n')
  })
})

describe('errorsBlock', () => {
  test('quotes a sentence that quotes', () => {
    const { manifest, ...lesson } = fakeLesson()
    const errores = manifest.errores.map((mistake) => ({ ...mistake, veras: '«1h» no es un número' }))
    expect(errorsBlock({ ...lesson, manifest: { ...manifest, errores } })).toContain(
      '**Verás:** «“1h” no es un número»',
    )
  })

  test('tells of each mistake what is seen, why and how to put it right', () => {
    expect(errorsBlock(fakeLesson())).toContain(
      '::: details error 1\n- **Verás:** «verás 1»\n- **Por qué:** porque 1\n- **Cómo se arregla:** arreglo 1\n:::',
    )
  })

  test('tells only those that are meant for the page', () => {
    expect(errorsBlock(fakeLesson()).match(/^::: details error \d$/gm)).toHaveLength(5)
  })
})
