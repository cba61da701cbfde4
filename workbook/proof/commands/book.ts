import { writeFileSync } from 'node:fs'
import { printBook } from '../book/print.ts'
import { TEXTS } from '../book/texts.ts'
import { findBrowser, launchBrowser, NO_BROWSER } from '../browser/launch.ts'

const FILE = 'cuaderno-jwt.pdf'

/** `npm run libro [file]`: the whole site as one PDF. Returns the exit code. */
export async function book([file = FILE]: string[]): Promise<number> {
  if (!(await findBrowser())) {
    console.error(NO_BROWSER)
    return 1
  }
  const browser = await launchBrowser()
  try {
    const { pdf, book } = await printBook(browser)
    writeFileSync(file, pdf)
    console.log(TEXTS.written(book.pages, file))
    return 0
  } finally {
    await browser.close()
  }
}
