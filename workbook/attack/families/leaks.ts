import { type Answer, judgeLeak } from '../attack.ts'
import { attack, type Draft, family } from '../drafts.ts'
import { bearer, type Target } from '../target.ts'

/** What only whoever runs the server should see: a trace, a path, a package, a page of the framework. */
const INSIDES =
  /\n\s+at |node_modules|file:\/\/\/|(?:\/home\/|\/Users\/|[A-Z]:\\)|<pre>|Traceback|node:internal|SQLITE_/
const HASH = /\$2[aby]\$|\$argon2|\b[0-9a-f]{32}:[0-9a-f]{64}\b/i

function leak(
  title: string,
  reason: string,
  ask: (target: Target) => Promise<Answer>,
  found: (answer: Answer, target: Target) => boolean,
  needs: Draft['needs'] = [],
  lesson?: number,
): Draft {
  return attack(
    title,
    reason,
    async (target) => {
      const answer = await ask(target)
      return judgeLeak(answer, found(answer, target))
    },
    { needs, lesson },
  )
}

const insides = ({ body }: Answer) => INSIDES.test(body)
const missing = (target: Target) => target.send({ path: '/no-existe-esta-ruta' })
const broken = (target: Target) => target.login('{"email": "ana@example.com", "clave": roto')
const forged = 'eyJhbGciOiJub25lIn0.eyJzdWIiOiJub21icmUtcXVlLWRlbGF0YSJ9.'
const reject = (target: Target) => target.askProfile(bearer(forged))

export const LEAKS = family('Lo que cuentan los errores', 4, 'OWASP API8; OWASP, «Error Handling»', [
  leak('un JSON roto', 'La traza dice qué archivos, versiones y carpetas hay.', broken, insides),
  leak(
    'el cuerpo, repetido en el error',
    'El mensaje del lector copia parte de lo que no entendió: puede ser una contraseña.',
    broken,
    ({ body }) => /Unexpected|roto|JSON at position/.test(body),
  ),
  leak(
    'una ruta que no existe',
    'La página del framework dice cuál es.',
    missing,
    (answer) => insides(answer) || /Cannot GET/.test(answer.body),
  ),
  leak(
    'un % suelto en la ruta',
    'Decodificar la ruta falla antes de llegar a tu manejo de errores.',
    (target) => target.send({ path: '/%' }),
    insides,
  ),
  leak('un token rechazado', 'La traza del rechazo dice cómo se verifica.', reject, insides, ['profile']),
  leak(
    'el token, repetido en el error',
    'Las respuestas se guardan y se comparten: un token bueno quedaría escrito.',
    reject,
    ({ body }) => body.includes(forged) || body.includes('nombre-que-delata'),
    ['profile'],
  ),
  leak(
    'el error de la biblioteca, tal cual',
    'El mensaje interno dice a quien ataca qué comprobación le falta por pasar.',
    reject,
    ({ body }) =>
      /jwt (?:malformed|signature|must)|invalid (?:signature|token|algorithm)|JsonWebTokenError/.test(body),
    ['profile'],
  ),
  leak(
    'el secreto, en cualquier error',
    'Un error que enseña su configuración regala la firma.',
    broken,
    ({ body }, { map }) => map.secret !== undefined && body.includes(map.secret),
    ['secret'],
  ),
  leak(
    'X-Powered-By',
    'Dice qué framework buscar en las listas de fallos.',
    missing,
    ({ headers }) => 'x-powered-by' in headers,
    [],
    1,
  ),
  leak('Server con versión', 'Dice qué versión buscar en las listas de fallos.', missing, ({ headers }) =>
    /\d/.test(headers.server ?? ''),
  ),
  leak(
    'TRACE',
    'El servidor repite la solicitud, con su token.',
    (target) => target.askProfile(bearer(target.token), { method: 'TRACE' }),
    ({ status, body }, { token }) => status < 300 && body.includes(token),
    ['profile'],
  ),
  leak(
    'un encabezado de 20 000 caracteres',
    'Lo que no cabe rompe algo que no maneja errores.',
    (target) => target.askProfile(bearer('a'.repeat(20_000))),
    insides,
    ['profile'],
  ),
  leak(
    'HTML en un error',
    'Una página con lo que se envió ejecuta lo que se envió.',
    (target) => target.send({ path: '/<script>alert(1)</script>' }),
    ({ headers, body }) =>
      (headers['content-type'] ?? '').includes('text/html') && body.includes('<script>alert(1)'),
  ),
])

