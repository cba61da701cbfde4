import { describe, expect, test } from 'vitest'
import { fakeLesson } from '../../../workbook/proof/support/fake-lesson.ts'
import { markdown as md } from '../../../workbook/proof/support/site-markdown.ts'
import type { Question } from '../quiz/questions.ts'
import { quizBlock } from './quiz-block.ts'

const CHARACTERS: Record<string, string> = { quot: '"', lt: '<', gt: '>', amp: '&' }

/** What Vue gets: the value of the attribute, without its entities. */
function questionsOf(block: string): Question[] {
  const [, value = ''] = / :questions="([^"<>]*)" \/>$/.exec(block) ?? []
  return JSON.parse(value.replace(/&(\w+);/g, (_entity, name: string) => CHARACTERS[name] ?? ''))
}

const withQuestion = (enunciado: string) =>
  fakeLesson({
    manifest: {
      preguntas: [{ enunciado, opciones: [{ texto: '`a`', correcta: true, porque: '*b*' }] }],
    },
  })

describe('quizBlock', () => {
  test('gives the questions with their options, the right one and why', () => {
    const [first, ...rest] = questionsOf(quizBlock(fakeLesson(), md))
    expect(rest).toHaveLength(2)
    expect(first).toEqual({
      statement: '¿Pregunta 1?',
      options: [
        { text: 'una', right: true, why: 'lo es' },
        { text: 'otra', right: false, why: 'no lo es' },
      ],
    })
  })

  test('says of which lesson they are', () => {
    expect(quizBlock(fakeLesson(), md)).toMatch(/^<Quiz slug="01-saludos" /)
  })

  test('renders code and emphasis', () => {
    const [question] = questionsOf(quizBlock(withQuestion('¿Qué es `sub`?'), md))
    expect(question).toEqual({
      statement: '¿Qué es <code>sub</code>?',
      options: [{ text: '<code>a</code>', right: true, why: '<em>b</em>' }],
    })
  })

  test.each([
    ['quotes', '`{ "sub": \'1\' }`', "<code>{ &quot;sub&quot;: '1' }</code>"],
    ['markup', '`<b>` & `a > b`', '<code>&lt;b&gt;</code> &amp; <code>a &gt; b</code>'],
    ['what String.replace would take for a pattern', '`$&` y `$1`', '<code>$&amp;</code> y <code>$1</code>'],
  ])('brings %s through the attribute', (_name, text, html) => {
    const [question] = questionsOf(quizBlock(withQuestion(text), md))
    expect(question?.statement).toBe(html)
  })
})
