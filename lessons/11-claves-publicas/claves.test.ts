import {
  createHash,
  createHmac,
  createPublicKey,
  generateKeyPairSync,
  type JsonWebKey,
  type KeyObject,
} from 'node:crypto'
import jwt from 'jsonwebtoken'
import request from 'supertest'
import { describe, expect, test } from 'vitest'
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

const nuevaClave = () => generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey
const [vieja, nueva, ajena] = [nuevaClave(), nuevaClave(), nuevaClave()]
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

/** Lo que devuelve la función o el error que lanza: así la prueba siempre llega a su frase. */
function intentar<A extends unknown[], R>(funcion: (...argumentos: A) => R, ...argumentos: A): R | Error {
  try {
    return funcion(...argumentos)
  } catch (error) {
    return error as Error
  }
}

describe('leerClave', () => {
  test.each([
    ['saltos de línea', '\n', 'Un PEM con sus saltos vale tal cual: crea la clave y devuélvela'],
    ['\\n escritos', '\\n', 'Muchos paneles guardan \\n con dos caracteres: cámbialos todos por saltos'],
  ])('lee las claves en su orden, con %s', (_caso, salto, frase) => {
    const texto = `\n${(pemDe(nueva) + pemDe(vieja)).replaceAll('\n', salto)}`
    const llavero = intentar(leerClaves, texto)
    const iguales =
      llavero instanceof Error
        ? llavero.message
        : llavero.map((clave, i) => clave?.equals?.([nueva, vieja][i] as KeyObject))
    expect(iguales, frase).toEqual([true, true])
  })

  const OTRA_CURVA = 'Con esa clave, firmar fallaría en cada inicio de sesión: compara namedCurve con CURVA'
  const SIN_CLAVE = 'Sin clave privada no se puede firmar: deja salir el error de createPrivateKey'
  const privada = (base64: string) => `-----BEGIN PRIVATE KEY-----\n${base64}\n-----END PRIVATE KEY-----\n`
  const P384 =
    'MIG2AgEAMBAGByqGSM49AgEGBSuBBAAiBIGeMIGbAgEBBDBN67MQ6dfTTysu4CYYUgWT1+eL1ugQvdhFs6SSQB1xzCOc7tU1FEGEllXZM1hDcWmhZANiAARK0LA+WWaS5xWd3dTepN3IXGtXML72x/3omQGp+JFJLayLjwFcDfbM02SLOptMnynDv9+jD7EYLWCZAK8AhZMRaPB8JiGq0bV8PnS/3WJvQnCQFJiUInxOwBx1hVpIsm8='
  const SECP256K1 =
    'MIGEAgEAMBAGByqGSM49AgEGBSuBBAAKBG0wawIBAQQgKshWNd659n5GDecJcgghT/hpP92nwWjseXIQ+ayoSauhRANCAASI7Sb0blMrOmBrafAPKonUnLSKvAC9fGlz8tOg7+q1WkpfslSGgg7l/fPm5+n9PPhONBkr9E0Nbe3uIzx3mNaF'
  const ED25519 = 'MC4CAQAwBQYDK2VwBCIEINqfA0Z0ehoUEk7Y5+iapSsG6pPRtFQYnDliYg3r4ewB'
  const RSA =
    'MIICdwIBADANBgkqhkiG9w0BAQEFAASCAmEwggJdAgEAAoGBAMksZFvOR9TdHRChoOrBmYdI230Mjcb9H1E1zgWvg+CbmsG/EUJzgcQAyMRnGLTFmN5wYGHBAcKT+fGFQGkeXln3Oft3DYVe+n4jcHCqla7sYkI03ojp68SwwTDRlxOd8ve0hxBMj2mxeg2DWWpOMO06yEy5QBAlgNe2tsp9o6/JAgMBAAECgYEAtfqmPjX33KK4bBcJjdLbovlRM2lrxxmqfrgBSjtfPIsGD0Vbw5ThSgC7nI72VnB4vJ9DUKpbgTyC2OwFPBHwni0XUNhtvPUU4kV1ImLcjY7XGbeKkd9qmp+KSvAXC1so2o85qq0I722RU8vshrL4nB0Gdy38qdDsLeeIg1G1MFECQQD5RdehCmijJ2GgyFGcPN1m3sxLiAbPB3CrFd+dGE1PDvBfp4C/BQx6Z/guH2IXV8234YqLMhZ7bTfBWwNDWA1DAkEAzpo+eMMyaofs+5p1juVHaTNY1HidqfFt8Hi26gp6toJgzeKtzZtgNbPsaITdHu2lqXpI1ivbp5kYw/uBMbnYAwJAbcJEDQPhSR3ZDgvGa44dSuOFfyiZHuW+xYZvHOQLfmksjGHb/cBCW0+WZvCop3ChA3uLHnlijtxrdXcWu7t0swJAD7VsoJP+5li1bR/+ZkIKnvYXf/g3zK8ds9YJ2lu3nt7k62Kb4nE47HxkskG/6lUZbnxsw1QMXH7ogiZCWXyO7wJBAInEaeqkiBlbU9jx6v9gDsoJn2euUUeYmiyHLRuFgb0mW/swMd+Qo0pMX/HM3mgCzXdVP0pYFCEKgkVRgNNUOgM='
  test.each([
    ['P-384', privada(P384), OTRA_CURVA],
    ['secp256k1', privada(SECP256K1), OTRA_CURVA],
    ['Ed25519', privada(ED25519), OTRA_CURVA],
    ['RSA', privada(RSA), OTRA_CURVA],
    ['ninguna', undefined, SIN_CLAVE],
    ['cortada', privada('MC4CAQAwBQ'), SIN_CLAVE],
    ['pública', pemPublico(nueva), SIN_CLAVE],
  ])('falla al arrancar, sin repetirla, con una clave que no sirve: %s', (_clave, texto, frase) => {
    const error = intentar(leerClaves, texto)
    expect(error instanceof Error ? 'falla' : 'lee una clave', frase).toBe('falla')
    const repite = 'El mensaje acaba en los registros: no repitas en él la clave'
    expect(texto && `${error}`.includes(texto.slice(28, 37)) ? `${error}` : 'no la repite', repite).toBe(
      'no la repite',
    )
    const dice = frase === OTRA_CURVA ? /P-256/ : /DECODER|P-256/
    expect(`${error}`, frase === OTRA_CURVA ? 'El mensaje del Error debe decir «P-256»' : frase).toMatch(dice)
  })
})

