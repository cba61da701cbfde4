import { diskTrouble } from '../learner/disk-trouble.ts'
import { TEXTS } from './texts.ts'

/** Writes down what a run found or, if that cannot be, gives the sentence that says why. */
export function keep(remember: () => void): string | undefined {
  try {
    remember()
    return undefined
  } catch (error) {
    const trouble = diskTrouble(error)
    if (trouble) return TEXTS.notKept(trouble)
    throw error
  }
}
