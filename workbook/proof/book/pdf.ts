const OBJECT = /(?<=^|\n)(\d+) 0 obj\n?([\s\S]*?)\nendobj/g
const KIDS = /\/Kids \[([^\]]*)\]/
const REFERENCE = /(\d+) 0 R/g
const DESTINATION = /\/([^\s/[\]<>()]+) \[(\d+) 0 R \/XYZ/g
const LINK = /\/Dest \/([^\s/[\]<>()]+)/g
const TITLE = /\/Title (\((?:\\[\s\S]|[^\\)])*\)|<[\dA-Fa-f]*>)/g

/** What a book has to tell of its PDF, as Chromium writes it: its objects are not compressed, only its pages. */
export interface PrintedBook {
  pages: number
  /** The page, from 1, that each name inside of it stands on. */
  pageOf: ReadonlyMap<string, number>
  /** The names that its links lead to. */
  links: readonly string[]
  /** The titles of its outline. */
  outline: readonly string[]
}

/** Reads it. */
export function readPdf(pdf: Buffer): PrintedBook {
  const source = pdf.toString('latin1')
  const objects = new Map([...source.matchAll(OBJECT)].map(([, number = '', body = '']) => [number, body]))
  const pages = pagesUnder(rootOf(objects), objects)
  const pageOf = new Map(
    [...source.matchAll(DESTINATION)].map(([, name = '', page = '']) => [
      plain(name),
      pages.indexOf(page) + 1,
    ]),
  )
  return {
    pages: pages.length,
    pageOf,
    links: [...source.matchAll(LINK)].map(([, name = '']) => plain(name)),
    outline: [...source.matchAll(TITLE)].map(([, title = '']) => textOf(title)),
  }
}

function rootOf(objects: ReadonlyMap<string, string>): string {
  const catalog = [...objects.values()].find((body) => body.includes('/Type /Catalog')) ?? ''
  return /\/Pages (\d+) 0 R/.exec(catalog)?.[1] ?? ''
}

function pagesUnder(number: string, objects: ReadonlyMap<string, string>): string[] {
  const kids = KIDS.exec(objects.get(number) ?? '')?.[1]
  if (!kids) return [number]
  return [...kids.matchAll(REFERENCE)].flatMap(([, kid = '']) => pagesUnder(kid, objects))
}

/** A name without its escapes: «#C3#B3» is «ó». */
function plain(name: string): string {
  return decodeURIComponent(name.replace(/#([\dA-F]{2})/gi, '%$1'))
}

/** A text, which is written in bytes or, with a mark at its beginning, in UTF-16. */
function textOf(written: string): string {
  const bytes = written.startsWith('<')
    ? Buffer.from(written.slice(1, -1), 'hex')
    : Buffer.from(unescaped(written.slice(1, -1)), 'latin1')
  const isUtf16 = bytes[0] === 0xfe && bytes[1] === 0xff
  return isUtf16 ? bytes.subarray(2).swap16().toString('utf16le') : bytes.toString('latin1')
}

function unescaped(text: string): string {
  return text.replace(/\\(\d{3}|[\s\S])/g, (_all, code: string) =>
    code.length === 3 ? String.fromCharCode(Number.parseInt(code, 8)) : code,
  )
}
