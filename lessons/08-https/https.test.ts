import http from 'node:http'
import https from 'node:https'
import type { AddressInfo, Server } from 'node:net'
import type { RequestHandler } from 'express'
import request, { type Response, type Test } from 'supertest'
import { afterAll, afterEach, describe, expect, test, vi } from 'vitest'
import { generarCertificado } from '#comun/certificado.ts'
import { enTexto, mirarConsola } from '#comun/consola.ts'
import { espiar } from '#comun/espia.ts'
import { type Paso, pasar } from '#comun/paso.ts'
import { ana, CUENTA_DE_ANA, desenlace, entrar, SECRETO, tokenDe } from '#comun/pruebas.ts'
import { enviarHsts, exigirHttps, proxiesDeConfianza } from '#ejercicio/08-https/https.ts'
import { crearApp } from './app.ts'

const origen = 'https://api.ejemplo.com'
const TU_ORIGEN =
  'El sitio es siempre tu origen, con la ruta pegada detrás: ni Host ni otro encabezado, ni new URL'
const UNA_SOLA_COSA = 'Haces dos cosas: después de responder o de rechazar se sale de la función'
const NO_FUNCION = 'Lo que devuelves no es un middleware: ¿falta return delante de la función?'
const CUATRO = 'Con cuatro parámetros Express lo toma por un manejador de errores: son req, res y next'
/** Lo que envía un proxy de confianza que recibió la solicitud por TLS. */
const POR_TLS = { encabezados: { 'X-Forwarded-Proto': 'https' }, proxies: 'loopback' }
/** Lo que algún proxy envía en lugar de X-Forwarded-Proto, y cualquiera puede escribir. */
const DICEN_HTTPS = {
  'CF-Visitor': '{"scheme":"https"}',
  Forwarded: 'proto=https',
  'Front-End-Https': 'on',
  'X-Forwarded-Port': '443',
  'X-Forwarded-Scheme': 'https',
  'X-Forwarded-Ssl': 'on',
  'X-Url-Scheme': 'https',
}
const token = { Authorization: `Bearer ${tokenDe(ana)}` }
const certificado = await generarCertificado()
const ENTORNOS = ['development', 'production']
const REGISTRO = 'La consola es un registro: no escribas el token ni los encabezados de quien llega'

afterEach(() => void vi.unstubAllEnvs().restoreAllMocks())

async function escuchar(servidor: Server): Promise<number> {
  await new Promise<void>((listo) => servidor.listen(0, '127.0.0.1', listo))
  afterAll(() => void servidor.close())
  return (servidor.address() as AddressInfo).port
}

// Se crea antes que la aplicación, y los suyos no son los de ella.
const primero = enviarHsts(4321)
const app = crearApp({ secreto: SECRETO, origen })
const puertos = {
  http: await escuchar(http.createServer(app)),
  https: await escuchar(https.createServer(certificado, app)),
}
const por = (protocolo: 'http' | 'https', puerto = puertos[protocolo]) =>
  request(`${protocolo}://127.0.0.1:${puerto}`)

/** La misma aplicación sin tu módulo: dice cuánto tarda esta máquina, cargada o no. */
const referencia = crearApp({ secreto: SECRETO })

/** La respuesta, sin seguir redirecciones. Se da por perdida si entretanto la referencia responde a cinco. */
async function responder(solicitud: Test): Promise<Response> {
  let llego = false
  const respuesta = solicitud
    .redirects(0)
    .ca(certificado.cert)
    .then((res) => res)
    .finally(() => (llego = true))
  const plazo = async () => {
    await new Promise((listo) => setTimeout(listo, 1000))
    for (let veces = 0; veces < 5 && !llego; veces++) await entrar(referencia)
  }
  const res = await Promise.race([respuesta, plazo()]).catch(() => undefined)
  return (
    res ?? expect.fail('La solicitud se corta o no tiene respuesta: ¿falta next(), responder o un throw?')
  )
}

/** Inicia sesión mientras alguien espía la red. */
async function entrarConEspia(protocolo: 'http' | 'https') {
  const espia = await espiar(puertos[protocolo])
  const res = await responder(por(protocolo, espia.puerto).post('/login').send(CUENTA_DE_ANA))
  espia.cerrar()
  return { res, visto: espia.visto() }
}

