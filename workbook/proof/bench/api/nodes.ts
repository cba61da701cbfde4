import { spawnSync } from 'node:child_process'
import { TEXTS } from '../texts.ts'

const MAJORS = ['20', '24']

/** The paths of the Nodes to measure with: those that npm can bring, or at least this one. */
export function findNodes(): string[] {
  const own = process.versions.node.split('.')[0] ?? ''
  const found = MAJORS.flatMap((major) => (major === own ? process.execPath : broughtByNpm(major)))
  return found.length ? found : [process.execPath]
}

/** Brings it the first time, from the package `node`, and leaves it among what npx keeps. */
function broughtByNpm(major: string): string[] {
  const command = `npx --yes --package=node@${major} -- node -p process.execPath`
  const { stdout, status } = spawnSync(command, { shell: true, encoding: 'utf8' })
  if (status === 0) return [stdout.trim()]
  console.log(TEXTS.noNode(major))
  return []
}
