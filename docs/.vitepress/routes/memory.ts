/** Where a reader does what a lesson asks for: in the page, or in a terminal. */
export type Route = 'aqui' | 'terminal'

/** Where it is kept. Its number changes with the form of the data. */
export const STORAGE_KEY = 'cuaderno-jwt:via:1'

/** Who has not chosen needs to install nothing. */
export function parseRoute(text: string | null): Route {
  return text === 'terminal' ? 'terminal' : 'aqui'
}

/** The class of the page, by which its style sheet folds the commands of the other route (routes.css). */
export function classOf(route: Route): string {
  return `via-${route}`
}

/** Runs before the first paint, so that nothing is folded in sight of the reader; without it, both routes are open. */
export const EARLY_ROUTE = `{
let via='aqui'
try{if(localStorage.getItem('${STORAGE_KEY}')==='terminal')via='terminal'}catch{}
document.documentElement.classList.add('via-'+via)
}`.replaceAll('\n', ';')
