import { mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import { type Case, first, last, swap } from './case.ts'
import { RETURN } from './expiracion.ts'

const GONE = 'No encuentro expiracion.ts: vuelve a ponerlo donde estaba o reinícialo con r o npm run reinicia'
const SAVES = 100
const BETWEEN_SAVES_MS = 10

/** Some editors write another file and give it the name. */
function saveByRename(file: string, text: string): void {
  writeFileSync(`${file}~`, text)
  renameSync(`${file}~`, file)
}

// A file that its owner may not read can be read by root; one that leads to itself, by nobody. Windows lets
// only administrators make such a link.
const UNREADABLE: Case = {
  name: 'a file that cannot be read',
  act: (file) => {
    rmSync(file)
    symlinkSync(file, file)
  },
  repair: (file) => rmSync(file),
  says: 'No puedo leer expiracion.ts (ELOOP): revisa sus permisos o si otro programa lo tiene abierto, y guárdalo de nuevo',
}

export const FILE_CASES: readonly Case[] = [
  ...(process.platform === 'win32' ? [] : [UNREADABLE]),
  { name: 'a file that was deleted', act: (file) => rmSync(file), says: GONE },
  {
    name: 'a file that was renamed',
    act: (file) => renameSync(file, `${file}.bak`),
    repair: (file) => renameSync(`${file}.bak`, file),
    says: GONE,
  },
  {
    name: 'an empty file',
    text: () => '',
    says: 'expiracion.ts está vacío: deshaz el cambio en tu editor o reinícialo con r o npm run reinicia',
  },
  {
    name: 'a file with nothing but comments',
    text: () => '// Mañana sigo.\n/* De verdad. */\n',
    says: 'expiracion.ts solo tiene comentarios: deshaz el cambio en tu editor o reinícialo con r o npm run reinicia',
  },
  {
    name: 'a folder in place of the file',
    act: (file) => {
      rmSync(file)
      mkdirSync(file)
    },
    repair: (file) => rmSync(file, { recursive: true }),
    says: 'expiracion.ts es una carpeta y no un archivo: quítala y reinicia el ejercicio con r o npm run reinicia',
  },
  {
    name: 'binary garbage',
    text: () => Uint8Array.from({ length: 4000 }, (_, index) => (index * 7919) % 256),
    says: 'expiracion.ts no contiene texto: deshaz el cambio en tu editor o reinícialo con r o npm run reinicia',
  },
  {
    name: 'UTF-16, as PowerShell writes it',
    text: (solution) => Buffer.from(`\uFEFF${solution}`, 'utf16le'),
    says: 'expiracion.ts está guardado en UTF-16: elige UTF-8 en tu editor y guárdalo de nuevo',
  },
  {
    name: 'an encoding of another time',
    text: (solution) => Buffer.from(solution, 'latin1'),
    says: 'expiracion.ts está guardado en una codificación que no es UTF-8: elige UTF-8 en tu editor y guárdalo de nuevo',
  },
  {
    name: 'five megabytes',
    text: last('// relleno\n'.repeat(500_000)),
    says: 'expiracion.ts mide 5,5 MB y un ejercicio no pasa de unos pocos kB: deshaz el cambio en tu editor o reinícialo con r o npm run reinicia',
  },
  { name: 'a mark of the order of bytes', text: (solution) => `\uFEFF${solution}` },
  { name: 'the line breaks of Windows', text: (solution) => solution.replaceAll('\n', '\r\n') },
  {
    name: 'an editor that saves by renaming',
    act: (file, solution) => saveByRename(file, swap(RETURN, "return 'sin cerrar")(solution)),
    says: 'expiracion.ts tiene un error de sintaxis: literal de cadena sin terminar; mira esa línea y la anterior',
  },
  {
    name: 'a file saved every 10 ms, by its last text',
    act: async (file, solution) => {
      for (let save = 0; save < SAVES; save++) {
        writeFileSync(file, first(`} // ${save}`)(solution))
        await setTimeout(BETWEEN_SAVES_MS)
      }
      writeFileSync(file, '')
    },
    says: 'expiracion.ts está vacío: deshaz el cambio en tu editor o reinícialo con r o npm run reinicia',
  },
]
