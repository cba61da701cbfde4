import { parseSync } from 'vite'
import { describe, expect, test } from 'vitest'
import { RESTART, TEXTS } from '../explain/texts.ts'
import { explainBreak, inspect } from './inspect.ts'
import type { Surroundings } from './wrong-import.ts'

const FILE = 'token.ts'
const SOLUTION = `
export interface Datos { id: string }
export type Rol = 'admin' | 'lectura'
export class ErrorDeToken extends Error {}
export function crearToken(datos: Datos): string { return datos.id }
export const leer = (texto: string) => texto
`
const FILES: Readonly<Record<string, string>> = {
  'datos.ts': SOLUTION,
  'suma.ts': "export * from './datos.ts'",
  'uno.test.ts': '',
  'app.ts': '',
}
const AROUND: Surroundings = {
  restart: RESTART.terminal,
  app: 'app.ts',
  spec: 'uno.test.ts',
  pathOf: (name) => (name.startsWith('./') ? name.slice(2) : undefined),
  textAt: (path) => FILES[path],
  has: (name) =>
    name === 'node:module' ? 'absent' : ['node:crypto', 'crypto', 'jsonwebtoken', 'express'].includes(name),
  namesOf: async (name) =>
    name.endsWith('crypto')
      ? { names: ['default', 'createHmac', 'randomUUID'] }
      : { names: ['default'], inside: ['sign', 'verify'] },
}

const inspectText = (source: string) => inspect(FILE, { source, solution: SOLUTION }, AROUND)

const CLASS = 'class ErrorDeToken extends Error {}\n'
const ARROW = 'const leer = (texto: string) => texto\n'
const FUNCTION = 'function crearToken(datos: { id: string }): string { return datos.id }\n'
/** All that is asked for, exported in the usual way. */
const WHOLE = [CLASS, ARROW, FUNCTION].map((part) => `export ${part}`).join('')
const LISTED = `${CLASS}${ARROW}${FUNCTION}`

