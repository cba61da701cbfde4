import { describeSession } from './drive.ts'
import { REQUEST_CASES } from './request-cases.ts'

// What goes wrong while Express handles a request.
describeSession('a session, with a handler that', 2, REQUEST_CASES)
