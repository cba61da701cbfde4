import type { AppReply } from '../../../workbook/lab/page/served-app.ts'
import { placeIn } from '../../../workbook/verdict/explain/server-error.ts'
import { explainSlip } from '../../../workbook/verdict/explain/slips.ts'
import { TEXTS as RUNNER } from '../../../workbook/verdict/explain/texts.ts'
import { readThrown, type Thrown } from '../../../workbook/verdict/explain/thrown.ts'
import type { Place } from '../../../workbook/verdict/model.ts'

/** Why the reader's own server answered 500: what was thrown, and where in one of these files. */
export interface ServerFault {
  sentence: string
  place?: Place
}

/** What is behind an answer that is the fault of the server. */
export function serverFault(reply: AppReply, exercises: readonly string[]): ServerFault | undefined {
  if (!('answer' in reply) || !reply.thrown) return undefined
  const { stack = '' } = reply.thrown
  const places = exercises.flatMap((exercise) => placeIn(stack, exercise) ?? [])
  return { sentence: sentenceOf(readThrown(reply.thrown as never)), place: places[0] }
}

function sentenceOf({ message, brief, isError }: Thrown): string {
  return explainSlip(message) ?? (isError ? RUNNER.threwServer(brief) : RUNNER.threwOther(brief))
}
