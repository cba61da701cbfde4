/** A question of a quiz. Its texts are HTML, written from the manifest when the site is built. */
export interface Question {
  statement: string
  options: Option[]
}

export interface Option {
  text: string
  right: boolean
  /** Why it is right, or why it is not. */
  why: string
}
