/**
 * The claims of a token for another account than its own: whoever believes them without the signature takes one
 * for the other.
 */
export function alterClaims(claims: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return { ...claims, sub: String(claims.sub) === '2' ? '1' : '2' }
}
