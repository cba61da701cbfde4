import { randomUUID } from 'node:crypto'
import type { ListaDeRevocados } from '#solucion/05-revocar-tokens/revocacion.ts'

const HOUR = 3600

/** Revokes that many tokens, each of which expires in an hour. */
export function fill(list: ListaDeRevocados, count: number): void {
  for (let index = 0; index < count; index += 1) list.revocar(freshClaims())
}

/** The claims of a token that nobody has revoked yet. */
export function freshClaims(): { sub: string; jti: string; exp: number } {
  // Read from a text, as in a token: what `randomUUID` gives is held in some twenty pieces, a kilobyte each time.
  return JSON.parse(
    JSON.stringify({ sub: '1', jti: randomUUID(), exp: Math.floor(Date.now() / 1000) + HOUR }),
  )
}
