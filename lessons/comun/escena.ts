import http from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Express } from 'express'

export interface Respuesta {
  estado: number
  tipo: string | null
  texto: string
}

export interface Solicitud {
  metodo?: 'GET' | 'POST'
  token?: string
  cuerpo?: object
  /** Otros encabezados: los que agrega un navegador. */
  encabezados?: Record<string, string>
}

/** Hace una solicitud, la muestra con su respuesta y la devuelve. */
export type Pedir = (ruta: string, solicitud?: Solicitud) => Promise<Respuesta>

/** Sirve la aplicación en un puerto libre mientras dura la escena. */
export async function escena(app: Express, guion: (pedir: Pedir) => Promise<void>): Promise<void> {
  const servidor = http.createServer(app)
  await new Promise<void>((listo) => servidor.listen(0, '127.0.0.1', listo))
  const { port } = servidor.address() as AddressInfo
  await guion((ruta, solicitud) => pedirY(`http://127.0.0.1:${port}`, ruta, solicitud))
  servidor.closeAllConnections()
  servidor.close()
}

async function pedirY(origen: string, ruta: string, solicitud: Solicitud = {}) {
  const { metodo = 'GET', token, cuerpo, encabezados } = solicitud
  const res = await fetch(origen + ruta, {
    method: metodo,
    headers: {
      ...encabezados,
      ...(token !== undefined && { Authorization: `Bearer ${token}` }),
      ...(cuerpo && { 'Content-Type': 'application/json' }),
    },
    body: cuerpo && JSON.stringify(cuerpo),
  })
  const respuesta = { estado: res.status, tipo: res.headers.get('Content-Type'), texto: await res.text() }
  console.log(`${metodo} ${ruta}\n  ${respuesta.estado} ${resumir(respuesta)}`)
  return respuesta
}

/** El JSON cabe en una línea; de lo demás basta el tipo. */
function resumir({ tipo, texto }: Respuesta): string {
  return tipo?.startsWith('application/json') ? texto : (tipo ?? '')
}
