import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, type Plugin } from 'vite'
import { ROOT } from '../../curriculum/paths.ts'

const LAB = fileURLToPath(new URL('../', import.meta.url))
const ENTRY = join(LAB, 'worker', 'main.ts')
const ASYMMETRIC = join(LAB, 'worker', 'asymmetric-script.ts')
/** What the script of the keys takes from the Worker, which has it anyway (`worker/asymmetric.ts`). */
const SHARED = {
  '@noble/hashes/hmac.js': 'cuadernoClaves.hmac',
  '@noble/hashes/sha2.js': 'cuadernoClaves.sha2',
}

/** The modules of Node that are written here; `node/` has a file for each. */
const SHIMS = ['buffer', 'crypto', 'diagnostics_channel', 'fs', 'http', 'https', 'net', 'process', 'timers']
SHIMS.push('tls', 'util', 'iconv-lite', 'selfsigned')

/** Those that a package does better, and packages that have a smaller file for browsers. */
const PACKAGES: Record<string, string> = {
  assert: 'unenv/node/assert',
  depd: 'depd/lib/browser/index.js',
  events: 'events/events.js',
  path: 'path-browserify/index.js',
  querystring: 'unenv/node/querystring',
  stream: 'readable-stream/lib/stream.js',
  string_decoder: 'string_decoder/lib/string_decoder.js',
  sucrase: 'sucrase/dist/esm/index.js',
  'sucrase/dist/parser/index.js': 'sucrase/dist/esm/parser/index.js',
  'sucrase/dist/parser/tokenizer/types.js': 'sucrase/dist/esm/parser/tokenizer/types.js',
  url: 'unenv/node/url',
}

/** Only loaded, never used. */
const ABSENT = ['async_hooks', 'debug', 'form-data', 'formidable', 'http2', 'os', 'tty', 'zlib']
const ABSENT_PREFIX = '\0cuaderno-absent:'

/** A classic script, and the name of its file. */
export interface Script {
  name: string
  source: string
}

/** The Worker's script, which knows those that it fetches by their names, next to it. */
export interface WorkerScripts {
  worker: string
  fetched: readonly Script[]
}

/** The Worker's bundle, and apart what few lessons ask for. */
export async function bundleWorker(): Promise<WorkerScripts> {
  const source = await bundle(ASYMMETRIC, { shared: SHARED })
  // Whoever keeps it may keep it for ever, as what Vite names.
  const name = `laboratorio-claves.${createHash('sha256').update(source).digest('hex').slice(0, 8)}.js`
  const worker = await bundle(ENTRY, { define: { ASYMMETRIC_SCRIPT: JSON.stringify(name) } })
  return { worker, fetched: [{ name, source }] }
}

interface Bundling {
  define?: Record<string, string>
  /** Modules that are there already, by the expression that gives each. */
  shared?: Record<string, string>
}

async function bundle(input: string, { define = {}, shared = {} }: Bundling): Promise<string> {
  const result = await build({
    configFile: false,
    root: ROOT,
    logLevel: 'warn',
    plugins: [nodeInBrowser()],
    define: {
      ...define,
      global: 'globalThis',
      'process.env.READABLE_STREAM': '"disable"',
      // The lessons read and write the environment: it must stay an object.
      'process.env': 'process.env',
      // Vite's own answer is how the site is built, and Express would hide its traces.
      'process.env.NODE_ENV': 'process.env.NODE_ENV',
      'import.meta.url': '""',
      'import.meta.resolve': 'undefined',
      'globalThis.process.env': 'globalThis.process.env',
    },
    // As Node would choose: the `browser` fields lead to stubs of what is here for real.
    resolve: { mainFields: ['main', 'module'], conditions: ['node'] },
    build: {
      write: false,
      target: 'es2022',
      minify: true,
      copyPublicDir: false,
      modulePreload: false,
      rolldownOptions: {
        input,
        external: Object.keys(shared),
        // The runner tells tests, errors and middleware by their names.
        output: { format: 'iife', keepNames: true, globals: shared },
      },
    },
  })
  const { output } = [result].flat()[0] as { output: { type: string; code?: string }[] }
  return output.find(({ type }) => type === 'chunk')?.code ?? ''
}

function nodeInBrowser(): Plugin {
  return {
    name: 'cuaderno:node-in-browser',
    enforce: 'pre',
    resolveId(source, importer) {
      const name = source.replace(/^node:/, '').replace(/\/$/, '')
      if (SHIMS.includes(name)) return join(LAB, 'node', `${name}.ts`)
      if (ABSENT.includes(name)) return `${ABSENT_PREFIX}${name}.cjs`
      if (source === './asymmetric.ts') return join(LAB, 'worker', 'asymmetric.ts')
      if (source.endsWith('/tell.mjs')) return join(LAB, 'worker', 'tell.ts')
      const path = PACKAGES[name]
      return path ? this.resolve(path, importer, { skipSelf: true }) : undefined
    },
    load(id) {
      if (id.endsWith('/mime-db/db.json')) return lighterMimeTypes(id)
      if (id.endsWith('/get-intrinsic/index.js')) return withCheapProbe(id)
      if (id.endsWith('/@vitest/expect/dist/index.js')) return withCheapState(id)
      if (!id.startsWith(ABSENT_PREFIX)) return undefined
      const name = id.slice(ABSENT_PREFIX.length, -'.cjs'.length)
      // CommonJS: that is how packages load them.
      return `module.exports = require(${JSON.stringify(join(LAB, 'node', 'absent.ts'))})[${JSON.stringify(name)}]`
    },
  }
}

/**
 * To learn what a TypeError descends from, this package provokes one while it loads; to say where it comes
 * from, V8 reads the whole Worker once more: 80 ms. An object that descends from the same is for nothing.
 */
function withCheapProbe(path: string): string {
  return readFileSync(path, 'utf8').replace('null.error;', 'throw Object.create(TypeError.prototype);')
}

/**
 * Each `expect` counts itself in an object of getters, and Vitest defines them all anew to write one number: a
 * thirtieth of a run. That they are as they were needs no saying.
 */
function withCheapState(path: string): string {
  return readFileSync(path, 'utf8').replace('...Object.getOwnPropertyDescriptors(current),', '')
}

/** Most of the types have neither extensions nor charset, and so say nothing to Express. */
function lighterMimeTypes(path: string): string {
  const all = Object.entries<{ extensions?: string[]; charset?: string }>(
    JSON.parse(readFileSync(path, 'utf8')),
  )
  return JSON.stringify(
    Object.fromEntries(all.filter(([, { extensions, charset }]) => extensions || charset)),
  )
}
