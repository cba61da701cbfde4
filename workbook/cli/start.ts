import { chooseLesson, nextLesson } from '../session/choice.ts'
import { Session } from '../session/session.ts'
import { serveSite } from '../site/serve.ts'

/** `npm start`: serves the site and opens the session of the next unfinished lesson. */
export async function start(): Promise<number> {
  const session = new Session(await chooseLesson(await nextLesson()), process.stdin, process.stdout)
  const ended = session.run()
  // After the session: the site takes seconds to load, and the lesson can be read in the terminal.
  const site = await serveSite()
  session.useSite(site.url)
  const code = await ended
  await site.close()
  return code
}
