import type { Answer } from '../../curriculum/exchange.ts'

/** A request whose answer is worth knowing. */
export interface Situation {
  /** The lesson from which on the app answers that, and where it is explained. */
  leccion: number
  /** Its title, which is also that of the recording. */
  titulo: string
  /** Another way to say how the request is made, where the title says too little. */
  como?: string
  /** What is answered, if it is not in the recording. */
  responde?: Pick<Answer, 'estado' | 'cuerpo'>
  /** Why it is answered that. */
  porque: string
}

/** Those of the book: what is answered is in the recording. */
export const SITUATIONS: readonly Situation[] = [
  {
    leccion: 1,
    titulo: 'POST /login, inicio de sesión de Ana',
    como: 'con el correo y la contraseña de Ana',
    porque: 'Las credenciales son las suyas: recibe un token firmado, y el servidor no guarda nada.',
  },
  {
    leccion: 1,
    titulo: 'POST /login, contraseña equivocada',
    como: 'con la contraseña equivocada',
    porque: 'Nadie ha demostrado quién es: es un 401, y no dice cuál de los dos datos falla.',
  },
  {
    leccion: 1,
    titulo: 'POST /login, correo que no existe',
    como: 'con un correo que no existe',
    porque: 'Lo mismo que con la contraseña equivocada: así nadie averigua qué correos tienen cuenta.',
  },
  {
    leccion: 1,
    titulo: 'POST /login, con un formulario',
    porque: 'Lee solo JSON, y un formulario dice en `Content-Type` que no lo es.',
  },
  {
    leccion: 2,
    titulo: 'GET /perfil, sin token',
    porque: 'No hay nada que verificar: el 401 dice que falta autenticarse.',
  },
  {
    leccion: 2,
    titulo: 'GET /perfil, con el esquema Token',
    como: 'con `Token` en lugar de `Bearer` delante del token',
    porque: 'Con otro esquema no hay token `Bearer`, y para la guardia es como si no llegara ninguno.',
  },
  {
    leccion: 2,
    titulo: 'GET /perfil, con el token sin esquema',
    porque: 'Sin `Bearer` delante, la guardia no lee ningún token.',
  },
  {
    leccion: 2,
    titulo: 'GET /perfil, con bearer en minúsculas',
    como: 'con `bearer` en minúsculas y el token de Ana',
    porque: 'El esquema no distingue mayúsculas; el token, sí.',
  },
  {
    leccion: 2,
    titulo: 'GET /perfil, con Bearer y nada más',
    como: 'con `Bearer` y nada más',
    porque: 'El esquema es el que se pide y trae un token vacío: hay token, y no vale.',
  },
  {
    leccion: 2,
    titulo: 'GET /perfil, con el token en la URL',
    porque: 'La guardia solo mira `Authorization`. Una dirección acaba en historiales y registros.',
  },
  {
    leccion: 2,
    titulo: 'GET /perfil, con el token en una cookie',
    porque: 'La guardia solo mira `Authorization`: una cookie es otro sitio, que habría que proteger aparte.',
  },
  {
    leccion: 2,
    titulo: 'GET /perfil, con algo detrás del token',
    como: 'con una palabra más detrás del token',
    porque: 'Lo que sobra también se verifica, y ese texto no es un token.',
  },
  {
    leccion: 2,
    titulo: 'GET /perfil, con otro payload',
    como: 'con un token al que le cambiaron el payload',
    porque: 'La firma se calculó con el payload anterior, y ya no corresponde.',
  },
  {
    leccion: 2,
    titulo: 'GET /perfil, con alg none y sin firma',
    como: 'con un token de `alg` `none` y sin firma',
    porque: 'El algoritmo lo decide el servidor, que solo admite HS256, y no lo que diga el token.',
  },
  {
    leccion: 2,
    titulo: 'GET /perfil, con HS512',
    como: 'con un token firmado con HS512 y el secreto bueno',
    porque: 'La firma es buena y el algoritmo no es el que se acordó: solo se admite HS256.',
  },
  {
    leccion: 2,
    titulo: 'GET /perfil, con otro secreto',
    como: 'con un token firmado con otro secreto',
    porque: 'Sin el secreto del servidor, la firma que calcula no es la que llega.',
  },
  {
    leccion: 2,
    titulo: 'GET /perfil, con sub de una cuenta que no existe',
    como: 'con un token bien firmado de una cuenta que ya no existe',
    porque: 'El token vale, pero su `sub` no es de nadie: no hay perfil que dar.',
  },
  {
    leccion: 3,
    titulo: 'GET /perfil, expirado',
    como: 'con un token expirado',
    porque: 'La firma vale y su `exp` ya pasó: hace falta otro token, y el 401 lo dice.',
  },
  {
    leccion: 3,
    titulo: 'GET /perfil, con un token sin exp',
    como: 'con un token bien firmado y sin `exp`',
    porque: 'Valdría para siempre: `exigirExpiracion` no lo admite aunque su firma sea buena.',
  },
  {
    leccion: 3,
    titulo: 'GET /perfil, con exp dentro de diez años',
    como: 'con un token cuyo `exp` llega dentro de diez años',
    porque: 'Dura más que el máximo: no lo emitió esta configuración.',
  },
  {
    leccion: 3,
    titulo: 'GET /perfil, con exp en milisegundos',
    como: 'con el `exp` de un token escrito en milisegundos',
    porque: 'Leído en segundos, como manda el estándar, expira dentro de miles de años: pasa del máximo.',
  },
  {
    leccion: 4,
    titulo: 'POST /login, JSON sin terminar',
    como: 'con un JSON sin terminar',
    porque: 'El cuerpo no se puede leer: es culpa de la solicitud, y no un fallo del servidor.',
  },
  {
    leccion: 4,
    titulo: 'GET /nada, ruta que no existe y un token que no vale',
    como: 'que no existe, con un token que no vale',
    porque: 'Ninguna ruta la atiende, así que ninguna guardia llega a mirar el token.',
  },
  {
    leccion: 4,
    titulo: 'GET /perfil, expirado y con otro secreto',
    como: 'con un token expirado y firmado con otro secreto',
    porque: 'Primero se mira la firma. Si no vale, nadie puede fiarse de lo que dice su `exp`.',
  },
  {
    leccion: 4,
    titulo: 'GET /perfil, con undefined en lugar del token',
    como: 'con `Bearer undefined`',
    porque: 'Hay un token Bearer y no se puede leer: no vale, pero no falta.',
  },
  {
    leccion: 5,
    titulo: 'POST /logout, cierre de sesión',
    como: 'con un token que vale',
    porque: 'Su `jti` pasa a la lista de revocados, y desde ahí ese token no entra.',
  },
  {
    leccion: 5,
    titulo: 'POST /logout, por segunda vez',
    como: 'por segunda vez con el mismo token',
    porque: 'La guardia protege también esta ruta, y ese token ya está revocado.',
  },
  {
    leccion: 5,
    titulo: 'GET /perfil, con el token ya cerrado',
    como: 'con el token de una sesión cerrada',
    porque: 'La firma y el `exp` valen; su `jti` está en la lista de revocados.',
  },
  {
    leccion: 5,
    titulo: 'GET /perfil, ya cerrado y expirado',
    como: 'con un token revocado que además ha expirado',
    porque:
      'La lista se mira después de la firma y del `exp`. Por eso se puede quitar de ella lo que ya expiró.',
  },
  {
    leccion: 5,
    titulo: 'GET /perfil, con otro token de la misma cuenta',
    como: 'con un token de Ana, después de cerrar otra sesión suya',
    porque: 'Se revoca un token, por su `jti`, y no la cuenta.',
  },
  {
    leccion: 5,
    titulo: 'GET /perfil, sin jti',
    como: 'con un token bien firmado y sin `jti`',
    porque: 'Sin identificador no se podría revocar nunca, así que no entra.',
  },
  {
    leccion: 6,
    titulo: 'GET /admin, como root',
    porque: 'Su token dice `rol: admin`, que es lo que pide la ruta.',
  },
  {
    leccion: 6,
    titulo: 'GET /admin, como Ana',
    porque: 'Se sabe quién es y no puede: eso es un 403. Iniciar sesión otra vez no lo cambia.',
  },
  {
    leccion: 6,
    titulo: 'GET /admin, sin token',
    porque: 'Antes de preguntar qué puede, hay que saber quién es.',
  },
  {
    leccion: 6,
    titulo: 'GET /admin, con un token sin rol',
    como: 'con un token bien firmado y sin `rol`',
    porque: 'Lo que no se dice no se concede.',
  },
  {
    leccion: 6,
    titulo: 'GET /admin, con el rol en mayúsculas',
    como: 'con un token bien firmado de rol `ADMIN`',
    porque: 'No es uno de los permitidos: se compara tal cual.',
  },
  {
    leccion: 6,
    titulo: 'GET /admin, como root, expirado',
    como: 'con un token de root que ha expirado',
    porque: 'La guardia va antes que el rol, y para ella ese token ya no vale.',
  },
  {
    leccion: 7,
    titulo: 'POST /login, contraseña con un espacio detrás',
    como: 'con un espacio detrás de la contraseña',
    porque: 'Es otra contraseña y da otro hash: se compara entera y sin arreglarla.',
  },
  {
    leccion: 7,
    titulo: 'GET /admin, como Ana, con rol admin en el token',
    como: 'con un token de Ana, bien firmado, de rol `admin`',
    porque:
      'La guardia se fía del token, que está bien firmado; lo que responde sale de la cuenta, con `usuarioPublico`.',
  },
  {
    leccion: 8,
    titulo: 'GET /perfil, por HTTP, sin token',
    porque: 'No ha viajado nada secreto: se envía a quien lee a la misma ruta con HTTPS.',
  },
  {
    leccion: 8,
    titulo: 'GET /perfil, por HTTP, con token',
    porque: 'El token ya viajó en claro. Redirigir lo escondería; un 403 avisa de que hay que revocarlo.',
  },
  {
    leccion: 8,
    titulo: 'POST /login, por HTTP, inicio de sesión',
    como: 'por HTTP, con las credenciales de Ana',
    porque: 'Las credenciales ya viajaron en claro, y redirigir las enviaría otra vez.',
  },
]
