import { createSecretKey, KeyObject } from 'node:crypto'
import { inspect } from 'node:util'
import jwt from 'jsonwebtoken'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { mirarConsola } from '#comun/consola.ts'
import { alterar, ana, desenlace, entrar, OTRO_SECRETO, root, SECRETO } from '#comun/pruebas.ts'
import { crearToken, exigirSecreto, verificarToken } from '#ejercicio/01-generar-el-token/token.ts'
import { crearApp } from './app.ts'

const TEXTO = SECRETO.export().toString()
/** Los primeros bytes del secreto, escritos de cuatro maneras. */
const TROZOS = [
  TEXTO.slice(0, 6),
  ...(['hex', 'base64', 'base64url'] as const).map((forma) => SECRETO.export().toString(forma).slice(0, 8)),
]
const DE_32_BYTES = TEXTO.slice(0, 32)
/** Una clave cuyos bytes no son ningún texto en utf8. */
const EN_BYTES = createSecretKey(Buffer.alloc(32, 0xff))
const TAL_CUAL = 'Usa la clave que llega tal cual: pasada a texto puede ser otra'
const DENTRO = 'El secreto va dentro del error, que acaba en los registros: quítalo de cause y de todo él'
/** Las Ω de un secreto, tal cual o escritas de otra manera: en base64, en hexadecimal o byte a byte. */
const SECRETO_A_LA_VISTA = /Ω|zqnOqc6p|(ce ?a9 ?){3}|206,\s*169,/i
const SIN_MOSTRAR = 'Escribes el secreto en la consola, que acaba en los registros: no lo muestres'

// Quien mira el entorno en lugar de la clave que recibe encuentra otro secreto.
beforeEach(() => void vi.stubEnv('JWT_SECRETO', OTRO_SECRETO.export().toString()))
afterEach(() => {
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
  vi.useRealTimers()
})

