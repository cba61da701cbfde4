const REGION = /^([ \t]*)\/\/ #region (\S+)\n([\s\S]*?)^[ \t]*\/\/ #endregion \2$/gm
const STATEMENT = /^(?:[ \t]*\/\/ .+\n)+/

/**
 * Derives the learner's starting file from a solution: each marked region becomes a numbered TODO
 * whose text is the comment that the region starts with, all its lines. The first `solved` regions are left as they are.
 */
export function deriveStub(solution: string, solved = 0): string {
  let task = 0
  return solution.replace(REGION, (region, indent: string, name: string, body: string) => {
    const [statement] = STATEMENT.exec(body) ?? []
    if (!statement) throw new Error(`Region «${name}» does not start with a comment`)
    task += 1
    if (task <= solved) return region
    const todo = statement.replace('// ', `// TODO ${task}: `)
    return `${todo}${indent}throw new Error('TODO ${task}: ${name}')`
  })
}

/** The names of a solution's regions, in order. */
export function regionNames(solution: string): string[] {
  return [...solution.matchAll(REGION)].map(([, , name]) => name as string)
}
