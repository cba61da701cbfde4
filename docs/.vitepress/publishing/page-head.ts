import type { HeadConfig, TransformContext } from 'vitepress'
import { SITE_URL } from './address.ts'

/** What other sites show of a page when somebody shares it (ogp.me), with its one address. */
export function pageHead({ page, title, description, assets }: TransformContext): HeadConfig[] {
  const shared: Record<string, string> = {
    'og:type': 'article',
    'og:locale': 'es',
    'og:title': title,
    'og:description': description,
  }
  const head = [...fontLinks(assets), ...metaTags(shared)]
  if (!SITE_URL) return head
  const url = new URL(page.replace(/(?:index)?\.md$/, ''), withSlash(SITE_URL)).href
  const image = new URL('compartir.png', withSlash(SITE_URL)).href
  return [
    ['link', { rel: 'canonical', href: url }],
    ...head,
    ...metaTags({ 'og:url': url, 'og:image': image, 'twitter:card': 'summary_large_image' }),
  ]
}

// Asked for with the style sheet, and not after it.
function fontLinks(assets: readonly string[]): HeadConfig[] {
  return assets
    .filter((asset) => asset.endsWith('.woff2'))
    .map((href) => ['link', { rel: 'preload', href, as: 'font', type: 'font/woff2', crossorigin: '' }])
}

function metaTags(values: Record<string, string>): HeadConfig[] {
  return Object.entries(values).map(([property, content]) => ['meta', { property, content }])
}

function withSlash({ href }: URL): string {
  return href.replace(/\/*$/, '/')
}
