import jwt from 'jsonwebtoken'
import { describe, expect, test } from 'vitest'
import { alterar, ana, entrar, OTRO_SECRETO, root, SECRETO } from '#comun/pruebas.ts'
import { crearToken, exigirSecreto, verificarToken } from '#ejercicio/01-generar-el-token/token.ts'
import { crearApp } from './app.ts'

/** Lo que devuelve la función o el error que lanza: así la prueba siempre llega a su frase. */
function intentar<A extends unknown[]>(funcion: (...argumentos: A) => unknown, ...argumentos: A) {
  try {
    return funcion(...argumentos)
  } catch (error) {
    return error
  }
}

describe('exigirSecreto', () => {
  test.each([
    [
      '32 letras x',
      'x'.repeat(32),
      'Un secreto de 32 bytes justos vale: devuélvelo y rechaza solo los que miden menos',
    ],
    ['16 letras ñ', 'ñ'.repeat(16), 'Mide bytes y no caracteres: usa Buffer.byteLength'],
  ])('devuelve un secreto que mide 32 bytes: %s', (_caso, secreto, frase) => {
    expect(intentar(exigirSecreto, secreto), frase).toBe(secreto)
  })

  test.each([
    ['31 bytes', 'x'.repeat(31), 'Dejas pasar un secreto corto: avisar no basta, lanza un Error'],
    ['vacío', '', 'Dejas pasar un secreto vacío: mide menos de BYTES_MINIMOS, lanza un Error'],
    ['sin definir', undefined, 'Sin secreto, lanza un Error: uno por defecto está a la vista en el código'],
  ])('falla si el secreto falta o es corto: %s', (_caso, secreto, frase) => {
    const error = intentar(exigirSecreto, secreto)
    expect(error, frase).toBeInstanceOf(Error)
    expect(String(error), 'El mensaje del Error debe decir «32 bytes»').toContain('32 bytes')
  })

  test('no repite el secreto en el mensaje de error', () => {
    const frase = 'El mensaje acaba en los registros: di «32 bytes» y no repitas en él el secreto'
    expect(`${intentar(exigirSecreto, 'clave-corta')}`, frase).toMatch(/^(?!.*clave-corta).*32 bytes/)
  })
})

describe('crearToken', () => {
  /** Un token nuevo, decodificado. */
  function emitir(opciones?: object, usuario = ana) {
    const token = intentar(crearToken, usuario, SECRETO, opciones)
    expect(`${token}`, 'subject solo acepta un texto: usa String(usuario.id)').not.toContain('"subject"')
    expect(`${token}`, 'No llega un token: ¿falta return o jwt.sign rechaza una opción?').toMatch(/^ey/)
    return jwt.decode(`${token}`, { complete: true, json: true })!
  }

  test('firma con HS256', () => {
    expect(emitir().header, 'Pasa algorithm: ALGORITMO a jwt.sign').toEqual({ alg: 'HS256', typ: 'JWT' })
  })

  test('guarda en sub el id como texto, y nada más del usuario', () => {
    const { payload } = emitir({}, root)
    expect(payload.sub, 'sub es el id como texto: pasa String(usuario.id) en subject').toBe('2')
    expect(Object.keys(payload), 'Cualquiera lee el payload: no copies ahí al usuario').toHaveLength(2)
  })

  test('incorpora las opciones y los claims propios que recibe', () => {
    const recibe = { expiresIn: 60, jwtid: 'abc', propios: { idioma: 'es' } }
    const { idioma, jti, iat, exp } = Object(emitir(recibe).payload)
    expect(idioma, 'Faltan los claims propios: son el primer argumento de jwt.sign').toBe('es')
    expect([jti, exp - iat], 'Faltan las opciones: cópialas con ...opciones').toEqual(['abc', 60])
  })

  test('no permite que un claim propio cambie el usuario', () => {
    const token = intentar(crearToken, ana, SECRETO, { propios: { sub: '2' } })
    const sub = token instanceof Error ? token.message : jwt.decode(String(token))?.sub
    const frase = 'Un claim propio llamado sub suplanta a otro usuario: da el id en la opción subject'
    expect(String(sub), frase).toMatch(/^1$|already has an "sub"/)
  })

  test.each([
    ['algorithm', { algorithm: 'HS512' }],
    ['subject', { subject: '2' }],
  ])('no permite que una opción cambie algoritmo ni usuario: %s', (_opcion, opciones) => {
    const { header, payload } = emitir(opciones)
    expect([header.alg, payload.sub], 'Pon algorithm y subject detrás de ...opciones').toEqual(['HS256', '1'])
  })

  test('entrega en POST /login un token de quien inicia sesión', async () => {
    const res = await entrar(crearApp({ secreto: SECRETO }))
    expect(res.status, 'Las credenciales de Ana son buenas: ¿lanza un error crearToken?').toBe(200)
    const claims = intentar(() => jwt.verify(res.body.access_token, SECRETO))
    expect(claims, 'Firma con el secreto que recibe crearToken y no con otro').toMatchObject({ sub: '1' })
  })
})

