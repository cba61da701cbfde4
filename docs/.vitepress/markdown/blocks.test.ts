import { describe, expect, test } from 'vitest'
import { loadLesson } from '../../../workbook/curriculum/lessons.ts'
import { renderPage } from '../../../workbook/proof/support/site-markdown.ts'

const { manifest } = await loadLesson(3)

const PAGE = 'lecciones/03-expiracion.md'
const render = (source: string) => renderPage(source, PAGE)

describe('lessonBlocks', () => {
  test.each([
    ['ficha', `lessons/03-expiracion/${manifest.archivo}`],
    ['aprenderas', `<li>${manifest.aprenderas[0]}</li>`],
    ['enunciado', '<strong>Leer la duración que configura quien arranca el servidor</strong>'],
    ['pistas', '<summary>Pista 3</summary>'],
    ['errores', '<li><strong>Cómo se arregla:</strong> '],
    ['museo', '<MuseumGate slug="03-expiracion" />'],
    ['cuestionario', '<Quiz slug="03-expiracion" :questions="['],
  ])('writes [[%s]] from the lesson of the page', async (name, expected) => {
    const html = await render(`antes\n\n[[${name}]]\n\ndespués`)
    expect(html).toContain(expected)
    expect(html).not.toContain(`[[${name}]]`)
  })

  test('stops the build at a block that does not exist', async () => {
    await expect(render('[[nada]]')).rejects.toThrow('03-expiracion: no existe el bloque [[nada]]')
  })

  test('leaves alone a block inside of a line', async () => {
    expect(await render('se escribe [[pistas]] sola')).toContain('[[pistas]]')
  })

  test('writes what a page of no lesson asks for', async () => {
    const html = await renderPage('antes\n\n[[conformidad]]\n\ndespués', 'desde-flask.md')
    expect(html).toContain('<th>Cuaderno</th>')
    expect(html).not.toContain('[[conformidad]]')
  })

  test('leaves alone the block of a lesson in another page', async () => {
    expect(await renderPage('[[pistas]]', 'glosario.md')).toContain('[[pistas]]')
  })
})
