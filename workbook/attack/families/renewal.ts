import {
  HELD,
  IN,
  isFine,
  type Judgement,
  judge,
  judgeLeak,
  judgeSpoilt,
  type Need,
  NO_SESSION,
  unclear,
} from '../attack.ts'
import { attack, type Draft, family } from '../drafts.ts'
import { base64url, signingInput, signWith } from '../forge.ts'
import { bearer, type Target } from '../target.ts'

/** What is done with the renewal token of a new session. */
function renewal(
  title: string,
  reason: string,
  use: (target: Target, token: string) => Promise<Judgement>,
  needs: readonly Need[] = [],
): Draft {
  const launch = async (target: Target) => {
    const token = await target.renewable()
    return token === undefined ? NO_SESSION : use(target, token)
  }
  return attack(title, reason, launch, { needs: ['renew', ...needs] })
}

/** A renewal with something that is no token of this server. */
function invented(
  title: string,
  reason: string,
  forge: (target: Target, token: string) => unknown,
  needs: readonly Need[] = [],
): Draft {
  return renewal(
    title,
    reason,
    async (target, token) => judge(await target.renew(await forge(target, token))),
    needs,
  )
}

/** Renews so many times; gives all the tokens there were, or how far it came. */
async function chain(target: Target, first: string, times: number): Promise<string[] | Judgement> {
  const tokens = [first]
  for (let at = 0; at < times; at++) {
    const answer = await target.renew(tokens.at(-1) ?? '')
    const next = target.renewalIn(answer)
    if (next === undefined) return unclear(`renovar responde ${answer.status}`)
    tokens.push(next)
  }
  return tokens
}

/** A renewal token with another letter in its last part. */
function altered(token: string): string {
  const at = token.length - 10
  return token.slice(0, at) + (token[at] === 'A' ? 'B' : 'A') + token.slice(at + 1)
}

function withClaims(target: Target, token: string, claims: object): string {
  const { header, claims: own } = target.readToken(token)
  return `${signingInput(header, { ...own, ...claims })}.${token.split('.').at(-1)}`
}

