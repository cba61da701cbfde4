import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { addContentSecurityPolicy } from './content-security-policy.ts'

const page = (scripts: string) => `<html><head><meta charset="utf-8">${scripts}</head></html>`
const hash = (code: string) => `'sha256-${createHash('sha256').update(code).digest('base64')}'`

describe('addContentSecurityPolicy', () => {
  test('comes before anything that it is about', () => {
    expect(addContentSecurityPolicy(page('<script>1</script>'))).toMatch(
      /<meta charset="utf-8">\s*<meta http-equiv="Content-Security-Policy" content="[^"]+"><script>/,
    )
  })

  test('allows the inline scripts of the page, each by its hash', () => {
    const html = addContentSecurityPolicy(
      page('<script id="a">\nf()\n</script><script type="module">g()</script>'),
    )
    expect(html).toContain(`script-src 'self' ${hash('\nf()\n')} ${hash('g()')};`)
  })

  test('needs no hash for a script of the site', () => {
    expect(addContentSecurityPolicy(page('<script type="module" src="/a.js"></script>'))).toContain(
      "script-src 'self';",
    )
  })

  test('allows no other host, plugin, base or form', () => {
    const html = addContentSecurityPolicy(page(''))
    for (const rule of ["default-src 'self'", "object-src 'none'", "base-uri 'none'", "form-action 'none'"])
      expect(html).toContain(rule)
    expect(html).not.toMatch(/unsafe-eval|https?:|\*/)
  })
})
