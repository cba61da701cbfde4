/** The targets of package.json's own imports. */
export type OwnImports = Record<string, string | Record<string, string>>

/**
 * The path in the project of a module of ours, as an import, package.json and the condition say, whether there
 * is one or not; nothing for packages.
 */
export function pathOfImport(
  name: string,
  from: string,
  imports: OwnImports,
  condition?: string,
): string | undefined {
  if (name.startsWith('/')) return joined('', name)
  if (/^\.{1,2}\//.test(name)) return joined(folderOf(from), name)
  for (const [pattern, target] of Object.entries(imports)) {
    const prefix = pattern.replace('*', '')
    if (!name.startsWith(prefix)) continue
    const chosen = typeof target === 'string' ? target : ((condition && target[condition]) ?? target.default)
    return chosen && joined('', chosen.replace('*', name.slice(prefix.length)))
  }
  return undefined
}

/** The folder that a path of the project is in. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')))
}

function joined(folder: string, path: string): string {
  const parts: string[] = []
  for (const part of `${folder}/${path}`.split('/')) {
    if (part === '..') parts.pop()
    else if (part && part !== '.') parts.push(part)
  }
  return parts.join('/')
}
