import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import type { SiteConfig } from 'vitepress'

const SOURCE = fileURLToPath(new URL('./service-worker.ts', import.meta.url))
// The host's own business, or of no use without a network.
const LEFT_OUT = /(?:^|\/)(?:\.nojekyll|sitemap\.xml|compartir\.png|service-worker\.js|llms\.txt|[^/]+\.md)$/

/** Writes the service worker that keeps the whole site for readers without a network. */
export async function buildServiceWorker({ outDir }: Pick<SiteConfig, 'outDir'>): Promise<void> {
  await build({
    entryPoints: [SOURCE],
    outfile: join(outDir, 'service-worker.js'),
    bundle: true,
    minify: true,
    format: 'iife',
    define: { SITE_FILES: JSON.stringify(await listFiles(outDir)), 'process.env.NODE_ENV': '"production"' },
    logLevel: 'error',
  })
}

/** Each file with what tells one version of it from another. */
async function listFiles(folder: string): Promise<{ url: string; revision: string }[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
  const files = paths.map(async (path) => ({
    url: path.slice(folder.length + 1).replaceAll('\\', '/'),
    revision: createHash('sha256')
      .update(await readFile(path))
      .digest('hex')
      .slice(0, 16),
  }))
  return (await Promise.all(files)).filter(({ url }) => !LEFT_OUT.test(url)).sort(byUrl)
}

function byUrl(one: { url: string }, other: { url: string }): number {
  return one.url < other.url ? -1 : 1
}
