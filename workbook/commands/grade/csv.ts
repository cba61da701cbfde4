// A table as the spreadsheets of a Spanish system open it: UTF-8 with its mark, semicolons and decimal commas.

/** A cell; a number is written with a comma. */
export type Cell = string | number

/** What a spreadsheet would take for a formula. */
const FORMULA = /^[\s]*[=+\-@＝＋－＠]/

/** The rows as a file. */
export function csv(rows: readonly (readonly Cell[])[]): string {
  return `\uFEFF${rows.map((row) => `${row.map(written).join(';')}\r\n`).join('')}`
}

/** At most two decimals: «7,5». */
export function decimal(number: number): string {
  return String(Math.round(number * 100) / 100).replace('.', ',')
}

function written(cell: Cell): string {
  if (typeof cell === 'number') return decimal(cell)
  // In one line: not every spreadsheet reads a cell with several.
  const line = cell.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim()
  const safe = FORMULA.test(line) ? `'${line}` : line
  return /[";,]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
