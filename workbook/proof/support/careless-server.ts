// A small API of somebody else's, with the mistakes that are asked for and no other.
import { generateKeyPairSync, randomUUID } from 'node:crypto'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import express, { type ErrorRequestHandler, type Request, type RequestHandler, type Response } from 'express'
import jwt from 'jsonwebtoken'
import type { RouteMap } from '../../attack/route-map.ts'

export interface Mistakes {
  /** Reads the token without verifying it. */
  decodes?: true
  /** Signs and verifies with this secret. */
  secret?: string
  /** Has the public key in a variable with written line breaks, and takes whatever algorithm comes. */
  publicKeyAsSecret?: true
  ignoresExpiration?: true
  forgetsRevoked?: true
  /** Believes the role that the request says. */
  believesRole?: true
  /** Also looks for the token in the address. */
  tokenInAddress?: true
  tellsWhoExists?: true
  /** Turns what came into a text before it compares. */
  comparesLoosely?: true
  tellsTraces?: true
  showsWholeAccount?: true
}

const HASH = `${'a'.repeat(32)}:${'b'.repeat(64)}`
const ACCOUNTS = [
  { id: '1', correo: 'eva@example.org', clave: 'una clave de Eva', papel: 'lectura', resumen: HASH },
  { id: '7', correo: 'jefa@example.org', clave: 'otra clave, de la jefa', papel: 'admin', resumen: HASH },
]
const HOUR_S = 3600
const GOOD_SECRET = 'b8Qm2-un-texto-al-azar-que-nadie-adivina-7Xz'

const PUBLIC_KEY = generateKeyPairSync('rsa', { modulusLength: 2048 })
  .publicKey.export({ type: 'spki', format: 'pem' })
  .toString()

/** What is known of it: with other routes and names than those of the workbook. */
export function careless(mistakes: Mistakes = {}) {
  const secret = mistakes.publicKeyAsSecret
    ? PUBLIC_KEY.trim().replaceAll('\n', '\\n')
    : (mistakes.secret ?? GOOD_SECRET)
  const map: RouteMap = {
    login: { method: 'POST', path: '/api/sesion' },
    fields: { user: 'correo', password: 'clave', token: 'datos.jwt', renewal: 'datos.renovacion' },
    profile: { method: 'GET', path: '/api/yo' },
    admin: { method: 'GET', path: '/api/informes' },
    logout: { method: 'DELETE', path: '/api/sesion' },
    account: { user: 'eva@example.org', password: 'una clave de Eva', hash: HASH },
    adminAccount: { user: 'jefa@example.org', password: 'otra clave, de la jefa' },
    role: 'papel',
    secret,
    publicKey: PUBLIC_KEY,
  }
  return { map, app: appWith(secret, mistakes) }
}

function appWith(secret: string, mistakes: Mistakes): express.Express {
  const revoked = new Set<string>()

  function verify(token: string): jwt.JwtPayload {
    if (mistakes.decodes) return jwt.decode(token) as jwt.JwtPayload
    const { header, payload } = jwt.verify(token, secret, {
      complete: true,
      ignoreExpiration: mistakes.ignoresExpiration,
      ...(!mistakes.publicKeyAsSecret && { algorithms: ['HS256'] }),
    })
    if (header.crit !== undefined || header.typ !== 'JWT') throw new Error('extensions')
    return payload as jwt.JwtPayload
  }

  function check(claims: jwt.JwtPayload): void {
    const { sub, exp, iat, jti } = claims
    const texts = typeof sub === 'string' && typeof jti === 'string' && jti.length > 10
    const kind = ['type', 'typ', 'token_use', 'token_type'].some((name) => name in claims)
    const lives = typeof exp === 'number' && typeof iat === 'number' && exp <= Date.now() / 1000 + HOUR_S + 60
    if (!texts || kind || !(lives || mistakes.ignoresExpiration)) throw new Error('claims')
    if (revoked.has(jti) && !mistakes.forgetsRevoked) throw new Error('revoked')
  }

  const guard: RequestHandler = (req, res, next) => {
    const found = /^bearer +([\w.-]+)$/i.exec(req.get('Authorization') ?? '')?.[1]
    const token = found ?? (mistakes.tokenInAddress && req.query.token)
    try {
      const claims = verify(String(token))
      if (!mistakes.decodes) check(claims)
      const account = ACCOUNTS.find(({ id }) => id === claims.sub)
      if (!account) throw new Error('nobody')
      res.locals = { claims, account }
    } catch {
      return void res.status(401).json({ fallo: 'no autorizado' })
    }
    next()
  }

  function login(req: Request, res: Response): void {
    const { correo, clave } = Object(req.body)
    const account = ACCOUNTS.find((one) => one.correo === correo)
    const same = account?.clave === (mistakes.comparesLoosely ? String(clave) : clave)
    if (!account && mistakes.tellsWhoExists)
      return void res.status(404).json({ fallo: 'esa cuenta no existe' })
    if (!account || !same) return void res.status(401).json({ fallo: 'credenciales' })
    const { id, papel } = account
    const signed = jwt.sign({ papel }, secret, {
      algorithm: 'HS256',
      subject: id,
      expiresIn: HOUR_S,
      jwtid: randomUUID(),
    })
    res.set('Cache-Control', 'no-store').json({ datos: { jwt: signed } })
  }

  function reports(req: Request, res: Response): void {
    const { papel } = res.locals.claims
    const said = mistakes.believesRole && (Object(req.body).papel ?? req.query.papel)
    if ((said ?? papel) !== 'admin' && said !== 'admin' && papel !== 'admin')
      return void res.status(403).json({ fallo: 'sin permiso' })
    res.json({ informes: [] })
  }

  const failed: ErrorRequestHandler = (error, _req, res, _next) => {
    const status = error.status ?? 500
    res.status(status).json({ fallo: mistakes.tellsTraces ? error.stack : 'solicitud incorrecta' })
  }

  return express()
    .disable('x-powered-by')
    .use(express.json())
    .post('/api/sesion', login)
    .delete('/api/sesion', guard, (_req, res) => {
      revoked.add(res.locals.claims.jti)
      res.json({})
    })
    .get('/api/yo', guard, (_req, res) => {
      res.json(mistakes.showsWholeAccount ? res.locals.account : { id: res.locals.account.id })
    })
    .get('/api/informes', guard, reports)
    .use((_req, res) => void res.status(404).json({ fallo: 'no existe' }))
    .use(failed)
}

/** Listens on any port; gives its origin. */
export async function listenAnywhere(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}
