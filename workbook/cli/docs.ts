import { build, createServer, serve } from 'vitepress'
import { SITE } from '../site/site.ts'

/** `npm run docs:dev`, `docs:build` and `docs:preview`. */
export async function docs([action = 'dev']: string[]): Promise<number> {
  if (action === 'build') await build(SITE)
  else if (action === 'preview') await serve({ root: SITE })
  else {
    const server = await createServer(SITE)
    await server.listen()
    server.printUrls()
  }
  return action === 'build' ? 0 : new Promise(() => {})
}
