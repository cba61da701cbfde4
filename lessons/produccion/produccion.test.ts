import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import express, { type Express } from 'express'
import request from 'supertest'
import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { AlmacenEnMemoria } from '#comun/almacen-en-memoria.ts'
import { type Contador, limitarIntentos, redDe } from '#comun/intentos.ts'
import { alterar, ana, CUENTA_DE_ANA, pedir, SECRETO, tokenDe } from '#comun/pruebas.ts'
import { manejarErrores } from '#solucion/04-manejo-de-errores/errores.ts'
import { ListaDeRevocados } from '#solucion/05-revocar-tokens/revocacion.ts'
import { crearAppDeProduccion } from './app.ts'
import { leerConfiguracion } from './configuracion.ts'
import { EstadoCompartido } from './estado.ts'
import type { Suceso } from './registro.ts'

// La aplicación terminada, haya hecho lo que haya hecho quien estudia con su última lección.
vi.mock('#ejercicio/08-https/https.ts', () => import('#solucion/08-https/https.ts'))

const ENTORNO = { JWT_SECRETO: SECRETO.export().toString(), PAGINAS: 'https://app.example.com' }

/** El estado en un archivo que se borra al acabar la prueba. */
function estadoEnArchivo(): EstadoCompartido {
  const carpeta = mkdtempSync(join(tmpdir(), 'cuaderno-'))
  const estado = new EstadoCompartido(join(carpeta, 'estado.db'))
  onTestFinished(() => {
    estado.cerrar()
    rmSync(carpeta, { recursive: true, maxRetries: 20 })
  })
  return estado
}

let sucesos: Suceso[]
beforeEach(() => {
  sucesos = []
})

function crear({ contador = estadoEnArchivo() as Contador, lista = true } = {}) {
  return crearAppDeProduccion(leerConfiguracion(ENTORNO), {
    almacen: new AlmacenEnMemoria(),
    revocados: new ListaDeRevocados(),
    contador,
    anotar: (suceso) => sucesos.push(suceso),
    estaLista: () => lista,
  })
}

