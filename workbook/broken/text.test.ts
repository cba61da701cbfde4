import { describeSession } from './drive.ts'
import { FILE_CASES, UNREADABLE_CASE } from './file-cases.ts'
import { IMPORT_CASES } from './import-cases.ts'
import { SHAPE_CASES } from './shape-cases.ts'
import { SYNTAX_CASES } from './syntax-cases.ts'

// What is wrong before anything runs.
describeSession('a session, with a file that', 3, [
  ...SYNTAX_CASES,
  ...SHAPE_CASES,
  ...IMPORT_CASES,
  ...FILE_CASES,
  // Windows lets only administrators make the link that stands for it.
  ...(process.platform === 'win32' ? [] : [UNREADABLE_CASE]),
])
