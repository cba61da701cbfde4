import express from 'express'
import request from 'supertest'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { ErrorHttp } from '#comun/errores.ts'
import { limitarIntentos } from '#comun/intentos.ts'
import { alterar, ana, desenlace, enviar, pedir, SECRETO, tokenDe } from '#comun/pruebas.ts'
import { type Redis, vigilarRedis } from '#comun/redis.ts'
import { redisDePruebas } from '#comun/redis-de-pruebas.ts'
import { RedisEnMemoria } from '#comun/redis-en-memoria.ts'
import { nuevaSesion } from '#comun/sesiones.ts'
import {
  ContadorCompartido,
  exigirRespuesta,
  RevocadosCompartidos,
  SesionesCompartidas,
} from '#ejercicio/12-varios-procesos/compartido.ts'
import { manejarErrores } from '#solucion/04-manejo-de-errores/errores.ts'
import { claveDeRenovacion, crearRenovacion } from '#solucion/09-renovar-la-sesion/renovacion.ts'
import { crearApp } from './app.ts'

/** El instante en que se detiene el reloj, en segundos: el principio de una ventana. */
const AHORA = 1_800_000_000

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: AHORA * 1000 }))
afterEach(() => void vi.useRealTimers().restoreAllMocks())

const nunca = () => new Promise<never>(() => {})
function roto(): Promise<never> {
  const promesa = Promise.reject(new Error('ECONNREFUSED', { cause: new Error('la red') }))
  // Quien aún no ha hecho el TODO no la espera, y Node lo tomaría por un fallo.
  promesa.catch(() => {})
  return promesa
}
const talCual = <T>(respuesta: Promise<T>) => respuesta
let ordenes = 0
/** Un Redis en el que falla cualquier orden; las cuenta. */
const CAIDO = vigilarRedis(new RedisEnMemoria(), () => {
  ordenes += 1
  return roto()
})

const renovada = (app: express.Express, token: string) =>
  request(app).post('/renovar').send({ refresh_token: token })

/** Detiene, además del reloj, los plazos: avanzan con `alCabo`. */
function pararPlazos() {
  const toFake = ['Date', 'setTimeout', 'clearTimeout'] as const
  vi.useFakeTimers({ toFake: [...toFake], now: AHORA * 1000 })
}

/** Cómo ha acabado una espera al cabo de esos milisegundos; vacío si sigue esperando. */
async function alCabo(milisegundos: number, esperar: () => Promise<unknown>) {
  let fin: ReturnType<typeof desenlace> = Promise.resolve({})
  const espera = desenlace(esperar)
  const acaba = () => {
    fin = espera
  }
  espera.then(acaba, acaba)
  await vi.advanceTimersByTimeAsync(milisegundos).catch((lanzado) => {
    if (!(lanzado instanceof ErrorHttp)) throw lanzado
    expect.fail(
      'Lanzas dentro del reloj, donde nadie lo atrapa y cae el proceso: usa ponerPlazo, y que vencido gane la carrera',
    )
  })
  return fin
}

