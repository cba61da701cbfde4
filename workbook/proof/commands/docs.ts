import { createServer } from 'vitepress'
import { SITE } from '../../session/site/site.ts'
import { buildSite } from '../site/build.ts'
import { preview } from '../site/preview.ts'

/** `npm run docs:dev`, `docs:build [folder]` and `docs:preview [folder]`. Returns the exit code, if it ends. */
export async function docs([action = 'dev', folder]: string[]): Promise<number> {
  if (action === 'preview') return preview(folder)
  if (action === 'build') {
    await buildSite(folder)
    return 0
  }
  const server = await createServer(SITE)
  await server.listen()
  server.printUrls()
  return new Promise(() => {})
}
