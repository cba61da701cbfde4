// A program of the project that runs as `node` would run it.
import { fetch } from '../node/fetch.ts'
import { isAnyoneListening } from '../node/net.ts'
import type { SentError } from '../protocol.ts'
import type { Linker } from './linker.ts'
import { tellOfSyntax } from './runner.ts'
import { namePackages } from './stacks.ts'

// A Worker's own would ask the network.
Object.assign(globalThis, { fetch })

const LOOK_AGAIN_MS = 10

/**
 * Runs a program to its end: while a server of its own listens it goes on, unless something was thrown that
 * nobody caught (`loose`). Returns nothing that was thrown: it rejects with it.
 */
export async function playScene(
  scene: string,
  linker: Linker,
  loose: readonly SentError[],
): Promise<SentError[]> {
  delete process.env.NODE_ENV
  namePackages()
  await linker.load(scene).catch(tellOfSyntax)
  while (isAnyoneListening() && !loose.length) {
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS))
  }
  return []
}