describe('exigirRespuesta', () => {
  beforeEach(pararPlazos)

  test('devuelve lo que Redis responde, sin dejar relojes en marcha', async () => {
    const respuestas = [
      [7, 0, 'Redis respondió y lanzas un error: devuelve lo primero que llegue'],
      [null, 0, 'Redis respondió null, que es una respuesta: devuélvela'],
      [undefined, 0, 'Redis respondió undefined, que es una respuesta: devuélvela'],
      [7, 499, 'Redis responde a los 499 ms y ya no esperas: el plazo es vencido, a los 500 ms'],
    ] as const
    for (const [valor, tarda, pierde] of respuestas) {
      const tardia = new Promise((cumplir) => setTimeout(cumplir, tarda, valor))
      const respuesta = tarda ? tardia : Promise.resolve(valor)
      const { devuelve, lanza } = await alCabo(tarda, () => exigirRespuesta(respuesta))
      const tropieza =
        'Hay un TypeError: Promise.race recibe una lista, [respuesta, vencido], de promesas y no de funciones'
      expect(lanza, Object(lanza).cause instanceof TypeError ? tropieza : pierde).toBeUndefined()
      const gane =
        'Devuelve lo que gane la carrera: return await Promise.race([…]), y sin await dentro de la lista'
      expect(devuelve, tarda ? pierde : gane).toBe(valor)
    }
    const frase = 'Queda un reloj por solicitud: anula el plazo acabe como acabe, en finally'
    expect(vi.getTimerCount(), frase).toBe(0)
    const caida = await alCabo(0, () => exigirRespuesta(roto()))
    const sigues = 'Redis falló y sigues esperando: Promise.race acaba con lo primero, también si falla'
    expect(Object.keys(caida).length, sigues).toBe(1)
    expect(vi.getTimerCount(), frase).toBe(0)
    for (let vez = 0; vez < 20; vez++) await alCabo(0, () => exigirRespuesta(roto()))
    const repuesta = await alCabo(0, () => exigirRespuesta(Promise.resolve(7)))
    const recuerda = 'Redis ya responde y aún lanzas un error: no recuerdes que antes falló'
    expect(repuesta.devuelve, recuerda).toBe(7)
  })

  test.each([
    ['no contesta', nunca],
    ['rechaza la conexión', roto],
  ])('responde 503 si Redis %s', async (_caso, orden) => {
    const espera = alCabo(500, () => exigirRespuesta(orden()))
    const colgada = vi.getTimerCount()
      ? 'La solicitud se queda colgada: acaba con lo primero que llegue, respuesta o vencido'
      : 'No hay plazo en marcha: ponlo en cada llamada, espera la carrera con return await, y anula después'
    const fin = await espera
    const largo =
      'A los 500 ms sigues esperando: pon un solo plazo, ponerPlazo(ESPERA), que va en milisegundos, y al vencer lanza el 503'
    expect(Object.keys(fin).length, vi.getTimerCount() ? largo : colgada).toBe(1)
    const { status, message, cause } = Object(fin.lanza)
    const abierta = 'Sin respuesta no se sabe nada, y devuelves algo: eso deja pasar lo revocado'
    expect(fin.lanza, abierta).toBeDefined()
    expect(fin.lanza, 'Un fallo de Redis no es un 500: atrápalo y lanza ErrorHttp 503').toBeInstanceOf(
      ErrorHttp,
    )
    expect(status, 'Ni el token ni la persona tienen la culpa: es un 503').toBe(503)
    const queHacer =
      'El mensaje es «Servicio no disponible: vuelve a intentarlo»: lo que dijo Redis va solo en cause'
    expect(message, queHacer).toBe('Servicio no disponible: vuelve a intentarlo')
    expect(cause, 'Guarda el error original en cause: lo necesita el registro').toBeInstanceOf(Error)
    const otro = 'Guarda en cause el error que atrapas, y no otro: dice qué falló'
    if (orden === nunca) return
    expect(cause.message, otro).toBe('ECONNREFUSED')
    const sinMemoria = new Error('OOM sin memoria')
    const deOtro = new ErrorHttp(401, 'No autorizado')
    for (const [fallo, falleComoFalle] of [
      [
        'ECONNREFUSED',
        'Redis falló con algo que no es un Error, y no lanzas el 503: falle como falle, es un ErrorHttp 503',
      ],
      [sinMemoria, 'Redis contesta con un error, sin memoria, y no es un 503: falle como falle, lo es'],
      [deOtro, 'Redis falla con un 401 suyo y se lo das al cliente: falle como falle, es un 503'],
    ] as const) {
      const fallida = Promise.reject(fallo)
      fallida.catch(() => {})
      const { lanza } = await alCabo(0, () => exigirRespuesta(fallida))
      expect(Object(lanza).status, falleComoFalle).toBe(503)
    }
    const [uno, otro503] = [await alCabo(0, () => exigirRespuesta(roto())), fin]
    const compartido =
      'Dos fallos comparten el mismo ErrorHttp, y la causa de uno tapa la del otro: lanza uno nuevo'
    expect(uno.lanza === otro503.lanza, compartido).toBe(false)
    vi.stubEnv('NODE_ENV', 'production')
    const { lanza: enProduccion } = await alCabo(0, () => exigirRespuesta(roto()))
    vi.unstubAllEnvs()
    const siempre = 'Con NODE_ENV=production el 503 va sin causa, y es donde hace falta: guárdala siempre'
    expect(Object(enProduccion).cause?.message, siempre).toBe('ECONNREFUSED')
    const aLaVez = () => Promise.all([exigirRespuesta(nunca()), exigirRespuesta(Promise.resolve(7))])
    const comparten =
      'Una orden respondió y la que esperaba con ella se queda sin plazo: pon uno en cada llamada, dentro de la función'
    expect(Object.keys(await alCabo(500, aLaVez)), comparten).toEqual(['lanza'])
  })

  test('sin Redis, ni deja pasar ni da por malo un token bueno', async () => {
    vi.useRealTimers()
    vi.spyOn(console, 'error').mockImplementation(() => {})
    const app = crearApp({ secreto: SECRETO, redis: CAIDO })
    const bueno = tokenDe(ana)
    const antes = ordenes
    const { status, body } = await pedir(app, '/perfil', bueno)
    const reabre =
      ordenes > antes
        ? 'Dejaste pasar sin poder preguntar: eso reabre lo cerrado'
        : 'Dejas pasar sin preguntar a Redis: lo que guarda un proceso, los demás no lo ven'
    expect(status, reabre).not.toBe(200)
    expect(status, 'Un token que puede ser bueno no es un 401: el cliente lo borraría').not.toBe(401)
    expect(status, 'Sin Redis es un 503: que toda orden pase por exigirRespuesta').toBe(503)
    expect(body, 'La persona lee el mensaje del ErrorHttp').toEqual({
      error: 'Servicio no disponible: vuelve a intentarlo',
    })
    const renovacion = crearRenovacion(nuevaSesion('1'), claveDeRenovacion(SECRETO))
    const renovar = 'Renovar tampoco se puede sin Redis: es un 503, y el token se guarda para luego'
    const sinVigilar =
      'Renovar sin Redis es un 500: deja el constructor de SesionesCompartidas, que usa exigirRespuesta, y su error'
    const alRenovar = (await renovada(app, renovacion)).status
    expect(alRenovar, alRenovar === 500 ? sinVigilar : renovar).toBe(503)
    const rechazos = [
      (await pedir(app, '/perfil')).status,
      (await pedir(app, '/perfil', alterar(bueno, { sub: '2' }))).status,
    ]
    expect(rechazos, 'Un token que falta o está mal se rechaza sin preguntar a Redis').toEqual([401, 422])
  })
})

