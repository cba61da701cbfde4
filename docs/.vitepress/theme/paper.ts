const DARK = 'dark'

/** Prints in light colours whatever the screen has: while it prints, no theme is dark. */
export function printInLight(): void {
  const { classList } = document.documentElement
  let wasDark = false
  const follow = (printing: boolean) => {
    if (printing) wasDark ||= classList.contains(DARK)
    classList.toggle(DARK, !printing && (wasDark || classList.contains(DARK)))
    if (!printing) wasDark = false
  }
  addEventListener('beforeprint', () => follow(true))
  addEventListener('afterprint', () => follow(false))
  // Who looks at the print of a page on the screen prints nothing.
  matchMedia('print').addEventListener('change', ({ matches }) => follow(matches))
}
