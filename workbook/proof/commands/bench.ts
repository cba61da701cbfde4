import { MEASURES } from '../bench/all.ts'
import { ProjectCopy } from '../support/project-copy.ts'

/** `npm run bench [part of a name]`: our times beside plain Vitest's in the same run, and what a session takes. */
export async function bench([filter = '']: string[]): Promise<number> {
  for (const { run } of MEASURES.filter(({ name }) => name.includes(filter))) {
    const copy = await ProjectCopy.create()
    console.log(await run(copy).finally(() => copy.remove()))
  }
  return 0
}
