// The line to the page. The learner's code gets no hold of it.
import type { News, Order } from '../protocol.ts'

interface WorkerScope {
  postMessage?: (news: News) => void
  onmessage: (event: { data: Order }) => void
}

const scope = globalThis as unknown as WorkerScope
const post = scope.postMessage?.bind(globalThis)
scope.postMessage = undefined

/** Tells the page something. */
export function tellPage(news: News): void {
  post?.(news)
}

/** Calls back with what the page asks for. */
export function hearPage(onOrder: (order: Order) => void): void {
  scope.onmessage = ({ data }) => onOrder(data)
}
