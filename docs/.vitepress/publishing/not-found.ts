import { THEME_TEXTS } from '../locale.ts'
import { BASE } from './address.ts'

const { title, quote, linkText } = THEME_TEXTS.notFound

// What VitePress leaves empty for the browser to draw: without JavaScript, nobody would.
const WITHOUT_SCRIPT = [
  '<noscript><main class="no-encontrada">',
  `<h1>${title}</h1><p>${quote}</p><p><a href="${BASE}">${linkText}</a></p>`,
  '</main></noscript>',
].join('')

/** Makes the page of what does not exist one that is read without JavaScript, and whose description is Spanish. */
export function addNotFound(html: string): string {
  return html
    .replaceAll('content="Not Found"', `content="${quote}"`)
    .replace('<div id="app">', `${WITHOUT_SCRIPT}$&`)
}
