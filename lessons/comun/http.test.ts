import type { Server } from 'node:http'
import net, { type AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import express, { type ErrorRequestHandler } from 'express'
import request from 'supertest'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { alEntregarToken, crearServidor } from './http.ts'

const elManejadorFalla: ErrorRequestHandler = () => {
  throw new Error('el manejador también')
}

/** Un error que hace fallar a quien lo mira. */
const errorTramposo = Object.defineProperty(new Error('clave-ana'), 'status', {
  get() {
    throw new Error('ni mirarlo')
  },
})

let servidor: Server

beforeEach(async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
  const app = express().disable('x-powered-by').use(express.json())
  app.get('/bien', (_req, res) => void res.json({ bien: true }))
  app.post('/eco', (req, res) => void res.json(req.body))
  app.get('/falla', () => {
    throw new Error('clave-ana')
  })
  app.get('/tramposo', () => {
    throw errorTramposo
  })
  app.get('/a-medias', (_req, res) => {
    res.write('media')
    throw new Error('tarde')
  })
  app.get('/manejador', () => {
    throw new Error('clave-ana')
  })
  app.use('/manejador', elManejadorFalla)
  servidor = crearServidor(app)
  await new Promise<void>((listo) => servidor.listen(0, '127.0.0.1', listo))
})
afterEach(() => {
  vi.restoreAllMocks()
  servidor.closeAllConnections()
  servidor.close()
})

/** Envía un texto tal cual, aunque no sea HTTP, y devuelve todo lo que llega. */
function enviarEnCrudo(texto: string): Promise<string> {
  const conexion = net.connect((servidor.address() as AddressInfo).port, '127.0.0.1')
  conexion.write(texto)
  return text(conexion)
}

