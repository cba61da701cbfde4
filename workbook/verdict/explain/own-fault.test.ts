import { describe, expect, test } from 'vitest'
import { ownFault, undeclaredIn } from './own-fault.ts'
import { TEXTS } from './texts.ts'

const SOURCE = `import jwt, { type SignOptions } from 'jsonwebtoken'

interface Claims { sub: string }
const ALGORITMO = 'HS256'

export function crearToken(secreto: string, { propios = {}, ...resto }: SignOptions): string {
  const [uno, { dos }] = [1, { dos: 2 }]
  for (const tres of [uno, dos]) console.log(tres, Buffer.byteLength(secreto), process.env.X, new URL('x:y'))
  return jwt.sign(propios, secreto, { ...resto, algorithm: ALGORITMO })
}

export class Sesion {
  cerrar(token: string): boolean {
    try {
      return jwt.verify(token, secretoo) !== undefined
    } catch {
      return false
    }
  }
}
`
const line = (text: string) => SOURCE.slice(0, SOURCE.indexOf(text)).split('\n').length
const told = TEXTS.undeclared('secretoo', 'secreto')

describe('ownFault', () => {
  test.each([
    'secretoo is not defined',
    'ReferenceError: secretoo is not defined',
    "'secretoo is not defined'",
    '{"name":"ReferenceError","message":"secretoo is not defined"}',
    'Usas «secretoo» sin declararlo ni importarlo: revisa cómo está escrito (secretoo is not defined)',
  ])('tells a name that was mistyped, the one that was meant and its line: %s', (said) => {
    expect(ownFault([undefined, said], SOURCE)).toEqual({ sentence: told, line: line('secretoo') })
  })

  test('tells a name that is like no other without guessing', () => {
    const source = SOURCE.replace('secretoo', 'zutano')
    expect(ownFault(['zutano is not defined'], source)?.sentence).toMatch(/^Usas «zutano» sin declararlo/)
  })

  test.each([
    [
      'the value and not the type',
      'usario',
      'type Usuario = 1\nexport const f = (usuario: Usuario) => usario',
      'usuario',
    ],
    ['no word that is longer', 'claveDe', 'export const f = (clave: string) => claveDe(clave)', undefined],
  ])('guesses %s', (_what, name, source, meant) => {
    const sentence = ownFault([`${name} is not defined`], source)?.sentence
    if (meant) expect(sentence).toBe(TEXTS.undeclared(name, meant))
    else expect(sentence).toMatch(/^Usas «claveDe» sin declararlo/)
  })

  test.each(["import type { Fallo } from './fallo.ts'", "import { type Fallo } from './fallo.ts'"])(
    'tells a value that %s takes away',
    (line) => {
      const source = `${line}\nexport const f = () => new Fallo()\n`
      expect(ownFault(['Fallo is not defined'], source)).toEqual({
        sentence: TEXTS.importedAsType('Fallo'),
        line: 1,
      })
    },
  )

  test.each([
    ['fin is not defined', 'fin.set(1, 2)', 3],
    ["Cannot read properties of undefined (reading 'set')", 'this.fin.set(1, 2)', 3],
  ])('tells a private field without its mark: %s', (said, use, line) => {
    const source = `export class Lista {\n  #fin = new Map()\n  poner() { ${use} }\n}\n`
    expect(ownFault([said], source)).toEqual({ sentence: TEXTS.privateField('fin'), line })
  })

  test('tells what is no class by the name that the file imports', () => {
    const source = 'export const f = () => {\n  throw new jwt.Erorr()\n}\n'
    const { sentence, line } = ownFault(['default.Erorr is not a constructor'], source) ?? {}
    expect(sentence).toMatch(/^Usas new con «jwt\.Erorr» y no es una clase/)
    expect(line).toBe(2)
  })

  test('tells what is called and is no function, with its line if there is only one', () => {
    const source = SOURCE.replace('jwt.sign', 'jwt.sing')
    const { sentence, line } = ownFault(["'jwt.sing is not a function'"], source) ?? {}
    expect(sentence).toMatch(/^Llamas a «jwt\.sing» y no es una función/)
    expect(line).toBe(9)
  })

  test('tells it by the name that the file imports, which the runner does not know', () => {
    const source = `// jwt.sing('nunca')\n${SOURCE.replace('jwt.sign', 'jwt.sing')}`
    const { sentence, line } = ownFault(['TypeError: default.sing is not a function'], source) ?? {}
    expect(sentence).toMatch(/^Llamas a «jwt\.sing» y no es una función/)
    expect(line).toBe(10)
  })

  const EARLY = "Cannot access 'hash' before initialization"

  test.each([
    ['a template', '`${' + 'hash}`'],
    ['a list', '[1, hash]'],
    ['parentheses', '(hash)'],
  ])('tells a line that became part of the one above: %s', (_what, line) => {
    const source = `const f = () => {\n  const sal = 1, hash = derivar(sal)\n  ${line}\n}\n`
    expect(ownFault([EARLY], source)).toEqual({ sentence: TEXTS.glued('hash'), line: 3 })
    expect(ownFault([EARLY], source.replace(line, `return ${line}`))).toBeUndefined()
  })

  test.each([
    ['a function that calls itself', 'const uno = hash(2)\nconst hash = (n: number) => n && hash(n - 1)'],
    ['a declaration of two', 'const uno = hash\nconst hash = 1,\n  dos = f(hash)'],
    ['a template on a line of its own', 'const uno = hash\nconst hash =\n  `${' + 'hash}`'],
  ])('leaves %s to what the error says', (_what, source) => {
    expect(ownFault([EARLY], source)).toBeUndefined()
  })

  test('does not choose a line among several calls', () => {
    const source = `${SOURCE.replace('jwt.sign', 'jwt.sing')}\nexport const otro = () => jwt.sing('a')\n`
    expect(ownFault(['jwt.sing is not a function'], source)).not.toHaveProperty('line', expect.any(Number))
  })

  test('tells a function that calls itself without end', () => {
    expect(ownFault(['RangeError: Maximum call stack size exceeded'], SOURCE)?.sentence).toMatch(
      /^Una función se llama a sí misma sin fin/,
    )
  })

  test.each([
    ['says something else', 'El token expiró'],
    ['names what the file declares', 'secreto is not defined'],
    ['names what is not of the file', 'otraCosa is not defined'],
    ['calls what is not of the file', 'app.vuela is not a function'],
  ])('is nothing if it %s', (_what, said) => {
    expect(ownFault([said], SOURCE)).toBeUndefined()
  })
})

describe('undeclaredIn', () => {
  test.each(['cerrar', 'Sesion'])('finds in %s what a catch keeps to itself', (task) => {
    expect(undeclaredIn(SOURCE, task)).toEqual({ sentence: told, line: line('secretoo') })
  })

  test('finds nothing in a function that is right', () => {
    expect(undeclaredIn(SOURCE, 'crearToken')).toBeUndefined()
  })

  test('finds what a shorthand names', () => {
    const source = SOURCE.replace('{ ...resto, algorithm', '{ ...resto, sujeto, algorithm')
    expect(undeclaredIn(source, 'crearToken')?.line).toBe(9)
  })
})
