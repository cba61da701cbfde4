import { sign } from './sign.ts'
import { ask, askAfter, type Request, type Scene, type Situation } from './situation.ts'
import { claimsOf } from './tokens.ts'

const NEVER = 'Bearer x'

/** The other routes, other methods and other paths. */
export function routeSituations(scene: Scene): Situation[] {
  return [...ofAdmin(scene), ...ofLogout(scene), ...ofMethods(scene), ...ofPaths(scene), ...inClear(scene)]
}

function bearer(token: string): [string, string][] {
  return [['Authorization', `Bearer ${token}`]]
}

function ofAdmin(scene: Scene): Situation[] {
  const { own, other, secret, now } = scene
  const admin = (how: string, headers: Request['headers']) => ask(how, { path: '/admin', headers })
  const role = (how: string, others: object) =>
    admin(how, bearer(sign(claimsOf(scene, { sub: '2', ...others }), secret)))
  return [
    admin('como root', bearer(own.root)),
    admin('con el token que dio a root la otra API', bearer(other.root)),
    admin('como Ana', bearer(own.ana)),
    admin('sin token', []),
    admin('con un token que no vale', [['Authorization', NEVER]]),
    role('con un token sin rol', { rol: undefined }),
    role('con rol null', { rol: null }),
    role('con otro rol', { rol: 'superadmin' }),
    role('con el rol en mayúsculas', { rol: 'ADMIN' }),
    role('con el rol en un array', { rol: ['admin'] }),
    role('con el rol en otro claim', { rol: undefined, roles: ['admin'] }),
    role('con un rol que es un objeto', { rol: { admin: true } }),
    role('como root, expirado', { rol: 'admin', exp: now - 1 }),
    role('como root, de renovación', { rol: 'admin', type: 'refresh' }),
    role('como Ana, con rol admin en el token', { sub: '1', rol: 'admin' }),
    role('con una cuenta que no existe', { sub: '99', rol: 'admin' }),
  ]
}

function ofLogout(scene: Scene): Situation[] {
  const { own, other, secret, now } = scene
  const token = (jti: string, others: object = {}) => sign(claimsOf(scene, { jti, ...others }), secret)
  const close = (headers: Request['headers']): Request => ({ method: 'POST', path: '/logout', headers })
  const closed = (how: string, jti: string, path: string, others: object = {}, key = secret) =>
    askAfter([close(bearer(token(jti)))], how, {
      path,
      headers: bearer(sign(claimsOf(scene, { jti, ...others }), key)),
    })
  return [
    ask('cierre de sesión', close(bearer(token('dos')))),
    ask('con el token que dio a Ana la otra API', close(bearer(other.closing))),
    ask('sin token', close([])),
    ask('con otro esquema', close([['Authorization', 'Basic YW5hOmNsYXZl']])),
    ask('con un token que no vale', close([['Authorization', NEVER]])),
    ask('con un token expirado', close(bearer(token('tres', { exp: now - 1 })))),
    ask('con un token de renovación', close(bearer(token('cuatro', { type: 'refresh' })))),
    askAfter([close(bearer(token('cinco')))], 'por segunda vez', close(bearer(token('cinco')))),
    closed('con el token ya cerrado', 'seis', '/perfil'),
    closed('con el token ya cerrado', 'siete', '/admin'),
    closed('con otro token y el jti de uno cerrado', 'ocho', '/perfil', { sub: '2' }),
    closed('ya cerrado y expirado', 'nueve', '/perfil', { exp: now - 1 }),
    closed('ya cerrado y con otro secreto', 'diez', '/perfil', {}, secret.toUpperCase()),
    closed('ya cerrado y de renovación', 'once', '/perfil', { type: 'refresh' }),
    askAfter([close(bearer(token('doce')))], 'con otro token de la misma cuenta', {
      path: '/perfil',
      headers: bearer(own.ana),
    }),
  ]
}

