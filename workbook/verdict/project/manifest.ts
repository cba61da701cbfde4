import { type Dependencies, type Locked, lockedFor, lockedVersion } from './lockfile.ts'

const SCRIPTS = {
  prestart: 'npm run --silent secreto',
  start: 'node --env-file=.env --import tsx --import ./acabar-con-npm.mjs src/produccion/servidor.ts',
  predev: 'npm run --silent secreto',
  dev: 'tsx watch --env-file=.env src/produccion/servidor.ts',
  prealta: 'npm run --silent secreto',
  alta: 'node --env-file=.env --import tsx src/produccion/alta.ts',
  secreto: 'node secreto.mjs',
  test: 'vitest run --testTimeout 20000',
  tipos: 'tsc',
}

// Without it Node 20 does not read TypeScript.
const TO_RUN = ['tsx']
const TO_TEST = ['vitest', 'typescript', '@types/node']

const NAME = 'mi-api'
const VERSION = '1.0.0'
const ENGINES = { node: '>=20.19' }

/** What a project of its own says of itself to npm: `package.json` and the lockfile that goes with it. */
export interface Manifests {
  'package.json': string
  'package-lock.json': string
}

/** Which packages the program and the tests import, and what the workbook knows of all packages. */
export interface Packages {
  run: Iterable<string>
  test: Iterable<string>
  locked: Locked
  /** Whether a name is a package's, and not a module of Node. */
  isPackage(name: string): boolean
  /** What package.json puts in the place of packages that nobody loads. */
  overrides: Readonly<Record<string, unknown>>
}

/** The manifests of a project that needs these packages, each in the version that the workbook locks. */
export function manifestsFor(title: string, packages: Packages): Manifests {
  const { locked } = packages
  const run = versionsOf([...packages.run, ...TO_RUN], packages)
  const named = [...packages.run, ...packages.test]
  const test = versionsOf([...packages.test, ...TO_TEST, ...named.map((name) => `@types/${name}`)], packages)
  for (const name of Object.keys(run)) delete test[name]
  const overrides = Object.fromEntries(
    Object.entries(packages.overrides).filter(([name]) => name in run || name in test),
  )
  const name = packageName(title)
  const own = { version: VERSION, dependencies: run, devDependencies: test, engines: ENGINES }
  return {
    'package.json': asJson({
      name,
      version: VERSION,
      private: true,
      type: 'module',
      engines: ENGINES,
      scripts: SCRIPTS,
      dependencies: run,
      devDependencies: test,
      allowScripts: { esbuild: false },
      ...(Object.keys(overrides).length ? { overrides } : {}),
    }),
    'package-lock.json': asJson({
      name,
      version: VERSION,
      lockfileVersion: 3,
      requires: true,
      packages: { '': { name, ...own }, ...lockedFor(locked, run, test) },
    }),
  }
}

/** A name that npm takes, as near to the title as it may be. */
function packageName(title: string): string {
  const ascii = title.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  return (
    ascii
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 100) || NAME
  )
}

function versionsOf(names: readonly string[], { locked, isPackage }: Packages): Dependencies {
  const known = [...new Set(names)].filter(isPackage).sort()
  return Object.fromEntries(
    known.flatMap((name) => {
      const version = lockedVersion(locked, name)
      return version ? [[name, version]] : []
    }),
  )
}

/** As npm writes it. */
function asJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`
}
