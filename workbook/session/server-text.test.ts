import { expect, test } from 'vitest'
import { serverText } from './server-text.ts'
import { type ServerState, STARTING } from './state.ts'
import { TEXTS } from './texts.ts'

test.each<[ServerState['kind'], Partial<ServerState>, string]>([
  ['starting', {}, TEXTS.starting],
  ['waiting', {}, TEXTS.serverWaits],
  ['ready', { addresses: ['http://a', 'https://b'] }, 'http://a · https://b'],
  ['failed', { reason: 'El puerto está ocupado' }, TEXTS.serverFailed('El puerto está ocupado')],
])('tells a server that is %s', (kind, more, text) => {
  expect(serverText({ ...STARTING, kind, ...more })).toBe(text)
})
