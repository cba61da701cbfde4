import { parseSync } from 'vite'

/** A test as it is written in a specification. */
export interface SpecTest {
  title: string
  /** Name of its outermost `describe`. */
  task: string
  /** Whether it is a `test.each`: one title for several cases. */
  cases: boolean
}

interface Node {
  type: string
  start: number
  [key: string]: unknown
}

/** The tests of a specification, read from its text without running it. */
export function readSpecification(source: string): SpecTest[] {
  const tests: SpecTest[] = []
  visit(program(source), [], (call, parents) => {
    const title = firstText(call)
    const callee = call.callee as Node
    const cases = callee.type === 'CallExpression'
    const name = nameOf(cases ? (callee.callee as Node) : callee)
    if (title === undefined || !name.startsWith('test')) return
    const suites = parents.filter((parent) => nameOf(parent.callee as Node) === 'describe')
    tests.push({ title, task: firstText(suites[0]) ?? '', cases })
  })
  return tests
}

/** The names of the outermost `describe` blocks, in order. */
export function readTasks(source: string): string[] {
  const tasks: string[] = []
  visit(program(source), [], (call, parents) => {
    const title = firstText(call)
    if (title !== undefined && !parents.length && nameOf(call.callee as Node) === 'describe')
      tasks.push(title)
  })
  return tasks
}

/** The lines, counted from 1, of the assertions that carry no sentence for the learner. */
export function silentAssertions(source: string): number[] {
  const lines: number[] = []
  visit(program(source), [], (call) => {
    const callee = call.callee as Node
    const silent =
      callee.type === 'Identifier' && callee.name === 'expect' && (call.arguments as Node[]).length < 2
    if (silent) lines.push(source.slice(0, call.start).split('\n').length)
  })
  return lines
}

/** How a title reads before its cases are known: «rechaza %j» becomes «rechaza …». */
export function readableTitle({ title }: SpecTest): string {
  return title.replace(/ ?\(?%[a-z#$]\)?/gi, ' …').trim()
}

function program(source: string): Node {
  return parseSync('spec.ts', source).program as unknown as Node
}

/** Calls back for each call expression, with the calls that enclose it, outermost first. */
function visit(node: unknown, parents: Node[], onCall: (call: Node, parents: Node[]) => void): void {
  if (Array.isArray(node)) for (const child of node) visit(child, parents, onCall)
  if (typeof node !== 'object' || node === null || Array.isArray(node)) return
  const isCall = (node as Node).type === 'CallExpression'
  if (isCall) onCall(node as Node, parents)
  const inside = isCall ? [...parents, node as Node] : parents
  for (const child of Object.values(node)) visit(child, inside, onCall)
}

function firstText(call: Node | undefined): string | undefined {
  const [first] = (call?.arguments as Node[] | undefined) ?? []
  return first?.type === 'Literal' && typeof first.value === 'string' ? first.value : undefined
}

/** `test.each` for a member, `test` for an identifier. */
function nameOf(node: Node): string {
  if (node.type === 'Identifier') return String(node.name)
  if (node.type !== 'MemberExpression') return ''
  return `${nameOf(node.object as Node)}.${nameOf(node.property as Node)}`
}
