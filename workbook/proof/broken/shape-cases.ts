import { type Case, last, swap } from './case.ts'
import { instead } from './expiracion.ts'

const HEAD = 'export function expiraEn(segundos'

export const SHAPE_CASES: readonly Case[] = [
  {
    name: 'an export that is missing',
    telling: true,
    text: swap(HEAD, 'function expiraEn(segundos'),
    says: 'expiracion.ts ya no exporta «expiraEn», que importan las pruebas: escribe «export» delante',
    at: 'function expiraEn(segundos',
  },
  {
    name: 'an export with another name',
    text: swap(HEAD, 'export function expirarEn(segundos'),
    says: 'expiracion.ts exporta «expirarEn» y ya no «expiraEn», que es el nombre que importan las pruebas: devuélvele el suyo',
    at: 'export function expirarEn(segundos',
  },
  {
    name: 'a default export',
    text: swap(HEAD, 'export default function expiraEn(segundos'),
    says: 'expiracion.ts exporta «expiraEn» con default y las pruebas lo importan por su nombre: quita «default»',
    at: 'export default',
  },
  {
    name: 'a function that was deleted',
    text: instead(''),
    says: 'En expiracion.ts falta «expiraEn», que importan las pruebas: deshaz el cambio en tu editor o reinícialo con r o npm run reinicia',
  },
  {
    name: 'a constant in place of a function',
    text: instead('export const expiraEn = { expiresIn: 3600 }'),
    says: '«expiraEn» tiene que ser una función y ya no lo es: vuelve a declararla con function',
    at: 'export const expiraEn',
  },
  {
    name: 'an export of something that is not declared',
    text: last('export { duracionMaxima }'),
    says: 'Exportas «duracionMaxima», que no está declarado: decláralo o quítalo del export',
    at: 'duracionMaxima',
  },
  {
    name: 'exports in the manner of CommonJS',
    text: last('module.exports = { leerDuracion }'),
    says: 'module.exports es de CommonJS y aquí los módulos son ES: usa import y export, o el servidor no arrancará',
    at: 'module.exports',
  },
  {
    name: 'require',
    text: swap("import jwt from 'jsonwebtoken'", "const jwt = require('jsonwebtoken')"),
    says: 'require() es de CommonJS y aquí los módulos son ES: usa import y export, o el servidor no arrancará',
    at: 'require(',
  },
]
