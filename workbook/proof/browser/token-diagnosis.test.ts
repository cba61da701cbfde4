import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { findBarriers } from './axe.ts'
import { openWidget, overflowOf, PHONE } from './reader.ts'

const TOKENS = [
  '1. Bueno',
  '2. Sin firma',
  '3. De otro secreto',
  '4. Expirado',
  '5. Aún no válido',
  '6. Cortado',
]
const INVALID = '422 {"error":"Token inválido"}'

async function openDiagnosis(options = {}) {
  const { page, widget } = await openWidget('/lecciones/04-manejo-de-errores', 'token-diagnosis', options)
  await widget.getByRole('list').first().waitFor()
  return { page, widget, score: widget.locator('.marcador') }
}

/** Predicts an answer for the token in sight with the keyboard, and gives the verdict that is announced. */
async function predict(page: Page, answer: string) {
  const shown = page.locator('[data-case]:visible')
  await shown.getByRole('radio', { name: answer }).press('Space')
  await shown.getByRole('button', { name: 'Comprobar mi predicción' }).press('Enter')
  return shown.locator('[aria-live] .veredicto').textContent()
}

const next = (page: Page) => page.getByRole('button', { name: 'Siguiente token' }).press('Enter')

describe('the diagnosis of tokens', () => {
  test('says nothing of a token before somebody predicts its answer', async () => {
    const { page, widget, score } = await openDiagnosis()
    expect(await score.textContent()).toBe('Predicciones: 0 de 7')
    expect(await widget.getByText('Comprobaciones, en orden:').count()).toBe(0)
    expect(await page.getByRole('button', { name: 'Comprobar mi predicción' }).first().isDisabled()).toBe(
      true,
    )
  })

  test('keeps the score of the seven', async () => {
    const { page, score } = await openDiagnosis()
    const answers = ['200 {"id":"1"}', INVALID, INVALID, '401 {"error":"Token expirado"}', INVALID, INVALID]
    for (const answer of answers) {
      expect(await predict(page, answer)).toBe(`Acertaste: ${answer}`)
      await next(page)
    }
    expect(await score.textContent()).toBe('Predicciones acertadas: 6 de 6. Falta 1.')
    expect(await predict(page, INVALID)).toContain('y es «401 {"error":"Token faltante"}»')
    expect(await score.textContent()).toBe('Predicciones acertadas: 6 de 7. No queda ninguno.')
  })

  test.each([
    [1, 'JsonWebTokenError: jwt signature is required'],
    [2, 'JsonWebTokenError: invalid signature'],
    [3, 'TokenExpiredError: jwt expired'],
    [4, 'NotBeforeError: jwt not active'],
    [5, 'JsonWebTokenError: jwt malformed'],
  ])('shows what stops token %i: %s', async (index, cause) => {
    const { page, widget } = await openDiagnosis()
    await widget.getByRole('combobox', { name: /^Token/ }).selectOption({ label: TOKENS[index] })
    await predict(page, INVALID)
    expect(await widget.locator('[data-case]:visible').textContent()).toContain(cause)
  })
})

describe('the order of the instanceof', () => {
  test('changes only the answer to the expired token when the parent goes first', async () => {
    const { page, widget } = await openDiagnosis()
    const up = page.getByRole('button', { name: 'Subir JsonWebTokenError' })
    const verdict = widget.getByText(/Ningún token cambia|Cambia de respuesta/)
    expect(await verdict.textContent()).toBe('Ningún token cambia de respuesta')
    await up.focus()
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    expect(await verdict.textContent()).toBe('Cambia de respuesta: expirado')
    expect(await widget.getByText('nunca se llega aquí').count()).toBe(2)
  })

  test('leaves the focus on the row that moves, also at the end', async () => {
    const { page } = await openDiagnosis()
    const focused = () => page.evaluate('document.activeElement.getAttribute("aria-label")')
    await page.getByRole('button', { name: 'Subir NotBeforeError' }).focus()
    await page.keyboard.press('Enter')
    expect(await focused()).toBe('Bajar NotBeforeError')
    await page.keyboard.press('Enter')
    expect(await focused()).toBe('Bajar NotBeforeError')
  })
})

test.each(['light', 'dark'] as const)('has no barrier in %s after using it', async (colorScheme) => {
  const { page } = await openDiagnosis({ colorScheme })
  await predict(page, INVALID)
  await page.getByRole('button', { name: 'Bajar TokenExpiredError' }).press('Enter')
  await page.getByRole('button', { name: 'Bajar TokenExpiredError' }).press('Enter')
  expect(await findBarriers(page)).toEqual([])
})

test('fits a telephone', async () => {
  const { page } = await openDiagnosis({ viewport: PHONE })
  await predict(page, INVALID)
  expect(await overflowOf(page)).toBeLessThanOrEqual(0)
})
