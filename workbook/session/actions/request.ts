import { appOf } from '../../curriculum/lesson.ts'
import { loadLessons } from '../../curriculum/lessons.ts'
import { shownOf } from '../../verdict/printed.ts'
import { type ReadyRequest, requestsFor } from '../../verdict/requests.ts'
import { TEXTS as SHARED } from '../../verdict/texts.ts'
import { type Answer, alter, send, whyNot } from '../send.ts'
import type { Session } from '../session.ts'
import { TEXTS } from '../texts.ts'

// Headers that the lessons are about.
const TOLD = ['www-authenticate', 'cache-control', 'location', 'strict-transport-security']

const NOT_READY = {
  starting: TEXTS.serverStarting,
  failed: TEXTS.serverDown,
  waiting: SHARED.noServer,
} as const

/** `c`: a request to the learner's server, chosen by its number, and its answer. */
export async function request(session: Session): Promise<void> {
  const { kind } = session.state.server
  if (kind !== 'ready') return session.notify(NOT_READY[kind])
  const requests = requestsFor(appOf(session.state.choice.lessons), await loadLessons())
  const menu = requests.map((ready, index) => `  ${index + 1}  ${title(ready)}`)
  session.show([TEXTS.requests, '', ...menu], (key) => {
    const chosen = requests[Number(key) - 1]
    if (chosen) void sendAndShow(session, chosen)
    return Boolean(chosen)
  })
}

async function sendAndShow(session: Session, ready: ReadyRequest): Promise<void> {
  const [last] = session.tokens
  if (ready.token && !last) return session.notify(SHARED.noToken)
  const token = ready.token && last && (ready.token === 'altered' ? alter(last) : last)
  const { addresses, ca } = session.state.server
  try {
    const answer = await send(ready, addresses[0] ?? '', { token, ca })
    session.show([title(ready), '', ...answerLines(answer)])
  } catch (error) {
    session.notify(whyNot(error))
  }
}

function title({ method, path, label }: ReadyRequest): string {
  return `${method} ${path}, ${label}`
}

function answerLines({ status, headers, body }: Answer): string[] {
  const told = TOLD.filter((name) => headers[name]).map((name) => `  ${name}: ${headers[name]}`)
  return [`  ${status}`, ...told, ...(shownOf(body)?.split('\n') ?? []).map((line) => `  ${line}`)]
}
