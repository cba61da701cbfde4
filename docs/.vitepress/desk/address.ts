/** In the address of a page that is to be opened with its bench. */
export const PARAMETER = 'resolver'
/** The pages that have one, by their path. */
export const WITH_BENCH = /\/(?:lecciones\/|resumen|ampliacion)/

/** Whether the part of an address from its `?` on asks for the bench. */
export function isAsked(search: string): boolean {
  return new URLSearchParams(search).has(PARAMETER)
}

/** The same address, which asks for the bench or does not. */
export function addressOf(href: string, open: boolean): string {
  const url = new URL(href)
  const others = url.search
    .slice(1)
    .split('&')
    .filter((pair) => pair && !isAsked(pair))
  // Not through `searchParams`, which would write `resolver=`.
  url.search = [...others, ...(open ? [PARAMETER] : [])].join('&')
  return url.href
}
