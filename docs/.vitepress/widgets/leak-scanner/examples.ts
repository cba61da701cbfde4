import { signHs256 } from '../common/jwt.ts'

// Always the same instants: what is shown does not change with the day.
const COMMON = { iat: 1767225600, exp: 1767229200, jti: '6f9c1a52-0d3b-4b7e-9a41-2f8f0c7d5e13' }
const ANA = {
  id: 1,
  email: 'ana@example.com',
  resumen:
    '59b32918cb9a3d1bdd0a9e6973432ae8:fc3d107800ce6d3201f2d0bacfb0347ff38d9698adb88e4e388dc63cad503452',
}
// Nobody verifies these tokens: reading needs no secret.
const SECRET = 'un-secreto-de-ejemplo-con-32-bytes'

const PAYLOADS = [
  { name: 'El de la aplicación terminada', payload: { sub: '1', rol: 'usuario', ...COMMON } },
  { name: 'El del descuido 2: la cuenta entera', payload: { sub: '1', rol: 'usuario', ...ANA, ...COMMON } },
  {
    name: 'Con un dato en base64',
    payload: { sub: '1', rol: 'usuario', nota: btoa('clave-ana'), ...COMMON },
  },
  {
    name: 'Con un rol que es un objeto',
    payload: { sub: '1', rol: { nombre: 'usuario', telefono: '+34 600 000 000' }, ...COMMON },
  },
  { name: 'Con el correo como identidad', payload: { sub: 'ana@example.com', rol: 'usuario', ...COMMON } },
]

/** Five tokens, really signed, that leak something or nothing. */
export const EXAMPLES = await Promise.all(
  PAYLOADS.map(async ({ name, payload }) => ({ name, token: await signHs256(payload, SECRET) })),
)
