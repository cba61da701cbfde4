import { text } from 'node:stream/consumers'
import type { ProjectCopy } from './project-copy.ts'

/** What a command printed in each stream, and its exit code. */
export interface Streams {
  code: number | null
  out: string
  errors: string
}

/** Runs a command of the notebook to its end, its two streams apart as another program reads them. */
export async function runApart(
  copy: ProjectCopy,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Promise<Streams> {
  const child = copy.start(args, env)
  const exit = new Promise<number | null>((resolve) => child.once('exit', resolve))
  const [out, errors, code] = await Promise.all([text(child.stdout!), text(child.stderr!), exit])
  return { code, out, errors }
}
