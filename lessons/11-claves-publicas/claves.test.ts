import {
  createHash,
  createHmac,
  createPrivateKey,
  createPublicKey,
  type JsonWebKey,
  type KeyObject,
} from 'node:crypto'
import jwt from 'jsonwebtoken'
import request from 'supertest'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { crearClave } from '#comun/claves.ts'
import { enTexto, mirarConsola } from '#comun/consola.ts'
import { alterar, ana, entrar, pedir, SECRETO } from '#comun/pruebas.ts'
import {
  firmarToken,
  kidDe,
  type Llavero,
  leerClaves,
  publicarClaves,
  verificarCon,
} from '#ejercicio/11-claves-publicas/claves.ts'
import { crearApp } from './app.ts'
import { crearServicio } from './servicio.ts'

const nuevaClave = () => createPrivateKey(crearClave())
const privada = (base64: string) => `-----BEGIN PRIVATE KEY-----\n${base64}\n-----END PRIVATE KEY-----\n`
// La de quien ataca es siempre la misma: de ella es el certificado.
const AJENA =
  'MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgEfGd/CVvnJEzmpW0JQ5MpoEhFZPy0xhA+zjU/a7ANcqhRANCAAT+So2n+9fu54FWT8QJqMPKXLFpk0+b4oGkUEbOEQJgQj4k46navhAA9yKhjclq+AZ9x3G4RMPlMfGUzxVHfA2/'
const CERTIFICADO =
  'MIIBdzCCAR2gAwIBAgIUWS9zWsVADR5J9lIhy8Xid5KFLQwwCgYIKoZIzj0EAwIwEDEOMAwGA1UEAwwFYWplbmEwIBcNMjYxMTI5MTQxMzQxWhgPMjEyNjExMDUxNDEzNDFaMBAxDjAMBgNVBAMMBWFqZW5hMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE/kqNp/vX7ueBVk/ECajDylyxaZNPm+KBpFBGzhECYEI+JOOp2r4QAPcioY3JavgGfcdxuETD5THxlM8VR3wNv6NTMFEwHQYDVR0OBBYEFM7yekOf4C1UTDT75poSXU5MfLXRMB8GA1UdIwQYMBaAFM7yekOf4C1UTDT75poSXU5MfLXRMA8GA1UdEwEB/wQFMAMBAf8wCgYIKoZIzj0EAwIDSAAwRQIhANBJM0rXarRNL0nzHCqZUHNMkl88T0XoOl2gXS24fd1GAiB1sa/yAeZWxLGRj0m7yEec/XLKWk66x3JJeli5FLQXkg=='
// Su x empieza por un byte que es 0, como la de una de cada 256 claves.
const CON_CERO =
  'MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgvOToc9CvXjeqf/UzDFgJtaOje12shOFekKTimbw34xmhRANCAAQAkFqoHs3Y/BD/Zu5fbCpNSMw8WO78mA91R39BmU2CZ+xNGxdHe54GH8acQIhk5F7KfeF/+KxiWsDpczBLmoh7'
const CON_CERO_EN_SEC1 =
  'MHcCAQEEILzk6HPQr143qn/1MwxYCbWjo3tdrIThXpCk4pm8N+MZoAoGCCqGSM49AwEHoUQDQgAEAJBaqB7N2PwQ/2buX2wqTUjMPFju/JgPdUd/QZlNgmfsTRsXR3ueBh/GnECIZOReyn3hf/isYlrA6XMwS5qIew=='
// Una de sus líneas empieza por «+» y otra por «/».
const CON_SIGNOS =
  'MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgf6tFFvGQXotTju9e\n+7WZxSSr8FBM/GVnmqZxLuLdYd2hRANCAAToI8gABsX17Bu5JAG0lq+i2CkWZoBG\n/6yQDur+wZrnQy33HtQ8WuxdL3lglbbONKovJQ4ku4rpRI0Hb2zySljG'
const [vieja, nueva, ajena] = [nuevaClave(), nuevaClave(), createPrivateKey(privada(AJENA))]
const pemDe = (clave: KeyObject) => clave.export({ type: 'pkcs8', format: 'pem' }).toString()
const pemPublico = (clave: KeyObject) =>
  createPublicKey(clave).export({ type: 'spki', format: 'pem' }).toString()
const jwkDe = (clave: KeyObject): JsonWebKey => createPublicKey(clave).export({ format: 'jwk' })
/** El nombre de una clave, calculado aquí como dice RFC 7638. */
function huellaDe(clave: KeyObject): string {
  const { crv, kty, x, y } = jwkDe(clave)
  return createHash('sha256').update(JSON.stringify({ crv, kty, x, y })).digest('base64url')
}
const publicada = (clave: KeyObject) => ({ ...jwkDe(clave), kid: kidDe(clave), alg: 'ES256', use: 'sig' })

/** Si la función devuelve o lanza, y qué: devolver un error no es lanzarlo. */
function probar<A extends unknown[], R>(
  funcion: (...argumentos: A) => R,
  ...argumentos: A
): { devuelve?: R; lanza?: unknown } {
  try {
    return { devuelve: funcion(...argumentos) }
  } catch (lanza) {
    return { lanza }
  }
}

/** Lo que devuelve la función o el error que lanza: así la prueba siempre llega a su frase. */
function intentar<A extends unknown[], R>(funcion: (...argumentos: A) => R, ...argumentos: A): R | Error {
  const resultado = probar(funcion, ...argumentos)
  return 'lanza' in resultado ? (resultado.lanza as Error) : (resultado.devuelve as R)
}

/** Si un texto lleva esos doce bytes: en base64, en hexadecimal o uno a uno. */
function lleva(texto: string, bytes: Uint8Array): boolean {
  // En base64 se agrupan de tres en tres: según lo que haya delante, se ven de tres maneras.
  const en64 = [0, 1, 2].map((antes) =>
    Buffer.concat([Buffer.alloc(antes), bytes])
      .toString('base64')
      .slice(4, 16),
  )
  const junto = texto
    .replace(/\s|\\n/g, '')
    .replaceAll('-', '+')
    .replaceAll('_', '/')
  return [...en64, Buffer.from(bytes).toString('hex'), bytes.join()].some((forma) => junto.includes(forma))
}

