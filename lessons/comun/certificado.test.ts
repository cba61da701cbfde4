import { createPrivateKey, X509Certificate } from 'node:crypto'
import https from 'node:https'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { describe, expect, onTestFinished, test } from 'vitest'
import { generarCertificado } from './certificado.ts'
import { crearServidorSeguro } from './http.ts'

const certificado = await generarCertificado()
const leido = new X509Certificate(certificado.cert)

/** Hace una solicitud a un servidor con ese certificado y devuelve su estado. */
async function solicitar(opciones: https.RequestOptions): Promise<number | undefined> {
  const servidor = crearServidorSeguro(express(), certificado)
  await new Promise<void>((listo) => servidor.listen(0, '127.0.0.1', listo))
  onTestFinished(() => void servidor.close())
  const { port } = servidor.address() as AddressInfo
  return new Promise((resolver, rechazar) => {
    const alResponder = (res: { statusCode?: number; resume(): unknown }) => {
      res.resume()
      resolver(res.statusCode)
    }
    https.get({ host: '127.0.0.1', port, agent: false, ...opciones }, alResponder).once('error', rechazar)
  })
}

describe('generarCertificado', () => {
  test.each(['localhost', undefined])('se acepta con ca si se pide el nombre %s', async (servername) => {
    expect(await solicitar({ ca: certificado.cert, servername })).toBe(404)
  })

  test('no se acepta sin ca: nadie responde por él', async () => {
    await expect(solicitar({})).rejects.toMatchObject({ code: 'DEPTH_ZERO_SELF_SIGNED_CERT' })
  })

  test('no vale para otro nombre', async () => {
    const otro = solicitar({ ca: certificado.cert, servername: 'api.example.com' })
    await expect(otro).rejects.toMatchObject({ code: 'ERR_TLS_CERT_ALTNAME_INVALID' })
  })

  test('vale ahora y deja de valer en un día', () => {
    const quedan = Date.parse(leido.validTo) - Date.now()
    expect(Date.parse(leido.validFrom)).toBeLessThan(Date.now())
    expect(quedan / 3_600_000).toBeGreaterThan(23)
    expect(quedan / 3_600_000).toBeLessThanOrEqual(24)
  })

  test('trae la clave privada que le corresponde', () => {
    expect(leido.checkPrivateKey(createPrivateKey(certificado.key))).toBe(true)
  })

  test('genera otra clave cada vez', async () => {
    expect((await generarCertificado()).key).not.toBe(certificado.key)
  })
})
