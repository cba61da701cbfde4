import { describeSession } from './drive.ts'
import { EXIT_CASES } from './exit-cases.ts'
import { GLOBAL_CASES } from './global-cases.ts'
import { LOOP_CASES } from './loop-cases.ts'
import { RESOURCE_CASES } from './resource-cases.ts'
import { THROWN_CASES } from './thrown-cases.ts'

// What goes wrong when the file loads or when the tests call it.
describeSession('a session, with code that', 3, [
  ...THROWN_CASES,
  ...EXIT_CASES,
  ...GLOBAL_CASES,
  ...RESOURCE_CASES,
  ...LOOP_CASES,
])
