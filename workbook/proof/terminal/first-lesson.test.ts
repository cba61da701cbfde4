import { readFileSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { describeInTerminal, freshCopy, runIn } from './in-terminal.ts'

describeInTerminal('npm start, by the screen only', () => {
  test('leads from the first red test to the second lesson, and back on another day', async () => {
    const copy = await freshCopy()
    const screen = runIn(copy, 'npm start --silent')
    await screen.shows('Comprobando…')
    await screen.shows(
      'Lección 1 · Cómo generar el token',
      'Qué hacer:',
      'Servidor http://127.0.0.1:',
      '? ayuda',
    )
    await screen.shows('Página http://')

    await screen.try('p', 'Pista 1 de 3')
    await screen.try('p', 'La siguiente se abre después de otro intento')
    await screen.try('Escape', 'Qué hacer:')
    const attempt = `// un intento\n${readFileSync(copy.exercise(1), 'utf8')}`
    const [before = ''] = attempt.split('TODO 1')
    writeFileSync(copy.exercise(1), attempt)
    await screen.shows(`token.ts:${before.split('\n').length}`)
    await screen.try('p', 'Pista 2 de 3')

    await screen.try('s', 'pulsa s otra vez')
    await screen.try('s', 'Esc vuelve al resultado')

    copy.solve(1)
    await screen.shows('Lección superada', 'n pasa a la lección siguiente')
    await screen.try('n', 'Lección 2 · Cómo proteger rutas', 'Qué hacer:')
    await screen.try('l', '✓ 1.', '› · 2.')
    await screen.try('Up', '› ✓ 1.')
    await screen.try('Enter', 'Lección 1 · Cómo generar el token', 'Lección superada')
    screen.press('q')
    expect(await screen.exit()).toBe(0)

    const later = runIn(copy, 'npm start --silent')
    await later.shows('Lección 2 · Cómo proteger rutas', 'Qué hacer:')
    later.press('C-c')
    expect(await later.exit()).toBe(0)
  })
})