const llevaPrivada = (texto: string, clave: KeyObject) =>
  lleva(texto, Buffer.from(`${clave.export({ format: 'jwk' }).d}`, 'base64url').subarray(0, 12))

const DEVUELVES = 'Devuelves el error: lánzalo con throw'

afterEach(() => void vi.useRealTimers().restoreAllMocks())

describe('leerClave', () => {
  const TAL_CUAL = 'Un PEM con sus saltos vale tal cual: crea la clave con createPrivateKey y devuélvela'
  const REPITE =
    'El error entero (mensaje, causa y propiedades) y la consola acaban en los registros: no repitas en ellos la clave'
  const RECHAZAS = 'Rechazas una clave de P-256: compara namedCurve con CURVA, que es «prime256v1»'
  const REPETIDA = 'La segunda clave es la primera otra vez: crea una con cada PEM, sin guardar la anterior'
  test.each([
    ['saltos de línea', '\n', TAL_CUAL],
    ['\\n escritos', '\\n', 'Muchos paneles guardan \\n con dos caracteres: cámbialos todos por saltos'],
  ])('lee las claves en su orden, con %s', (_caso, salto, frase) => {
    const texto = `\n${(pemDe(nueva) + pemDe(vieja)).replaceAll('\n', salto)}`
    const escrito = mirarConsola()
    const llavero = intentar(leerClaves, texto)
    const iguales =
      llavero instanceof Error
        ? llavero.message
        : llavero.map((clave, i) => clave?.equals?.([nueva, vieja][i] as KeyObject))
    const porLaCurva = frase === TAL_CUAL && /P-256/.test(`${iguales}`)
    const repetida = !(llavero instanceof Error) && llavero[1]?.equals?.(nueva)
    expect(iguales, porLaCurva ? RECHAZAS : repetida ? REPETIDA : frase).toEqual([true, true])
    const sale = llevaPrivada(enTexto(escrito()), nueva)
    expect(sale ? 'la repite' : 'no la repite', REPITE).toBe('no la repite')
    if (frase === TAL_CUAL) leerSec1()
    else leerEnDosLineas()
  })

  /** Como la escribe `openssl ecparam -genkey`. */
  function leerSec1() {
    const pem = privada(CON_CERO_EN_SEC1).replaceAll('PRIVATE', 'EC PRIVATE')
    const leidas = intentar(leerClaves, pem)
    const SEC1 = 'Rechazas una clave de P-256 por cómo empieza su PEM: mira solo su curva'
    expect(leidas instanceof Error ? leidas.message : leidas.length, SEC1).toBe(1)
  }

  /** Cada clave en una línea, con \\n escritos, y un salto de verdad entre las dos. */
  function leerEnDosLineas() {
    const sola = intentar(leerClaves, privada(CON_SIGNOS).replaceAll('\n', '\\n'))
    const SIGNOS =
      'No lees una clave con una línea que empieza por «+» o «/»: cambia todos los \\n escritos, siga lo que siga'
    expect(sola instanceof Error ? 'ninguna' : sola.length, SIGNOS).toBe(1)
    const texto = [privada(CON_SIGNOS), pemDe(vieja)].map((pem) => pem.replaceAll('\n', '\\n')).join('\n')
    const leidas = intentar(leerClaves, texto)
    const MEZCLADOS = 'Con un salto de verdad entre dos claves no cambias los \\n escritos: cámbialos siempre'
    expect(leidas instanceof Error ? leidas.message : leidas.length, MEZCLADOS).toBe(2)
  }

  const OTRA_CURVA =
    'Con esa clave no se podría firmar: si namedCurve no es CURVA, lanza un Error, y que ningún catch lo calle'
  const SIN_CLAVE = 'Sin clave privada no se puede firmar: deja salir el error de createPrivateKey'
  const P384 =
    'MIG2AgEAMBAGByqGSM49AgEGBSuBBAAiBIGeMIGbAgEBBDBN67MQ6dfTTysu4CYYUgWT1+eL1ugQvdhFs6SSQB1xzCOc7tU1FEGEllXZM1hDcWmhZANiAARK0LA+WWaS5xWd3dTepN3IXGtXML72x/3omQGp+JFJLayLjwFcDfbM02SLOptMnynDv9+jD7EYLWCZAK8AhZMRaPB8JiGq0bV8PnS/3WJvQnCQFJiUInxOwBx1hVpIsm8='
  const SECP256K1 =
    'MIGEAgEAMBAGByqGSM49AgEGBSuBBAAKBG0wawIBAQQgKshWNd659n5GDecJcgghT/hpP92nwWjseXIQ+ayoSauhRANCAASI7Sb0blMrOmBrafAPKonUnLSKvAC9fGlz8tOg7+q1WkpfslSGgg7l/fPm5+n9PPhONBkr9E0Nbe3uIzx3mNaF'
  const ED25519 = 'MC4CAQAwBQYDK2VwBCIEINqfA0Z0ehoUEk7Y5+iapSsG6pPRtFQYnDliYg3r4ewB'
  const RSA =
    'MIICdwIBADANBgkqhkiG9w0BAQEFAASCAmEwggJdAgEAAoGBAMksZFvOR9TdHRChoOrBmYdI230Mjcb9H1E1zgWvg+CbmsG/EUJzgcQAyMRnGLTFmN5wYGHBAcKT+fGFQGkeXln3Oft3DYVe+n4jcHCqla7sYkI03ojp68SwwTDRlxOd8ve0hxBMj2mxeg2DWWpOMO06yEy5QBAlgNe2tsp9o6/JAgMBAAECgYEAtfqmPjX33KK4bBcJjdLbovlRM2lrxxmqfrgBSjtfPIsGD0Vbw5ThSgC7nI72VnB4vJ9DUKpbgTyC2OwFPBHwni0XUNhtvPUU4kV1ImLcjY7XGbeKkd9qmp+KSvAXC1so2o85qq0I722RU8vshrL4nB0Gdy38qdDsLeeIg1G1MFECQQD5RdehCmijJ2GgyFGcPN1m3sxLiAbPB3CrFd+dGE1PDvBfp4C/BQx6Z/guH2IXV8234YqLMhZ7bTfBWwNDWA1DAkEAzpo+eMMyaofs+5p1juVHaTNY1HidqfFt8Hi26gp6toJgzeKtzZtgNbPsaITdHu2lqXpI1ivbp5kYw/uBMbnYAwJAbcJEDQPhSR3ZDgvGa44dSuOFfyiZHuW+xYZvHOQLfmksjGHb/cBCW0+WZvCop3ChA3uLHnlijtxrdXcWu7t0swJAD7VsoJP+5li1bR/+ZkIKnvYXf/g3zK8ds9YJ2lu3nt7k62Kb4nE47HxkskG/6lUZbnxsw1QMXH7ogiZCWXyO7wJBAInEaeqkiBlbU9jx6v9gDsoJn2euUUeYmiyHLRuFgb0mW/swMd+Qo0pMX/HM3mgCzXdVP0pYFCEKgkVRgNNUOgM='
  test.each([
    ['P-384', privada(P384), OTRA_CURVA],
    ['P-384, detrás de una buena', pemDe(nueva) + privada(P384), OTRA_CURVA],
    ['secp256k1', privada(SECP256K1), OTRA_CURVA],
    ['Ed25519', privada(ED25519), OTRA_CURVA],
    ['RSA', privada(RSA), OTRA_CURVA],
    ['ninguna', undefined, SIN_CLAVE],
    ['cortada', privada('MC4CAQAwBQ'), SIN_CLAVE],
    ['pública', pemPublico(nueva), SIN_CLAVE],
  ])('falla al arrancar, sin repetirla, con una clave que no sirve: %s', (_clave, texto, frase) => {
    const escrito = mirarConsola()
    const { devuelve, lanza } = probar(leerClaves, texto)
    expect(devuelve?.some((clave) => Object(clave) instanceof Error) ?? false, DEVUELVES).toBe(false)
    expect(devuelve ? 'lee una clave' : 'falla', frase).toBe('falla')
    expect(lanza, 'Lo que lanzas no es un Error: escribe throw new Error(…)').toBeInstanceOf(Error)
    const dicho = enTexto([lanza, escrito()])
    expect(repite(dicho, texto) ? 'la repite' : 'no la repite', REPITE).toBe('no la repite')
    const suCodigo =
      'Con un código, la aplicación lo toma por un texto que no es PEM y no dice «P-256»: un Error sin él'
    if (frase === OTRA_CURVA) expect(Object(lanza).code, suCodigo).toBeUndefined()
    const dice = frase === OTRA_CURVA ? /P-256/ : /DECODER|P-256/
    expect(`${lanza}`, frase === OTRA_CURVA ? 'El mensaje del Error debe decir «P-256»' : frase).toMatch(dice)
    if (!texto) return
    const enUnaLinea = texto.replaceAll('\n', '\\n')
    const { lanza: otro } = probar(leerClaves, enUnaLinea)
    expect(repite(enTexto([otro, escrito()]), texto) ? 'la repite' : 'no la repite', REPITE).toBe(
      'no la repite',
    )
  })

  /** Si lo dicho lleva un trozo del PEM o, escrita de otro modo, la parte privada de la clave. */
  function repite(dicho: string, pem = ''): boolean {
    const cuerpo = pem.replace(/-----[^-]+-----|\s/g, '')
    const trozos = Array.from(cuerpo.slice(8), (_letra, i) => cuerpo.slice(i, i + 9))
    const otroFormato = /PRIVATE KEY-----(?:\s|\\n)*[\w+/]{9}|\bd["']?: ?["']/
    // Con cualquiera de las de arriba, hay ahí una parte de la clave.
    const bytes = Buffer.from(cuerpo, 'base64').subarray(36, 48)
    const privado = bytes.length === 12 && lleva(dicho, bytes)
    return privado || trozos.some((trozo) => dicho.includes(trozo)) || otroFormato.test(dicho)
  }
})

describe('publicarClaves', () => {
  /** En qué orden se publican da igual: quien verifica las busca por su nombre. */
  const kidsDe = (jwks: unknown) => [...(Object(jwks).keys ?? [])].map((key) => Object(key).kid).sort()

  test('publica todas las claves, también la que aún no firma', () => {
    const conCero = createPrivateKey(privada(CON_CERO))
    const llavero: Llavero = [vieja, nueva, ajena, conCero, nuevaClave(), nuevaClave()]
    const huellas = llavero.map(huellaDe)
    const publicado = intentar(publicarClaves, llavero)
    const LANZA = "publicarClaves lanza un error: kidDe toma la privada y export pide { format: 'jwk' }"
    expect(publicado instanceof Error ? publicado.message : 'no lanza', LANZA).toBe('no lanza')
    expect(llavero.map(huellaDe), 'No cambies el llavero: recórrelo con map()').toEqual(huellas)
    const forma = publicado instanceof Promise ? 'promesa' : typeof publicado
    expect(forma, 'Devuelve el objeto { keys }: ¿sobra async o JSON.stringify, o falta return?').toBe(
      'object',
    )
    const { keys } = Object(publicado)
    const LISTA = 'Devuelve { keys } con un array de claves: lo da map(), y no forEach()'
    expect(Array.isArray(keys) ? 'array' : typeof keys, LISTA).toBe('array')
    const TODAS = 'Publica todas las claves: la que firmará mañana y la que firmó ayer, en { keys }'
    expect(keys.length, TODAS).toBe(llavero.length)
    const tipos = [...keys].map((key) => (key instanceof Promise ? 'promesa' : typeof key))
    const OBJETOS = 'Cada clave publicada es un objeto: falta un return o sobra async'
    expect(tipos, OBJETOS).toEqual(llavero.map(() => 'object'))
    expect(kidsDe(publicado), 'kid dice qué clave es cada una: usa kidDe').toEqual(huellas.toSorted())
    for (const clave of llavero) {
      const key = keys.find(({ kid }: { kid: unknown }) => kid === huellaDe(clave))
      const PARA_QUE = 'alg es ALGORITMO y use es «sig»: dicen para qué sirve la clave'
      expect(key, PARA_QUE).toMatchObject({ alg: 'ES256', use: 'sig' })
      const FALTAN =
        "kty, crv, x e y, de createPublicKey(clave).export({ format: 'jwk' }): falta uno o no es el suyo"
      expect(key, FALTAN).toMatchObject(jwkDe(clave))
    }
    const suyo = [nueva] as Llavero
    const unJwks = publicarClaves(suyo)
    unJwks.keys.length = 0
    const COPIA = 'Quien cambia el JWKS que recibió cambia el de los demás: haz uno en cada llamada'
    expect(Object(intentar(publicarClaves, suyo)).keys?.length, COPIA).toBe(1)
    const GUARDADAS = 'Publica las claves de este llavero: no guardes nada de una llamada a otra'
    for (const una of [nueva, vieja])
      expect(kidsDe(intentar(publicarClaves, [una])), GUARDADAS).toEqual([huellaDe(una)])
  })

  test('no publica nada con lo que se pueda firmar', () => {
    const resultado = intentar(publicarClaves, [nueva, vieja])
    const publicado = JSON.stringify(resultado) ?? ''
    const forma = /"keys":\[\{/.exec(publicado)?.[0] ?? publicado.slice(0, 20)
    expect(forma, 'Devuelve { keys } con un elemento por clave').toBe('"keys":[{')
    const sale = [nueva, vieja].some((clave) => llevaPrivada(publicado, clave))
    const PRIVADO = 'Publicas la clave privada, d o su PEM: enumera los miembros públicos'
    expect(sale || /"(?:d|k|pem|key)":|PRIVATE/.test(publicado), PRIVADO).toBe(false)
    const dentro = [resultado, ...Object(resultado).keys].flatMap((key) => Object.values(Object(key)))
    const UN_KEYOBJECT = 'Dentro de lo publicado va la clave privada, como KeyObject: pon solo textos'
    const privadas = dentro.filter((valor) => Object(valor).type === 'private').length
    expect(privadas, UN_KEYOBJECT).toBe(0)
    const FIRMAR = 'Con una clave pública no se firma: key_ops, si lo pones, lleva solo «verify»'
    expect(/"key_ops":[^\]]*"sign"/.test(publicado) ? 'firma' : 'no firma', FIRMAR).toBe('no firma')
  })
})

/** El final de un token: sin él no sirve, y con él basta para reconocerlo. */
const firmaDe = (token: string) => token.slice(-40)

describe('firmarToken', () => {
  /** Por qué no llega un token, según lo que dice el error de jwt.sign. */
  const NO_LLEGA: [RegExp, string][] = [
    [
      /using HS|"alg" parameter/,
      'jwt.sign usa HS256 si falta algorithm: pásale algorithm: ALGORITMO, y no otro',
    ],
    [/^secretOrPrivateKey/, 'jwt.sign firma con clave: ni con la pública ni con el llavero entero'],
    [/must be a string/, 'keyid y subject son textos: lo que da kidDe(clave) y String(usuario.id)'],
    [/is not allowed/, 'jwt.sign no conoce esa opción: se llaman algorithm, keyid y subject'],
    [/^/, 'No llega un token: revisa clave, algorithm, keyid y subject, que es un texto'],
  ]
  const noLlega = ({ message }: Error) => NO_LLEGA.find(([patron]) => patron.test(message))?.[1]
  const SIN_ASYNC = 'Devuelve lo que da jwt.sign: falta un return, o sobra async o la función del final'
  const SIN_KID = 'Sin kid no se sabe con qué clave verificar: pasa keyid con kidDe(clave)'
  const PRIMERA = 'Firma con ES256 y la primera clave del llavero, y nómbrala en kid con kidDe(clave)'
  const EN_DER =
    'La firma sale en DER, y ES256 pide r y s, 64 bytes: firma con jwt.sign, o elige r y s con dsaEncoding'
  /** Por qué `kid` no nombra a la primera clave, según el token de otra llamada. */
  function motivoDelKid(token: string, kid: unknown, otro: string): string {
    if (!kid) return SIN_KID
    if (token === otro) return 'Sale el token de la llamada anterior: firma cada vez, sin guardar ninguno'
    const { header } = Object(jwt.decode(otro, { complete: true }))
    return kid === header?.kid
      ? 'Con otro llavero, la firma o su kid son de la clave de antes: usa la primera del que llega, sin guardar nada ni llevar la cuenta'
      : PRIMERA
  }

  test('firma con ES256 y la primera clave, y la nombra en kid', () => {
    const escrito = mirarConsola()
    const CAMBIAS =
      'Cambias una opción de quien llama: detrás de ...opciones solo van algorithm, keyid y subject'
    let otro = ''
    for (const llavero of [
      [nueva, vieja],
      [vieja, nueva],
    ] satisfies Llavero[]) {
      const [clave] = llavero
      const propios = { rol: 'usuario' }
      const opciones = { jwtid: 'a', expiresIn: 60, propios }
      const resultado = intentar(firmarToken, ana, llavero, opciones)
      const token = `${resultado}`
      expect(token, resultado instanceof Error ? noLlega(resultado) : SIN_ASYNC).toMatch(/^ey/)
      const { header, payload } = Object(jwt.decode(token, { complete: true }))
      const cual = header.kid === kidDe(clave) ? 'la primera' : header.kid && 'otra'
      expect(cual, motivoDelKid(token, header.kid, otro)).toBe('la primera')
      otro = token
      const firma = Buffer.from(token.split('.')[2] ?? '', 'base64url')
      const enDer = firma[0] === 0x30 && firma.length > 64
      expect(enDer ? 'DER' : 'r y s', EN_DER).toBe('r y s')
      const claims = intentar(() => jwt.verify(token, createPublicKey(clave), { algorithms: ['ES256'] }))
      const NACE_EXPIRADO =
        'El token nace expirado: pasa las opciones como llegan, que expiresIn es un número de segundos'
      expect(claims, claims instanceof jwt.TokenExpiredError ? NACE_EXPIRADO : PRIMERA).toEqual(payload)
      expect(
        payload.iat,
        'Falta iat, que dice cuándo se firmó: jwt.sign lo escribe si no pides noTimestamp',
      ).toBeDefined()
      expect(
        payload.nbf,
        'Sale un nbf que nadie pidió, y otro reloj lo rechazaría: quita notBefore',
      ).toBeUndefined()
      const { sub, jti, rol, exp = Number.NaN, iat } = payload
      const EN_SEGUNDOS = 'iat va en segundos, y lo escribes en milisegundos: quítalo, que lo pone jwt.sign'
      expect(iat > 1e11 ? 'milisegundos' : 'segundos', EN_SEGUNDOS).toBe('segundos')
      const otras = [jti && jti !== 'a' && 'jwtid', exp && exp !== iat + 60 && 'expiresIn'].filter(Boolean)
      expect(otras, CAMBIAS).toEqual([])
      const FALTAN = 'Faltan claims: sub es el id como texto, y entran las opciones y los propios'
      const firmados = { sub, jti, rol, dura: exp - iat }
      expect(firmados, FALTAN).toEqual({ sub: '1', jti: 'a', rol: 'usuario', dura: 60 })
      const SUYOS = 'Cambias los propios de quien llama: quita mutatePayload, o firma una copia'
      expect(Object.keys(propios), SUYOS).toEqual(['rol'])
      const sobra = [ana.email, ana.resumen].filter((dato) => JSON.stringify(payload).includes(dato))
      expect(sobra, 'El payload lo lee cualquiera: del usuario va solo el id, en subject').toEqual([])
      const EN_EL_ENCABEZADO = 'El encabezado lo lee cualquiera: no pongas en él la clave privada'
      expect(JSON.stringify(header), EN_EL_ENCABEZADO).not.toMatch(/"d":|PRIVATE/)
      const dicho = enTexto(escrito())
      const repite = dicho.includes(firmaDe(token)) || llevaPrivada(dicho, clave)
      const EN_LA_CONSOLA = 'La consola acaba en los registros: no escribas en ella ni la clave ni el token'
      expect(repite ? 'los escribes' : 'no', EN_LA_CONSOLA).toBe('no')
    }
    const sinOpciones = jwt.decode(String(intentar(firmarToken, ana, [nueva])))
    const CON_UNDEFINED =
      'Sin opciones también se firma: no des a jwt.sign ninguna que valga undefined; basta ...opciones'
    expect(sinOpciones, CON_UNDEFINED).toMatchObject({ sub: '1' })
    const unMes = 30 * 24 * 3600
    const raros = { nombre: 'Begoña €', activo: false, saldo: 0, apodo: '' }
    const largo = jwt.decode(
      String(intentar(firmarToken, ana, [nueva], { expiresIn: '30d', propios: raros })),
    )
    expect(Object(largo).exp - Object(largo).iat, CAMBIAS).toBe(unMes)
    const TAL_COMO_LLEGAN =
      'Los claims propios viajan como llegan: también false, 0, un texto vacío y las tildes'
    expect(largo, TAL_COMO_LLEGAN).toMatchObject(raros)
    const nacido = intentar(firmarToken, ana, [nueva], { expiresIn: 0 })
    const CERO =
      'Con expiresIn: 0 el token nace expirado, y sale uno que no expira: pasa las opciones como llegan'
    expect(nacido instanceof Error || 'exp' in Object(jwt.decode(nacido)), CERO).toBe(true)
    const otraVez = Object(jwt.decode(String(intentar(firmarToken, { id: 4_294_967_297 }, [nueva]))))
    const GRANDE = 'Con un id grande, sub es el de otra cuenta: String(usuario.id), sin más'
    expect(otraVez.sub, GRANDE).toBe('4294967297')
    const ACUMULAS = 'Sin opciones salen las de la llamada anterior: haz con ellas un objeto nuevo cada vez'
    expect(otraVez.exp, ACUMULAS).toBeUndefined()
  })

  const DETRAS = 'Pon algorithm, keyid y subject detrás de ...opciones'
  const SUPLANTA = 'Un claim propio llamado sub suplanta a otro usuario: da el id en la opción subject'
  test.each([
    ['algorithm', { algorithm: 'HS256' }, DETRAS],
    ['keyid', { keyid: 'otra' }, DETRAS],
    ['subject', { subject: '2' }, DETRAS],
    ['un claim sub', { propios: { sub: '2' } }, SUPLANTA],
  ])('no deja que nada cambie algoritmo, clave ni usuario: %s', (_caso, opciones, frase) => {
    const { lanza, devuelve } = probar(firmarToken, ana, [nueva], opciones as object)
    // Negarse también vale, si sin eso firma.
    if (lanza && typeof firmarToken(ana, [nueva]) === 'string') return
    const { header, payload } = Object(jwt.decode(String(devuelve), { complete: true }))
    const firmado = [header?.alg, header?.kid, payload?.sub]
    expect(firmado, frase).toEqual(['ES256', kidDe(nueva), '1'])
  })
})

describe('verificarFirma', () => {
  const NUESTRO =
    'Rechazas un token nuestro: decode con complete: true, su header.kid en claves.get(), y verify con esa clave'
  const NADIE = 'Aceptas lo que nadie firmó: jwt.verify, con clave y algorithms: [ALGORITMO]'
  const CALLAS =
    'Un token falso no devuelve nada: deja salir el error de jwt.verify, sin catch ni función que lo calle'
  const DE_LA_BIBLIOTECA =
    'Lo que hace inválido un token es un new jwt.JsonWebTokenError(…), lanzado con throw'
  const SU_ALGORITMO = 'El token eligió el algoritmo y provoca un 500: fija algorithms: [ALGORITMO]'
  const NO_PUBLICADO = 'No vale un kid que no publicaste: si no está en claves, lanza JsonWebTokenError'
  const verificar = verificarCon({ keys: [publicada(nueva)] })
  const kid = kidDe(nueva)
  const CLAIMS = { sub: '1', iat: 1_600_000_000 }
  /** Un token con ese encabezado, firmado por quien sea. */
  const firmado = (clave: KeyObject, header: object, claims: object = CLAIMS) =>
    jwt.sign(claims, clave, { algorithm: 'ES256', header: { alg: 'ES256', ...header } })
  const bueno = firmado(nueva, { kid })

  /** Nadie entra, y quien llama recibe un error de jsonwebtoken. */
  function seRechaza(token: string, frase: string) {
    const escrito = mirarConsola()
    const { devuelve, lanza } = probar(verificar, token)
    const resultado: unknown = devuelve ?? lanza
    const esLoSuyo = devuelve === undefined || Object(devuelve).sub === Object(jwt.decode(token)).sub
    const deNuevo = devuelve !== undefined && probar(verificarCon({ keys: [publicada(nueva)] }), token)
    const RECUERDA =
      'Un verificador nuevo rechaza ese token y uno ya usado no: declara dentro de verificarFirma todo lo que uses'
    const motivo = Object(deNuevo).lanza ? RECUERDA : esLoSuyo ? frase : CALLAS
    expect(devuelve, resultado instanceof Error ? DEVUELVES : motivo).toBeUndefined()
    // Cada motor dice a su manera lo que no es JSON ni una dirección.
    const otro = [ILEGIBLE, CON_TANTO].includes(frase) ? Object(lanza).name : String(lanza)
    const error = lanza instanceof jwt.JsonWebTokenError ? 'JsonWebTokenError' : otro
    expect(error, deQuien(lanza, frase)).toBe('JsonWebTokenError')
    noRepite([lanza, escrito()], token)
  }

  function noRepite(registrado: unknown, token: string) {
    const dicho = enTexto(registrado)
    const REPITE =
      'El error entero (mensaje, causa y propiedades) y la consola acaban en los registros: no repitas en ellos el token'
    expect(dicho.includes(firmaDe(token)) ? 'lo repite' : 'no lo repite', REPITE).toBe('no lo repite')
  }

  /** Un error con código es de Node: a quien verifica se le escapó por usar algo que traía el token. */
  const deQuien = (error: unknown, frase: string) =>
    'code' in Object(error) || [SU_ALGORITMO, ILEGIBLE, CON_TANTO].includes(frase) ? frase : DE_LA_BIBLIOTECA

  /** Lo que le pasa a un token bueno del que no salen sus claims. */
  function motivoDe(resultado: unknown): string {
    if (!(resultado instanceof Error))
      return 'Devuelve los claims que da leerClaims: con return, sin async y no el JWT completo'
    const dice = `${resultado.message} ${Object(resultado).inner ?? ''}`
    if (dice.startsWith('maxAge'))
      return 'Rechazas por su edad un token que no expira: quita maxAge, que para eso está exp'
    if (dice.startsWith('invalid algorithm'))
      return 'Rechazas un token nuestro, que es de ES256: algorithms es [ALGORITMO]'
    if (/^(?:jwt (?:issuer|audience|subject|id)|nonce) invalid/.test(dice))
      return 'Rechazas un token nuestro: exiges en verify un claim que no trae así; bastan algorithms y complete'
    if (/\bthis\b|'claves'|"claves"/.test(dice))
      return 'Tu código tropieza antes de verificar: ¿usas this en una función que se llama suelta?'
    const SIN_ENCABEZADO =
      'Pide complete: true a decode y a verify: sin él, leerClaims no recibe el encabezado'
    return /contenido inesperado|undefined/.test(dice) ? SIN_ENCABEZADO : NUESTRO
  }

  test('abre en otro servicio, con lo publicado, un token de POST /login', async () => {
    const escrito = mirarConsola()
    const claims = intentar(verificar, bueno)
    expect(claims, motivoDe(claims)).toEqual(CLAIMS)
    noRepite(escrito(), bueno)
    const app = intentar(crearApp, { secreto: SECRETO, llavero: [nueva] as Llavero })
    if (app instanceof Error) return expect.fail('La aplicación no arranca: mira publicarClaves')
    const publicado = await request(app).get('/.well-known/jwks.json')
    const login = await entrar(app)
    expect(login.status, 'POST /login no entrega un token: mira firmarToken').toBe(200)
    const servicio = crearServicio({ jwks: JSON.parse(publicado.text) })
    const res = await pedir(servicio, '/pedidos', login.body.access_token)
    expect([res.status, res.body.de], NUESTRO).toEqual([200, '1'])
    const alterado = await pedir(servicio, '/pedidos', alterar(login.body.access_token, { sub: '2' }))
    expect(alterado.status, alterado.status === 200 ? NADIE : CALLAS).toBe(422)
    const deMuchos = firmado(nueva, { kid }, { ...CLAIMS, permisos: 'leer '.repeat(800) })
    const LARGO = 'Rechazas un token nuestro porque trae muchos claims: no le pongas un largo máximo'
    expect(Object(intentar(verificar, deMuchos)).sub, LARGO).toBe('1')
  })

  test('cambia de clave en tres despliegues sin cerrar ninguna sesión', async () => {
    const desplegar = (llavero: Llavero) => {
      const [app, jwks] = [
        intentar(crearApp, { secreto: SECRETO, llavero }),
        intentar(publicarClaves, llavero),
      ]
      if (app instanceof Error || jwks instanceof Error)
        return expect.fail('La aplicación no arranca: mira publicarClaves')
      const token = String(intentar(firmarToken, ana, llavero, { expiresIn: 60, jwtid: 'a' }))
      return { abre: async (otro: string) => (await pedir(app, '/perfil', otro)).status, jwks, token }
    }
    const uno = desplegar([vieja, nueva])
    const dos = desplegar([nueva, vieja])
    const tres = desplegar([nueva])
    expect(await dos.abre(dos.token), NUESTRO).toBe(200)
    const CORTADA = 'Se cortó la sesión: verifica con la clave que nombra kid, no con la primera'
    expect([await uno.abre(uno.token), await dos.abre(uno.token)], CORTADA).toEqual([200, 200])
    const servicio = crearServicio({ jwks: uno.jwks })
    const SIN_PUBLICAR =
      'Un servicio que guardó el JWKS de antes no conoce la clave que firma: publícala antes'
    expect((await pedir(servicio, '/pedidos', dos.token)).status, SIN_PUBLICAR).toBe(200)
    expect(await tres.abre(dos.token), CORTADA).toBe(200)
    const retirado = await tres.abre(uno.token)
    const solo =
      'Una clave retirada ya no abre: usa solo las de este verificador, sin guardar nada fuera de verificarCon'
    expect(retirado, solo).not.toBe(200)
    const desdeEntonces =
      'Un verificador no conocía esa clave y ahora no la acepta otro que sí: no recuerdes nada fuera de verificarCon'
    expect(Object(intentar(verificarCon(uno.jwks), uno.token)).sub, desdeEntonces).toBe('1')
    const error = intentar(verificarCon(tres.jwks), uno.token)
    expect(retirado, deQuien(error, NO_PUBLICADO)).toBe(422)
  })

  const DIRECCION = 'http://127.0.0.1:9/jwks.json'
  const ELIGE = 'El token eligió con qué clave se verifica: usa solo las de claves'
  const PARECIDO =
    'Vale un kid que solo se parece al publicado: busca en claves el que trae, entero y tal cual'
  const CON_TANTO =
    'Un kid con «%» provoca un error que no es de jsonwebtoken: búscalo tal cual, sin decodificarlo'
  const DE_OTRO_SITIO =
    'El token no trae kid y tomas el nombre de su clave de otro sitio: léelo solo de header.kid'
  const CRUZADA =
    'Vale la firma de una clave publicada que kid no nombra: verifica con la suya y no pruebes otra'
  const conDos = verificarCon({ keys: [publicada(nueva), { ...publicada(vieja), kid: 'vieja' }] })
  test.each([
    ['jwk', ajena, { kid, jwk: jwkDe(ajena) }, ELIGE],
    ['jwk con su kid', ajena, { kid: kidDe(ajena), jwk: jwkDe(ajena) }, ELIGE],
    ['jwk como los publicados', ajena, { kid, jwk: publicada(ajena) }, ELIGE],
    ['jwk que dice un kid nuestro', ajena, { kid, jwk: { ...publicada(ajena), kid } }, ELIGE],
    ['la dirección de otras claves', ajena, { kid, jku: DIRECCION, x5u: DIRECCION }, ELIGE],
    ['x5c', ajena, { kid, x5c: [CERTIFICADO] }, ELIGE],
    ['x5c con otro kid', ajena, { kid: kidDe(ajena), x5c: [CERTIFICADO] }, ELIGE],
    ['un kid desconocido', nueva, { kid: kidDe(ajena) }, NO_PUBLICADO],
    ['sin kid', nueva, {}, NO_PUBLICADO],
    ['una ruta', nueva, { kid: '../../../dev/null' }, NO_PUBLICADO],
    ['una ruta que acaba en su kid', nueva, { kid: `../${kid}` }, PARECIDO],
    ['su kid en mayúsculas', nueva, { kid: kid.toUpperCase() }, PARECIDO],
    ['su kid con espacios', nueva, { kid: ` ${kid} ` }, PARECIDO],
    ['__proto__', nueva, { kid: '__proto__' }, NO_PUBLICADO],
    ['constructor', nueva, { kid: 'constructor' }, NO_PUBLICADO],
    ['un array', nueva, { kid: [kid] }, NO_PUBLICADO],
    ['su kid en otro miembro', nueva, { jwk: jwkDe(nueva), 'x5t#S256': kid, x5t: kid }, DE_OTRO_SITIO],
    ['un kid «%»', nueva, { kid: '%' }, CON_TANTO],
    ['un kid «a%»', nueva, { kid: 'a%' }, CON_TANTO],
    ['el kid vacío', nueva, { kid: '' }, PARECIDO],
    ['las primeras letras de su kid', nueva, { kid: kid.slice(0, 8) }, PARECIDO],
    ['su kid sin la última letra', nueva, { kid: kid.slice(0, -1) }, PARECIDO],
    ['su kid con algo detrás', nueva, { kid: `${kid}.1` }, PARECIDO],
    ['su kid con relleno', nueva, { kid: `${kid}=` }, PARECIDO],
    ['su kid con un espacio delante', nueva, { kid: ` ${kid}` }, PARECIDO],
    ['su kid con un espacio detrás', nueva, { kid: `${kid} ` }, PARECIDO],
    ['su kid entre comillas', nueva, { kid: `"${kid}"` }, PARECIDO],
    ['su kid en minúsculas', nueva, { kid: kid.toLowerCase() }, PARECIDO],
    [
      'su kid con «%»',
      nueva,
      { kid: kid.replace(/./, (letra) => `%${letra.charCodeAt(0).toString(16)}`) },
      PARECIDO,
    ],
    ['una dirección que acaba en su kid', nueva, { kid: `${DIRECCION}#${kid}` }, PARECIDO],
    ['un patrón', nueva, { kid: '.*' }, PARECIDO],
    ['sin kid, y uno en el payload', vieja, {}, DE_OTRO_SITIO],
    ['el kid de otra publicada', vieja, { kid }, CRUZADA],
    ['el kid de otra publicada, al revés', nueva, { kid: 'vieja' }, CRUZADA],
  ])('no deja que el token elija con qué se verifica: %s', (_caso, clave, header, frase) => {
    const descargar = vi.spyOn(globalThis, 'fetch').mockImplementation(async () => new Response('{}'))
    // El kid que diga el payload no cuenta.
    const token = firmado(clave, header, { ...CLAIMS, kid: 'vieja' })
    // Que el anterior lo nombrara no dice nada de este.
    if (!('kid' in header)) intentar(verificar, bueno)
    seRechaza(token, frase)
    expect(intentar(conDos, token), frase).toBeInstanceOf(jwt.JsonWebTokenError)
    expect(descargar, 'No descargues nada de donde diga el token: usa solo las de claves').not.toBeCalled()
  })

  test('no usa de un JWKS lo que no es para ES256', () => {
    const rsa = { kty: 'RSA', n: 'AQAB', e: 'AQAB', kid: 'rsa', alg: 'RS256', use: 'sig' }
    const cifra = { ...publicada(ajena), alg: 'ECDH-ES', use: 'enc' }
    const otraCurva = { ...publicada(ajena), kid: 'otra', crv: 'P-384' }
    const mezcla = verificarCon({ keys: [rsa, cifra, otraCurva, publicada(nueva)] })
    expect(intentar(mezcla, bueno), NUESTRO).toEqual(CLAIMS)
    const conLaQueCifra = intentar(mezcla, firmado(ajena, { kid: kidDe(ajena) }))
    const NO_ES_PARA_FIRMAR =
      'Verificas con una clave del JWKS que no es para firmar con ES256: búscala en claves, y si no está, JsonWebTokenError'
    expect(conLaQueCifra, NO_ES_PARA_FIRMAR).toBeInstanceOf(jwt.JsonWebTokenError)
    for (const keys of [[], [rsa], [publicada(nueva), { ...publicada(ajena), kid }]]) {
      const error = intentar(verificarCon, { keys })
      expect(error, 'Sin claves, o con dos del mismo nombre, no se arranca').toBeInstanceOf(Error)
    }
  })

  const parte = (datos: object) => Buffer.from(JSON.stringify(datos)).toString('base64url')
  /** Confusión de algoritmos: lo público, usado como si fuera un secreto. */
  const conSecreto = (secreto: string, bits = 256) => {
    const texto = `${parte({ alg: `HS${bits}`, typ: 'JWT', kid })}.${parte({ sub: '2' })}`
    return `${texto}.${createHmac(`sha${bits}`, secreto).update(texto).digest('base64url')}`
  }
  const CONFUSION =
    'Verificas con lo público como secreto: la clave es un KeyObject y algorithms, [ALGORITMO]'
  test.each([
    ['el PEM', conSecreto(pemPublico(nueva))],
    ['el PEM, con HS512', conSecreto(pemPublico(nueva), 512)],
    ['el PEM sin su último salto', conSecreto(pemPublico(nueva).trimEnd())],
    ['el JWK', conSecreto(JSON.stringify(jwkDe(nueva)))],
    ['el JWK publicado', conSecreto(JSON.stringify(publicada(nueva)))],
    ['la x del JWK', conSecreto(`${jwkDe(nueva).x}`)],
  ])('rechaza una clave pública usada como secreto: %s', (_caso, token) => {
    seRechaza(token, CONFUSION)
  })

  const CONTENIDO = 'La firma no basta: devuelve lo que acepta leerClaims del JWT completo que da jwt.verify'
  const EXPIRADO = 'Aceptas un token expirado: jwt.verify ya mira exp, no lo apagues ni le des minutos'
  const ILEGIBLE =
    'decode lanza con un token ilegible, y su error no es un JsonWebTokenError: lee el token dentro del try dado'
  const ilegible = Buffer.from('{').toString('base64url')
  const haceDosMinutos = Math.floor(Date.now() / 1000) - 120
  const deAlgoritmo = (alg: string) =>
    `${parte({ alg, typ: 'JWT', kid })}.${parte({ sub: '2' })}.${'A'.repeat(86)}`
  test.each([
    ['sin firma', `${parte({ alg: 'none', typ: 'JWT', kid })}.${parte({ sub: '2' })}.`, NADIE],
    ['payload cambiado', alterar(bueno, { sub: '2' }), NADIE],
    ['firma cortada', bueno.slice(0, -2), NADIE],
    ['payload ilegible', bueno.replace(/[.][^.]+/, `.${ilegible}`), ILEGIBLE],
    ['firma de ceros', bueno.replace(/[^.]+$/, 'A'.repeat(86)), NADIE],
    ['de ES384', deAlgoritmo('ES384'), SU_ALGORITMO],
    ['de RS256', deAlgoritmo('RS256'), SU_ALGORITMO],
    ['sin nombre de algoritmo', deAlgoritmo(''), SU_ALGORITMO],
    ['expirado', firmado(nueva, { kid }, { ...CLAIMS, exp: haceDosMinutos }), EXPIRADO],
    ['sub numérico', firmado(nueva, { kid }, { sub: 1 }), CONTENIDO],
    ['de renovación', firmado(nueva, { kid }, { ...CLAIMS, type: 'refresh' }), CONTENIDO],
    ['de cierre de sesión', firmado(nueva, { kid, typ: 'logout+jwt' }), CONTENIDO],
  ])('rechaza un token falso o que no es de acceso: %s', (caso, token, frase) => {
    seRechaza(token, frase)
    if (caso === 'sin firma')
      for (const entorno of ['development', 'production']) {
        vi.stubEnv('NODE_ENV', entorno)
        seRechaza(token, `Con NODE_ENV=${entorno} aceptas un token sin firma: recházalo siempre`)
      }
    vi.unstubAllEnvs()
    if (frase !== EXPIRADO) return
    const futuro = firmado(nueva, { kid }, { ...CLAIMS, nbf: haceDosMinutos + 24 * 3600 })
    seRechaza(futuro, 'Aceptas un token que aún no vale: jwt.verify ya mira nbf, no lo apagues')
    const breve = firmado(nueva, { kid }, { ...CLAIMS, exp: haceDosMinutos + 3600 })
    const recienCreado = intentar(verificarCon({ keys: [publicada(nueva)] }), breve)
    seRechaza(firmado(nueva, { kid }, { ...CLAIMS, exp: 0 }), EXPIRADO)
    const codificado = intentar(verificar, bueno.replace('.', '%2e'))
    const TAL_COMO_LLEGA =
      'Aceptas un token codificado como en una dirección: verifica el texto que llega, tal cual'
    expect(codificado, TAL_COMO_LLEGA).toBeInstanceOf(jwt.JsonWebTokenError)
    const TRAS_FALLOS =
      'Después de rechazar otros tokens ya no abres uno nuestro: no toques claves ni recuerdes los fallos'
    const cual = Object(recienCreado).sub === '1' ? TRAS_FALLOS : NUESTRO
    expect(Object(intentar(verificar, breve)).sub, cual).toBe('1')
    Reflect.set(Object(intentar(verificar, breve)), 'sub', '2')
    const DE_OTRO = 'Quien cambia los claims que recibió cambia los de otra solicitud: verifica cada vez'
    expect(Object(intentar(verificar, breve)).sub, DE_OTRO).toBe('1')
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 3600_000 })
    seRechaza(breve, 'Expiró desde que lo aceptaste: mira exp cada vez, sin guardar ni los claims ni la hora')
    const DEJA_SALIR = 'Deja salir el TokenExpiredError de jwt.verify: la lección 4 responde 401'
    expect(intentar(verificar, token), DEJA_SALIR).toBeInstanceOf(jwt.TokenExpiredError)
  })
})
