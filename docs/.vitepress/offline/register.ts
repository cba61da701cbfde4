import { withBase } from 'vitepress'

const PATIENCE_MS = 3000

/** Keeps the site for the next visit, also without a network. Nothing while the site is being written. */
export function keepForOffline(): void {
  if (import.meta.env.DEV || !('serviceWorker' in navigator)) return
  // It brings the whole site: what the reader touches in the first seconds comes before.
  addEventListener('load', () => setTimeout(register, PATIENCE_MS))
}

function register(): void {
  void navigator.serviceWorker.register(withBase('/service-worker.js'))
}
