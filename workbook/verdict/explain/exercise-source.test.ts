import { describe, expect, test } from 'vitest'
import { lineOfTask, pendingTodos } from './exercise-source.ts'

const SOURCE = `export function uno() {
  return 1
}

export class Dos {
  async tres() {
    // TODO 3: Devuelve 3.
    throw new Error('TODO 3: tres')
  }

  cuatro() {
    return 4
  }
}

export const cinco = () => 5
`

describe('pendingTodos', () => {
  test('gives the numbers of those that still throw', () => {
    expect(pendingTodos(SOURCE)).toEqual([3])
  })

  test('ignores a TODO whose comment alone is left', () => {
    expect(pendingTodos("// TODO 1: Devuelve 1.\nreturn 'TODO 1'")).toEqual([])
  })

  test('gives all of them in order', () => {
    const line = (task: number) => `throw new Error('TODO ${task}: x')`
    expect(pendingTodos([1, 2, 10].map(line).join('\n'))).toEqual([1, 2, 10])
  })
})

describe('lineOfTask', () => {
  test('gives the line of a TODO', () => {
    expect(lineOfTask(SOURCE, 3, 'tres')).toBe(7)
  })

  test('gives the line of the throw if the comment was deleted', () => {
    const withoutComment = SOURCE.replace('    // TODO 3: Devuelve 3.\n', '')
    expect(lineOfTask(withoutComment, 3, 'tres')).toBe(7)
  })

  test.each([
    ['a function', 'uno', 1],
    ['a class', 'Dos', 5],
    ['a method', 'cuatro', 11],
    ['a constant', 'cinco', 16],
  ])('gives the line where %s is declared once it is solved', (_what, name, line) => {
    expect(lineOfTask(SOURCE, 1, name)).toBe(line)
  })

  test('gives the line of an async method', () => {
    expect(lineOfTask('class X {\n  async tres() {}\n}', 3, 'tres')).toBe(2)
  })

  test('does not mistake TODO 10 for TODO 1', () => {
    expect(lineOfTask('// TODO 10: otra\n// TODO 1: esta', 1, 'x')).toBe(2)
  })

  test('does not mistake a longer name for the one it looks for', () => {
    expect(lineOfTask('function unoMas() {}\nfunction uno() {}', 1, 'uno')).toBe(2)
  })

  test('gives nothing if there is no such task', () => {
    expect(lineOfTask(SOURCE, 9, 'nueve')).toBeUndefined()
  })
})
