#!/usr/bin/env node
// What `npm create cuaderno-jwt` runs: unpacks the workbook that lies beside it into a new folder. In JavaScript
// that any Node can read, so that an old one gets to say that it is.

const DEFAULT = 'cuaderno-jwt'

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  stop(`El cuaderno necesita Node 20.19 o posterior y este es el ${process.versions.node}: instala uno nuevo`)
}

const { copyFileSync, existsSync, mkdirSync, readdirSync, statSync } = require('node:fs')
const { join, relative, resolve } = require('node:path')
/** What npm leaves out of any package, by its name in this one. */
const { apart } = /** @type {{ apart: Record<string, string> }} */ (require('./package.json'))

create(process.argv.slice(2))

/** @param {string[]} names */
function create(names) {
  const [name = DEFAULT] = names
  if (names.length > 1) {
    stop(`Un nombre con espacios va entre comillas: npm create cuaderno-jwt "${names.join(' ')}"`)
  }
  const folder = resolve(name)
  // The workbook's site takes every file by its address, which they end.
  if (/[#?]/.test(folder))
    stop(`El cuaderno no funciona en una carpeta con «#» o «?» en su ruta: elige otra que ${folder}`)
  if (!isFree(folder)) stop(`Ya existe «${name}» y no está vacía, así que no se ha tocado: elige otro nombre`)
  try {
    unpack(folder)
  } catch (error) {
    stop(`No se ha podido escribir en ${folder}: ${/** @type {Error} */ (error).message}`)
  }
  console.log(nextSteps(relative(process.cwd(), folder)))
}

/** @param {string} folder */
function isFree(folder) {
  return !existsSync(folder) || (statSync(folder).isDirectory() && readdirSync(folder).length === 0)
}

/** @param {string} folder */
function unpack(folder) {
  copyFolder(join(__dirname, 'cuaderno'), folder)
  for (const [name, path] of Object.entries(apart)) copyFileSync(join(__dirname, name), join(folder, path))
}

/**
 * Not with `cpSync`, which in some versions of Node stumbles over accents in a path of Windows.
 * @param {string} from
 * @param {string} to
 */
function copyFolder(from, to) {
  mkdirSync(to, { recursive: true })
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const copy = entry.isDirectory() ? copyFolder : copyFileSync
    copy(join(from, entry.name), join(to, entry.name))
  }
}

/** @param {string} path from where the reader is */
function nextSteps(path) {
  const enter = path ? [`  cd ${/\s/.test(path) ? `"${path}"` : path}`] : []
  return ['', 'El cuaderno está listo. Para empezar:', '', ...enter, '  npm install', '  npm start', ''].join(
    '\n',
  )
}

/**
 * @param {string} sentence
 * @returns {never}
 */
function stop(sentence) {
  console.error(sentence)
  return process.exit(1)
}
