import type { LiveStatus } from '../../../workbook/verdict/result-view.ts'

/**
 * Tells every status of the session, or `undefined` while there is none. Returns how to stop. Only a page that
 * is seen holds a connection: a browser gives a site six over HTTP/1.1, fewer than there are lessons.
 */
export function followSession(address: string, tell: (status: LiveStatus | undefined) => void): () => void {
  let source: EventSource | undefined
  const close = () => {
    source?.close()
    source = undefined
  }
  const open = () => {
    close()
    if (document.hidden) return
    source = new EventSource(address)
    source.onmessage = ({ data }) => tell(JSON.parse(data))
    // The browser tries again by itself.
    source.onerror = () => tell(undefined)
  }
  document.addEventListener('visibilitychange', open)
  open()
  return () => {
    document.removeEventListener('visibilitychange', open)
    close()
  }
}
