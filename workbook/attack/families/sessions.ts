import { type Answer, HELD, IN, type Judgement, judge, judgeSpoilt, NO_SESSION, unclear } from '../attack.ts'
import { attack, type Draft, family, signed } from '../drafts.ts'
import { bearer, type Target } from '../target.ts'

/** What is done with the token of a session that was closed. */
function afterLogout(
  title: string,
  reason: string,
  use: (target: Target, token: string) => Promise<Judgement>,
): Draft {
  return attack(
    title,
    reason,
    async (target) => {
      const token = await target.session()
      if (!token) return NO_SESSION
      const closed = await logOut(target, token)
      return closed ?? use(target, token)
    },
    { needs: ['logout', 'profile'] },
  )
}

/** Nothing, if the session was closed. */
async function logOut(target: Target, token: string): Promise<Judgement | undefined> {
  const { status } = await target.send({ ...target.route('logout'), headers: bearer(token) })
  return status >= 200 && status < 300 ? undefined : unclear(`cerrar la sesión responde ${status}`)
}

const ask = async (target: Target, token: string) => judge(await target.askProfile(bearer(token)))
const jti = (title: string, reason: string, value: unknown): Draft =>
  signed(title, reason, { jti: value }, { needs: ['logout'] })

const BASE64URL = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** The same token under another text: the last character of a signature has bits that nobody reads. */
function twin(token: string): string {
  const last = BASE64URL.indexOf(token.at(-1) ?? '')
  return token.slice(0, -1) + BASE64URL[last ^ 1]
}

/** How long a token lasts that has to be used before it expires: a busy server may take the first ones too late. */
const SHORT_SECONDS = [2, 5, 15]
const MARGIN_MS = 20

/** Uses a token that expires soon, and waits until it has; gives it, or how the server refused it while it was good. */
async function useUntilItExpires(
  target: Target,
  use: (token: string) => Promise<Answer>,
): Promise<string | Judgement> {
  let status = 0
  for (const seconds of SHORT_SECONDS) {
    const exp = target.now + seconds
    const token = await target.sign({ exp, jti: crypto.randomUUID() })
    ;({ status } = await use(token))
    if (status >= 300) continue
    await until(exp)
    return token
  }
  return unclear(`un token recién firmado recibe ${status}`)
}

/** Waits for an instant, in seconds. */
function until(instant: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, instant * 1000 - Date.now() + MARGIN_MS))
}

async function stillIn(target: Target, token: string): Promise<Judgement> {
  return judgeSpoilt(await target.askProfile(bearer(token)))
}

/** Fewer than 64 bits, or only figures: a counter, or a clock. */
function guessable(jti: unknown): boolean {
  return typeof jti !== 'string' || jti.length < 11 || /^\d+$/.test(jti) || /^[0-9a-f]{0,15}$/i.test(jti)
}

