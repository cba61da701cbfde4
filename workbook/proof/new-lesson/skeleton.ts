// The files of a lesson that does not exist yet: they pass every check of form, and say what is to be written.
import { deriveStub } from '../../curriculum/stub.ts'

/** Marks, in every file of the skeleton, what its author has to write; `verifica` finds what is left. */
export const PENDING = 'PENDIENTE'

/** What the skeleton is made from. */
export interface Plan {
  number: number
  /** Name of its folders: `09-mi-leccion`. */
  slug: string
  /** The exercise: `mi-leccion.ts`. */
  file: string
  /** The lesson whose app it goes on from. */
  previous: { slug: string; app: string; https: boolean }
}

/** The text of each file, by its path inside of the project. */
export function skeleton(plan: Plan): Record<string, string> {
  const { slug, file } = plan
  const lesson = `lessons/${slug}`
  return {
    [`solutions/${slug}/${file}`]: SOLUTION,
    [`${lesson}/${file}`]: deriveStub(SOLUTION),
    [`${lesson}/${file.replace('.ts', '.test.ts')}`]: specification(plan),
    [`${lesson}/app.ts`]: app(plan),
    [`${lesson}/problema.ts`]: scene(plan),
    [`${lesson}/leccion.ts`]: manifest(plan),
    [`${lesson}/leccion/errores.ts`]: MISTAKES,
    [`${lesson}/leccion/preguntas.ts`]: QUESTIONS,
    [`docs/lecciones/${slug}.md`]: page(plan),
  }
}

/** The list of lessons with one more, in the list of its part and in order. */
export function indexWith(slug: string, part: 'LIBRO' | 'AMPLIACION', index: string): string {
  const list = new RegExp(`(const ${part}: Record<string, Cargar> = \\{)([^}]*)\\}`)
  return index.replace(list, (_all, start: string, body: string) => {
    const lines = body.split('\n').filter((line) => line.trim())
    const all = [...lines, `  '${slug}': () => import('./${slug}/leccion.ts'),`].sort()
    return [start, ...all, '}'].join('\n')
  })
}

const SOLUTION = `/** ${PENDING}: para qué sirve, y qué recibe y devuelve si su tipo no lo dice. */
export function primera(texto: string): string {
  // #region primera
  // ${PENDING}: el enunciado del TODO, en una línea o en las que hagan falta.
  return texto.trim()
  // #endregion primera
}

/** ${PENDING}: otra función; son de dos a cinco, y el archivo, de 25 a 70 líneas. */
export function segunda(texto: string): number {
  // #region segunda
  // ${PENDING}: el enunciado del TODO.
  return texto.length
  // #endregion segunda
}
`

const SENTENCE = `${PENDING}: nombra el error probable y di dónde mirar`

function specification({ slug, file }: Plan): string {
  return `import { describe, expect, test } from 'vitest'
import { pedir, SECRETO } from '#comun/pruebas.ts'
import { primera, segunda } from '#ejercicio/${slug}/${file}'
import { crearApp } from './app.ts'

const app = crearApp({ secreto: SECRETO })

describe('primera', () => {
  test('quita los espacios de los lados', () => {
    expect(primera(' a '), '${SENTENCE}').toBe('a')
  })
})

describe('segunda', () => {
  test('cuenta los caracteres', () => {
    expect(segunda('abc'), '${SENTENCE}, con otra frase').toBe(3)
  })

  // ${PENDING}: una prueba de la aplicación con tu módulo; un tercio de las pruebas son ataques.
  test('no abre GET /perfil sin token', async () => {
    expect(segunda(''), '${SENTENCE}, con una tercera frase').toBe(0)
    const res = await pedir(app, '/perfil')
    expect(res.status, '${SENTENCE}, con una cuarta frase').toBe(401)
  })
})
`
}

/** Its own app is that of the lesson before, whose module is a solution from here on. */
function app({ slug, file, previous }: Plan): string {
  const region = '// #region composicion\n'
  const note = `// ${PENDING}: agrega aquí lo tuyo, de '#ejercicio/${slug}/${file}'.\n`
  return previous.app.replaceAll("'#ejercicio/", "'#solucion/").replace(region, region + note)
}

function scene({ previous }: Plan): string {
  return `import { escena } from '#comun/escena.ts'
import { SECRETO } from '#comun/pruebas.ts'
import { crearApp } from '../${previous.slug}/app.ts'

// #region escena
// ${PENDING}: provoca el fallo del que parte la lección.
await escena(crearApp({ secreto: SECRETO }), async (pedir) => {
  await pedir('/perfil')
})
// #endregion escena
`
}

