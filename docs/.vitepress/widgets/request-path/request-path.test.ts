import { createSecretKey } from 'node:crypto'
import { readFileSync } from 'node:fs'
import express, { type ErrorRequestHandler, type RequestHandler } from 'express'
import jwt from 'jsonwebtoken'
import request from 'supertest'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'
import * as errors from '../../../../lessons/comun/errores.ts'
import { perfil } from '../../../../lessons/comun/rutas.ts'
import { Usuarios } from '../../../../lessons/comun/usuarios.ts'
import { verificarToken } from '../../../../solutions/01-generar-el-token/token.ts'
import * as guard from '../../../../solutions/02-proteger-rutas/guardia.ts'
import { MISTAKE, PLACES, type Place } from './guard-code.ts'
import { authorizationOf, CHOICES, checkToken, readBearer, stateAfter, traceOf } from './request-path.ts'

const SECRET = 'un secreto de treinta y dos bytes, o mas'
const FOREIGN = 'otro secreto de treinta y dos bytes o mas'
const GUARD = new URL('../../../../solutions/02-proteger-rutas/guardia.ts', import.meta.url)
const CASES = CHOICES.flatMap((choice) => [false, true].map((mistaken) => ({ choice, mistaken })))

const verify = (token: string) => verificarToken(token, createSecretKey(SECRET, 'utf8'))
const authorize = (choice: (typeof CHOICES)[number]) => authorizationOf(choice, SECRET, FOREIGN)

/** The real guard, with the mistake if wanted, telling every place it goes through. */
function watchedGuard(mistaken: boolean, visit: (place: string) => void): typeof guard {
  let source = readFileSync(GUARD, 'utf8')
  if (mistaken) source = source.replace(MISTAKE.instead, MISTAKE.write)
  for (const [place, start] of Object.entries(PLACES)) {
    source = source.replace(start, `visit('${place}'); ${start}`)
  }
  const options = { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022, esModuleInterop: true }
  const { outputText } = ts.transpileModule(source, { compilerOptions: options })
  const modules: Record<string, unknown> = { jsonwebtoken: jwt, '#comun/errores.ts': errors }
  const exports = {}
  new Function('exports', 'require', 'visit', outputText)(exports, (name: string) => modules[name], visit)
  return exports as typeof guard
}

/** Sends a request through the real guard, and tells all that happens. */
async function send(authorization: string | undefined, mistaken: boolean) {
  const places: string[] = []
  const seen: { claims?: unknown; ranRoute: boolean; lost?: number } = { ranRoute: false }
  const { exigirToken, identidadDe } = watchedGuard(mistaken, (place) => places.push(place))
  const notice: RequestHandler = (_req, res, next) => {
    seen.ranRoute = true
    seen.claims = res.locals.claims
    next()
  }
  const watchErrors: ErrorRequestHandler = (error, _req, res, next) => {
    if (res.headersSent) seen.lost = error.status
    next(error)
  }
  const app = express().set('env', 'test')
  app.get('/perfil', exigirToken(verify), notice, perfil(new Usuarios(), identidadDe)).use(watchErrors)
  const { status, body } = await request(app)
    .get('/perfil')
    .set(authorization === undefined ? {} : { Authorization: authorization })
  return { places, ...seen, status, body }
}

describe('the trace agrees with the real guard', () => {
  test.each(CASES)('line by line: $choice, mistaken: $mistaken', async ({ choice, mistaken }) => {
    const authorization = await authorize(choice)
    const steps = await traceOf(authorization, SECRET, mistaken)
    // The route is the application's, and the line that waits for the claims is entered once and left once.
    const executed = steps
      .map(({ place }) => place)
      .filter((place, index, places) => place !== 'route' && places.indexOf(place) === index)
    expect(executed).toEqual((await send(authorization, mistaken)).places)
  })

  test.each(CASES)('in what the client gets: $choice, mistaken: $mistaken', async ({ choice, mistaken }) => {
    const authorization = await authorize(choice)
    const steps = await traceOf(authorization, SECRET, mistaken)
    const { claims, answer, lost } = stateAfter(steps, steps.length - 1)
    const real = await send(authorization, mistaken)
    expect(answer?.status).toBe(real.status)
    expect(claims).toEqual(real.claims)
    expect(lost?.status).toBe(real.lost)
    expect(steps.some(({ place }) => place === 'next')).toBe(real.ranRoute)
    if (answer?.body.startsWith('{')) expect(JSON.parse(answer.body)).toEqual(real.body)
  })
})

describe('traceOf', () => {
  test.each([
    ['nothing', 'present', 401],
    ['basic', 'present', 401],
    ['lowercase', 'next', 200],
    ['ana', 'next', 200],
    ['root', 'next', 200],
    ['altered', 'translate', 422],
    ['foreign', 'translate', 422],
  ] as const)('stops %s at «%s» with %i', async (choice, place, status) => {
    const steps = await traceOf(await authorize(choice), SECRET, false)
    expect(steps.at(-2)?.place).toBe(place satisfies Place)
    expect(stateAfter(steps, steps.length - 1).answer?.status).toBe(status)
  })

  test('answers twice only when a mistaken guard finds no token', async () => {
    const twice = await Promise.all(
      CASES.map(async ({ choice, mistaken }) => {
        const steps = await traceOf(await authorize(choice), SECRET, mistaken)
        return stateAfter(steps, steps.length - 1).lost ? [choice, mistaken] : undefined
      }),
    )
    expect(twice.filter(Boolean)).toEqual([
      ['nothing', true],
      ['basic', true],
    ])
  })
})

describe('stateAfter', () => {
  test('knows the token only when it has been read, and the answer only when it has been given', async () => {
    const steps = await traceOf(await authorize('ana'), SECRET, false)
    expect(stateAfter(steps, 0)).toEqual({})
    const [before, last] = [steps.length - 2, steps.length - 1].map((index) => stateAfter(steps, index))
    expect(before).toEqual({ token: expect.any(String), claims: { sub: '1' } })
    expect(last?.answer).toEqual({ status: 200, body: '{"id":"1"}' })
  })
})

test.each([undefined, '', 'Bearer', 'bearer a', 'BEARER  a b', 'Bearer: a', 'Basic a', 'a', ' Bearer a'])(
  'readBearer reads %j as leerBearer',
  (header) => {
    expect(readBearer(header)).toBe(guard.leerBearer(header))
  },
)

test.each(CHOICES)('checkToken says of %s what verificarToken says', async (choice) => {
  const token = readBearer(await authorize(choice))
  const real = (() => {
    try {
      return { claims: verificarToken(token as string, createSecretKey(SECRET, 'utf8')) }
    } catch (error) {
      return { rejection: (error as Error).message }
    }
  })()
  expect(await checkToken(token, SECRET)).toEqual(real)
})