describe('inspect, of what is right', () => {
  test.each<[string, string]>([
    ['the solution', SOLUTION],
    ['the solution without its types', WHOLE],
    ['an indented export', WHOLE.replaceAll('export', '  export')],
    ['tabs and several spaces', WHOLE.replaceAll('export ', '\texport \t ')],
    ['an export in a line of its own', WHOLE.replaceAll('export ', 'export\n')],
    ['a comment after export', WHOLE.replaceAll('export ', 'export /* sí */ ')],
    ['the line breaks of Windows', WHOLE.replaceAll('\n', '\r\n')],
    ['a byte order mark', `\uFEFF${WHOLE}`],
    ['a hashbang', `#!/usr/bin/env node\n${WHOLE}`],
    ['no space before a list', `${LISTED}export{crearToken,leer,ErrorDeToken}`],
    ['a list at the top', `export { crearToken, leer, ErrorDeToken }\n${LISTED}`],
    [
      'a list with comments',
      `${LISTED}export {\n  crearToken, // el primero, { y no el último }\n  leer, /* } */\n  ErrorDeToken,\n}\n`,
    ],
    ['several lists', `${LISTED}export { crearToken };export { leer }\nexport { ErrorDeToken, };`],
    [
      'a list with types',
      `${LISTED}interface D { a: 1 }\nexport { type D, crearToken, leer, type D as E, ErrorDeToken }`,
    ],
    [
      'another name inside',
      `${LISTED.replace('crearToken', 'crear')}export { crear as crearToken, leer, ErrorDeToken }`,
    ],
    [
      'names as texts',
      `${LISTED}export { crearToken as 'crearToken', leer, ErrorDeToken as "ErrorDeToken" }`,
    ],
    [
      'several in one declaration',
      `export ${CLASS}export const leer = (t: string) => t, crearToken = () => ''`,
    ],
    [
      'an object taken apart',
      `export ${CLASS}export const { crearToken, ...otros } = { crearToken() {}, a: 1 }\nexport const [leer] = [() => 1]`,
    ],
    [
      'one taken apart and renamed',
      `export ${CLASS}export const { a: { b: crearToken = () => {} }, ['c']: leer } = x\ndeclare const x: any`,
    ],
    ['an async function', `export ${CLASS}export ${ARROW}export async function crearToken() { await 1 }`],
    ['a generator', `export ${CLASS}export ${ARROW}export async function* crearToken() { yield await 1 }`],
    [
      'a generic async arrow',
      `export ${CLASS}export ${ARROW}export const crearToken = async <T,>(x: T): Promise<T> => await x`,
    ],
    [
      'a function with other types',
      `export ${CLASS}export ${ARROW}export function crearToken(a: string): string\nexport function crearToken(a: number): string\nexport function crearToken(a: unknown) { return String(a) }`,
    ],
    [
      'a variable set later',
      `export ${CLASS}export ${ARROW}export let crearToken: () => string\ncrearToken = () => ''`,
    ],
    [
      'a function from a call',
      `export ${CLASS}export ${ARROW}export const crearToken = hacer()\nfunction hacer() { return () => '' }`,
    ],
    [
      'a function of another',
      `export ${CLASS}export ${ARROW}export const crearToken = ((d) => '') satisfies (d: 1) => string`,
    ],
    [
      'a class from an expression',
      `export ${ARROW}export ${FUNCTION}export const ErrorDeToken = class extends Error {}`,
    ],
    [
      'an abstract class',
      `export ${ARROW}export ${FUNCTION}export abstract class ErrorDeToken { abstract x(): void; static { } #p = 1; declare y: 1; get a() { return 1 } }`,
    ],
    ['a default, too', `${WHOLE}export default crearToken`],
    ['a default in a list', `${WHOLE}export { crearToken as default }`],
    ['what another module exports', "export { crearToken, leer, ErrorDeToken } from './datos.ts'"],
    ['all that another module exports', "export * from './datos.ts'"],
    ['all of a module that exports all', `${WHOLE}export * as datos from './datos.ts'`],
    ['a name with an escape', WHOLE.replaceAll('leer', 'l\\u0065er')],
    ['a name with an accent', `${WHOLE}export const contraseña = 'año'`],
    [
      'words of CommonJS in a text',
      `${WHOLE}const a = 'require("x")', b = "module.exports = 1", c = \`require('\${a}')\``,
    ],
    [
      'words of CommonJS in a comment',
      `${WHOLE}// const x = require('x')\n/* module.exports = {} __dirname */`,
    ],
    [
      'words of CommonJS in a regular expression',
      `${WHOLE}const r = /require\\(|module\\.exports|__dirname/`,
    ],
    [
      'properties with names of CommonJS',
      `${WHOLE}const o = { require: 1, module: { exports: 2 }, __dirname: 3 }; o.require; o.module.exports; o.__dirname`,
    ],
    [
      'its own require and __dirname',
      `import { createRequire } from 'node:crypto'\n${WHOLE}const require = createRequire(import.meta.url), __dirname = import.meta.dirname; require('x'); __dirname`.replace(
        'createRequire }',
        'createHmac as createRequire }',
      ),
    ],
    ['its own module', `${WHOLE}function f(module: { exports: number }) { return module.exports }`],
    [
      'enum in a template',
      `${WHOLE}const sql = \`\nenum Color { Rojo }\nnamespace A { }\nexport const x\n\``,
    ],
    ['enum and namespace as names', `${WHOLE}const o = { enum: 1, namespace: 2, private: 3 }; o.enum`],
    [
      'readonly in a default value',
      `${WHOLE}class A { constructor(a = 'private readonly x', b: readonly string[] = []) {} }`,
    ],
    [
      'what declare says',
      `${WHOLE}declare enum A { B }\ndeclare const enum C { D }\ndeclare namespace E { const f: 1 }\ndeclare global { interface G {} }\ndeclare class H { private i: 1 }`,
    ],
    ['a namespace of types', `${WHOLE}namespace A { export type B = 1; interface C {} }`],
    ['an e-mail and decorators in texts', `${WHOLE}const a = 'ana@ejemplo.com' // @marca\n/** @param x */`],
    [
      'generics that look like tags',
      `${WHOLE}const f = <T,>(x: T) => x, g = <T extends object>(x: T): T => x, h = new Map<string, Array<number>>()`,
    ],
    [
      'comparisons that look like generics',
      `${WHOLE}const f = (a: number, b: number, c: number) => a < b && b > (c)`,
    ],
    [
      'predicates',
      `${WHOLE}const f = (x: unknown): x is string => true\nfunction g(x: unknown): asserts x is string {}`,
    ],
    ['types of modules', `${WHOLE}type A = typeof import('express')`],
    ['labels', `${WHOLE}fuera: for (const a of []) { for (;;) continue fuera }`],
    ['lines that begin with brackets', `const a = 1\n;[a].map((x) => x)\n${WHOLE}\n;(() => {})()`],
    ['lines without semicolons', `let a = 1\nlet b = a\n++b\n${WHOLE}`],
    [
      'regular expressions with brackets and quotes',
      `${WHOLE}const r = /[/'"\\]}({]/g, s = 4 / 2 / 1, t = \`\${/\\}/.test('}')}\``,
    ],
    ['templates in templates', `${WHOLE}const t = \`a \${\`b \${'}'} c\`} d\``],
    [
      'accessors and resources',
      `${WHOLE}class A { accessor b = 1 }\n{ using c = d(); await using e = d() }\ndeclare function d(): any`,
    ],
    ['an await at the top', `${WHOLE}await Promise.resolve()\nfor await (const a of []) {}`],
    [
      'an await in every kind of async function',
      `${WHOLE}const o = { async m() { await 1 }, f: async () => await 1, async: 1 }\nclass A { async *m() { await 1 } static async ['n']() { await 1 } }`,
    ],
    [
      'a return in every kind of function',
      `${WHOLE}const o = { m() { return 1 }, get a() { return 1 }, f: () => { return 1 } }\nclass A { constructor() { return } set b(c) { return } }`,
    ],
    [
      'the same name in other scopes',
      `${WHOLE}{ const leer = 1; { const leer = 2 } }\nfunction f(leer: 1) { if (leer) { let leer = 2 } }`,
    ],
    ['the same name for a type and a value', `${WHOLE}interface leer {}\ntype crearToken = 1`],
    ['var twice', `${WHOLE}var a = 1; var a = 2; function f() { function g() {} function g() {} }`],
    ['an import of a default of Node', `import crypto from 'node:crypto'\n${WHOLE}crypto`],
    ['an import of all of Node', `import * as crypto from 'crypto'\n${WHOLE}crypto`],
    ['an import with another name', `import { createHmac as h, randomUUID } from 'node:crypto'\n${WHOLE}`],
    [
      'a default of CommonJS by name',
      `import { default as jwt } from 'jsonwebtoken'\nimport express, { type Express } from 'express'\n${WHOLE}`,
    ],
    [
      'imports of types',
      `import type { Datos } from './datos.ts'\nimport { type Rol, leer as l } from './datos.ts'\nimport type X from 'no-existe'\n${WHOLE}`,
    ],
    ['an import for its effects', `import './datos.ts'\n${WHOLE}`],
    [
      'an import in several lines',
      `import {\n  // el que firma\n  crearToken as c,\n} from "./datos.ts"\n${WHOLE}`,
    ],
    [
      'an import with attributes',
      `import { crearToken as c } from './datos.ts' with { type: 'ts' }\n${WHOLE}`,
    ],
    ['an import later on', `${WHOLE}const m = await import('./nada.ts')`],
    [
      'what the parser does not understand',
      `${WHOLE}const [a, b] = [1, 2]; [o.a, o.b] = [b, a]\nvar o: any; enum Uno {}`,
    ],
  ])('accepts %s', async (_what, source) => {
    expect(parseSync('token.ts', source, { showSemanticErrors: true }).errors).toEqual([])
    expect(await inspectText(source)).toBeUndefined()
  })
})

