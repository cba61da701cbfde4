// `setImmediate` before anybody can put fake timers in its place. On a MessageChannel: a task of its own,
// without the 4 ms that browsers add to nested `setTimeout`. In Node, where the tests of the shims run,
// Node's own.

type Job = () => void

/** Runs a function once what is under way has ended. */
export const later: (job: Job) => void = globalThis.setImmediate ?? channelQueue()

function channelQueue(): (job: Job) => void {
  const queue: Job[] = []
  const { port1, port2 } = new MessageChannel()
  port1.onmessage = () => queue.shift()?.()
  return (job) => {
    queue.push(job)
    port2.postMessage(undefined)
  }
}
