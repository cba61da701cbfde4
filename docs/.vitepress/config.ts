import { existsSync } from 'node:fs'
import { defineConfig } from 'vitepress'
import { type Lesson, lessonsOf } from '../../workbook/curriculum/lesson.ts'
import { loadLessons } from '../../workbook/curriculum/lessons.ts'
import { ROOT } from '../../workbook/curriculum/paths.ts'
import { laboratory } from '../../workbook/lab/build/plugin.ts'
import { EARLY_SCRIPT as EARLY_DESK } from './desk/memory.ts'
import { CONTAINER_LABELS, COPY_CODE, THEME_TEXTS } from './locale.ts'
import { anchorLabels } from './markdown/anchor-labels.ts'
import { lessonBlocks } from './markdown/blocks.ts'
import { diagrams } from './markdown/diagram.ts'
import { diffWords } from './markdown/diff-words.ts'
import { fileNames } from './markdown/file-names.ts'
import { hangingIndent } from './markdown/hanging-indent.ts'
import { sequenceDiagrams } from './markdown/sequence.ts'
import { terminalCommands } from './markdown/terminal-commands.ts'
import { measures } from './measures/blocks.ts'
import { buildServiceWorker } from './offline/build-service-worker.ts'
import { EARLY_SCRIPT as EARLY_PROGRESS } from './progress/early.ts'
import { BASE, REPOSITORY, SITE_URL } from './publishing/address.ts'
import { addContentSecurityPolicy } from './publishing/content-security-policy.ts'
import { copyBlock } from './publishing/copy-block.ts'
import { addLastUpdated } from './publishing/last-updated.ts'
import { buildMarkdownPages } from './publishing/markdown-pages.ts'
import { addNotFound } from './publishing/not-found.ts'
import { pageHead } from './publishing/page-head.ts'
import { EARLY_ROUTE } from './routes/memory.ts'
import { search } from './search.ts'
import { idleParts } from './theme/idle-parts.ts'
import { rewrittenParts } from './theme/rewritten-parts.ts'

const lessons = await loadLessons()
const extension = lessonsOf('extension', lessons)
const blocks = await lessonBlocks()
const linkTo = ({ number, slug, manifest }: Lesson) => ({
  text: `${number}. ${manifest.titulo}`,
  link: `/lecciones/${slug}`,
})

export default defineConfig({
  lang: 'es',
  title: 'Cuaderno JWT',
  description: 'Aprende autenticación con JWT en el backend con Express, lección a lección y con pruebas',
  cleanUrls: true,
  base: BASE,
  sitemap: SITE_URL && { hostname: SITE_URL.href },
  // A download of the project has no history to read it from.
  lastUpdated: existsSync(`${ROOT}.git`),
  head: [
    ['link', { rel: 'icon', type: 'image/svg+xml', href: `${BASE}favicon.svg` }],
    ['meta', { name: 'theme-color', content: '#6b2fb3' }],
    ['script', {}, EARLY_DESK],
    ['script', {}, EARLY_PROGRESS],
    ['script', {}, EARLY_ROUTE],
  ],
  // Without it, two styles of the whole page are computed at the start, for no transition at all.
  appearance: { disableTransition: false },
  transformPageData: addLastUpdated,
  transformHead: pageHead,
  transformHtml: (html, _file, { page }) =>
    addContentSecurityPolicy(page === '404.md' ? addNotFound(html) : html),
  buildEnd: async (config) => {
    await buildMarkdownPages(config)
    await buildServiceWorker(config)
  },
  vite: {
    logLevel: 'warn',
    clearScreen: false,
    build: { cssMinify: 'esbuild' },
    plugins: [laboratory(), idleParts(), rewrittenParts()],
    resolve: {
      alias: [
        { find: /^.*\/VPHome\.vue$/, replacement: `${ROOT}docs/.vitepress/theme/Home.vue` },
        { find: /^.*\/NotFound\.vue$/, replacement: `${ROOT}docs/.vitepress/theme/Missing.vue` },
        {
          find: /^.*\/VPDocFooterLastUpdated\.vue$/,
          replacement: `${ROOT}docs/.vitepress/theme/LastUpdated.vue`,
        },
      ],
    },
  },
  themeConfig: {
    ...THEME_TEXTS,
    logo: { src: '/favicon.svg', alt: '', width: 28, height: 28 },
    search,
    editLink: REPOSITORY?.edit
      ? { pattern: REPOSITORY.edit, text: 'Propón un cambio en esta página' }
      : undefined,
    lastUpdated: { text: 'Última actualización' },
    nav: [
      { text: 'Lecciones', link: '/lecciones/01-generar-el-token', activeMatch: '^/lecciones/' },
      { text: 'En resumen', link: '/resumen' },
      { text: 'Inspector', link: '/inspector' },
      { text: 'Glosario', link: '/glosario' },
      ...(REPOSITORY ? [{ text: 'Repositorio', link: REPOSITORY.web }] : []),
    ],
    sidebar: [
      {
        text: 'Para empezar',
        items: [
          { text: 'Cómo usar el cuaderno', link: '/como-usar' },
          { text: 'Si vienes de Flask', link: '/desde-flask' },
          { text: 'Califica a tu grupo', link: '/califica' },
        ],
      },
      {
        text: 'Lecciones',
        items: lessonsOf('book', lessons).map(linkTo),
      },
      {
        text: 'Para terminar',
        items: [
          { text: 'En resumen', link: '/resumen' },
          { text: 'De la lección a producción', link: '/produccion' },
          { text: 'Hoja de referencia', link: '/referencia' },
          { text: 'Ataca tu API', link: '/ataca-tu-api' },
          { text: 'Repaso', link: '/repaso' },
        ],
      },
      {
        text: 'Ampliación',
        items: [...extension.map(linkTo), { text: 'Tu aplicación, con todo', link: '/ampliacion' }],
      },
      {
        text: 'Para consultar',
        items: [
          { text: 'Inspector de tokens', link: '/inspector' },
          { text: 'Preguntas frecuentes', link: '/preguntas-frecuentes' },
          { text: '¿Cuánto cuesta verificar un token?', link: '/cuanto-cuesta' },
          { text: 'Glosario', link: '/glosario' },
        ],
      },
    ],
  },
  markdown: {
    theme: { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' },
    container: CONTAINER_LABELS,
    codeCopyButton: COPY_CODE,
    codeTransformers: [diffWords, hangingIndent],
    config: (md) => {
      md.use(blocks)
        .use(measures)
        .use(copyBlock(REPOSITORY))
        .use(sequenceDiagrams)
        .use(diagrams)
        .use(fileNames)
        .use(terminalCommands)
        .use(anchorLabels)
    },
  },
})