function manifest({ file, previous }: Plan): string {
  return `import type { Leccion } from '#comun/leccion.ts'
import { errores } from './leccion/errores.ts'
import { preguntas } from './leccion/preguntas.ts'

export const leccion: Leccion = {
  titulo: '${PENDING}: título',
  promesa: '${PENDING}: qué sabrá hacer quien la termine, en una frase.',
  minutos: 25,
  archivo: '${file}',
${previous.https ? '  https: true,\n' : ''}  pieza: {
    tarjeta: '${PENDING}: qué hace quien la construye, en imperativo y en una frase.',
    nombre: '${PENDING}: qué hace la pieza',
    // ${PENDING}: la vía en la que actúa y, si no es detrás de las que ya hay, \`antesDe\`: el número de la siguiente.
    via: 'guardia',
    logro: '${PENDING}: completa «Ahora tu API …»',
  },
  aprenderas: ['${PENDING}: de tres a cinco verbos observables.'],
  tareas: [
    {
      nombre: 'primera',
      titulo: '${PENDING}: qué hay que conseguir, en infinitivo',
      pistas: ['${PENDING}: dónde mirar.', '${PENDING}: qué herramienta.', '${PENDING}: casi el código.'],
    },
    {
      nombre: 'segunda',
      titulo: '${PENDING}: qué hay que conseguir, en infinitivo',
      pistas: ['${PENDING}: dónde mirar.', '${PENDING}: qué herramienta.', '${PENDING}: casi el código.'],
    },
  ],
  // ${PENDING}: más títulos de pruebas que atacan la aplicación, hasta un tercio de todas.
  ataques: ['no abre GET /perfil sin token'],
  // ${PENDING}: las solicitudes que aquí se pueden hacer por primera vez; si no hay ninguna, borra el campo.
  solicitudes: [],
  errores,
  preguntas,
}
`
}

const MISTAKES = `import type { ErrorTipico } from '#comun/leccion.ts'

// ${PENDING}: ocho o más, de cuatro a seis de ellos con enPagina.
export const errores: ErrorTipico[] = [
  {
    escribes: 'olvidar \`trim\`',
    buscar: 'return texto.trim()',
    poner: 'return texto',
    veras: '${SENTENCE}',
    porque: '${PENDING}: por qué falla.',
    arreglo: '${PENDING}: cómo se arregla.',
    enPagina: true,
  },
]
`

const QUESTIONS = `import type { Pregunta } from '#comun/leccion.ts'

// ${PENDING}: tres, con una sola opción correcta en cada una.
export const preguntas: Pregunta[] = [
  {
    enunciado: '${PENDING}: la pregunta',
    opciones: [
      { texto: '${PENDING}: la buena.', correcta: true, porque: '${PENDING}: por qué lo es.' },
      { texto: '${PENDING}: otra.', porque: '${PENDING}: por qué no.' },
    ],
  },
]
`

function page({ number, slug, file }: Plan): string {
  const output = `@/salidas/${String(number).padStart(2, '0')}`
  return `---
title: "${PENDING}: el título del manifiesto"
description: "${PENDING}: su promesa."
---
# ${number}. ${PENDING}: título

[[ficha]]

## Qué vas a aprender

[[aprenderas]]

## El problema

${PENDING}: qué hace mal la aplicación de la lección anterior.

\`\`\`sh
npm run problema ${number}
\`\`\`

<<< @/../lessons/${slug}/problema.ts#escena{ts} [problema.ts]
<<< ${output}-problema.txt{txt} [Salida]

## La idea

${PENDING}: lo que hay que entender para arreglarlo.

<<< @/../lessons/${slug}/app.ts#composicion{ts} [app.ts]

## Pruébalo

${PENDING}: qué cambiar en la escena y qué observar.

## Tu turno

Abre \`lessons/${slug}/${file}\`.
Deja esta orden en marcha y edita; cada vez que guardes, las pruebas se repiten:

\`\`\`sh
npm run lesson ${number}
\`\`\`

<LiveStatus />

<Laboratory lesson="${slug}" />

Estas son las tareas, con lo que exigen sus pruebas:

[[enunciado]]

Al principio está todo en rojo:

<<< ${output}-rojo.txt{txt} [Al empezar]

Y así queda cuando terminas:

<<< ${output}-verde.txt{txt} [Al terminar]

## Pistas

[[pistas]]

## Cómo lo resolvimos

::: details Ver la solución
<<< @/../solutions/${slug}/${file}#primera{ts} [${file}]
<<< @/../solutions/${slug}/${file}#segunda{ts} [${file}]
:::

${PENDING}: por qué así y no de otra manera.

## Errores típicos

[[errores]]

### Museo de respuestas equivocadas

[[museo]]

## En producción

${PENDING}: hasta dónde protege y qué más hace falta.

## Comprueba lo que sabes

[[cuestionario]]

## En resumen

- ${PENDING}: de tres a cinco frases.

**Qué sigue.** ${PENDING}: qué queda por resolver.

<LessonDone slug="${slug}" />
`
}
