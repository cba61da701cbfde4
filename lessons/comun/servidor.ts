// Arranca la aplicación de una lección. Lo hace `npm run lesson`; a mano:
// npx tsx lessons/comun/servidor.ts 03-expiracion
import type { KeyObject } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import type { Server } from 'node:net'
import { join } from 'node:path'
import express, { type Express } from 'express'
import { exigirSecreto } from '#solucion/01-generar-el-token/token.ts'
import { leerDuracion } from '#solucion/03-expiracion/expiracion.ts'
import { cargarLeccion } from '../indice.ts'
import { AlmacenSqlite } from './almacen-sqlite.ts'
import { cargarClaves, cargarEntorno } from './entorno.ts'
import { alEntregarToken, crearServidor, crearServidorSeguro } from './http.ts'
import { elegirPuerto, puertoLibre } from './puertos.ts'

const DATOS = '.cuaderno'

/** Dónde escucha la aplicación y, si habla TLS, el certificado con el que comprobarla. */
interface EnMarcha {
  direcciones: string[]
  ca?: string
}

/** Arranca la aplicación de esa carpeta de `lessons/`. */
async function arrancar(carpeta: string): Promise<EnMarcha> {
  const deTodas = await conFrase(() => leerOpciones(carpeta))
  const { crearApp, opcionesDe = () => ({}) } = await import(`../${carpeta}/app.ts`)
  // Lo que solo esa aplicación toma del entorno.
  const opciones = { ...deTodas, ...(await conFrase(() => opcionesDe(process.env))) }
  const { https } = await cargarLeccion(carpeta)
  const puerto = await conFrase(() => elegirPuerto(process.env.PORT))
  if (https) {
    return arrancarConHttps(puerto, (origen) => observada(crearApp({ ...opciones, origen })))
  }
  await escuchar(crearServidor(observada(crearApp(opciones))), puerto)
  return { direcciones: [`http://127.0.0.1:${puerto}`] }
}

/** Lo que la aplicación recibe de fuera: el entorno y sus cuentas. */
function leerOpciones(carpeta: string) {
  cargarEntorno('.env')
  mkdirSync(DATOS, { recursive: true })
  cargarClaves(join(DATOS, 'claves.pem'))
  return {
    secreto: leerSecreto(),
    duracion: leerDuracion(process.env.JWT_DURACION),
    almacen: new AlmacenSqlite(join(DATOS, `${carpeta}.db`)),
  }
}

function leerSecreto(): KeyObject {
  try {
    return exigirSecreto(process.env.JWT_SECRETO)
  } catch (cause) {
    const { message } = cause as Error
    throw new Error(`Mira JWT_SECRETO en .env, o borra .env y se creará otro. ${message}`, { cause })
  }
}

/**
 * Lo que falla antes de cargar el ejercicio se cuenta en una frase, porque la traza es de este archivo. La
 * sesión, si la hay, recibe el error entero y lo explica a su manera.
 */
async function conFrase<T>(preparar: () => T | Promise<T>): Promise<T> {
  try {
    return await preparar()
  } catch (error) {
    if (process.send) throw error
    console.error(`La aplicación no arranca. ${(error as Error).message}`)
    process.exit(1)
  }
}

/** Sirve la aplicación cifrada en el puerto siguiente, y en claro en ese. */
async function arrancarConHttps(puerto: number, crear: (origen: string) => Express): Promise<EnMarcha> {
  const puertoSeguro = await puertoLibre(puerto + 1)
  const origen = `https://localhost:${puertoSeguro}`
  const app = crear(origen)
  // Aquí y no arriba: ocupa un tercio de la memoria y solo hace falta aquí.
  const { generarCertificado } = await import('./certificado.ts')
  const certificado = await generarCertificado()
  await escuchar(crearServidorSeguro(app, certificado), puertoSeguro)
  await escuchar(crearServidor(app), puerto)
  return { direcciones: [origen, `http://127.0.0.1:${puerto}`], ca: certificado.cert }
}

/** Cuenta a la sesión, si la hay, qué tokens entrega la aplicación. */
function observada(app: Express): Express {
  const contar = (token: string) => process.send?.({ token })
  return express().disable('x-powered-by').use(alEntregarToken(contar), app)
}

function escuchar(servidor: Server, puerto: number): Promise<void> {
  return new Promise((resolver, rechazar) => {
    servidor.once('error', rechazar).listen(puerto, '127.0.0.1', resolver)
  })
}

const enMarcha = await arrancar(process.argv[2] ?? '')
console.log(`Servidor en ${enMarcha.direcciones.join(' y ')}`)
process.send?.(enMarcha)
// Si la terminal que lo arrancó se cierra, no queda nadie a quien servir.
process.once('disconnect', () => process.exit())
