// The server that is attacked, as a legitimate user of it sees it.
import { type Answer, isFine, type Need, type Send, type Shot } from './attack.ts'
import { base64url, HASHES, hmac, pemOf, readPart, signingInput, signWith, signWithKey } from './forge.ts'
import type { Account, Route, RouteMap, RouteName } from './route-map.ts'

/** Claims of a token; those that are `undefined` are not in it. */
export type Claims = Record<string, unknown>

export interface Exchange {
  shot: Shot
  answer?: Answer
}

export class Target {
  readonly map: RouteMap
  /** Whether there is TLS, and plain HTTP beside it. */
  readonly tls: boolean
  /** A good token of the account, and what it says. */
  token = ''
  header: Claims = {}
  claims: Claims = {}
  /** What the protected route answers to it. */
  profile?: Answer
  /** A token of the account that has the role. */
  adminToken = ''
  /** In PEM, if it is known or the server publishes it. */
  publicKey?: string
  /** The keys that it publishes, as they came. */
  jwks = ''
  /** The last request, which is the one that got in, and its answer. */
  last?: Exchange
  readonly #once = new Map<string, Exchange>()
  readonly #send: Send

  constructor(map: RouteMap, send: Send, tls: boolean) {
    this.map = map
    this.publicKey = map.publicKey
    this.tls = tls
    this.#send = send
  }

  /** Whether it has what an attack needs. */
  has(need: Need): boolean {
    const { map } = this
    if (need === 'tls') return this.tls
    if (need === 'hash') return map.account.hash !== undefined
    if (need === 'signer') return map.secret !== undefined || map.privateKey !== undefined
    if (need === 'publicKey') return this.publicKey !== undefined
    if (need === 'lifetime') return typeof this.claims.exp === 'number'
    return map[need] !== undefined
  }

  async send(shot: Partial<Shot>): Promise<Answer> {
    const whole: Shot = { method: 'GET', path: '/', headers: {}, secure: true, ...shot }
    this.last = { shot: whole }
    const answer = await this.#send(whole)
    this.last = { shot: whole, answer }
    return answer
  }

  /** Before an attack: what was sent before is not its own. */
  forget(): void {
    this.last = undefined
  }

  /** What is slow and asked for several times, such as a login, is sent once. */
  async once(name: string, ask: () => Promise<Answer>): Promise<Answer> {
    const known = this.#once.get(name)
    if (known?.answer) {
      this.last = known
      return known.answer
    }
    const answer = await ask()
    if (this.last) this.#once.set(name, this.last)
    return answer
  }

  /** The login of the account. */
  opening(): Promise<Answer> {
    return this.once('opening', () => this.login(this.ownCredentials))
  }

  /** A login of an account that there is not. */
  asNobody(): Promise<Answer> {
    return this.once('nobody', () => this.login(this.credentials('nadie@example.com', 'x')))
  }

  /** A login of the account with a wrong password. */
  asSomebody(): Promise<Answer> {
    return this.once('somebody', () => this.login(this.credentials(this.map.account.user, 'x')))
  }

  /** Asks for the protected route. */
  askProfile(headers: Record<string, string>, more: Partial<Shot> = {}): Promise<Answer> {
    return this.send({ ...this.route('profile'), headers, ...more })
  }

  /** Asks for the route that wants a role. */
  askAdmin(token: string, more: Partial<Shot> = {}): Promise<Answer> {
    return this.send({ ...this.route('admin'), headers: bearer(token), ...more })
  }

  route(name: RouteName): Route {
    return this.map[name] ?? { method: 'GET', path: '/' }
  }

  /** Logs in with a body: an object goes as JSON, a text as it is. */
  login(body: unknown, more: Partial<Shot> = {}): Promise<Answer> {
    const headers = { 'Content-Type': 'application/json' }
    const text = typeof body === 'string' ? body : JSON.stringify(body)
    return this.send({ ...this.map.login, headers, body: text, ...more })
  }

  /** The body of a login. */
  credentials(user: unknown, password: unknown): Record<string, unknown> {
    const { fields } = this.map
    return { [fields.user]: user, [fields.password]: password }
  }

  /** The body of a login of the account. */
  get ownCredentials(): Record<string, unknown> {
    const { user, password } = this.map.account
    return this.credentials(user, password)
  }

  /** Logs an account in; gives no token if that does not work. */
  async enter({ user, password }: Account = this.map.account): Promise<string | undefined> {
    return this.tokenIn(await this.login(this.credentials(user, password)))
  }

  /** Asks for another token with one of renewal: a text goes in its field, and anything else is the whole body. */
  renew(renewal: unknown, more: Partial<Shot> = {}): Promise<Answer> {
    const body = typeof renewal === 'string' ? { [this.map.fields.renewal]: renewal } : renewal
    const headers = { 'Content-Type': 'application/json' }
    return this.send({ ...this.route('renew'), headers, body: JSON.stringify(body), ...more })
  }

