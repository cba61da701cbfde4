import type { Session } from '../session.ts'
import { ACTIONS, QUIT } from './table.ts'

/** `?`: what each key does. */
export function help(session: Session): void {
  session.show([...ACTIONS, QUIT].map(({ key, name, what }) => `  ${key}  ${name.padEnd(10)} ${what}`))
}
