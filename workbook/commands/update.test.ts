import { chmodSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { LocalRegistry } from '../proof/support/local-registry.ts'
import { ProjectCopy } from '../proof/support/project-copy.ts'
import { runGit } from '../proof/support/published-workbook.ts'
import { tempFolder } from '../proof/support/temp-folder.ts'
import { TEXTS } from './update/texts.ts'

const EXERCISE = 'lessons/03-expiracion/expiracion.ts'
const SOLUTION = 'solutions/03-expiracion/expiracion.ts'

describe('npm run actualizar', { timeout: 60_000 }, () => {
  let copy: ProjectCopy
  beforeEach(async () => {
    copy = await ProjectCopy.create()
  })
  afterEach(() => copy.remove())

  const git = (...args: string[]) => runGit(copy.folder, ...args)
  const commit = () => {
    git('add', '--all')
    const author = ['-c', 'user.name=Autora', '-c', 'user.email=autora@example.com']
    git(...author, '-c', 'commit.gpgsign=false', 'commit', '--quiet', '--message', 'Change')
  }
  const update = () => copy.run(['actualizar'])

  /** Makes the copy a clone of a workbook whose newest version changes lesson 3 and the packages. */
  function publish(): void {
    const origin = tempFolder()
    runGit(origin, 'init', '--quiet', '--bare')
    copy.write('.gitignore', 'node_modules\n.cuaderno/\n')
    git('init', '--quiet')
    git('symbolic-ref', 'HEAD', 'refs/heads/main')
    commit()
    git('remote', 'add', 'origin', origin)
    for (const path of [EXERCISE, SOLUTION]) copy.write(path, `// Otra.\n${copy.read(path)}`)
    copy.write('package-lock.json', '{}\n')
    commit()
    git('push', '--quiet', '--set-upstream', 'origin', 'main')
    git('reset', '--quiet', '--hard', 'HEAD~')
  }

  test('says that a download cannot be updated while nothing is published on npm', async () => {
    const registry = await LocalRegistry.open()
    const ended = await copy.run(['actualizar'], { npm_config_registry: registry.url })
    registry.close()
    expect(ended).toEqual({ code: 1, output: `${TEXTS.notAClone}\n` })
  })

  test('tells what changed and what to do next, and the second time that nothing did', async () => {
    publish()
    copy.write(EXERCISE, 'lo mío')
    const before = git('rev-parse', 'HEAD').slice(0, 7)
    expect(await update()).toEqual({
      code: 0,
      output: [
        TEXTS.updated(3),
        TEXTS.kept,
        TEXTS.newStart(3, `git diff ${before} HEAD -- ${EXERCISE}`),
        `${TEXTS.install}\n`,
      ].join('\n'),
    })
    expect([copy.read(EXERCISE), copy.read('package-lock.json')]).toEqual(['lo mío', '{}\n'])
    expect(await update()).toEqual({ code: 0, output: `${TEXTS.upToDate}\n` })
  })

  test.skipIf(process.platform === 'win32')('ends what it began if somebody presses Ctrl+C', async () => {
    publish()
    copy.write(EXERCISE, 'lo mío')
    const hook = join('.git', 'hooks', 'post-checkout')
    mkdirSync(join(copy.folder, '.git', 'hooks'), { recursive: true })
    copy.write(hook, '#!/bin/sh\nkill -INT $(ps -o ppid= -p $PPID)\ntouch .cuaderno/interrumpido\n')
    chmodSync(join(copy.folder, hook), 0o755)
    const { code, output } = await update()
    expect([code, output]).toEqual([0, expect.stringContaining(TEXTS.updated(3))])
    expect([copy.read('.cuaderno/interrumpido'), copy.read(EXERCISE)]).toEqual(['', 'lo mío'])
  })
})
