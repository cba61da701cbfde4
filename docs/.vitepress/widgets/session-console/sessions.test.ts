import { describe, expect, test } from 'vitest'
import { Sessions } from './sessions.ts'

const said = ({ state }: Sessions) => state.log.map(({ text, answer }) => `${text} ${answer?.status}`)

describe('Sessions', () => {
  test('answers in the order of the clicks', async () => {
    const sessions = new Sessions()
    sessions.start('laptop')
    sessions.use('laptop')
    sessions.close('laptop')
    await sessions.use('laptop')
    expect(said(sessions).slice(1)).toEqual([
      'Equipo: GET /perfil 200',
      'Equipo: POST /logout 200',
      'Equipo: GET /perfil 401',
    ])
  })

  test('forgets an expired line when the next session is closed, not before', async () => {
    const sessions = new Sessions()
    sessions.start('laptop')
    sessions.close('laptop')
    await sessions.advance(3600)
    expect(sessions.state.notebook.size).toBe(1)
    sessions.start('phone')
    await sessions.close('phone')
    expect([...sessions.state.notebook.values()]).toEqual([sessions.state.now + 3600])
  })

  test('lets in whoever kept a token when the notebook is lost', async () => {
    const sessions = new Sessions()
    await sessions.begin('token')
    sessions.start('laptop')
    sessions.close('laptop')
    sessions.copyNotebook()
    await sessions.presentCopies()
    expect(sessions.state.log.at(-1)?.answer?.status).toBe(401)
    sessions.restart()
    await sessions.presentCopies()
    expect(sessions.state.log.at(-1)?.answer?.status).toBe(200)
    expect(sessions.live()).toHaveLength(1)
  })

  test('keeps nothing of the server before', async () => {
    const sessions = new Sessions()
    sessions.start('laptop')
    sessions.close('laptop')
    sessions.advance(600)
    await sessions.copyNotebook()
    await sessions.begin('token')
    const { now, issued, copied, notebook } = sessions.state
    const { now: start } = new Sessions().state
    expect({ now, issued, copied, notebook }).toEqual({
      now: start,
      issued: [],
      copied: [],
      notebook: new Map(),
    })
  })
})