export const RENEWAL = family('Renovar la sesión', 9, 'RFC 9700, «Refresh Token Protection»; RFC 6749', [
  renewal(
    'el token de hace dos renovaciones',
    'Los tokens usados siguen valiendo: quien copió uno entra cuando quiera.',
    async (target, token) => {
      const tokens = await chain(target, token, 2)
      return Array.isArray(tokens) ? judge(await target.renew(token)) : tokens
    },
  ),
  renewal(
    'el último token, después de usar otra vez uno viejo',
    'Un token usado dos veces lo tienen dos: si la sesión no se cierra, el ladrón se queda dentro.',
    async (target, token) => {
      const tokens = await chain(target, token, 2)
      if (!Array.isArray(tokens)) return tokens
      await target.renew(token)
      return judge(await target.renew(tokens.at(-1) ?? ''))
    },
  ),
  renewal(
    'el mismo token después de renovar',
    'Renovar devuelve el mismo token: no rota, y un robo no se nota nunca.',
    async (target, token) => {
      const tokens = await chain(target, token, 1)
      if (!Array.isArray(tokens)) return tokens
      return tokens[0] === tokens[1] ? IN : HELD
    },
  ),
  renewal(
    'cerrar una sesión ajena con un token inventado',
    'Se cierra la sesión que dice el token sin mirar antes si es nuestro.',
    async (target, token) => {
      await target.renew(altered(token))
      return judgeSpoilt(await target.renew(token))
    },
  ),
  renewal(
    'cerrar las demás sesiones con un token viejo',
    'La alarma cierra todas las sesiones: basta un token usado para echar a todos.',
    async (target, token) => {
      const other = await target.renewable()
      const tokens = await chain(target, token, 2)
      if (other === undefined || !Array.isArray(tokens)) return NO_SESSION
      await target.renew(token)
      return judgeSpoilt(await target.renew(other))
    },
  ),
  renewal(
    'el token de renovación, después de cerrar la sesión',
    'Cerrar la sesión revoca el token de acceso y deja abierto el que da otros.',
    async (target) => {
      const answer = await target.login(target.ownCredentials)
      const [access, token] = [target.tokenIn(answer), target.renewalIn(answer)]
      if (access === undefined || token === undefined) return NO_SESSION
      await target.send({ ...target.route('logout'), headers: bearer(access) })
      return judge(await target.renew(token))
    },
    ['logout'],
  ),
  renewal(
    'el token de renovación, para entrar',
    'Es un JWT con una firma buena: sin mirar de qué clase es, abre treinta días.',
    async (target, token) => judge(await target.askProfile(bearer(token))),
    ['profile'],
  ),
  invented(
    'el token de acceso, para renovar',
    'Vale cualquier token firmado por el servidor.',
    ({ token }) => token,
  ),
  invented('un token con otra firma', 'Se lee lo que dice y no quién lo firmó.', (_target, token) =>
    altered(token),
  ),
  invented(
    'un token sin firma',
    'Sin firma no hay nada que comprobar, y algunos lo dan por bueno.',
    (_target, token) => token.split('.').slice(0, -1).concat('').join('.'),
  ),
  invented('alg none', 'El token elige que no lo verifiquen.', (target, token) => {
    const { header, claims } = target.readToken(token)
    return `${signingInput({ ...header, alg: 'none' }, claims)}.`
  }),
  invented(
    'firmado con el secreto de los tokens de acceso',
    'Una sola clave para dos clases de token: quien firma unos firma los otros.',
    (target, token) => {
      const { header, claims } = target.readToken(token)
      return signWith(target.map.secret ?? '', header, claims)
    },
    ['secret'],
  ),
  invented('firmado con una clave vacía', 'Si no encuentra la clave, verifica con nada.', (target, token) => {
    const { header, claims } = target.readToken(token)
    return signWith('', header, claims)
  }),
  invented(
    'otro número de renovación',
    'El número que cuenta las renovaciones lo escribe quien ataca.',
    (target, token) => withClaims(target, token, { numero: 2 }),
  ),
  invented(
    'la sesión de otro',
    'La sesión que se renueva la elige el texto y no la firma.',
    (target, token) => withClaims(target, token, { sid: crypto.randomUUID() }),
  ),
  invented('un final más lejano', 'El plazo se lee antes de verificar la firma.', (target, token) =>
    withClaims(target, token, { exp: target.now + 10 ** 7 }),
  ),
  invented('sin token', 'Renovar sin nada devuelve algo.', () => ({})),
  invented('un token vacío', 'Un texto vacío encuentra una sesión vacía.', ({ map }) => ({
    [map.fields.renewal]: '',
  })),
  invented('un array con el token', 'Un array se convierte en su texto.', ({ map }, token) => ({
    [map.fields.renewal]: [token],
  })),
  invented('un objeto', 'Una condición de base de datos encuentra la primera sesión.', ({ map }) => ({
    [map.fields.renewal]: { $ne: null },
  })),
  invented('true', 'Un booleano pasa las comprobaciones de que hay algo.', ({ map }) => ({
    [map.fields.renewal]: true,
  })),
  invented(
    '«__proto__»',
    'Se busca la sesión en un objeto corriente, y ese nombre siempre está.',
    () => '__proto__',
  ),
  invented(
    '«__proto__» con punto y clave',
    'Lo mismo, con la forma de un token.',
    () => `__proto__.${base64url('x')}.x`,
  ),
  attack(
    'elegir la sesión al entrar',
    'Quien ataca pone el identificador antes de que entre su víctima, y después lo usa.',
    async (target) => {
      const mine = await target.renewable()
      if (mine === undefined) return NO_SESSION
      const { sid } = target.readToken(mine).claims
      const body = { ...target.ownCredentials, sid, [target.map.fields.renewal]: mine }
      const theirs = target.renewalIn(await target.login(body))
      if (theirs === undefined) return HELD
      return theirs === mine || (sid !== undefined && target.readToken(theirs).claims.sid === sid) ? IN : HELD
    },
    { needs: ['renew'] },
  ),
  renewal(
    'renovar para que la sesión no acabe nunca',
    'Cada renovación alarga el plazo: una sesión robada no termina.',
    async (target, token) => {
      const tokens = await chain(target, token, 2)
      if (!Array.isArray(tokens)) return tokens
      const [first, last] = [tokens[0], tokens.at(-1)].map((one) => target.readToken(one ?? '').claims.exp)
      return typeof first === 'number' && typeof last === 'number' && last > first + 1 ? IN : HELD
    },
  ),
  renewal(
    'la respuesta, en una caché',
    'Son credenciales: sin no-store, las guarda cualquiera que esté en medio.',
    async (target, token) => {
      const answer = await target.renew(token)
      return judgeLeak(answer, isFine(answer) && !/no-store/.test(answer.headers['cache-control'] ?? ''))
    },
  ),
  renewal(
    'el token, repetido en el error',
    'Un error que copia el token lo deja escrito en los registros.',
    async (target, token) => {
      const wrong = altered(token)
      const answer = await target.renew(wrong)
      return judgeLeak(answer, answer.body.includes(wrong))
    },
  ),
])
