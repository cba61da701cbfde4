import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ROOT } from '../curriculum/paths.ts'
import { diskTrouble } from './disk-trouble.ts'

const path = join(ROOT, 'progreso.json')

describe('diskTrouble', () => {
  test.each([
    ['ENOSPC', /^No queda sitio en el disco para progreso\.json: borra/],
    ['EDQUOT', /^No queda sitio en el disco/],
    ['EACCES', /^No hay permiso para usar progreso\.json:/],
    ['EPERM', /^No hay permiso para usar progreso\.json:/],
    ['EROFS', /^No hay permiso para usar progreso\.json:/],
    ['ENOTDIR', /^Para progreso\.json hace falta una carpeta/],
    ['EBUSY', /^Otro programa tiene abierto progreso\.json:/],
  ])('tells %s, with the file', (code, sentence) => {
    expect(diskTrouble(Object.assign(new Error(code), { code, path }))).toMatch(sentence)
  })

  test.each([[new Error('otro')], [{ code: 'ENOENT', path }], [undefined], ['texto']])(
    'is not %s',
    (error) => {
      expect(diskTrouble(error)).toBeUndefined()
    },
  )
})
