import { describe, expect, test } from 'vitest'
import { type Answer, answerTo, type Call, consequences, type From, sentBy } from './cookie-sender.ts'
import { answerFor, FROM, SAME_SITE, sentencesOf, TEXTS, verdictOf, WHAT } from './texts.ts'

const keys = <T extends string>(texts: Record<T, string>) => Object.keys(texts) as T[]
const CALLS: Call[] = keys(FROM).flatMap((from) =>
  keys(WHAT).flatMap((what) => keys(SAME_SITE).map((sameSite) => ({ from, what, sameSite }))),
)
const answered = (call: Call, watched: boolean) => answerTo(sentBy(call), watched).status
const of = (...froms: From[]) => CALLS.filter(({ from }) => froms.includes(from))

describe('sentBy', () => {
  test.each(of('own', 'sibling'))(
    'within a site the cookie always leaves: $from, $what, $sameSite',
    (call) => {
      expect(sentBy(call).headers).toHaveProperty('Cookie')
    },
  )

  test('from another site it leaves as SameSite says', () => {
    const leaving = of('stranger').filter((call) => 'Cookie' in sentBy(call).headers)
    expect(leaving.map(({ what, sameSite }) => `${what} ${sameSite}`)).toEqual([
      'link lax',
      'link none',
      'form none',
      'fetch none',
    ])
  })

  test.each(of('app'))('an app brings its token, and nothing that a browser adds: $what', (call) => {
    expect(sentBy(call).headers).toEqual({ Authorization: 'Bearer eyJ…' })
  })
})

describe('answerTo', () => {
  test.each(of('own', 'app'))('who should come in does, watched or not: $from, $what, $sameSite', (call) => {
    expect([answered(call, true), answered(call, false)]).toEqual([200, 200])
  })

  test.each(of('sibling', 'stranger'))(
    'watched, no other page changes a thing: $from, $what, $sameSite',
    (call) => {
      const { text, safe } = verdictOf(call, answerTo(sentBy(call), true))
      expect(safe, text).toBe(true)
      if (call.what !== 'link') expect(answered(call, true)).not.toBe(200)
    },
  )

  test('without watching, a page of the same site closes the session, whatever SameSite says', () => {
    const closing = of('sibling', 'stranger').filter(
      (call) => !verdictOf(call, answerTo(sentBy(call), false)).safe,
    )
    expect(closing.map(({ from, what, sameSite }) => `${from} ${what} ${sameSite}`)).toEqual([
      'sibling form strict',
      'sibling form lax',
      'sibling form none',
      'sibling fetch strict',
      'sibling fetch lax',
      'sibling fetch none',
      'stranger form none',
      'stranger fetch none',
    ])
  })
})

test.each([200, 401, 403])('a prediction has an option for %i', (status) => {
  expect(TEXTS.options).toContain(answerFor({ status, body: {} } satisfies Answer))
})

test('the prefix without Secure is not kept, and then nothing else is said', () => {
  const asked = { httpOnly: true, secure: false, prefix: true }
  expect(sentencesOf(asked, consequences(asked))).toHaveLength(1)
})

test.each(['httpOnly', 'secure', 'prefix'] as const)(
  'without %s one sentence less says that it protects',
  (name) => {
    const asked = {
      httpOnly: true,
      secure: true,
      prefix: name !== 'prefix' && name !== 'secure',
      [name]: false,
    }
    const sentences = sentencesOf(asked, consequences(asked))
    expect(sentences.filter(({ safe }) => safe)).toHaveLength(name === 'secure' ? 1 : 2)
  },
)
