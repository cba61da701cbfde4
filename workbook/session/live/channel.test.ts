import { once } from 'node:events'
import { createServer, type IncomingMessage, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import type { LiveStatus } from '../../verdict/result-view.ts'
import { LiveChannel } from './channel.ts'

function status(summary: string): LiveStatus {
  return { title: 'Lección 1 · Saludos', page: 'lecciones/01-saludos', summary, rows: [], solved: [] }
}

/** A channel on a server of its own, and how to ask it from a page. */
async function openChannel() {
  const channel = new LiveChannel()
  const server = createServer(channel.handle).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  const host = `127.0.0.1:${port}`
  const ask = async (headers: Record<string, string> = {}, method = 'GET') => {
    const asked = request({ port, host: '127.0.0.1', method, headers: { host, ...headers } })
    const [answer]: IncomingMessage[] = await once(asked.end(), 'response')
    return answer!.setEncoding('utf8')
  }
  return { channel, host, ask }
}

/** Everything that a page hears until it has heard this. */
async function hear(page: IncomingMessage, awaited: string): Promise<string> {
  let heard = ''
  while (!heard.includes(awaited)) heard += (await once(page, 'data'))[0]
  return heard
}

describe('a page that listens', () => {
  test('gets events that no cache keeps', async () => {
    const { ask } = await openChannel()
    const { statusCode, headers } = await ask()
    expect(statusCode).toBe(200)
    expect(headers).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    })
    expect(headers).not.toHaveProperty('access-control-allow-origin')
  })

  test('hears at once how the session was last', async () => {
    const { channel, ask } = await openChannel()
    channel.publish(status('uno'))
    channel.publish(status('dos'))
    const heard = await hear(await ask(), 'dos')
    expect(heard).toBe(`data: ${JSON.stringify(status('dos'))}\n\n`)
  })

  test('waits for the first status if there is none yet', async () => {
    const { channel, ask } = await openChannel()
    const page = await ask()
    channel.publish(status('uno'))
    expect(await hear(page, 'uno')).toBe(`data: ${JSON.stringify(status('uno'))}\n\n`)
  })

  test('hears each status as one line of data, whatever its texts', async () => {
    const { channel, ask } = await openChannel()
    const page = await ask()
    channel.publish(status('uno\n\ndata: dos'))
    const [event = ''] = (await hear(page, 'data')).split('\n').filter((line) => line.startsWith('data: '))
    expect(JSON.parse(event.slice('data: '.length))).toEqual(status('uno\n\ndata: dos'))
  })

  test('hears the same as the others', async () => {
    const { channel, ask } = await openChannel()
    const pages = [await ask(), await ask(), await ask()]
    expect(channel.listeners).toBe(3)
    const heard = pages.map((page) => hear(page, 'tres'))
    channel.publish(status('tres'))
    for (const text of await Promise.all(heard)) expect(text).toContain('"summary":"tres"')
  })

  test('is forgotten when it goes away, and the others go on', async () => {
    const { channel, ask } = await openChannel()
    const [gone, stays] = [await ask(), await ask()]
    gone!.destroy()
    await vi.waitUntil(() => channel.listeners === 1)
    channel.publish(status('sigue'))
    expect(await hear(stays!, 'sigue')).toContain('sigue')
  })

  test('leaves nothing behind, however many come and go', async () => {
    const { channel, ask } = await openChannel()
    for (let visit = 0; visit < 20; visit++) {
      const page = await ask()
      channel.publish(status(`visita ${visit}`))
      page.destroy()
    }
    await vi.waitUntil(() => channel.listeners === 0)
    expect(channel.listeners).toBe(0)
  })
})

describe('whoever asks', () => {
  test.each(['localhost', 'localhost:5173', '127.0.0.1:5173', '[::1]:5173'])(
    'is answered if it calls this machine %s',
    async (host) => {
      const { ask } = await openChannel()
      expect((await ask({ host })).statusCode).toBe(200)
    },
  )

  test('is answered if its page comes from this very site', async () => {
    const { ask, host } = await openChannel()
    const headers = { 'sec-fetch-site': 'same-origin', origin: `http://${host}` }
    expect((await ask(headers)).statusCode).toBe(200)
  })

  test.each([
    ['a page of another site', { origin: 'https://example.com' }],
    ['a page of another port of this machine', { origin: 'http://127.0.0.1:3000' }],
    ['a page without an origin of its own', { origin: 'null' }],
    ['a script that another site embeds', { 'sec-fetch-site': 'cross-site' }],
    ['a script that another port embeds', { 'sec-fetch-site': 'same-site' }],
    ['a site whose name points here', { host: 'rebind.example.com', 'sec-fetch-site': 'same-origin' }],
    [
      'a site whose name points here, and says so',
      { host: 'localhost.example.com', origin: 'http://localhost.example.com' },
    ],
    ['another machine of the network', { host: '192.168.1.20:5173' }],
  ])('is refused if it is %s', async (_who, headers: Record<string, string>) => {
    const { channel, ask } = await openChannel()
    channel.publish(status('secreto'))
    const answer = await ask(headers)
    expect(answer.statusCode).toBe(403)
    expect(await answer.toArray()).toEqual([])
    expect(channel.listeners).toBe(0)
  })

  test('can only listen', async () => {
    const { channel, ask } = await openChannel()
    expect((await ask({}, 'POST')).statusCode).toBe(405)
    expect(channel.listeners).toBe(0)
  })
})
