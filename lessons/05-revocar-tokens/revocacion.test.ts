import jwt from 'jsonwebtoken'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { ErrorHttp } from '#comun/errores.ts'
import { alterar, ana, desenlace, enviar, ListaLenta, pedir, root, SECRETO, tokenDe } from '#comun/pruebas.ts'
import { exigirNoRevocado, identificar, ListaDeRevocados } from '#ejercicio/05-revocar-tokens/revocacion.ts'
import { crearApp } from './app.ts'

/** El instante en que se detiene el reloj, en segundos. */
const AHORA = 1_800_000_000

/** Menos de 64 bits al azar se adivinan probando (OWASP); medirlos quita alguno. */
const BITS_AL_AZAR = 60

const DEVUELVES = 'Devuelves el error: lánzalo con throw'
const SIGUE_ABRIENDO =
  'El token revocado sigue abriendo: pregunta a revocados por su jti, tal cual; espera con await y lanza, sin catch'

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: AHORA * 1000 }))
afterEach(() => void vi.useRealTimers().restoreAllMocks())

/** Bytes al azar leídos como texto: los que no forman letras se vuelven todos el mismo signo. */
const sonTexto = (ids: readonly string[]) => ids.some((id) => id.includes('\uFFFD'))

describe('identificar', () => {
  test('estrena un identificador en cada llamada', () => {
    const frase = 'Devuelve solo la opción jwtid, con un texto: así llama jsonwebtoken a lo que será jti'
    expect(identificar(), frase).toEqual({ jwtid: expect.any(String) })
    const ids = Array.from({ length: 100 }, () => identificar().jwtid)
    const mismo = 'Dos tokens con el mismo jti se revocan a la vez: llama a randomUUID() dentro, cada vez'
    // De los que son bytes leídos como texto coinciden unos u otros, según el azar: lo dice la prueba que sigue.
    expect(sonTexto(ids) || new Set(ids).size === 100, mismo).toBe(true)
    const [una, otra] = [identificar(), identificar()]
    const comparten = 'La segunda llamada cambia el jwtid de la primera: crea un objeto nuevo en cada llamada'
    expect(una.jwtid === otra.jwtid, comparten).toBe(false)
    const [antes, despues] = [una.jwtid, una.jwtid]
    expect(antes === despues, 'Cada vez que se lee jwtid es otro: pon en él un texto, y no una función').toBe(
      true,
    )
  })

  test('no se deja adivinar por quien conoce otros tokens', () => {
    vi.spyOn(Math, 'random').mockReturnValue(0.5)
    const ids = Array.from({ length: 500 }, () => identificar().jwtid)
    const bits = Array.from(ids[0] ?? '', (_, i) => Math.log2(new Set(ids.map((id) => id[i])).size))
    const azar = bits.reduce((total, de) => total + de, 0)
    const MATH = 'Math.random no es azar para la seguridad: usa randomUUID'
    expect(sonTexto(ids) || new Set(ids).size === 500, MATH).toBe(true)
    const frase = sonTexto(ids)
      ? 'Leídos como texto, muchos bytes dan el mismo carácter y se adivinan: usa toString("hex") o randomUUID'
      : 'El reloj, un contador o un texto corto se adivinan: usa randomUUID'
    expect(azar > BITS_AL_AZAR, frase).toBe(true)
    const muchos = Array.from({ length: 5000 }, () => identificar().jwtid)
    const reserva = 'Tras unos miles de tokens se repite un jti: crea uno nuevo cada vez, sin una reserva'
    expect(new Set(muchos).size === 5000, reserva).toBe(true)
  })
})

