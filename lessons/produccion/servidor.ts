// Arranca la API en producción: lee el entorno, escucha y, cuando se lo piden, cierra con orden.
import { mkdirSync } from 'node:fs'
import type { Server } from 'node:http'
import { join } from 'node:path'
import { AlmacenSqlite } from '#comun/almacen-sqlite.ts'
import { crearServidor } from '#comun/http.ts'
import { crearAppDeProduccion } from './app.ts'
import { leerConfiguracion } from './configuracion.ts'
import { abrirEstado } from './estado.ts'
import { anotarEnJson } from './registro.ts'

/** Cuánto se espera, al cerrar, a las solicitudes en curso, en milisegundos. */
const PLAZO_MS = 10_000

async function arrancar(): Promise<void> {
  const configuracion = leerConfiguracion(process.env)
  const { datos, puerto, anfitrion, redis } = configuracion
  mkdirSync(datos, { recursive: true })
  const almacen = new AlmacenSqlite(join(datos, 'usuarios.db'), [])
  const estado = await abrirEstado(join(datos, 'estado.db'), redis)

  // #region cierre
  let cerrando = false
  const app = crearAppDeProduccion(configuracion, {
    almacen,
    revocados: estado.revocados,
    contador: estado.contador,
    anotar: anotarEnJson,
    estaLista: () => !cerrando && estado.responde(),
  })
  const servidor = crearServidor(app)
  // Quien abre una conexión y no termina de escribir no la ocupa para siempre.
  servidor.headersTimeout = 10_000
  servidor.requestTimeout = 30_000
  await escuchar(servidor, puerto, anfitrion)
  process.stdout.write(`Escucha en http://${anfitrion}:${puerto}\n`)

  for (const aviso of ['SIGTERM', 'SIGINT'] as const) process.once(aviso, cerrar)

  /** Suelta el puerto, termina lo que está en curso y guarda los datos. */
  function cerrar(): void {
    cerrando = true
    servidor.close(() => {
      almacen.cerrar()
      estado.cerrar()
    })
    setTimeout(() => servidor.closeAllConnections(), PLAZO_MS).unref()
  }
  // #endregion cierre
}

function escuchar(servidor: Server, puerto: number, anfitrion: string): Promise<void> {
  return new Promise((resolver, rechazar) => {
    servidor.once('error', rechazar).listen(puerto, anfitrion, resolver)
  })
}

/** Lo que dicen Node y el sistema cuando no se puede escuchar ahí. */
const DE_LA_RED: Record<string, string> = {
  EADDRINUSE: 'El puerto está ocupado: cierra el programa que lo usa o cambia PORT',
  EADDRNOTAVAIL: 'Esa dirección no es de esta máquina: cambia HOST',
  EACCES: 'No tienes permiso para ese puerto o esa carpeta: cambia PORT o DATOS',
}

await arrancar().catch((error: NodeJS.ErrnoException) => {
  console.error(`La API no arranca. ${DE_LA_RED[error.code ?? ''] ?? error.message}`)
  process.exit(1)
})
