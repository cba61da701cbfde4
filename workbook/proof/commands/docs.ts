import { createServer, serve } from 'vitepress'
import { SITE } from '../../session/site/site.ts'
import { buildSite } from '../site/build.ts'

/** `npm run docs:dev`, `docs:build [folder]` and `docs:preview`. */
export async function docs([action = 'dev', folder]: string[]): Promise<number> {
  if (action === 'build') await buildSite(folder)
  else if (action === 'preview') await serve({ root: SITE })
  else {
    const server = await createServer(SITE)
    await server.listen()
    server.printUrls()
  }
  return action === 'build' ? 0 : new Promise(() => {})
}