describe('revocar', () => {
  test('recuerda el token revocado y ningún otro', () => {
    const lista = new ListaDeRevocados()
    const claims = { sub: '1', jti: ' Tableta', exp: AHORA + 3600 }
    lista.revocar({ ...claims })
    expect(lista.contiene('1'), 'Guardaste el sub: eso revoca a la persona; guarda el jti').toBe(false)
    const heredado = 'contiene encuentra un jti que nadie revocó: usa el Map; un objeto hereda constructor'
    expect(lista.contiene('constructor'), heredado).toBe(false)
    const guarda =
      lista.tamano === 0
        ? 'Al acabar revocar, el token no está: guarda su jti y su exp, una vez, fuera del bucle y sin dejarlo para luego'
        : 'Guardas algo que contiene no encuentra: la clave es el jti, tal cual, y contiene no se cambia'
    expect(lista.contiene(' Tableta'), guarda).toBe(true)
    const borra = 'contiene solo mira: si borra el token al encontrarlo, la copia siguiente entra'
    expect(lista.contiene(' Tableta'), borra).toBe(true)
    const propia = 'Una lista nueva nace con los tokens de otra: cada una crea su Map, sin compartirlo'
    expect(new ListaDeRevocados().contiene(' Tableta'), propia).toBe(false)
    const repetida =
      'Revocar dos veces el mismo token no es un error: ya está cerrado, que es lo que se quería'
    expect(() => lista.revocar({ ...claims }), repetida).not.toThrow()
    const dosVeces = 'Revocado dos veces, el token vuelve a abrir: guárdalo siempre, también si ya estaba'
    expect(lista.contiene(' Tableta'), dosVeces).toBe(true)
    const otras = 'contiene encuentra un jti que solo se parece: guárdalo y búscalo tal cual, letra a letra'
    expect([lista.contiene(' tableta'), lista.contiene('Tableta')], otras).toEqual([false, false])
    const sinExp = { sub: '1', jti: 'sin exp' }
    lista.revocar(sinExp)
    const intactos = 'Cambias los claims que recibes, y quien llama los usa después: solo léelos'
    expect(Object.keys(sinExp), intactos).toEqual(['sub', 'jti'])
    const nueva = new ListaDeRevocados()
    nueva.revocar({ sub: '1', jti: '__proto__', exp: claims.exp })
    expect(nueva.contiene('__proto__'), 'Revocas el jti «__proto__» y no se guarda: usa el Map').toBe(true)
  })

  test('recuerda el token revocado hasta el último instante de su vida', () => {
    const lista = new ListaDeRevocados()
    const exp = AHORA + 7200
    lista.revocar({ sub: '1', jti: 'portatil', exp })
    lista.revocar({ sub: '1', jti: 'movil', exp })
    const llega = 'No guardas el token que llega si ya había otro: que nada se salte el set'
    expect(lista.contiene('movil'), llega).toBe(true)
    const quedan = ['portatil', 'movil'].filter((jti) => lista.contiene(jti))
    const vigente =
      'Se olvidó un token vigente: ¿lo borras todo, no guardas su exp, lo comparas al revés o no con el reloj, o mezclas segundos y milisegundos?'
    const otra = new ListaDeRevocados()
    for (const sub of ['1', '2']) otra.revocar({ sub, jti: `de-${sub}`, exp })
    const porPersona =
      'Recuerdas un solo token de cada persona: guarda todos los jti, también los de la misma'
    const dos = otra.contiene('de-1') && otra.contiene('de-2')
    expect(quedan, dos ? porPersona : vigente).toEqual(['portatil', 'movil'])
    const antes = 'El token vuelve a valer antes de expirar: recuérdalo hasta su exp exacto'
    const redondeo =
      'Lo olvidas en su último segundo, cuando aún abre: redondea el reloj hacia abajo, con Math.floor'
    for (const [faltan, frase] of [
      [1000, antes],
      [1, redondeo],
    ] as const) {
      vi.setSystemTime(exp * 1000 - faltan)
      lista.revocar({ sub: '1', jti: 'tableta', exp: exp + 7200 })
      expect(lista.contiene('portatil'), frase).toBe(true)
    }
    for (let i = 0; i < 2000; i++) lista.revocar({ sub: '2', jti: `otro-${i}`, exp: exp + 7200 })
    const tope = 'Con dos mil tokens revocados se olvidó uno vigente: no pongas tope a la lista'
    expect(lista.contiene('portatil'), tope).toBe(true)
    vi.setSystemTime(AHORA * 1000)
    const sueltos = { sub: '1', jti: 'suelto', exp }
    otra.revocar(sueltos)
    sueltos.exp = AHORA - 1
    otra.revocar({ sub: '1', jti: 'repetido', exp: AHORA + 10 })
    otra.revocar({ sub: '1', jti: 'repetido', exp })
    const fraccion = AHORA + 100.9
    expect(
      () => otra.revocar({ sub: '1', jti: 'fracción', exp: fraccion }),
      'exp puede llevar decimales (RFC 7519 §2), y lanzas un error: guárdalo tal cual',
    ).not.toThrow()
    vi.setSystemTime((fraccion - 0.4) * 1000)
    otra.revocar({ sub: '1', jti: 'uno más', exp })
    const decimales =
      'Se olvidó antes de tiempo un token cuyo exp lleva decimales: guárdalo tal cual, sin | 0 ni redondear'
    expect(otra.contiene('fracción'), decimales).toBe(true)
    const suExp =
      'Se olvidó un token cuyo exp cambió después o llegó dos veces: guarda su exp, el número, en cada llamada'
    expect([otra.contiene('suelto'), otra.contiene('repetido')], suExp).toEqual([true, true])
  })

  test('olvida los tokens que ya expiraron', () => {
    const plazos = vi.spyOn(globalThis, 'setTimeout')
    const lista = new ListaDeRevocados()
    const duran = { corto: 10, largo: 7200, medio: 3600, otro: 10 }
    for (const [jti, dura] of Object.entries(duran)) lista.revocar({ sub: '1', jti, exp: AHORA + dura })
    const poco = 'No guardas un token al que le quedan diez segundos: también abre hasta que expira'
    expect(
      ['corto', 'otro'].filter((jti) => lista.contiene(jti)),
      poco,
    ).toHaveLength(2)
    // Mucho después: a quien olvida tarde no se le dice que no olvida nunca.
    vi.setSystemTime((AHORA + 3000) * 1000)
    lista.revocar({ sub: '1', jti: 'nuevo', exp: AHORA + 7200 })
    const sobran = ['corto', 'otro'].filter((jti) => lista.contiene(jti))
    const crece =
      'La lista crece sin fin: al revocar, mira cada [jti, exp] y borra ese jti si su exp, en segundos, ya pasó según el Date.now() / 1000 de ese momento'
    const plazo =
      'setTimeout no espera más de 24 días, y con más olvidas en el acto: borra los expirados al revocar'
    expect(sobran.length, plazos.mock.calls.length > 0 ? plazo : crece).toBeLessThan(2)
    expect(sobran, 'Queda un token expirado: mira todos los de la tanda, sin parar antes').toEqual([])
    const quedan = ['largo', 'medio', 'nuevo'].filter((jti) => lista.contiene(jti))
    expect(quedan, 'Al limpiar se perdió un token vigente: borra solo los expirados').toHaveLength(3)
    expect(lista.tamano, 'La lista guarda algo más que los tokens vigentes').toBe(3)
    const [enSuSegundo, despues] = [3600, 3700].map((pasan) => {
      vi.setSystemTime((AHORA + pasan) * 1000)
      lista.revocar({ sub: '1', jti: 'otro más', exp: AHORA + 7200 })
      return lista.contiene('medio')
    })
    const frase = despues
      ? 'La segunda vez ya no borras: olvida los expirados cada vez que se revoca'
      : 'En el segundo de su exp un token ya expiró: bórralo también, con <='
    expect(enSuSegundo, frase).toBe(false)
    // Detrás de más de los que se miran de una vez, y con tandas de sobra para llegar hasta él.
    const larga = new ListaDeRevocados()
    const revocarVarios = (veces: number) => {
      for (let i = 0; i < veces; i++) larga.revocar({ sub: '1', jti: `${larga.tamano}`, exp: AHORA + 9000 })
    }
    vi.setSystemTime(AHORA * 1000)
    revocarVarios(150)
    larga.revocar({ sub: '1', jti: 'escondido', exp: AHORA + 3700 })
    vi.setSystemTime((AHORA + 3700) * 1000)
    revocarVarios(50)
    const detras =
      'Queda un token expirado tras cien vigentes: en cada llamada recorre this.#tanda(), que sigue donde lo dejó'
    expect(larga.contiene('escondido'), detras).toBe(false)
  })

  test('no olvida nunca un token que no expira', () => {
    const lista = new ListaDeRevocados()
    lista.revocar({ sub: '1', jti: 'lejano', exp: 4_000_000_000 })
    lista.revocar({ sub: '1', jti: 'eterno' })
    for (const jti of ['uno', 'dos', 'tres']) lista.revocar({ sub: '1', jti, exp: AHORA + 7200 })
    const recorta =
      'Se olvidó un token que expira después de 2038: guarda su exp tal cual, sin | 0 y sin tope'
    expect(lista.contiene('lejano'), recorta).toBe(true)
    // Ya no cabe en 32 bits.
    vi.setSystemTime(3_000_000_000_000)
    lista.revocar({ sub: '1', jti: 'portatil', exp: 3_000_007_200 })
    expect(lista.contiene('lejano'), recorta).toBe(true)
    const despues = 'Después de 2038 ya no olvidas los que expiraron: no cortes el reloj a 32 bits con | 0'
    expect(lista.contiene('uno'), despues).toBe(false)
    for (const ahora of [AHORA * 1000, Number.MAX_SAFE_INTEGER / 2]) {
      vi.setSystemTime(ahora)
      lista.revocar({ sub: '1', jti: 'portatil', exp: AHORA })
      expect(lista.contiene('eterno'), 'Un token sin exp no deja de valer solo: no lo olvides').toBe(true)
    }
  })
})