export const SESSIONS = family(
  'Sesiones cerradas y tokens revocados',
  5,
  'OWASP, «JSON Web Token for Java»; OWASP API2',
  [
    afterLogout(
      'el token, después de cerrar la sesión',
      'Cerrar la sesión no revoca nada: solo lo olvida el cliente.',
      ask,
    ),
    afterLogout(
      'el token revocado, dos veces seguidas',
      'La primera consulta borra la revocación.',
      async (target, token) => {
        await target.askProfile(bearer(token))
        return ask(target, token)
      },
    ),
    afterLogout(
      'el token revocado, con otro esquema de espacios',
      'Se revoca el texto del encabezado y no el token.',
      async (target, token) => judge(await target.askProfile({ Authorization: `bearer   ${token}` })),
    ),
    afterLogout(
      'el token revocado, con la firma escrita de otra forma',
      'El mismo token tiene dos textos: quien revoca por el texto y no por el jti pierde uno.',
      (target, token) => ask(target, twin(token)),
    ),
    afterLogout(
      'el token revocado, tras cerrar otra sesión',
      'Solo se recuerda la última sesión cerrada.',
      async (target, token) => {
        const other = await target.session()
        const closed = other ? await logOut(target, other) : NO_SESSION
        return closed ?? ask(target, token)
      },
    ),
    afterLogout(
      'cerrar otra vez la sesión cerrada',
      'La ruta que cierra no pasa por la guardia.',
      async (target, token) =>
        judge(await target.send({ ...target.route('logout'), headers: bearer(token) })),
    ),
    afterLogout(
      'el token revocado, para pedir el rol',
      'La otra ruta tiene otra guardia, sin lista de revocados.',
      async (target, token) => {
        if (!target.has('admin')) return HELD
        return judge(await target.askAdmin(token))
      },
    ),
    attack(
      'cerrar la sesión sin token',
      'Quien no demuestra quién es no puede cerrar nada.',
      async (target) => judge(await target.send({ ...target.route('logout') })),
      { needs: ['logout'] },
    ),
    attack(
      'cerrar la sesión de otro con su jti',
      'La sesión que se cierra la elige la solicitud y no el token.',
      async (target) => {
        const [mine, theirs] = [await target.session(), await target.session()]
        if (!mine || !theirs) return NO_SESSION
        const { jti } = target.readToken(theirs).claims
        const { path } = target.route('logout')
        await target.send({
          ...target.route('logout'),
          path: `${path}?jti=${encodeURIComponent(String(jti))}`,
          headers: { ...bearer(mine), 'Content-Type': 'application/json' },
          body: JSON.stringify({ jti, token: theirs }),
        })
        return stillIn(target, theirs)
      },
      { needs: ['logout', 'profile'] },
    ),
    attack(
      'cerrar mi sesión cierra otra',
      'Todas las sesiones comparten identificador: quien cierra la suya echa a los demás.',
      async (target) => {
        const [mine, theirs] = [await target.enter(), await target.enter()]
        if (!mine || !theirs) return NO_SESSION
        return (await logOut(target, mine)) ?? stillIn(target, theirs)
      },
      { needs: ['logout', 'profile'] },
    ),
    attack(
      'adivinar el jti de otra sesión',
      'Un identificador corto o que cuenta se adivina: se puede revocar o suplantar el de otro.',
      async (target) => {
        await target.opening()
        return guessable(target.claims.jti) ? IN : HELD
      },
      { needs: ['logout'] },
    ),
    attack(
      'el token revocado, cuando otro revocado expira',
      'Al limpiar los que expiraron se olvidan todos.',
      async (target) => {
        const token = await target.session()
        const other = await target.session()
        if (!token || !other) return NO_SESSION
        const closed = await logOut(target, token)
        if (closed) return closed
        const expired = await useUntilItExpires(target, (short) =>
          target.send({ ...target.route('logout'), headers: bearer(short) }),
        )
        if (typeof expired !== 'string') return expired
        return (await logOut(target, other)) ?? ask(target, token)
      },
      { needs: ['logout', 'profile', 'signer', 'lifetime'] },
    ),
    jti('sin jti', 'Un token sin identificador no se puede revocar nunca.', undefined),
    jti('jti vacío', 'Todos los tokens sin identificador comparten el mismo.', ''),
    jti('jti numérico', 'El número y su texto son dos entradas distintas de la lista.', 7),
    jti('jti nulo', 'null es un identificador que nadie emite.', null),
    jti('jti como array', 'Un array nuevo nunca es igual a otro: la lista no lo encuentra.', ['sesion']),
    jti('jti como objeto', 'Un objeto no está nunca en una lista de textos.', { id: 'sesion' }),
    attack(
      'el jti revocado, dentro de un array',
      'La lista compara con otro tipo y no lo encuentra.',
      async (target) => {
        const token = await target.session()
        if (!token) return NO_SESSION
        const closed = await logOut(target, token)
        const { claims } = target.readToken(token)
        return closed ?? ask(target, await target.sign({ jti: [claims.jti] }))
      },
      { needs: ['logout', 'profile', 'signer'] },
    ),
    attack(
      'un token que expira mientras se usa',
      'Lo que una vez valió se recuerda y no se vuelve a verificar.',
      async (target) => {
        const expired = await useUntilItExpires(target, (short) => target.askProfile(bearer(short)))
        return typeof expired === 'string' ? ask(target, expired) : expired
      },
      { needs: ['profile', 'signer'], lesson: 1 },
    ),
  ],
)
