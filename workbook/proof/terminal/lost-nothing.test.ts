import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { ProjectCopy } from '../support/project-copy.ts'
import { seeded } from '../support/seeded.ts'
import { describeInTerminal, freshCopy, runIn } from './in-terminal.ts'

// Whatever they open, leave, ask or confirm: every key but those that end the session or open a window.
const KEYS = ['p', 's', 'r', 'r', 'd', 'l', 'n', 'i', 'c', '1', 'x', '?', 'Up', 'Down', 'Enter', 'Escape']
const STEPS = 40
const BETWEEN_MS = 150

const pause = () => new Promise((resolve) => setTimeout(resolve, BETWEEN_MS))

/** Every text that can still be found: in the exercises and in the copies that were kept. */
function textsOnDisk(copy: ProjectCopy): string[] {
  return ['lessons', '.cuaderno'].flatMap((name) => {
    const folder = join(copy.folder, name)
    const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
  })
}

describeInTerminal('a session', () => {
  test('brings back with d what r took away', async () => {
    const copy = await freshCopy()
    const stub = readFileSync(copy.exercise(2), 'utf8')
    const mine = `${stub}\n// lo mío`
    writeFileSync(copy.exercise(2), mine)
    const screen = runIn(copy, 'npm run --silent lesson 2')
    await screen.shows('Qué hacer:')
    await screen.try('r', 'para reiniciar, pulsa r otra vez')
    await screen.try('r', 'vuelve a ser el archivo de partida')
    expect(readFileSync(copy.exercise(2), 'utf8')).toBe(stub)
    await screen.try('d', 'vuelve a tener lo que había antes')
    expect(readFileSync(copy.exercise(2), 'utf8')).toBe(mine)
  })

  test('says what a key did until somebody saves, and no longer', async () => {
    const copy = await freshCopy()
    copy.solve(1)
    const screen = runIn(copy, 'npm run --silent lesson 1')
    await screen.shows('Lección superada')
    await screen.try('s', 'Tu archivo es igual que la solución')
    writeFileSync(copy.exercise(1), `// un intento\n${copy.solution(1)}`)
    await screen.shows('Lección superada')
    await expect.poll(() => screen.text).not.toContain('igual que la solución')
    await screen.try('r', 'para reiniciar, pulsa r otra vez')
    await screen.try('r', 'vuelve a ser el archivo de partida', 'Aún falta el TODO 1')
    screen.press('Escape')
    await expect.poll(() => screen.text).not.toContain('vuelve a ser')
    expect(screen.text).not.toContain('no hace nada')
  })

  test('that is killed leaves nothing running, and the next one goes on where it was', async () => {
    const copy = await freshCopy()
    const screen = runIn(copy, 'npm run --silent lesson 1')
    await screen.shows('Qué hacer:')
    copy.solve(1)
    await screen.shows('Lección superada')
    await screen.try('n', 'Lección 2', 'Qué hacer:')
    await screen.try('p', 'Pista 1 de 3')
    expect(await screen.crash()).toEqual([])
    expect(readFileSync(copy.exercise(1), 'utf8')).toBe(copy.solution(1))
    const again = runIn(copy, 'npm run --silent lesson')
    await again.shows('Lección 2', 'Cuaderno', 'Qué hacer:')
    await again.try('p', 'La siguiente se abre después de otro intento')
  })

  test.each([1, 2, 3])('keeps every text on disk, whatever keys and saves come: life %i', async (seed) => {
    const copy = await freshCopy()
    const pick = seeded(seed)
    const screen = runIn(copy, 'npm run --silent lesson 1')
    await screen.shows('Qué hacer:')
    const saved: string[] = []
    for (let step = 0; step < STEPS; step += 1) {
      if (pick(4) === 0) {
        const number = 1 + pick(2)
        const text = `// vida ${seed}, paso ${step}\n`
        // What the save replaces is the learner's own doing; the rest is the session's.
        saved.splice(
          0,
          saved.length,
          ...saved.filter((one) => one !== readFileSync(copy.exercise(number), 'utf8')),
        )
        writeFileSync(copy.exercise(number), text)
        saved.push(text)
      } else screen.press(KEYS[pick(KEYS.length)] ?? 'p')
      await pause()
    }
    const onDisk = textsOnDisk(copy)
    expect(saved.filter((text) => !onDisk.includes(text))).toEqual([])
  })

  test('fits in a narrow terminal without colours', async () => {
    const copy = await freshCopy()
    const screen = runIn(copy, 'NO_COLOR=1 npm run --silent lesson 3', { columns: 50, rows: 40 })
    await screen.shows('Qué hacer:', '? ayuda')
    expect(screen.screen.split('\n').filter((line) => line.length > 50)).toEqual([])
    expect(screen.colours).toEqual([])
  })
})
