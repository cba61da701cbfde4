export type Protocol = 'http' | 'https'
export type Step = 'visit' | 'login' | 'profile'

/** A request and its response, as the project's own spy saw them pass. */
export interface Recorded {
  protocol: Protocol
  /** Whether the API knew its public origin: it then redirects, refuses and sends HSTS. */
  strict: boolean
  /** Whether a reverse proxy stood before the API, going on in clear inside. */
  proxy: boolean
  step: Step
  status: number
  milliseconds: number
  /** The bytes of both directions between the client and the first server, in base64. */
  outside: string
  /** The same between the proxy and the API. */
  inside?: string
}

/** What the server offers and who connects to it. */
export interface Setting {
  view: 'http' | 'https' | 'proxy'
  redirects: boolean
  hsts: boolean
  /** A browser where somebody types the address without `https://`, or an app with `http://` in its code. */
  client: 'first-visit' | 'next-visit' | 'app'
}

/** Something that whoever spies would like to read. */
export type Catch = 'password' | 'accessToken' | 'bearer' | 'name'

/** A piece of what passed, and what it gives away, if anything. */
export interface Piece {
  text: string
  found?: Catch
}

/** Who hears it: the road to the first server, or the one behind the proxy. */
export interface Leg {
  place: 'outside' | 'inside'
  /** In bytes. */
  size: number
  pieces: Piece[]
}

/** One request of the story, with what each leg of its way shows. */
export interface Trip {
  protocol: Protocol
  step: Step
  status: number
  milliseconds: number
  legs: Leg[]
}

const PATTERNS: Record<Catch, string> = {
  password: '"password":"[^"]+"',
  accessToken: '"access_token":"[^"]+"',
  bearer: 'Bearer [\\w.-]+',
  name: 'localhost',
}
const SEARCH = new RegExp(
  Object.entries(PATTERNS)
    .map(([name, pattern]) => `(?<${name}>${pattern})`)
    .join('|'),
  'g',
)
const SECRETS: readonly Catch[] = ['password', 'accessToken', 'bearer']

/** What happens in a setting, request by request. The bytes are those of the recording. */
export function tripsOf(setting: Setting, recording: readonly Recorded[]): Trip[] {
  const proxy = setting.view === 'proxy'
  return storyOf(setting).map(([protocol, step]) => {
    // Over HTTP the origin is what redirects; over HTTPS, what sends HSTS.
    const strict = protocol === 'http' ? redirectsToTls(setting) : setting.hsts
    const heard = recording.find(
      (one) => one.protocol === protocol && one.step === step && one.strict === strict && one.proxy === proxy,
    )
    if (!heard) throw new Error(`not recorded: ${protocol} ${step}`)
    const { status, milliseconds, outside, inside } = heard
    const legs = [legOf('outside', outside), ...(inside ? [legOf('inside', inside)] : [])]
    return { protocol, step, status, milliseconds, legs }
  })
}

/** Everything that can be read on these legs, each thing once. */
export function caught(legs: readonly Leg[]): Catch[] {
  const found = new Set(legs.flatMap(({ pieces }) => pieces.map((piece) => piece.found)))
  return (Object.keys(PATTERNS) as Catch[]).filter((name) => found.has(name))
}

/** The secrets among what can be read on these legs. */
export function secretsIn(legs: readonly Leg[]): Catch[] {
  return caught(legs).filter((name) => SECRETS.includes(name))
}

/** Why the setting ends as it does: what the reader should take away from it. */
export type Reason =
  | 'noTls'
  | 'notUsed'
  | 'hstsUnheard'
  | 'tooLate'
  | 'everyVisit'
  | 'nextTime'
  | 'remembered'

/** The reason that explains what is seen in a setting (HSTS: RFC 6797 §7.2 and §14.6). */
export function reasonOf({ view, redirects, hsts, client }: Setting): Reason {
  if (view === 'http') return 'noTls'
  if (!redirects) return hsts ? 'hstsUnheard' : 'notUsed'
  if (client === 'app') return 'tooLate'
  if (!hsts) return 'everyVisit'
  return client === 'first-visit' ? 'nextTime' : 'remembered'
}

/** Splits what passed where something is given away; what is not printable ASCII becomes a dot. */
export function piecesOf(bytes: string): Piece[] {
  const pieces: Piece[] = []
  let end = 0
  for (const { 0: text, index, groups = {} } of bytes.matchAll(SEARCH)) {
    pieces.push({ text: printable(bytes.slice(end, index)) })
    const [found] = Object.entries(groups).find(([, value]) => value !== undefined) ?? []
    pieces.push({ text, found: found as Catch })
    end = index + text.length
  }
  pieces.push({ text: printable(bytes.slice(end)) })
  return pieces.filter(({ text }) => text)
}

function storyOf(setting: Setting): [Protocol, Step][] {
  const { client } = setting
  const redirected = redirectsToTls(setting)
  if (client === 'app') return redirected ? [['http', 'login']] : steps('http', 'login', 'profile')
  if (!redirected) return steps('http', 'visit', 'login', 'profile')
  const overTls = steps('https', 'visit', 'login', 'profile')
  // HSTS is heard over TLS only: without the redirection, this browser would never have got there.
  const remembers = setting.hsts && client === 'next-visit'
  return remembers ? overTls : [['http', 'visit'], ...overTls]
}

function steps(protocol: Protocol, ...names: Step[]): [Protocol, Step][] {
  return names.map((name) => [protocol, name])
}

function redirectsToTls({ view, redirects }: Setting): boolean {
  return view !== 'http' && redirects
}

function legOf(place: Leg['place'], base64: string): Leg {
  const bytes = atob(base64)
  return { place, size: bytes.length, pieces: piecesOf(bytes) }
}

function printable(bytes: string): string {
  return bytes.replace(/\r\n|[^ -~]/g, (found) => (found === '\r\n' ? '\n' : '·'))
}
