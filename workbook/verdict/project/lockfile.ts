// The part of a lockfile of npm that a smaller project needs, as npm itself would have written it.

/** What npm locked of a package. What is not named here is copied as it is. */
export interface LockedPackage {
  version?: string
  dev?: boolean
  optional?: boolean
  devOptional?: boolean
  peer?: boolean
  dependencies?: Dependencies
  optionalDependencies?: Dependencies
  peerDependencies?: Dependencies
  peerDependenciesMeta?: Record<string, { optional?: boolean }>
}

/** The packages of a lockfile, by the folder that they go to: `node_modules/express`. */
export type Locked = Readonly<Record<string, LockedPackage>>

/** The versions of some packages, by their name. */
export type Dependencies = Record<string, string>

const HOME = 'node_modules/'
const FLAGS = ['dev', 'optional', 'devOptional', 'peer']

/** The version that is locked for whoever imports a package from the top; nothing if there is none. */
export function lockedVersion(locked: Locked, name: string): string | undefined {
  return locked[HOME + name]?.version
}

/** The packages that these need, in the order of the lockfile, each with who needs it: tests, or the program too. */
export function lockedFor(
  locked: Locked,
  run: Dependencies,
  test: Dependencies,
): Record<string, LockedPackage> {
  const always = reach(locked, run, false)
  const running = reach(locked, run, true)
  const alsoAlways = reach(locked, { ...run, ...test }, false)
  const all = reach(locked, { ...run, ...test }, true)
  const kept = Object.entries(locked).filter(([path]) => all.has(path))
  return Object.fromEntries(
    kept.map(([path, found]) => [path, inOrder({ ...withoutFlags(found), ...flagsOf(path) })]),
  )

  function flagsOf(path: string): LockedPackage {
    if (always.has(path)) return {}
    if (running.has(path)) return alsoAlways.has(path) ? { devOptional: true } : { optional: true }
    return alsoAlways.has(path) ? { dev: true } : { dev: true, optional: true }
  }
}

/** The folders of these packages and of all that they need, with what is optional or without it. */
function reach(locked: Locked, wanted: Dependencies, optional: boolean): Set<string> {
  const reached = new Set<string>()
  const visit = (name: string, from: string) => {
    const path = pathOf(locked, name, from)
    if (!path || reached.has(path)) return
    reached.add(path)
    for (const next of neededBy(locked[path] ?? {}, optional)) visit(next, path)
  }
  for (const name of Object.keys(wanted)) visit(name, '')
  return reached
}

function neededBy(
  {
    dependencies = {},
    optionalDependencies = {},
    peerDependencies = {},
    peerDependenciesMeta = {},
  }: LockedPackage,
  optional: boolean,
): string[] {
  const peers = Object.keys(peerDependencies).filter((name) => !peerDependenciesMeta[name]?.optional)
  return [...Object.keys(dependencies), ...peers, ...(optional ? Object.keys(optionalDependencies) : [])]
}

/** The folder where Node finds a package from another one: its own, or that of whoever has it. */
function pathOf(locked: Locked, name: string, from: string): string | undefined {
  const path = `${from && `${from}/`}${HOME}${name}`
  if (path in locked) return path
  if (!from) return undefined
  const above = from.lastIndexOf(`/${HOME}`)
  return pathOf(locked, name, above === -1 ? '' : from.slice(0, above))
}

function withoutFlags(found: LockedPackage): LockedPackage {
  return Object.fromEntries(Object.entries(found).filter(([name]) => !FLAGS.includes(name)))
}

const FIRST = ['name', 'version', 'resolved', 'integrity', 'dependencies']

/** As npm orders it, which would otherwise write it again: objects last, these first and the rest by their name. */
function inOrder(found: LockedPackage): LockedPackage {
  const rank = ([name, value]: [string, unknown]) =>
    Number(typeof value === 'object' && !Array.isArray(value)) * 10 +
    (FIRST.includes(name) ? FIRST.indexOf(name) : FIRST.length)
  const entries = Object.entries(found)
  return Object.fromEntries(
    entries.sort((one, other) => rank(one) - rank(other) || (one[0] < other[0] ? -1 : 1)),
  )
}
