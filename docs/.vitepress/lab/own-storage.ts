/** What this browser keeps for the site. It may refuse even to be asked for it. */
export function ownStorage(): Storage | undefined {
  try {
    return localStorage
  } catch {
    return undefined
  }
}