const RECUERDA =
  'Un token que se revoca después de entrar sigue abriendo: pregunta a la lista en cada llamada'

/** La lista de esta lección responde en el acto; a quien espera la suya se le pide que la espere bien. */
async function esperarALaLista(): Promise<void> {
  const lenta = new ListaLenta()
  const exigir = exigirNoRevocado(lenta)
  const claims = { sub: '1', jti: 'movil' }
  let espera = false
  const { lanza } = await desenlace(() => {
    const respuesta: unknown = exigir({ ...claims })
    espera = typeof Object(respuesta).then === 'function'
    return respuesta
  })
  if (!espera) return
  const bueno =
    'Rechazas un token bueno si la lista responde después: ¿falta await? Una promesa cuenta como verdadera'
  expect(lanza, bueno).toBeUndefined()
  await lenta.revocar(claims)
  const revocado = await desenlace(() => exigir({ ...claims }))
  const sigue =
    'El token revocado sigue abriendo si la lista responde después: pídele solo contiene, y espérala con await'
  const conOtra = await desenlace(() => exigirNoRevocado(lenta)({ ...claims }))
  expect(revocado.lanza, conOtra.lanza === undefined ? sigue : RECUERDA).toBeDefined()
  // La misma función atiende a todos: aquí, a tres a la vez.
  const comun = exigirNoRevocado(lenta)
  const aLaVez = ['uno', 'movil', 'dos'].map(async (jti) => {
    const { lanza, devuelve } = await desenlace(() => comun({ sub: jti, jti }))
    return lanza === undefined ? String(Object(devuelve).jti) : 'rechazado'
  })
  const ajenos =
    'Con varias solicitudes a la vez, una recibe lo de otra: decláralo todo dentro de la función que recibe claims'
  expect(await Promise.all(aLaVez), ajenos).toEqual(['uno', 'rechazado', 'dos'])
  let falla = true
  const contiene = async () => (falla ? Promise.reject(new Error('La lista no contesta')) : false)
  const trasFallo = exigirNoRevocado({ revocar() {}, contiene })
  const caida = await desenlace(() => trasFallo({ ...claims }))
  const otraVez = await desenlace(() => trasFallo({ ...claims }))
  const abre = 'Si la lista no contesta, no dejes pasar: volvería a abrir lo cerrado'
  for (const { lanza } of [caida, otraVez]) expect(lanza, abre).toBeDefined()
  const caido = 'Si la lista no contesta, el token puede ser bueno: no respondas 401 ni 422'
  for (const status of [401, 422]) expect(caida.lanza, caido).not.toMatchObject({ status })
  expect(caida.lanza, caido).not.toBeInstanceOf(jwt.JsonWebTokenError)
  falla = false
  const recuperada = await desenlace(() => trasFallo({ ...claims }))
  const fallo = 'La lista ya contesta y rechazas un token bueno: no recuerdes que antes falló'
  expect(recuperada.lanza, fallo).toBeUndefined()
  // Un minuto de un reloj que se adelanta a mano.
  const toFake = ['Date', 'setTimeout', 'clearTimeout'] as const
  vi.useFakeTimers({ toFake: [...toFake], now: AHORA * 1000 })
  const tarda = () => new Promise<boolean>((responder) => setTimeout(responder, 60_000, true))
  const esperada = desenlace(() => exigirNoRevocado({ revocar() {}, contiene: tarda })({ ...claims }))
  await vi.advanceTimersByTimeAsync(180_000)
  const plazo =
    'El token revocado abre si la lista tarda: espérala o, si pones un plazo, al pasar lanza un 503'
  expect((await esperada).lanza, plazo).toBeDefined()
  vi.useFakeTimers({ toFake: ['Date'], now: AHORA * 1000 })
}

