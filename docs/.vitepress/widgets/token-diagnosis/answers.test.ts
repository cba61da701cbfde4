import jwt from 'jsonwebtoken'
import { expect, test } from 'vitest'
import { ErrorDeToken } from '#comun/errores.ts'
import { traducirToken } from '#solucion/04-manejo-de-errores/errores.ts'
import { ANSWERS, answerTo, attends, RIGHT_ORDER, unreachable } from './answers.ts'
import { buildTokens, CASES, NOW, SECRET } from './cases.ts'
import { diagnose } from './diagnosis.ts'
import { CLASSES, type ClassName } from './errors.ts'
import { NAMES, TEXTS } from './texts.ts'

const REAL = {
  TokenExpiredError: new jwt.TokenExpiredError('jwt expired', new Date(0)),
  NotBeforeError: new jwt.NotBeforeError('jwt not active', new Date(0)),
  JsonWebTokenError: new jwt.JsonWebTokenError('invalid signature'),
}
const NAMES_OF_CLASSES = Object.keys(REAL) as ClassName[]
const PARENT_FIRST: ClassName[] = ['JsonWebTokenError', 'TokenExpiredError', 'NotBeforeError']

/** The tokens that do not get what the right order gives them. */
async function changedBy(order: ClassName[]): Promise<string[]> {
  const tokens = await buildTokens()
  const changes = await Promise.all(
    CASES.map(async (name) => {
      const diagnosis = await diagnose(tokens[name], SECRET, NOW)
      return answerTo(diagnosis, order) !== answerTo(diagnosis) && name
    }),
  )
  return changes.filter((name) => name !== false)
}

test.each(NAMES_OF_CLASSES)('answers to a %s what lesson 4 translates it to', (name) => {
  const { status, message } = traducirToken(new ErrorDeToken(REAL[name]))
  expect(ANSWERS[name]).toEqual({ status, body: { error: message } })
})

test.each(NAMES_OF_CLASSES)('has the family of %s that jsonwebtoken has', (name) => {
  for (const other of NAMES_OF_CLASSES) {
    expect(new CLASSES[name]() instanceof CLASSES[other], other).toBe(REAL[name] instanceof jwt[other])
  }
})

test('asks the parent last', () => {
  expect(unreachable(RIGHT_ORDER)).toEqual([])
  expect(attends(new CLASSES.TokenExpiredError(), RIGHT_ORDER)).toBe('TokenExpiredError')
})

test('never reaches the children if the parent goes first', () => {
  expect(unreachable(PARENT_FIRST)).toEqual(['TokenExpiredError', 'NotBeforeError'])
})

test('changes only the answer to the expired one if the parent goes first, as its prediction says', async () => {
  expect(await changedBy(PARENT_FIRST)).toEqual(['expired'])
  expect(TEXTS.orderAnswer).toContain(NAMES.expired.toLowerCase())
})

test('changes nothing if only the two children swap', async () => {
  expect(await changedBy(['NotBeforeError', 'TokenExpiredError', 'JsonWebTokenError'])).toEqual([])
})
