import type { Plugin } from 'vite'
import type { LiveChannel } from './channel.ts'

const ADDRESS = '/__sesion'

/**
 * Opens the channel of a session on the site that it serves, and tells the pages its address. Those of any
 * other site (built, or of `npm run docs:dev`) get none, and so look for nothing.
 */
export function livePlugin(channel: LiveChannel): Plugin {
  return {
    name: 'cuaderno-live',
    config: () => ({ define: { 'import.meta.env.LIVE_STATUS': JSON.stringify(ADDRESS) } }),
    // Before Vite's own middlewares, which would answer with a page.
    configureServer: ({ middlewares }) => void middlewares.use(ADDRESS, channel.handle),
  }
}