describe('revocar', () => {
  test('se olvida sola, nunca antes de que el token expire', async () => {
    const redis = await redisDePruebas()
    const exp = AHORA + 7230.4
    const claims = { sub: 'cuenta de Ana', jti: 'sobremesa', exp }
    const { lanza } = await desenlace(() => new RevocadosCompartidos(redis).revocar(claims))
    const forma = "set recibe la clave, el texto y { expiration: { type: 'EXAT', value } }"
    expect(Object(lanza).cause, forma).not.toBeInstanceOf(TypeError)
    const entero = 'Redis rechaza la orden: EXAT pide un instante en segundos enteros, y sale de expira'
    const propio =
      'Redis funciona y revocar lanza un error: no viene de la orden; mira lo que lanzas y su cause'
    const deRedis = [lanza, Object(lanza).cause].some((error) => /^ERR /.test(`${Object(error).message}`))
    expect(lanza, deRedis ? entero : propio).toBeUndefined()
    const suyos =
      'Cambias los claims que recibes, y quien llama los usa después: calcula aparte expira + MARGEN'
    expect(claims, suyos).toEqual({ sub: 'cuenta de Ana', jti: 'sobremesa', exp })
    const claves = await redis.keys()
    const instante = await redis.expireTime(claves[0] ?? '')
    const despues = instante - exp
    expect(
      claves.length,
      'Redis no guarda nada: espera a set, y EXAT pide un instante, que sale de expira, y no lo que falta',
    ).not.toBe(0)
    const resucita = 'El token resucita: súmale MARGEN a expira, por quien tenga el reloj atrasado'
    const pronto =
      'La revocación se borra antes de que el token expire: el instante es expira + MARGEN, sea cual sea la hora'
    const decimas =
      'Faltan décimas para el minuto: expira es Math.ceil(exp), como viene dada, y se le suma MARGEN'
    const corta = despues > 59 ? decimas : resucita
    expect(despues, instante > AHORA && despues < 0 ? pronto : corta).toBeGreaterThanOrEqual(60)
    const eterna = 'Redis lo recuerda años: el tipo es EXAT, no EX, y expira y MARGEN ya van en segundos'
    const deMas = 'Redis lo recuerda de más: suma MARGEN a expira tal cual, que los dos van en segundos'
    expect(despues, despues < 86_400 ? deMas : eterna).toBeLessThan(3600)
    const guardado = `${await redis.get(claves[0] ?? '')}`
    const delToken = ['cuenta de Ana', 'sobremesa', `${AHORA + 7230}`].filter((dato) =>
      guardado.includes(dato),
    )
    const vacio = 'Guardas en Redis datos del token, que lee quien lo administra: pasa a set un texto vacío'
    expect(delToken, vacio).toEqual([])
    const sinSet = { ...vigilarRedis(redis, talCual), set: roto }
    await desenlace(() => new RevocadosCompartidos(sinSet).revocar({ sub: '1', jti: 'sobremesa', exp }))
    const seguia = 'set falló y se olvidó lo que ya estaba revocado: no borres nada antes de set'
    expect((await redis.keys()).length, seguia).toBe(1)
    vi.setSystemTime((exp + 3600) * 1000)
    expect(await redis.keys(), eterna).toEqual([])
    // Entre dos órdenes cabe una caída: la segunda no llega.
    const sinSegunda = { ...vigilarRedis(redis, talCual), expireAt: async () => 0 }
    const fin = exp + 7200
    await desenlace(() => new RevocadosCompartidos(sinSegunda).revocar({ sub: '1', jti: 'movil', exp: fin }))
    const [otra = ''] = await redis.keys()
    const deUnaVez = 'El plazo se pone en el mismo set: si se pide después, con expireAt, puede no llegar'
    expect((await redis.expireTime(otra)) - fin, deUnaVez).toBeGreaterThanOrEqual(60)
    // Expiró hace medio minuto, y a otro reloj le falta para darse cuenta.
    const reciente = { sub: '1', jti: 'reciente', exp: exp + 3570 }
    await desenlace(() => new RevocadosCompartidos(redis).revocar(reciente))
    const enOtroReloj = 'Expirado para este reloj puede valer en otro: guárdalo igual, hasta expira + MARGEN'
    expect((await redis.keys()).length, enOtroReloj).toBe(2)
    const tope =
      'La revocación de un token que dura mucho se borra antes que él: el instante es expira + MARGEN, sin tope'
    // Una semana, un año y un siglo: el último no cabe en 32 bits.
    for (const dias of [7, 366, 36_525]) {
      const almacen = await redisDePruebas()
      const largo = { sub: '1', jti: 'largo', exp: AHORA + dias * 86_400 }
      await desenlace(() => new RevocadosCompartidos(almacen).revocar(largo))
      const [suya = ''] = await almacen.keys()
      const sinGuardar =
        'Redis no guarda la revocación de un token que dura mucho: pide set con expira + MARGEN, sin cortarlo a 32 bits'
      const dura = (await almacen.expireTime(suya)) - largo.exp
      expect(dura, suya ? tope : sinGuardar).toBeGreaterThanOrEqual(60)
    }
  })

  test('cierra en todos los procesos la sesión cerrada en uno', async () => {
    const redis = await redisDePruebas()
    const [uno, ...otros] = [1, 2, 3].map(() => crearApp({ secreto: SECRETO, redis }))
    const [portatil, movil] = [tokenDe(ana, { jwtid: 'Portatil' }), tokenDe(ana, { jwtid: 'portatil' })]
    expect((await enviar(uno!, '/logout', portatil)).status, 'POST /logout falla: mira revocar').toBe(200)
    for (const app of [...otros, uno!]) {
      const { status, body } = await pedir(app, '/perfil', portatil)
      const abre =
        app === uno
          ? 'Abre en el proceso que la cerró: pregunta a Redis cada vez, sin recordar lo que dijo'
          : (await redis.exists('revocado:Portatil'))
            ? 'Redis guarda que se cerró y contiene no lo ve: déjalo como viene dado, que el texto guardado es vacío'
            : 'La sesión cerrada en un proceso abre en otro: la clave es la que busca contiene, con jti'
      expect([status, body], abre).toEqual([401, { error: 'Token revocado' }])
      expect((await pedir(app, '/perfil', movil)).status, 'Se cerró otra sesión de Ana').toBe(200)
    }
    const aqui = new RevocadosCompartidos(redis)
    await aqui.contiene('tableta')
    // Lo que guarda revocar en otro proceso, que no ve nada de este.
    const [clave = ''] = await redis.keys()
    const hasta = { expiration: { type: 'EXAT' as const, value: AHORA + 3600 } }
    await redis.set(clave.replace('Portatil', 'tableta'), '', hasta)
    const pregunta =
      'Otro proceso lo revocó y en este aún abre: contiene pregunta a Redis cada vez, sin recordar lo que dijo'
    expect(await aqui.contiene('tableta'), pregunta).toBe(clave.includes('Portatil'))
    // Lo eligió quien firmó: un jti es cualquier texto.
    const jti = ` Caja 50%25 de Begoña: pan\u0303 1/2, ${'a'.repeat(100)}.1 `
    const parecidos = [
      jti.trim(),
      jti.normalize('NFC'),
      jti.normalize('NFD'),
      jti.replace('ñ', 'n'),
      jti.replace('.1', '.2'),
      jti.replace('/', ':'),
      decodeURIComponent(jti),
      encodeURIComponent(jti),
      `${jti}2`,
      `2/${jti}`,
    ]
    await desenlace(() => aqui.revocar({ sub: '1', jti, exp: AHORA + 3600 }))
    const [suyo, ...ajenos] = await Promise.all(
      [jti, ...parecidos].map((otro) => desenlace(() => aqui.contiene(otro))),
    )
    const raro =
      'Revocas un jti con espacios, barras, «%» o «ñ» y contiene no lo encuentra: ponlo entero y tal cual en la clave'
    const callas =
      'Redis guarda un jti con «%» o «ñ» y contiene dice que no está: pregunta por él tal cual, sin filtrarlo antes'
    expect(suyo?.devuelve, (await redis.exists(`revocado:${jti}`)) ? callas : raro).toBe(true)
    const demas =
      'Revocas un jti y contiene da por revocado otro que se parece: ponlo entero y tal cual en la clave'
    expect(ajenos.filter(({ devuelve }) => devuelve !== false).length, demas).toBe(0)
  })

  test('quien recibe un 503 al cerrar puede volver a intentarlo', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {})
    const redis = await redisDePruebas()
    const sesion = await new SesionesCompartidas(redis).abrir('1')
    const token = tokenDe(ana, { jwtid: `${sesion.sid}.1` })
    const set = vi.fn<Redis['set']>(roto)
    const app = crearApp({ secreto: SECRETO, redis: { ...vigilarRedis(redis, talCual), set } })
    const cortado = await enviar(app, '/logout', token)
    const sinSaber =
      'Dices «Sesión cerrada» sin saber si se guardó: espera a set con await, y deja salir su error'
    expect(cortado.status, sinSaber).toBe(503)
    set.mockReset().mockImplementation((...orden) => redis.set(...orden))
    const segunda = await enviar(app, '/logout', token)
    expect(segunda.status, 'La segunda vez, POST /logout tiene que cerrar la sesión').toBe(200)
    const otraVez = 'La segunda vez no pides set a Redis: no recuerdes en este proceso qué revocaste'
    expect(set.mock.calls.length, otraVez).not.toBe(0)
    const entero = 'El token de la sesión cerrada abre: la clave lleva el jti entero'
    expect((await pedir(app, '/perfil', token)).status, entero).toBe(401)
    const abierta = await new SesionesCompartidas(redis).buscar(sesion.sid)
    expect(abierta, 'La sesión sigue abierta y se podría renovar').toBeUndefined()
    pararPlazos()
    const callado = new RevocadosCompartidos({ ...vigilarRedis(redis, talCual), set: nunca })
    const { lanza } = await alCabo(2000, () => callado.revocar({ sub: '1', jti: 'movil', exp: AHORA }))
    expect(Object(lanza).status, sinSaber).toBe(503)
  })
})

