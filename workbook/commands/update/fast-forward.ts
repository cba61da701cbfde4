import { mkdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { writeWhole } from '../../learner/write-whole.ts'
import { git } from './git.ts'
import type { NewerVersion } from './newer-version.ts'

/** Files that differ from the present version, by their path with `/`. */
export interface Differing {
  dirty: readonly string[]
  /** Those whose text must be there afterwards, whatever happens. */
  kept: readonly string[]
}

/**
 * Moves the project to a newer version. Git refuses to if a file that it changes is dirty: the present
 * version takes its place meanwhile. Throws `GitFailed`.
 */
export async function fastForward(root: string, { to, files }: NewerVersion, differing: Differing) {
  const inPlay = (paths: readonly string[]) => paths.filter((path) => files.has(path))
  const dirty = inPlay(differing.dirty)
  const texts = inPlay(differing.kept).map((path) => [path, readFileSync(join(root, path))] as const)
  let arrived = false
  await uninterrupted(async () => {
    try {
      if (dirty.length) await git(root, 'checkout', '--quiet', 'HEAD', '--', ...dirty)
      await git(root, '-c', 'merge.autoStash=false', 'merge', '--ff-only', '--quiet', to)
      arrived = true
    } finally {
      const gone = (path: string) => arrived && files.get(path) === 'D'
      for (const [path, text] of texts) if (!gone(path)) putBack(join(root, path), text)
    }
  })
}

function putBack(path: string, text: Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true })
  writeWhole(path, text)
}

// Whoever asks to stop may end git, but not this process: it still has texts to put back.
const STOPS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

async function uninterrupted(act: () => Promise<void>): Promise<void> {
  const ignore = () => {}
  for (const signal of STOPS) process.on(signal, ignore)
  try {
    await act()
  } finally {
    for (const signal of STOPS) process.off(signal, ignore)
  }
}
