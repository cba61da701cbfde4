import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { puertoLibre } from '../../lessons/comun/puertos.ts'
import { ROOT } from '../curriculum/paths.ts'
import { type Ended, ownEnv, ProjectCopy } from '../proof/support/project-copy.ts'
import { makeFolder, removeFolder } from '../proof/support/temp-folder.ts'

const NAME = 'Mi API de sesión'
const ACCOUNT = { email: 'ana@example.com', password: 'una frase larga que nadie adivina' }
const WINDOWS = process.platform === 'win32'

// From the eight modules to an answer of the server that has them: the tests go in this order.
describe('npm run crear-api', { timeout: 300_000 }, () => {
  const base = makeFolder()
  const folder = join(base, NAME)
  let copy: ProjectCopy
  beforeAll(async () => {
    copy = await ProjectCopy.create()
    for (let number = 1; number <= 8; number++) copy.solve(number)
  }, 120_000)
  afterAll(async () => {
    await copy.remove()
    removeFolder(base)
  }, 120_000)

  const create = (...names: string[]) => copy.run(['crear-api', ...names], { INIT_CWD: base })

  function npm(args: readonly string[], env: NodeJS.ProcessEnv = {}): ChildProcess {
    // npm is a script on Windows, which only a shell starts.
    return spawn('npm', args, { cwd: folder, env: { ...ownEnv(), ...env }, shell: WINDOWS, stdio: 'pipe' })
  }

  async function ended(child: ChildProcess, input = ''): Promise<Ended> {
    child.stdin?.end(input)
    const exit = once(child, 'exit')
    const [out, errors] = await Promise.all([text(child.stdout!), text(child.stderr!)])
    return { code: (await exit)[0], output: out + errors }
  }

  test('refuses modules that are not done, by their names, and writes nothing', async () => {
    copy.reset(3)
    const { code, output } = await create(NAME)
    copy.solve(3)
    expect([code, output]).toEqual([
      1,
      'Comprobando…\nTu API se crea con todos los módulos en verde, y falta una lección: la 3 (expiracion.ts). No se ha escrito nada\n',
    ])
    expect(readdirSync(base)).toEqual([])
  })

  test('writes the project where it was asked for', async () => {
    const { code, output } = await create(NAME)
    expect([code, output]).toEqual([
      0,
      expect.stringContaining(`  cd "${NAME}"\n  npm install\n  npm test\n  npm start\n`),
    ])
    expect(readdirSync(base)).toEqual([NAME])
  })

  test('does not write over it', async () => {
    const { code, output } = await create(NAME)
    expect([code, output]).toEqual([1, expect.stringContaining(`Ya existe «${NAME}» y no está vacía`)])
  })

  test('passes its tests and its types there', async () => {
    symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'), 'junction')
    expect(await ended(npm(['run', 'tipos']))).toMatchObject({ code: 0 })
    const { code, output } = await ended(npm(['test']))
    expect([code, output]).toEqual([0, expect.stringMatching(/Test Files .*9 passed/)])
  })

  test('answers a login there, and ends when it is told to', async () => {
    const { email, password } = ACCOUNT
    const signedUp = await ended(npm(['run', 'alta', email]), `${password}\n`)
    expect([signedUp.code, signedUp.output]).toEqual([0, expect.stringContaining(`${email} puede iniciar`)])
    const port = await puertoLibre(15_000 + (process.pid % 5000))
    const server = npm(['start'], { PORT: String(port) })
    await new Promise<void>((resolve) =>
      server.stdout?.on('data', (printed) => String(printed).includes('Escucha en') && resolve()),
    )
    const address = `http://127.0.0.1:${port}`
    const headers = { 'Content-Type': 'application/json' }
    const login = await fetch(`${address}/login`, { method: 'POST', headers, body: JSON.stringify(ACCOUNT) })
    const { access_token: token } = (await login.json()) as { access_token: string }
    const profile = await fetch(`${address}/perfil`, { headers: { Authorization: `Bearer ${token}` } })
    expect([login.status, profile.status, await profile.json()]).toEqual([200, 200, { id: '1' }])
    server.kill('SIGTERM')
    await once(server, 'exit')
    // Windows has no signals: what npm started there would go on.
    const answers = () =>
      fetch(`${address}/salud`).then(
        () => true,
        () => false,
      )
    if (!WINDOWS) await expect.poll(answers, { timeout: 30_000 }).toBe(false)
  })

  test('names the await that is missing where a list answers later', async () => {
    const module = join(folder, 'src', 'revocacion.ts')
    const source = readFileSync(module, 'utf8')
    writeFileSync(module, source.replace('await revocados', 'revocados'))
    const { code, output } = await ended(npm(['test', '--', 'lista-lenta']))
    expect([code, output]).toEqual([
      1,
      expect.stringContaining('escribe await delante de revocados.contiene(jti)'),
    ])
  })
})