describe('publicarClaves', () => {
  test('publica todas las claves, también la que aún no firma', () => {
    const { keys = [] } = Object(intentar(publicarClaves, [vieja, nueva]))
    const TODAS = 'Publica todas las claves: la que firmará mañana y la que firmó ayer, en { keys }'
    expect(keys.length, TODAS).toBe(2)
    const kids = keys.map(({ kid }: { kid: unknown }) => kid)
    expect(kids, 'kid dice qué clave es cada una: usa kidDe').toEqual([huellaDe(vieja), huellaDe(nueva)])
    const uso = { alg: 'ES256', use: 'sig' }
    expect(keys[1], 'alg es ALGORITMO y use es «sig»: dicen para qué sirve la clave').toMatchObject(uso)
    const FALTAN = 'Faltan miembros públicos: kty, crv, x e y salen de createPublicKey(clave).export'
    expect(keys[1], FALTAN).toMatchObject(jwkDe(nueva))
  })

  test('no publica nada con lo que se pueda firmar', () => {
    const publicado = JSON.stringify(intentar(publicarClaves, [nueva])) ?? ''
    expect(publicado, 'Devuelve { keys } con un elemento por clave').toContain('"keys":[{')
    const { d = '' } = nueva.export({ format: 'jwk' })
    const privado = /"(?:d|k|pem|key)":/.test(publicado) || publicado.includes(d) || /PRIVATE/.test(publicado)
    const PRIVADO = 'Publicas d: quien lo lea firma en tu nombre; enumera los miembros públicos'
    expect(privado, PRIVADO).toBe(false)
  })
})

