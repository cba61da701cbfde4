// Da de alta una cuenta: la contraseña llega por la entrada, y no como argumento, que queda en el historial.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { AlmacenSqlite } from '#comun/almacen-sqlite.ts'
import { ROLES } from '#comun/usuarios.ts'
import { esRol } from '#solucion/06-mas-datos-en-el-token/roles.ts'
import { resumir } from '#solucion/07-nunca-contrasenas/datos-sensibles.ts'

/** NIST SP 800-63B-4 pide quince caracteres a una contraseña que es la única prueba. */
const CARACTERES = 15

async function darDeAlta([email = '', rol = 'usuario']: string[]): Promise<void> {
  if (!/^[^\s@]+@[^\s@]+$/.test(email)) throw new Error('Di el correo: npm run alta ana@example.com')
  if (!esRol(rol)) throw new Error(`El rol es uno de estos: ${ROLES.join(', ')}`)
  if (process.stdin.isTTY) console.log('Escribe la contraseña y pulsa Intro y Ctrl+D:')
  const contrasena = (await text(process.stdin)).replace(/\r?\n$/, '')
  if ([...contrasena].length < CARACTERES)
    throw new Error(`La contraseña mide al menos ${CARACTERES} caracteres`)
  const datos = process.env.DATOS || 'datos'
  mkdirSync(datos, { recursive: true })
  const almacen = new AlmacenSqlite(join(datos, 'usuarios.db'), [])
  try {
    almacen.agregar({ email, rol, resumen: await resumir(contrasena) })
  } finally {
    almacen.cerrar()
  }
  console.log(`${email} puede iniciar sesión como ${rol}`)
}

await darDeAlta(process.argv.slice(2)).catch((error: Error) => {
  console.error(error.message)
  process.exit(1)
})
