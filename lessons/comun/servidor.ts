// Arranca la aplicación de una lección. Lo hace `npm run lesson`; a mano:
// npx tsx lessons/comun/servidor.ts 03-expiracion
import { mkdirSync } from 'node:fs'
import type { Server } from 'node:net'
import { join } from 'node:path'
import { exigirSecreto } from '#solucion/01-generar-el-token/token.ts'
import { leerDuracion } from '#solucion/03-expiracion/expiracion.ts'
import { AlmacenSqlite } from './almacen-sqlite.ts'
import { generarCertificado } from './certificado.ts'
import { cargarEntorno } from './entorno.ts'
import { crearServidor, crearServidorSeguro } from './http.ts'
import { elegirPuerto, puertoLibre } from './puertos.ts'

const DATOS = '.cuaderno'
const CON_HTTPS = '08-https'

/** Arranca la aplicación de esa carpeta de `lessons/` y devuelve las direcciones en las que escucha. */
async function arrancar(carpeta: string): Promise<string[]> {
  cargarEntorno('.env')
  mkdirSync(DATOS, { recursive: true })
  const { crearApp } = await import(`../${carpeta}/app.ts`)
  const opciones = {
    secreto: exigirSecreto(process.env.JWT_SECRETO),
    duracion: leerDuracion(process.env.JWT_DURACION),
    almacen: new AlmacenSqlite(join(DATOS, `${carpeta}.db`)),
  }
  const puerto = await elegirPuerto(process.env.PORT)
  if (carpeta !== CON_HTTPS) {
    await escuchar(crearServidor(crearApp(opciones)), puerto)
    return [`http://127.0.0.1:${puerto}`]
  }
  const puertoSeguro = await puertoLibre(puerto + 1)
  const app = crearApp({ ...opciones, origen: `https://localhost:${puertoSeguro}` })
  await escuchar(crearServidorSeguro(app, await generarCertificado()), puertoSeguro)
  await escuchar(crearServidor(app), puerto)
  return [`https://localhost:${puertoSeguro}`, `http://127.0.0.1:${puerto}`]
}

function escuchar(servidor: Server, puerto: number): Promise<void> {
  return new Promise((resolver, rechazar) => {
    servidor.once('error', rechazar).listen(puerto, '127.0.0.1', resolver)
  })
}

const direcciones = await arrancar(process.argv[2] ?? '')
console.log(`Servidor en ${direcciones.join(' y ')}`)
process.send?.({ direcciones })
// Si la terminal que lo arrancó se cierra, no queda nadie a quien servir.
process.once('disconnect', () => process.exit())
