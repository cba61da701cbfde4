import type { Claims } from './claims.ts'

/**
 * Lo que la guardia y `/logout` piden a cualquier lista de tokens revocados. La de la lección 5 responde en
 * el acto; una que ven varios procesos, en Redis o en una tabla, responde después.
 */
export interface Revocados {
  /** Revoca ese token hasta que expire. Se responde al cliente cuando ha terminado. */
  revocar(claims: Claims): void | Promise<void>
  /** Indica si el token con ese `jti` está revocado. */
  contiene(jti: string): boolean | Promise<boolean>
}
