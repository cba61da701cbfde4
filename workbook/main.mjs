// Plain JavaScript, so that any Node can read it: it checks the version, makes TypeScript loadable
// (in this same process: a second one would double the start) and hands over.
import { register } from 'tsx/esm/api'

if (!process.features.typescript) register()
const { main } = await import('./cli/main.ts')
process.exitCode = await main(process.argv.slice(2))
