import { describeParity } from './judge-alike.ts'

await describeParity('extension')
