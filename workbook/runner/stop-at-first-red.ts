import { afterEach, beforeEach } from 'vitest'

// A setup file: once a test of a specification is red, the rest of them would tell nothing more.
let red = false

beforeEach(({ skip }) => skip(red))

afterEach(({ task }) => {
  red ||= task.result?.state === 'fail'
})