/** Lo que llega en claro se para: o se responde, o se rechaza. Si no, quizá depende de Host o del entorno. */
async function seHaParado(hizo: string[], exigir: RequestHandler, paso: Paso) {
  expect(hizo, 'Devuelves el error: lánzalo con throw').not.toContain('devuelve un error')
  expect(hizo, 'Ni respondes ni rechazas: la solicitud en claro se queda esperando').not.toEqual([])
  if (hizo.join() !== 'sigue') return
  const sigue = async (otros = {}) => {
    const encabezados = { ...paso.encabezados, ...otros }
    return (await pasar(exigir, { ...paso, encabezados })).hizo.join() === 'sigue'
  }
  const local = 'Host lo escribe cualquiera: lo que dice ser localhost también se redirige o se rechaza'
  expect(await sigue({ Host: 'malo.com' }), local).toBe(true)
  vi.stubEnv('NODE_ENV', 'production')
  const entorno = 'Haz lo mismo en desarrollo y en producción: que no dependa de NODE_ENV'
  expect(await sigue(), entorno).toBe(true)
  const metodo = (paso.metodo ?? 'get').toUpperCase()
  const enClaro = `Un ${metodo} en claro sigue su camino: se redirige la visita (GET o HEAD sin Authorization) y se rechaza lo demás`
  expect(hizo, enClaro).not.toEqual(['sigue'])
}

