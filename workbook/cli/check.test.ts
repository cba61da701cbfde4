import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { ProjectCopy } from '../testing/project-copy.ts'

const NOT_OURS = 'Se ha cargado un archivo de solutions/: aquí solo valen tus módulos'

describe('check', { timeout: 60_000 }, () => {
  let copy: ProjectCopy
  beforeEach(async () => {
    copy = await ProjectCopy.create()
  })
  afterEach(() => copy.remove())

  const done = (slug: string) => JSON.parse(copy.read('.cuaderno/progreso.json'))[slug].done

  test('is red with the starting file and says what to do first', async () => {
    const { code, output } = await copy.run(['check', '3'])
    expect(code).toBe(1)
    expect(output.replace(/\s+/g, ' ')).toContain(
      'Aún falta el TODO 1: Leer la duración que configura quien arranca el servidor',
    )
    expect(done('03-expiracion')).toBe(false)
  })

  test('is green with the solution', async () => {
    copy.solve(3)
    const { code, output } = await copy.run(['check', '3'])
    expect(code).toBe(0)
    expect(output).toMatch(/(\d+) de \1 pruebas en verde/)
    expect(done('03-expiracion')).toBe(true)
  })

  test('is red if one of the lessons is, and shows how each one is', async () => {
    copy.solve(3)
    copy.write(copy.exercisePath(5), '')
    const { code, output } = await copy.run(['check'])
    expect(code).toBe(1)
    expect(output).toContain('✓ 3. Configurar tiempos de expiración')
    expect(output).toContain('revocacion.ts está vacío: deshaz el cambio en tu editor')
    expect(output).toContain('1 de 8 lecciones superadas')
  })

  test('is green for the eight modules together', async () => {
    for (let number = 1; number <= 8; number++) copy.solve(number)
    const { code, output } = await copy.run(['check', 'final'])
    expect([code, output.includes(NOT_OURS)]).toEqual([0, false])
    expect(output).toContain('8 de 8 lecciones superadas')
  })

  test('notices that the eight modules together use a solution', async () => {
    for (let number = 1; number <= 8; number++) copy.solve(number)
    const cheat = "import '../../solutions/01-generar-el-token/token.ts'\n"
    copy.write(copy.exercisePath(2), cheat + copy.solution(2))
    const { code, output } = await copy.run(['check', 'final'])
    expect([code, output.includes(NOT_OURS)]).toEqual([1, true])
  })

  test('prints no colours to a file', async () => {
    const { output } = await copy.run(['check', '3'])
    expect(output).not.toContain('\u001b')
  })
})