describe('firmarToken', () => {
  test('firma con ES256 y la primera clave, y la nombra en kid', () => {
    const opciones = { jwtid: 'a', expiresIn: 60, propios: { rol: 'usuario' } }
    const token = String(intentar(firmarToken, ana, [nueva, vieja], opciones))
    expect(token, 'No llega un token: revisa clave, algorithm y subject, que es un texto').toMatch(/^ey/)
    const { header, payload } = Object(jwt.decode(token, { complete: true }))
    expect(header.kid, 'Sin kid no se sabe con qué clave verificar: pasa keyid con kidDe(clave)').toBe(
      kidDe(nueva),
    )
    const claims = intentar(() => jwt.verify(token, createPublicKey(nueva), { algorithms: ['ES256'] }))
    expect(claims, 'Firma la primera clave del llavero, con ES256').toEqual(payload)
    const FALTAN = 'Faltan claims: sub es el id como texto, y entran las opciones y los propios'
    expect(payload, FALTAN).toMatchObject({ sub: '1', jti: 'a', rol: 'usuario', exp: payload.iat + 60 })
    const sinOpciones = jwt.decode(String(intentar(firmarToken, ana, [nueva])))
    expect(sinOpciones, 'Sin opciones también se firma').toMatchObject({ sub: '1' })
  })

  test.each([
    ['algorithm', { algorithm: 'HS256' }],
    ['keyid', { keyid: 'otra' }],
    ['subject', { subject: '2' }],
  ])('no deja que una opción cambie algoritmo, clave ni usuario: %s', (_opcion, opciones) => {
    const token = String(intentar(firmarToken, ana, [nueva], opciones as object))
    const { header, payload } = Object(jwt.decode(token, { complete: true }))
    const firmado = [header?.alg, header?.kid, payload?.sub]
    const DETRAS = 'Pon algorithm, keyid y subject detrás de ...opciones'
    expect(firmado, DETRAS).toEqual(['ES256', kidDe(nueva), '1'])
  })
})