describe('registro', () => {
  test('anota cada solicitud con lo que dice el cliente para encontrarla', async () => {
    const { headers } = await request(crear()).post('/login').send(CUENTA_DE_ANA)
    expect(sucesos).toEqual([
      {
        nivel: 'info',
        id: headers['x-request-id'],
        metodo: 'POST',
        ruta: '/login',
        estado: 200,
        ms: expect.any(Number),
        motivo: undefined,
      },
    ])
  })

  test.each([
    ['sin token', undefined, 401, 'Token faltante'],
    ['con un token alterado', alterar(tokenDe(ana), { sub: '2' }), 422, 'invalid signature'],
    ['con un token expirado', tokenDe(ana, { expiresIn: -1 }), 401, 'jwt expired'],
  ])('anota por qué se rechaza una solicitud %s', async (_caso, token, estado, motivo) => {
    await pedir(crear(), '/perfil?clave=secreta', token)
    expect(sucesos).toMatchObject([{ nivel: 'aviso', ruta: '/perfil', estado, motivo }])
  })

  test('no anota nunca el token, el cuerpo, el correo ni lo que se pide de más', async () => {
    const app = crear()
    const token = tokenDe(ana)
    await request(app).post('/login').send({ email: 'ana@example.com', password: 'mal' })
    await request(app).post('/login').type('json').send('{"password":"clave-ana"')
    await pedir(app, `/perfil?token=${token}`, token)
    await pedir(app, `/ruta/${token}`)
    expect(sucesos).toHaveLength(4)
    expect(JSON.stringify(sucesos)).not.toMatch(/ana@|clave-ana|mal"|eyJ/)
  })
})

describe('salud', () => {
  test('dice que vive y que está lista, sin token y sin cifrar', async () => {
    const app = crear()
    expect((await request(app).get('/salud')).body).toEqual({ estado: 'viva' })
    expect((await request(app).get('/salud/lista')).body).toEqual({ estado: 'lista' })
  })

  test('al cerrar sigue viva y ya no está lista', async () => {
    const app = crear({ lista: false })
    expect((await request(app).get('/salud')).status).toBe(200)
    expect((await request(app).get('/salud/lista')).status).toBe(503)
  })
})

describe('cors', () => {
  const preguntar = (origen: string) =>
    request(crear()).options('/perfil').set({
      Origin: origen,
      'Access-Control-Request-Method': 'GET',
      'Access-Control-Request-Headers': 'authorization',
    })

  test('deja llamar a la página que se configuró', async () => {
    const { status, headers } = await preguntar('https://app.example.com')
    expect([status, headers['access-control-allow-origin']]).toEqual([204, 'https://app.example.com'])
    expect(headers['access-control-allow-headers']).toBe('authorization')
  })

  test('no deja llamar a ninguna otra', async () => {
    const { headers } = await preguntar('https://otra.example.com')
    expect(headers['access-control-allow-origin']).toBeUndefined()
  })

  test('deja leer también un rechazo', async () => {
    const { status, headers } = await pedir(crear(), '/perfil').set('Origin', 'https://app.example.com')
    expect([status, headers['access-control-allow-origin']]).toEqual([401, 'https://app.example.com'])
  })
})

describe('límites', () => {
  /** Un inicio de sesión que solo acepta una contraseña, detrás de los límites. */
  function crearLogin(contador: Contador = estadoEnArchivo()) {
    const app = express().use(express.json())
    app.post('/login', limitarIntentos(contador), (req, res) => {
      res.sendStatus(req.body.password === 'buena' ? 200 : 401)
    })
    return app.use(manejarErrores(() => {}))
  }
  const probar = (app: Express, email: unknown, password = 'mala') =>
    request(app).post('/login').send({ email, password })

  beforeEach(() => {
    // Un minuto después de que empiece una ventana.
    vi.useFakeTimers({ toFake: ['Date'], now: 1_800_000_060_000 })
    onTestFinished(() => void vi.useRealTimers())
  })

  test('cuenta por clave y por ventana', async () => {
    const contador = estadoEnArchivo()
    const veces = [await contador.sumar('a', 1), await contador.sumar('a', 1), await contador.sumar('b', 1)]
    expect(veces).toEqual([1, 2, 1])
    expect(await contador.sumar('a', 2)).toBe(1)
    await contador.olvidar('a')
    expect(await contador.sumar('a', 2)).toBe(1)
  })

  test('al undécimo intento de una cuenta responde 429 y dice cuándo volver', async () => {
    const app = crearLogin()
    for (let van = 1; van <= 10; van++) expect((await probar(app, 'ana@example.com')).status).toBe(401)
    const { status, body, headers } = await probar(app, 'ANA@example.com', 'buena')
    expect([status, body]).toEqual([429, { error: 'Demasiados intentos' }])
    expect(headers['retry-after']).toBe('240')
    expect((await probar(app, 'root@example.com')).status).toBe(401)
    vi.setSystemTime(1_800_000_300_000)
    expect((await probar(app, 'ana@example.com', 'buena')).status).toBe(200)
  })

  test('un inicio de sesión bueno pone a cero la cuenta', async () => {
    const app = crearLogin()
    for (let van = 1; van <= 9; van++) await probar(app, 'ana@example.com')
    expect((await probar(app, 'ana@example.com', 'buena')).status).toBe(200)
    for (let van = 1; van <= 10; van++) expect((await probar(app, 'ana@example.com')).status).toBe(401)
  })

  test('cuenta también los intentos que llegan a la vez', async () => {
    const servidor = crearLogin().listen(0, '127.0.0.1')
    onTestFinished(() => void servidor.close())
    const alaVez = Array.from({ length: 30 }, () =>
      request(servidor).post('/login').send({ email: 'ana@example.com', password: 'mala' }),
    )
    const estados = (await Promise.all(alaVez)).map(({ status }) => status)
    expect(estados.filter((estado) => estado === 401)).toHaveLength(10)
  })

  test('al intento ciento uno de una dirección responde 429 aunque cambie de cuenta', async () => {
    const app = crearLogin()
    for (let van = 1; van <= 100; van++) expect((await probar(app, `${van}@example.com`)).status).toBe(401)
    expect((await probar(app, 'otra@example.com', 'buena')).status).toBe(429)
  })
})

test('la aplicación limita los intentos y lo anota', async () => {
  const contador = { sumar: () => 1000, olvidar: () => {} }
  const { status, body } = await request(crear({ contador })).post('/login').send(CUENTA_DE_ANA)
  expect([status, body]).toEqual([429, { error: 'Demasiados intentos' }])
  expect(sucesos).toMatchObject([{ nivel: 'aviso', estado: 429, motivo: 'Demasiados intentos' }])
})

test('si la cuenta de intentos no responde, no se comprueba ninguna contraseña', async () => {
  const contador = { sumar: () => Promise.reject(new Error('sin disco')), olvidar: () => {} }
  const { status, body } = await request(crear({ contador })).post('/login').send(CUENTA_DE_ANA)
  expect([status, body]).toEqual([500, { error: 'Error interno' }])
  expect(sucesos).toMatchObject([{ nivel: 'error', motivo: expect.stringContaining('sin disco') }])
})

test('el estado en un archivo lo ven todos los procesos y sigue ahí al abrirlo de nuevo', () => {
  const carpeta = mkdtempSync(join(tmpdir(), 'cuaderno-'))
  const archivo = join(carpeta, 'estado.db')
  const [uno, otro] = [new EstadoCompartido(archivo), new EstadoCompartido(archivo)]
  const exp = Math.floor(Date.now() / 1000) + 3600
  uno.revocar({ sub: '1', jti: 'portatil', exp })
  expect([otro.contiene('portatil'), otro.contiene('movil')]).toEqual([true, false])
  expect([uno.sumar('a', 1), otro.sumar('a', 1)]).toEqual([1, 2])
  uno.cerrar()
  otro.cerrar()
  const despues = new EstadoCompartido(archivo)
  expect(despues.contiene('portatil')).toBe(true)
  despues.cerrar()
  rmSync(carpeta, { recursive: true, maxRetries: 20 })
})

test('el estado en un archivo olvida los tokens que expiraron hace más de un minuto', () => {
  const estado = estadoEnArchivo()
  const ahora = Math.floor(Date.now() / 1000)
  estado.revocar({ sub: '1', jti: 'viejo', exp: ahora - 61 })
  estado.revocar({ sub: '1', jti: 'reciente', exp: ahora - 30 })
  estado.revocar({ sub: '1', jti: 'nuevo', exp: ahora + 60 })
  expect(['viejo', 'reciente', 'nuevo'].filter((jti) => estado.contiene(jti))).toEqual(['reciente', 'nuevo'])
})

test.each([
  ['203.0.113.7', '203.0.113.7'],
  ['::ffff:203.0.113.7', '203.0.113.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:db8:1:2::9', '2001:db8:1:2'],
  ['2001:DB8::1', '2001:db8:0:0'],
  ['::1', '0:0:0:0'],
  ['fe80::1%eth0', 'fe80:0:0:0'],
  [undefined, ''],
])('la red de %s es %s', (ip, red) => {
  expect(redDe(ip)).toBe(red)
})

describe('leerConfiguracion', () => {
  test('entiende lo que hace falta en producción', () => {
    const entorno = {
      ...ENTORNO,
      NODE_ENV: 'production',
      ORIGEN: 'https://api.example.com',
      PROXIES: '10.0.0.0/8, ::1',
      JWT_DURACION: '900',
      PORT: '8080',
    }
    expect(leerConfiguracion(entorno)).toMatchObject({
      origen: 'https://api.example.com',
      proxies: ['10.0.0.0/8', '::1'],
      paginas: ['https://app.example.com'],
      duracion: 900,
      puerto: 8080,
      anfitrion: '127.0.0.1',
      datos: 'datos',
    })
  })

  test.each([
    [{ JWT_SECRETO: 'corto' }, /^JWT_SECRETO: .*32 bytes/],
    [{ JWT_DURACION: '1h' }, /^JWT_DURACION: .*segundos/],
    [{ PORT: '0' }, /^PORT: /],
    [{ NODE_ENV: 'production' }, /^ORIGEN: .*https/],
    [{ ORIGEN: 'http://api.example.com' }, /^ORIGEN: /],
    [{ ORIGEN: 'https://api.example.com/v1' }, /^ORIGEN: /],
    [{ PROXIES: 'mi-proxy' }, /^PROXIES: /],
    [{ PROXIES: '10.0.0.0/33' }, /^PROXIES: /],
    [{ PAGINAS: '*' }, /^PAGINAS: /],
    [{ REDIS: 'localhost:6379' }, /^REDIS: .*redis:/],
    [{ REDIS: 'http://:secreta@localhost' }, /^REDIS: (?!.*secreta)/],
    [{ JWT_SECRETO: '', PORT: 'x' }, /^JWT_SECRETO: .*PORT: /],
  ])('dice qué variable está mal: %j', (cambios, frase) => {
    expect(() => leerConfiguracion({ ...ENTORNO, ...cambios })).toThrow(frase)
  })

  test('no repite el secreto', () => {
    expect(() => leerConfiguracion({ JWT_SECRETO: 'Ω'.repeat(5) })).toThrow(/^[^Ω]+$/)
  })
})
