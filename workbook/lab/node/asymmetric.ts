// What signs with ES256. In the Worker it is a script of its own, `worker/asymmetric.ts` in the place of this.
import * as ec from './ec.ts'

/** The keys of P-256, which most lessons never ask for. */
export function asymmetric(): typeof ec {
  return ec
}