describe('crearServidor', () => {
  test('sirve lo que responde la aplicación', async () => {
    const { status, body } = await request(servidor).get('/bien')
    expect([status, body]).toEqual([200, { bien: true }])
  })

  test('responde en JSON a una ruta que no existe, sin repetirla', async () => {
    const { status, type, body } = await request(servidor).get('/<script>')
    expect([status, type, body]).toEqual([404, 'application/json', { error: 'Ruta no encontrada' }])
  })

  test('responde en JSON a un JSON mal formado, sin repetirlo', async () => {
    const { status, body } = await request(servidor).post('/eco').type('json').send('{"clave-ana')
    expect([status, body]).toEqual([400, { error: 'Solicitud incorrecta' }])
  })

  test('responde 413 en JSON a un cuerpo demasiado grande', async () => {
    const enorme = { texto: 'x'.repeat(200_000) }
    const { status, body } = await request(servidor).post('/eco').send(enorme)
    expect([status, body]).toEqual([413, { error: 'Solicitud incorrecta' }])
  })

  test.each(['/falla', '/manejador', '/tramposo'])(
    'responde a un error en %s sin su mensaje ni su traza',
    async (ruta) => {
      const { status, text } = await request(servidor).get(ruta)
      expect([status, text]).toEqual([500, '{"error":"Error interno"}'])
    },
  )

  test.each(['/falla', '/tramposo'])(
    'registra el error de %s, que al cliente no se le cuenta',
    async (ruta) => {
      await request(servidor).get(ruta)
      expect(console.error).toHaveBeenCalledOnce()
    },
  )

  test('corta una respuesta que falla a medias, para que no parezca entera', async () => {
    await expect(request(servidor).get('/a-medias')).rejects.toThrow()
  })

  test('no dice con qué está hecho', async () => {
    const { headers } = await request(servidor).get('/nada')
    expect(headers).not.toHaveProperty('x-powered-by')
  })

  test('responde 400 en JSON a lo que no es HTTP', async () => {
    const respuesta = await enviarEnCrudo('HOLA\r\n\r\n')
    expect(respuesta).toMatch(/^HTTP\/1\.1 400 Bad Request\r\nContent-Type: application\/json/)
    expect(respuesta).toMatch(/\r\n\r\n\{"error":"Solicitud incorrecta"\}$/)
  })

  test('responde 431 en JSON a unos encabezados demasiado grandes', async () => {
    const respuesta = await enviarEnCrudo(`GET /bien HTTP/1.1\r\nHost: a\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`)
    expect(respuesta).toMatch(/^HTTP\/1\.1 431 Request Header Fields Too Large\r\n/)
    expect(respuesta).toMatch(/\r\n\r\n\{"error":"Solicitud incorrecta"\}$/)
  })

  test.each([
    ['sin Host', 'GET /bien HTTP/1.1\r\nConnection: close\r\n\r\n', 400],
    ['con dos Host', 'GET /bien HTTP/1.1\r\nHost: a\r\nHost: b\r\nConnection: close\r\n\r\n', 400],
    ['que espera otra cosa', 'GET /bien HTTP/1.1\r\nHost: a\r\nExpect: magia\r\n\r\n', 417],
    ['CONNECT', 'CONNECT a:443 HTTP/1.1\r\nHost: a\r\n\r\n', 405],
    [
      'con un tamaño imposible',
      `POST /eco HTTP/1.1\r\nHost: a\r\nContent-Length: ${'9'.repeat(30)}\r\n\r\n`,
      400,
    ],
  ])('responde en JSON a una solicitud %s', async (_caso, texto, estado) => {
    const respuesta = await enviarEnCrudo(texto)
    expect(respuesta).toMatch(new RegExp(`^HTTP/1.1 ${estado} `))
    expect(respuesta).toMatch(/\r\nContent-Type: application\/json/i)
    expect(respuesta).toMatch(/\r\n\r\n\{"error":"Solicitud incorrecta"\}$/)
  })

  test('responde 413 en JSON a quien anuncia un cuerpo enorme, sin esperar a que llegue', async () => {
    const anuncio =
      'Host: a\r\nContent-Type: application/json\r\nContent-Length: 999999999\r\nConnection: close'
    const respuesta = await enviarEnCrudo(`POST /eco HTTP/1.1\r\n${anuncio}\r\n\r\n`)
    expect(respuesta).toMatch(/^HTTP\/1\.1 413 /)
    expect(respuesta).toMatch(/\{"error":"Solicitud incorrecta"\}$/)
  })

  test('atiende a HTTP/1.0, que no lleva Host, y a quien espera el «100 Continue»', async () => {
    expect(await enviarEnCrudo('GET /bien HTTP/1.0\r\n\r\n')).toMatch(/^HTTP\/1\.1 200 /)
    const encabezados = 'Host: a\r\nContent-Type: application/json\r\nContent-Length: 7\r\nConnection: close'
    const respuesta = await enviarEnCrudo(
      `POST /eco HTTP/1.1\r\n${encabezados}\r\nExpect: 100-Continue\r\n\r\n{"a":1}`,
    )
    expect(respuesta).toMatch(/^HTTP\/1\.1 100 Continue\r\n\r\nHTTP\/1\.1 200 OK\r\n[\s\S]+\{"a":1\}$/)
  })

  test('sigue en pie después de una solicitud ilegible', async () => {
    await enviarEnCrudo('HOLA\r\n\r\n')
    expect((await request(servidor).get('/bien')).status).toBe(200)
  })
})

describe('alEntregarToken', () => {
  /** Los tokens de los que avisa cuando la aplicación responde esto. */
  async function avisados(cuerpo: unknown) {
    const tokens: string[] = []
    const app = express().use(alEntregarToken((token) => tokens.push(token)))
    app.get('/', (_req, res) => void res.json(cuerpo))
    const { body } = await request(app).get('/')
    return { tokens, body }
  }

  test('avisa del token y lo entrega igual', async () => {
    const cuerpo = { access_token: 'a.b.c' }
    expect(await avisados(cuerpo)).toEqual({ tokens: ['a.b.c'], body: cuerpo })
  })

  test.each([[{ error: 'no' }], [{ access_token: 1 }], [null], ['a.b.c']])(
    'calla ante %j',
    async (cuerpo) => {
      expect(await avisados(cuerpo)).toEqual({ tokens: [], body: cuerpo })
    },
  )
})
