import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { createMarkdownRenderer, type DefaultTheme, type MarkdownRenderer, type SiteConfig } from 'vitepress'
import type { Lesson } from '../../../workbook/curriculum/lesson.ts'
import { loadLessons } from '../../../workbook/curriculum/lessons.ts'
import { BLOCKS, expandPage } from '../markdown/blocks.ts'
import { drawDiagram } from '../markdown/diagram.ts'
import { withMeasures } from '../measures/blocks.ts'
import { BASE, SITE_URL } from './address.ts'
import { withSnippets } from './snippets.ts'
import { TUTOR } from './texts.ts'

const FRONT_MATTER = /^---\n([\s\S]*?)\n---\n/
const BLOCK = /^\[\[(\w+)\]\]$/gm
// A lesson's solution is read once one has tried: by who opens it in the page, and by no tutor.
const SOLUTION = /^ *<<< @\/\.\.\/solutions\/.*$/gm
const SPOILERS: Record<string, string> = { museo: TUTOR.museum, cuestionario: TUTOR.quiz }
const CODE = /(^ *```[^\n]*\n[\s\S]*?^ *```$|`[^`\n]+`)/m
const DRAWING = /^```diagrama\n([\w-]+)\n```$/gm

interface Written {
  path: string
  title: string
  description: string
  text: string
}

/** Writes each page as Markdown beside its HTML, and `llms.txt`, which tells an assistant what there is. */
export async function buildMarkdownPages({ srcDir, outDir, pages, site }: SiteConfig): Promise<void> {
  const md = await createMarkdownRenderer(srcDir)
  const lessons = new Map((await loadLessons()).map((lesson) => [`lecciones/${lesson.slug}.md`, lesson]))
  const written = await Promise.all(
    pages.map(async (path) => {
      const source = (await readFile(join(srcDir, path), 'utf8')).replaceAll('\r\n', '\n')
      return { path, ...markdownOf(source, md, lessons.get(path)) }
    }),
  )
  for (const { path, text } of written) {
    await mkdir(dirname(join(outDir, path)), { recursive: true })
    await writeFile(join(outDir, path), text)
  }
  await writeFile(join(outDir, 'llms.txt'), indexOf(site.title, site.description, site.themeConfig, written))
}

/** A page with everything that it asks for in its place, and without what only a browser understands. */
export function markdownOf(source: string, md: MarkdownRenderer, lesson?: Lesson): Omit<Written, 'path'> {
  const front = FRONT_MATTER.exec(source)?.[1] ?? ''
  const body = source.replace(FRONT_MATTER, '').replace(/<(script|style)\b[\s\S]*?<\/\1>/g, '')
  const blocks = lesson
    ? body.replace(SOLUTION, TUTOR.solution).replace(BLOCK, (_all, name: string) => blockOf(name, lesson, md))
    : expandPage(body)
  const text = withSnippets(withMeasures(blocks))
    .replace(DRAWING, (_all, name: string) => `*${drawingText(name)}*`)
    .split(CODE)
    .map((part, index) => (index % 2 ? part : plain(part)))
    .join('')
  return {
    title: keyOf(front, 'title'),
    description: keyOf(front, 'description'),
    text: `${text.replace(/\n{3,}/g, '\n\n').trim()}\n`,
  }
}

function blockOf(name: string, lesson: Lesson, md: MarkdownRenderer): string {
  const write = BLOCKS[name]
  if (!write) throw new Error(`${lesson.slug}: no existe el bloque [[${name}]]`)
  return SPOILERS[name] ?? write(lesson, md)
}

/** Prose without tags, containers or names of headings, and whose links lead to other pages as Markdown. */
function plain(prose: string): string {
  return prose
    .replace(/<Widget [^>]*>/g, TUTOR.widget)
    .replace(/<br>/g, '  \n')
    .replace(/<\/?[A-Za-z][^>]*>/g, '')
    .replace(/^ *:::+ *(?:\w+ +(.+)|\w*) *$/gm, (_all, title?: string) => (title ? `**${title}**\n` : ''))
    .replace(/ *\{#[\w-]+\}/g, '')
    .replace(/\]\(\/([^)#\s]*)/g, (_all, path: string) => `](${BASE}${path || 'index'}.md`)
}

function drawingText(name: string): string {
  return /aria-label="([^"]+)"/.exec(drawDiagram(name))?.[1]?.replaceAll('&#34;', '"') ?? ''
}

function keyOf(front: string, key: string): string {
  return new RegExp(`^${key}: (.*)$`, 'm').exec(front)?.[1] ?? ''
}

function indexOf(
  title: string,
  description: string,
  { sidebar }: DefaultTheme.Config,
  written: readonly Written[],
): string {
  const pages = new Map(written.map((page) => [`/${page.path.replace(/\.md$/, '')}`, page]))
  const groups = (sidebar as DefaultTheme.SidebarItem[]).map(({ text = '', items = [] }) => [
    `## ${text}\n`,
    ...items.map(({ text: name, link = '' }) => {
      const address = SITE_URL
        ? new URL(`${BASE}${link.slice(1)}.md`, SITE_URL).href
        : `${BASE}${link.slice(1)}.md`
      return `- [${name}](${address}): ${pages.get(link)?.description ?? ''}`
    }),
  ])
  const parts = [
    `# ${title}\n`,
    `> ${description}\n`,
    `${TUTOR.rule}\n`,
    ...groups.map((group) => `${group.join('\n')}\n`),
  ]
  return parts.join('\n')
}