const enter = (target: Target) => target.opening()
const askAsAdmin = (target: Target) => target.askAdmin(target.adminToken)

export const SENSITIVE = family(
  'Datos que no deben salir',
  7,
  'RFC 8725; OWASP API3; OWASP, «JSON Web Token for Java»',
  [
    ofToken('la contraseña, dentro del token', 'El payload se lee sin ninguna clave.', ({ claims, map }) =>
      JSON.stringify(claims).includes(map.account.password),
    ),
    ofToken(
      'el hash de la contraseña, dentro del token',
      'Quien lo tenga prueba contraseñas en su máquina, sin que nadie lo frene.',
      ({ claims }) => HASH.test(JSON.stringify(claims)),
    ),
    ofToken(
      'el correo, dentro del token',
      'Un dato personal viaja en cada solicitud y queda en cada registro.',
      ({ claims, map }) => JSON.stringify(claims).includes(map.account.user),
      6,
    ),
    ofToken(
      'la cuenta entera, dentro del token',
      'Con cada columna que se agregue a la tabla, el token cuenta más.',
      ({ claims }) =>
        ['password', 'contrasena', 'resumen', 'hash', 'email', 'telefono'].some((name) => name in claims),
      6,
    ),
    leak(
      'la contraseña, en la respuesta del login',
      'La respuesta devuelve la cuenta entera.',
      enter,
      ({ body }, { map }) => body.includes(map.account.password),
    ),
    leak('el hash, en la respuesta del login', 'La respuesta devuelve la cuenta entera.', enter, ({ body }) =>
      HASH.test(body),
    ),
    leak(
      'el hash, en el perfil',
      'Se responde con la fila tal como está en la base de datos.',
      (target) => target.askProfile(bearer(target.token)),
      ({ body }) => HASH.test(body),
      ['profile'],
    ),
    leak(
      'el hash, en la ruta de administración',
      'A quien administra tampoco le hace falta.',
      askAsAdmin,
      ({ body }) => HASH.test(body),
      ['admin', 'adminAccount'],
    ),
    leak(
      'el correo, en la ruta de administración',
      'Se copia todo menos lo que alguien recordó quitar.',
      askAsAdmin,
      ({ body }, { map }) => body.includes(map.adminAccount?.user ?? '\0'),
      ['admin', 'adminAccount'],
    ),
    leak(
      'el login, guardado en una caché',
      'Sin no-store, un proxy o el navegador guardan el token.',
      enter,
      ({ headers }) => !/no-store/.test(headers['cache-control'] ?? ''),
      [],
      1,
    ),
    leak(
      'el token, en una cookie que lee JavaScript',
      'Una cookie sin HttpOnly la lee cualquier script de la página.',
      enter,
      ({ headers }) =>
        /eyJ/.test(headers['set-cookie'] ?? '') && !/httponly/i.test(headers['set-cookie'] ?? ''),
    ),
    leak(
      'el login, abierto a cualquier sitio',
      'Otro sitio lee la respuesta con las cookies de quien la visita.',
      (target) => {
        return target.login(target.ownCredentials, {
          headers: { 'Content-Type': 'application/json', Origin: 'https://atacante.example' },
        })
      },
      ({ headers }) =>
        headers['access-control-allow-credentials'] === 'true' &&
        headers['access-control-allow-origin'] === 'https://atacante.example',
    ),
  ],
)

/** Reads the token that the server gave: nothing is sent but the login. */
function ofToken(title: string, reason: string, found: (target: Target) => boolean, lesson = 1): Draft {
  return leak(title, reason, enter, (_answer, target) => found(target), [], lesson)
}