describe('inspect, of what is wrong', () => {
  const syntax = (detail: string) => TEXTS.syntax(FILE, detail)
  const { erasable, wrongSyntax } = TEXTS

  test.each<[string, string, string, number]>([
    ['only comments', '// nada\n/* export */', TEXTS.onlyComments(FILE), 1],
    ['a lost export', `${WHOLE.replace('export const', 'const')}`, TEXTS.noExport(FILE, '«leer»'), 2],
    ['lost exports', LISTED, TEXTS.noExport(FILE, '«ErrorDeToken», «crearToken», «leer»'), 1],
    [
      'a value in a list of types',
      `${WHOLE.replace('export const', 'const')}export type { leer }`,
      TEXTS.noExport(FILE, '«leer»'),
      2,
    ],
    ['what is gone', WHOLE.replace(/export const.*\n/, ''), TEXTS.goneExport(FILE, '«leer»'), 1],
    [
      'what is gone but for its name in a text',
      WHOLE.replace(/export const.*\n/, "const a = 'export const leer = 1'\n"),
      TEXTS.goneExport(FILE, '«leer»'),
      1,
    ],
    [
      'a name nearly right',
      `${WHOLE.replace('crearToken', 'crearTokn')}export const otro = 1`,
      TEXTS.renamedExport(FILE, 'crearToken', 'crearTokn'),
      3,
    ],
    [
      'a name in other letters',
      `${WHOLE.replace('crearToken', 'CrearToken')}export const otro = 1`,
      TEXTS.renamedExport(FILE, 'crearToken', 'CrearToken'),
      3,
    ],
    [
      'the only other name',
      WHOLE.replace('crearToken', 'emitir'),
      TEXTS.renamedExport(FILE, 'crearToken', 'emitir'),
      3,
    ],
    [
      'a right name that is exported as another',
      `export ${CLASS}export ${ARROW}${FUNCTION}export { crearToken as emitir }\nexport const otro = 1`,
      TEXTS.renamedExport(FILE, 'crearToken', 'emitir'),
      4,
    ],
    [
      'a default in its place',
      WHOLE.replace('export function', 'export default function'),
      TEXTS.defaultExport(FILE, 'crearToken'),
      3,
    ],
    [
      'a default by its name',
      `export ${CLASS}export ${ARROW}${FUNCTION}\nexport default crearToken`,
      TEXTS.defaultExport(FILE, 'crearToken'),
      5,
    ],
    [
      'a type in its place',
      `export ${CLASS}export ${ARROW}export type crearToken = 1`,
      TEXTS.goneExport(FILE, '«crearToken»'),
      1,
    ],
    [
      'an object in its place',
      `export ${CLASS}export ${ARROW}export const crearToken = {}`,
      TEXTS.notAFunction('crearToken'),
      3,
    ],
    [
      'a class in its place',
      `export ${CLASS}export ${ARROW}export class crearToken {}`,
      TEXTS.notAFunction('crearToken'),
      3,
    ],
    [
      'a text in place of a class',
      `export ${ARROW}export ${FUNCTION}export const ErrorDeToken = 'x'`,
      TEXTS.notAClass('ErrorDeToken'),
      3,
    ],
    ['an export of nothing', `${WHOLE}export { nada }`, TEXTS.ghostExport('nada'), 4],

    ['an enum', `${WHOLE}  export  const  enum A { B }`, TEXTS.notErasable(...erasable.enum), 4],
    [
      'a namespace',
      `${WHOLE}export namespace A.B { export const c = 1 }`,
      TEXTS.notErasable(...erasable.namespace),
      4,
    ],
    [
      'a property in a parameter',
      `${WHOLE}class A {\n  constructor(\n    a = ')',\n    private readonly b: 1,\n  ) {}\n}`,
      TEXTS.notErasable(...erasable.parameterProperty),
      5,
    ],
    [
      'a decorator',
      `${WHOLE}@marca() class A {}\ndeclare const marca: any`,
      TEXTS.notErasable(...erasable.decorator),
      4,
    ],
    ['a cast in angle brackets', `${WHOLE}const a = <any>leer`, TEXTS.notErasable(...erasable.assertion), 4],
    ['import =', `import a = require('a')\n${WHOLE}`, TEXTS.notErasable(...erasable.importEquals), 1],
    ['export =', `${WHOLE}export = leer`, TEXTS.notErasable(...erasable.exportEquals), 4],
    ['require', `const a = require ('a')\n${WHOLE}`, TEXTS.commonJs('require()'), 1],
    ['module.exports', `${LISTED}module . exports = { leer }`, TEXTS.commonJs('module.exports'), 4],
    ['exports', `${LISTED}exports.leer = leer`, TEXTS.commonJs('exports'), 4],
    ['__dirname', `${WHOLE}const a = __dirname`, TEXTS.commonJs('__dirname'), 4],

    ['a return outside', `${WHOLE}if (leer) return`, syntax(wrongSyntax.looseReturn), 4],
    ['an await in a function', `${WHOLE}function f() {\n  await 1\n}`, syntax(wrongSyntax.looseAwait), 5],
    [
      'an await in a callback',
      `${WHOLE}async function f() {\n  [].map((a) => { await a })\n}`,
      syntax(wrongSyntax.looseAwait),
      5,
    ],
    ['a constant twice', `${WHOLE}const a = 1\nlet a = 2`, syntax(wrongSyntax.twiceInBlock('a')), 5],
    [
      'a constant twice in a function',
      `${WHOLE}function f() {\n  const a = 1\n  const { a } = {}\n}`,
      syntax(wrongSyntax.twiceInBlock('a')),
      6,
    ],
    ['a function twice', `${WHOLE}${FUNCTION}`, syntax(wrongSyntax.twiceExported('crearToken')), 4],
    [
      'a function of its own twice',
      `${WHOLE}function a() {}\nfunction a() {}`,
      syntax(wrongSyntax.twoBodies),
      5,
    ],
    [
      'what was imported',
      `import { leer } from './datos.ts'\n${WHOLE}`,
      syntax(wrongSyntax.twiceInBlock('leer')),
      3,
    ],
    ['a name exported twice', `${WHOLE}export { leer }`, syntax(wrongSyntax.twice('leer')), 4],
    [
      'two defaults',
      `${WHOLE}export default 1\nexport { leer as default }`,
      syntax(wrongSyntax.twoDefaults),
      5,
    ],

    ['a package that is not there', `import a from 'jose'\n${WHOLE}`, TEXTS.unresolved('jose'), 1],
    [
      'one of Node that is not there',
      `import a from 'node:cripto'\n${WHOLE}`,
      TEXTS.unresolved('node:cripto'),
      1,
    ],
    [
      'one of Node that is only missing here',
      `import a from 'node:module'\n${WHOLE}`,
      TEXTS.absent('node:module'),
      1,
    ],
    [
      'the tools of the tests',
      `import request from 'supertest'\n${WHOLE}`,
      TEXTS.importsTests('supertest'),
      1,
    ],
    ['its own tests', `import './uno.test.ts'\n${WHOLE}`, TEXTS.importsTests('./uno.test.ts'), 1],
    ['its own app', `import { crearApp } from './app.ts'\n${WHOLE}`, TEXTS.importsUser('./app.ts'), 1],
    ['no extension', `import { Datos } from './datos'\n${WHOLE}`, TEXTS.noExtension('./datos'), 1],
    ['no such file', `export { a } from './nada.ts'\n${WHOLE}`, TEXTS.unresolved('./nada.ts'), 1],
    [
      'no such name',
      `import {\n  crearToken as c,\n  firmar,\n} from './datos.ts'\n${WHOLE}`,
      TEXTS.noSuchName('firmar', './datos.ts'),
      3,
    ],
    [
      'no such name to pass on',
      `export {\n  firmar } from './datos.ts'\n${WHOLE}`,
      TEXTS.noSuchName('firmar', './datos.ts'),
      2,
    ],
    [
      'a type without type',
      `import { Datos } from './datos.ts'\n${WHOLE}`,
      TEXTS.typeImport('Datos', './datos.ts'),
      1,
    ],
    ['no default', `import datos from './datos.ts'\n${WHOLE}`, TEXTS.noDefault('./datos.ts'), 1],
    [
      'no such name of Node',
      `import { createHmak } from 'node:crypto'\n${WHOLE}`,
      TEXTS.noSuchName('createHmak', 'node:crypto'),
      1,
    ],
    [
      'what is inside of a default',
      `import jwt, { sign } from 'jsonwebtoken'\n${WHOLE}`,
      TEXTS.viaDefault('sign', 'jsonwebtoken', 'jwt'),
      1,
    ],
    [
      'a default in braces',
      `import { jwt } from 'jsonwebtoken'\n${WHOLE}`,
      TEXTS.byDefault('jwt', 'jsonwebtoken'),
      1,
    ],
    [
      'a namespace without what it is asked for',
      `import * as jwt from 'jsonwebtoken'\n${WHOLE}\nexport const f = () => jwt.sign({}, 'a')`,
      TEXTS.namespace('jwt', 'jsonwebtoken'),
      1,
    ],
  ])('names %s', async (_what, source, sentence, line) => {
    expect(await inspectText(source)).toEqual({ sentence, line })
  })
})

