import { chooseLesson, nextLesson } from '../session/choice.ts'
import { Session } from '../session/session.ts'

/** `npm start`: serves the site and opens the session of the next unfinished lesson. */
export async function start(): Promise<number> {
  const session = new Session(await chooseLesson(await nextLesson()), process.stdin, process.stdout)
  const ended = session.run()
  await session.serveSite()
  return ended
}
