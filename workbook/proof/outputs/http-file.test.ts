import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, symlinkSync } from 'node:fs'
import https from 'node:https'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { appOf } from '../../curriculum/lesson.ts'
import { loadBook } from '../../curriculum/lessons.ts'
import { nodeArgs } from '../../curriculum/node-args.ts'
import { ROOT } from '../../curriculum/paths.ts'
import { ownEnv } from '../support/project-copy.ts'
import { makeFolder, removeFolder } from '../support/temp-folder.ts'
import { HTTP_FILE } from './outputs.ts'

interface Sent {
  title: string
  name?: string
  method: string
  url: string
  headers: Record<string, string>
  body: string
}

/** Reads a file of requests, and leaves its variables for when each is sent. */
function parse(source: string): { variables: Map<string, string>; requests: Sent[] } {
  const [head = '', ...parts] = source.split(/^### /m)
  const variables = new Map(
    [...head.matchAll(/^@(\w+) = (.*)$/gm)].map(([, name = '', value = '']) => [name, value]),
  )
  const requests = parts.map((part) => {
    const [top = '', ...body] = part.split('\n\n')
    const [title = '', ...lines] = top.split('\n')
    const [first = '', ...headers] = lines.filter((line) => !line.startsWith('#'))
    const [method = '', url = ''] = first.split(' ')
    return {
      title,
      name: /^# @name (\w+)$/m.exec(top)?.[1],
      method,
      url,
      headers: Object.fromEntries(headers.filter(Boolean).map((line) => line.split(': '))),
      body: body.join('\n\n').trim(),
    }
  })
  return { variables, requests }
}

// The finished app, as a session serves it in the last lesson: over TLS.
describe('lessons/cuaderno.http', { timeout: 60_000 }, () => {
  const folder = makeFolder()
  let app: ChildProcess
  let origin: string
  let ca: string

  beforeAll(async () => {
    symlinkSync(`${ROOT}node_modules`, join(folder, 'node_modules'), 'junction')
    const { slug } = appOf(await loadBook())
    const server = `${ROOT}lessons/comun/servidor.ts`
    const stdio = ['ignore', 'ignore', 'inherit', 'ipc'] as const
    app = spawn(process.execPath, [...nodeArgs('solucion'), server, slug], {
      cwd: folder,
      env: ownEnv(),
      stdio: [...stdio],
    })
    const ended = once(app, 'exit').then(([code]) => {
      throw new Error(`servidor.ts ended with ${code} before it listened`)
    })
    const [ready] = (await Promise.race([once(app, 'message'), ended])) as [
      { direcciones: string[]; ca: string },
    ]
    ended.catch(() => {})
    origin = ready.direcciones[0] ?? ''
    ca = ready.ca
  }, 60_000)

  afterAll(async () => {
    const exit = once(app, 'exit')
    if (app.kill('SIGKILL')) await exit
    removeFolder(folder)
  }, 60_000)

  async function send({ method, url, headers, body }: Sent, fill: (text: string) => string) {
    const filled = Object.entries(headers).map(([name, value]) => [name, fill(value)])
    const options = { method, ca, agent: false, headers: Object.fromEntries(filled) }
    const request = https.request(fill(url), options).end(fill(body))
    const [response] = (await once(request, 'response')) as [import('node:http').IncomingMessage]
    return { status: response.statusCode, body: JSON.parse(await text(response)) }
  }

  test('goes from a login to a profile that is shown, and to those that are refused', async () => {
    const { variables, requests } = parse(readFileSync(HTTP_FILE, 'utf8'))
    const named = new Map<string, Record<string, string>>()
    variables.set('servidor', origin)
    const fill = (template: string): string =>
      template.replace(/\{\{([^}]+)\}\}/g, (_, name: string) => {
        const [, request = '', field = ''] = /^(\w+)\.response\.body\.\$\.(\w+)$/.exec(name) ?? []
        return request ? (named.get(request)?.[field] ?? '') : fill(variables.get(name) ?? '')
      })
    const answers = []
    for (const request of requests) {
      const { status, body } = await send(request, fill)
      if (request.name) named.set(request.name, body)
      answers.push(`${request.title.replace(/^Lección \d: /, '')} → ${status}`)
    }
    expect(answers).toEqual([
      'POST /login, iniciar sesión como Ana → 200',
      'POST /login, iniciar sesión como root → 200',
      'GET /perfil, sin token → 401',
      'GET /perfil, con tu último token → 200',
      'GET /perfil, con ese token alterado → 422',
      'POST /login, con un JSON mal formado → 400',
      'POST /logout, con tu último token → 200',
      // It was just revoked.
      'GET /admin, con tu último token → 401',
    ])
  })
})
