// The page of the parity suite: the laboratory, and nothing to see.
import { openLaboratory } from '../page/open.ts'

Object.assign(globalThis, { laboratory: openLaboratory() })
