import { type Answer, HELD, IN, type Judgement, judge, judgeLeak, type Shot } from '../attack.ts'
import { attack, type Draft, family } from '../drafts.ts'
import { bearer, type Target } from '../target.ts'

const IN_CLEAR: Partial<Shot> = { secure: false }
const HOST = 'atacante.example'
const TWO_YEARS_S = 2 * 366 * 24 * 3600

/** A request with a secret in it, in clear text: it must be refused, and not sent on. */
function inClear(title: string, reason: string, send: (target: Target) => Promise<Answer>): Draft {
  return attack(
    title,
    reason,
    async (target) => {
      const answer = await send(target)
      return answer.status >= 300 && answer.status < 400 ? IN : judge(answer)
    },
    { needs: ['tls', 'profile'] },
  )
}

/** A visit in clear text: where it is sent must be this same server. */
function redirect(title: string, reason: string, shot: Partial<Shot>): Draft {
  return attack(
    title,
    reason,
    async (target) => {
      const answer = await target.send({ ...IN_CLEAR, path: '/perfil', ...shot })
      const { location } = answer.headers
      if (answer.status < 300 || answer.status >= 400 || !location) return judge(answer)
      return pointsElsewhere(location) ? IN : HELD
    },
    { needs: ['tls'] },
  )
}

function pointsElsewhere(location: string): boolean {
  try {
    return new URL(location, 'https://localhost').hostname.includes(HOST)
  } catch {
    return false
  }
}

function strictTransport(
  title: string,
  reason: string,
  ask: (target: Target) => Promise<Answer>,
  wrong: (value: string | undefined) => boolean,
): Draft {
  return attack(
    title,
    reason,
    async (target): Promise<Judgement> => {
      const answer = await ask(target)
      return judgeLeak(answer, wrong(answer.headers['strict-transport-security']))
    },
    { needs: ['tls', 'profile'] },
  )
}

const secureProfile = (target: Target) => target.askProfile(bearer(target.token))
const ageOf = (value = '') => Number(/max-age=(\d+)/.exec(value)?.[1])
const trusting = (headers: Record<string, string>) => (target: Target) =>
  target.askProfile({ ...bearer(target.token), ...headers }, IN_CLEAR)

export const HTTPS = family(
  'Lo que viaja sin cifrar',
  8,
  'RFC 6797; OWASP, «HTTP Strict Transport Security»; OWASP API8',
  [
    inClear(
      'el login, sin cifrar',
      'La contraseña ya viajó en claro: redirigir la repite y nadie se entera.',
      (target) => {
        return target.login(target.ownCredentials, IN_CLEAR)
      },
    ),
    inClear('un token, sin cifrar', 'Quien escuche la red ya tiene el token.', (target) =>
      target.askProfile(bearer(target.token), IN_CLEAR),
    ),
    inClear('un token en un HEAD, sin cifrar', 'HEAD lleva los mismos encabezados que GET.', (target) =>
      target.askProfile(bearer(target.token), { ...IN_CLEAR, method: 'HEAD' }),
    ),
    inClear(
      'usuario y contraseña en Basic, sin cifrar',
      'Solo se miran los tokens Bearer, y Basic lleva una contraseña.',
      (target) =>
        target.askProfile(
          { Authorization: `Basic ${btoa(`${target.map.account.user}:${target.map.account.password}`)}` },
          IN_CLEAR,
        ),
    ),
    inClear(
      '«bearer» en minúsculas, sin cifrar',
      'El esquema no distingue mayúsculas y la comprobación sí.',
      (target) => target.askProfile({ Authorization: `bearer ${target.token}` }, IN_CLEAR),
    ),
    inClear('un PUT, sin cifrar', 'Solo se mira POST, y PUT también lleva cuerpo.', (target) =>
      target.askProfile(
        { 'Content-Type': 'application/json' },
        { ...IN_CLEAR, method: 'PUT', body: '{"password":"x"}' },
      ),
    ),
    inClear('un DELETE, sin cifrar', 'Redirigir lo que cambia datos esconde que llegó en claro.', (target) =>
      target.askProfile({}, { ...IN_CLEAR, method: 'DELETE' }),
    ),
    inClear(
      'cerrar la sesión, sin cifrar',
      'El token viaja en claro justo antes de revocarlo.',
      async (target) => {
        const token = (await target.session()) ?? ''
        return target.send({ ...target.route('logout'), ...IN_CLEAR, headers: bearer(token) })
      },
    ),
    inClear(
      'X-Forwarded-Proto: https',
      'Sin proxy delante, ese encabezado lo escribe cualquiera y el servidor cree que va cifrado.',
      trusting({ 'X-Forwarded-Proto': 'https' }),
    ),
    inClear(
      'X-Forwarded-Ssl: on',
      'Otro nombre para la misma mentira.',
      trusting({ 'X-Forwarded-Ssl': 'on', 'Front-End-Https': 'on' }),
    ),
    inClear(
      'Forwarded: proto=https',
      'El encabezado del estándar también lo escribe cualquiera.',
      trusting({ Forwarded: 'proto=https' }),
    ),
    redirect(
      'Host de otro sitio',
      'La redirección se construye con el Host que envía quien ataca: una caché la guarda para todos.',
      { headers: { Host: HOST } },
    ),
    redirect('X-Forwarded-Host de otro sitio', 'La dirección sale de un encabezado que escribe cualquiera.', {
      headers: { 'X-Forwarded-Host': HOST },
    }),
    redirect('//sitio como ruta', 'Una ruta con dos barras se toma por otro servidor.', {
      path: `//${HOST}/perfil`,
    }),
    redirect('/@sitio como ruta', 'Pegada al origen sin barra, lo que precede a la arroba es un usuario.', {
      path: `/@${HOST}`,
    }),
    redirect('/\\sitio como ruta', 'El navegador lee la barra invertida como una normal.', {
      path: `/%5c${HOST}`,
    }),
    strictTransport(
      'sin HSTS',
      'La próxima visita puede empezar sin cifrar.',
      secureProfile,
      (value) => value === undefined,
    ),
    strictTransport(
      'HSTS de menos de medio año',
      'Caduca entre visita y visita.',
      secureProfile,
      (value) => !(ageOf(value) >= 180 * 24 * 3600),
    ),
    strictTransport(
      'HSTS sin los subdominios',
      'Un subdominio sin cifrar lee y escribe las cookies del dominio.',
      secureProfile,
      (value) => !/includeSubDomains/i.test(value ?? ''),
    ),
    strictTransport(
      'HSTS de siglos',
      'El número está en milisegundos: nadie podrá volver atrás.',
      secureProfile,
      (value) => ageOf(value) > TWO_YEARS_S,
    ),
    strictTransport(
      'HSTS con preload desde el primer día',
      'La lista de los navegadores tarda meses en deshacerse.',
      secureProfile,
      (value) => /preload/i.test(value ?? ''),
    ),
    strictTransport(
      'HSTS enviado sin cifrar',
      'Por HTTP lo pone o lo quita quien esté en medio.',
      (target) => target.send({ ...IN_CLEAR, path: target.route('profile').path }),
      (value) => value !== undefined,
    ),
  ],
)
