import { afterEach, beforeEach } from 'vitest'

// Imported by a specification: once a test of it is red, the rest of them would tell nothing more.
let red = false

beforeEach(({ skip }) => skip(red))

afterEach(({ task }) => {
  red ||= task.result?.state === 'fail'
})
