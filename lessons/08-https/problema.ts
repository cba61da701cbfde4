// El mismo inicio de sesión, por HTTP y por HTTPS, mientras alguien espía la red.
import { createSecretKey, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import http from 'node:http'
import https from 'node:https'
import type { AddressInfo } from 'node:net'
import { generarCertificado } from '#comun/certificado.ts'
import { espiar } from '#comun/espia.ts'
import { crearApp } from '../07-nunca-contrasenas/app.ts'

const app = crearApp({ secreto: createSecretKey(randomBytes(32)) })
const certificado = await generarCertificado()
const cuenta = JSON.stringify({ email: 'ana@example.com', password: 'clave-ana' })
const buscados = { password: /"password":"[^"]+"/, token: /"access_token":"[\w.]{20}/, servidor: /localhost/ }
const porHttp = { nombre: 'HTTP', pedir: http.request, servidor: http.createServer(app) }
const porHttps = { nombre: 'HTTPS', pedir: https.request, servidor: https.createServer(certificado, app) }

// #region escena
for (const { nombre, pedir, servidor } of [porHttp, porHttps]) {
  await once(servidor.listen(0, '127.0.0.1'), 'listening')
  const espia = await espiar((servidor.address() as AddressInfo).port)
  // El cliente comprueba que el certificado es este: `ca`. Por HTTP no hay nada que comprobar.
  const destino = { host: '127.0.0.1', port: espia.puerto, ca: certificado.cert, agent: false }
  const headers = { Host: 'localhost', 'Content-Type': 'application/json' }
  const solicitud = pedir({ ...destino, method: 'POST', path: '/login', headers }).end(cuenta)
  const [respuesta] = await once(solicitud, 'response')
  await once(respuesta.resume(), 'end')
  const visto = espia.visto()
  const bytes = Buffer.from(visto.slice(0, 3), 'latin1').toString('hex').match(/../g)
  console.log(`${nombre}, ${respuesta.statusCode}. Empieza por ${bytes?.join(' ')}`)
  for (const [que, patron] of Object.entries(buscados))
    console.log(`  ${que}: ${visto.match(patron)?.[0] ?? 'no se lee'}`)
  espia.cerrar()
  servidor.close()
}
// #endregion escena
