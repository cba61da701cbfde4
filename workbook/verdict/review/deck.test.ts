import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { lessonsOf } from '../../curriculum/lesson.ts'
import { loadLessons } from '../../curriculum/lessons.ts'
import { readRecording } from '../../curriculum/recording.ts'
import { slugOf } from './card.ts'
import { deckOf } from './deck.ts'
import { EXTENSION_SITUATIONS } from './extension-situations.ts'
import { SITUATIONS } from './situations.ts'

const lessons = await loadLessons()
const recorded = readRecording()
const solutionOf = ({ solution }: { solution: string }) => readFileSync(solution, 'utf8')
const deck = deckOf(lessons, solutionOf, recorded)
const [first] = lessons

const idsOf = (change: (lesson: (typeof lessons)[number]) => (typeof lessons)[number]) =>
  deckOf([change(structuredClone(first!))], solutionOf, recorded).map(({ id }) => id)

describe('the questions of the book', () => {
  test('have four options that differ, one of them right, and each says why', () => {
    for (const { id, options } of deck) {
      expect(new Set(options.map(({ text }) => text)).size, id).toBe(4)
      expect(
        options.filter(({ right }) => right),
        id,
      ).toHaveLength(1)
      expect(
        options.every(({ why }) => why.length > 10),
        id,
      ).toBe(true)
    }
  })

  test('have each an id of its own, with its lesson in it', () => {
    expect(new Set(deck.map(({ id }) => id)).size).toBe(deck.length)
    for (const { id, slug } of deck) expect(slugOf(id)).toBe(slug)
  })

  test('are of the three kinds in each lesson', () => {
    for (const { slug } of lessons) {
      const kinds = new Set(deck.filter((card) => card.slug === slug).map(({ kind }) => kind))
      expect([...kinds].sort(), slug).toEqual(['answer', 'mistake', 'quiz'])
    }
  })

  test('ask for all of the quizzes and nearly all of the museums', () => {
    const count = (kind: string) => deck.filter((card) => card.kind === kind).length
    const manifests = lessons.map(({ manifest }) => manifest)
    expect(count('quiz')).toBe(manifests.flatMap(({ preguntas }) => preguntas).length)
    expect(count('mistake')).toBeGreaterThan(manifests.flatMap(({ errores }) => errores).length * 0.9)
    expect(count('answer')).toBe(SITUATIONS.length + EXTENSION_SITUATIONS.length)
  })

  test('show of a mistake what changes, in a few lines', () => {
    for (const { id, code } of deck.filter(({ kind }) => kind === 'mistake')) {
      expect(
        code.some((line) => /^[-+]/.test(line)),
        id,
      ).toBe(true)
      expect(code.length, id).toBeLessThanOrEqual(8)
    }
  })
})

describe('the answers', () => {
  const answers = deck.filter(({ kind }) => kind === 'answer')
  const right = answers.map(({ options }) => options.find((option) => option.right)?.text ?? '')

  test('are those of the recording', () => {
    for (const [index, { titulo }] of SITUATIONS.entries()) {
      const exchange = recorded.find((each) => each.titulo === titulo)
      expect(right[index], titulo).toContain(String(exchange?.cuaderno.estado))
      const { error } = Object(exchange?.cuaderno.cuerpo)
      if (error) expect(right[index]).toContain(error)
    }
  })

  test('of a lesson after the book are those that it says', () => {
    const said = EXTENSION_SITUATIONS.map(
      ({ responde: { estado, cuerpo } }) => `\`${estado} ${JSON.stringify(cuerpo)}\``,
    )
    expect(right.slice(SITUATIONS.length)).toEqual(said)
  })

  test('of the book are asked with nothing of what comes after it', () => {
    const alone = deckOf(lessonsOf('book', lessons), solutionOf, recorded)
    expect(deck.slice(0, alone.length)).toEqual(alone)
    const texts = answers
      .slice(0, SITUATIONS.length)
      .flatMap(({ options }) => options.map(({ text }) => text))
    expect(texts.join()).not.toMatch(/Renovación|Origen|refresh_token|Redis|intentos/)
  })

  test('change with it', () => {
    const other = structuredClone(recorded)
    for (const { cuaderno } of other) Object.assign(cuaderno, { estado: cuaderno.estado + 100 })
    const [changed] = deckOf([first!], solutionOf, other).filter(({ kind }) => kind === 'answer')
    expect(changed?.options[0]?.text).toBe('`300 {"access_token":"…"}`')
  })

  test('of a situation that was never recorded cannot be asked for', () => {
    expect(() => deckOf([first!], solutionOf, [])).toThrow(SITUATIONS[0]?.titulo)
  })
})

describe('a question that changes', () => {
  test('is another one, and the rest stay', () => {
    const before = idsOf((lesson) => lesson)
    const after = idsOf((lesson) => {
      Object.assign(lesson.manifest.preguntas[1]!, { enunciado: '¿Otra cosa?' })
      return lesson
    })
    expect(after).toHaveLength(before.length)
    expect(after.filter((id) => !before.includes(id))).toHaveLength(1)
  })

  test('is the same one wherever it stands', () => {
    const reversed = idsOf((lesson) => {
      const { errores, preguntas } = lesson.manifest
      Object.assign(lesson.manifest, { errores: errores.toReversed(), preguntas: preguntas.toReversed() })
      return lesson
    })
    expect(reversed.sort()).toEqual(idsOf((lesson) => lesson).sort())
  })
})
