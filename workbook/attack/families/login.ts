import { IN, judge, judgeLeak } from '../attack.ts'
import { attack, type Draft, family, login } from '../drafts.ts'
import type { Target } from '../target.ts'

/** A login with a user and a password that are not those of any account. */
function wrong(
  title: string,
  reason: string,
  user: unknown | ((target: Target) => unknown),
  password: unknown | ((target: Target) => unknown),
): Draft {
  const readValue = (given: unknown, target: Target) => (typeof given === 'function' ? given(target) : given)
  return login(title, reason, (target) =>
    target.login(target.credentials(readValue(user, target), readValue(password, target))),
  )
}

const known = ({ map }: Target) => map.account.user
const right = ({ map }: Target) => map.account.password
/** One for all, so that a server that derives a key from each password does it once. */
const ANY = 'x'

export const CREDENTIALS = family(
  'Entrar sin la contraseña',
  7,
  'OWASP, «Authentication» e «Injection Prevention»; OWASP API2',
  [
    login('una contraseña cualquiera', 'La contraseña no se comprueba.', (target) => target.asSomebody()),
    wrong('la contraseña vacía', 'Lo vacío se salta la comprobación.', known, ''),
    wrong('la contraseña, nula', 'null es igual a lo que no se guardó.', known, null),
    wrong('sin contraseña', 'undefined es igual a lo que no se guardó.', known, undefined),
    wrong('la contraseña, verdadera', 'true == «algo» en una comparación laxa.', known, true),
    wrong('la contraseña, cero', 'En una comparación laxa, cero es igual a muchos textos.', known, 0),
    wrong('la contraseña, un array vacío', '[] se convierte en texto vacío.', known, []),
    wrong(
      'la contraseña buena, dentro de un array',
      'Un array se convierte en su único elemento.',
      known,
      (target: Target) => [right(target)],
    ),
    wrong(
      'la contraseña, {"$ne": null}',
      'La base de datos recibe una condición que cumple cualquiera.',
      known,
      { $ne: null },
    ),
    wrong('la contraseña, {"$gt": ""}', 'Toda contraseña es mayor que la vacía.', known, { $gt: '' }),
    wrong('la contraseña, {"$regex": ".*"}', 'Una expresión que lo acepta todo.', known, { $regex: '.*' }),
    wrong(
      'quién y contraseña, {"$ne": null}',
      'La primera cuenta que haya, que suele ser la de administración.',
      { $ne: null },
      { $ne: null },
    ),
    wrong(
      'quién, como array',
      'Un array de un elemento se convierte en ese elemento.',
      (target: Target) => [known(target)],
      right,
    ),
    wrong('quién, con SQL', 'Las comillas cierran el texto de la consulta.', "' OR '1'='1' --", ANY),
    wrong(
      'quién, con SQL que comenta la contraseña',
      'Lo que sigue a -- no se comprueba.',
      (target: Target) => `${known(target)}' --`,
      ANY,
    ),
    wrong(
      'quién, con UNION SELECT',
      'La consulta devuelve una fila inventada.',
      "x' UNION SELECT 1,'x','admin','x' --",
      ANY,
    ),
    wrong('la contraseña, con SQL', 'La contraseña también llega a la consulta.', known, "' OR '1'='1"),
    wrong('quién, con el comodín %', 'La consulta usa LIKE.', '%', right),
    wrong(
      'quién, y un carácter nulo',
      'La base de datos corta el texto en el carácter nulo.',
      (target: Target) => `${known(target)}\0x`,
      right,
    ),
    wrong(
      'la contraseña y un carácter nulo',
      'Una biblioteca en C corta ahí el texto.',
      known,
      (target: Target) => `${right(target)}\0x`,
    ),
    wrong(
      'la contraseña en mayúsculas',
      'Se guarda o se compara sin distinguir mayúsculas.',
      known,
      (target: Target) => right(target).toUpperCase(),
    ),
    wrong(
      'la contraseña con espacios alrededor',
      'Se recorta al comprobar: hay más de una contraseña buena.',
      known,
      (target: Target) => ` ${right(target)} `,
    ),
    wrong(
      'el comienzo de la contraseña',
      'La comparación se para en la más corta.',
      known,
      (target: Target) => right(target).slice(0, -1),
    ),
    wrong(
      'la contraseña y algo detrás',
      'La función corta los textos largos y no lo dice.',
      known,
      (target: Target) => `${right(target)}${'x'.repeat(80)}`,
    ),
    login(
      'el hash que se guarda, como contraseña',
      'Se compara primero el texto con lo guardado: quien robe la tabla entra.',
      (target) => target.login(target.credentials(target.map.account.user, target.map.account.hash)),
      { needs: ['hash'] },
    ),
  ],
)

const JSON_TYPE = { 'Content-Type': 'application/json' }