function ofMethods({ own: { ana } }: Scene): Situation[] {
  const withBody = (body: string, headers: Request['headers'] = []): Partial<Request> => ({
    headers: [['Content-Type', 'application/json'], ...headers],
    body,
  })
  return [
    ask('que no existe para GET', { path: '/login' }),
    ask('que no existe para PUT', { method: 'PUT', path: '/login' }),
    ask('que no existe para DELETE', { method: 'DELETE', path: '/perfil', headers: bearer(ana) }),
    ask('que no existe para POST', { method: 'POST', path: '/perfil', headers: bearer(ana) }),
    ask('que no existe para POST y sin token', { method: 'POST', path: '/admin' }),
    ask('que no existe para GET', { path: '/logout', headers: bearer(ana) }),
    ask('con el token de Ana', { method: 'HEAD', path: '/perfil', headers: bearer(ana) }),
    ask('sin token', { method: 'HEAD', path: '/perfil' }),
    ask('sin permiso', { method: 'HEAD', path: '/admin', headers: bearer(ana) }),
    ask('ruta que no existe', { method: 'HEAD', path: '/nada' }),
    ...['/login', '/perfil', '/admin', '/logout'].map((path) =>
      ask('sin token', { method: 'OPTIONS', path }),
    ),
    ask('ruta que no existe', { method: 'OPTIONS', path: '/nada' }),
    ask('desde otro origen', {
      method: 'OPTIONS',
      path: '/perfil',
      headers: [
        ['Origin', 'https://ejemplo.org'],
        ['Access-Control-Request-Method', 'GET'],
        ['Access-Control-Request-Headers', 'authorization'],
      ],
    }),
    ask('con un cuerpo que no es JSON', { path: '/perfil', ...withBody('{', bearer(ana)) }),
    ask('sin token y con un cuerpo que no es JSON', { path: '/perfil', ...withBody('{') }),
    ask('sin token y con 200 kB de cuerpo', {
      method: 'POST',
      path: '/logout',
      ...withBody(`["${'a'.repeat(2e5)}"]`),
    }),
    ask('con un cuerpo que no es JSON', { method: 'POST', path: '/nada', ...withBody('{') }),
    ask('con If-None-Match', { path: '/perfil', headers: [...bearer(ana), ['If-None-Match', '*']] }),
    ask('con Accept: text/html', { path: '/perfil', headers: [['Accept', 'text/html']] }),
    ask('desde otro origen', {
      path: '/perfil',
      headers: [...bearer(ana), ['Origin', 'https://ejemplo.org']],
    }),
    ask('con X-HTTP-Method-Override', {
      path: '/logout',
      headers: [...bearer(ana), ['X-HTTP-Method-Override', 'POST']],
    }),
  ]
}

function ofPaths({ own: { ana } }: Scene): Situation[] {
  const found = (path: string, how: string) => ask(how, { path, headers: bearer(ana) })
  return [
    ask('ruta que no existe', { path: '/nada' }),
    ask('ruta que no existe y un token que no vale', { path: '/nada', headers: [['Authorization', NEVER]] }),
    ask('ruta que no existe', { method: 'POST', path: '/nada' }),
    ask('la raíz', { path: '/' }),
    found('/perfil?a=1&b', 'con parámetros'),
    found('/perfil/', 'con una barra al final'),
    found('/PERFIL', 'en mayúsculas'),
    found('//perfil', 'con dos barras'),
    found('/%70erfil', 'con una letra escrita en hexadecimal'),
    found('/perfil/1', 'con algo más'),
    found('/perfil%00', 'con un byte nulo'),
    found('/perfil.json', 'con extensión'),
    found('/a/../perfil', 'con dos puntos'),
  ]
}

function inClear({ own: { ana } }: Scene): Situation[] {
  const clear = (how: string, request: Request) => ask(`por HTTP, ${how}`, { ...request, inClear: true })
  const said = (how: string, proto: string) =>
    ask(how, { path: '/perfil', headers: [['X-Forwarded-Proto', proto]], inClear: true })
  return [
    clear('sin token', { path: '/perfil' }),
    clear('con token', { path: '/perfil', headers: bearer(ana) }),
    clear('con parámetros', { path: '/perfil?a=1&b=%C3%B1' }),
    clear('con Authorization vacío', { path: '/perfil', headers: [['Authorization', '']] }),
    clear('ruta que no existe', { path: '/nada' }),
    clear('sin token', { method: 'HEAD', path: '/perfil' }),
    clear('sin token', { method: 'OPTIONS', path: '/perfil' }),
    clear('sin token', { method: 'DELETE', path: '/perfil' }),
    clear('inicio de sesión', {
      method: 'POST',
      path: '/login',
      headers: [['Content-Type', 'application/json']],
      body: '{"email":"ana@example.com","password":"clave-ana"}',
    }),
    said('con X-Forwarded-Proto en mayúsculas', 'HTTPS'),
    said('con X-Forwarded-Proto: http, https', 'http, https'),
    said('con X-Forwarded-Proto: https, http', 'https, http'),
  ]
}
