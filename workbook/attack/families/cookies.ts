import { type Answer, isFine, type Judgement, judge, judgeLeak, type Need, unclear } from '../attack.ts'
import { attack, type Draft, family } from '../drafts.ts'
import { cookiesIn, type Target } from '../target.ts'

const EVIL = 'https://malo.example'
const NO_COOKIE = unclear('entrar no dejó ninguna cookie')

/** What a browser adds when another page asks. */
const ELSEWHERE: readonly [page: string, why: string, headers: (target: Target) => Record<string, string>][] =
  [
    [
      'otro sitio',
      'El navegador envía la cookie aunque la solicitud nazca en otra página.',
      () => ({ Origin: EVIL, 'Sec-Fetch-Site': 'cross-site' }),
    ],
    [
      'un subdominio',
      'Para el navegador es el mismo sitio, y SameSite deja salir la cookie.',
      () => ({ Origin: EVIL, 'Sec-Fetch-Site': 'same-site' }),
    ],
    [
      'un navegador sin Sec-Fetch-Site',
      'Si solo se mira el encabezado nuevo, los navegadores de antes entran.',
      () => ({ Origin: EVIL }),
    ],
    [
      'un origen opaco',
      'Un iframe aislado dice «null», y alguien lo dejó pasar.',
      () => ({ Origin: 'null' }),
    ],
    ['una página que no dice cuál es', 'Lo que no dice de dónde viene no viene de la página.', () => ({})],
    [
      'una página que solo lo dice en Referer',
      'Referer no siempre está, y es fácil de dejar en blanco.',
      ({ map }) => ({ Referer: `${map.origin ?? 'https://localhost'}/perfil` }),
    ],
    [
      'un origen que empieza igual',
      'Se compara el comienzo del origen y no el origen entero.',
      ({ map }) => ({ Origin: `${map.origin ?? 'https://localhost'}.malo.example` }),
    ],
    [
      'la misma página, sin cifrar',
      'Quien está en la red escribe páginas de http, y no debe poder usarlas.',
      ({ map }) => ({ Origin: (map.origin ?? 'https://localhost').replace(/^https:/, 'http:') }),
    ],
  ]

/** The session of the account, closed by another page. */
const CLOSINGS = ELSEWHERE.map(([page, reason, headers]) =>
  withCookies(
    `cerrar la sesión desde ${page}`,
    reason,
    async (target, Cookie) => judge(await target.post('logout', {}, { Cookie, ...headers(target) })),
    ['logout'],
  ),
)

/** A page of somebody else's leaves whoever visits it inside of another account. */
const OPENINGS = ELSEWHERE.slice(0, 5).map(([page, reason, headers]) =>
  attack(
    `abrir una sesión desde ${page}`,
    reason,
    async (target) => {
      return judge(await target.post('cookieLogin', target.ownCredentials, headers(target)))
    },
    { needs: ['cookieLogin'] },
  ),
)

const RENEWALS = ELSEWHERE.slice(0, 2).map(([page, reason, headers]) =>
  withCookies(
    `renovar la sesión desde ${page}`,
    reason,
    async (target, Cookie) => judge(await target.post('cookieRenew', {}, { Cookie, ...headers(target) })),
    ['cookieRenew'],
  ),
)

function withCookies(
  title: string,
  reason: string,
  use: (target: Target, cookies: string) => Promise<Judgement>,
  needs: readonly Need[] = [],
): Draft {
  const launch = async (target: Target) => {
    const cookies = await target.cookies()
    return cookies === undefined ? NO_COOKIE : use(target, cookies)
  }
  return attack(title, reason, launch, { needs: ['cookieLogin', ...needs] })
}

/** What each cookie must say of itself to a browser. */
function attribute(title: string, reason: string, isIn: (cookie: string) => boolean): Draft {
  return attack(
    title,
    reason,
    async (target) => {
      const answer = await enter(target)
      const cookies = cookiesIn(answer)
      return cookies.length ? judgeLeak(answer, !cookies.every(isIn)) : NO_COOKIE
    },
    { needs: ['cookieLogin'] },
  )
}

function enter(target: Target): Promise<Answer> {
  return target.once('cookies', () => target.post('cookieLogin', target.ownCredentials, target.ownPage))
}

/** Other names than that of the cookie, with the token in them. */
const LOOKALIKES: readonly [title: string, change: (name: string) => string][] = [
  ['con el nombre en minúsculas', (name) => name.toLowerCase()],
  ['con algo delante de su nombre', (name) => `x${name}`],
  ['con algo detrás de su nombre', (name) => `${name}x`],
  ['con un espacio duro delante', (name) => `\u00a0${name}`],
  ['dentro del valor de otra', (name) => `tema=${name}`],
]

