/**
 * Makes a job that is never done twice at once: asked for while it is on its way, it is done once more
 * afterwards, however often it was asked for. The job must not throw.
 */
export function oneAtATime(job: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined
  let again = false
  return () => {
    again = true
    running ??= (async () => {
      while (again) {
        again = false
        await job()
      }
      running = undefined
    })()
    return running
  }
}
