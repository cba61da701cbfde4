/** The same items in another order, each order as likely as any other. `random` gives from 0 to 1, without the 1. */
export function shuffled<T>(items: readonly T[], random: () => number = Math.random): T[] {
  const left = [...items]
  return items.flatMap(() => left.splice(Math.floor(random() * left.length), 1))
}
