// The page of the parity suite: the laboratory, and nothing to see.
import { openLaboratory } from '../../lab/page/open.ts'

Object.assign(globalThis, { laboratory: openLaboratory() })
