import { createServer } from 'vitepress'
import { SITE } from './site.ts'

/** The site being served while it is written: its address, without a final slash, and how to stop it. */
export interface ServedSite {
  url: string
  close(): Promise<void>
}

/** Serves the site on the first free port. */
export async function serveSite(): Promise<ServedSite> {
  const server = await createServer(SITE)
  await server.listen()
  const [url = ''] = server.resolvedUrls?.local ?? []
  return { url: url.replace(/\/$/, ''), close: () => server.close() }
}