export const COOKIES = family(
  'Cookies y páginas ajenas',
  10,
  'OWASP, «Cross-Site Request Forgery Prevention»',
  [
    ...CLOSINGS,
    ...OPENINGS,
    ...RENEWALS,
    attribute(
      'leer la cookie con un script',
      'Sin HttpOnly la lee cualquier script de la página.',
      (cookie) => /; *httponly/i.test(cookie),
    ),
    attribute('ver la cookie en la red', 'Sin Secure viaja también por HTTP.', (cookie) =>
      /; *secure/i.test(cookie),
    ),
    attribute(
      'enviar la cookie desde otro sitio',
      'Sin SameSite, el navegador la envía desde cualquier página.',
      (cookie) => /; *samesite=(strict|lax)/i.test(cookie),
    ),
    attribute(
      'poner la cookie desde un subdominio',
      'Sin el prefijo __Host-, o con Domain, la escribe quien tenga un subdominio.',
      (cookie) => cookie.startsWith('__Host-') && !/; *domain=/i.test(cookie),
    ),
    attack(
      'leer el token en el cuerpo',
      'El cuerpo lo lee cualquier script, y entonces HttpOnly no sirve de nada.',
      async (target) => {
        const answer = await enter(target)
        const values = cookiesIn(answer).map(
          (cookie) => cookie.split(';')[0]?.split('=').slice(1).join('=') ?? '',
        )
        return judgeLeak(
          answer,
          values.some((value) => value !== '' && answer.body.includes(value)),
        )
      },
      { needs: ['cookieLogin'] },
    ),
    attack(
      'un formulario con la contraseña',
      'Un formulario de otra página envía text/plain sin preguntar, y el servidor lo lee.',
      async (target) => {
        const headers = { 'Content-Type': 'text/plain', Origin: EVIL, 'Sec-Fetch-Site': 'cross-site' }
        const body = JSON.stringify(target.ownCredentials)
        return judge(await target.send({ ...target.route('cookieLogin'), headers, body }))
      },
      { needs: ['cookieLogin'] },
    ),
    withCookies(
      'una credencial mala con una cookie buena',
      'Si el encabezado no vale se prueba con la cookie, que puede ser de otra cuenta.',
      async (target, Cookie) => judge(await target.askProfile({ Cookie, Authorization: 'Bearer roto' })),
      ['profile'],
    ),
    withCookies(
      'una credencial de otro esquema con una cookie buena',
      'El encabezado que no se entiende se ignora, y entra la cookie.',
      async (target, Cookie) => judge(await target.askProfile({ Cookie, Authorization: 'Basic x' })),
      ['profile'],
    ),
    withCookies(
      'una cookie buena, sin cifrar',
      'La cookie es una credencial: por HTTP ya la ha visto quien escucha.',
      async (target, Cookie) => judge(await target.askProfile({ Cookie }, { secure: false })),
      ['profile', 'tls'],
    ),
    withCookies(
      'la cookie, después de cerrar la sesión',
      'Cerrar borra la cookie del navegador y no revoca el token.',
      async (target, Cookie) => {
        const { status } = await target.post('logout', {}, { Cookie, ...target.ownPage })
        if (!isFine({ status })) return unclear(`cerrar la sesión responde ${status}`)
        return judge(await target.askProfile({ Cookie }))
      },
      ['logout', 'profile'],
    ),
    withCookies(
      'leer el perfil desde otra página',
      'Un encabezado de CORS que repite el origen deja leer la respuesta a cualquiera.',
      async (target, Cookie) => {
        const answer = await target.askProfile({ Cookie, Origin: EVIL, 'Sec-Fetch-Site': 'cross-site' })
        const allowed = answer.headers['access-control-allow-origin']
        return judgeLeak(answer, allowed === EVIL || allowed === '*')
      },
      ['profile'],
    ),
    ...LOOKALIKES.map(([title, change]) =>
      withCookies(
        `el token, ${title}`,
        'El navegador protege un nombre y no los que se parecen: esos los escribe quien ataca.',
        async (target, cookies) => {
          const [name = '', ...value] = cookies.split('; ')[0]?.split('=') ?? []
          return judge(await target.askProfile({ Cookie: `${change(name)}=${value.join('=')}` }))
        },
        ['profile'],
      ),
    ),
  ],
)