describe('exigirSecreto', () => {
  const MAS = 'Un secreto de más de 32 bytes también vale'
  test.each([
    ['32 letras', DE_32_BYTES, 'Un secreto de 32 bytes justos vale: rechaza solo los que miden menos'],
    ['16 letras ñ', 'ñ'.repeat(16), 'Mide bytes y no caracteres: usa Buffer.byteLength'],
    ['y los que miden más', ` ${DE_32_BYTES}\\n `, MAS],
    ['y los que miden mucho más', 'N\u0303'.repeat(40), MAS],
    ['y los que parecen hexadecimal', '0aF9'.repeat(16), MAS],
    ['y los que parecen base64', `${'ab+/'.repeat(10)}aQ==`, MAS],
    ['y los que parecen base64url', `${'ab-_'.repeat(10)}aQE`, MAS],
  ])('da la clave de un secreto que mide 32 bytes: %s', (_caso, secreto, frase) => {
    expect(() => exigirSecreto(secreto), frase).not.toThrow()
    const clave: unknown = exigirSecreto(secreto)
    expect(clave, 'No devuelves nada: ¿falta return?').toBeDefined()
    expect(clave, 'Devuelves una promesa y no la clave: sobra async').not.toBeInstanceOf(Promise)
    const hazla = "Devuelve una clave y no el texto: hazla con createSecretKey(secreto, 'utf8')"
    expect(clave, hazla).toBeInstanceOf(KeyObject)
    const bytes = 'La clave son los bytes del secreto tal como llega, en utf8'
    expect((clave as KeyObject).export().toString(), bytes).toBe(secreto)
    const propia = 'Haz la clave en cada llamada: la que guardaste es la de otro secreto'
    expect(exigirSecreto('x'.repeat(32)).export().toString(), propia).not.toBe(secreto)
  })

  /** El error que lanza; la frase dice qué se deja pasar si no lo lanza. */
  function errorDe(secreto: string | undefined, frase: string): Error {
    let devuelve: unknown
    let lanza: unknown
    try {
      devuelve = exigirSecreto(secreto)
    } catch (error) {
      lanza = error
    }
    expect(devuelve, 'Devuelves el error y el servidor arranca: lánzalo').not.toBeInstanceOf(Error)
    expect(lanza, frase).toBeDefined()
    expect(lanza, 'Lanza un Error: otro valor, como un texto, no dice dónde ocurrió').toBeInstanceOf(Error)
    return lanza as Error
  }

  function rechaza(secreto: string): boolean {
    try {
      exigirSecreto(secreto)
      return false
    } catch {
      return true
    }
  }

  test.each([
    [
      '31 bytes',
      DE_32_BYTES.slice(1),
      'Dejas pasar un secreto corto: avisar no basta y NODE_ENV no cuenta; lanza siempre un Error',
    ],
    ['vacío', '', 'Dejas pasar un secreto vacío: mide menos de BYTES_MINIMOS, lanza un Error'],
    [
      'sin definir',
      undefined,
      'Sin secreto, lanza un Error: no pongas otro en su lugar, venga de donde venga',
    ],
  ])('falla si el secreto falta o es corto: %s', (_caso, secreto, frase) => {
    const unidad =
      'Aceptas 31 bytes y rechazas 1: compara los bytes del secreto con BYTES_MINIMOS, que son bytes'
    const utf16 =
      'Aceptas 16 letras, que son 16 bytes: mide el secreto en utf8, como la clave, y no en UTF-16'
    const medida = !rechaza('x'.repeat(16)) && rechaza('ñ'.repeat(8)) ? utf16 : unidad
    const { message } = errorDe(secreto, secreto?.length === 31 && rechaza('x') ? medida : frase)
    const medido = 'Mira si hay secreto antes de medirlo: undefined no se puede medir'
    expect(message, medido).not.toMatch(/argument must be|of undefined|undefined has/)
    expect(message, 'El mensaje del Error debe decir «32 bytes»').toMatch(/32 ?bytes/i)
    for (const entorno of ['production', 'development']) {
      vi.stubEnv('NODE_ENV', entorno)
      const siempre = `Con NODE_ENV=${entorno} haces otra cosa: lanza siempre el mismo Error`
      expect(() => exigirSecreto(secreto), siempre).toThrow(/32 ?bytes/i)
    }
  })

  test('no repite el secreto en el mensaje de error', () => {
    const escrito = mirarConsola()
    const error = errorDe('Ω'.repeat(5), 'Dejas pasar un secreto corto: lanza un Error')
    const { message, cause } = error
    expect(message, 'El mensaje del Error debe decir «32 bytes»').toMatch(/32 ?bytes/i)
    const frase = 'El mensaje acaba en los registros: di «32 bytes» y no repitas en él el secreto'
    expect(message, frase).not.toMatch(SECRETO_A_LA_VISTA)
    expect(inspect({ ...error, cause }), DENTRO).not.toMatch(SECRETO_A_LA_VISTA)
    const avisar = vi.spyOn(process, 'emitWarning').mockImplementation(() => {})
    exigirSecreto('Ω'.repeat(40))
    expect(inspect([escrito(), avisar.mock.calls]), SIN_MOSTRAR).not.toMatch(SECRETO_A_LA_VISTA)
  })
})

