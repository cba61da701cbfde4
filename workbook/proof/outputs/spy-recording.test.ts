import { describe, expect, test } from 'vitest'
import type { Recorded } from '../../../docs/.vitepress/widgets/network-spy/network-spy.ts'
import { keptRecording, lasting, recordSpy } from './spy-recording.ts'

const SECRETS = /clave-ana|Bearer |access_token|perfil|HTTP/

const textOf = (base64: string) => Buffer.from(base64, 'base64').toString('latin1')
const outsideOf = (recording: Recorded[], protocol: string, step: string) =>
  recording.filter((one) => one.protocol === protocol && one.step === step).map((one) => textOf(one.outside))

describe('the recording that the widget shows', () => {
  const kept = keptRecording()

  test('tells what a run records today', { timeout: 60_000 }, async () => {
    expect(lasting(kept)).toEqual(lasting(await recordSpy()))
  })

  test('has the password in every login over HTTP, also when it is refused', () => {
    const logins = outsideOf(kept, 'http', 'login')
    expect(logins).toHaveLength(4)
    for (const text of logins) expect(text).toContain('"password":"clave-ana"')
  })

  test('has the token in every profile over HTTP', () => {
    const profiles = outsideOf(kept, 'http', 'profile')
    expect(profiles).toHaveLength(2)
    for (const text of profiles) expect(text).toMatch(/Bearer [\w-]+\.[\w-]+\.[\w-]+/)
  })

  test('has nothing to read in what passed over TLS', () => {
    const overTls = ['visit', 'login', 'profile'].flatMap((step) => outsideOf(kept, 'https', step))
    expect(overTls).toHaveLength(12)
    for (const text of overTls) expect(text).not.toMatch(SECRETS)
  })

  test('has the name of the server where a TLS connection opens', () => {
    for (const text of outsideOf(kept, 'https', 'visit')) {
      expect(text.slice(0, 3)).toBe('\x16\x03\x01')
      expect(text).toContain('localhost')
    }
  })

  test('has the password and the token in clear behind the proxy', () => {
    const inside = kept.filter(({ protocol }) => protocol === 'https').map((one) => textOf(one.inside ?? ''))
    expect(inside.filter((text) => text.includes('"password":"clave-ana"'))).toHaveLength(2)
    expect(inside.filter((text) => /authorization: Bearer [\w-]+\./.test(text))).toHaveLength(2)
  })
})

describe('lasting', () => {
  const http = (text: string): Recorded => ({
    ...{ protocol: 'http', strict: false, proxy: false, step: 'login', status: 200, milliseconds: 3 },
    outside: Buffer.from(text).toString('base64'),
  })

  test.each([
    ['the token that is given', '{"access_token":"a.b.c"}', '{"access_token":"d.e.f"}'],
    ['the token that is sent', 'Bearer a.b.c\r\n', 'Bearer d.e.f\r\n'],
    ['the date', 'Date: Sun, 1 Jan\r\n', 'Date: Mon, 2 Jan\r\n'],
  ])('does not depend on %s', (_what, one, other) => {
    expect(lasting([http(one)])).toEqual(lasting([http(other)]))
  })

  test('depends on the rest', () => {
    expect(lasting([http('{"error":"a"}')])).not.toEqual(lasting([http('{"error":"b"}')]))
  })
})