describe('avanzar', () => {
  const SI_DA_TRUE = 'No avanza: devuelve la siguiente si cambiarSi da true'

  test('pasa del número que se pide al siguiente, sin alargar la sesión', async () => {
    const redis = await redisDePruebas()
    const [uno, otro] = [new SesionesCompartidas(redis), new SesionesCompartidas(redis)]
    const sesion = await uno.abrir('1')
    vi.setSystemTime((AHORA + 300.6) * 1000)
    const cambiarSi = vi.spyOn(redis, 'cambiarSi')
    const { devuelve, lanza } = await desenlace(() => uno.avanzar(sesion.sid, 1))
    expect(lanza, 'Avanzar una sesión abierta no es un error').toBeUndefined()
    const noAvanza = new Map<unknown, string>([
      [undefined, 'No avanza: con el mismo número se sigue; revisa la comparación'],
      [false, 'cambiarSi da false: pásale claveDe(sid), antes y la siguiente, en ese orden'],
      [true, SI_DA_TRUE],
    ])
    expect(devuelve, noAvanza.get(await cambiarSi.mock.results[0]?.value)).toBeDefined()
    expect(Object(devuelve).numero, 'Devuelve la siguiente: del número 1 se pasa al 2').toBe(2)
    expect(Object(devuelve).renovada, 'renovada es ahora, en segundos enteros').toBe(AHORA + 300)
    const igual = 'Solo cambian numero y renovada: copia lo demás'
    expect(devuelve, igual).toEqual({ ...sesion, numero: 2, renovada: AHORA + 300 })
    const guarda = 'Devuelves una sesión y guardas otra: pasa a cambiarSi la siguiente, con JSON.stringify'
    const { devuelve: guardada } = await desenlace(() => otro.buscar(sesion.sid))
    expect(guardada, guarda).toEqual(devuelve)
    const conOtro = await Promise.all(
      [0, 1, 3, 2.5].map((numero) => desenlace(() => otro.avanzar(sesion.sid, numero))),
    )
    const cualquiera = 'Con otro número no se avanza: compara sesion.numero con numero y devuelve undefined'
    expect(conOtro, cualquiera).toEqual(Array(4).fill({ devuelve: undefined }))
    const intacta = 'Con otro número no se toca nada: ni se cambia la sesión ni se cierra'
    expect(await uno.buscar(sesion.sid), intacta).toEqual(devuelve)
    const sinSesion = await desenlace(() => otro.avanzar('no-existe', 1))
    expect(sinSesion, 'Sin sesión no se avanza: devuelve undefined').toEqual({ devuelve: undefined })
    const plazo = 'La sesión dura más o menos que antes: cambiarSi conserva su plazo'
    expect(await redis.expireTime(`sesion:${sesion.sid}`), plazo).toBe(sesion.expira)
    await otro.avanzar(sesion.sid, 2)
    const vuelve = await desenlace(() => uno.avanzar(sesion.sid, 3))
    const lee = 'Otro proceso la avanzó y ya no avanzas: usa lo que acabas de leer, no lo que guardó este'
    expect(Object(vuelve.devuelve).numero, lee).toBe(4)
    // La renuevan mucho, y después nadie hasta su último segundo.
    const texto = `${await redis.get(`sesion:${sesion.sid}`)}`
    await redis.cambiarSi(
      `sesion:${sesion.sid}`,
      texto,
      // Como la escribiría otra versión: lo que cuenta es el texto que hay.
      JSON.stringify({ ...JSON.parse(texto), numero: 9999 }, null, 1),
    )
    vi.setSystemTime((sesion.expira - 1) * 1000)
    const guardado = await redis.get(`sesion:${sesion.sid}`)
    const llamadas = cambiarSi.mock.calls.length
    const ultima = await desenlace(() => uno.avanzar(sesion.sid, 9999))
    const [, antes] = cambiarSi.mock.calls[llamadas] ?? []
    vi.setSystemTime(3_000_000_000_000)
    const lejana = await otro.abrir('1')
    const { devuelve: en2065 } = await desenlace(() => otro.avanzar(lejana.sid, 1))
    const cortada = 'Después de 2038 renovada es negativa: usa Math.floor, y no | 0, que corta a 32 bits'
    expect(Object(en2065).renovada, cortada).toBe(3_000_000_000)
    const topes =
      'Una sesión abierta avanza hasta que expira, las veces que sea: mira solo si existe y su numero'
    const reescrita =
      'cambiarSi no recibe el texto que hay en Redis: pásale antes como lo leíste, sin volver a escribirlo'
    const salto = 'Del número 9999 pasas a otro que no es el 10000: la siguiente lleva siempre numero + 1'
    const avanza = ultima.devuelve ? salto : topes
    const noEsAntes = antes !== undefined && antes !== guardado
    expect(Object(ultima.devuelve).numero, noEsAntes ? reescrita : avanza).toBe(10_000)
  })

  test('no pisa lo que otro proceso cambia mientras tanto', async () => {
    const redis = await redisDePruebas()
    const [uno, otro] = [new SesionesCompartidas(redis), new SesionesCompartidas(redis)]
    const { sid } = await uno.abrir('1')
    const pedidas = vi.spyOn(redis, 'cambiarSi')
    const fines = await Promise.all([uno, otro].map((suyas) => desenlace(() => suyas.avanzar(sid, 1))))
    expect(fines.map(({ lanza }) => lanza).find(Boolean), 'Llegar segundo no es un error').toBeUndefined()
    const nada = fines.map(({ devuelve }) => devuelve).find((devuelve) => !devuelve)
    expect(nada, 'Si cambiarSi da false, devuelve undefined, y no false ni null').toBeUndefined()
    const avanzan = fines.filter(({ devuelve }) => devuelve !== undefined).length
    expect(avanzan, SI_DA_TRUE).not.toBe(0)
    const carrera =
      'Leyeron lo mismo y las dos devuelven sesión: espera a cambiarSi y, si da false, devuelve undefined sin leer otra vez'
    const insiste =
      'Tras un false lo intentas otra vez y avanzan las dos: otro usó ya ese número; devuelve undefined'
    expect(avanzan, pedidas.mock.calls.length > 2 ? insiste : carrera).toBe(1)
    pedidas.mockRestore()
    const quien = fines[0]?.devuelve ? otro : uno
    const repuesta = await uno.abrir('1')
    const sinRedisUnaVez = vi.spyOn(redis, 'cambiarSi').mockImplementationOnce(roto)
    const caida = await desenlace(() => uno.avanzar(repuesta.sid, 1))
    sinRedisUnaVez.mockRestore()
    const vuelve = await desenlace(() => uno.avanzar(repuesta.sid, 1))
    const trasFallar =
      'Redis falló una vez y esa sesión ya no avanza: no recuerdes nada de una llamada a otra'
    if (caida.lanza) expect(Object(vuelve.devuelve).numero, trasFallar).toBe(2)
    const otraSesion = await quien.abrir('1')
    await desenlace(() => quien.avanzar(otraSesion.sid, 7))
    const trasPerder = await desenlace(() => quien.avanzar(otraSesion.sid, 1))
    const perdio =
      'Tras un número que no era, esa sesión ya no avanza: no recuerdes nada de una llamada a otra'
    expect(Object(trasPerder.devuelve).numero, perdio).toBe(2)

    /** Entre lo que se lee y lo que se hace después, otro proceso cambia la sesión. */
    const entretanto = (cambiar: (clave: string, texto: string) => Promise<unknown>) =>
      new SesionesCompartidas({
        ...vigilarRedis(redis, talCual),
        async get(clave) {
          const texto = await redis.get(clave)
          if (texto) await cambiar(clave, texto)
          return texto
        },
      })
    const alTres = (texto: string) => JSON.stringify({ ...JSON.parse(texto), numero: 3 })
    const tarde = entretanto((clave, texto) => redis.cambiarSi(clave, texto, alTres(texto)))
    const pierde = await desenlace(() => tarde.avanzar(sid, 2))
    const leido =
      'Otro avanzó después de que leyeras, y avanzas también: pasa a cambiarSi antes, lo que leíste'
    expect(pierde.devuelve, leido).toBeUndefined()
    const deOtro = 'Si cambiarSi da false, la sesión es la de otro: ni la cierres ni la cambies'
    expect(Object(await otro.buscar(sid)).numero, deOtro).toBe(3)

    const sinRedis = new SesionesCompartidas({ ...vigilarRedis(redis, talCual), cambiarSi: roto })
    const { lanza } = await desenlace(() => sinRedis.avanzar(sid, 3))
    expect(Object(lanza).status, 'cambiarSi falló y sigues: deja salir el 503').toBe(503)

    const { devuelve } = await desenlace(() => entretanto(() => otro.cerrar(sid)).avanzar(sid, 3))
    const revive = 'Revive la sesión que otro cerró: no escribas sin mirar, usa cambiarSi con lo que leíste'
    expect(await otro.buscar(sid), revive).toBeUndefined()
    expect(devuelve, carrera).toBeUndefined()

    const alEscribir = new SesionesCompartidas({
      ...vigilarRedis(redis, talCual),
      async cambiarSi(clave, antes, siguiente) {
        const cambiada = await redis.cambiarSi(clave, antes, siguiente)
        await redis.cambiarSi(clave, siguiente, alTres(siguiente))
        return cambiada
      },
    })
    const suya = await desenlace(async () => alEscribir.avanzar((await uno.abrir('1')).sid, 1))
    const escrita = 'Devuelve la siguiente que escribiste: si la lees otra vez, ya puede ser la de otro'
    expect(Object(suya.devuelve).numero, escrita).toBe(2)

    const perdida = await uno.abrir('2')
    let veces = 0
    const sinRespuesta = new SesionesCompartidas({
      ...vigilarRedis(redis, talCual),
      async cambiarSi(...orden) {
        const cambiada = await redis.cambiarSi(...orden)
        veces += 1
        return veces > 1 ? cambiada : roto()
      },
    })
    const aCiegas = await desenlace(() => sinRespuesta.avanzar(perdida.sid, 1))
    const deNuevo =
      'cambiarSi cambió la sesión, se perdió su respuesta y la segunda vez dio false: deja salir el primer error'
    const seDaPorPerdida = 'devuelve' in aCiegas && aCiegas.devuelve === undefined
    expect(seDaPorPerdida, deNuevo).toBe(false)

    const pisa =
      'Tras cambiarSi otro proceso cerró o avanzó la sesión, y lo pisas: después de cambiarSi no escribas nada'
    /** Lo que queda en Redis si, nada más cambiarla, otro proceso hace algo con la sesión. */
    async function trasCambiarla(hacer: (sesiones: SesionesCompartidas, sid: string) => Promise<unknown>) {
      const almacen = await redisDePruebas()
      const sesiones = new SesionesCompartidas(almacen)
      const sesion = await sesiones.abrir('1')
      const cambiadas = new SesionesCompartidas({
        ...vigilarRedis(almacen, talCual),
        async cambiarSi(...orden) {
          const cambiada = await almacen.cambiarSi(...orden)
          await hacer(sesiones, sesion.sid)
          return cambiada
        },
      })
      await desenlace(() => cambiadas.avanzar(sesion.sid, 1))
      return { claves: (await almacen.keys()).length, numero: (await sesiones.buscar(sesion.sid))?.numero }
    }
    const cerrada = await trasCambiarla((sesiones, suyo) => sesiones.cerrar(suyo))
    expect(cerrada, pisa).toEqual({ claves: 0, numero: undefined })
    const avanzada = await trasCambiarla((sesiones, suyo) => sesiones.avanzar(suyo, 2))
    expect(avanzada, pisa).toEqual({ claves: 2, numero: 3 })
  })

  test('una renovación usada en dos procesos cierra la sesión en todos', async () => {
    const redis = await redisDePruebas()
    const [uno, dos] = [crearApp({ secreto: SECRETO, redis }), crearApp({ secreto: SECRETO, redis })]
    const sesion = await new SesionesCompartidas(redis).abrir('1')
    const robada = crearRenovacion(sesion, claveDeRenovacion(SECRETO))
    const de = async (app: express.Express, token: string) => {
      const { status, body } = await renovada(app, token)
      return { status, token: body.refresh_token }
    }
    const primera = await de(uno, robada)
    expect(primera.status, 'La primera renovación falla: mira avanzar').toBe(200)
    const repetida = await de(dos, robada)
    const perdida = 'Quien repite enseguida, en otro proceso, recibe el mismo token que la primera vez'
    expect(repetida, perdida).toEqual(primera)
    vi.setSystemTime((AHORA + 60) * 1000)
    expect((await de(dos, robada)).status, 'Un token de renovación usado vale otra vez').toBe(401)
    const cerrada = 'La tienen dos: la sesión se cierra también en el otro proceso'
    expect((await de(uno, primera.token)).status, cerrada).toBe(401)
  })
})

