import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'

const SERVIDOR = fileURLToPath(import.meta.resolve('./servidor.ts'))
const ENTORNO = `JWT_SECRETO=${'x'.repeat(32)}\n`

/** Arranca a mano la aplicación de la lección 3 en una carpeta con esos archivos, y espera a que termine. */
function arrancar(
  archivos: Record<string, string>,
  entorno: object = {},
): Promise<{ codigo: unknown; dice: string }> {
  const carpeta = mkdtempSync(join(tmpdir(), 'cuaderno-'))
  onTestFinished(() => rmSync(carpeta, { recursive: true, maxRetries: 20 }))
  mkdirSync(join(carpeta, '.cuaderno'))
  for (const [nombre, texto] of Object.entries(archivos)) writeFileSync(join(carpeta, nombre), texto)
  const { JWT_SECRETO: _, JWT_DURACION: __, PORT: ___, ...limpio } = process.env
  const opciones = { cwd: carpeta, env: { ...limpio, ...entorno } }
  const args = ['--conditions=solucion', '--import', import.meta.resolve('tsx'), SERVIDOR, '03-expiracion']
  return new Promise((resolver) => {
    execFile(process.execPath, args, opciones, (error, _salida, dice) =>
      resolver({ codigo: error?.code, dice }),
    )
  })
}

test.each([
  [
    'una base de datos estropeada',
    { '.env': ENTORNO, '.cuaderno/03-expiracion.db': 'ni una tabla. '.repeat(99) },
    {},
    /«\.cuaderno.03-expiracion\.db» .*bórralo/,
  ],
  ['el .env de otro proyecto', { '.env': 'API_KEY=1\n' }, {}, /JWT_SECRETO en \.env.*32 bytes/],
  ['una duración que no lo es', { '.env': `${ENTORNO}JWT_DURACION=1h\n` }, {}, /número entero de segundos/],
  ['un puerto que no lo es', { '.env': ENTORNO }, { PORT: 'ocho' }, /PORT vale «ocho»/],
])('con %s, no arranca y dice en una frase qué hacer', async (_caso, archivos, entorno, frase) => {
  const { codigo, dice } = await arrancar(archivos, entorno)
  expect(dice).toMatch(frase)
  expect(dice.trimEnd().split('\n')).toHaveLength(1)
  expect(codigo).toBe(1)
})
