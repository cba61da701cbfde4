// The three classes of jsonwebtoken and their family: what decides the order of the questions.

export class JsonWebTokenError extends Error {
  override name = 'JsonWebTokenError'
}

export class TokenExpiredError extends JsonWebTokenError {
  override name = 'TokenExpiredError'
}

export class NotBeforeError extends JsonWebTokenError {
  override name = 'NotBeforeError'
}

export const CLASSES = { TokenExpiredError, NotBeforeError, JsonWebTokenError } as const
export type ClassName = keyof typeof CLASSES
