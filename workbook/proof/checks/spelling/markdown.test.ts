import { describe, expect, test } from 'vitest'
import { readForm, readMarkdown, readTemplate } from './markdown.ts'
import { wordsOf } from './words.ts'

const wordsIn = (source: string) =>
  readMarkdown(source).flatMap(({ line, text }) => wordsOf(text).map((word) => `${line} ${word}`))

describe('readMarkdown', () => {
  test('reads prose with the line it is in', () => {
    expect(wordsIn('# El título\n\nUna frase.\n')).toEqual(['1 El', '1 título', '3 Una', '3 frase'])
  })

  test('keeps the line numbers of a file from Windows', () => {
    expect(wordsIn('---\r\ntitle: Uno\r\n---\r\n\r\nDos\r\n')).toEqual(['2 Uno', '5 Dos'])
  })

  test('reads the titles and descriptions of the front matter, and not its keys and settings', () => {
    const source =
      '---\nlayout: home\ntitle: Uno\nfeatures:\n  - details: Dos\n    link: /tres\n---\nCuatro\n'
    expect(wordsIn(source)).toEqual(['3 Uno', '5 Dos', '8 Cuatro'])
  })

  test('leaves out blocks of code, also in a list', () => {
    expect(
      wordsIn(
        'Uno\n\n   ```sh\n   echo dos\n   ```\n\n```ts\nconst tres = 3\n```\nCuatro\n<style>\np {}\n</style>\n',
      ),
    ).toEqual(['1 Uno', '10 Cuatro'])
  })

  test('reads what a diagram says', () => {
    expect(wordsIn('```secuencia\nnota Cliente: guarda\n```\n')).toEqual(['2 nota', '2 Cliente', '2 guarda'])
  })

  test('leaves out inline code, paths, files, commands, headers and addresses', () => {
    const source =
      'Uno `dos` /tres cuatro.ts npm run cinco X-Seis-Siete https://ocho.com nueve@example.com diez()\n'
    expect(wordsIn(source)).toEqual(['1 Uno'])
  })

  test('reads the text of a link and of an import of code, and not where they lead', () => {
    expect(wordsIn('[Uno](/dos#tres)\n<<< @/salidas/cuatro.txt{txt} [Cinco]\n')).toEqual(['1 Uno', '2 Cinco'])
  })

  test('leaves out what the site puts in its place: blocks, components, containers and anchors', () => {
    expect(wordsIn('## Uno {#dos}\n[[tres]]\n<Widget name="cuatro" />\n::: warning Cinco\n')).toEqual([
      '1 Uno',
      '4 Cinco',
    ])
  })

  test('leaves out a gloss in English and what a page marks as not to be checked', () => {
    const source = 'Uno (*two*: dos)\n<!-- sin revisar -->\ntres\n<!-- fin -->\n*four* · [Lección](/a)\n'
    expect(wordsIn(source)).toEqual(['1 Uno', '1 dos', '5 Lección'])
  })
})

test('readTemplate reads the text of a template and nothing else of a component', () => {
  const source =
    '<script>const uno = 1</script>\n<template>\n  <p\n    @click="() => dos">Tres {{ cuatro }}</p>\n</template>\n<style>p {}</style>\n'
  const words = readTemplate(source).flatMap(({ line, text }) =>
    wordsOf(text).map((word) => `${line} ${word}`),
  )
  expect(words).toEqual(['4 Tres'])
})

test('readForm reads what a form asks, and not its keys and settings', () => {
  const source =
    'name: Uno\nbody:\n  - type: input\n    attributes:\n      label: ¿Dos?\n      placeholder: Tres\n'
  const words = readForm(source).flatMap(({ line, text }) => wordsOf(text).map((word) => `${line} ${word}`))
  expect(words).toEqual(['1 Uno', '5 Dos', '6 Tres'])
})
