import type { HeadConfig, TransformContext } from 'vitepress'
import { SITE_URL } from './address.ts'

/** What other sites show of a page when somebody shares it (ogp.me), with its one address. */
export function pageHead({ page, title, description }: TransformContext): HeadConfig[] {
  const shared: Record<string, string> = {
    'og:type': 'article',
    'og:locale': 'es',
    'og:title': title,
    'og:description': description,
  }
  if (!SITE_URL) return metaTags(shared)
  const url = new URL(page.replace(/(?:index)?\.md$/, ''), withSlash(SITE_URL)).href
  const image = new URL('compartir.png', withSlash(SITE_URL)).href
  return [
    ['link', { rel: 'canonical', href: url }],
    ...metaTags({ ...shared, 'og:url': url, 'og:image': image, 'twitter:card': 'summary_large_image' }),
  ]
}

function metaTags(values: Record<string, string>): HeadConfig[] {
  return Object.entries(values).map(([property, content]) => ['meta', { property, content }])
}

function withSlash({ href }: URL): string {
  return href.replace(/\/*$/, '/')
}
