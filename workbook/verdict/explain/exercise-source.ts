// Whatever quotes the learner's editor prefers.
const TODO = /throw new Error\(['"`]TODO (\d+): /g

const CONSOLE = /\bconsole\.\w+\(|\bprocess\.std(?:out|err)\.write\(/

/** The numbers of the TODOs that are still in the learner's text. */
export function pendingTodos(source: string): number[] {
  return [...source.matchAll(TODO)].map(([, number]) => Number(number))
}

/** The line, counted from 1, where a TODO is still to be done; or where a function starts. */
export function lineOfTask(source: string, task: number, name: string): number | undefined {
  return (
    lineOf(source, new RegExp(`// TODO ${task}:|new Error\\(['"\`]TODO ${task}: `)) ??
    lineOfDeclaration(source, name)
  )
}

function lineOfDeclaration(source: string, name: string): number | undefined {
  const declaration = new RegExp(`(?:function|class|const|let)\\s+${name}\\b|^\\s+(?:async\\s+)?${name}\\(`)
  return lineOf(source, declaration)
}

function lineOf(source: string, pattern: RegExp): number | undefined {
  const index = source.split('\n').findIndex((line) => pattern.test(line))
  return index < 0 ? undefined : index + 1
}

/** The line of the only place that writes to the console. */
export function lineOfOnlyConsole(source: string): number | undefined {
  const lines = source.split('\n').flatMap((line, index) => (CONSOLE.test(line) ? [index + 1] : []))
  return lines.length === 1 ? lines[0] : undefined
}