describe('crearToken', () => {
  /** Lo que dice jwt.sign, en inglés, y lo que significa. */
  const QUEJAS = [
    ['"subject"', 'subject solo acepta un texto: usa String(usuario.id)'],
    [
      /not valid key|must have a value/,
      'jwt.sign recibe, por este orden, los claims propios, la clave y las opciones',
    ],
    ['"algorithms"', 'La opción de jwt.sign es algorithm, en singular: algorithms es la de jwt.verify'],
    ['"expiresIn"', 'expiresIn no siempre llega: copia las opciones con ...opciones, sin nombrarlas'],
    [/already has an "exp"/, 'Escribes exp y además llega expiresIn, que ya lo calcula: quita el tuyo'],
    ['string payload', 'El primer argumento de jwt.sign es el objeto propios, sin pasarlo a texto'],
  ] as const

  /** Un token nuevo, decodificado. */
  function emitir(opciones?: object, usuario = ana) {
    const crear = () => crearToken(usuario, SECRETO, opciones)
    for (const [queja, frase] of QUEJAS) expect(crear, frase).not.toThrow(queja)
    expect(crear, 'jwt.sign se niega a firmar: lee en «Recibido» qué rechaza').not.toThrow()
    const token: unknown = crear()
    const texto = 'Devuelve el texto que da jwt.sign: ¿falta return, o sobra async o una función al final?'
    expect(token, texto).toBeTypeOf('string')
    expect(token, texto).not.toBe('')
    const frase = 'Devuelve el token que firma jwt.sign, con sus tres partes y sin nada delante ni detrás'
    expect(token, frase).toMatch(/^ey[\w-]+\.[\w-]+\.[\w-]*$/)
    return jwt.decode(String(token), { complete: true, json: true })!
  }

  test('firma con HS256', () => {
    const { alg } = emitir().header
    expect(alg, 'Pasa algorithm: ALGORITMO a jwt.sign, y deja ALGORITMO como está').toBe('HS256')
    const conLarga = jwt.decode(crearToken(ana, createSecretKey(Buffer.alloc(64, 7))), { complete: true })
    const siempre = 'Con una clave más larga firmas con otro algoritmo: siempre ALGORITMO, el que se verifica'
    expect(conLarga?.header.alg, siempre).toBe('HS256')
  })

  test('guarda en sub el id como texto, y nada más del usuario', () => {
    const { header, payload } = emitir({}, root)
    const { sub, ...resto } = Object(payload)
    const texto = 'sub es el id como texto: pasa String(usuario.id) en subject'
    expect(sub, texto).toBe('2')
    const grande =
      'Con un id grande, sub es el de otra cuenta: String(usuario.id), sin operaciones de 32 bits'
    expect(emitir({}, { ...ana, id: 4_294_967_297 }).payload.sub, grande).toBe('4294967297')
    const datos = JSON.stringify(resto)
    const frase = 'Cualquiera lee el payload: no copies ahí al usuario'
    expect(datos, frase).not.toMatch(/"(id|email|rol|resumen)":|root@|admin|:e46f388f/)
    expect(datos, 'Cualquiera lee el payload: no escribas ahí el secreto').not.toContain(TEXTO)
    const aLaVista = datos + JSON.stringify(header)
    const trozo =
      'El token lo lee cualquiera: no escribas en él, tampoco en el encabezado, ni un trozo de la clave'
    expect(TROZOS.filter((letras) => aLaVista.includes(letras)).length, trozo).toBe(0)
    const encabezado = 'Cualquiera lee también el encabezado: no copies ahí al usuario'
    expect(JSON.stringify(header), encabezado).not.toMatch(/root@|admin|:e46f388f/)
    expect(resto.iat, 'El token dice cuándo se emitió: quita noTimestamp').toBeTypeOf('number')
    // La hora cambia de una vez a otra: lo que se enseña es solo si va en segundos.
    expect(resto.iat < 1e11, 'iat va en segundos, y jwt.sign ya lo escribe: quita el tuyo').toBe(true)
  })

  test('incorpora las opciones y los claims propios que recibe', async () => {
    const propios = { idioma: 'es' }
    const antes = emitir({ jwtid: 'abc' })
    const { devuelve } = await desenlace(() => crearToken(ana, OTRO_SECRETO, { expiresIn: 90, propios }))
    const copia = 'No cambies propios, que es de quien llama: copia'
    expect(propios, copia).toEqual({ idioma: 'es' })
    const dadas = { expiresIn: 60, jwtid: 'abc', propios }
    const { payload, signature } = emitir(dadas)
    const deQuienLlama = 'Cambias las opciones, que son de quien llama: trabaja con una copia'
    expect(dadas, deQuienLlama).toEqual({ expiresIn: 60, jwtid: 'abc', propios })
    const guardado =
      'Firma un token en cada llamada: el que guardaste se hizo con otra clave y otras opciones'
    expect(`${devuelve}`.split('.')[2], guardado).not.toBe(signature)
    const { idioma, jti, iat, exp } = Object(payload)
    expect(idioma, 'Faltan los claims propios: son el primer argumento de jwt.sign').toBe('es')
    const frase = 'El token sale sin las opciones que llegan: cópialas con ...opciones y no las sustituyas'
    const enTexto =
      'Con expiresIn: 60 el token dura 0 segundos: pásalo como llega, que en un texto son milisegundos'
    expect({ jti, dura: exp - iat }, exp === iat ? enTexto : frase).toEqual({ jti: 'abc', dura: 60 })
    const sinCifras = { visitas: 0, activo: false, apodo: '', jefe: null }
    const { visitas, activo, apodo, jefe } = Object(emitir({ propios: sinCifras }).payload)
    const falsos =
      'Los claims propios viajan como llegan, también los que valen 0, false, null o un texto vacío'
    expect({ visitas, activo, apodo, jefe }, falsos).toEqual(sinCifras)
    expect(Object.isFrozen(sinCifras), copia).toBe(false)
    const conLetras = Object(emitir({ propios: { nombre: 'Begoña €' } }).payload)
    expect(conLetras.nombre, 'Las letras con tilde llegan cambiadas: firma sin pedir otra codificación').toBe(
      'Begoña €',
    )
    const { devuelve: nacido } = await desenlace(() => crearToken(ana, SECRETO, { expiresIn: 0 }))
    const { exp: fin = 'sin exp', iat: inicio } = Object(jwt.decode(`${nacido}`))
    const cero = 'Con expiresIn: 0 el token nace expirado: copia las opciones como llegan, también un 0'
    if (nacido) expect(fin === inicio, cero).toBe(true)
    const despues = emitir({ jwtid: 'abc' })
    expect(Object(despues.payload).jti, frase).toBe('abc')
    const enPalabras = 'expiresIn puede ser un texto, como «2h»: pásalo tal cual, que jwt.sign lo entiende'
    const dosHoras = await desenlace(() => crearToken(ana, SECRETO, { expiresIn: '2h' })).catch(
      () => undefined,
    )
    const { exp: hasta, iat: desde } = Object(jwt.decode(`${dosHoras?.devuelve}`))
    expect(hasta - desde, enPalabras).toBe(7200)
    const queda = 'Lo de una llamada queda en la siguiente: no guardes fuera de crearToken opciones ni claims'
    expect(Object.keys(despues.payload), queda).toEqual(Object.keys(antes.payload))
    const jtis = [emitir(), emitir()].map(({ payload }) => Object(payload).jti)
    const repetido = 'Dos tokens salen con el mismo jti, y cerrar uno cerraría el otro: no lo inventes aquí'
    expect(jtis[0] === undefined || jtis[0] !== jtis[1], repetido).toBe(true)
    const { devuelve: eterno } = await desenlace(() =>
      crearToken(ana, SECRETO, { expiresIn: Number.NaN }),
    ).catch(() => ({ devuelve: undefined }))
    const calla = 'Con un expiresIn que jwt.sign no entiende sale un token que no expira: deja salir su error'
    expect(eterno ? Object(jwt.decode(`${eterno}`)).exp : 'su error', calla).toBeDefined()
    vi.useFakeTimers({ toFake: ['Date'], now: 1_600_000_000_600 })
    const redondo = 'iat es un segundo que ya empezó: no lo redondees; jwt.sign lo escribe'
    expect(Object(emitir().payload).iat, redondo).toBe(1_600_000_000)
    vi.useRealTimers()
  })

  const DETRAS = 'Pon algorithm y subject detrás de ...opciones'
  const SUPLANTA = 'Un claim propio llamado sub suplanta a otro usuario: da el id en la opción subject'
  test.each([
    ['un claim sub', { propios: { sub: '2' } }, SUPLANTA],
    ['la opción algorithm', { algorithm: 'HS512' }, DETRAS],
    ['la opción subject', { subject: '2' }, DETRAS],
  ])('no permite que nada cambie algoritmo ni usuario: %s', async (_caso, opciones, frase) => {
    const { devuelve, lanza } = await desenlace(() => crearToken(ana, SECRETO, opciones as object)).catch(
      (lanza) => ({ devuelve: undefined, lanza }),
    )
    if (lanza) {
      // Negarse también vale, con la clase y las palabras que sea.
      const sinEso = await desenlace(() => crearToken(ana, SECRETO, { propios: { idioma: 'es' } }))
      return expect(sinEso.lanza, 'crearToken se niega a firmar también lo que nada cambia').toBeUndefined()
    }
    expect(`${devuelve}`, 'Si jwt.sign se niega a firmar, deja salir su error').toMatch(/^ey/)
    const { header, payload } = jwt.decode(`${devuelve}`, { complete: true, json: true })!
    expect([header.alg, payload.sub], frase).toEqual(['HS256', '1'])
  })

  test('entrega en POST /login un token de quien inicia sesión', async () => {
    const res = await entrar(crearApp({ secreto: SECRETO }))
    expect(res.status, 'Las credenciales de Ana son buenas: ¿lanza un error crearToken?').toBe(200)
    const { devuelve, lanza } = await desenlace(() => jwt.verify(res.body.access_token, SECRETO))
    const clave = 'Firma con la clave que recibe crearToken: no con otra, ni con String(clave)'
    expect(String(lanza), clave).not.toContain('invalid signature')
    expect(lanza, 'Un token recién firmado no vale: lee en «Recibido» por qué').toBeUndefined()
    expect(devuelve, 'El token de Ana no dice que es de Ana').toMatchObject({ sub: '1' })
    expect(() => jwt.verify(crearToken(ana, EN_BYTES), EN_BYTES), TAL_CUAL).not.toThrow()
    const escrito = mirarConsola()
    crearToken(ana, createSecretKey('Ω'.repeat(20), 'utf8'))
    expect(inspect(escrito()), SIN_MOSTRAR).not.toMatch(SECRETO_A_LA_VISTA)
  })
})

