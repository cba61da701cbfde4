import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { build } from 'esbuild'
import { ROOT } from '../../../curriculum/paths.ts'
import { ownEnv } from '../../support/project-copy.ts'
import type { ContenderName } from './names.ts'
import { PEERS } from './peers.ts'

const PROGRAMS = ['workbook/proof/bench/api/server.ts', 'workbook/proof/bench/api/alone.ts']
const BUILT = join(ROOT, '.cuaderno/banco-construido')

/**
 * Makes plain JavaScript, with our solutions in the place of the exercises: what is measured is the same in every
 * Node, and nothing that reads TypeScript goes with it.
 */
export async function buildPrograms(): Promise<void> {
  await build({
    absWorkingDir: ROOT,
    entryPoints: PROGRAMS,
    outdir: BUILT,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    conditions: ['solucion'],
    logLevel: 'silent',
  })
}

/** Runs one of the programs in that Node, and gives what it says first. The caller ends the process. */
export async function startProgram<T>(
  program: 'server' | 'alone',
  args: readonly string[],
  node: string,
): Promise<{ child: ChildProcess; said: T }> {
  const child = fork(join(BUILT, `${program}.mjs`), args, {
    execPath: node,
    execArgv: [],
    cwd: ROOT,
    // As where it would really run: Express answers otherwise, and slower, while it is developed.
    env: { ...ownEnv(), NODE_ENV: 'production' },
  })
  return { child, said: await reply<T>(child) }
}

/** The next thing that a process says. Throws if it ends without a word. */
async function reply<T>(child: ChildProcess): Promise<T> {
  const waiting = new AbortController()
  const { signal } = waiting
  try {
    return await Promise.race([
      once(child, 'message', { signal }).then(([message]) => message as T),
      once(child, 'exit', { signal }).then(([code]) => {
        throw new Error(`${child.spawnargs.join(' ')}: ${code}`)
      }),
    ])
  } finally {
    waiting.abort()
  }
}

/** A server of `contenders.ts` that listens, and a token that it accepts. */
export class MeasuredServer {
  readonly url: string
  readonly token: string
  readonly #child: ChildProcess

  private constructor(child: ChildProcess, { port, token }: { port: number; token: string }) {
    this.#child = child
    this.token = token
    this.url = `http://127.0.0.1:${port}/perfil`
  }

  static async start(name: ContenderName, node = process.execPath, revoked = 0): Promise<MeasuredServer> {
    const { child, said } = await startProgram<{ port: number; token: string }>(
      'server',
      [name, PEERS, String(revoked)],
      node,
    )
    return new MeasuredServer(child, said)
  }

  /** Processor time that it has used so far, in microseconds. */
  async cpu(): Promise<number> {
    const answer = reply<number>(this.#child)
    this.#child.send('cpu')
    return answer
  }

  async stop(): Promise<void> {
    const exit = once(this.#child, 'exit')
    this.#child.disconnect()
    await exit
  }
}
