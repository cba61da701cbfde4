import { createPublicKey, createSecretKey, generateKeyPairSync } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { inspect } from 'node:util'
import jwt from 'jsonwebtoken'
import { describe, expect, test } from 'vitest'

// What cuanto-cuesta.md states, seen by running it.
const { publicKey: publica, privateKey: privada } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const pem = publica.export({ type: 'spki', format: 'pem' }).toString()
const enUnaLinea = pem.replaceAll('\n', '\\n')
const secreto = 'un-secreto-de-pruebas-con-32-bytes!'

/** A token that whoever has read that text can make. */
const falsificar = (texto: string) => jwt.sign({ sub: '2' }, createSecretKey(texto, 'utf8'))

describe('a public key as a text, without algorithms', () => {
  test('is taken for the secret when it is a JWK', () => {
    const page = readFileSync(new URL('../../cuanto-cuesta.md', import.meta.url), 'utf8')
    const [, shown = ''] = /```ts \[confusion\.ts\]\n([\s\S]+?)\n```/.exec(page) ?? []
    const until = (last: string) =>
      new Function('jwt', 'createSecretKey', 'publica', shown.split(last)[0] + last)
    const confused = until('jwt.verify(falso, texto)')
    expect(confused(jwt, createSecretKey, publica)).toBeUndefined()
    const safe = until('jwt.verify(falso, publica)')
    expect(() => safe(jwt, createSecretKey, publica)).toThrow('invalid algorithm')
  })

  test('is taken for the secret when its line breaks are written', () => {
    expect(jwt.verify(falsificar(enUnaLinea), enUnaLinea)).toMatchObject({ sub: '2' })
    expect(() => jwt.verify(falsificar(enUnaLinea), publica)).toThrow('invalid algorithm')
  })

  test('is taken for what it is when it can be read', () => {
    expect(() => jwt.verify(falsificar(pem), pem)).toThrow('invalid algorithm')
  })

  test('taken for the secret, refuses the tokens that it should accept', () => {
    const legitimo = jwt.sign({ sub: '1' }, privada, { algorithm: 'RS256' })
    expect(jwt.verify(legitimo, publica)).toMatchObject({ sub: '1' })
    expect(() => jwt.verify(legitimo, enUnaLinea)).toThrow('invalid algorithm')
  })
})

test('with algorithms, the forged token is refused also with a text', () => {
  const verificar = () => jwt.verify(falsificar(enUnaLinea), enUnaLinea, { algorithms: ['RS256'] })
  expect(verificar).toThrow('invalid algorithm')
})

test('what cannot be read as a public key stops the server when it starts', () => {
  expect(() => createPublicKey(enUnaLinea)).toThrow('unsupported')
})

test('a public key by mistake in createSecretKey is still a secret that everybody knows', () => {
  expect(jwt.verify(falsificar(pem), createSecretKey(pem, 'utf8'))).toMatchObject({ sub: '2' })
})

test('a key and its text sign the same', () => {
  const token = jwt.sign({ sub: '1' }, secreto)
  expect(jwt.verify(token, createSecretKey(secreto, 'utf8'))).toMatchObject({ sub: '1' })
  expect(jwt.verify(jwt.sign({ sub: '1' }, createSecretKey(secreto, 'utf8')), secreto)).toMatchObject({
    sub: '1',
  })
})

test('a key does not print its content', () => {
  const clave = createSecretKey(secreto, 'utf8')
  const impreso = [inspect({ clave }, { depth: 9, showHidden: true }), JSON.stringify({ clave }), `${clave}`]
  expect(impreso.join()).not.toContain(secreto)
  expect(impreso.join()).not.toContain(Buffer.from(secreto).toString('hex'))
})

test('the page quotes jsonwebtoken as it is', () => {
  const page = readFileSync(new URL('../../cuanto-cuesta.md', import.meta.url), 'utf8')
  const library = readFileSync(createRequire(import.meta.url).resolve('jsonwebtoken/verify.js'), 'utf8')
  const quoted = /```js \[jsonwebtoken: verify\.js\]\n([\s\S]+?)\n```/.exec(page)?.[1] ?? 'nothing'
  const unindented = (code: string) => code.replace(/^ +/gm, '')
  expect(unindented(library)).toContain(unindented(quoted))
})
