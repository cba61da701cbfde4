import { createSecretKey, type KeyObject } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import express, { type Express, type RequestHandler } from 'express'
import jwt, { type Secret } from 'jsonwebtoken'
import { crearServidor } from '#comun/http.ts'
import { exigirSecreto } from '#solucion/01-generar-el-token/token.ts'
import { ListaDeRevocados } from '#solucion/05-revocar-tokens/revocacion.ts'
import { crearApp } from '../../../../lessons/08-https/app.ts'
import type { ContenderName } from './names.ts'
import { fill } from './revoked.ts'

/** What each server is given: the secret as a text, where the peers' packages are, and how many tokens are revoked. */
export interface Given {
  secret: string
  peer: NodeJS.Require
  revoked: number
}

const BODY = { id: '1' }
const key = (secret: string) => createSecretKey(secret, 'utf8')

/** Each as its own documentation begins, with a single algorithm; `-clave` is the same with a `KeyObject`. */
export const CONTENDERS: Record<ContenderName, (given: Given) => Server | Promise<Server>> = {
  express: () => createServer(express().get('/perfil', profile)),
  terminada: finished,
  'a-mano-texto': ({ secret }) => guarded(byHand(secret)),
  'a-mano-clave': ({ secret }) => guarded(byHand(key(secret))),
  'express-jwt-texto': ({ secret, peer }) => guarded(expressJwt(secret, peer)),
  'express-jwt-clave': ({ secret, peer }) => guarded(expressJwt(key(secret), peer)),
  'passport-jwt-texto': ({ secret, peer }) => guarded(passportJwt(secret, peer)),
  'passport-jwt-clave': ({ secret, peer }) => guarded(passportJwt(key(secret), peer)),
  'fastify-jwt': fastifyJwt,
}

function profile(_req: express.Request, res: express.Response): void {
  res.json(BODY)
}

/** As a session serves it, with the accounts in memory. */
function finished({ secret, revoked }: Given): Server {
  const revocados = new ListaDeRevocados()
  fill(revocados, revoked)
  return crearServidor(crearApp({ secreto: exigirSecreto(secret), revocados }))
}

function guarded(guard: RequestHandler): Server {
  const app: Express = express().get('/perfil', guard, profile)
  return createServer(app.use(unauthorized))
}

/** What express-jwt asks for: it hands its refusal to the next handler. */
const unauthorized: express.ErrorRequestHandler = (error, _req, res, next) => {
  if (error.status !== 401) return next(error)
  res.sendStatus(401)
}

function byHand(secret: Secret): RequestHandler {
  return function authenticate(req, res, next) {
    const token = req.headers.authorization?.split(' ')[1]
    if (!token) return void res.sendStatus(401)
    jwt.verify(token, secret, { algorithms: ['HS256'] }, (error, payload) => {
      if (error) return res.sendStatus(401)
      res.locals.user = payload
      next()
    })
  }
}

function expressJwt(secret: string | KeyObject, peer: NodeJS.Require): RequestHandler {
  return peer('express-jwt').expressjwt({ secret, algorithms: ['HS256'] })
}

function passportJwt(secretOrKey: string | KeyObject, peer: NodeJS.Require): RequestHandler {
  const { Strategy, ExtractJwt } = peer('passport-jwt')
  const { Passport } = peer('passport')
  const jwtFromRequest = ExtractJwt.fromAuthHeaderAsBearerToken()
  const accept = (payload: object, done: (error: null, user: object) => void) => done(null, payload)
  const passport = new Passport().use(
    new Strategy({ jwtFromRequest, secretOrKey, algorithms: ['HS256'] }, accept),
  )
  return passport.authenticate('jwt', { session: false })
}

async function fastifyJwt({ secret, peer }: Given): Promise<Server> {
  const app = peer('fastify')()
  app.register(peer('@fastify/jwt'), { secret, verify: { algorithms: ['HS256'] } })
  const onRequest = (request: { jwtVerify(): Promise<unknown> }) => request.jwtVerify()
  app.after(() => app.get('/perfil', { onRequest }, async () => BODY))
  await app.ready()
  return app.server
}
