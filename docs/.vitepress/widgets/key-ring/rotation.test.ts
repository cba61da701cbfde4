import { describe, expect, test } from 'vitest'
import { Rotation } from './rotation.ts'

const answers = ({ state }: Rotation) =>
  Object.fromEntries(state.rows.map((row) => [row.who, row.answers.join(' ')]))

async function begin() {
  const rotation = new Rotation()
  await rotation.ready
  return rotation
}

async function wait(rotation: Rotation, turns: number) {
  for (let turn = 0; turn < turns; turn++) await rotation.advance()
}

describe('Rotation', () => {
  test('begins with a session that everybody accepts', async () => {
    expect(answers(await begin())).toEqual({ Ana: '200 200 200' })
  })

  test('cuts off, where the copy is old, who is signed for with a key that nobody has seen', async () => {
    const rotation = await begin()
    rotation.signWith('k2')
    await rotation.logIn()
    expect(answers(rotation)).toEqual({ Ana: '200 200 200', Bruno: '200 422 422' })
    expect(rotation.state.news).toContain('Bruno')
    await wait(rotation, 1)
    expect(answers(rotation).Bruno).toBe('200 200 422')
    await wait(rotation, 1)
    expect(answers(rotation).Bruno).toBe('200 200 200')
  })

  test('cuts nobody off with a key that was published, seen, used and only then left alone', async () => {
    const rotation = await begin()
    await rotation.publish()
    await wait(rotation, 2)
    rotation.signWith('k2')
    await rotation.logIn()
    expect(answers(rotation)).toEqual({ Ana: '200 200 200', Bruno: '200 200 200' })
    await wait(rotation, 4)
    await rotation.retire('k1')
    await wait(rotation, 2)
    expect(answers(rotation)).toEqual({ Ana: '422 422 422', Bruno: '401 401 401' })
  })

  test('refuses what a retired key signed: at once in the API, and later where it is still in the copy', async () => {
    const rotation = await begin()
    await rotation.publish()
    rotation.signWith('k2')
    await rotation.retire('k1')
    expect(answers(rotation)).toEqual({ Ana: '422 200 200' })
    await wait(rotation, 2)
    expect(answers(rotation)).toEqual({ Ana: '422 422 422' })
  })

  test('keeps a key to sign with', async () => {
    const rotation = await begin()
    await rotation.retire('k1')
    expect(rotation.state.ring.map(({ kid }) => kid)).toEqual(['k1'])
  })

  test('lets a token in that brings its key only where keys of tokens are taken', async () => {
    const rotation = await begin()
    await rotation.forge()
    expect(answers(rotation).Intruso).toBe('422 422 422')
    await rotation.trust(true)
    expect(answers(rotation).Intruso).toBe('422 422 200')
    expect(rotation.state.news).toContain('El token falso entra')
  })

  test('remembers the last three tokens', async () => {
    const rotation = await begin()
    rotation.logIn()
    rotation.logIn()
    await rotation.logIn()
    expect(Object.keys(answers(rotation))).toEqual(['Bruno', 'Carla', 'Ana'])
  })
})
