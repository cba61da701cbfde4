import { cleanLine } from './clean.ts'
import { EXPLANATIONS, type Explanation } from './explanations.ts'

const WITH_CLASS = /^\w*Error(?: \[\w+\])?: (?<said>.*)/s

/** What is wrong with the program itself: calls that are not allowed, objects that are not the learner's. */
export function explainForbidden(message: string): string | undefined {
  return explain(message, ['forbidden'])
}

/** A slip in the program, in Spanish only: the message is one line without its class. */
export function explainProgramError(message: string): string | undefined {
  return explain(message, [undefined, 'never-meant', 'unseen'])
}

/** Any slip in the program, with what was said of it in English: a message, with or without its class. */
export function explainSlip(message: string): string | undefined {
  const [said = ''] = (WITH_CLASS.exec(message)?.groups?.said ?? message).split('\n')
  return explainForbidden(message) ?? quoting(said, explainProgramError(said))
}

/** A slip that explains a red test better than the test: «class: message» of an error that was on its way. */
export function explainTypo(message: string): string | undefined {
  return explainForbidden(message) ?? explainOnItsWay(message, ['never-meant'])
}

/** The same, and what is wrong although no test is red. */
export function explainMishap(message: string): string | undefined {
  return explainTypo(message) ?? explainOnItsWay(message, ['unseen'])
}

function explainOnItsWay(message: string, weights: readonly Explanation['weight'][]): string | undefined {
  const [said = ''] = WITH_CLASS.exec(message)?.groups?.said?.split('\n') ?? []
  return quoting(said, explain(said, weights))
}

function explain(message: string, weights: readonly Explanation['weight'][]): string | undefined {
  for (const { says, inFirefox, tell, weight } of EXPLANATIONS) {
    const found = weights.includes(weight) && (says.exec(message) ?? inFirefox?.exec(message))
    if (found) return tell(found.groups ?? {})
  }
  return undefined
}

/** What the guards tell each other is not for the learner. */
function quoting(said: string, sentence: string | undefined): string | undefined {
  return sentence && !said.startsWith('cuaderno:') ? `${sentence} (${cleanLine(said)})` : sentence
}
