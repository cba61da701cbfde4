import { describe, expect, test } from 'vitest'
import { findBarriers } from './axe.ts'
import { leaveAndComeBack, openWidget, overflowOf, PHONE } from './reader.ts'

const PAGE = '/lecciones/05-revocar-tokens'

async function openConsole() {
  const { page, widget } = await openWidget(PAGE, 'session-console')
  await widget.getByText('Consola de sesiones').waitFor()
  return { page, widget, log: widget.getByRole('log', { name: 'Registro' }) }
}

type Console = Awaited<ReturnType<typeof openConsole>>

/** Presses a button of a group with the keyboard and waits for what the log announces. */
async function press({ widget, log }: Console, group: string, button: string, announced: string) {
  const lines = await log.getByText(announced).count()
  await widget.getByRole('group', { name: group }).getByRole('button', { name: button }).press('Enter')
  await log.getByText(announced).nth(lines).waitFor()
}

describe('the console of sessions', () => {
  test('answers whether the phone still works, after the reader has', async () => {
    const { page, widget, log } = await openConsole()
    await widget.getByRole('radio', { name: 'Sí' }).focus()
    await page.keyboard.press('Space')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await widget.getByText('Acertaste: Sí').waitFor()
    await log.getByText('Equipo: POST /logout → 200').waitFor()
    await log.getByText('Teléfono: GET /perfil → 200 {"id":"1"}').waitFor()
    expect(await widget.getByText('Tokens vigentes: 1').count()).toBe(1)
    expect(await widget.getByText('Libreta de revocados: 1').count()).toBe(1)
  })

  test('remembers a revoked token for as long as it needs to', async () => {
    const console = await openConsole()
    await press(
      console,
      'Sesión en el equipo',
      'Usar',
      'Equipo: GET /perfil → 401 {"error":"Token faltante"}',
    )
    await press(console, 'Sesión en el equipo', 'Iniciar', 'Equipo: POST /login → 200')
    await press(console, 'Sesión en el equipo', 'Cerrar', 'Equipo: POST /logout → 200')
    await press(
      console,
      'Sesión en el equipo',
      'Usar',
      'Equipo: GET /perfil → 401 {"error":"Token revocado"}',
    )
    await press(console, 'Reloj del servidor: 10:00', '+10 min', '0 tokens vigentes y 1 línea')
    await press(console, 'Reloj del servidor: 10:10', '+1 h', '0 tokens vigentes y 1 línea')
    await press(
      console,
      'Sesión en el equipo',
      'Usar',
      'Equipo: GET /perfil → 401 {"error":"Token expirado"}',
    )
    expect(await console.widget.getByText('(11:00), ya expiró: sobra').count()).toBe(1)
    await press(console, 'Sesión en el teléfono', 'Iniciar', 'Teléfono: POST /login → 200')
    await press(console, 'Sesión en el teléfono', 'Cerrar', 'Teléfono: POST /logout → 200')
    expect(await console.widget.getByText('(11:00)').count()).toBe(0)
    expect(await console.widget.getByText('(12:10)').count()).toBe(1)
  })

  test.each([
    ['el token entero y su exp', 'Intruso: GET /perfil → 401 {"error":"Token revocado"}', '200 {"id":"1"}'],
    ['su jti y su exp', 'Intruso: GET /perfil → 422 {"error":"Token inválido"}', '422'],
  ])('with %s, says what a reader of the notebook gets', async (kept, before, after) => {
    const console = await openConsole()
    await console.widget.getByRole('radio', { name: kept }).press('Space')
    await press(console, 'Sesión en el teléfono', 'Iniciar', 'Teléfono: POST /login → 200')
    await press(console, 'Sesión en el teléfono', 'Cerrar', 'Teléfono: POST /logout → 200')
    await press(console, 'Intruso', 'Leer la libreta como intruso', 'Intruso: copia 1 línea')
    await press(console, 'Intruso', 'Presentar lo copiado', before)
    await press(console, 'Reloj del servidor', 'Reiniciar el servidor', 'pierde la libreta: 1 token vigente')
    await press(console, 'Intruso', 'Presentar lo copiado', `Intruso: GET /perfil → ${after}`)
    expect(await findBarriers(console.page)).toEqual([])
    await console.page.setViewportSize(PHONE)
    expect(await overflowOf(console.page)).toBeLessThanOrEqual(0)
  })

  test('starts over when the notebook keeps something else', async () => {
    const console = await openConsole()
    await press(console, 'Sesión en el teléfono', 'Iniciar', 'Teléfono: POST /login → 200')
    await console.widget.getByRole('radio', { name: 'el token entero y su exp' }).press('Space')
    await console.log.getByText('Servidor nuevo. La libreta guarda el token entero y su exp').waitFor()
    await console.widget.getByText('Tokens vigentes: 0').waitFor()
  })

  test('begins again when the reader comes back', async () => {
    const console = await openConsole()
    await press(console, 'Sesión en el teléfono', 'Iniciar', 'Teléfono: POST /login → 200')
    await leaveAndComeBack(console.page)
    await console.widget.scrollIntoViewIfNeeded()
    await console.log.getByText('Todavía no hay ninguna solicitud.').waitFor()
    await press(
      console,
      'Sesión en el teléfono',
      'Usar',
      'Teléfono: GET /perfil → 401 {"error":"Token faltante"}',
    )
  })
})
