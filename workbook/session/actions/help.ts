import type { Session } from '../session.ts'
import { TEXTS } from '../texts.ts'

/** `?`: what each key does. */
export function help(session: Session): void {
  session.show(TEXTS.help.map(([key, name, what]) => `  ${key}  ${name.padEnd(10)} ${what}`))
}
