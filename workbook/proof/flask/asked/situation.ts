/** A request as it goes to both APIs, byte for byte. */
export interface Request {
  method?: string
  path: string
  /** In order, and with the repeated ones. */
  headers?: readonly (readonly [string, string])[]
  body?: string | Buffer
  /** Sent as if no proxy had ended TLS before. */
  inClear?: true
}

/** A question to both APIs, as a reader would name it: the last answer counts, and the others lead to it. */
export interface Situation {
  title: string
  requests: readonly Request[]
}

/** The tokens that an API gave at login: Ana's, root's and another of Ana's, to close her session with. */
export interface Issued {
  ana: string
  root: string
  closing: string
}

/** What the requests are made of. */
export interface Scene {
  /** What both APIs sign with. */
  secret: string
  /** In seconds. */
  now: number
  /** The tokens of the API that is asked, and those of the other one. */
  own: Issued
  other: Issued
}

/** One request in the words of its page: its method and its path, and how it is made. */
export function ask(how: string, request: Request): Situation {
  return askAfter([], how, request)
}

/** The same, once other requests have been answered. */
export function askAfter(before: readonly Request[], how: string, request: Request): Situation {
  const { method = 'GET', path } = request
  return { title: `${method} ${path}, ${how}`, requests: [...before, request] }
}
