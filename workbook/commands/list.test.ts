import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { ProjectCopy } from '../proof/support/project-copy.ts'
import { writeProgress } from '../proof/support/write-progress.ts'

describe('npm run lista', { timeout: 30_000 }, () => {
  let copy: ProjectCopy
  beforeEach(async () => {
    copy = await ProjectCopy.create()
  })
  afterEach(() => copy.remove())

  test('tells what is solved and what it took, and how to put it all together', async () => {
    const hints = { leerDuracion: { rung: 2, failures: 3 }, expiraEn: { rung: 1, failures: 4 } }
    writeProgress(copy, {
      '01-generar-el-token': { done: true, failures: 1, hints: { crearToken: { rung: 1, failures: 0 } } },
      '03-expiracion': { failures: 4, hints },
    })
    const { code, output } = await copy.run(['lista'])
    const rows = output.split('\n')
    expect([code, rows.length]).toEqual([0, 18])
    expect(rows[0]).toMatch(/^✓ 1\. Cómo generar el token {2,}1 fallo · 1 pista$/)
    expect(rows[1]).toBe('· 2. Cómo proteger rutas')
    expect(rows[2]).toMatch(/^· 3\. Configurar tiempos de expiración {2,}4 fallos · 3 pistas$/)
    expect(rows[8]).toMatch(/^· {4}Tu aplicación, entera {2,}npm run lesson final$/)
    expect(rows[9]).toBe('· 9. Renovar la sesión')
    expect(rows[13]).toMatch(/^· {4}Tu aplicación, ampliada {2,}npm run lesson ampliacion$/)
    expect(rows[15]).toBe('1 de 8 lecciones superadas')
    expect(rows[16]).toBe('Ampliación: 0 de 4 lecciones superadas')
  })
})
