import { judge } from '../attack.ts'
import { attack, bypass, type Draft, family } from '../drafts.ts'
import { signingInput } from '../forge.ts'
import { bearer, type Target } from '../target.ts'

/** The protected route with this header, or with none. */
function header(title: string, reason: string, value?: string | ((token: string) => string)): Draft {
  return attack(
    title,
    reason,
    async (target) => {
      const text = typeof value === 'function' ? value(target.token) : value
      return judge(await target.askProfile(text === undefined ? {} : { Authorization: text }))
    },
    { needs: ['profile'] },
  )
}

const unsigned = ({ claims }: Target) => `${signingInput({ alg: 'none' }, claims)}.`

export const AUTHORIZATION = family('El encabezado Authorization', 2, 'RFC 6750; RFC 9110; OWASP API2', [
  header('sin Authorization', 'La ruta no tiene guardia.'),
  header('Authorization vacío', 'Hay encabezado, y no se mira qué trae.', ''),
  header('«Bearer» a secas', 'Un token vacío no se verifica.', 'Bearer'),
  header(
    '«Bearer undefined»',
    'Un cliente con un fallo envía ese texto, y alguien lo dejó pasar.',
    'Bearer undefined',
  ),
  header('«Bearer null»', 'El texto «null» se convierte en el valor null.', 'Bearer null'),
  header(
    '«Bearer [object Object]»',
    'El texto de un objeto se toma por sesión vacía.',
    'Bearer [object Object]',
  ),
  header('el token sin esquema', 'Se acepta cualquier cosa que parezca un token.', (token) => token),
  header(
    'el token con esquema Basic',
    'El esquema no se mira: se toma lo segundo que haya.',
    (token) => `Basic ${token}`,
  ),
  header(
    'el token con esquema Token',
    'Un esquema que no es el tuyo abre la misma puerta.',
    (token) => `Token ${token}`,
  ),
  header(
    'el token con esquema JWT',
    'Un esquema antiguo de otra biblioteca sigue abierto.',
    (token) => `JWT ${token}`,
  ),
  header(
    '«Bearer» pegado al token',
    'Se quitan seis letras sin mirar qué hay detrás.',
    (token) => `Bearer${token}`,
  ),
  header('«Bearer:» con dos puntos', 'El esquema se busca por su comienzo.', (token) => `Bearer: ${token}`),
  header('«Bearer=» con igual', 'El esquema se corta por donde no es.', (token) => `Bearer=${token}`),
  header(
    '«BearerX» y el token',
    'El esquema solo tiene que empezar por Bearer.',
    (token) => `BearerX ${token}`,
  ),
  header(
    'el token entre comillas',
    'El valor se limpia antes de leerlo, y lo limpio no es lo que llegó.',
    (token) => `Bearer "${token}"`,
  ),
  header(
    'el token bueno y otro detrás',
    'Uno se verifica y otro se lee.',
    (token) => `Bearer ${token} ${token}`,
  ),
  header(
    'el token bueno, una coma y otro',
    'Dos encabezados unidos por un proxy: cada parte mira uno.',
    (token) => `Bearer ${token}, Bearer ${token}`,
  ),
  header('el token con algo detrás', 'Solo se mira el primer trozo.', (token) => `Bearer ${token} de-mas`),
  header(
    'usuario y contraseña en Basic',
    'La ruta acepta además otra autenticación que nadie protege.',
    () => `Basic ${btoa('admin:admin')}`,
  ),
  header(
    'un token de mil puntos',
    'Partir el texto por los puntos se come la memoria o el tiempo.',
    `Bearer ${'.'.repeat(1000)}`,
  ),
  header(
    'un token que no es base64url',
    'El lector falla y su fallo se toma por éxito.',
    'Bearer ¡.¡.¡'.replaceAll('¡', '%'),
  ),
  attack(
    'un token sin firma de un solo uso',
    'Los claims se leen antes de verificar, para elegir la clave o el registro.',
    async (target) => judge(await target.askProfile(bearer(unsigned(target)))),
    { needs: ['profile'] },
  ),
])

/** The good token in a place where it does not belong. */
function elsewhere(title: string, reason: string, headers: (token: string) => Record<string, string>): Draft {
  return attack(title, reason, async (target) => judge(await target.askProfile(headers(target.token))), {
    needs: ['profile'],
  })
}

function inAddress(title: string, reason: string, name: string): Draft {
  return attack(
    title,
    reason,
    async (target) => {
      const { path } = target.route('profile')
      return judge(await target.askProfile({}, { path: `${path}?${name}=${target.token}` }))
    },
    { needs: ['profile'] },
  )
}

function inBody(title: string, reason: string, type: string, body: (token: string) => string): Draft {
  return attack(
    title,
    reason,
    async (target) => judge(await target.askProfile({ 'Content-Type': type }, { body: body(target.token) })),
    { needs: ['profile'] },
  )
}

