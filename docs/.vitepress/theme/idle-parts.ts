import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'

// What VitePress draws around the text of a page, but for what knows the headings of the text: those are read
// when it is mounted, and what is hydrated later would not be what the server drew.
const PARTS = /\/(?:VPNav|VPSidebar|VPDocFooter)\.vue$/
const PREFIX = '\0idle:'
// Not `.vue`: what is written below is not a component's file.
const SUFFIX = '.js'

const WHEN_IDLE = fileURLToPath(new URL('./when-idle.ts', import.meta.url)).replaceAll('\\', '/')

/** Whether an import is of one of the parts that wait. */
export function isIdlePart(source: string): boolean {
  return PARTS.test(source)
}

/** Has the parts of VitePress's own theme hydrated one by one, as ours are (`whenIdle`). */
export function idleParts(): Plugin {
  return {
    name: 'cuaderno:idle-parts',
    enforce: 'pre',
    async resolveId(source, importer) {
      if (!isIdlePart(source) || importer?.startsWith(PREFIX)) return undefined
      const part = await this.resolve(source, importer, { skipSelf: true })
      return part && PREFIX + part.id + SUFFIX
    },
    load(id) {
      if (!id.startsWith(PREFIX)) return undefined
      const part = id.slice(PREFIX.length, -SUFFIX.length)
      return [
        `import part from ${JSON.stringify(part)}`,
        `import { whenIdle } from ${JSON.stringify(WHEN_IDLE)}`,
        'export default whenIdle(part)',
      ].join('\n')
    },
  }
}
