import { PARAMETER, WITH_BENCH } from './address.ts'

/** What this browser remembers of the bench. Shares are in hundredths. */
export interface DeskMemory {
  open: boolean
  /** Whether it fills the window. */
  full: boolean
  /** Its share of the window, beside the text. */
  width: number
  /** The editor's share of it, beside or above the results. */
  code: number
  /** The same, beside or above what is not about the code: requests and attacks. */
  app: number
}

/** How far a share can go. */
export interface Range {
  least: number
  most: number
}

/** Where it is kept. Its number changes with the form of the data. */
export const STORAGE_KEY = 'cuaderno-jwt:mesa:1'
/** From here on the bench has half of the window for itself. */
export const BESIDE = '(min-width: 1200px)'
export const PHONE = '(max-width: 767px)'

export const WIDTHS: Range = { least: 36, most: 66 }
export const EDITOR: Range = { least: 20, most: 80 }
/** As a browser finds it that remembers nothing. */
export const FIRST: DeskMemory = { open: false, full: false, width: 50, code: 55, app: 36 }

/** What is remembered in a text that was kept, whatever it says. */
export function parseMemory(text: string | null): DeskMemory {
  try {
    const { open, full, width, code, app } = Object(JSON.parse(text ?? '')) as Partial<DeskMemory>
    return {
      open: open === true,
      full: full === true,
      width: clamp(Number(width) || FIRST.width, WIDTHS),
      code: clamp(Number(code) || FIRST.code, EDITOR),
      app: clamp(Number(app) || FIRST.app, EDITOR),
    }
  } catch {
    return { ...FIRST }
  }
}

/** The share itself, or the nearest one that it may be. */
export function clamp(share: number, { least, most }: Range): number {
  return Math.min(most, Math.max(least, Math.round(share)))
}

/** Runs before the first paint, so that a bench that was open has its room at once and nothing moves. */
export const EARLY_SCRIPT = `try{
let m=JSON.parse(localStorage.getItem('${STORAGE_KEY}')||'{}'),d=document.documentElement
if(${WITH_BENCH}.test(location.pathname)&&matchMedia('${BESIDE}').matches&&(m.open===true||new URLSearchParams(location.search).has('${PARAMETER}'))){
d.classList.add('mesa-al-lado')
if(m.full===true)d.classList.add('mesa-entera')
let w=Math.min(${WIDTHS.most},Math.max(${WIDTHS.least},m.width||${FIRST.width}));d.style.setProperty('--mesa-ancho',w+'vw')}
}catch{}`.replaceAll('\n', ';')
