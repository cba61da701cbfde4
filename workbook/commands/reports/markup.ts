import { stripVTControlCharacters } from 'node:util'

/** Text that is markup already; everything else is escaped when it becomes part of an element. */
export interface Markup {
  readonly markup: string
}

type Attributes = Readonly<Record<string, string | number>>
type Child = string | number | Markup

const VOID = ['meta', 'br']
const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
// Neither XML 1.0 nor HTML may contain any other, not even as an entity: half a surrogate pair among them.
const NOT_ALLOWED = /[^\t\n\r\u0020-\u007e\u00a0-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu

/** An element of XML or HTML, with its attributes and children escaped. */
export function element(name: string, attributes: Attributes, ...children: Child[]): Markup {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeAttribute(value)}"`)
  const start = `<${name}${written.join('')}>`
  return { markup: VOID.includes(name) ? start : `${start}${children.map(write).join('')}</${name}>` }
}

/** Children with a line of their own each. */
export function onLines(children: readonly Child[]): Child[] {
  return children.length ? [...children.flatMap((child) => ['\n', child]), '\n'] : []
}

/** A text in which nothing is markup and every character is allowed. */
export function escapeText(text: string | number): string {
  const allowed = stripVTControlCharacters(String(text)).replace(NOT_ALLOWED, '')
  return allowed.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '')
}

function write(child: Child): string {
  return typeof child === 'object' ? child.markup : escapeText(child)
}

/** A reader of XML would turn these into blanks. */
function escapeAttribute(value: string | number): string {
  return escapeText(value).replace(/[\t\n\r]/g, (character) => `&#${character.charCodeAt(0)};`)
}