describe('explainBreak', () => {
  const { wrongSyntax } = TEXTS

  test.each<[string, string, string | undefined, number]>([
    ['a text without an end', "const a = 'hola\nconst b = 'adiós'", wrongSyntax.string, 1],
    ['an apostrophe in a text', "const a = 1\nconst s = 'it's ok'", wrongSyntax.string, 2],
    ['a template without an end', 'f(`a`)\nf(`b\nc', wrongSyntax.template, 2],
    ['an interpolation without an end', 'const a = `x ${b `\n', wrongSyntax.template, 1],
    ['a comment without an end', 'const a = 1\n/* uno', wrongSyntax.comment, 2],
    ['a regular expression without an end', 'const a = 4 / 2\nreturn /uno\n// dos', wrongSyntax.regExp, 2],
    ['a parenthesis that is missing', 'const a = (1\nconst b = 2\n', wrongSyntax.expected(')'), 2],
    ['one that is missing in a call', 'function f() {\n  g(1, 2\n}\n', wrongSyntax.expected(')'), 3],
    ['a bracket that is missing', 'const a = [1, 2\nconst b = 3', wrongSyntax.expected(']'), 2],
    ['a brace that is missing', 'function f() {\n  return 1\n', wrongSyntax.expected('}'), 3],
    ['a brace that is missing in a class', 'class A {\n  m() {\n}\n', wrongSyntax.expected('}'), 4],
    ['a brace too many', 'function f() {\n}\n}\n', wrongSyntax.statement, 3],
    ['a parenthesis too many', 'const a = f(1))\n', wrongSyntax.tooMany(')'), 1],
    [
      'brackets in texts',
      "const a = '(' + `[` + /[{]/.source // {\nconst b = (1\n",
      wrongSyntax.expected(')'),
      3,
    ],
    ['brackets in a template', `const a = \`\${f(1}\`\n`, wrongSyntax.expected(')'), 1],
    ['a value that is missing', 'const a = 1\nconst b = \n', wrongSyntax.expression, 3],
    ['no parenthesis after if', 'if a > 0: return', wrongSyntax.expected('('), 1],
    ['curly quotes', 'const a = 1\nf(“hola”)', wrongSyntax.curlyQuotes, 2],
    [
      'a conflict of Git',
      'const a = 1\n<<<<<<< HEAD\nconst b = 1\n=======\n>>>>>>> x',
      wrongSyntax.conflict,
      2,
    ],
    ['a reserved word', 'let class = 1', wrongSyntax.reserved('class'), 1],
    ['the first of several', "const a = (1\nconst b = 2\nconst c = 'x", wrongSyntax.expected(')'), 2],
    ['a function twice', 'function a() {}\nfunction a() {}', wrongSyntax.twoBodies, 2],
    ['only the place of the rest', 'const a = 1\nconst = 2', undefined, 2],
  ])('tells of %s', (_what, source, detail, line) => {
    expect(explainBreak(source)).toEqual({ detail, line })
  })

  test('has nothing to say of a text that only a compiler refuses', () => {
    expect(explainBreak('break')).toEqual({})
  })
})
