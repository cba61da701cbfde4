import { type Case, first, swap } from './case.ts'

const lost = (name: string) =>
  `No se encuentra «${name}»: revisa cómo está escrito en el import; el cuaderno no necesita paquetes nuevos`

export const IMPORT_CASES: readonly Case[] = [
  {
    name: 'a package that is not installed',
    text: first("import { SignJWT } from 'jose'\nexport const Firma = SignJWT"),
    says: lost('jose'),
    at: "'jose'",
  },
  {
    name: 'a package with a typo',
    text: swap("from 'jsonwebtoken'", "from 'jsonwebtokn'"),
    says: lost('jsonwebtokn'),
    at: 'jsonwebtokn',
  },
  {
    name: 'a file that does not exist',
    text: first("import './no-existe.ts'"),
    says: lost('./no-existe.ts'),
    at: 'no-existe',
  },
  {
    name: 'a file without its extension',
    text: first("import { ErrorHttp } from '#comun/errores'\nexport const Fallo = ErrorHttp"),
    says: 'En el import de «#comun/errores» falta la extensión: escribe «#comun/errores.ts»',
    at: "'#comun/errores'",
  },
  {
    name: 'a name that one of our files does not export',
    text: first("import { ErrorHtp } from '#comun/errores.ts'"),
    says: '«#comun/errores.ts» no exporta «ErrorHtp»: revisa el nombre; si es un tipo, escribe «type» delante',
    at: 'ErrorHtp',
  },
  {
    name: 'a type without «type»',
    text: swap('import type { Claims }', 'import { Claims }'),
    says: '«Claims» es un tipo de «#comun/claims.ts» y Node no lo encontrará: escribe «type» delante en el import',
    at: 'import { Claims }',
  },
  {
    name: 'a name that a package does not export',
    text: first("import { Request } from 'express'\nexport type Solicitud = Request"),
    says: '«express» no exporta «Request»: revisa el nombre; si es un tipo, escribe «type» delante',
    at: "'express'",
  },
  {
    name: 'a name that a package exports only inside of its default',
    telling: true,
    text: first("import { sign } from 'jsonwebtoken'\nexport const firmar = sign"),
    says: "«jsonwebtoken» no exporta «sign» por separado: escribe import jwt from 'jsonwebtoken' y usa jwt.sign",
    at: 'import { sign }',
  },
  {
    name: 'a name that Node does not export',
    text: first("import { randomUuid } from 'node:crypto'\nexport const id = randomUuid"),
    says: '«node:crypto» no exporta «randomUuid»: revisa el nombre; si es un tipo, escribe «type» delante',
    at: 'import { randomUuid }',
  },
  {
    name: 'its own app',
    telling: true,
    text: first("import { crearApp } from './app.ts'\nexport const crear = crearApp"),
    says: 'El ejercicio importa «./app.ts», que a su vez lo importa a él: quita ese import para romper el círculo',
    at: './app.ts',
  },
  {
    name: 'the tools of the tests, and leaves fake timers on',
    text: first("import { vi } from 'vitest'\nvi.useFakeTimers()"),
    says: 'El ejercicio importa «vitest», que es de las pruebas: quita ese import, el servidor no lo tendrá',
    at: "from 'vitest'",
  },
]
