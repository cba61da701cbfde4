/** An element as a reader of XML understands it. */
export interface XmlElement {
  name: string
  attributes: Record<string, string>
  children: XmlElement[]
  text: string
}

const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'
const TOKEN = /<\/(?<end>[\w-]+)>|<(?<start>[\w-]+)(?<attributes>(?: [\w-]+="[^"<]*")*)>|(?<text>[^<]+)/y
const FORBIDDEN = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u
const ENTITY = /&(?:#(?<code>\d+)|(?<name>amp|lt|gt|quot));|&/g
const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"' }

/** Reads a document as strictly as the graders do, and its root. Throws where it is not well formed. */
export function parseXml(source: string): XmlElement {
  if (!source.startsWith(DECLARATION)) throw new Error('no declaration')
  if (FORBIDDEN.test(source)) throw new Error('a character that XML does not allow')
  const root = blank('')
  const open = [root]
  for (const token of tokens(source)) read(token, open)
  const [only, ...more] = root.children
  if (!only || more.length || open.length > 1 || root.text.trim()) throw new Error('not a single root')
  return only
}

/** All elements of that name, at any depth and in order. */
export function findAll(element: XmlElement, name: string): XmlElement[] {
  return element.children.flatMap((child) => [
    ...(child.name === name ? [child] : []),
    ...findAll(child, name),
  ])
}

function* tokens(source: string): Generator<Record<string, string | undefined>> {
  TOKEN.lastIndex = DECLARATION.length
  while (TOKEN.lastIndex < source.length) {
    const at = TOKEN.lastIndex
    const groups = TOKEN.exec(source)?.groups
    if (!groups) throw new Error(`not XML: ${source.slice(at, at + 40)}`)
    yield groups
  }
}

function read(
  { start, end, attributes = '', text = '' }: Record<string, string | undefined>,
  open: XmlElement[],
) {
  const inside = open.at(-1) as XmlElement
  inside.text += decode(text)
  if (start) {
    const child = { ...blank(start), attributes: readAttributes(attributes) }
    inside.children.push(child)
    open.push(child)
  }
  if (end && open.pop()?.name !== end) throw new Error(`</${end}> closes nothing`)
}

function readAttributes(source: string): Record<string, string> {
  const pairs = [...source.matchAll(/ ([\w-]+)="([^"]*)"/g)].map(([, key = '', value = '']) => [
    key,
    // A reader turns raw ends of line into blanks.
    decode(value.replace(/[\t\n\r]/g, ' ')),
  ])
  return Object.fromEntries(pairs)
}

function decode(source: string): string {
  return source.replace(ENTITY, (entity, code?: string, name?: string) => {
    if (!code && !name) throw new Error('an & that is no entity')
    return code ? String.fromCodePoint(Number(code)) : (ENTITIES[name ?? ''] ?? entity)
  })
}

function blank(name: string): XmlElement {
  return { name, attributes: {}, children: [], text: '' }
}
