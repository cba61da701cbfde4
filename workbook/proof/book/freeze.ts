import type { Page } from 'playwright-core'
import type { Chapter } from './chapters.ts'

/** A chapter as it stays on paper. */
export interface Frozen extends Chapter {
  title: string
  /** Its sections, for the table of contents. */
  sections: { id: string; title: string }[]
  html: string
}

interface Book {
  id: string
  /** What each page of the site is called inside of the book, by its path. */
  ids: Record<string, string>
}

/** Opens each chapter in the page of a browser, waits until its widgets are drawn, and keeps what they show. */
export async function freezeAll(page: Page, site: string, chapters: readonly Chapter[]): Promise<Frozen[]> {
  const ids = Object.fromEntries(chapters.map(({ path, id }) => [path, id]))
  const frozen: Frozen[] = []
  for (const chapter of chapters) {
    await page.goto(site + chapter.path)
    // Widgets are drawn when they are about to be seen.
    for (const widget of await page.locator('[data-widget]').all()) await widget.scrollIntoViewIfNeeded()
    await page.locator('[data-widget] > .con-script').first().waitFor({ state: 'detached' })
    frozen.push({ ...chapter, ...(await page.evaluate(freeze, { id: chapter.id, ids })) })
  }
  return frozen
}

/**
 * Runs in the page, where no function of it may have a name: what is read of it, with no part that answers and every name as it is in the book.
 */
function freeze({ id, ids }: Book): Pick<Frozen, 'title' | 'sections' | 'html'> {
  const pressed =
    'button, script, style, .con-script, .sin-script, .laboratorio, .header-anchor, .copy, .lang'
  const game = '#museo-de-respuestas-equivocadas, #museo-de-respuestas-equivocadas + p, .puerta, .piezas'
  const text = document.querySelector('.vp-doc') as HTMLElement
  for (const node of text.querySelectorAll(`${pressed}, ${game}`)) node.remove()
  for (const fold of text.querySelectorAll('details')) fold.open = true

  for (const field of text.querySelectorAll<HTMLInputElement>('input, select, textarea')) {
    if (field.type === 'radio' || field.type === 'checkbox') {
      field.toggleAttribute('checked', field.checked)
      continue
    }
    const shown = document.createElement(field.tagName === 'TEXTAREA' ? 'pre' : 'span')
    shown.className = 'valor'
    shown.textContent =
      field instanceof HTMLSelectElement ? (field.selectedOptions[0]?.text ?? '') : field.value
    field.replaceWith(shown)
  }

  for (const link of text.querySelectorAll<HTMLAnchorElement>('a[href]')) {
    const { origin, pathname, hash } = new URL(link.href)
    if (origin !== location.origin) continue
    const chapter = ids[pathname]
    const section = decodeURIComponent(hash.slice(1))
    if (chapter) link.setAttribute('href', `#${section ? `${chapter}--${section}` : chapter}`)
    else link.removeAttribute('href')
  }
  for (const node of text.querySelectorAll('*')) {
    for (const { name, value } of node.attributes) {
      if (name === 'id' || name === 'for' || name === 'name') node.setAttribute(name, `${id}--${value}`)
      else if (name === 'aria-labelledby' || name === 'aria-describedby')
        node.setAttribute(name, value.replace(/\S+/g, `${id}--$&`))
      else if (value.includes('url(#')) node.setAttribute(name, value.replaceAll('url(#', `url(#${id}--`))
    }
  }
  const heading = text.querySelector('h1') as HTMLElement
  heading.id = id
  return {
    title: heading.innerText.trim(),
    sections: [...text.querySelectorAll<HTMLElement>('h2[id]')].map((h2) => ({
      id: h2.id,
      title: h2.innerText.trim(),
    })),
    html: text.innerHTML,
  }
}
