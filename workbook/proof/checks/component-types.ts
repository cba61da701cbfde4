import { type Outcome, outcome } from './outcome.ts'
import { complaintOf } from './run-tool.ts'

/** Type-checks the site's components with their templates, which TypeScript alone cannot read. */
export async function checkComponentTypes(): Promise<Outcome[]> {
  const complaint = await complaintOf('vue-tsc/bin/vue-tsc.js', [
    '--noEmit',
    '--pretty',
    'false',
    '-p',
    'docs',
  ])
  return [outcome('componentes y plantillas del sitio', complaint)]
}
