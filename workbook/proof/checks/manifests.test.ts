import { describe, expect, test } from 'vitest'
import type { ErrorTipico, Pregunta, Tarea } from '../../../lessons/comun/leccion.ts'
import { fakeLesson, MANIFEST, SOLUTION, SPEC } from '../support/fake-lesson.ts'
import { checkManifests } from './manifests.ts'

const [first, second] = MANIFEST.tareas as [Tarea, Tarea]
const [mistake, ...mistakes] = MANIFEST.errores as [ErrorTipico, ...ErrorTipico[]]
const [question, ...questions] = MANIFEST.preguntas as [Pregunta, ...Pregunta[]]

const withManifest = (manifest: object) => ({ manifest })
const withSpec = (...[from, to]: [string | RegExp, string]) => ({ spec: SPEC.replace(from, to) })
const title = (text: string) => withSpec('saludar, caso 1', text)

/** The titles of what is wrong with a lesson that is in order except for these parts. */
function problems(parts: Parameters<typeof fakeLesson>[0]): string[] {
  const outcomes = checkManifests([fakeLesson(parts)])
  return outcomes.flatMap(({ title, problem }) => (problem ? title.replace('lección 1: ', '') : []))
}

describe('checkManifests', () => {
  test('finds nothing wrong with a lesson that is in order', () => {
    expect(problems({})).toEqual([])
  })

  test('names the number of the lesson', () => {
    expect(checkManifests([{ ...fakeLesson(), number: 7 }])[0]?.title).toMatch(/^lección 7: /)
  })

  test.each<[string, Parameters<typeof fakeLesson>[0]]>([
    ['2–5 TODO, uno por tarea', { solution: SOLUTION.replace(/.*gion despedir\n/g, '') }],
    ['una tarea por TODO', withManifest({ tareas: [first] })],
    ['ninguna línea pasa de 120 columnas', { solution: `// ${'x'.repeat(120)}\n${SOLUTION}` }],
    ['8–12 títulos de prueba', withSpec(/.*saludar, caso 1.*\n/, '')],
    ['8–12 títulos de prueba', { spec: SPEC.repeat(2) }],
    ['un describe por tarea, en orden', withSpec("describe('despedir'", "describe('otra'")],
    ['un describe por tarea, en orden', withManifest({ tareas: [second, first] })],
    ['títulos sin repetir', title('saludar, caso 2')],
    ['títulos de 12 palabras como mucho', title('a b c d e f g h i j k l m')],
    ['títulos sin «debería»', title('debería saludar')],
    ['títulos sin «debería»', title('Deberia saludar')],
    ['cada comprobación lleva su frase', withSpec("expect(1, 'frase')", 'expect(1)')],
    ['cada ataque es una de sus pruebas', withManifest({ ataques: ['saludar, caso 5'] })],
    ['un tercio de sus pruebas son ataques', withManifest({ ataques: ['saludar, caso 1'] })],
    ['su aplicación tiene las rutas de sus solicitudes', { app: "app.post('/saludo', saludo)" }],
    ['nada por escribir', { app: `// PENDIENTE: lo tuyo\napp.get('/saludo', saludo)` }],
    ['ningún texto vacío', withManifest({ promesa: ' ' })],
    ['ningún texto vacío', withManifest({ preguntas: [{ ...question, enunciado: '' }, ...questions] })],
    [
      'tres pistas distintas por tarea',
      withManifest({ tareas: [{ ...first, pistas: ['a', 'b', 'a'] }, second] }),
    ],
    [
      'su pieza tiene sitio en el mapa',
      withManifest({ pieza: { ...MANIFEST.pieza, antesDe: MANIFEST.tareas.length } }),
    ],
    ['20–45 minutos', withManifest({ minutos: 19 })],
    ['20–45 minutos', withManifest({ minutos: 46 })],
    [
      '4–6 errores típicos en la página',
      withManifest({ errores: MANIFEST.errores.map((e) => ({ ...e, enPagina: true })) }),
    ],
    ['errores típicos sin repetir', withManifest({ errores: [...MANIFEST.errores, mistakes.at(-1)] })],
    ['tres preguntas', withManifest({ preguntas: questions })],
    [
      'una opción correcta por pregunta',
      withManifest({ preguntas: [{ ...question, opciones: question.opciones.slice(1) }, ...questions] }),
    ],
  ])('notices when it does not hold: %s', (rule, parts) => {
    expect(problems(parts)).toContain(rule)
  })

  test('notices that there are too few typical mistakes', () => {
    const found = problems(withManifest({ errores: MANIFEST.errores.slice(0, 7) }))
    expect(found).toEqual([expect.stringMatching(/errores típicos o más$/)])
  })

  test.each([
    ['short', SOLUTION.replace(/(const LINEA.*\n)+/, '')],
    ['long', `${'// línea\n'.repeat(60)}${SOLUTION}`],
  ])('notices that the file is too %s', (_what, solution) => {
    expect(problems({ solution })).toEqual([expect.stringMatching(/mide 25–70 líneas$/)])
  })

  test('accepts a mistake that consists in leaving something out', () => {
    const errores = [{ ...mistake, poner: '' }, ...mistakes]
    expect(problems(withManifest({ errores }))).toEqual([])
  })

  test('tells what is wrong and where', () => {
    const [outcome] = checkManifests([fakeLesson(withManifest({ promesa: '' }))]).filter((o) => o.problem)
    expect(outcome?.problem).toBe('manifiesto.promesa')
  })
})
