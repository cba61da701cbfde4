/** How many letters have to be added, taken away or changed to make one word of another (Levenshtein), whatever their case. */
export function distance(one: string, other: string): number {
  const wanted = [...other.toLowerCase()]
  let row = [0, ...wanted.map((_, index) => index + 1)]
  for (const [index, letter] of [...one.toLowerCase()].entries()) {
    const next = [index + 1]
    for (const [column, each] of wanted.entries()) {
      const change = (row[column] ?? 0) + (letter === each ? 0 : 1)
      next.push(Math.min(change, (row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1))
    }
    row = next
  }
  return row.at(-1) ?? 0
}
