import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { type ClientRequest, request } from 'node:http'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { puertoLibre } from '#comun/puertos.ts'

const CORREO = 'ana@example.com'
const CONTRASENA = 'una frase larga que nadie adivina'
const CUENTA = JSON.stringify({ email: CORREO, password: CONTRASENA })
const EN_PRODUCCION = {
  NODE_ENV: 'production',
  JWT_SECRETO: 'un-secreto-de-pruebas-con-32-bytes!',
  ORIGEN: 'https://api.example.com',
  PROXIES: '127.0.0.1',
}

/** Ejecuta un archivo de esta carpeta con las soluciones y ese entorno. */
function ejecutar(archivo: string, entorno: object, ...args: string[]): ChildProcess {
  const ruta = fileURLToPath(import.meta.resolve(archivo))
  const { JWT_SECRETO: _, JWT_DURACION: __, PORT: ___, HOST: ____, ...limpio } = process.env
  const deNode = ['--conditions=solucion', '--import', import.meta.resolve('tsx'), ruta, ...args]
  const proceso = spawn(process.execPath, deNode, { env: { ...limpio, ...entorno } })
  onTestFinished(() => void proceso.kill('SIGKILL'))
  return proceso
}

/** Espera a que termine y cuenta qué dijo. */
async function alTerminar(proceso: ChildProcess, entrada = '') {
  const [dice, falla] = [text(proceso.stdout!), text(proceso.stderr!)]
  proceso.stdin!.end(entrada)
  const [codigo] = await once(proceso, 'exit')
  return { codigo, dice: await dice, falla: await falla }
}

function carpetaNueva(): string {
  const carpeta = mkdtempSync(join(tmpdir(), 'cuaderno con espacios '))
  onTestFinished(() => rmSync(carpeta, { recursive: true, maxRetries: 20 }))
  return carpeta
}

const darDeAlta = (datos: string, contrasena: string, ...args: string[]) =>
  alTerminar(ejecutar('./alta.ts', { DATOS: datos }, ...args), contrasena)

/** Una solicitud como las que reenvía el proxy. */
function enviar(puerto: number, ruta: string, opciones: RequestInit = {}) {
  const headers = { 'X-Forwarded-Proto': 'https', 'Content-Type': 'application/json', ...opciones.headers }
  return fetch(`http://127.0.0.1:${puerto}${ruta}`, { ...opciones, headers })
}
const entrar = (puerto: number, password = CONTRASENA) =>
  enviar(puerto, '/login', { method: 'POST', body: JSON.stringify({ email: CORREO, password }) })

/** Un inicio de sesión del que el servidor ya ha recibido los encabezados, y que espera su cuerpo. */
async function empezarAEntrar(port: number): Promise<ClientRequest> {
  const headers = {
    'X-Forwarded-Proto': 'https',
    'Content-Type': 'application/json',
    'Content-Length': CUENTA.length,
    Expect: '100-continue',
  }
  const solicitud = request({
    host: '127.0.0.1',
    port,
    path: '/login',
    method: 'POST',
    headers,
    agent: false,
  })
  solicitud.flushHeaders()
  await once(solicitud, 'continue')
  return solicitud
}

// Windows no entrega SIGTERM: allí el proceso se corta sin más.
test.skipIf(process.platform === 'win32')(
  'arranca, atiende, cierra con orden y al volver recuerda qué sesiones se cerraron (sin SIGTERM en Windows)',
  async () => {
    const datos = carpetaNueva()
    expect(await darDeAlta(datos, `${CONTRASENA}\n`, CORREO)).toMatchObject({ codigo: 0 })
    const puerto = await puertoLibre(15_000 + (process.pid % 5000))
    const arrancar = async () => {
      const proceso = ejecutar('./servidor.ts', { ...EN_PRODUCCION, DATOS: datos, PORT: `${puerto}` })
      let dice = ''
      await new Promise<void>((listo) =>
        proceso.stdout!.setEncoding('utf8').on('data', (texto) => {
          dice += texto
          if (dice.includes('Escucha en')) listo()
        }),
      )
      return { proceso, dicho: () => dice }
    }

    const primero = await arrancar()
    expect((await enviar(puerto, '/salud/lista')).status).toBe(200)
    expect((await entrar(puerto, 'clave-ana')).status).toBe(401)
    const respuesta = await entrar(puerto)
    expect(respuesta.headers.get('Strict-Transport-Security')).toMatch(/^max-age=/)
    const { access_token: token } = (await respuesta.json()) as { access_token: string }
    const headers = { Authorization: `Bearer ${token}` }
    expect((await enviar(puerto, '/perfil', { headers })).status).toBe(200)
    expect((await enviar(puerto, '/logout', { method: 'POST', headers })).status).toBe(200)

    const enCurso = await empezarAEntrar(puerto)
    primero.proceso.kill('SIGTERM')
    const [{ statusCode }] = await once(enCurso.end(CUENTA), 'response')
    expect(statusCode).toBe(200)
    if (primero.proceso.exitCode === null) await once(primero.proceso, 'exit')
    expect(primero.proceso.exitCode).toBe(0)
    const ocupado = createServer()
    await once(ocupado.listen(puerto, '127.0.0.1'), 'listening')
    ocupado.close()
    expect(primero.dicho()).not.toMatch(/ana@|frase larga|eyJ/)

    const segundo = await arrancar()
    const despues = await enviar(puerto, '/perfil', { headers })
    expect([despues.status, await despues.json()]).toEqual([401, { error: 'Token revocado' }])
    segundo.proceso.kill('SIGTERM')
    await once(segundo.proceso, 'exit')
  },
)

test('no arranca si falta algo, y dice qué en una frase', async () => {
  const { codigo, falla } = await alTerminar(ejecutar('./servidor.ts', { NODE_ENV: 'production' }))
  expect(codigo).toBe(1)
  expect(falla).toMatch(/^La API no arranca\. JWT_SECRETO: .*32 bytes.*ORIGEN: .*https/)
  expect(falla.trimEnd().split('\n')).toHaveLength(1)
})

test.each([
  ['sin correo', [], CONTRASENA, /Di el correo/],
  ['con un rol que no existe', [CORREO, 'jefe'], CONTRASENA, /admin, usuario/],
  ['con una contraseña corta', [CORREO], 'clave-ana', /al menos 15/],
])('no da de alta %s, y dice por qué', async (_caso, args, contrasena, frase) => {
  const { codigo, falla } = await darDeAlta(carpetaNueva(), contrasena, ...args)
  expect([codigo, falla.trimEnd().split('\n').length]).toEqual([1, 1])
  expect(falla).toMatch(frase)
})

test('no da de alta dos veces el mismo correo', async () => {
  const datos = carpetaNueva()
  expect((await darDeAlta(datos, CONTRASENA, CORREO, 'admin')).dice).toContain('como admin')
  const { codigo, falla } = await darDeAlta(datos, CONTRASENA, CORREO)
  expect([codigo, falla.trim()]).toEqual([1, `Ya hay una cuenta con el correo ${CORREO}`])
})
