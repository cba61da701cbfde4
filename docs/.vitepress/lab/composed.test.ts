import { describe, expect, test } from 'vitest'
import { loadLessons } from '../../../workbook/curriculum/lessons.ts'
import { requestsFor } from '../../../workbook/verdict/requests.ts'
import { signHs256 } from '../widgets/common/jwt.ts'
import { compose, toRequest } from './composed.ts'

const lessons = await loadLessons()
const [login, , bare, own, altered, broken] = requestsFor(lessons.at(-1)!, lessons) as Required<
  ReturnType<typeof requestsFor>
>
const token = await signHs256({ sub: '1' }, 'un-secreto-de-pruebas-con-32-bytes!')

describe('compose', () => {
  test('writes the body as JSON and says that it is', () => {
    expect(compose(login!, undefined)).toMatchObject({
      method: 'POST',
      path: '/login',
      headers: 'Content-Type: application/json',
      body: '{"email":"ana@example.com","password":"clave-ana"}',
    })
  })

  test('leaves a text as it is', () => {
    expect(compose(broken!, undefined)?.body).toBe('{"email":')
  })

  test('needs a token only where one is sent', () => {
    expect(compose(bare!, undefined)).toMatchObject({ headers: '', body: '' })
    expect(compose(own!, undefined)).toBeUndefined()
    expect(compose(own!, token)?.headers).toBe(`Authorization: Bearer ${token}`)
    expect(compose(altered!, token)?.headers).not.toContain(token)
  })
})

describe('toRequest', () => {
  const written = { method: 'GET', path: '/perfil', headers: '', body: '', secure: true }

  test('reads a header a line', () => {
    const headers = 'Authorization: Bearer a:b\n\nX-Uno:1'
    expect(toRequest({ ...written, headers })).toMatchObject({
      headers: { Authorization: 'Bearer a:b', 'X-Uno': '1' },
    })
  })

  test('sends no body if none is written', () => {
    expect(toRequest(written)).toMatchObject({ body: undefined })
  })

  test.each(['Authorization', 'Con espacio: 1', ': sin nombre', 'X-Salto: \u0007'])(
    'tells that %j is no header',
    (headers) => {
      expect(toRequest({ ...written, headers })).toEqual({ wrong: headers })
    },
  )
})
