import { join } from 'node:path'
import { build, createServer, serve } from 'vitepress'
import { ROOT } from '../curriculum/paths.ts'

const SITE = join(ROOT, 'docs')

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
