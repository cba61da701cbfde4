import { describe, expect, test } from 'vitest'
import { lessonOf, ownerOf } from './names.ts'

const lesson = (slug: string, archivo: string) => ({ slug, manifest: { archivo } }) as never
const LESSONS = [
  lesson('01-generar-el-token', 'token.ts'),
  lesson('04-manejo-de-errores', 'errores.ts'),
  lesson('07-nunca-contrasenas', 'datos-sensibles.ts'),
] as { slug: string; manifest: { archivo: string } }[] as never[]

const owner = (name: string) => ownerOf(name, LESSONS)
const slugOf = (path: string) => (lessonOf(path, LESSONS) as { slug: string } | undefined)?.slug

describe('ownerOf', () => {
  test.each([
    ['Ana Pérez - token.ts', 'Ana Pérez', 'token.ts'],
    ['Ana Pérez_token (1).ts', 'Ana Pérez', 'token.ts'],
    ['token - Ana Pérez.ts', 'Ana Pérez', 'token.ts'],
    ['Ana Pérez - Datos sensibles.ts', 'Ana Pérez', 'datos-sensibles.ts'],
    ['Ana Pérez_12345_assignsubmission_file_token.ts', 'Ana Pérez', 'token.ts'],
    ['Ana Pérez_12345_assignsubmission_file_', 'Ana Pérez', 'Ana Pérez_12345_assignsubmission_file_'],
    ['Ana Pérez - token.ts.txt', 'Ana Pérez', 'token.ts.txt'],
    ['García, "Pepe".zip', 'García, "Pepe"', 'García, "Pepe".zip'],
    ['Anatoken.ts', 'Anatoken', 'Anatoken.ts'],
    ['token.ts', 'token', 'token.ts'],
  ])('reads whose %s is', (name, student, file) => {
    expect(owner(name)).toMatchObject({ student, file })
  })

  test('takes a name in two ways of writing its accents for one', () => {
    const [one, other] = ['NFC', 'NFD'].map((form) => owner('Íñigo Núñez - token.ts'.normalize(form)))
    expect(one).toEqual(other)
    expect(one?.student).toBe('Íñigo Núñez')
  })

  test('tells two students of one name apart by what Moodle calls them', () => {
    const [one, other] = [1, 2].map((id) => owner(`Ana_${id}_assignsubmission_file_token.ts`))
    expect(one?.key).not.toBe(other?.key)
  })
})

describe('lessonOf', () => {
  test.each([
    ['token.ts', '01-generar-el-token'],
    ['entrega final/TOKEN (2).ts', '01-generar-el-token'],
    ['Copia de token.ts', '01-generar-el-token'],
    ['token - copia.ts', '01-generar-el-token'],
    ['token.ts.txt', '01-generar-el-token'],
    ['Dátos sensibles.ts', '07-nunca-contrasenas'],
    ['cuaderno/lessons/04-manejo-de-errores/errores.ts', '04-manejo-de-errores'],
    ['04-manejo-de-errores/errores.ts', '04-manejo-de-errores'],
  ])('knows the lesson of %s', (path, slug) => {
    expect(slugOf(path)).toBe(slug)
  })

  test.each([
    'cuaderno/lessons/comun/errores.ts',
    'cuaderno/lessons/01-generar-el-token/leccion/errores.ts',
    'cuaderno/lessons/01-generar-el-token/errores.ts',
    'cuaderno/solutions/01-generar-el-token/token.ts',
    'node_modules/algo/token.ts',
    '__MACOSX/._token.ts',
    '._token.ts',
    'token.test.ts',
    'otra.ts',
  ])('takes %s for no exercise', (path) => {
    expect(slugOf(path)).toBeUndefined()
  })
})