describe('exigirHttps', () => {
  test.each(['GET', 'HEAD'])('redirige una visita con %s a la misma ruta', async (metodo) => {
    const exigir = exigirHttps('https://otra.ejemplo.com:8443')
    // Antes y después se crean otros: el de la aplicación y este.
    const tercero = 'https://tercera.ejemplo.com'
    exigirHttps(tercero)
    expect(exigir, NO_FUNCION).toBeTypeOf('function')
    expect(exigir, CUATRO).not.toHaveLength(4)
    // Que alguien haya llegado antes por HTTPS no dice nada de quien llega después.
    const { hizo: porTls } = await pasar(exigir, POR_TLS)
    const soloSigue =
      'Por HTTPS se sigue y nada más: if (req.secure) return next(), con req, res y next en ese orden'
    expect(porTls, soloSigue).toEqual(['sigue'])
    const paso: Paso = { metodo: metodo === 'GET' ? 'get' : 'head' }
    const { status, destino, hizo, recibidos } = await pasar(exigir, paso)
    await seHaParado(hizo, exigir, paso)
    const rechazada =
      'GET y HEAD sin Authorization no se rechazan: req.method va en mayúsculas, y req.get da undefined si falta'
    expect(status, rechazada).not.toBe(403)
    expect(status, 'GET y HEAD sin Authorization se redirigen con 308').toBe(308)
    expect(
      recibidos,
      'La respuesta no dice adónde ir: usa res.redirect, que pone el encabezado',
    ).toHaveProperty('location')
    const entera = 'Redirige a la ruta entera y tal cual: req.originalUrl, sin codificarla'
    expect(destino, entera).toMatch(/v1\/perfil\?a=1$/)
    const barra = 'Sobra una barra entre el sitio y la ruta: req.originalUrl ya empieza por /'
    expect(destino, barra).not.toMatch(/\w\/\/v1/)
    const deOtro = 'Rediriges al origen que recibió otro exigirHttps: no lo guardes fuera de la función'
    expect(
      [origen, tercero].some((otro) => destino.startsWith(otro)),
      deOtro,
    ).toBe(false)
    expect(destino, TU_ORIGEN).toBe('https://otra.ejemplo.com:8443/v1/perfil?a=1')
    expect(hizo, UNA_SOLA_COSA).toEqual(['responde'])
    const otraVez =
      'La segunda visita no se redirige: no recuerdes nada; una expresión regular con g recuerda'
    const segunda = await pasar(exigir, paso)
    expect(segunda.status, otraVez).toBe(308)
    const { hizo: fiado } = await pasar(exigirHttps(origen), {
      encabezados: { 'X-Forwarded-Proto': 'https', Host: 'localhost' },
    })
    const cualquiera = 'X-Forwarded-Proto y Host los escribe cualquiera: fíate solo de req.secure'
    expect(fiado, cualquiera).toEqual(['responde'])
    const { hizo: enMayusculas } = await pasar(exigirHttps(origen), {
      encabezados: { 'X-Forwarded-Proto': 'HTTP' },
      proxies: 'loopback',
    })
    const noEsHttps = 'El proxy dice «HTTP», que no es HTTPS, y sigue: fíate solo de req.secure'
    expect(enMayusculas, noEsHttps).toEqual(['responde'])
    const { hizo: otroDicho } = await pasar(exigirHttps(origen), { encabezados: DICEN_HTTPS })
    const ninguno =
      'Que llegó por HTTPS no lo dice ningún encabezado, que los escribe cualquiera: solo req.secure'
    expect(otroDicho, ninguno).toEqual(['responde'])
    const otros = {
      Accept: 'application/json',
      Origin: 'https://otra.ejemplo.com',
      'X-Requested-With': 'XMLHttpRequest',
      'X-HTTP-Method-Override': 'POST',
      'User-Agent': 'kube-probe/1.30',
    }
    const conOtros = await pasar(exigir, { encabezados: otros })
    const decide = 'Lo que decide es Authorization: una visita con otros encabezados se redirige'
    expect(conOtros.status, decide).toBe(308)
    expect(conOtros.destino, TU_ORIGEN).toBe(destino)
    const porHttp = 'Lo que sale por HTTP no lleva HSTS: quita ese encabezado de la redirección'
    expect(recibidos, porHttp).not.toHaveProperty('strict-transport-security')
  })

  test.each([
    ['su ruta', '//malo.com/Perfil?a=%2F%20B&b=%252F&c=$$5$&', {}],
    // Después de una ruta con consulta, una sin ella.
    ['su encabezado Host', '/perfil/', { Host: 'malo.com' }],
    ['su encabezado X-Forwarded-Host', '/perfil/?b=1', { 'X-Forwarded-Host': 'malo.com' }],
  ])('no redirige a otro sitio aunque lo diga %s', async (_caso, ruta, encabezados) => {
    const { headers } = await responder(por('http').get(ruta).set(encabezados))
    expect(new URL(headers.location ?? '', 'http://127.0.0.1').origin, TU_ORIGEN).toBe(origen)
    const talCual =
      'La ruta es la de esta solicitud, tal cual: ni guardada, ni codificada, ni decodificada, ni en minúsculas'
    expect(headers.location, talCual).toBe(origen + ruta)
  })

  test('rechaza, sin redirigir, un token', async () => {
    const escrito = mirarConsola()
    const credenciales = [token.Authorization, 'bearer abc', 'Basic YW5hOmNsYXZl', 'abc']
    for (const Authorization of credenciales) {
      const encabezados = { Authorization, 'Upgrade-Insecure-Requests': '1' }
      const [exigir, paso] = [exigirHttps(origen), { encabezados }]
      const { status, body, hizo, destino } = await pasar(exigir, paso)
      await seHaParado(hizo, exigir, paso)
      const frase = Authorization.startsWith('Bearer ')
        ? 'Con Authorization no se redirige: ya viajó en claro. ¿Está bien escrito? req.headers va en minúsculas'
        : 'Cualquier Authorization trae un secreto, aunque no diga Bearer: no se redirige'
      expect(status, frase).not.toBe(308)
      const conEstado = 'Acaba en un 500: lanza ErrorHttp, que recibe primero el estado y después el mensaje'
      expect(status, conEstado).not.toBe(500)
      expect(
        status,
        'Un secreto en claro se rechaza con un 403, y el cliente sabrá que hay que cambiarlo',
      ).toBe(403)
      expect(body, 'Lanza ErrorHttp(403, "Usa HTTPS")').toEqual({ error: 'Usa HTTPS' })
      expect(hizo, UNA_SOLA_COSA).toHaveLength(1)
      const sinDestino = 'El 403 dice adónde seguir en un encabezado: ponlo solo si se redirige'
      expect(destino, sinDestino).toBe('undefined')
    }
    expect(enTexto(escrito()).includes(token.Authorization), REGISTRO).toBe(false)
    // Las tres llegan al mismo middleware, como en la aplicación.
    const exigir = exigirHttps(origen)
    const estados: number[] = []
    for (const encabezados of [{}, token, {}]) estados.push((await pasar(exigir, { encabezados })).status)
    const memoria = 'Cada solicitud se mira sola: lo que traía la anterior no decide nada; no la recuerdes'
    expect(estados, memoria).toEqual([308, 403, 308])
    const porTls = { ...POR_TLS, encabezados: { ...POR_TLS.encabezados, ...token } }
    const luego =
      'Un token que llegó en claro se rechaza después por HTTPS: no lo recuerdes; mira cada solicitud'
    expect((await pasar(exigir, porTls)).hizo, luego).toEqual(['sigue'])
    for (const entorno of ENTORNOS) {
      vi.stubEnv('NODE_ENV', entorno)
      const igual = `Con NODE_ENV=${entorno} no rechazas un secreto en claro: hazlo en cualquier entorno`
      const { status } = await pasar(exigirHttps(origen), { encabezados: token })
      expect(status, igual).toBe(403)
    }
    let fallo: unknown
    const vigilada = crearApp({
      secreto: SECRETO,
      origen,
      alFallar(error, _req, _res, next) {
        fallo = error
        next(error)
      },
    })
    await responder(request(vigilada).get('/perfil').set(token))
    const enElError = 'El error acaba en el registro: no pongas en él lo que llega, tampoco en cause'
    expect(enTexto(fallo).includes(token.Authorization), enElError).toBe(false)
  })

  test('rechaza, sin redirigir, una contraseña', async () => {
    for (const metodo of ['post', 'put', 'patch', 'delete', 'options', 'mkcol'] as const) {
      const exigir = exigirHttps(origen)
      const { status, hizo } = await pasar(exigir, { metodo })
      await seHaParado(hizo, exigir, { metodo })
      const frase = `Un ${metodo.toUpperCase()} no es una visita, que es GET o HEAD: 403 antes de leer su cuerpo`
      expect(status, frase).toBe(403)
      expect(hizo, UNA_SOLA_COSA).toHaveLength(1)
    }
    const deFormulario = {
      Accept: 'text/html',
      'Upgrade-Insecure-Requests': '1',
      'X-HTTP-Method-Override': 'GET',
    }
    const { status: conOtros } = await pasar(exigirHttps(origen), {
      metodo: 'post',
      encabezados: deFormulario,
    })
    const decide = 'Un POST se rechaza diga lo que diga de sí mismo: decide req.method, y no sus encabezados'
    expect(conOtros, decide).toBe(403)
    for (const entorno of ENTORNOS) {
      vi.stubEnv('NODE_ENV', entorno)
      const { status } = await pasar(exigirHttps(origen), { metodo: 'post' })
      const igual = `Con NODE_ENV=${entorno} no rechazas un POST en claro: hazlo en cualquier entorno`
      expect(status, igual).toBe(403)
    }
  })

  test('llega tarde si alguien espía: la contraseña ya viajó por HTTP', async () => {
    // Un manejador de errores se saltaría aquí, y nadie rechazaría nada.
    expect(enviarHsts(60), CUATRO).not.toHaveLength(4)
    const { res, visto } = await entrarConEspia('http')
    expect(res.status, 'La aplicación rechaza la solicitud con un 403').toBe(403)
    expect(visto, 'La contraseña viaja antes de que respondas').toContain(CUENTA_DE_ANA.password)
  })
})

