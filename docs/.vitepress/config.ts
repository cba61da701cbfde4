import { defineConfig } from 'vitepress'
import { loadLessons } from '../../workbook/curriculum/lessons.ts'
import { CONTAINER_LABELS, COPY_CODE, THEME_TEXTS } from './locale.ts'
import { lessonBlocks } from './markdown/blocks.ts'
import { fileNames } from './markdown/file-names.ts'
import { sequenceDiagrams } from './markdown/sequence.ts'
import { search } from './search.ts'

const lessons = await loadLessons()
const blocks = await lessonBlocks()

export default defineConfig({
  lang: 'es',
  title: 'Cuaderno JWT',
  description: 'Aprende autenticación con JWT en el backend con Express, lección a lección y con pruebas',
  cleanUrls: true,
  head: [['link', { rel: 'icon', type: 'image/svg+xml', href: '/favicon.svg' }]],
  vite: { logLevel: 'warn', clearScreen: false },
  themeConfig: {
    ...THEME_TEXTS,
    search,
    nav: [
      { text: 'Lecciones', link: '/lecciones/01-generar-el-token', activeMatch: '^/lecciones/' },
      { text: 'En resumen', link: '/resumen' },
      { text: 'Glosario', link: '/glosario' },
    ],
    sidebar: [
      {
        text: 'Lecciones',
        items: lessons.map(({ number, slug, manifest }) => ({
          text: `${number}. ${manifest.titulo}`,
          link: `/lecciones/${slug}`,
        })),
      },
      {
        text: 'Para terminar',
        items: [
          { text: 'En resumen', link: '/resumen' },
          { text: 'Glosario', link: '/glosario' },
        ],
      },
    ],
  },
  markdown: {
    theme: { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' },
    container: CONTAINER_LABELS,
    codeCopyButton: COPY_CODE,
    config: (md) => {
      md.use(blocks).use(sequenceDiagrams).use(fileNames)
    },
  },
})
