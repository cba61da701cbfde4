import { randomBytes } from 'node:crypto'
import { beforeAll, expect, test, vi } from 'vitest'
import { exigirSecreto } from '#solucion/01-generar-el-token/token.ts'
import { readRecording } from '../../curriculum/recording.ts'
import { situations } from './asked/all.ts'
import { converse, issue } from './conversation.ts'
import { BEHIND, startExpress } from './servers.ts'
import { issueAgain, type ToldToken } from './told-token.ts'

// The finished application, whatever the learner has made of its last lesson.
vi.mock('#ejercicio/08-https/https.ts', () => import('#solucion/08-https/https.ts'))

// The same password is derived once for the same hash: it is slow on purpose, and many situations log in as Ana.
vi.mock('#solucion/07-nunca-contrasenas/datos-sensibles.ts', async (original) => {
  const real = await original<typeof import('#solucion/07-nunca-contrasenas/datos-sensibles.ts')>()
  const known = new Map<string, Promise<boolean>>()
  const comprobar = (...pair: [string, string]) => {
    const key = JSON.stringify(pair)
    const matches = known.get(key) ?? real.comprobar(...pair)
    known.set(key, matches)
    return matches
  }
  return { ...real, comprobar }
})

const recording = readRecording()

/** What the token said that Flask gave to that account. */
function givenTo(account: string): ToldToken {
  const login = recording.find(({ titulo }) => titulo === `POST /login, inicio de sesión de ${account}`)
  return Object(login?.flask.cuerpo).access_token
}

// Another test file of this worker may have loaded that application with the exercise in it.
beforeAll(() => void vi.resetModules())

test('the finished app answers what was recorded beside Flask', async () => {
  const secret = randomBytes(32).toString('base64url')
  const now = Math.floor(Date.now() / 1000)
  const { crearApp } = await import('../../../lessons/08-https/app.ts')
  const api = await startExpress(crearApp({ secreto: exigirSecreto(secret), ...BEHIND }))
  try {
    const own = await issue(api.origin)
    const other = {
      ana: issueAgain(givenTo('Ana'), secret, now, 'flask-1'),
      root: issueAgain(givenTo('root'), secret, now, 'flask-2'),
      closing: issueAgain(givenTo('Ana'), secret, now, 'flask-3'),
    }
    const asked = situations({ secret, now, own, other })
    const answers = await converse(api.origin, asked)
    expect(asked.map(({ title }, index) => ({ titulo: title, cuaderno: answers[index] }))).toEqual(
      recording.map(({ titulo, cuaderno }) => ({ titulo, cuaderno })),
    )
  } finally {
    api.stop()
  }
})
