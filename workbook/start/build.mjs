import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { BUILDS, ROOT, STAMP, stateOf } from './built.mjs'

// Not in a text, where it is somebody else's.
const OWN_ADDRESS = /(?<!['"`])\bimport\.meta\.url\b/g
// A session that is still open may load more of the build that it began with.
const KEPT_MS = 24 * 60 * 60 * 1000

/** @type {Promise<void> | undefined} */
let building

/** Builds the engine for the next command. If it cannot, the next one reads its TypeScript as this one did. */
export function buildEngine() {
  building ??= tryToBuild()
  return building
}

async function tryToBuild() {
  try {
    await mkdir(BUILDS, { recursive: true })
    const name = `${Date.now()}-${process.pid}`
    const files = await build(new URL(name, BUILDS))
    await writeFile(STAMP, JSON.stringify({ root: ROOT, folder: `${name}/`, files }))
    await forgetOldBuilds()
  } catch {}
}

/**
 * Gives the files that it was made from, each with its state.
 * @param {URL} folder
 */
async function build(folder) {
  const esbuild = await import('esbuild')
  const built = esbuild.build({
    absWorkingDir: ROOT,
    entryPoints: ['workbook/commands/main.ts', 'workbook/proof/main.ts'],
    outbase: 'workbook',
    outdir: fileURLToPath(folder),
    bundle: true,
    // Each command loads only what it needs, as it does without a build.
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    metafile: true,
    logLevel: 'silent',
    plugins: [{ name: 'in-their-place', setup: keepInPlace }],
  })
  // Also if it cannot: it would keep this process alive.
  const { metafile } = await built.finally(() => esbuild.stop())
  return Object.fromEntries(Object.keys(metafile.inputs).map((path) => [path, stateOf(path)]))
}

/**
 * Code that says where it is, or that other processes load too, goes on being where it is.
 * @param {import('esbuild').PluginBuild} build
 */
function keepInPlace({ onResolve, onLoad }) {
  onResolve({ filter: /^\..*\.mjs$/ }, ({ path, importer }) => ({
    path: new URL(path, pathToFileURL(importer)).href,
    external: true,
  }))
  onLoad({ filter: /\.ts$/ }, async ({ path }) => ({
    contents: (await readFile(path, 'utf8')).replace(OWN_ADDRESS, () => `'${pathToFileURL(path)}'`),
    loader: 'ts',
  }))
}

async function forgetOldBuilds() {
  for (const name of await readdir(BUILDS)) {
    const url = new URL(name, BUILDS)
    const { mtimeMs } = await stat(url)
    if (Date.now() - mtimeMs > KEPT_MS) await rm(url, { recursive: true, force: true })
  }
}
