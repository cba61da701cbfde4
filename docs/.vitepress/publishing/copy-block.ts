import type { MarkdownRenderer } from 'vitepress'
import type { Repository } from './repository.ts'

const BLOCK = /^((?:\d+\. )?)\[\[copia\]\]$/gm

/** A markdown-it plugin that replaces `[[copia]]`, alone or as a step of a list, in any page. */
export function copyBlock(repository: Repository | undefined): (md: MarkdownRenderer) => void {
  const text = copyText(repository)
  return (md) => {
    md.core.ruler.before('normalize', 'copy-block', (state) => {
      state.src = state.src.replace(BLOCK, (_block, step: string) => {
        return step + text.replaceAll('\n', `\n${' '.repeat(step.length)}`)
      })
    })
  }
}

/** How to get a copy of the project, in Markdown: with its address if the build knows it, and without. */
export function copyText(repository: Repository | undefined): string {
  return (repository ? fromRepository(repository) : WITHOUT_ADDRESS).join('\n')
}

function fromRepository({ web, clone, zip }: Repository): string[] {
  return [
    `Consigue una copia de [su repositorio](${web}):`,
    '',
    ...command(clone),
    '',
    zip
      ? `Sin Git, [descarga el archivo ZIP](${zip}) y descomprímelo. Funciona igual.`
      : 'Sin Git, busca en el repositorio cómo descargarlo en un archivo. Funciona igual.',
  ]
}

const WITHOUT_ADDRESS = [
  'Consigue una copia. Si estas páginas salen de tu propia máquina, ya la tienes: es la carpeta desde la que las abriste.',
  'Si no, pide la dirección del repositorio a quien publicó este sitio y escríbela en lugar de `DIRECCION`:',
  '',
  ...command('DIRECCION'),
]

function command(address: string): string[] {
  return ['```sh', `git clone ${address} cuaderno-jwt`, '```']
}
