import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { writeProgress } from '../support/write-progress.ts'
import { describeInTerminal, freshCopy, runIn } from './in-terminal.ts'

describeInTerminal('npm run repaso, by the screen only', () => {
  test.each([15, 24])('asks, explains and remembers, in 80 × %i', async (rows) => {
    const copy = await freshCopy()
    writeProgress(copy, { '02-proteger-rutas': { done: true, failures: 0, hints: {} } })
    const screen = runIn(copy, 'npm run --silent repaso', { columns: 80, rows })
    await screen.shows('Pregunta 1 de 5 · Lección 2 ·', '1. ', '2. ', '3. ', '4. ')
    await screen.try('1', 'Intro pasa a la siguiente; q termina')
    await screen.try('Enter', 'Pregunta 2 de 5 · Lección 2 ·')
    await screen.try('d', 'Intro pasa a la siguiente; q termina')
    await screen.try('q', 'Aciertos: ')
    expect(await screen.exit()).toBe(0)
    const kept = JSON.parse(readFileSync(join(copy.folder, '.cuaderno', 'repaso.json'), 'utf8'))
    expect(Object.keys(kept)).toHaveLength(2)
  })

  test('has something to say to who has solved nothing, and to who leaves at once', async () => {
    const copy = await freshCopy()
    const empty = runIn(copy, 'npm run --silent repaso')
    await empty.shows('Aún no hay nada que repasar: supera una lección con npm run lesson y vuelve')
    expect(await empty.exit()).toBe(0)
    writeProgress(copy, { '01-generar-el-token': { done: true, failures: 0, hints: {} } })
    const screen = runIn(copy, 'NO_COLOR=1 npm run --silent repaso')
    await screen.shows('Pregunta 1 de 5 · Lección 1 ·')
    expect(screen.colours).toEqual([])
    screen.press('C-c')
    await screen.shows('Lo dejas sin responder ninguna')
    expect(await screen.exit()).toBe(0)
  })
})
