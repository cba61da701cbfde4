import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { ProjectCopy } from '../proof/support/project-copy.ts'

describe('npm run repaso', { timeout: 30_000 }, () => {
  let copy: ProjectCopy
  beforeEach(async () => {
    copy = await ProjectCopy.create()
  })
  afterEach(() => copy.remove())

  test.each([
    [[], 'npm run repaso pregunta y espera tus teclas: ejecútalo en una terminal, sin tuberías'],
    [['3'], '«3» sobra: escribe npm run repaso y nada más'],
  ])('says in a sentence why it does not ask, with %j and no terminal', async (words, sentence) => {
    const { code, output } = await copy.run(['repaso', ...words])
    expect([code, output.trim()]).toEqual([1, sentence])
  })
})
