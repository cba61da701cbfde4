// The learner's app, listening on a virtual port of this Worker: what `lessons/comun/servidor.ts` does in
// the terminal, without a disk.
import { createSecretKey, type KeyObject } from 'node:crypto'
import { tracingChannel } from 'node:diagnostics_channel'
import * as http from 'node:http'
import * as https from 'node:https'
import type { AddressInfo, Server } from 'node:net'
import type { Express } from 'express'
import type { SentError } from '../protocol.ts'
import type { AppAnswer, AppRequest, ServeOrder } from '../serve-protocol.ts'
import { flushConsole } from './console.ts'
import { Linker } from './linker.ts'
import { importable } from './packages.ts'
import { tellPage } from './page.ts'
import { toSentError } from './runner.ts'

const SECRET_BYTES = 32

interface Certificate {
  cert: string
  key: string
}

interface Options {
  secreto: KeyObject
  origen?: string
}

interface App {
  crearApp: (options: Options) => Express
  /** What only this app takes from the environment. */
  opcionesDe?: (environment: Record<string, string>) => object | Promise<object>
}

interface Servers {
  crearServidor: (app: Express) => Server
  crearServidorSeguro: (app: Express, certificate: Certificate) => Server
}

interface Listening {
  port: number
  securePort?: number
  ca?: string
}

const FAILED = 500

let listening: Listening | undefined
/** The first error of the request that is on its way: what comes later is about that one. */
let thrown: SentError | undefined

tracingChannel('express.router.request').error.subscribe((message) => {
  thrown ??= toSentError((message as { error?: unknown }).error)
})

/** Starts the app of a lesson and tells the page when it listens, or why it does not. */
export async function serve({ slug, tls, environment = {}, ...work }: ServeOrder): Promise<void> {
  try {
    const linker = new Linker({ ...work, importable: importable(work.packages) })
    listening = await start(linker, slug, tls, { JWT_SECRETO: randomSecret(), ...environment })
    tellPage({ type: 'serving' })
  } catch (error) {
    tellPage({ type: 'unserved', message: messageOf(error) })
  }
}

/** Sends a request to the app that listens and tells the page its answer. */
export async function answer(request: AppRequest): Promise<void> {
  thrown = undefined
  try {
    const answer = await send(request)
    flushConsole()
    tellPage({ type: 'answered', answer, ...(answer.status >= FAILED && { thrown }) })
  } catch (error) {
    tellPage({ type: 'unanswered', message: messageOf(error) })
  }
}

function randomSecret(): string {
  return Buffer.from(crypto.getRandomValues(new Uint8Array(SECRET_BYTES))).toString('base64url')
}

async function start(
  linker: Linker,
  slug: string,
  speaksTls: boolean,
  environment: { JWT_SECRETO: string },
): Promise<Listening> {
  const { crearApp, opcionesDe } = (await linker.load(`lessons/${slug}/app.ts`)) as App
  const options = {
    secreto: createSecretKey(environment.JWT_SECRETO, 'utf8'),
    ...(await opcionesDe?.(environment)),
  }
  const servers = (await linker.load('lessons/comun/http.ts')) as Servers
  if (!speaksTls) return { port: await listen(servers.crearServidor(crearApp(options))) }
  const certificate = await makeCertificate(linker)
  let app: Express
  // Its address is part of the app, and the port is only known once it listens.
  const later = ((req, res) => app(req, res)) as Express
  const securePort = await listen(servers.crearServidorSeguro(later, certificate))
  app = crearApp({ ...options, origen: `https://localhost:${securePort}` })
  return { port: await listen(servers.crearServidor(app)), securePort, ca: certificate.cert }
}

async function makeCertificate(linker: Linker): Promise<Certificate> {
  const { generarCertificado } = (await linker.load('lessons/comun/certificado.ts')) as {
    generarCertificado: () => Promise<Certificate>
  }
  return generarCertificado()
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port))
  })
}

function send({ method, path, headers, body, secure }: AppRequest): Promise<AppAnswer> {
  const { port, securePort, ca } = listening ?? { port: 0 }
  const useTls = secure && securePort !== undefined
  const options = { host: 'localhost', port: useTls ? securePort : port, method, path, headers, ca }
  return new Promise((resolve, reject) => {
    const outgoing = (useTls ? https : http).request(options, (incoming) => {
      const chunks: Buffer[] = []
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
      incoming.once('error', reject)
      incoming.once('end', () =>
        resolve({
          status: incoming.statusCode ?? 0,
          headers: flat(incoming.headers),
          body: Buffer.concat(chunks).toString(),
        }),
      )
    })
    outgoing.once('error', reject)
    outgoing.end(body)
  })
}

function flat(headers: http.IncomingHttpHeaders): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]))
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
