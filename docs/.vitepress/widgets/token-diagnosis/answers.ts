import type { Diagnosis } from './diagnosis.ts'
import { CLASSES, type ClassName } from './errors.ts'

export interface Answer {
  status: number
  body: object
}

/** From the particular to the general: the order in which lesson 4 asks. */
export const RIGHT_ORDER: readonly ClassName[] = ['TokenExpiredError', 'NotBeforeError', 'JsonWebTokenError']

const INVALID = { status: 422, body: { error: 'Token inválido' } }

/** What each question answers when it is the first to say yes. */
export const ANSWERS: Record<ClassName, Answer> = {
  TokenExpiredError: { status: 401, body: { error: 'Token expirado' } },
  NotBeforeError: INVALID,
  JsonWebTokenError: INVALID,
}

const WELCOME = { status: 200, body: { id: '1' } }
const MISSING = { status: 401, body: { error: 'Token faltante' } }

/** Every answer that `GET /perfil` gives in this workshop. */
export const POSSIBLE: readonly Answer[] = [WELCOME, MISSING, ANSWERS.TokenExpiredError, INVALID]

/** The first class, in this order, that the error is an instance of. */
export function attends(cause: Error, order: readonly ClassName[]): ClassName | undefined {
  return order.find((name) => cause instanceof CLASSES[name])
}

/** What `GET /perfil` answers if it asks for the class of the error in this order. */
export function answerTo({ failed, cause }: Diagnosis, order = RIGHT_ORDER): Answer {
  if (!failed) return WELCOME
  const attended = cause && attends(cause, order)
  return attended ? ANSWERS[attended] : MISSING
}

/** The questions that are never reached, because one for their parent goes before. */
export function unreachable(order: readonly ClassName[]): ClassName[] {
  return order.filter((name) => attends(new CLASSES[name](), order) !== name)
}
