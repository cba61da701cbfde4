import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../../curriculum/paths.ts'
import { none, type Outcome } from './outcome.ts'

interface LockedPackage {
  optionalDependencies?: Record<string, string>
}

// What students' laptops run. A native package that lists binaries must list these.
const PLATFORMS = ['win32-x64', 'win32-arm64', 'darwin-x64', 'darwin-arm64', 'linux-x64', 'linux-arm64']

const SYSTEM = /(?:darwin|win32|linux)-/

/** The lockfile lists the binaries of every native package for Windows, macOS and Linux. */
export function checkLockfile(): Outcome[] {
  const { packages } = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8'))
  const locked = packages as Record<string, LockedPackage>
  const native = Object.entries(locked).filter(([, { optionalDependencies }]) =>
    Object.keys(optionalDependencies ?? {}).some((name) => SYSTEM.test(name)),
  )
  return native.map(([path, { optionalDependencies = {} }]) => {
    const names = Object.keys(optionalDependencies)
    const missing = PLATFORMS.filter((platform) => !names.some((name) => isLocked(name, platform, locked)))
    return none(`${path.replace('node_modules/', '')}: binarios para los tres sistemas`, missing)
  })
}

function isLocked(name: string, platform: string, locked: Record<string, LockedPackage>): boolean {
  return name.includes(platform) && `node_modules/${name}` in locked
}