describe('verificarToken', () => {
  // Un id tan largo que, pasado a número, es otro.
  const CLAIMS = { sub: '9007199254740993', iat: 1_600_000_000, idioma: 'es' }
  const nuestro = jwt.sign(CLAIMS, SECRETO)
  const ahora = Math.floor(Date.now() / 1000)

  /** Exige que el token se rechace; la frase dice qué se acepta de más. */
  async function rechazar(token: string, frase: string) {
    const { devuelve, lanza } = await desenlace(() => verificarToken(token, SECRETO))
    expect(Object(devuelve).sub, frase).toBeUndefined()
    const devuelto = 'Ante un token que no vale no devuelvas nada: deja que jwt.verify lance su error'
    expect(lanza, devuelto).toBeDefined()
    const dado = 'Deja el catch dado: convierte un payload ilegible en JsonWebTokenError'
    expect(lanza, dado).not.toBeInstanceOf(SyntaxError)
    const clase = 'Deja salir el error de jwt.verify: quien llama espera un JsonWebTokenError'
    expect(lanza, clase).toBeInstanceOf(jwt.JsonWebTokenError)
    return lanza
  }

  test('devuelve los claims de un token nuestro', async () => {
    const verificar = () => sinTraducir(() => verificarToken(nuestro, SECRETO))
    const secreto = 'Verifica el token, en primer lugar, con la clave que recibe la función'
    expect(verificar, secreto).not.toThrow(/signature|secret|malformed|must be (provided|a string)/)
    expect(verificar, 'Firmamos con ALGORITMO: es el único que va en algorithms').not.toThrow('algorithm')
    const completo = 'leerClaims lee el JWT completo: pide complete: true y dale lo que devuelve jwt.verify'
    expect(verificar, completo).not.toThrow('contenido inesperado')
    const opcion = 'jwt.verify lleva una opción que nuestros tokens no cumplen: quítala'
    expect(verificar, opcion).not.toThrow(/invalid\. expected|maxAge/)
    expect(verificar, 'Rechazas un token nuestro: lee en «Recibido» por qué').not.toThrow()
    const pedido = vi.spyOn(jwt, 'verify')
    expect(verificar(), 'No devuelves nada: ¿falta return?').toBeDefined()
    const listas = pedido.mock.calls.map((llamada) => Object(llamada.at(2)).algorithms ?? [])
    const lista = 'algorithms es una lista, [ALGORITMO]: en un texto suelto vale también un trozo'
    expect(listas.every(Array.isArray), lista).toBe(true)
    const uno = 'algorithms lleva solo ALGORITMO: cada algoritmo de más es otra puerta'
    expect(new Set(['HS256', ...listas.flat()]), uno).toEqual(new Set(['HS256']))
    const frase =
      'Devuelve los claims tal como los da leerClaims, sin cambiarlos: ni el JWT completo ni una promesa'
    expect(verificar(), frase).toEqual(CLAIMS)
    const sinHora = await desenlace(() =>
      verificarToken(jwt.sign({ sub: '1' }, SECRETO, { noTimestamp: true }), SECRETO),
    )
    expect(sinHora.lanza, 'Rechazas un token nuestro sin iat: solo sub está siempre').toBeUndefined()
    const enBytes = () => verificarToken(jwt.sign(CLAIMS, EN_BYTES), EN_BYTES)
    expect(enBytes, TAL_CUAL).not.toThrow()
  })

  const firmar = (cambios: object, opciones?: jwt.SignOptions) =>
    jwt.sign({ ...CLAIMS, ...cambios }, SECRETO, opciones)
  const ajeno = jwt.sign(CLAIMS, OTRO_SECRETO)
  const sinFirma = jwt.sign(CLAIMS, '', { algorithm: 'none' })
  const expirado = firmar({ exp: ahora - 61 })
  const ilegible = nuestro.replace(/\..*\./, '.bm8.')
  const FUTURO = 'Aceptas un token que aún no vale: verifica con jwt.verify, y sin la opción que lo permite'
  const ELEGIDO = 'El token eligió el algoritmo: pasa algorithms: [ALGORITMO] a jwt.verify'

  test.each([
    ['otro secreto', ajeno, 'Aceptas una firma ajena: usa jwt.verify y deja salir su error'],
    ['payload cambiado', alterar(nuestro, { sub: '2' }), 'Aceptas lo que nadie firmó: usa jwt.verify'],
    ['sin firma', sinFirma, 'Aceptas un token sin firma: pasa a jwt.verify la clave y algorithms'],
    ['HS384', firmar({}, { algorithm: 'HS384' }), ELEGIDO],
    ['HS512', firmar({}, { algorithm: 'HS512' }), ELEGIDO],
    [
      'expirado',
      expirado,
      'Aceptas un token expirado: verifica con jwt.verify, y sin la opción que lo permite',
    ],
    ['aún no vale', firmar({ nbf: 4e9 }), FUTURO],
    ['payload ilegible', ilegible, 'Aceptas un payload que no es JSON: usa jwt.verify'],
    ['vacío', '', 'Un texto vacío tampoco es un token: deja que lo diga jwt.verify'],
    ['sin sus tres partes', 'hola', 'Lo que no es un token tampoco vale: deja que lo diga jwt.verify'],
  ])(
    'rechaza un token ajeno, alterado o expirado: %s',
    async (_caso, token, frase) => void (await rechazar(token, frase)),
  )

  test('rechaza un token que aceptó en cuanto expira, y lo dice', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: ahora * 1000 })
    const token = firmar({ exp: ahora + 60 })
    const pronto = firmar({ nbf: ahora + 100 })
    await rechazar(pronto, FUTURO)
    const { lanza } = await desenlace(() => verificarToken(token, SECRETO))
    const vale = 'Rechazas un token al que le queda un minuto: la hora del token va en segundos'
    expect(lanza, vale).toBeUndefined()
    const recien = await desenlace(() => verificarToken(jwt.sign({ sub: '1' }, SECRETO), SECRETO))
    const acaba = 'Rechazas un token recién emitido, de este mismo segundo: jwt.verify ya mira la hora'
    expect(recien.lanza, acaba).toBeUndefined()
    vi.setSystemTime((ahora + 121) * 1000)
    const guardado =
      'Aceptas un token que ya expiró porque antes valía: verifícalo en cada llamada, con la hora de entonces'
    const frase = 'Deja salir el mismo error de jwt.verify: su clase, TokenExpiredError, dice que expiró'
    const expiro = await rechazar(token, guardado)
    expect(expiro, frase).toBeInstanceOf(jwt.TokenExpiredError)
    expect(Object(Object(expiro).expiredAt).getTime?.(), frase).toBe((ahora + 60) * 1000)
    await rechazar(`${nuestro}.x`, 'Aceptas un token con algo detrás: da a jwt.verify el texto entero')
    await rechazar('a'.repeat(5000), 'Aceptas un texto cualquiera: usa jwt.verify')
    await rechazar(firmar({ exp: 0 }), 'Aceptas un token que expiró en 1970: exp puede ser 0; usa jwt.verify')
    verificarToken(nuestro, SECRETO)
    const otra = 'Verifica cada vez con la clave que recibes: un token aceptado con una no vale con otra'
    expect((await desenlace(() => verificarToken(nuestro, OTRO_SECRETO))).lanza, otra).toBeDefined()
    const rechazado = 'Rechazas un token bueno porque falló con otra clave: no recuerdes tampoco los rechazos'
    expect((await desenlace(() => verificarToken(nuestro, SECRETO))).lanza, rechazado).toBeUndefined()
    const yaVale = 'Un token que aún no valía ya vale y lo rechazas: no recuerdes los rechazos'
    expect((await desenlace(() => verificarToken(pronto, SECRETO))).lanza, yaVale).toBeUndefined()
    Reflect.set(Object(verificarToken(nuestro, SECRETO)), 'idioma', 'fr')
    const propios =
      'Quien cambia los claims que recibió cambia los de otra solicitud: da otro objeto cada vez'
    expect(verificarToken(nuestro, SECRETO), propios).toEqual(CLAIMS)
    const escrito = mirarConsola()
    const visible = createSecretKey('Ω'.repeat(20), 'utf8')
    verificarToken(jwt.sign(CLAIMS, visible), visible)
    const { lanza: error } = await desenlace(() => verificarToken(nuestro, visible))
    expect(inspect(escrito()), SIN_MOSTRAR).not.toMatch(SECRETO_A_LA_VISTA)
    // La traza cambia de un sitio a otro: lo que se enseña es solo si el secreto está.
    expect(SECRETO_A_LA_VISTA.test(inspect(error)), DENTRO).toBe(false)
    vi.setSystemTime(3_000_000_000_000)
    const en2038 = 'Después de 2038 aceptas un token expirado: no cortes el reloj a 32 bits'
    await rechazar(firmar({ exp: 2_999_999_000 }), en2038)
    vi.setSystemTime((ahora + 121) * 1000)
    for (const entorno of ['production', 'development']) {
      vi.stubEnv('NODE_ENV', entorno)
      await rechazar(expirado, `Aceptas un token expirado con NODE_ENV=${entorno}: recházalo siempre`)
    }
  })

  const tal = (payload: string, typ?: string) => jwt.sign(payload, SECRETO, { header: { alg: 'HS256', typ } })
  const critica = firmar({}, { header: { alg: 'HS256', crit: ['x'] } })
  const CONTENIDO =
    'La firma no basta: da a leerClaims lo que devuelve jwt.verify, sin cambiarlo, y devuelve lo que acepte'
  test.each([
    ['sub numérico', firmar({ sub: 1 }), CONTENIDO],
    ['iat de texto', tal('{"sub":"1","iat":"ayer"}', 'JWT'), CONTENIDO],
    ['type de renovación', firmar({ type: 'refresh' }), CONTENIDO],
    ['extensión crítica', critica, 'La firma no basta: da a leerClaims también el encabezado verificado'],
    ['payload nulo', tal('null', 'JWT'), CONTENIDO],
  ])(
    'rechaza un contenido inesperado aunque la firma valga: %s',
    async (_caso, token, frase) => void (await rechazar(token, frase)),
  )

  /** El `catch` convierte en «payload ilegible» también los fallos del programa: aquí interesa el original. */
  function sinTraducir(llamar: () => unknown) {
    try {
      return llamar()
    } catch (error) {
      throw Object(error).inner ?? error
    }
  }
})