describe('enviarHsts', () => {
  /** Ni el orden, ni los espacios, ni las mayúsculas dicen otra cosa (RFC 6797). */
  const directivas = (valor: unknown) =>
    String(valor)
      .toLowerCase()
      .split(';')
      .map((directiva) => directiva.trim())
      .sort()
      .join()
  const FALTA = 'Falta Strict-Transport-Security: se envía antes de next() si req.secure, haya proxy o no'

  test('abre /perfil por HTTPS y pide recordarlo un año', async () => {
    const cero = enviarHsts(0)
    for (const [enviar, segundos, metodo, falta] of [
      [primero, 4321, 'get', FALTA],
      [
        enviarHsts(4321),
        4321,
        'post',
        'Falta Strict-Transport-Security en un POST: se envía con cualquier método',
      ],
      [cero, 0, 'post', 'Falta Strict-Transport-Security con 0 segundos, que es como se retira'],
    ] as const) {
      const { hizo, hsts } = await pasar(enviar, { ...POR_TLS, metodo })
      const conError = 'enviarHsts no rechaza a nadie: next() va sin nada, que lo que recibe es un error'
      expect(hizo, conError).not.toContain('rechaza')
      expect(hizo, 'enviarHsts sigue siempre: llama a next() una sola vez').toEqual(['sigue'])
      expect(hsts, falta).toBeTypeOf('string')
      const valor = `max-age=${segundos}; includeSubDomains`
      const ajeno = `max-age=${4321 - segundos}; includeSubDomains`
      const frase =
        directivas(hsts) === directivas(ajeno)
          ? 'Envías los segundos que recibió otro enviarHsts: no los guardes fuera de la función'
          : 'Es «max-age=…; includeSubDomains», con los segundos que recibe enviarHsts'
      expect(directivas(hsts) === directivas(valor) ? valor : hsts, frase).toBe(valor)
    }
    for (const [Host, segundos] of [
      ['localhost', 60],
      ['api.ejemplo.com', 2 ** 32],
    ] as const) {
      const encabezados = { ...POR_TLS.encabezados, Host }
      const { hsts } = await pasar(enviarHsts(segundos), { ...POR_TLS, encabezados })
      const tal =
        'Con otro Host, o con muchos segundos, el valor cambia: son los que recibe enviarHsts, y nada más'
      expect(directivas(hsts) === directivas(`max-age=${segundos}; includeSubDomains`), tal).toBe(true)
    }
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 3_600_000 })
    const { hsts: masTarde } = await pasar(primero, POR_TLS)
    vi.useRealTimers()
    const baja = 'Una hora después envías otro plazo: son siempre los segundos que recibió enviarHsts'
    const soloUna = 'La segunda respuesta va sin Strict-Transport-Security: envíalo en todas, no una sola vez'
    expect(String(masTarde).includes('4321'), masTarde === undefined ? soloUna : baja).toBe(true)
    const escrito = mirarConsola()
    const res = await responder(por('https').get('/perfil').set(token))
    expect(res.status, 'Por HTTPS, /perfil no abre con un token bueno').toBe(200)
    expect(String(res.headers['strict-transport-security']), FALTA).toContain('max-age=31536000')
    expect(enTexto(escrito()).includes(token.Authorization), REGISTRO).toBe(false)
  })

  test('no envía HSTS por HTTP', async () => {
    for (const encabezados of [undefined, { 'X-Forwarded-Proto': 'https' }, DICEN_HTTPS]) {
      const { hizo, hsts } = await pasar(enviarHsts(60), { encabezados })
      expect(hizo, 'También por HTTP se llama a next(), una sola vez').toEqual(['sigue'])
      const frase =
        'Por HTTP el navegador lo ignora, y los encabezados los escribe cualquiera: solo si req.secure'
      expect(hsts, frase).toBeUndefined()
    }
    for (const entorno of ENTORNOS) {
      vi.stubEnv('NODE_ENV', entorno)
      const enviar = enviarHsts(60)
      const { hsts: segura } = await pasar(enviar, POR_TLS)
      expect(
        segura,
        `Con NODE_ENV=${entorno} falta Strict-Transport-Security: basta req.secure`,
      ).toBeDefined()
      const { hsts: enClaro } = await pasar(enviar, {})
      const memoria = 'Por HTTP no se envía, aunque la solicitud anterior llegara por HTTPS: mira cada una'
      expect(enClaro, memoria).toBeUndefined()
    }
  })

  test('no deja ver la contraseña ni el token a quien espía', async () => {
    const { res, visto } = await entrarConEspia('https')
    expect(res.status, 'Por HTTPS no se puede iniciar sesión').toBe(200)
    const otraVez = 'Falta Strict-Transport-Security: se envía en cada respuesta, no solo en la primera'
    expect(res.headers, otraVez).toHaveProperty('strict-transport-security')
    const espiado = [CUENTA_DE_ANA.password, res.body.access_token].map((texto) => visto.includes(texto))
    expect(espiado, 'Por TLS no se lee ni la contraseña ni el token').toEqual([false, false])
  })
})

