/** What this browser remembers of the bench. */
export interface DeskMemory {
  open: boolean
  /** Share of the window, in hundredths. */
  width: number
}

/** Where it is kept. Its number changes with the form of the data. */
export const STORAGE_KEY = 'cuaderno-jwt:mesa:1'
/** In the address of a page that is to be opened with its bench. */
export const PARAMETER = 'resolver'
/** From here on the bench has half of the window for itself. */
export const BESIDE = '(min-width: 1200px)'
export const PHONE = '(max-width: 767px)'

export const NARROWEST = 36
export const WIDEST = 66
const FIRST: DeskMemory = { open: false, width: 50 }

export function parseMemory(text: string | null): DeskMemory {
  try {
    const { open, width } = JSON.parse(text ?? '') as Partial<DeskMemory>
    return { open: open === true, width: clampWidth(Number(width) || FIRST.width) }
  } catch {
    return FIRST
  }
}

export function clampWidth(width: number): number {
  return Math.min(WIDEST, Math.max(NARROWEST, Math.round(width)))
}

/**
 * Runs before the first paint, so that a bench that was open has its room at once and nothing moves. A lesson's
 * page is known by its address: no other one has anything to solve beside it.
 */
export const EARLY_SCRIPT = `try{
let m=JSON.parse(localStorage.getItem('${STORAGE_KEY}')||'{}'),d=document.documentElement
if(/\\/(lecciones\\/|resumen)/.test(location.pathname)&&matchMedia('${BESIDE}').matches&&(m.open===true||new URLSearchParams(location.search).has('${PARAMETER}'))){
d.classList.add('mesa-al-lado')
let w=Math.min(${WIDEST},Math.max(${NARROWEST},m.width||50));d.style.setProperty('--mesa-ancho',w+'vw')}
}catch{}`.replaceAll('\n', ';')
