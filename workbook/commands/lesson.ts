import { chooseLesson, nextLesson } from '../session/choice.ts'
import { Session } from '../session/session.ts'

/** `npm run lesson [n | final]`: a session of that lesson, or of the first unfinished one. */
export async function lesson([name]: string[]): Promise<number> {
  const choice = await chooseLesson(name ?? (await nextLesson()))
  return new Session(choice, process.stdin, process.stdout).run()
}
