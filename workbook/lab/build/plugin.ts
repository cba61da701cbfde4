import type { Plugin } from 'vite'
import { collectLessons } from './lesson-data.ts'
import { collectProject } from './project-data.ts'
import { bundleWorker, type WorkerScripts } from './worker-bundle.ts'

const LESSONS = 'virtual:cuaderno/lecciones'
const PROJECT = 'virtual:cuaderno/proyecto'
const WORKER = 'virtual:cuaderno/worker'
const DEV_FOLDER = '/@cuaderno/'
const DEV_PATH = `${DEV_FOLDER}worker.js`

/**
 * Vite plugin that gives the laboratory of the page its parts: the texts of the lessons, what a project of the
 * learner's own is made from, and the address of the Worker's script, which is bundled apart, for Node's
 * modules are others there.
 */
export function laboratory(): Plugin {
  let scripts: Promise<WorkerScripts> | undefined
  let serves = false
  let assets = ''
  return {
    name: 'cuaderno:laboratory',
    configResolved({ command, build }) {
      serves = command === 'serve'
      assets = build.assetsDir
    },
    configureServer({ middlewares }) {
      middlewares.use(DEV_FOLDER, async ({ url }, response) => {
        scripts ??= bundleWorker()
        const { worker, fetched } = await scripts
        response.setHeader('Content-Type', 'text/javascript')
        response.end(fetched.find(({ name }) => url === `/${name}`)?.source ?? worker)
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
      const { worker, fetched } = await bundleWorker()
      for (const { name, source } of fetched)
        this.emitFile({ type: 'asset', fileName: `${assets}/${name}`, source })
      const file = this.emitFile({ type: 'asset', name: 'laboratorio.js', source: worker })
      return `export default import.meta.ROLLUP_FILE_URL_${file}`
    },
  }
}