describe('verificarToken', () => {
  const CLAIMS = { sub: '1', iat: 1_600_000_000 }
  const nuestro = jwt.sign(CLAIMS, SECRETO)

  test('devuelve los claims de un token nuestro', () => {
    const frase = 'Rechazas un token nuestro: verifica con su secreto y pide complete: true para leerClaims'
    expect(() => verificarToken(nuestro, SECRETO), frase).not.toThrow()
    const claims = verificarToken(nuestro, SECRETO)
    expect(claims, 'Devuelve los claims: lo que da leerClaims, no el JWT completo').toEqual(CLAIMS)
  })

  const ajeno = jwt.sign(CLAIMS, OTRO_SECRETO)
  const sinFirma = jwt.sign(CLAIMS, '', { algorithm: 'none' })
  const hs512 = jwt.sign(CLAIMS, SECRETO, { algorithm: 'HS512' })
  const expirado = jwt.sign({ ...CLAIMS, exp: 1_600_000_060 }, SECRETO)

  test.each([
    ['otro secreto', ajeno, 'Aceptas una firma ajena: decode no comprueba nada, usa verify'],
    ['payload cambiado', alterar(nuestro, { sub: '2' }), 'Aceptas lo que nadie firmó: usa jwt.verify'],
    ['sin firma', sinFirma, 'Aceptas un token sin firma: pasa a jwt.verify el secreto y algorithms'],
    ['otro algoritmo', hs512, 'El token eligió el algoritmo: pasa algorithms: [ALGORITMO] a jwt.verify'],
    ['expirado', expirado, 'Aceptas un token expirado: quita ignoreExpiration de las opciones de jwt.verify'],
    [
      'payload ilegible',
      nuestro.replace(/\..*\./, '.bm8.'),
      'Llama dentro del try: el catch traduce el error',
    ],
  ])('rechaza un token ajeno, alterado o expirado: %s', (_caso, token, frase) => {
    expect(() => verificarToken(token, SECRETO), frase).toThrow(jwt.JsonWebTokenError)
  })

  test.each([
    ['sub numérico', jwt.sign({ sub: 1 }, SECRETO)],
    ['type de renovación', jwt.sign({ ...CLAIMS, type: 'refresh' }, SECRETO)],
    ['extensión crítica', jwt.sign(CLAIMS, SECRETO, { header: { alg: 'HS256', crit: ['x'] } })],
    ['payload nulo', jwt.sign('null', SECRETO)],
  ])('rechaza un contenido inesperado aunque la firma valga: %s', (_caso, token) => {
    const frase = 'La firma no basta: devuelve lo que acepta leerClaims, que además mira el contenido'
    expect(() => verificarToken(token, SECRETO), frase).toThrow(jwt.JsonWebTokenError)
  })
})
