import { withBase } from 'vitepress'

/** Keeps the site for the next visit, also without a network. Nothing while the site is being written. */
export function keepForOffline(): void {
  if (import.meta.env.DEV || !('serviceWorker' in navigator)) return
  // After the page is there: its own files come first.
  addEventListener('load', () => void navigator.serviceWorker.register(withBase('/service-worker.js')))
}
