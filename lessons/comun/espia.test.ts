import type { Server } from 'node:http'
import http from 'node:http'
import https from 'node:https'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { describe, expect, onTestFinished, test } from 'vitest'
import { generarCertificado } from './certificado.ts'
import { espiar } from './espia.ts'
import { crearServidor, crearServidorSeguro } from './http.ts'

const CUERPO = JSON.stringify({ email: 'ana@example.com', password: 'clave-ana' })

const app = express().use(express.json())
app.post('/login', (_req, res) => void res.json({ access_token: 'un.token.secreto' }))

async function puertoDe(servidor: Server): Promise<number> {
  await new Promise<void>((listo) => servidor.listen(0, '127.0.0.1', listo))
  onTestFinished(() => void servidor.close())
  return (servidor.address() as AddressInfo).port
}

/** Inicia sesión a través de quien espía: lo que recibe el cliente y lo que se ve por el camino. */
async function entrarConEspia(servidor: Server, modulo: typeof http | typeof https, ca?: string) {
  const espia = await espiar(await puertoDe(servidor))
  onTestFinished(() => espia.cerrar())
  const opciones = {
    ...{ host: '127.0.0.1', port: espia.puerto, path: '/login', method: 'POST', ca, agent: false },
    headers: { 'Content-Type': 'application/json', 'Content-Length': CUERPO.length },
  } as const
  const recibido = await new Promise<string>((resolver, rechazar) => {
    const solicitud = modulo.request(opciones, async (res) => resolver((await res.toArray()).join('')))
    solicitud.once('error', rechazar).end(CUERPO)
  })
  return { recibido, visto: espia.visto() }
}

describe('espiar', () => {
  test('deja pasar la solicitud y la respuesta sin tocarlas', async () => {
    const { recibido } = await entrarConEspia(crearServidor(app), http)
    expect(JSON.parse(recibido)).toEqual({ access_token: 'un.token.secreto' })
  })

  test('ve la contraseña y el token que viajan por HTTP', async () => {
    const { visto } = await entrarConEspia(crearServidor(app), http)
    expect(visto).toContain('clave-ana')
    expect(visto).toContain('un.token.secreto')
  })

  test('no ve nada de lo que viaja por HTTPS', async () => {
    const certificado = await generarCertificado()
    const servidor = crearServidorSeguro(app, certificado)
    const { recibido, visto } = await entrarConEspia(servidor, https, certificado.cert)
    expect(recibido).toContain('un.token.secreto')
    expect(visto.length).toBeGreaterThan(0)
    expect(visto).not.toMatch(/clave-ana|ana@example|un\.token|login|HTTP/)
  })
})
