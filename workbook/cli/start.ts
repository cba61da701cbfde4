import { createServer } from 'vitepress'
import { SITE } from '../site/site.ts'
import { lesson } from './lesson.ts'
import { nextLesson } from './lesson-choice.ts'
import { TEXTS } from './texts.ts'

/** `npm start`: serves the site and opens the session of the next unfinished lesson. */
export async function start(): Promise<number> {
  const name = await nextLesson()
  // First the session: the site takes seconds to load, and the lesson can be read in the terminal.
  const session = lesson([name])
  await serveSite()
  return session
}

async function serveSite(): Promise<void> {
  const server = await createServer(SITE)
  await server.listen()
  const [url = ''] = server.resolvedUrls?.local ?? []
  console.log(TEXTS.site(url))
}
