import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Leccion } from '../../../lessons/comun/leccion.ts'
import type { Lesson } from '../../curriculum/lesson.ts'
import { deriveStub } from '../../curriculum/stub.ts'
import { tempFolder } from './temp-folder.ts'

const FILLING = Array.from({ length: 20 }, (_, index) => `const LINEA_${index} = ${index}`).join('\n')

export const SOLUTION = `${FILLING}

export function saludar(nombre: string): string {
  // #region saludar
  // Devuelve un saludo con el nombre.
  return \`Hola, \${nombre}\`
  // #endregion saludar
}

export function despedir(nombre: string): string {
  // #region despedir
  // Devuelve una despedida con el nombre.
  return \`Adiós, \${nombre}\`
  // #endregion despedir
}
`

const testsOf = (name: string) =>
  [1, 2, 3, 4].map((n) => `  test('${name}, caso ${n}', () => expect(1, 'frase').toBe(1))`).join('\n')

export const SPEC = `describe('saludar', () => {
${testsOf('saludar')}
})
describe('despedir', () => {
${testsOf('despedir')}
})
`

export const MANIFEST: Leccion = {
  titulo: 'Saludos',
  promesa: 'Saludarás.',
  minutos: 25,
  archivo: 'saludos.ts',
  pieza: { tarjeta: 'Saluda.', nombre: 'saludar', via: 'login', logro: 'saluda' },
  aprenderas: ['Saludar', 'Despedirte'],
  tareas: [
    { nombre: 'saludar', titulo: 'Saludar por su nombre', pistas: ['mira', 'usa', 'copia'] },
    { nombre: 'despedir', titulo: 'Despedir por su nombre', pistas: ['busca', 'prueba', 'escribe'] },
  ],
  errores: Array.from({ length: 9 }, (_, index) => ({
    escribes: `error ${index + 1}`,
    buscar: `texto ${index + 1}`,
    poner: '',
    veras: `verás ${index + 1}`,
    porque: `porque ${index + 1}`,
    arreglo: `arreglo ${index + 1}`,
    ...(index < 5 && { enPagina: true as const }),
  })),
  ataques: ['saludar, caso 1', 'saludar, caso 2', 'despedir, caso 1'],
  solicitudes: [{ texto: 'sin nombre', metodo: 'GET', ruta: '/saludo' }],
  preguntas: [1, 2, 3].map((number) => ({
    enunciado: `¿Pregunta ${number}?`,
    opciones: [
      { texto: 'una', correcta: true, porque: 'lo es' },
      { texto: 'otra', porque: 'no lo es' },
    ],
  })),
}

const APP = "app.get('/saludo', saludo)\n"

interface Parts {
  solution?: string
  /** The learner's text; by default, the starting file. */
  exercise?: string
  spec?: string
  manifest?: Partial<Leccion>
  app?: string
}

/** A small lesson that is in order, with its files in a temporary folder, except for these parts. */
export function fakeLesson({
  solution = SOLUTION,
  exercise,
  spec = SPEC,
  manifest,
  app = APP,
}: Parts = {}): Lesson {
  const folder = tempFolder()
  const files = {
    folder,
    exercise: join(folder, 'saludos.ts'),
    spec: join(folder, 'saludos.test.ts'),
    solution: join(folder, 'solucion', 'saludos.ts'),
  }
  mkdirSync(join(folder, 'solucion'))
  writeFileSync(files.solution, solution)
  writeFileSync(files.exercise, exercise ?? deriveStub(solution))
  writeFileSync(files.spec, spec)
  writeFileSync(join(folder, 'app.ts'), app)
  return { number: 1, slug: '01-saludos', part: 'book', manifest: { ...MANIFEST, ...manifest }, ...files }
}
