import jwt from 'jsonwebtoken'

/** A request that both APIs get, as a reader would name it. */
export interface SharedRequest {
  label: string
  method?: 'POST'
  path: string
  body?: object
  /** The whole `Authorization` header; `ana` and `root` stand for the token that each got at login. */
  authorization?: string
  /** Sent as if no proxy had ended TLS before. */
  inClear?: true
}

/** Signs, with the secret that both APIs share, what neither of them would issue. */
export function sharedRequests(secret: string): SharedRequest[] {
  const now = Math.floor(Date.now() / 1000)
  const bearer = (claims: object, key = secret) => `Bearer ${jwt.sign({ jti: 'x', ...claims }, key)}`
  const expired = { sub: '1', exp: now - 1 }
  return [
    ...logins,
    { label: 'con el token de Ana', path: '/perfil', authorization: 'ana' },
    { label: 'sin token', path: '/perfil' },
    { label: 'con otro esquema', path: '/perfil', authorization: 'Basic YW5hOmNsYXZl' },
    { label: 'con Bearer y nada más', path: '/perfil', authorization: 'Bearer' },
    {
      label: 'con otro secreto',
      path: '/perfil',
      authorization: bearer({ sub: '1' }, secret.toUpperCase()),
    },
    { label: 'con un token expirado', path: '/perfil', authorization: bearer(expired) },
    {
      label: 'expirado y con otro secreto',
      path: '/perfil',
      authorization: bearer(expired, secret.toUpperCase()),
    },
    { label: 'con un token sin exp', path: '/perfil', authorization: bearer({ sub: '1' }) },
    { label: 'como root', path: '/admin', authorization: 'root' },
    { label: 'como Ana', path: '/admin', authorization: 'ana' },
    {
      label: 'con un token sin rol',
      path: '/admin',
      authorization: bearer({ sub: '2', exp: now + 60 }),
    },
    { label: 'ruta que no existe', path: '/nada' },
    { label: 'por HTTP, sin token', path: '/perfil', inClear: true },
    { label: 'por HTTP, con token', path: '/perfil', authorization: 'ana', inClear: true },
    { label: 'cierre de sesión', method: 'POST', path: '/logout', authorization: 'ana' },
    { label: 'con el token ya cerrado', path: '/perfil', authorization: 'ana' },
  ]
}

const logins: SharedRequest[] = [
  login('inicio de sesión de Ana', 'ana@example.com', 'clave-ana'),
  login('inicio de sesión de root', 'root@example.com', 'clave-root'),
  login('contraseña equivocada', 'ana@example.com', 'otra'),
]

function login(label: string, email: string, password: string): SharedRequest {
  return { label, method: 'POST', path: '/login', body: { email, password } }
}
