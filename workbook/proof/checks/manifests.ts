import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Lesson } from '../../curriculum/lesson.ts'
import { ROOT } from '../../curriculum/paths.ts'
import {
  readSpecification,
  readTasks,
  type SpecTest,
  silentAssertions,
} from '../../curriculum/specification.ts'
import { regionNames } from '../../curriculum/stub.ts'
import { stubOf } from '../../curriculum/write-stubs.ts'
import { PENDING } from '../new-lesson/skeleton.ts'
import { none, type Outcome, outcome } from './outcome.ts'

const LONGEST_TITLE = 12
const LONGEST_LINE = 120
const ATTACKS_SHARE = 1 / 3

/** Each lesson is complete, has the form that every lesson has, and its place among all of them. */
export function checkManifests(lessons: readonly Lesson[], all = lessons): Outcome[] {
  return lessons.flatMap((lesson) => {
    const say = (title: string) => `lección ${lesson.number}: ${title}`
    return [
      ...exercise(lesson, say),
      ...specification(lesson, say),
      ...attacks(lesson, say),
      ...requests(lesson, say),
      ...texts(lesson, say),
      place(lesson, all, say),
      ...questions(lesson, say),
      none(say('nada por escribir'), unwritten(lesson)),
    ]
  })
}

type Say = (title: string) => string

function exercise(lesson: Lesson, say: Say): Outcome[] {
  const lines = stubOf(lesson).trimEnd().split('\n')
  const todos = regionNames(readFileSync(lesson.solution, 'utf8')).length
  return [
    outcome(say('2–5 TODO, uno por tarea'), !between(todos, 2, 5) && `hay ${todos}`),
    outcome(say('una tarea por TODO'), todos !== lesson.manifest.tareas.length && `${todos} TODO`),
    outcome(say('el ejercicio mide 25–70 líneas'), !between(lines.length, 25, 70) && `mide ${lines.length}`),
    none(
      say('ninguna línea pasa de 120 columnas'),
      lines.filter((line) => line.length > LONGEST_LINE),
    ),
  ]
}

function specification({ spec, manifest }: Lesson, say: Say): Outcome[] {
  const source = readFileSync(spec, 'utf8')
  const tests = readSpecification(source)
  const titles = tests.map(({ title }) => title)
  const names = manifest.tareas.map(({ nombre }) => nombre).join(', ')
  const tasks = readTasks(source).join(', ')
  return [
    outcome(say('8–12 títulos de prueba'), !between(titles.length, 8, 12) && `hay ${titles.length}`),
    outcome(say('un describe por tarea, en orden'), tasks !== names && `${tasks} frente a ${names}`),
    none(say('títulos sin repetir'), repeated(titles)),
    none(
      say('títulos de 12 palabras como mucho'),
      titles.filter((title) => title.split(' ').length > LONGEST_TITLE),
    ),
    none(
      say('títulos sin «debería»'),
      titles.filter((title) => /deber[ií]a/i.test(title)),
    ),
    none(
      say('cada comprobación lleva su frase'),
      silentAssertions(source).map((line) => `línea ${line}`),
    ),
  ]
}

function attacks({ spec, manifest: { ataques } }: Lesson, say: Say): Outcome[] {
  const tests = readSpecification(readFileSync(spec, 'utf8'))
  const attacking = tests.filter((test) => ataques.some((attack) => names(attack, test)))
  return [
    none(
      say('cada ataque es una de sus pruebas'),
      ataques.filter((attack) => !tests.some((test) => names(attack, test))),
    ),
    outcome(
      say('un tercio de sus pruebas son ataques'),
      attacking.length < tests.length * ATTACKS_SHARE && `${attacking.length} de ${tests.length}`,
    ),
  ]
}

/** An attack is called by the title of its test, or by that of one of its cases. */
function names(attack: string, { title, cases }: SpecTest): boolean {
  const [start = ''] = title.split(/[%$]/)
  return start.startsWith(attack) || (cases && start !== '' && attack.startsWith(start))
}

function requests({ folder, manifest: { solicitudes = [] } }: Lesson, say: Say): Outcome[] {
  const app = readFileSync(join(folder, 'app.ts'), 'utf8')
  return [
    none(
      say('su aplicación tiene las rutas de sus solicitudes'),
      solicitudes
        .filter(({ metodo, ruta }) => !app.includes(`.${metodo.toLowerCase()}('${ruta}'`))
        .map(({ metodo, ruta }) => `${metodo} ${ruta}`),
    ),
  ]
}

function texts({ manifest }: Lesson, say: Say): Outcome[] {
  const inPage = manifest.errores.filter(({ enPagina }) => enPagina).length
  return [
    none(say('ningún texto vacío'), emptyTexts(manifest)),
    none(
      say('tres pistas distintas por tarea'),
      manifest.tareas.filter(({ pistas }) => new Set(pistas).size !== 3).map(({ nombre }) => nombre),
    ),
    outcome(say('20–45 minutos'), !between(manifest.minutos, 20, 45) && `dice ${manifest.minutos}`),
    outcome(
      say('ocho errores típicos o más'),
      manifest.errores.length < 8 && `hay ${manifest.errores.length}`,
    ),
    outcome(say('4–6 errores típicos en la página'), !between(inPage, 4, 6) && `hay ${inPage}`),
    none(say('errores típicos sin repetir'), repeated(manifest.errores.map(({ escribes }) => escribes))),
  ]
}

/** The map of the application finds where its piece goes. */
function place({ number, manifest: { pieza } }: Lesson, lessons: readonly Lesson[], say: Say): Outcome {
  const { antesDe, via } = pieza
  const next = lessons.find((lesson) => lesson.number === antesDe)
  const found = antesDe === undefined || (next?.manifest.pieza.via === via && next.number < number)
  return outcome(
    say('su pieza tiene sitio en el mapa'),
    !found && `en la vía «${via}» no hay antes ninguna pieza de la lección ${antesDe}`,
  )
}

function questions({ manifest: { preguntas } }: Lesson, say: Say): Outcome[] {
  const answers = preguntas.map(({ opciones }) => opciones.filter(({ correcta }) => correcta).length)
  return [
    outcome(say('tres preguntas'), preguntas.length !== 3 && `hay ${preguntas.length}`),
    outcome(
      say('una opción correcta por pregunta'),
      answers.some((count) => count !== 1) && answers.join(', '),
    ),
  ]
}

/** Where the skeleton of a lesson still says that its author has to write. */
function unwritten({ slug, folder, solution, exercise }: Lesson): string[] {
  const own = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && name !== basename(exercise))
    .map((name) => join(folder, name))
  const page = join(ROOT, 'docs', 'lecciones', `${slug}.md`)
  return [solution, ...own, page].filter(existsSync).flatMap((file) => {
    const lines = readFileSync(file, 'utf8').split('\n')
    return lines.flatMap((line, index) => (line.includes(PENDING) ? [`${basename(file)}:${index + 1}`] : []))
  })
}

/** Where in a manifest there is a text with nothing in it. */
function emptyTexts(value: unknown, path = 'manifiesto'): string[] {
  if (typeof value === 'string') return value.trim() ? [] : [path]
  if (typeof value !== 'object' || value === null) return []
  // A mistake may consist in leaving something out.
  return Object.entries(value)
    .filter(([key]) => key !== 'poner')
    .flatMap(([key, child]) => emptyTexts(child, `${path}.${key}`))
}

function repeated(texts: readonly string[]): string[] {
  return texts.filter((text, index) => texts.indexOf(text) !== index)
}

function between(value: number, least: number, most: number): boolean {
  return value >= least && value <= most
}
