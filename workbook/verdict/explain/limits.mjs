/** What the process of a lesson's tests may take, in megabytes; the largest needs a third. */
export const MEMORY_MB = 600
