import { execFileSync } from 'node:child_process'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { ProjectCopy } from '../proof/support/project-copy.ts'

describe('main', { timeout: 30_000 }, () => {
  let copy: ProjectCopy
  beforeEach(async () => {
    copy = await ProjectCopy.create()
  })
  afterEach(() => copy.remove())

  test('tells the commands that there are instead of one that it does not know', async () => {
    const { code, output } = await copy.run(['baila'])
    expect(code).toBe(1)
    expect(output).toContain('No conozco la orden «baila».')
    expect(output).toContain('npm run lesson 3')
  })

  test.each([
    ['check', '13'],
    ['problema', 'tres'],
  ])('tells the lessons that there are, and ends: %s %s', async (command, name) => {
    const { code, output } = await copy.run([command, name])
    const sentence = `No existe la lección «${name}»: elige un número del 1 al 12, «final» o «ampliacion»\n`
    expect([code, output]).toEqual([1, sentence])
  })

  const git = (...args: string[]) => execFileSync('git', args, { cwd: copy.folder })

  test('tells how to get back the folder of a lesson', async () => {
    git('init', '--quiet')
    git('add', 'lessons')
    copy.delete('lessons/03-expiracion')
    const { code, output } = await copy.run(['problema', '3'])
    const sentence =
      'Falta la carpeta lessons/03-expiracion: recupérala con «git checkout -- lessons/03-expiracion»\n'
    expect([code, output]).toEqual([1, sentence])
  })

  test('tells how to get back a file of the notebook', async () => {
    git('init', '--quiet')
    git('add', 'lessons')
    copy.delete('lessons/03-expiracion/leccion/errores.ts')
    const { code, output } = await copy.run(['problema', '3'])
    expect(code).toBe(1)
    expect(output).toMatch(
      /^Falta un archivo del cuaderno: recupéralo con «git checkout -- .*errores\.ts»\n$/,
    )
  })

  test('does not send to git where there is none', async () => {
    const path = 'lessons/03-expiracion/leccion/errores.ts'
    copy.delete(path)
    const { code, output } = await copy.run(['problema', '3'])
    const sentence = `Falta ${path}: tráelo de otra copia del cuaderno, que puedes crear con npm create cuaderno-jwt otra`
    expect([code, output]).toEqual([1, `${sentence}\n`])
  })

  test('does not send to git for what nobody has written yet', async () => {
    git('init', '--quiet')
    git('add', 'lessons')
    copy.delete('lessons/03-expiracion/leccion/errores.ts')
    const known = await copy.run(['problema', '3'])
    expect(known.output).toContain('git checkout')
    git('rm', '--quiet', '--cached', 'lessons/03-expiracion/leccion/errores.ts')
    const { code, output } = await copy.run(['problema', '3'])
    const sentence = 'Falta lessons/03-expiracion/leccion/errores.ts y git no lo conoce: escríbelo, o quita'
    expect([code, output.slice(0, sentence.length)]).toEqual([1, sentence])
  })

  test('takes the blame for anything else and keeps the detail', async () => {
    copy.write(
      'lessons/03-expiracion/leccion/errores.ts',
      "export const errores = []\nthrow new Error('roto')",
    )
    const { code, output } = await copy.run(['problema', '3'])
    expect(code).toBe(1)
    expect(output).toContain('El cuaderno ha fallado y no es culpa tuya: roto')
    expect(copy.read('.cuaderno/error.log')).toContain('errores.ts')
  })
})
