import { statSync } from 'node:fs'

/** Something that is not the same after any change of the file, also if it is gone. */
export function stamp(file: string): string {
  try {
    const { ino, size, mtimeNs } = statSync(file, { bigint: true })
    return `${ino} ${size} ${mtimeNs}`
  } catch (error) {
    return `${(error as NodeJS.ErrnoException).code}`
  }
}
