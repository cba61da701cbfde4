import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import { nodeArgs } from '../../curriculum/node-args.ts'
import { ROOT } from '../../curriculum/paths.ts'
import { findPython } from './python.ts'

const run = promisify(execFile)
const RECORDED = readFileSync(join(ROOT, 'docs', 'flask', 'respuestas.txt'), 'utf8')

// Where REQUIRE_FLASK is set, a machine without it fails instead of skipping.
const canRun = Boolean(process.env.REQUIRE_FLASK) || findPython() !== undefined
const skipped = canRun ? '' : ' (left out: no Python with flask_jwt_extended)'

describe('Flask and the workbook side by side', () => {
  test.runIf(canRun)(
    `answer what the page says that they answer${skipped}`,
    async () => {
      const script = join(ROOT, 'workbook', 'proof', 'flask', 'compare.ts')
      const { stdout } = await run(process.execPath, [...nodeArgs('solucion'), script], { cwd: ROOT })
      expect(stdout).toBe(RECORDED)
    },
    60_000,
  )

  test('differ only where the page says', () => {
    const different = [...RECORDED.matchAll(/^(.+)\n {2}Flask /gm)].map(([, request]) => request)
    expect(different).toEqual(['GET /perfil, con un token sin exp', 'GET /nada, ruta que no existe'])
  })
})
