import { describe, expect, test } from 'vitest'
import { CUENTAS } from './cuentas.ts'
import { Usuarios } from './usuarios.ts'

describe('las cuentas de práctica', () => {
  test.each([
    ['ana@example.com', 'clave-ana', 'usuario'],
    ['root@example.com', 'clave-root', 'admin'],
  ])('%s entra con la contraseña %s y es %s', async (email, contrasena, rol) => {
    const usuario = await new Usuarios().porCredenciales(email, contrasena)
    expect(usuario?.rol).toBe(rol)
  })

  test('ninguna entra con la contraseña de la otra', async () => {
    const usuarios = new Usuarios()
    expect(await usuarios.porCredenciales('ana@example.com', 'clave-root')).toBeUndefined()
    expect(await usuarios.porCredenciales('root@example.com', 'clave-ana')).toBeUndefined()
  })

  test('ninguna guarda su contraseña', () => {
    expect(JSON.stringify(CUENTAS)).not.toContain('clave-')
  })
})
