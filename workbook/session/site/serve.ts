import { createServer, mergeConfig, resolveConfig } from 'vitepress'
import type { Display } from '../display.ts'
import { LiveChannel } from '../live/channel.ts'
import { liveDisplay } from '../live/display.ts'
import { livePlugin } from '../live/plugin.ts'
import { SITE } from './site.ts'

/** The site being served to whoever works in a session. */
export interface ServedSite {
  /** Its address, without a final slash. */
  url: string
  /** Shows the session in its pages. */
  display: Display
  close(): Promise<void>
}

/** Serves the site on the first free port. */
export async function serveSite(): Promise<ServedSite> {
  const channel = new LiveChannel()
  const config = await resolveConfig(SITE, 'serve', 'development')
  config.vite = mergeConfig(config.vite ?? {}, { plugins: [livePlugin(channel)] })
  const server = await createServer(SITE, {}, undefined, config)
  await server.listen()
  const [url = ''] = server.resolvedUrls?.local ?? []
  return { url: url.replace(/\/$/, ''), display: liveDisplay(channel), close: () => server.close() }
}
