// Runs with the solutions: lesson 8's application, a client and a spy on every leg. Prints what was recorded.
import { once } from 'node:events'
import http, { type IncomingMessage, type RequestListener } from 'node:http'
import https from 'node:https'
import type { AddressInfo, Server } from 'node:net'
import type { Recorded, Step } from '../../../docs/.vitepress/widgets/network-spy/network-spy.ts'
import { crearApp } from '../../../lessons/08-https/app.ts'
import { type Certificado, generarCertificado } from '../../../lessons/comun/certificado.ts'
import { type Espia, espiar } from '../../../lessons/comun/espia.ts'
import { CUENTA_DE_ANA, SECRETO } from '../../../lessons/comun/pruebas.ts'

type Scene = Pick<Recorded, 'protocol' | 'strict' | 'proxy'>

/** Where the client connects, who listens there, and how to stop it all. */
interface Network {
  port: number
  outside: Espia
  inside?: Espia
  close: () => void
}

const HOST = '127.0.0.1'
const ORIGIN = 'https://localhost'
const SCENES: readonly Scene[] = [false, true].flatMap((proxy) =>
  [false, true].flatMap((strict) => [
    { protocol: 'http', strict, proxy } as const,
    { protocol: 'https', strict, proxy } as const,
  ]),
)

const certificate = await generarCertificado()
const recorded: Recorded[] = []
for (const scene of SCENES) recorded.push(...(await record(scene)))
console.log(JSON.stringify(recorded, undefined, 2))

/** A visit, a login and a request with the token that it gave, over one connection. */
async function record(scene: Scene): Promise<Recorded[]> {
  const network = await connect(scene)
  const ask = clientOf(scene, network)
  const visit = await ask('visit', 'GET', '/perfil')
  const login = await ask('login', 'POST', '/login', {}, JSON.stringify(CUENTA_DE_ANA))
  const { access_token: token } = JSON.parse(login.text)
  const bearer = { Authorization: `Bearer ${token}` }
  const profile = token === undefined ? [] : [await ask('profile', 'GET', '/perfil', bearer)]
  network.close()
  return [visit, login, ...profile].map(({ text, ...step }) => ({ ...scene, ...step }))
}

async function connect({ protocol, strict, proxy }: Scene): Promise<Network> {
  const rules = { ...(strict && { origen: ORIGIN }), ...(proxy && { proxies: ['loopback'] }) }
  const app = crearApp({ secreto: SECRETO, ...rules })
  if (!proxy) {
    const server = await listen(app, protocol)
    const outside = await espiar(portOf(server))
    return { port: outside.puerto, outside, close: closing(server, outside) }
  }
  const api = await listen(app, 'http')
  const inside = await espiar(portOf(api))
  const door = await listen(forward(inside.puerto, protocol), protocol)
  const outside = await espiar(portOf(door))
  return { port: outside.puerto, outside, inside, close: closing(api, inside, door, outside) }
}

function clientOf({ protocol }: Scene, { port, outside, inside }: Network) {
  const seen = { outside: cutter(outside), inside: inside && cutter(inside) }
  const agent = agentFor(protocol, certificate)
  const { request } = protocol === 'https' ? https : http
  return async (step: Step, method: string, path: string, own = {}, body = '') => {
    const headers = { Host: 'localhost', ...(body && { 'Content-Type': 'application/json' }), ...own }
    const started = performance.now()
    const sent = request({ host: HOST, port, method, path, headers, agent }).end(body)
    const [response]: IncomingMessage[] = await once(sent, 'response')
    const text = (await response!.toArray()).join('')
    const milliseconds = Math.round(performance.now() - started)
    const status = response!.statusCode ?? 0
    const bytes = { outside: seen.outside(), ...(seen.inside && { inside: seen.inside() }) }
    return { step, status, milliseconds, ...bytes, text }
  }
}

/** One connection for all the requests, as a browser does. */
function agentFor(protocol: Scene['protocol'], { cert }: Certificado): http.Agent {
  const options = { keepAlive: true, maxSockets: 1 }
  return protocol === 'https' ? new https.Agent({ ...options, ca: cert }) : new http.Agent(options)
}

/** The bytes, in base64, that the spy has seen since the last time. */
function cutter(spy: Espia): () => string {
  let start = 0
  return () => {
    const seen = spy.visto().slice(start)
    start += seen.length
    return Buffer.from(seen, 'latin1').toString('base64')
  }
}

/** A reverse proxy that ends TLS, if there is any, and goes on in clear. */
function forward(port: number, protocol: Scene['protocol']): RequestListener {
  return (req, res) => {
    const headers = { ...req.headers, 'X-Forwarded-Proto': protocol }
    const onward = http.request(
      { host: HOST, port, method: req.method, path: req.url, headers },
      (answer) => {
        res.writeHead(answer.statusCode ?? 502, answer.headers)
        answer.pipe(res)
      },
    )
    req.pipe(onward)
  }
}

async function listen(handler: RequestListener, protocol: Scene['protocol']): Promise<http.Server> {
  const server = protocol === 'https' ? https.createServer(certificate, handler) : http.createServer(handler)
  await once(server.listen(0, HOST), 'listening')
  return server
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port
}

function closing(...listeners: (http.Server | Espia)[]): () => void {
  return () => {
    for (const each of listeners) {
      if ('cerrar' in each) each.cerrar()
      else each.close().closeAllConnections()
    }
  }
}