/** A login with a body that is no login. */
function body(
  title: string,
  reason: string,
  text: string,
  headers: Record<string, string> = JSON_TYPE,
): Draft {
  return login(title, reason, (target) => target.login(text, { headers }))
}

const LONG = 200_000
const DEEP = 20_000

export const BODIES = family('Cuerpos que nadie espera', 4, 'OWASP API4 y API8', [
  body('ningún cuerpo', 'Leer un campo de undefined rompe el controlador.', '', {}),
  body(
    'un cuerpo que no es JSON',
    'El error del lector llega entero a quien ataca, o nadie responde.',
    '{"email":',
  ),
  body('null', 'typeof null es «object», y sus campos no existen.', 'null'),
  body('un array', 'Un array también es un objeto.', '[]'),
  body('un texto', 'Los textos también tienen propiedades.', '"hola"'),
  body('cero', 'El lector solo acepta objetos, o debería.', '0'),
  body(
    'veinte mil corchetes anidados',
    'Un lector recursivo agota la pila y el proceso muere.',
    '['.repeat(DEEP) + ']'.repeat(DEEP),
  ),
  body(
    'doscientos mil caracteres',
    'Sin límite, cada solicitud reserva la memoria que quiera quien ataca.',
    JSON.stringify({ email: 'x'.repeat(LONG) }),
  ),
  body('un juego de caracteres inventado', 'El lector falla con un error que nadie previó.', '{}', {
    'Content-Type': 'application/json; charset=inventado',
  }),
  body('una compresión inventada', 'El lector falla con un error que nadie previó.', '{}', {
    ...JSON_TYPE,
    'Content-Encoding': 'inventada',
  }),
  body(
    'XML',
    'Un lector de XML resuelve entidades externas.',
    '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>',
    { 'Content-Type': 'application/xml' },
  ),
  login(
    'las credenciales en la dirección de un GET',
    'La contraseña queda en registros e historiales.',
    (target) => {
      const query = new URLSearchParams(target.ownCredentials as Record<string, string>)
      return target.send({ method: 'GET', path: `${target.map.login.path}?${query}` })
    },
  ),
  login(
    'las credenciales buenas, sin decir que son JSON',
    'Un formulario de otro sitio puede enviarlas: CSRF al iniciar sesión.',
    (target) => {
      return target.login(target.ownCredentials, { headers: { 'Content-Type': 'text/plain' } })
    },
  ),
  login(
    '__proto__ en el cuerpo',
    'Copiar el cuerpo sobre otro objeto cambia lo que heredan todos.',
    (target) => target.login(`{"__proto__":${JSON.stringify(target.ownCredentials)}}`),
  ),
  login('constructor.prototype en el cuerpo', 'El mismo daño por otro camino.', (target) =>
    target.login(`{"constructor":{"prototype":${JSON.stringify(target.ownCredentials)}}}`),
  ),
])

/** Two logins that fail, whose answers must say the same. */
export const ENUMERATION = family('Averiguar qué cuentas existen', 7, 'OWASP, «Authentication»', [
  attack(
    'mensaje distinto si la cuenta no existe',
    'La respuesta dice qué correos tienen cuenta: ya solo falta la contraseña.',
    async (target) => {
      const unknown = await target.asNobody()
      const wrongPassword = await target.asSomebody()
      if (judge(unknown).verdict !== 'held') return judge(unknown)
      return wrongPassword.body === unknown.body ? judgeLeak(wrongPassword, false) : IN
    },
  ),
  attack(
    'estado distinto si la cuenta no existe',
    'Un 404 frente a un 401 dice lo mismo que un mensaje.',
    async (target) => {
      const unknown = await target.asNobody()
      const wrongPassword = await target.asSomebody()
      return wrongPassword.status === unknown.status ? judgeLeak(unknown, false) : IN
    },
  ),
  attack(
    'encabezados distintos si la cuenta no existe',
    'Una cookie o un encabezado de más delata la cuenta.',
    async (target) => {
      const unknown = await target.asNobody()
      const wrongPassword = await target.asSomebody()
      const names = ({ headers }: { headers: object }) => Object.keys(headers).sort().join()
      return names(wrongPassword) === names(unknown) ? judgeLeak(unknown, false) : IN
    },
  ),
  attack(
    'el correo, repetido en el error',
    'La respuesta confirma lo que se preguntó, y se guarda donde se guarden los errores.',
    async (target) => {
      const answer = await target.asSomebody()
      return judgeLeak(answer, answer.body.includes(known(target)))
    },
  ),
  attack(
    'la contraseña, repetida en el error',
    'Lo que se escribió mal suele ser la contraseña de otro sitio.',
    async (target) => {
      const typed = 'contrasena-mal-escrita'
      const answer = await target.login(target.credentials(known(target), typed))
      return judgeLeak(answer, answer.body.includes(typed))
    },
  ),
])
