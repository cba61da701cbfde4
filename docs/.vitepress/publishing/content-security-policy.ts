import { createHash } from 'node:crypto'

const INLINE_SCRIPT = /<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g

/**
 * Adds to a built page the strictest policy that it works with: nothing of another host, and of the inline
 * scripts only those that it was built with. Colours of code are inline styles. Where the host can send
 * headers, `frame-ancestors 'none'` belongs there: in a page it is ignored (CSP Level 3 §3.3).
 */
export function addContentSecurityPolicy(html: string): string {
  const hashes = [...html.matchAll(INLINE_SCRIPT)].map(([, code = '']) => `'sha256-${hashOf(code)}'`)
  const policy = [
    "default-src 'self'",
    ["script-src 'self'", ...new Set(hashes)].join(' '),
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    // The laboratory learns the line of a syntax error from a Worker made of the reader's own text.
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
  const tag = `<meta http-equiv="Content-Security-Policy" content="${policy}">`
  return html.replace(/<meta charset="[^"]*">/i, (charset) => `${charset}\n    ${tag}`)
}

function hashOf(code: string): string {
  return createHash('sha256').update(code).digest('base64')
}
