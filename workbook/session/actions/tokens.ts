import { harmless } from '../../verdict/explain/clean.ts'
import { inspectToken } from '../inspect-token.ts'
import type { Session } from '../session.ts'
import { TEXTS } from '../texts.ts'

/** `i`: what the tokens say that the learner's own server issued. */
export function tokens(session: Session): void {
  if (!session.tokens.length) return session.notify(TEXTS.noTokens)
  session.show([TEXTS.tokens, TEXTS.neverChecked, ...session.tokens.flatMap(tokenLines)])
}

function tokenLines(token: string, index: number): string[] {
  const found = inspectToken(token)
  if (!found) return []
  const { header, payload, secondsLeft, warnings } = found
  return [
    '',
    TEXTS.tokenNumber(index + 1),
    // Whole and with nothing beside it: it can be copied.
    token,
    `  ${harmless(JSON.stringify(header))}`,
    `  ${harmless(JSON.stringify(payload))}`,
    ...(secondsLeft === undefined ? [] : [`  ${TEXTS.secondsLeft(secondsLeft)}`]),
    ...warnings.map((warning) => `  ! ${harmless(warning)}`),
  ]
}
