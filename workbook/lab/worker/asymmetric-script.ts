// The script of the keys of P-256: it gives itself to the Worker that asked for it.
import * as ec from '../node/ec.ts'
import type { Handover } from './asymmetric.ts'

const { cuadernoClaves } = globalThis as { cuadernoClaves?: Handover }
cuadernoClaves?.take(ec)
