import { readFileSync } from 'node:fs'
import { ROOT } from '../../curriculum/paths.ts'
import type { Frozen } from './freeze.ts'
import { TEXTS } from './texts.ts'

const STYLE = `${ROOT}workbook/proof/book/book.css`
const COVER_DRAWING = `${ROOT}docs/public/favicon.svg`

interface Cover {
  title: string
  description: string
  version: string
}

interface Book {
  cover: Cover
  chapters: readonly Frozen[]
  /** The style sheet of the site. */
  styleSheet: string
  /** The page that each chapter and section begins on, once it is known. */
  pageOf?: ReadonlyMap<string, number>
}

/** The whole book as one page: its cover, its table of contents and its chapters. */
export function assemble({ cover, chapters, styleSheet, pageOf = new Map() }: Book): string {
  return [
    `<!DOCTYPE html><html lang="es"><head><meta charset="utf-8"><title>${cover.title}</title>`,
    `<link rel="stylesheet" href="${styleSheet}"><style>${readFileSync(STYLE, 'utf8')}</style></head>`,
    '<body><div class="Layout libro">',
    coverPage(cover),
    contents(chapters, pageOf),
    ...chapters.map(({ html }) => `<article class="vp-doc capitulo">${html}</article>`),
    '</div></body></html>',
  ].join('\n')
}

function coverPage({ title, description, version }: Cover): string {
  return [
    `<header class="portada">${readFileSync(COVER_DRAWING, 'utf8')}`,
    `<p class="titulo">${title}</p><p>${description}</p><p class="version">${TEXTS.version(version)}</p></header>`,
  ].join('')
}

function contents(chapters: readonly Frozen[], pageOf: ReadonlyMap<string, number>): string {
  const line = ({ id, title }: { id: string; title: string }) =>
    `<a href="#${id}"><span>${title}</span> <span class="pagina">${pageOf.get(id) ?? '000'}</span></a>`
  const rows = chapters.flatMap((chapter, index) => [
    ...(chapter.part === chapters[index - 1]?.part ? [] : [`<p class="parte">${chapter.part}</p>`]),
    `<p class="capitulo-indice">${line(chapter)}</p>`,
    `<ul>${chapter.sections.map((section) => `<li>${line(section)}</li>`).join('')}</ul>`,
  ])
  return `<nav class="indice"><h1 id="indice">${TEXTS.contents}</h1>${rows.join('\n')}</nav>`
}
