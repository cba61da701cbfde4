// A small lesson that is complete, over the skeleton of the one after the last: something to prove that adding one touches
// nothing of the engine.

export const ADDED = { number: 13, slug: '13-saludos-firmados', name: 'saludos-firmados' }

const FILE = `${ADDED.name}.ts`

const SOLUTION = `import { createHmac, type KeyObject } from 'node:crypto'

/** Lo que separa un saludo de su firma. */
const SEPARADOR = '.'

/** Lo que mide un saludo como mucho, en caracteres. */
const MAXIMO = 40

/** Así empieza un saludo; lo demás es el nombre. */
const PRINCIPIO = 'Hola, '

/** Con qué se calcula la firma. */
const ALGORITMO = 'sha256'

/** Un saludo para esa persona, sin los espacios que sobran. */
export function saludar(nombre: string): string {
  // #region saludar
  // Devuelve PRINCIPIO y el nombre sin espacios a los lados.
  // Si el saludo pasa de MAXIMO caracteres, lanza un RangeError.
  const saludo = PRINCIPIO + nombre.trim()
  if (saludo.length > MAXIMO) throw new RangeError('Saludo demasiado largo')
  return saludo
  // #endregion saludar
}

/** El saludo con su firma HMAC, separados por SEPARADOR. */
export function firmar(saludo: string, secreto: string | KeyObject): string {
  // #region firmar
  // Une el saludo y su HMAC-SHA256 en base64url con SEPARADOR.
  const firma = createHmac(ALGORITMO, secreto).update(saludo).digest('base64url')
  return saludo + SEPARADOR + firma
  // #endregion firmar
}
`

const SPEC = `import { describe, expect, test } from 'vitest'
import { pedir, SECRETO } from '#comun/pruebas.ts'
import { firmar, saludar } from '#ejercicio/${ADDED.slug}/${FILE}'
import { crearApp } from './app.ts'

const app = crearApp({ secreto: SECRETO })

describe('saludar', () => {
  test('saluda por su nombre', () => {
    expect(saludar('Ana'), 'Empieza por «Hola, » y sigue con el nombre').toBe('Hola, Ana')
  })
  test('quita los espacios de los lados', () => {
    expect(saludar(' Ana '), 'Quita los espacios con trim').toBe('Hola, Ana')
  })
  test('rechaza un nombre demasiado largo', () => {
    expect(() => saludar('a'.repeat(35)), 'Lanza un RangeError si pasa de MAXIMO').toThrow(RangeError)
  })
  test('admite el más largo que cabe', () => {
    const largo = 'a'.repeat(34)
    expect(() => saludar(largo), 'MAXIMO caracteres aún caben').not.toThrow(RangeError)
    expect(saludar(largo), 'No recortes el nombre').toHaveLength(40)
  })
})

describe('firmar', () => {
  test('conserva el saludo delante', () => {
    expect(firmar('Hola', SECRETO), 'El saludo va antes de SEPARADOR').toMatch(/^Hola[.]/)
  })
  test('da una firma distinta con otro secreto', () => {
    expect(firmar('Hola', 'otro'), 'La firma depende del secreto').not.toBe(firmar('Hola', SECRETO))
  })
  test('da una firma distinta a otro saludo', () => {
    const [, una] = firmar('Hola', SECRETO).split('.')
    const [, otra] = firmar('Adiós', SECRETO).split('.')
    expect(una, 'Firma el saludo, y no otra cosa').not.toBe(otra)
  })
  test('firma siempre igual y sin base64 corriente', () => {
    expect(firmar('Hola', SECRETO), 'Escribe la firma en base64url').toMatch(/^Hola[.][\\w-]{43}$/)
  })
  test('responde 403 en GET /saludo por HTTP sin cifrar', async () => {
    const res = await pedir(crearApp({ secreto: SECRETO, origen: 'https://localhost' }), '/saludo', 'x')
    expect(firmar('a', 'b'), 'Firma antes de servir').toContain('a.')
    expect(res.status, 'La ruta va detrás de exigirHttps').toBe(403)
  })
  test('saluda en GET /saludo', async () => {
    const res = await pedir(app, '/saludo')
    expect(res.body, 'La ruta devuelve lo que da firmar').toEqual({ saludo: firmar('Hola, Ana', SECRETO) })
  })
})
`

const mistake = (escribes: string, buscar: string, poner: string, veras: string, shown: boolean) =>
  `  {
    escribes: '${escribes}',
    buscar: '${buscar}',
    poner: '${poner}',
    veras: '${veras}',
    porque: 'La prueba lo nota.',
    arreglo: 'Vuelve a leer el enunciado.',${shown ? '\n    enPagina: true,' : ''}
  },`

