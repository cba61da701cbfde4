import { describe, expect, test } from 'vitest'
import { caught, piecesOf, type Recorded, reasonOf, type Setting, secretsIn, tripsOf } from './network-spy.ts'
import recording from './recording.json' with { type: 'json' }
import { answerFor, verdictOf } from './texts.ts'

const RECORDING = recording as Recorded[]
const HTTP: Setting = { view: 'http', redirects: false, hsts: false, client: 'first-visit' }
const COMPLETE: Setting = { view: 'https', redirects: true, hsts: true, client: 'first-visit' }

const trips = (setting: Setting) => tripsOf(setting, RECORDING)
const story = (setting: Setting) =>
  trips(setting).map(({ protocol, step, status }) => `${protocol} ${step} ${status}`)
const legs = (setting: Setting, place = 'outside') =>
  trips(setting).flatMap((trip) => trip.legs.filter((leg) => leg.place === place))

describe('tripsOf', () => {
  const ALL_CLEAR = ['http visit 401', 'http login 200', 'http profile 200']
  const ALL_TLS = ['https visit 401', 'https login 200', 'https profile 200']

  test('stays on HTTP if there is nothing else', () => {
    expect(story(HTTP)).toEqual(ALL_CLEAR)
  })

  test('ignores rules that a server without HTTPS cannot follow', () => {
    expect(story({ ...COMPLETE, view: 'http' })).toEqual(ALL_CLEAR)
  })

  test.each([false, true])('stays on HTTP if nobody redirects, with HSTS %s', (hsts) => {
    expect(story({ ...COMPLETE, redirects: false, hsts, client: 'next-visit' })).toEqual(ALL_CLEAR)
  })

  test('goes on over TLS from the redirection of a visit', () => {
    expect(story(COMPLETE)).toEqual(['http visit 308', ...ALL_TLS])
  })

  test('makes no request over HTTP if the browser remembers HSTS', () => {
    expect(story({ ...COMPLETE, client: 'next-visit' })).toEqual(ALL_TLS)
  })

  test('visits over HTTP every time without HSTS', () => {
    const forgetful: Setting = { ...COMPLETE, hsts: false, client: 'next-visit' }
    expect(story(forgetful)).toEqual(['http visit 308', ...ALL_TLS])
  })

  test('refuses the login of an app, which has already sent it', () => {
    const app: Setting = { ...COMPLETE, client: 'app' }
    expect(story(app)).toEqual(['http login 403'])
    expect(secretsIn(legs(app))).toEqual(['password'])
  })

  test('does not stop an app if the server does not refuse HTTP', () => {
    expect(story({ ...COMPLETE, redirects: false, client: 'app' })).toEqual(ALL_CLEAR.slice(1))
  })

  test('sends HSTS over TLS only if the server does', () => {
    const answers = (hsts: boolean) =>
      trips({ ...COMPLETE, view: 'proxy', hsts }).map(({ legs }) =>
        legs.some(
          ({ place, pieces }) =>
            place === 'inside' && /strict-transport/i.test(pieces.map((p) => p.text).join('')),
        ),
      )
    expect(answers(true)).toEqual([false, true, true, true])
    expect(answers(false)).toEqual([false, false, false, false])
  })

  test('says which exchange is missing in a recording', () => {
    expect(() => tripsOf(HTTP, [])).toThrow('not recorded: http visit')
  })
})

describe('what was recorded', () => {
  test('shows every secret over HTTP', () => {
    expect(caught(legs(HTTP))).toEqual(['password', 'accessToken', 'bearer', 'name'])
  })

  test('shows only the name of the server over TLS', () => {
    expect(caught(legs({ ...COMPLETE, client: 'next-visit' }))).toEqual(['name'])
  })

  test('shows every secret behind a proxy that ends TLS', () => {
    const proxied: Setting = { ...COMPLETE, view: 'proxy', client: 'next-visit' }
    expect(caught(legs(proxied))).toEqual(['name'])
    expect(secretsIn(legs(proxied, 'inside'))).toEqual(['password', 'accessToken', 'bearer'])
  })

  test('has no secret in the visit that is redirected', () => {
    expect(secretsIn(trips(COMPLETE)[0]!.legs)).toEqual([])
  })
})

describe('piecesOf', () => {
  test('sets apart what gives something away', () => {
    expect(piecesOf('a Bearer x.y.z b')).toEqual([
      { text: 'a ' },
      { text: 'Bearer x.y.z', found: 'bearer' },
      { text: ' b' },
    ])
  })

  test('writes a dot for each byte that is no text', () => {
    expect(piecesOf('\x16\x03é\r\nok')).toEqual([{ text: '···\nok' }])
  })
})

describe('reasonOf', () => {
  test.each<[Partial<Setting>, string]>([
    [{ view: 'http' }, 'noTls'],
    [{ redirects: false, hsts: false }, 'notUsed'],
    [{ redirects: false }, 'hstsUnheard'],
    [{ client: 'app' }, 'tooLate'],
    [{ hsts: false, client: 'next-visit' }, 'everyVisit'],
    [{}, 'nextTime'],
    [{ client: 'next-visit' }, 'remembered'],
  ])('of %j is %s', (change, reason) => {
    expect(reasonOf({ ...COMPLETE, ...change })).toBe(reason)
  })
})

describe('answerFor', () => {
  test.each<[string, Setting]>([
    ['La contraseña y el token', HTTP],
    ['La visita, sin secretos', COMPLETE],
    ['Nada', { ...COMPLETE, client: 'next-visit' }],
  ])('is «%s»', (answer, setting) => {
    expect(answerFor(trips(setting))).toBe(answer)
  })
})

describe('verdictOf', () => {
  test('names what is read', () => {
    const text =
      'Quien espía la red lee la contraseña, el token de la respuesta y el token de la solicitud (Bearer …).'
    expect(verdictOf(trips(HTTP))).toEqual([{ text, safe: false }])
  })

  test('judges both legs behind a proxy', () => {
    const proxied = trips({ ...COMPLETE, view: 'proxy' })
    expect(verdictOf(proxied).map(({ safe }) => safe)).toEqual([true, false])
  })
})
