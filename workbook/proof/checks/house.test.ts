import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ProjectCopy } from '../support/project-copy.ts'

const AFTER = '02-proteger-rutas/guardia.ts'

describe('checkHouse', { timeout: 30_000 }, () => {
  let copy: ProjectCopy
  let problems: string[]

  beforeAll(async () => {
    copy = await ProjectCopy.create()
    const prepend = (path: string, text: string) => copy.write(path, text + copy.read(path))
    copy.write('lessons/apuntes.md', 'mis notas')
    copy.write('lessons/01-generar-el-token/suelto.ts', 'export {}')
    copy.write('solutions/01-generar-el-token/otro.ts', 'export {}')
    prepend(
      'solutions/01-generar-el-token/token.ts',
      `import '#solucion/${AFTER}'\nimport x from '#solucion/${AFTER}'\n`,
    )
    prepend('lessons/01-generar-el-token/app.ts', `import { leerBearer } from '#ejercicio/${AFTER}'\n`)
    prepend(
      'solutions/03-expiracion/expiracion.ts',
      "import y from '#ejercicio/03-expiracion/expiracion.ts'\n",
    )
    prepend('lessons/04-manejo-de-errores/app.ts', "import z from '../../workbook/curriculum/node-args.ts'\n")
    copy.delete('docs/lecciones/05-revocar-tokens.md')
    const manifest = / {2}'05-revocar-tokens': .*\n/
    const index = copy.read('lessons/indice.ts')
    const [line = ''] = manifest.exec(index) ?? []
    copy.write('lessons/indice.ts', index.replace(line, '').replace(/AMPLIACION: .* = \{/, `$&\n${line}`))
    problems = await copy.problems('house.ts', 'checkHouse')
  }, 30_000)
  afterAll(() => copy.remove())

  const of = (title: string) => problems.find((problem) => problem.startsWith(`${title}: `))
  const importing = (number: number) =>
    of(`lección ${number}: nada importa una lección posterior ni el motor`)

  test('notices a stray file among the lessons', () => {
    expect(of('lessons/: ninguna carpeta de más')).toContain('apuntes.md')
  })

  test('notices stray files in a lesson and in its solution', () => {
    const problem = of('lección 1: ningún archivo de más')
    expect([problem?.includes('suelto.ts'), problem?.includes('otro.ts')]).toEqual([true, true])
  })

  test('notices a solution that imports a later lesson', () => {
    expect(importing(1)).toContain(`from '#solucion/02-`)
  })

  test('notices an app that imports the exercise of another lesson', () => {
    expect(importing(1)).toContain(`from '#ejercicio/02-`)
  })

  test('notices a solution that imports the exercise', () => {
    expect(importing(3)).toContain(`from '#ejercicio/03-`)
  })

  test('notices a lesson that knows the engine', () => {
    expect(importing(4)).toContain('app.ts')
  })

  test('notices a lesson without its page', () => {
    expect(of('lección 5: tiene su página')).toContain('falta en docs/lecciones')
  })

  test('notices an extension in the middle of the book', () => {
    expect(of('lessons/indice.ts: las ampliaciones van después del libro')).toContain('05-revocar-tokens')
  })

  test('finds nothing else', () => {
    expect(problems).toHaveLength(7)
  })
})
