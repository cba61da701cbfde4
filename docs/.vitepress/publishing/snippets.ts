import { readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { ROOT } from '../../../workbook/curriculum/paths.ts'

const IMPORT = /^( *)<<< @\/([^\s#{[]+)(?:#([\w-]+))?(?:\{[^}]*\})?(?: \[([^\]]+)\])?$/gm
// As VitePress has them in TypeScript and in Python.
const MARK = /^[ \t]*(?:\/\/ ?#|# ?)(?:end)?region .*\n?/gm

/** Puts the code that a page imports (`<<< @/file#region`) in its place, as a fence under its name. */
export function withSnippets(source: string): string {
  return source.replace(IMPORT, (_line, indent: string, path: string, region?: string, label?: string) => {
    const code = dedent(regionOf(readFileSync(join(ROOT, 'docs', path), 'utf8'), region))
    const fence = [label && `\`${label}\`:\n`, `\`\`\`${extname(path).slice(1)}`, code, '```']
    return fence.filter(Boolean).join('\n').replace(/^/gm, indent)
  })
}

function regionOf(text: string, name?: string): string {
  if (!name) return text.replace(MARK, '').trimEnd()
  const region = new RegExp(`^[^\\n]*# ?region ${name}\\n([\\s\\S]*?)^[^\\n]*# ?endregion ${name}$`, 'm')
  const found = region.exec(text.replaceAll('\r\n', '\n'))?.[1]
  if (found === undefined) throw new Error(`No hay una región ${name}`)
  return found.replace(MARK, '').trimEnd()
}

function dedent(code: string): string {
  const indents = code
    .split('\n')
    .filter(Boolean)
    .map((line) => line.search(/\S|$/))
  return code.replaceAll(new RegExp(`^ {${Math.min(...indents)}}`, 'gm'), '')
}
