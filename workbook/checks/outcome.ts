/** One thing that was checked. Without `problem`, it holds. */
export interface Outcome {
  title: string
  problem?: string
}
