import type { Plugin } from 'vite'
import { collectLessons } from './lesson-data.ts'
import { collectProject } from './project-data.ts'
import { bundleWorker } from './worker-bundle.ts'

const LESSONS = 'virtual:cuaderno/lecciones'
const PROJECT = 'virtual:cuaderno/proyecto'
const WORKER = 'virtual:cuaderno/worker'
const DEV_PATH = '/@cuaderno/worker.js'

/**
 * Vite plugin that gives the laboratory of the page its parts: the texts of the lessons, what a project of the
 * learner's own is made from, and the address of the Worker's script, which is bundled apart, for Node's
 * modules are others there.
 */
export function laboratory(): Plugin {
  let worker: Promise<string> | undefined
  let serves = false
  return {
    name: 'cuaderno:laboratory',
    configResolved({ command }) {
      serves = command === 'serve'
    },
    configureServer({ middlewares }) {
      middlewares.use(DEV_PATH, async (_request, response) => {
        worker ??= bundleWorker()
        response.setHeader('Content-Type', 'text/javascript')
        response.end(await worker)
      })
    },
    resolveId(id) {
      return [LESSONS, PROJECT, WORKER].includes(id) ? `\0${id}` : undefined
    },
    async load(id, { ssr } = {}) {
      if (id === `\0${LESSONS}`) return `export default ${JSON.stringify(await collectLessons())}`
      if (id === `\0${PROJECT}`) return `export default ${JSON.stringify(await collectProject())}`
      if (id !== `\0${WORKER}`) return undefined
      // VitePress renders the pages to HTML in Node: nothing of the laboratory runs there.
      if (serves || ssr) return `export default ${JSON.stringify(DEV_PATH)}`
      const source = await bundleWorker()
      const file = this.emitFile({ type: 'asset', name: 'laboratorio.js', source })
      return `export default import.meta.ROLLUP_FILE_URL_${file}`
    },
  }
}
