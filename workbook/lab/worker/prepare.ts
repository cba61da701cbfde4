// A browser compiles a function when it is first called, and makes it fast once it knows how it is used.
// Before anybody waits, the Worker goes the way of the next run with the solution.
import { remember, warmUp as warmUpScrypt, withoutDeriving } from '../node/scrypt.ts'
import type { Rehearsal } from '../protocol.ts'
import { flushConsole } from './console.ts'
import { Linker } from './linker.ts'
import { importable } from './packages.ts'
import { runSpecification } from './runner.ts'

const TIMEOUT_MS = 1000

/**
 * Goes the way of the next run, with the solution in the place of the learner's text, which is not looked at here:
 * what it leaves behind must be the same for everybody. A test that derives a password with a new salt fails, as
 * scrypt would take longer than the rehearsal saves. What it tells the page goes unheard: nobody listens before
 * the Worker is ready.
 */
export async function prepare(work?: Rehearsal): Promise<void> {
  await warmUpScrypt()
  if (!work) return
  remember(work.known)
  const linker = new Linker({ ...work, importable: importable(work.packages) })
  await withoutDeriving(async () => {
    await runSpecification(work.spec, linker, TIMEOUT_MS)
    // What is on its way to the page belongs to no run.
    await new Promise((resolve) => setTimeout(resolve))
  })
  flushConsole()
}