describe('proxiesDeConfianza', () => {
  const pedirTras = (proxies: string[]) => {
    const tras = request(crearApp({ secreto: SECRETO, origen, proxies }))
    return responder(tras.get('/perfil').set({ ...token, 'X-Forwarded-Proto': 'https' }))
  }

  /** Lo que devuelve, antes de que Express lo use: el error de Express no dice de dónde viene. */
  function mirarLista(proxies: string[]) {
    const lista = [...proxies]
    const devuelve: unknown = proxiesDeConfianza(lista)
    expect(devuelve, 'proxiesDeConfianza no devuelve nada: ¿falta un return?').toBeDefined()
    expect(lista, 'Cambias la lista que recibes: devuélvela sin tocarla').toEqual(proxies)
    expect(devuelve, 'Devuelve las direcciones en un array: no las unas en un texto').not.toBeTypeOf('string')
    const ninguna =
      'Hay direcciones y devuelves false: ¿es length > 0? Van como llegan, también un nombre como loopback'
    expect(devuelve, ninguna).not.toBe(false)
    const enArray =
      'X-Forwarded-Proto lo escribe cualquiera: devuelve las direcciones que recibes, no true ni un número'
    expect(devuelve, enArray).toBeInstanceOf(Array)
    const direcciones = devuelve as string[]
    const otras = direcciones.filter((direccion) => !proxies.includes(direccion))
    const faltan = proxies.filter((proxy) => !direcciones.includes(proxy))
    const deMas =
      'Devuelve solo las direcciones que recibes, como llegan: ni otras, ni un rango, ni otra lista'
    expect(otras, deMas).toEqual([])
    expect(faltan, 'Devuelve todas las direcciones que recibes: Express compara con cada una').toEqual([])
  }

  test('cree a X-Forwarded-Proto si lo envía un proxy de confianza', async () => {
    for (const proxies of [['loopback'], ['loopback', '10.0.0.1'], ['10.0.0.1', 'loopback']]) {
      mirarLista(proxies)
      const res = await pedirTras(proxies)
      expect(res.status, 'Express no cree a un proxy de la lista: devuélvela entera y tal cual').toBe(200)
    }
  })

  test('no cree a X-Forwarded-Proto si lo envía otra máquina', async () => {
    mirarLista(['10.0.0.1'])
    mirarLista(['10.0.0.0/8'])
    mirarLista(['10.0.0.10', '10.0.0.1'])
    for (const entorno of ENTORNOS) {
      vi.stubEnv('NODE_ENV', entorno)
      const igual = `Con NODE_ENV=${entorno} crees a otros: devuelve las direcciones en cualquier entorno`
      expect(proxiesDeConfianza(['10.0.0.1']), igual).toEqual(['10.0.0.1'])
    }
    // En otros programas estos nombres quieren decir «cualquiera». Aquí son direcciones malas, y vale rechazarlas.
    for (const nombre of ['*', 'all', 'true', '1']) {
      const { devuelve } = await desenlace(() => proxiesDeConfianza([nombre])).catch(() => ({
        devuelve: false,
      }))
      const suyas = Array.isArray(devuelve) && devuelve.every((direccion) => direccion === nombre)
      const comodin = `Con «${nombre}» en la lista crees a más de los que dice: devuelve lo que llega, y nunca true`
      expect(suyas || devuelve === undefined || devuelve === false, comodin).toBe(true)
    }
    const res = await pedirTras(['10.0.0.1'])
    expect(
      res.status,
      'Ese encabezado lo escribe cualquiera: créelo solo a las direcciones que recibes',
    ).toBe(403)
  })

  test('no cree a nadie si no hay proxies', async () => {
    const vacia = 'Sin proxies no se cree a nadie: con la lista vacía, devuelve false'
    expect(proxiesDeConfianza([]), vacia).toBe(false)
    expect((await pedirTras([])).status, vacia).toBe(403)
  })
})
