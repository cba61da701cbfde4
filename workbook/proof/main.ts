import { usage } from '../commands/main.ts'
import { run } from '../commands/run.ts'
import type { Run } from '../commands/table.ts'
import { TEXTS } from '../commands/texts.ts'

// The authors' commands, each loaded only when it is asked for.
const COMMANDS: Record<string, () => Promise<Run>> = {
  bench: async () => (await import('./commands/bench.ts')).bench,
  docs: async () => (await import('./commands/docs.ts')).docs,
  imagen: async () => (await import('./commands/picture.ts')).picture,
  libro: async () => (await import('./commands/book.ts')).book,
  'nueva-leccion': async () => (await import('./commands/new-lesson.ts')).newLesson,
  paquete: async () => (await import('./commands/pack.ts')).pack,
  salidas: async () => (await import('./commands/outputs.ts')).outputs,
  stubs: async () => (await import('./commands/stubs.ts')).stubs,
  test: async () => (await import('./commands/test.ts')).test,
  verifica: async () => (await import('./commands/verify.ts')).verify,
}

/** Runs an author's command and gives its exit code. Of one that is nobody's, tells the learner's. */
export async function main([name = '', ...args]: string[]): Promise<number> {
  const load = COMMANDS[name]
  if (load) return run(async () => (await load())(args))
  console.error(`${TEXTS.unknownCommand(name)}\n\n${usage()}`)
  return 1
}
