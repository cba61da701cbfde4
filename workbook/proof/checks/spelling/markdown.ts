import { hide, hideCode, type ProseLine, proseLines } from './prose.ts'

const FRONT_MATTER = /^---\n[\s\S]*?\n---\n/
const READ_KEY = /^[\s-]*(?:title|titleTemplate|description|name|text|tagline|details|label|placeholder):/

// A tag, with whatever its attributes hold.
const TAG = /<\/?[a-z][\w-]*(?:"[^"]*"|[^">])*>/gi

// What is not prose outside of the front matter. A diagram's text is, and its fences are not.
const NOT_PROSE = [
  /<!-- sin revisar -->[\s\S]*?<!-- fin -->/g,
  /<!--[\s\S]*?-->/g,
  /^( *)```(?!secuencia)[\s\S]*?^\1```$/gm,
  /^ *```.*$/gm,
  /`[^`\n]+`/g,
  /<(script|style)\b[\s\S]*?<\/\1>/g,
  /^ *<<<.*?(?=\[|$)/gm,
  /\[\[\w+\]\]/g,
  /\{#[\w-]+\}/g,
  /\]\([^)\s]+\)/g,
  // A term in English, in the parentheses that explain it.
  /(?<=\()\*[^*\n]+\*/g,
  // Under each definition of the glossary, its name in English.
  /^\*[^*]+\*(?= · \[Lección)/gm,
]

/** What a person reads in a page. */
export function readMarkdown(source: string): ProseLine[] {
  const text = source.replaceAll('\r\n', '\n').replace(FRONT_MATTER, hideKeys)
  return proseLines(hideCode(NOT_PROSE.reduce(hide, text)))
}

/** What a person reads in a form of GitHub, which is all keys, as the front matter of a page. */
export function readForm(source: string): ProseLine[] {
  return proseLines(hideCode(hideKeys(source.replaceAll('\r\n', '\n'))))
}

function hideKeys(frontMatter: string): string {
  return frontMatter.replace(/^.*$/gm, (line) => hide(line, READ_KEY.test(line) ? READ_KEY : /.+/g))
}

/** What a person reads in a component without opening its program: the text of its template. */
export function readTemplate(source: string): ProseLine[] {
  const around = [/^[\s\S]*?<template>/, /<\/template>(?![\s\S]*<\/template>)[\s\S]*$/, /\{\{[^}]*\}\}/g, TAG]
  return proseLines(hideCode(around.reduce(hide, source)))
}
