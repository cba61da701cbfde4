import type { SentExchange } from '../../../workbook/lab/protocol.ts'
import type { TestResult } from '../../../workbook/verdict/model.ts'
import type { Sequence, Step } from '../markdown/sequence-text.ts'
import { EXCHANGES as TEXTS } from './exchange-texts.ts'

const STATUS = /^[1-5]\d\d$/
/** Of a test that asks over and over, the last requests say enough. */
const SHOWN = 6

/**
 * The requests of one test as a sequence, with the wrong reply marked if it failed. Of the tests of a run it
 * is the first that fails, or the last one that asked for anything; nothing if it made no request.
 */
export function testSequence(
  tests: readonly TestResult[],
  exchanges: readonly SentExchange[],
): Sequence | undefined {
  const failed = tests.find(({ state }) => state === 'failed')
  const test = failed ?? tests.findLast(({ id }) => exchanges.some((exchange) => exchange.test === id))
  const own = exchanges.filter((exchange) => exchange.test === test?.id)
  const wrong = wrongReply(test, own)
  if (!test || !wrong) return undefined
  const left = own.length - SHOWN
  const steps = own
    .slice(-SHOWN)
    .flatMap((exchange) => stepsOf(exchange, failed && exchange === wrong.exchange, wrong.expected))
  return {
    title: failed ? TEXTS.failed(test.title, wrong.exchange.status, wrong.expected) : test.title,
    actors: [TEXTS.client, TEXTS.server],
    steps: left > 0 ? [{ kind: 'note', at: TEXTS.client, text: TEXTS.left(left) }, ...steps] : steps,
  }
}

/** The reply with the status that the test complains about, or the last one if it is about something else. */
function wrongReply(
  test: TestResult | undefined,
  own: readonly SentExchange[],
): { exchange: SentExchange; expected?: string } | undefined {
  const { expected = '', received } = test?.failure ?? {}
  const aboutStatus = STATUS.test(expected) && expected !== received
  const exchange = aboutStatus ? own.findLast(({ status }) => String(status) === received) : undefined
  if (exchange) return { exchange, expected }
  const last = own.at(-1)
  return last && { exchange: last }
}

function stepsOf({ method, path, token, status }: SentExchange, wrong: unknown, expected?: string): Step[] {
  const [client, server] = [TEXTS.client, TEXTS.server]
  const reply: Step = { kind: 'reply', from: server, to: client, text: String(status) }
  return [
    { kind: 'message', from: client, to: server, text: TEXTS.request(method, shorten(path), token) },
    wrong ? { ...reply, text: TEXTS.wrongReply(status, expected), wrong: true } : reply,
  ]
}

// What fits between two actors.
const LONGEST = 18

function shorten(path: string): string {
  return path.length > LONGEST ? `${path.slice(0, LONGEST)}…` : path
}
