// How much of what two submissions wrote is the same, by the k-grams of MOSS (Schleimer, Wilkerson and Aiken,
// «Winnowing: Local Algorithms for Document Fingerprinting», 2003) without its sampling: exercises are short.
import { parse } from '../../verdict/shape/tree.ts'

/** Tokens in a row that count as one fragment. */
const LENGTH = 8
/** With fewer fragments of its own, a submission says too little to be compared. */
const FEWEST = 15

const COMMENTS = ['LineComment', 'BlockComment']
/** Names that anybody may change. */
const VARIABLES = ['VariableName', 'VariableDefinition', 'Label']
/** What is written in them may change without changing what the code does. */
const LITERALS = ['String', 'TemplateString', 'Number']

/** The fragments of a text: without comments, blanks, variables' names or what literals say. */
function fragmentsOf(source: string): Set<string> {
  const tokens: string[] = []
  parse(source)
    .root.cursor()
    .iterate(({ name, from, to, node }) => {
      if (COMMENTS.includes(name)) return false
      const isLiteral = LITERALS.includes(name)
      if (isLiteral) tokens.push('literal')
      else if (VARIABLES.includes(name)) tokens.push('name')
      else if (!node.firstChild && to > from) tokens.push(source.slice(from, to))
      return !isLiteral
    })
  const fragments = tokens.slice(LENGTH - 1).map((_token, end) => tokens.slice(end, end + LENGTH).join(' '))
  return new Set(fragments)
}

/** The fragments that are not in what everybody was given. */
export function ownFragments(source: string, given: string): Set<string> {
  const theirs = fragmentsOf(given)
  return new Set([...fragmentsOf(source)].filter((fragment) => !theirs.has(fragment)))
}

/**
 * How many of the shorter one's fragments are in the other too, from 0 to 1; nothing if either is too short for
 * that to mean anything.
 */
export function similarity(one: ReadonlySet<string>, other: ReadonlySet<string>): number | undefined {
  const [short, long] = one.size < other.size ? [one, other] : [other, one]
  if (short.size < FEWEST) return undefined
  const shared = [...short].filter((fragment) => long.has(fragment)).length
  return shared / short.size
}