describe('verificarFirma', () => {
  const NUESTRO = 'Rechazas un token nuestro: busca su kid en claves y devuelve lo que da leerClaims'
  const NADIE = 'Aceptas lo que nadie firmó: jwt.verify, con clave y algorithms: [ALGORITMO]'
  const DE_LA_BIBLIOTECA = 'Lo que hace inválido un token es un jwt.JsonWebTokenError, lanzado con throw'
  const verificar = verificarCon({ keys: [publicada(nueva)] })
  const kid = kidDe(nueva)
  const CLAIMS = { sub: '1', iat: 1_600_000_000 }
  /** Un token con ese encabezado, firmado por quien sea. */
  const firmado = (clave: KeyObject, header: object, claims: object = CLAIMS) =>
    jwt.sign(claims, clave, { algorithm: 'ES256', header: { alg: 'ES256', ...header } })
  const bueno = firmado(nueva, { kid })

  /** Nadie entra, y quien llama recibe un error de jsonwebtoken. */
  function seRechaza(token: string, frase: string) {
    const resultado = intentar(verificar, token)
    expect(resultado, frase).toBeInstanceOf(Error)
    expect(resultado, DE_LA_BIBLIOTECA).toBeInstanceOf(jwt.JsonWebTokenError)
  }

  test('abre en otro servicio, con lo publicado, un token de POST /login', async () => {
    const app = intentar(crearApp, { secreto: SECRETO, llavero: [nueva] as Llavero })
    if (app instanceof Error) return expect.fail('La aplicación no arranca: mira publicarClaves')
    const publicado = await request(app).get('/.well-known/jwks.json')
    const login = await entrar(app)
    expect(login.status, 'POST /login no entrega un token: mira firmarToken').toBe(200)
    const servicio = crearServicio({ jwks: JSON.parse(publicado.text) })
    const res = await pedir(servicio, '/pedidos', login.body.access_token)
    expect(res.status, NUESTRO).toBe(200)
    const CLAIMS_Y_NO_JWT = 'Devuelve los claims: lo que da leerClaims, no el JWT completo'
    expect(res.body, CLAIMS_Y_NO_JWT).toMatchObject({ de: '1' })
    const alterado = await pedir(servicio, '/pedidos', alterar(login.body.access_token, { sub: '2' }))
    expect(alterado.status, NADIE).toBe(422)
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
    expect(retirado, 'Una clave retirada ya no abre').not.toBe(200)
    expect(retirado, DE_LA_BIBLIOTECA).toBe(422)
  })

  const ELIGE = 'El token eligió con qué clave se verifica: usa solo las de claves'
  const NO_PUBLICADO = 'Aceptas un kid que no publicaste: si no está en claves, lanza JsonWebTokenError'
  test.each([
    ['jwk', ajena, { kid, jwk: jwkDe(ajena) }, ELIGE],
    ['jwk con su kid', ajena, { kid: kidDe(ajena), jwk: jwkDe(ajena) }, ELIGE],
    ['jku', ajena, { kid, jku: 'http://127.0.0.1:9/jwks.json' }, ELIGE],
    ['x5c', ajena, { kid, x5c: [pemPublico(ajena)] }, ELIGE],
    ['un kid desconocido', nueva, { kid: kidDe(ajena) }, NO_PUBLICADO],
    ['sin kid', nueva, {}, NO_PUBLICADO],
    ['una ruta', nueva, { kid: '../../../dev/null' }, NO_PUBLICADO],
    ['__proto__', nueva, { kid: '__proto__' }, NO_PUBLICADO],
    ['un array', nueva, { kid: [kid] }, NO_PUBLICADO],
  ])('no deja que el token elija con qué se verifica: %s', (_caso, clave, header, frase) => {
    seRechaza(firmado(clave, header), frase)
  })

  test('no usa de un JWKS lo que no es para ES256', () => {
    const rsa = { kty: 'RSA', n: 'AQAB', e: 'AQAB', kid: 'rsa', alg: 'RS256', use: 'sig' }
    const cifra = { ...publicada(ajena), alg: 'ECDH-ES', use: 'enc' }
    const otraCurva = { ...publicada(ajena), kid: 'otra', crv: 'P-384' }
    const mezcla = verificarCon({ keys: [rsa, cifra, otraCurva, publicada(nueva)] })
    expect(intentar(mezcla, bueno), NUESTRO).toEqual(CLAIMS)
    const conLaQueCifra = intentar(mezcla, firmado(ajena, { kid: kidDe(ajena) }))
    expect(conLaQueCifra, NO_PUBLICADO).toBeInstanceOf(jwt.JsonWebTokenError)
    for (const keys of [[], [rsa], [publicada(nueva), { ...publicada(ajena), kid }]]) {
      const error = intentar(verificarCon, { keys })
      expect(error, 'Sin claves, o con dos del mismo nombre, no se arranca').toBeInstanceOf(Error)
    }
  })

  const parte = (datos: object) => Buffer.from(JSON.stringify(datos)).toString('base64url')
  /** Confusión de algoritmos: lo público, usado como si fuera el secreto de HS256. */
  const conSecreto = (secreto: string) => {
    const texto = `${parte({ alg: 'HS256', typ: 'JWT', kid })}.${parte({ sub: '2' })}`
    return `${texto}.${createHmac('sha256', secreto).update(texto).digest('base64url')}`
  }
  const CONFUSION =
    'Verificas con lo público como secreto: la clave es un KeyObject y algorithms, [ALGORITMO]'
  test.each([
    ['el PEM', pemPublico(nueva)],
    ['el PEM sin su último salto', pemPublico(nueva).trimEnd()],
    ['el JWK', JSON.stringify(jwkDe(nueva))],
    ['el JWK publicado', JSON.stringify(publicada(nueva))],
  ])('rechaza una clave pública usada como secreto: %s', (_caso, secreto) => {
    seRechaza(conSecreto(secreto), CONFUSION)
  })

  const CONTENIDO = 'La firma no basta: devuelve lo que acepta leerClaims'
  const EXPIRADO = 'Aceptas un token expirado: jwt.verify ya mira exp, no lo apagues'
  test.each([
    ['sin firma', `${parte({ alg: 'none', typ: 'JWT', kid })}.${parte({ sub: '2' })}.`, NADIE],
    ['payload cambiado', alterar(bueno, { sub: '2' }), NADIE],
    ['firma cortada', bueno.slice(0, -2), NADIE],
    ['firma de ceros', bueno.replace(/[^.]+$/, 'A'.repeat(86)), NADIE],
    ['expirado', firmado(nueva, { kid }, { ...CLAIMS, exp: CLAIMS.iat + 1 }), EXPIRADO],
    ['sub numérico', firmado(nueva, { kid }, { sub: 1 }), CONTENIDO],
    ['de renovación', firmado(nueva, { kid }, { ...CLAIMS, type: 'refresh' }), CONTENIDO],
  ])('rechaza un token falso o que no es de acceso: %s', (_caso, token, frase) => {
    seRechaza(token, frase)
  })
})
