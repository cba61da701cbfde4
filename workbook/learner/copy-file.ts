import { join } from 'node:path'

/** Why a copy was made. */
export type CopyReason = 'reinicio' | 'superada' | 'restaurada' | 'actualizada'

/** A text of the learner that was kept. */
export interface Copy {
  /** Short enough to be typed. */
  id: string
  /** Name of the lesson's folder. */
  lesson: string
  reason: CopyReason
  at: Date
  /** Absolute path. */
  path: string
}

const NAME =
  /^(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)-(\d{3})Z-(reinicio|superada|restaurada|actualizada)\.ts$/

/** The copy that a lesson keeps under `folder` at that instant. Its name has no «:»: Windows forbids it. */
export function copyAt(folder: string, lesson: string, at: Date, reason: CopyReason): Copy {
  const name = `${at.toISOString().replace(/[:.]/g, '-')}-${reason}.ts`
  const id = `${Number.parseInt(lesson, 10)}-${at.getTime().toString(36)}`
  return { id, lesson, reason, at, path: join(folder, lesson, name) }
}

/** The copy that a file is; nothing if it is something else that somebody left there. */
export function copyNamed(folder: string, lesson: string, name: string): Copy | undefined {
  const [, day, hours, minutes, seconds, milliseconds, reason] = NAME.exec(name) ?? []
  const at = new Date(`${day}T${hours}:${minutes}:${seconds}.${milliseconds}Z`)
  return Number.isNaN(at.getTime()) ? undefined : copyAt(folder, lesson, at, reason as CopyReason)
}
