import { relative } from 'node:path'
import { ROOT } from '../curriculum/paths.ts'

const FULL = ['ENOSPC', 'EDQUOT']
const FORBIDDEN = ['EACCES', 'EPERM', 'EROFS']
const BLOCKED = ['EEXIST', 'ENOTDIR']
const BUSY = ['EBUSY', 'EMFILE', 'ENFILE']

/** What the disk does not let be done and how to mend it, in a sentence without its full stop; nothing if it is something else. */
export function diskTrouble(error: unknown): string | undefined {
  const { code = '', path } = Object(error) as NodeJS.ErrnoException
  const file = path ? relative(ROOT, path) || '.' : 'sus archivos'
  if (FULL.includes(code)) return `No queda sitio en el disco para ${file}: borra algo que no necesites`
  if (FORBIDDEN.includes(code))
    return `No hay permiso para usar ${file}: revisa de quién es la carpeta, o si otro programa lo tiene abierto`
  if (BLOCKED.includes(code))
    return `Para ${file} hace falta una carpeta y en su lugar hay un archivo: quítalo`
  return BUSY.includes(code) ? `Otro programa tiene abierto ${file}: ciérralo` : undefined
}
