import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { ProjectCopy } from '../proof/support/project-copy.ts'
import { TEXTS as SESSION } from '../session/texts.ts'
import { TEXTS as SHARED } from '../verdict/texts.ts'
import { TEXTS } from './texts.ts'

const FILE = join('lessons', '03-expiracion', 'expiracion.ts')

describe('npm run reinicia, deshaz and copias', { timeout: 30_000 }, () => {
  let copy: ProjectCopy
  beforeEach(async () => {
    copy = await ProjectCopy.create()
  })
  afterEach(() => copy.remove())

  const write = (text: string) => copy.write(FILE, text)
  const ok = async (...args: string[]) => {
    const { code, output } = await copy.run(args)
    expect([code, output]).toEqual([0, expect.any(String)])
    return output.trim()
  }
  const complaint = async (...args: string[]) => {
    const { code, output } = await copy.run(args)
    expect([code, output]).toEqual([1, expect.any(String)])
    return output.trim()
  }

  test('a reset tells where the copy is and how to undo it', async () => {
    write('lo mío')
    const said = await ok('reinicia', '3')
    const [, where = ''] = /Tu copia: (\S+) ·/.exec(said) ?? []
    expect(said).toBe(SESSION.resetDone(FILE, where, 'npm run deshaz 3'))
    expect(copy.read(where)).toBe('lo mío')
    expect(copy.read(FILE)).toContain('TODO 1')
  })

  test('a reset of the starting file tells that there was nothing to keep', async () => {
    expect(await ok('reinicia', '3')).toBe(SHARED.resetNothing)
  })

  test('an undo brings back what was there, and says so if there is nothing to undo', async () => {
    expect(await complaint('deshaz', '3')).toBe(SESSION.nothingToUndo)
    write('lo mío')
    await ok('reinicia', '3')
    expect(await ok('deshaz', '3')).toBe(SESSION.undone(FILE))
    expect(copy.read(FILE)).toBe('lo mío')
  })

  test('the copies are listed, and one is brought back by its id', async () => {
    write('uno')
    await ok('reinicia', '3')
    const [row = '', , advice] = (await ok('copias')).split('\n')
    const id = /^(3-\w{8}) {2}lección 3 {2}\d+ \S+ \d{4}, .* antes de reiniciar$/.exec(row)?.[1] ?? row
    expect(advice).toBe(TEXTS.howToRestore(id))
    write('dos')
    expect(await ok('copias', 'restaura', id)).toMatch(/^expiracion\.ts vuelve a ser el del \d+ /)
    expect(copy.read(FILE)).toBe('uno')
    expect((await ok('copias', '3')).split('\n')[0]).toContain('antes de recuperar otra copia')
    expect(await ok('copias', '4')).toBe(TEXTS.noCopies)
  })

  test.each([
    [['reinicia'], TEXTS.whichLesson('reinicia')],
    [['reinicia', 'final'], TEXTS.whichLesson('reinicia')],
    [['deshaz', '0'], TEXTS.whichLesson('deshaz')],
    [['copias', 'otra'], TEXTS.whichLesson('copias')],
    [['copias', 'restaura'], TEXTS.unknownCopy('')],
    [['copias', 'restaura', '3-nada'], TEXTS.unknownCopy('3-nada')],
  ])('a name that means nothing gets one sentence: %j', async (args, sentence) => {
    expect(await complaint(...args)).toBe(sentence)
  })
})
