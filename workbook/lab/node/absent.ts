// Modules that Express, superagent and their packages load and that no lesson reaches: they exist, and
// say so if they are called.
const said = (name: string) => `${name} no está en el laboratorio de la página: pruébalo en la terminal`
const absent = (name: string) => () => {
  throw new Error(said(name))
}

/** node:zlib, which answers with a compressed body or takes one. */
export const zlib = {
  createBrotliDecompress: absent('node:zlib'),
  createGunzip: absent('node:zlib'),
  createInflate: absent('node:zlib'),
  createUnzip: absent('node:zlib'),
  constants: {},
}
export const async_hooks = {}
export const tty = { isatty: () => false }
export const http2 = { connect: absent('node:http2'), constants: {} }
export const formidable = {}

/** The package `form-data`, for tests that upload files: superagent asks of each body whether it is one. */
class FormData {
  constructor() {
    throw new Error(said('form-data'))
  }
}

export { FormData as 'form-data' }

const silent = Object.assign(() => {}, { enabled: false })
/** The package `debug`, which would write for whoever develops Express. */
export const debug = () => silent

/** node:os */
export const os = { EOL: '\n', hostname: () => 'localhost', platform: () => 'linux', tmpdir: () => '/tmp' }
