import type { Case } from './case.ts'
import { EXIT_CASES } from './exit-cases.ts'
import { FILE_CASES } from './file-cases.ts'
import { GLOBAL_CASES } from './global-cases.ts'
import { IMPORT_CASES } from './import-cases.ts'
import { LOOP_CASES } from './loop-cases.ts'
import { REQUEST_CASES } from './request-cases.ts'
import { RESOURCE_CASES } from './resource-cases.ts'
import { SHAPE_CASES } from './shape-cases.ts'
import { SYNTAX_CASES } from './syntax-cases.ts'
import { THROWN_CASES } from './thrown-cases.ts'

/** What is wrong with the text of lesson 3 before anything runs: told without a session, in no time. */
export const TEXT_CASES: readonly Case[] = [...SYNTAX_CASES, ...SHAPE_CASES, ...IMPORT_CASES]

/** What happens to the file of lesson 3 while a session watches it. */
export const WATCHED_CASES: readonly Case[] = [...TEXT_CASES.filter(({ telling }) => telling), ...FILE_CASES]

/** What goes wrong when the file of lesson 3 loads or when the tests call it. */
export const RUN_CASES: readonly Case[] = [...THROWN_CASES, ...EXIT_CASES, ...GLOBAL_CASES]

/** The same, until the engine loses its patience: seconds each. */
export const ENDLESS_CASES: readonly Case[] = [...RESOURCE_CASES, ...LOOP_CASES]

/** What goes wrong in lesson 2 while Express handles a request. */
export const HANDLER_CASES: readonly Case[] = REQUEST_CASES
