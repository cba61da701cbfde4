import type { News, Order, Rehearsal } from '../protocol.ts'

/** A Worker that is starting, and the promise that it is ready for a run. */
export interface Spare {
  worker: Worker
  ready: Promise<void>
}

/** Starts a Worker, for a run that may already be known. `ready` rejects if its script cannot be loaded. */
export function bootWorker(url: string, work?: Rehearsal): Spare {
  const worker = new Worker(url)
  const order: Order = { type: 'prepare', work }
  worker.postMessage(order)
  const ready = new Promise<void>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<News>) => data.type === 'ready' && resolve()
    worker.onerror = (event) => {
      event.preventDefault()
      reject(new Error(event.message ?? 'The script of the laboratory could not be loaded'))
    }
  })
  // Whoever asks for a run hears of it.
  ready.catch(() => {})
  return { worker, ready }
}