describe('exigirNoRevocado', () => {
  test('devuelve los claims de un token que nadie revocó', async () => {
    const lista = new ListaDeRevocados()
    lista.revocar({ sub: '1', jti: 'movil', exp: AHORA + 3600 })
    const exigir = exigirNoRevocado(lista)
    const devuelta = 'exigirNoRevocado no devuelve la función que comprueba: ¿falta return?'
    expect(exigir, devuelta).toBeTypeOf('function')
    const uno = 'Esa función recibe los claims y los devuelve: no es un middleware'
    expect(exigir.length, uno).toBeLessThan(2)
    const claims = { sub: '1', jti: 'portatil', exp: AHORA + 3600, rol: 'usuario' }
    const primera = await desenlace(() => exigir({ ...claims }))
    const pasa = 'Rechazas un token que nadie revocó: su jti, el de claims, es un texto y no está en la lista'
    expect(primera.lanza, pasa).toBeUndefined()
    const enteros = 'Devuelve los claims que recibiste, enteros: la ruta los necesita'
    expect(primera.devuelve, enteros).toEqual(claims)
    // Tantas como letras tiene su jti, y más: lo que busca letra a letra se acaba.
    for (let veces = 0; veces < 10; veces++) {
      const { lanza } = await desenlace(() => exigir({ ...claims }))
      const otraVez =
        lanza instanceof jwt.JsonWebTokenError
          ? 'Otra vez el mismo jti, y dices que no es un texto: una expresión regular con g recuerda'
          : 'El token solo vale una vez: comprobarlo no lo revoca'
      expect(lanza, otraVez).toBeUndefined()
    }
  })

  test.each([
    [undefined, 'Un token sin jti no se podría revocar: lanza un JsonWebTokenError'],
    ['', 'Un jti vacío lo comparten todos los que no tienen: lanza un JsonWebTokenError'],
    [7, 'La lista guarda textos: comprueba con typeof que jti lo es'],
    [['portatil'], 'La lista guarda textos: comprueba con typeof que jti lo es'],
  ])('rechaza un token sin un jti de texto (%j)', async (jti, frase) => {
    const lista = new ListaDeRevocados()
    const preguntas = vi.spyOn(lista, 'contiene')
    const exigir = exigirNoRevocado(lista)
    const final = await desenlace(() => exigir({ sub: '1', jti: jti as string }))
    const { lanza, devuelve } = final
    expect(devuelve, DEVUELVES).not.toBeInstanceOf(Error)
    const nada = 'Lanzas undefined: ¿falta new delante de jwt.JsonWebTokenError?'
    expect(final, nada).not.toStrictEqual({ lanza: undefined })
    expect(lanza, frase).toBeDefined()
    const clase = 'Lo que hace inválido un token es un jwt.JsonWebTokenError, y no otro error'
    expect(lanza, clase).toBeInstanceOf(jwt.JsonWebTokenError)
    expect(lanza, 'Un token sin jti no ha expirado: no es un TokenExpiredError').not.toBeInstanceOf(
      jwt.TokenExpiredError,
    )
    if (jti === 7)
      for (const otro of [true, {}]) {
        const { lanza: tampoco } = await desenlace(() => exigir({ sub: '1', jti: otro as never }))
        expect(tampoco, frase).toBeInstanceOf(jwt.JsonWebTokenError)
      }
    const otros = preguntas.mock.calls.filter(([preguntado]) => typeof preguntado !== 'string')
    expect(otros, 'Preguntas a la lista por un jti que no es un texto: compruébalo antes').toEqual([])
  })

  describe('POST /logout', () => {
    test('cierra /perfil y /logout a todas las copias del token', async () => {
      const lista = new ListaDeRevocados()
      for (const jti of ['movil', 'Tableta', ' Reloj', 'movil'])
        lista.revocar({ sub: '1', jti, exp: AHORA + 3600 })
      for (const jti of ['movil', 'Tableta']) {
        const { lanza, devuelve } = await desenlace(() =>
          exigirNoRevocado(lista)({ sub: '1', jti, rol: 'admin' }),
        )
        expect(devuelve, DEVUELVES).not.toBeInstanceOf(Error)
        expect(lanza, SIGUE_ABRIENDO).toBeDefined()
        const frase = 'Revocado es un ErrorHttp 401: un JsonWebTokenError da 422, y otro error, un 500'
        expect(lanza, frase).toBeInstanceOf(ErrorHttp)
        const orden = 'ErrorHttp recibe primero el estado y después el mensaje'
        expect(lanza, orden).not.toMatchObject({ status: expect.any(String) })
      }
      const exigir = exigirNoRevocado(lista)
      // Quien solo admite un jti sin espacios puede decirlo con otro error.
      const conEspacio = await desenlace(() => exigir({ sub: '1', jti: ' Reloj' }))
      expect(conEspacio.lanza, SIGUE_ABRIENDO).toBeDefined()
      await desenlace(() => exigir({ sub: '1', jti: 'portatil' }))
      lista.revocar({ sub: '1', jti: 'portatil', exp: AHORA + 3600 })
      const despues = await desenlace(() => exigir({ sub: '1', jti: 'portatil' }))
      expect(despues.lanza, RECUERDA).toBeDefined()
      for (const quedan of [30, 5, 1]) {
        const claims = { sub: '1', jti: `le quedan ${quedan}`, exp: AHORA + quedan }
        lista.revocar({ ...claims })
        const { lanza } = await desenlace(() => exigir({ ...claims }))
        const final =
          'Un token revocado vuelve a abrir cuando va a expirar: pregunta a la lista, le quede lo que le quede'
        const sinGuardar =
          'Al revocar no guardas un token al que le quedan pocos segundos: también abre hasta que expira'
        const estaba = lanza !== undefined || lista.contiene(claims.jti)
        expect(lanza, estaba ? final : sinGuardar).toBeDefined()
      }
      await esperarALaLista()
      const caida = new ListaDeRevocados()
      vi.spyOn(caida, 'contiene').mockImplementation(() => {
        throw new ErrorHttp(503, 'Vuelve a intentarlo')
      })
      const sinSaber = await desenlace(() => exigirNoRevocado(caida)({ sub: '1', jti: 'movil' }))
      const abierta = 'La lista falla con un 503 y lo tomas por «no revocado»: deja salir su error'
      expect(Object(sinSaber.lanza).status, abierta).toBe(503)
      const app = crearApp({ secreto: SECRETO })
      const copia = tokenDe(ana)
      const cierre = await enviar(app, '/logout', copia)
      expect(
        cierre.status,
        'POST /logout rechaza un token vigente o falla: mira exigirNoRevocado y revocar',
      ).toBe(200)
      for (const res of [await pedir(app, '/perfil', copia), await enviar(app, '/logout', copia)]) {
        expect(res.status, SIGUE_ABRIENDO).not.toBe(200)
        expect(res.status, 'Un token revocado es 401: se arregla iniciando sesión de nuevo').toBe(401)
        expect(res.body, 'El mensaje del ErrorHttp es «Token revocado»').toEqual({ error: 'Token revocado' })
      }
    })

    test('no cierra las otras sesiones de la misma cuenta', async () => {
      const app = crearApp({ secreto: SECRETO })
      await enviar(app, '/logout', tokenDe(ana, { jwtid: 'portatil' }))
      const res = await pedir(app, '/perfil', tokenDe(ana, { jwtid: 'movil' }))
      expect(res.status, 'Se cerraron todas las sesiones de Ana: busca el jti, no el sub').toBe(200)
    })

    test('no cierra la sesión ajena que nombra un token alterado', async () => {
      const app = crearApp({ secreto: SECRETO })
      await enviar(app, '/logout', alterar(tokenDe(ana), { jti: 'de-root' }))
      const res = await pedir(app, '/perfil', tokenDe(root, { jwtid: 'de-root' }))
      expect(res.status, 'Un token con la firma rota cerró la sesión de root').toBe(200)
    })

    test('rechaza por expirado el token que la lista ya olvidó', async () => {
      const revocados = new ListaDeRevocados()
      const app = crearApp({ secreto: SECRETO, revocados })
      const viejo = tokenDe(ana, { jwtid: 'viejo' })
      await enviar(app, '/logout', viejo)
      vi.setSystemTime((AHORA + 3601) * 1000)
      await enviar(app, '/logout', tokenDe(ana, { jwtid: 'nuevo' }))
      expect(revocados.contiene('nuevo'), 'POST /logout no revocó el token de Ana').toBe(true)
      expect(revocados.contiene('viejo'), 'Ya expiró y sigue en la lista: bórralo en revocar').toBe(false)
      const res = await pedir(app, '/perfil', viejo)
      expect(res.body, 'De los expirados se encarga verificarToken').toEqual({ error: 'Token expirado' })
    })
  })
})
