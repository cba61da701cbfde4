import { HELD, judge } from '../attack.ts'
import { attack, type Draft, family } from '../drafts.ts'
import { bearer, type Target } from '../target.ts'

/** Those of tutorials, manuals and lists of leaked ones, and those that a variable that is missing turns into. */
const FAMOUS =
  `secret secret1 Secret SECRET mysecret my-secret my_secret supersecret super-secret topsecret secretkey
secret-key secret_key SECRET_KEY your-secret-key your_secret_key your-256-bit-secret your-384-bit-secret
your-512-bit-secret a-string-secret-at-least-256-bits-long jwt jwtsecret jwt-secret jwt_secret JWT_SECRET
JWT_SECRETO jwtkey token key clave secreto mi-secreto mi_secreto password contraseña changeme changeit change-me
cambiame default test testing dev development desarrollo produccion production private privatekey shhhhh
shhhhhhared-secret keyboardcat admin root qwerty letmein iloveyou 123456 12345678 1234567890 abc123 node express
gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr9C secretoprovisional supersecreto este-es-un-secreto tu-secreto tu_secreto`.split(
    /\s+/,
  )

/** What a variable that is not there turns into, and what a form leaves. */
const MISSING = ['undefined', 'null', 'NaN', 'false', 'true', '[object Object]', '{}', '""', "''"]

/** Published with the workbook itself: in its pages, its tests and its wrong answers. */
const OURS = [
  'un-secreto-de-pruebas-con-32-bytes!',
  'otro-secreto-de-pruebas-de-32-bytes!',
  'un-secreto-de-desarrollo-de-32-bytes',
  'otro-secreto-de-treinta-y-dos-bytes',
]

/** Tried on the good token, without asking the server: nobody could stop it. Then the server has its say. */
function guess(title: string, reason: string, secretsFor: (target: Target) => readonly string[]): Draft {
  return attack(
    title,
    reason,
    async (target) => {
      for (const secret of secretsFor(target)) {
        if (!(await target.isSecret(secret))) continue
        const forged = await target.forge(secret, { alg: target.header.alg })
        return judge(await target.askProfile(bearer(forged)))
      }
      return HELD
    },
    { needs: ['profile'] },
  )
}

const repeated = ['0', '1', 'a', 'x', '*', ' '].flatMap((char) =>
  [16, 32, 64].map((size) => char.repeat(size)),
)
const pins = Array.from({ length: 1000 }, (_, pin) => String(pin))

export const WEAK_SECRETS = family(
  'Secretos que se adivinan',
  1,
  'RFC 8725; OWASP, «JSON Web Token for Java»; PortSwigger',
  [
    guess(
      `un diccionario de ${FAMOUS.length} secretos`,
      'El secreto está en las listas que se prueban primero, sin pedir nada al servidor.',
      () => FAMOUS,
    ),
    guess(
      'una variable que no estaba',
      'El secreto es el texto «undefined» o parecido: la variable no se leyó.',
      () => MISSING,
    ),
    guess('los secretos de este cuaderno', 'El secreto se copió de un ejemplo publicado.', () => OURS),
    guess(
      'un solo carácter repetido',
      'Mide lo bastante y se adivina igual: falta azar, no longitud.',
      () => repeated,
    ),
    guess(
      'un número de hasta tres cifras',
      'Mil posibilidades se prueban en menos de un segundo.',
      () => pins,
    ),
    guess('un secreto vacío', 'Se firma con nada, y con nada firma cualquiera.', () => ['']),
    guess('el correo de la cuenta', 'Lo que se sabe de quien entra no es un secreto.', ({ map }) => [
      map.account.user,
      map.account.user.split('@')[0] ?? '',
    ]),
    guess('la contraseña de la cuenta', 'La contraseña de alguien firma los tokens de todos.', ({ map }) => [
      map.account.password,
    ]),
    guess('lo que dice el propio token', 'El secreto sale de un claim que lee cualquiera.', ({ claims }) =>
      Object.values(claims).flatMap((value) =>
        ['string', 'number'].includes(typeof value) ? [String(value)] : [],
      ),
    ),
    guess('la fecha de hoy', 'Un secreto que se calcula lo calcula cualquiera.', ({ now }) => {
      const today = new Date(now * 1000).toISOString().slice(0, 10)
      return [today, today.replaceAll('-', ''), today.slice(0, 4), today.slice(0, 7)]
    }),
  ],
)
