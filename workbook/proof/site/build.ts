import { build } from 'vitepress'
import { SITE } from '../../session/site/site.ts'

/** Builds the site into a folder, or where VitePress leaves it. Throws if a link is dead. */
export async function buildSite(folder?: string): Promise<void> {
  // The types of VitePress leave out the options of its own command line.
  const options = folder ? { outDir: folder, logLevel: 'silent' } : {}
  await build(SITE, options as Parameters<typeof build>[1])
}
