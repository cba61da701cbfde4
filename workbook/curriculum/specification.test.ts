import { describe, expect, test } from 'vitest'
import { readableTitle, readSpecification, readTasks, silentAssertions } from './specification.ts'

const SPEC = `import { describe, expect, test } from 'vitest'

describe('crear', () => {
  test('crea uno', () => {
    expect(crear(), 'Devuelve uno').toBe(1)
  })
  test.each([['a'], ['b']])('crea con %s', (texto) => {
    expect(crear(texto), 'Devuelve el texto').toBe(texto)
  })
})

describe('leer', () => {
  describe('GET /perfil', () => {
    test('lee el perfil', async () => {})
  })
})
`

describe('readSpecification', () => {
  const titles = (source: string) => readSpecification(source).map(({ title }) => title)

  test('finds the titles in order', () => {
    expect(titles(SPEC)).toEqual(['crea uno', 'crea con %s', 'lee el perfil'])
  })

  test('knows which tests have cases', () => {
    const [one, several] = readSpecification(SPEC)
    expect([one?.cases, several?.cases]).toEqual([false, true])
  })

  test('gives each test the outermost describe as its task', () => {
    expect(readSpecification(SPEC).map(({ task }) => task)).toEqual(['crear', 'crear', 'leer'])
  })

  test('gives no task to a test outside of every describe', () => {
    expect(readSpecification("test('suelta', () => {})")).toEqual([
      { title: 'suelta', task: '', cases: false },
    ])
  })

  test('ignores other calls that start with a text', () => {
    expect(titles("saluda('hola'); expect('a', 'b').toBe('c'); request(app).get('/perfil')")).toEqual([])
  })
})

describe('readTasks', () => {
  test('gives the outermost describe blocks in order, and not the nested ones', () => {
    expect(readTasks(SPEC)).toEqual(['crear', 'leer'])
  })
})

describe('silentAssertions', () => {
  test('gives the lines of the assertions without a sentence', () => {
    expect(silentAssertions("expect(1, 'frase').toBe(1)\nexpect(2).toBe(2)\n\nexpect(3)")).toEqual([2, 4])
  })

  test('looks inside of tests and functions', () => {
    expect(silentAssertions(SPEC.replace(", 'Devuelve el texto'", ''))).toEqual([8])
  })

  test('does not mistake expect.objectContaining for an assertion', () => {
    expect(silentAssertions("expect(a, 'frase').toEqual(expect.objectContaining({ b: 1 }))")).toEqual([])
  })
})

describe('readableTitle', () => {
  test.each([
    ['rechaza %j', 'rechaza …'],
    ['rechaza un token: %s', 'rechaza un token: …'],
    ['%s abre la puerta', '… abre la puerta'],
    ['distingue %s de %s', 'distingue … de …'],
    ['rechaza el caso (%#)', 'rechaza el caso …'],
    ['rechaza todo', 'rechaza todo'],
  ])('reads «%s» as «%s»', (title, readable) => {
    expect(readableTitle({ title, task: '', cases: true })).toBe(readable)
  })
})
