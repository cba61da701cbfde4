/** What this browser keeps for the site, or for this tab of it. It may refuse even to be asked for it. */
export function ownStorage(lasts: 'always' | 'in this tab' = 'always'): Storage | undefined {
  try {
    return lasts === 'always' ? localStorage : sessionStorage
  } catch {
    return undefined
  }
}