const MISTAKES = `import type { ErrorTipico } from '#comun/leccion.ts'

export const errores: ErrorTipico[] = [
${[
  mistake(
    'olvidar el saludo',
    'PRINCIPIO + nombre',
    'nombre',
    'Empieza por «Hola, » y sigue con el nombre',
    true,
  ),
  mistake('olvidar trim', '.trim()', '', 'Quita los espacios con trim', true),
  mistake(
    'no mirar el largo',
    'saludo.length > MAXIMO',
    'false',
    'Lanza un RangeError si pasa de MAXIMO',
    true,
  ),
  mistake('contar uno de menos', 'length > MAXIMO', 'length >= MAXIMO', 'MAXIMO caracteres aún caben', true),
  mistake(
    'firmar sin el saludo',
    'return saludo + SEPARADOR',
    'return SEPARADOR',
    'El saludo va antes de SEPARADOR',
    false,
  ),
  mistake(
    'no usar el secreto',
    'ALGORITMO, secreto',
    'ALGORITMO, saludo',
    'La firma depende del secreto',
    false,
  ),
  mistake(
    'firmar otra cosa',
    'update(saludo)',
    'update(ALGORITMO)',
    'Firma el saludo, y no otra cosa',
    false,
  ),
  mistake(
    'base64 corriente',
    "digest(\\'base64url\\')",
    "digest(\\'hex\\')",
    'Escribe la firma en base64url',
    false,
  ),
].join('\n')}
]
`

const QUESTIONS = `import type { Pregunta } from '#comun/leccion.ts'

export const preguntas: Pregunta[] = ['primera', 'segunda', 'tercera'].map((cual) => ({
  enunciado: \`¿Es esta la \${cual}?\`,
  opciones: [
    { texto: 'Sí.', correcta: true, porque: 'Lo es.' },
    { texto: 'No.', porque: 'Sí lo es.' },
  ],
}))
`

const MANIFEST = `import type { Leccion } from '#comun/leccion.ts'
import { errores } from './leccion/errores.ts'
import { preguntas } from './leccion/preguntas.ts'

export const leccion: Leccion = {
  titulo: 'Saludos firmados',
  promesa: 'Firmarás un saludo.',
  minutos: 20,
  archivo: '${FILE}',
  https: true,
  pieza: { tarjeta: 'Firma un saludo.', nombre: 'firmar el saludo', via: 'guardia', logro: 'saluda con firma' },
  aprenderas: ['Firmar un texto.'],
  tareas: [
    { nombre: 'saludar', titulo: 'Saludar', pistas: ['Mira.', 'Usa trim.', 'Casi está.'] },
    { nombre: 'firmar', titulo: 'Firmar', pistas: ['Busca.', 'Usa createHmac.', 'Casi está.'] },
  ],
  ataques: [
    'rechaza un nombre demasiado largo',
    'da una firma distinta con otro secreto',
    'da una firma distinta a otro saludo',
    'responde 403 en GET /saludo por HTTP sin cifrar',
  ],
  solicitudes: [{ texto: 'sin token', metodo: 'GET', ruta: '/saludo' }],
  errores,
  preguntas,
}
`

/** What an author would write over the skeleton: the texts of some files, and what is left of the others. */
export function addedLesson(read: (path: string) => string): Record<string, string> {
  const { slug } = ADDED
  const app = `lessons/${slug}/app.ts`
  const page = `docs/lecciones/${slug}.md`
  return {
    [`solutions/${slug}/${FILE}`]: SOLUTION,
    [`lessons/${slug}/${ADDED.name}.test.ts`]: SPEC,
    [`lessons/${slug}/leccion.ts`]: MANIFEST,
    [`lessons/${slug}/leccion/errores.ts`]: MISTAKES,
    [`lessons/${slug}/leccion/preguntas.ts`]: QUESTIONS,
    [`lessons/${slug}/problema.ts`]: read(`lessons/${slug}/problema.ts`).replace(
      'PENDIENTE: provoca',
      'Provoca',
    ),
    [app]: read(app)
      .replace(/.*PENDIENTE.*\n/, '')
      .replace(
        'import { crearToken',
        `import { firmar as firmarSaludo, saludar } from '#ejercicio/${slug}/${FILE}'\nimport { crearToken`,
      )
      .replace(
        "  rutas.get('/perfil'",
        "  rutas.get('/saludo', (_req, res) => void res.json({ saludo: firmarSaludo(saludar('Ana'), secreto) }))\n  rutas.get('/perfil'",
      ),
    [page]: read(page)
      .replaceAll('PENDIENTE: ', '')
      .replace('#primera', '#saludar')
      .replace('#segunda', '#firmar'),
  }
}
