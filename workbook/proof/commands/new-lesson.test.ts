import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ADDED, addedLesson } from '../support/added-lesson.ts'
import { DrivenSession } from '../support/driven-session.ts'
import { ProjectCopy } from '../support/project-copy.ts'
import { writeProgress } from '../support/write-progress.ts'

const { slug, name } = ADDED
const EXERCISE = `lessons/${slug}/${name}.ts`
const SOLUTION = `solutions/${slug}/${name}.ts`

// One lesson from nothing to its page, as an extension: the tests go in this order. Only the command and what
// an author writes over its skeleton touch the copy, and all of that lies in lessons/, solutions/ and docs/.
describe('npm run nueva-leccion', { timeout: 180_000 }, () => {
  let copy: ProjectCopy
  beforeAll(async () => {
    copy = await ProjectCopy.create()
  })
  afterAll(() => copy.remove())

  test('refuses in a sentence what cannot be', async () => {
    const { code, output } = await copy.run(['nueva-leccion', '3', 'otra'])
    expect([code, output]).toEqual([1, 'La lección 3 ya existe: es lessons/03-expiracion\n'])
  })

  test('writes every file of a lesson, none of them in workbook/', async () => {
    const { code, output } = await copy.run(['nueva-leccion', '13', name, '--ampliacion'])
    const written = output.match(/(?<=^ {2})\S+\/\S+$/gm) ?? []
    expect([code, written.length]).toEqual([0, 10])
    expect(written.filter((path) => !existsSync(join(copy.folder, path)))).toEqual([])
    expect(written.filter((path) => !/^(?:lessons|solutions|docs)\//.test(path))).toEqual([])
  })

  test('writes a skeleton in form, whose types are right', async () => {
    const include = ['lessons/indice.ts', `lessons/${slug}`, `solutions/${slug}`]
    copy.write('trece.json', JSON.stringify({ extends: './tsconfig.json', include, exclude: [] }))
    const complaints = await copy.evaluate(`
      const { complaintOf } = await load('proof/checks/run-tool.ts')
      return [
        await complaintOf('@biomejs/biome/bin/biome', ['check', 'lessons', 'solutions']),
        await complaintOf('typescript/bin/tsc', ['-p', 'trece.json']),
      ].filter(Boolean)`)
    copy.delete('trece.json')
    expect(complaints).toEqual([])
  })

  test('writes a skeleton that can be walked through, and verifica says what is left to write', async () => {
    const { code, output } = await copy.run(['verifica', '13'])
    const wrong = [...output.matchAll(/^✗ lección 13: (.*)$/gm)].map(([, title]) => title)
    expect(code).toBe(1)
    expect(wrong).toEqual([
      'el ejercicio mide 25–70 líneas',
      '8–12 títulos de prueba',
      'ocho errores típicos o más',
      '4–6 errores típicos en la página',
      'tres preguntas',
      'nada por escribir',
    ])
    expect(output).toContain(`${slug}.md:`)
  })

  test('a lesson that was written over it passes verifica', async () => {
    for (const [path, text] of Object.entries(addedLesson((path) => copy.read(path)))) copy.write(path, text)
    await copy.run(['stubs'])
    const { code, output } = await copy.run(['verifica', '13'])
    expect(output.match(/^✗.*\n.*/gm)).toBeNull()
    expect(code).toBe(0)
  })

  test('works in a session: red, solved, green, and its app speaks TLS', async () => {
    const session = new DrivenSession(copy, ['lesson', '13'])
    try {
      await session.says('Lección 13 · Saludos firmados', 'Aún falta el TODO 1: Saludar')
      session.save(join(copy.folder, EXERCISE), copy.read(SOLUTION))
      await session.says('Lección superada', 'n abre el último ejercicio')
      const address = await session.match(/http:\/\/127\.0\.0\.1:\d+/)
      const { status, headers } = await fetch(`${address}/saludo`, { redirect: 'manual' })
      expect([status, headers.get('location')]).toEqual([308, expect.stringMatching(/^https:.*\/saludo$/)])
      session.press('c')
      await session.says('GET /admin, con tu último token', 'GET /saludo, sin token')
      session.press('l')
      await session.says('8. Usa siempre HTTPS', 'Tu aplicación, entera', '13. Saludos firmados', 'ampliada')
    } finally {
      await session.close()
    }
  })

  test('leaves the book as complete as it was', async () => {
    const solved = JSON.parse(copy.read('.cuaderno/progreso.json'))
    expect(Object.keys(solved)).toEqual([slug])
    const { output } = await copy.run(['lista'])
    expect(output).toMatch(
      /npm run lesson final\n· 9\. [\s\S]*\n✓ 13\. Saludos firmados.*\n.*npm run lesson ampliacion\n/,
    )
    expect(output).toMatch(/\n0 de 8 lecciones superadas\nAmpliación: 1 de 5 lecciones superadas\n$/)

    const book = await copy.evaluate<string[]>(`
      const { loadBook } = await load('curriculum/lessons.ts')
      return (await loadBook()).map(({ slug }) => slug)`)
    writeProgress(copy, Object.fromEntries(book.map((slug) => [slug, { done: true }])))
    const all = await copy.run(['lista'])
    expect(all.output).toMatch(/\n· 13\. Saludos firmados/)
    expect(all.output).toMatch(/\n8 de 8 lecciones superadas\nAmpliación: 0 de 5 lecciones superadas\n$/)
    expect(await copy.evaluate("return (await load('session/choice.ts')).nextLesson()")).toBe('final')
  })

  test('is not asked for by check, which tells the book', async () => {
    const { output } = await copy.run(['check'])
    expect(output).toMatch(/\n0 de 8 lecciones superadas\n$/)
    expect(output).not.toContain('Saludos firmados')
  })

  test('leaves the book its final exercise, and gives the extension one of its own', async () => {
    const chosen = (name: string) =>
      copy.evaluate<{ numbers: number[]; app: string }>(`
        const { chooseLesson } = await load('session/choice.ts')
        const { appOf } = await load('curriculum/lesson.ts')
        const { lessons } = await chooseLesson('${name}')
        return { numbers: lessons.map(({ number }) => number), app: appOf(lessons).slug }`)
    expect(await chosen('final')).toEqual({ numbers: [1, 2, 3, 4, 5, 6, 7, 8], app: '08-https' })
    expect(await chosen('ampliacion')).toEqual({
      numbers: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13],
      app: slug,
    })
  })

  test('is in the data of the laboratory', async () => {
    const found = await copy.evaluate<{ titles: string[]; files: string[] }>(`
      const { collectLessons } = await load('lab/build/lesson-data.ts')
      const { lessons, files } = await collectLessons()
      return {
        titles: lessons.map(({ manifest }) => manifest.titulo),
        files: Object.keys(files).filter((path) => path.includes('${slug}')),
      }`)
    expect(found.titles.at(-1)).toBe('Saludos firmados')
    expect(found.files).toEqual(expect.arrayContaining([EXERCISE, SOLUTION, `lessons/${slug}/app.ts`]))
  })

  test('has its page in the site, after the book', async () => {
    await copy.evaluate(`
      const { writeFileSync } = await import('node:fs')
      const { loadLesson } = await load('curriculum/lessons.ts')
      const { produceOutputs } = await load('proof/outputs/outputs.ts')
      const { resultVariants } = await load('proof/outputs/result-outputs.ts')
      const { runVariants } = await load('runner/run-variants.ts')
      const lessons = [await loadLesson(13)]
      const outputs = await produceOutputs(lessons, await runVariants(resultVariants(lessons)))
      for (const { path, text } of outputs) writeFileSync(path, text)
      return null`)
    const site = join(copy.folder, 'sitio')
    mkdirSync(site)
    const { code, output } = await copy.run(['docs', 'build', site])
    expect(code, output).toBe(0)
    const page = readFileSync(join(site, 'lecciones', `${slug}.html`), 'utf8')
    expect(page).toContain('Firmarás un saludo.')
    expect(page.indexOf('Ampliación')).toBeGreaterThan(page.indexOf('8. Usa siempre HTTPS'))
  })
})
