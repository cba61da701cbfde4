// What the modules of the lessons can import in the page that is not theirs.

/** Of Node, written here or taken from a package: with `node:` in front or without. */
export const NODE_HERE = [
  ...([
    'buffer',
    'crypto',
    'events',
    'fs',
    'http',
    'https',
    'net',
    'path',
    'process',
    'querystring',
  ] as const),
  ...(['stream', 'timers', 'tls', 'url', 'util'] as const),
] as const

/** The packages themselves. */
export const PACKAGES_HERE = ['express', 'jsonwebtoken', 'selfsigned', 'supertest', 'vitest'] as const

/** Whether an import of this name finds something. */
export function isHere(name: string): boolean {
  const here: readonly string[] = [...NODE_HERE, ...PACKAGES_HERE]
  return here.includes(withoutScheme(name))
}

/** The name of a module of Node without `node:`. */
export function withoutScheme(name: string): string {
  return name.replace(/^node:/, '')
}