export const ELSEWHERE = family('El token, donde no debe viajar', 2, 'RFC 6750; OWASP API2', [
  inAddress(
    'en ?token=',
    'Las direcciones se guardan en historiales, registros y encabezados Referer.',
    'token',
  ),
  inAddress(
    'en ?access_token=',
    'El estándar lo permitía y ya lo desaconseja: la dirección queda escrita en todas partes.',
    'access_token',
  ),
  inAddress('en ?jwt=', 'Una entrada que se olvidó cerrar.', 'jwt'),
  inAddress(
    'en ?Authorization=',
    'Se leen encabezados y parámetros como si fueran lo mismo.',
    'Authorization',
  ),
  inBody(
    'en el cuerpo, como JSON',
    'El cuerpo se guarda y se repite más que un encabezado.',
    'application/json',
    (token) => JSON.stringify({ token, access_token: token }),
  ),
  inBody(
    'en el cuerpo, como formulario',
    'Un formulario de otro sitio puede enviarlo.',
    'application/x-www-form-urlencoded',
    (token) => `access_token=${token}`,
  ),
  elsewhere('en la cookie token', 'El navegador la envía solo, también desde otro sitio.', (token) => ({
    Cookie: `token=${token}`,
  })),
  elsewhere(
    'en la cookie access_token',
    'Una cookie sin protección contra CSRF abre la misma puerta.',
    (token) => ({ Cookie: `access_token=${token}; jwt=${token}` }),
  ),
  elsewhere('en X-Access-Token', 'Un segundo encabezado es un segundo sitio que proteger.', (token) => ({
    'X-Access-Token': token,
  })),
  elsewhere('en X-Auth-Token', 'Los proxies no lo borran de sus registros.', (token) => ({
    'X-Auth-Token': token,
  })),
  elsewhere('en Proxy-Authorization', 'Es de los proxies: cualquiera del camino lo lee.', (token) => ({
    'Proxy-Authorization': `Bearer ${token}`,
  })),
  elsewhere('en X-Authorization', 'Un nombre parecido que nadie filtra.', (token) => ({
    'X-Authorization': `Bearer ${token}`,
  })),
])

/** The protected route under another name, without a token. */
function renamed(title: string, reason: string, rename: (path: string) => string): Draft {
  return bypass(title, reason, (target) =>
    target.askProfile({}, { path: rename(target.route('profile').path) }),
  )
}

function claiming(title: string, reason: string, headers: (target: Target) => Record<string, string>): Draft {
  return bypass(title, reason, (target) => target.askProfile(headers(target)))
}

const without = (method: string) => (target: Target) => target.askProfile({}, { method })
const pathOf = (target: Target) => target.route('profile').path

export const BYPASSES = family('Rodear la guardia', 2, 'OWASP API5 y API8; PortSwigger, «Access control»', [
  renamed('la ruta en mayúsculas', 'La guardia compara el texto y el enrutador no distingue.', (path) =>
    path.toUpperCase(),
  ),
  renamed(
    'la ruta con / al final',
    'La guardia protege una forma y el enrutador acepta dos.',
    (path) => `${path}/`,
  ),
  renamed('la ruta con dos //', 'Un proxy las une después de que la guardia mire.', (path) => `/${path}`),
  renamed('la ruta con /./', 'La ruta se normaliza después de comprobarla.', (path) => `/.${path}`),
  renamed('la ruta con /x/../', 'La ruta se normaliza después de comprobarla.', (path) => `/x/..${path}`),
  renamed(
    'la ruta con una letra codificada',
    'La guardia mira el texto codificado y el enrutador, el otro.',
    (path) => `/%${path.charCodeAt(1).toString(16)}${path.slice(2)}`,
  ),
  renamed(
    'la ruta con %2f al final',
    'Una barra codificada pasa por parte del nombre.',
    (path) => `${path}%2f`,
  ),
  renamed('la ruta con %00 al final', 'Algo corta la ruta en el carácter nulo.', (path) => `${path}%00`),
  renamed(
    'la ruta con ;parámetro',
    'Un servidor quita lo que sigue al punto y coma y otro no.',
    (path) => `${path};x=1`,
  ),
  renamed(
    'la ruta con .json',
    'Una extensión cambia de controlador y no de datos.',
    (path) => `${path}.json`,
  ),
  renamed(
    'la ruta con un parámetro',
    'La guardia compara la dirección entera.',
    (path) => `${path}?publico=1`,
  ),
  bypass('HEAD sin token', 'La guardia solo cubre GET, y HEAD ejecuta lo mismo.', without('HEAD')),
  bypass('POST sin token', 'Otro método llega al mismo controlador sin guardia.', without('POST')),
  bypass(
    'PUT sin token',
    'La ruta se registró para todos los métodos y la guardia, para uno.',
    without('PUT'),
  ),
  bypass('DELETE sin token', 'El método que borra quedó abierto.', without('DELETE')),
  bypass('X-HTTP-Method-Override', 'El método se cambia después de pasar la guardia.', (target) =>
    target.askProfile({ 'X-HTTP-Method-Override': 'GET' }, { method: 'POST' }),
  ),
  bypass('?_method=GET', 'El método se cambia después de pasar la guardia.', (target) =>
    target.askProfile({}, { method: 'POST', path: `${pathOf(target)}?_method=GET` }),
  ),
  bypass('X-Original-URL', 'La ruta de verdad viaja en un encabezado que escribe quien ataca.', (target) =>
    target.send({ path: '/', headers: { 'X-Original-URL': pathOf(target) } }),
  ),
  claiming('X-User-Id con la cuenta', 'Se cree a un encabezado que debía poner un proxy.', ({ claims }) => ({
    'X-User-Id': String(claims.sub),
    'X-User': String(claims.sub),
  })),
  claiming(
    'X-Forwarded-User con la cuenta',
    'Sin proxy delante, ese encabezado lo escribe cualquiera.',
    ({ map }) => ({
      'X-Forwarded-User': map.account.user,
      'X-Remote-User': map.account.user,
    }),
  ),
  claiming('X-Forwarded-For: 127.0.0.1', 'A lo que dice venir de casa no se le pide token.', () => ({
    'X-Forwarded-For': '127.0.0.1',
    'X-Real-IP': '127.0.0.1',
  })),
  claiming('X-Debug', 'Un atajo de desarrollo que llegó a producción.', () => ({
    'X-Debug': 'true',
    'X-Test': '1',
  })),
])
