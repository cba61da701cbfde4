const PATIENCE_MS = 1000

/**
 * The line, counted from 1, where the engine stops reading a program. A `SyntaxError` does not tell it,
 * but a Worker that cannot start does: this one is made of the program and never gets to run it.
 */
export function lineOfSyntaxError(program: string): Promise<number | undefined> {
  const url = URL.createObjectURL(new Blob([program], { type: 'text/javascript' }))
  const worker = new Worker(url)
  return new Promise<number | undefined>((resolve) => {
    worker.onerror = (event) => {
      event.preventDefault()
      resolve(event.lineno || undefined)
    }
    setTimeout(resolve, PATIENCE_MS)
  }).finally(() => {
    worker.terminate()
    URL.revokeObjectURL(url)
  })
}
