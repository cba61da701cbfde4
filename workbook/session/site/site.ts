import { join } from 'node:path'
import { ROOT } from '../../curriculum/paths.ts'

/** The folder of the VitePress site. */
export const SITE = join(ROOT, 'docs')
