// Few lessons sign with ES256: what it takes is a script of its own, fetched when somebody asks for it.
import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import type * as ec from '../node/ec.ts'
import { slowly } from '../node/slow.ts'

/** What that script takes from here, and how it gives itself. */
export interface Handover {
  hmac: { hmac: typeof hmac }
  sha2: { sha256: typeof sha256 }
  take: (loaded: typeof ec) => void
}

interface WorkerScope {
  importScripts(url: string): void
  cuadernoClaves?: Handover
}

/** Where it is, seen from this script: the build knows. */
declare const ASYMMETRIC_SCRIPT: string

const scope = globalThis as unknown as WorkerScope
// The learner's code could put others in their place.
const { importScripts, location } = scope as WorkerScope & { location: Location }

let loaded: typeof ec | undefined

/** The keys of P-256. The first time it waits for their script, as Node's functions return at once. */
export function asymmetric(): typeof ec {
  loaded ??= fetchScript()
  return loaded
}

function fetchScript(): typeof ec {
  let taken: typeof ec | undefined
  scope.cuadernoClaves = { hmac: { hmac }, sha2: { sha256 }, take: (found) => (taken = found) }
  // A slow network is no endless loop of the learner's.
  slowly(() => importScripts.call(globalThis, new URL(ASYMMETRIC_SCRIPT, location.href).href))
  delete scope.cuadernoClaves
  if (!taken) throw new Error(`${ASYMMETRIC_SCRIPT} gave nothing`)
  return taken
}
