import { describe } from 'vitest'
import { ENDLESS_CASES, HANDLER_CASES, RUN_CASES, WATCHED_CASES } from './cases.ts'
import { describeSession } from './drive.ts'
import { describeServer } from './server.ts'
import { SERVER_CASES } from './server-cases.ts'

// At the same time: a session spends most of its time waiting for the processes that it starts.
describe.concurrent('broken exercises, before and while they run', () => {
  describeSession('a session, with a file that', 3, WATCHED_CASES)
  describeSession('a session, with a handler that', 2, HANDLER_CASES)
})

describe.concurrent('broken exercises, when they run', () => {
  describeSession('a session, with code that', 3, RUN_CASES)
})

describe.concurrent('broken exercises, without end', () => {
  describeSession('a session, with code that goes on', 3, ENDLESS_CASES)
  describeServer('the server of a session, with code that', SERVER_CASES)
})