describe('sumar', () => {
  const FIN = AHORA + 300

  test('cuenta los intentos que llegan a la vez a varios procesos', async () => {
    const redis = await redisDePruebas()
    const incr = vi.spyOn(redis, 'incr')
    const procesos = [new ContadorCompartido(redis), new ContadorCompartido(redis)]
    const van = await Promise.all(
      [0, 1, 0, 1, 0, 1].map((cual) => desenlace(() => procesos[cual]!.sumar('cuenta Ana', FIN))),
    )
    const instante = 'Contar un intento no es un error: expireAt pide un instante en segundos enteros'
    expect(van.map(({ lanza }) => lanza).find(Boolean), instante).toBeUndefined()
    const nada = incr.mock.calls.length
      ? 'El contador se borra nada más contar: expireAt pide un instante, fin, y no lo que falta'
      : 'Redis no guarda ningún contador, porque no se llama a incr: se cuenta en Redis, y no en este proceso'
    expect((await redis.keys()).length, nada).not.toBe(0)
    const unNumero = 'Devuelve el número que da incr: ¿falta return, o devuelves la lista entera?'
    expect(typeof van[0]?.devuelve, unNumero).toBe('number')
    const cuentas = van.map(({ devuelve }) => Number(devuelve)).sort()
    const frase =
      incr.mock.calls.length > 0 && incr.mock.calls.length < van.length
        ? 'Hay más intentos que llamadas a incr: pide uno en cada llamada, también si llegan a la vez'
        : 'No los cuenta todos: suma en Redis, con incr, y devuelve lo que dé'
    const deMas = 'Cuentas de más: llama a incr una vez y devuelve lo que dé, sin sumarle nada'
    const repetido = 'Varios intentos tienen el mismo número: devuelve el que da su incr, sin leerlo después'
    const delMaximo = cuentas.at(-1) === 6 ? repetido : frase
    expect(cuentas, Math.max(...cuentas) > 6 ? deMas : delMaximo).toEqual([1, 2, 3, 4, 5, 6])
    const redes = ['red 2001:db8::', 'red 2001:db9::']
    const deCada = await Promise.all(redes.map((red) => desenlace(() => procesos[0]!.sumar(red, FIN))))
    const enteras = 'Dos redes que empiezan igual comparten contador: la clave es intentos, entera'
    expect(
      deCada.map(({ devuelve }) => devuelve),
      enteras,
    ).toEqual([1, 1])
    const otraVentana = await desenlace(() => procesos[0]!.sumar('cuenta Ana', FIN + 300))
    const sinFin = 'Los intentos de una ventana cuentan en la siguiente: la clave es intentos, que lleva fin'
    expect(otraVentana.devuelve, sinFin).toBe(1)
    const otra = await desenlace(() => procesos[0]!.sumar('cuenta root', FIN))
    expect(otra.devuelve, 'Cada cuenta lleva la suya: la clave es intentos').toBe(1)
  })

  test('frena en un proceso los intentos repartidos entre otros', async () => {
    const redis = await redisDePruebas()
    const [uno, dos] = [1, 2].map(() => {
      const app = express().use(express.json())
      app.post('/login', limitarIntentos(new ContadorCompartido(redis)), (_req, res) => {
        res.status(401).json({})
      })
      return app.use(manejarErrores(() => {}))
    })
    const probar = (app: express.Express) => request(app).post('/login').send({ email: ana.email })
    for (let vez = 1; vez <= 5; vez++) {
      const estados = [(await probar(uno!)).status, (await probar(dos!)).status]
      expect(estados, 'Los diez primeros intentos pasan: devuelve lo que dé incr').toEqual([401, 401])
    }
    const { status, headers } = await probar(uno!)
    expect(status, 'El intento once pasa: devuelve lo que dé incr, que los suma todos').toBe(429)
    const propio =
      'Ese 429 no es de limitarIntentos, que pone Retry-After: sumar solo cuenta, y no frena a nadie'
    const faltan = 'Retry-After lleva los segundos que faltan'
    expect(headers['retry-after'], headers['retry-after'] ? faltan : propio).toBe('300')
    vi.setSystemTime(FIN * 1000)
    expect(
      (await probar(dos!)).status,
      'La cuenta sigue frenada en la ventana siguiente: la clave es intentos, que lleva fin',
    ).toBe(401)
  })

  test('no deja ningún contador cuando la ventana acaba', async () => {
    const redis = await redisDePruebas()
    const contador = new ContadorCompartido(redis)
    // La ventana está a medias: acaba en fin, y no cinco minutos después de un intento.
    vi.setSystemTime((AHORA + 100) * 1000)
    await desenlace(() => contador.sumar('cuenta Ana', FIN))
    const claves = await redis.keys()
    expect(claves.length, 'Se cuenta en una clave: intentos, que ya dice su ventana').toBe(1)
    const instante = await redis.expireTime(claves[0] ?? '')
    const eterno =
      'El contador no se borra nunca: pide expireAt con la clave intentos, y después de incr, que la crea'
    expect(instante, eterno).not.toBe(-1)
    const antes = 'El contador se borra a otra hora: expireAt pide un instante en segundos, y es fin'
    expect(instante, antes).toBe(FIN)
    for (const falla of ['incr', 'expireAt']) {
      const aMedias = { ...vigilarRedis(redis, talCual), [falla]: roto }
      const { lanza } = await desenlace(() => new ContadorCompartido(aMedias).sumar('cuenta root', FIN))
      const frase =
        'Una orden falla y sigues: pide incr y expireAt, espéralas con await y Promise.all, y deja salir el error'
      expect(Object(lanza).status, frase).toBe(503)
    }
    // Un fallo que nadie atiende acaba con el proceso.
    const sueltos: unknown[] = []
    const anotar = (error: unknown) => void sueltos.push(error)
    process.on('unhandledRejection', anotar)
    await desenlace(() => new ContadorCompartido(CAIDO).sumar('cuenta root', FIN))
    await new Promise(setImmediate)
    process.off('unhandledRejection', anotar)
    const suelto =
      'Una promesa falla, nadie la espera y el proceso cae: pide las dos con Promise.all; ¿o hay un finally suelto en exigirRespuesta?'
    expect(sueltos.length, suelto).toBe(0)
    const van = await contador.sumar('cuenta root', FIN)
    const plazos = await Promise.all((await redis.keys()).map((clave) => redis.expireTime(clave)))
    const otraVez = 'Si expireAt falla una vez, el contador se queda para siempre: pídelo en cada intento'
    expect(plazos, otraVez).toEqual([FIN, FIN])
    const sinPlazo = new ContadorCompartido({ ...vigilarRedis(redis, talCual), expireAt: roto })
    const { lanza: segundo } = await desenlace(() => sinPlazo.sumar('cuenta Ana', FIN))
    const enTodos = 'expireAt falla en un segundo intento y sigues: espéralo con await en todos'
    expect(Object(segundo).status, enTodos).toBe(503)
    for (const cuenta of ['cuenta root', 'cuenta Ana']) {
      await contador.olvidar(cuenta, FIN)
      const { devuelve } = await desenlace(() => contador.sumar(cuenta, FIN))
      expect(devuelve, 'Entrar bien pone la cuenta a cero: olvidar borra la clave que suma').toBe(1)
    }
    const trasOlvidar = await Promise.all((await redis.keys()).map((clave) => redis.expireTime(clave)))
    const renace = 'El contador que se borró y vuelve a nacer ya no se borra: pide expireAt en cada intento'
    expect(trasOlvidar, renace).toEqual([FIN, FIN])
    const dosVeces = 'Una orden falló y la repites: ese intento cuenta por dos; deja salir el error'
    expect(van, dosVeces).toBeLessThanOrEqual(2)
    await redis.set(claves[0] ?? '', '5000', { expiration: { type: 'EXAT', value: FIN } })
    const muchos = [await contador.sumar('cuenta Ana', FIN), await contador.sumar('cuenta Ana', FIN)]
    const sinTope =
      'Pones un tope a la cuenta: devuelve lo que dé incr, que el máximo lo decide limitarIntentos'
    expect(muchos, sinTope).toEqual([5001, 5002])
    const almacen = await redisDePruebas()
    const manana = AHORA + 86_400
    await new ContadorCompartido(almacen).sumar('cuenta Ana', manana)
    expect(await almacen.expireTime((await almacen.keys())[0] ?? ''), antes).toBe(manana)
  })
})