  /** The renewal token of a new session of the account; none if a login gives none. */
  async renewable(): Promise<string | undefined> {
    return this.renewalIn(await this.login(this.ownCredentials))
  }

  /** The renewal token that an answer carries. */
  renewalIn(answer: Answer): string | undefined {
    return textAt(answer, this.map.fields.renewal)
  }

  /** The cookies of a new session of the account, as a browser sends them back; none if a login gives none. */
  async cookies(): Promise<string | undefined> {
    const answer = await this.post('cookieLogin', this.ownCredentials, this.ownPage)
    const found = cookiesIn(answer).map((cookie) => cookie.split(';')[0])
    return isFine(answer) && found.length ? found.join('; ') : undefined
  }

  /** Sends JSON to one of its routes, as a page would. */
  post(name: RouteName, body: unknown, headers: Record<string, string>): Promise<Answer> {
    const whole = { 'Content-Type': 'application/json', ...headers }
    return this.send({ ...this.route(name), headers: whole, body: JSON.stringify(body) })
  }

  /** What a browser adds to what a page of the server asks for. */
  get ownPage(): Record<string, string> {
    const { origin } = this.map
    return { 'Sec-Fetch-Site': 'same-origin', ...(origin !== undefined && { Origin: origin }) }
  }

  /** Asks for the public keys, where the server publishes them. */
  async readKeys(): Promise<void> {
    if (!this.map.keys) return
    const { body } = await this.send(this.map.keys)
    this.jwks = body
    try {
      this.publicKey ??= await pemOf(JSON.parse(body).keys[0])
    } catch {}
  }

  /** Another session of the account: signed as the server would, where the secret is known, for a login is slow. */
  async session(): Promise<string | undefined> {
    if (!this.has('signer')) return this.enter()
    return this.sign({ iat: this.now, jti: crypto.randomUUID() })
  }

  /** The token that an answer to a login carries. */
  tokenIn(answer: Answer): string | undefined {
    return textAt(answer, this.map.fields.token)
  }

  /** The good token with other claims, signed by whoever has the secret. */
  sign(claims: Claims, header: Claims = {}): Promise<string> {
    return this.signText({ ...this.claims, ...claims }, { ...this.header, ...header })
  }

  /** The same with claims and header as they are given. */
  signText(claims: object | string, header: object | string = this.header): Promise<string> {
    const { privateKey, secret = '' } = this.map
    return privateKey ? signWithKey(privateKey, header, claims) : signWith(secret, header, claims, this.hash)
  }

  /** A token of other claims that is signed with no secret of this server. */
  forge(secret: string, header: Claims = {}): Promise<string> {
    return signWith(secret, { alg: 'HS256', typ: 'JWT', ...header }, this.claims)
  }

  /** Whether a secret is the one that signed the good token. */
  async isSecret(secret: string): Promise<boolean> {
    const [header = '', payload = '', signature] = this.token.split('.')
    return base64url(await hmac(`${header}.${payload}`, secret, this.hash)) === signature
  }

  /** What is signed if the good token says something else. */
  altered(claims: Claims, header: Claims = {}): string {
    return signingInput({ ...this.header, ...header }, { ...this.claims, ...claims })
  }

  get hash(): string {
    return HASHES[this.header.alg as keyof typeof HASHES] ?? HASHES.HS256
  }

  /** Another account than that of the token: the one with the role, or one that is there in the workbook. */
  get otherSub(): string {
    const { sub } = this.readToken(this.adminToken).claims
    return typeof sub === 'string' ? sub : String(this.claims.sub) === '2' ? '1' : '2'
  }

  /** In seconds, as claims have it. */
  get now(): number {
    return Math.floor(Date.now() / 1000)
  }

  /** How long its tokens last, in seconds. */
  get lifetime(): number {
    return Number(this.claims.exp) - Number(this.claims.iat ?? this.now)
  }

  takeToken(token: string): void {
    Object.assign(this, { token, ...this.readToken(token) })
  }

  readToken(token: string): { header: Claims; claims: Claims } {
    const [header, payload] = token.split('.')
    return { header: readPart(header), claims: readPart(payload) }
  }
}

/** A text in the body of a good answer; `a.b` goes deeper. */
function textAt({ status, body }: Answer, path: string): string | undefined {
  if (!isFine({ status })) return undefined
  try {
    let found: unknown = JSON.parse(body)
    for (const name of path.split('.')) found = Object(found)[name]
    return typeof found === 'string' ? found : undefined
  } catch {
    return undefined
  }
}

/** Each cookie that an answer sets, with its attributes. */
export function cookiesIn({ headers }: Answer): string[] {
  // Joined by commas, which are in their dates too.
  return headers['set-cookie']?.split(/,\s*(?=[^;,\s]+=)/) ?? []
}

export function bearer(token: string): Record<string, string> {
  return { Authorization: `Bearer ${token}` }
}
