/** Where a question comes from: the quiz of its lesson, a wrong answer of its museum, or a request to the app. */
export type Kind = 'quiz' | 'mistake' | 'answer'

/** A question of the review. Its texts are Markdown of one line. */
export interface Card {
  /** Its lesson, its kind and a fingerprint of what it asks: one that changes is another card. */
  id: string
  /** Number and folder of the lesson that it is from. */
  lesson: number
  slug: string
  kind: Kind
  asks: string
  /** The lines of a diff, each behind its sign; none if there is no code to look at. */
  code: readonly string[]
  options: readonly Option[]
}

export interface Option {
  text: string
  right: boolean
  /** Why it is right, or why it is not. */
  why: string
}

/** The folder of the lesson that a card is from, by its id; nothing if it is the id of no card. */
export function slugOf(id: string): string | undefined {
  return /^(\d\d-[a-z0-9-]+)\/(?:quiz|mistake|answer)\/[a-z0-9]+$/.exec(id)?.[1]
}
