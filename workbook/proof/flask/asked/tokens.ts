import { encode, macOf, sign } from './sign.ts'
import { ask, type Scene, type Situation } from './situation.ts'

const HOUR = 3600

/** What the token says, in its header, its claims and its signature. */
export function tokenSituations(scene: Scene): Situation[] {
  return [...ofText(scene), ...ofHeader(scene), ...ofPayload(scene), ...ofClaims(scene)]
}

function profile(how: string, token: string): Situation {
  return ask(how, { path: '/perfil', headers: [['Authorization', `Bearer ${token}`]] })
}

/** The claims that both APIs take, with others in their place. One that is undefined is left out. */
export function claimsOf({ now }: Scene, others: object = {}): object {
  return { sub: '1', rol: 'usuario', iat: now - 5, exp: now + HOUR / 2, jti: 'uno', ...others }
}

/** Good tokens whose text was touched afterwards. */
function ofText(scene: Scene): Situation[] {
  const token = sign(claimsOf(scene), scene.secret)
  const [header = '', claims = '', mac = ''] = token.split('.')
  const padded = `${header}==.${claims}`
  return [
    profile('con un texto que no es un JWT', 'hola'),
    profile('con puntos y nada más', '..'),
    profile('con tres partes que no son base64url', 'a.b.c'),
    profile('con una cuarta parte', `${token}.x`),
    profile('con cinco partes, como un JWE', 'a.b.c.d.e'),
    profile('sin la firma', `${header}.${claims}.`),
    profile('sin la firma ni su punto', `${header}.${claims}`),
    profile('con la firma cortada', token.slice(0, -2)),
    profile('con una letra de más en la firma', `${token}AA`),
    profile('con otra letra en la firma', `${header}.${claims}.${mac[0] === 'A' ? 'B' : 'A'}${mac.slice(1)}`),
    profile(
      'con la firma en hexadecimal',
      `${header}.${claims}.${Buffer.from(mac, 'base64url').toString('hex')}`,
    ),
    profile('con otro payload', `${header}.${encode(claimsOf(scene, { sub: '2' }))}.${mac}`),
    profile('con otro encabezado', `${encode({ alg: 'none' })}.${claims}.${mac}`),
    profile('en mayúsculas', token.toUpperCase()),
    profile('con un signo = tras la firma', `${token}=`),
    profile('firmado con relleno de base64', `${padded}.${macOf(padded, scene.secret)}`),
  ]
}

function ofHeader(scene: Scene): Situation[] {
  const { secret } = scene
  const headed = (how: string, header: unknown) => profile(how, sign(claimsOf(scene), secret, header))
  const unsigned = (alg: string) => `${encode({ alg, typ: 'JWT' })}.${encode(claimsOf(scene))}.`
  return [
    profile('con alg none y sin firma', unsigned('none')),
    profile('con alg None y sin firma', unsigned('None')),
    headed('con alg none y firma buena', { alg: 'none', typ: 'JWT' }),
    headed('con HS384', { alg: 'HS384', typ: 'JWT' }),
    headed('con HS512', { alg: 'HS512', typ: 'JWT' }),
    headed('con alg RS256 y firma HS256', { alg: 'RS256', typ: 'JWT' }),
    headed('con alg en minúsculas', { alg: 'hs256', typ: 'JWT' }),
    headed('con un alg que no existe', { alg: 'HS257', typ: 'JWT' }),
    headed('con alg null', { alg: null, typ: 'JWT' }),
    headed('sin alg', { typ: 'JWT' }),
    headed('sin typ', { alg: 'HS256' }),
    headed('con typ at+jwt', { alg: 'HS256', typ: 'at+jwt' }),
    headed('con typ refresh+jwt', { alg: 'HS256', typ: 'refresh+jwt' }),
    headed('con crit', { alg: 'HS256', typ: 'JWT', crit: ['exp'] }),
    headed('con b64 false', { alg: 'HS256', typ: 'JWT', b64: false }),
    headed('con un kid que es una ruta', { alg: 'HS256', typ: 'JWT', kid: './../dev/null' }),
    headed('con un kid que es un número', { alg: 'HS256', typ: 'JWT', kid: 1 }),
    headed('con una clave en el encabezado', { alg: 'HS256', typ: 'JWT', jwk: { kty: 'oct', k: 'AA' } }),
    headed('con jku', { alg: 'HS256', typ: 'JWT', jku: 'https://ejemplo.org/claves.json' }),
    headed('con un encabezado que no es un objeto', []),
    headed('con un encabezado que no es JSON', '{'),
    headed('con alg dos veces', '{"alg":"none","alg":"HS256"}'),
  ]
}

function ofPayload(scene: Scene): Situation[] {
  const good = JSON.stringify(claimsOf(scene))
  const raw = (how: string, payload: unknown) => profile(how, sign(payload, scene.secret))
  return [
    raw('con un payload vacío', ''),
    raw('con un payload que no es JSON', 'hola'),
    raw('con un payload que es null', 'null'),
    raw('con un payload que es un array', []),
    raw('con un payload que es un texto', '"1"'),
    raw('con un payload sin claims', {}),
    raw('con NaN en el payload', good.replace('{', '{"otro":NaN,')),
    raw('con sub dos veces', good.replace('{', '{"sub":"2",')),
    raw('con `__proto__` en el payload', good.replace('{', '{"__proto__":{"rol":"admin"},')),
    raw('con tildes y emojis en un claim', claimsOf(scene, { nombre: 'Íñigo 🔑' })),
    raw('con un claim de 6000 letras', claimsOf(scene, { nombre: 'a'.repeat(6000) })),
  ]
}

function ofClaims(scene: Scene): Situation[] {
  const { now, secret } = scene
  const claims = (how: string, others: object, key = secret) =>
    profile(how, sign(claimsOf(scene, others), key))
  const foreign = secret.toUpperCase()
  return [
    claims('con otro secreto', {}, foreign),
    claims('expirado', { exp: now - 1 }),
    claims('en el segundo en que expira', { exp: now }),
    claims('expirado y con otro secreto', { exp: now - 1 }, foreign),
    claims('expirado y de renovación', { exp: now - 1, type: 'refresh' }),
    claims('expirado y todavía no válido', { exp: now - 1, nbf: now + HOUR }),
    claims('con un token sin exp', { exp: undefined }),
    claims('con exp null', { exp: null }),
    claims('con exp en un texto', { exp: String(now + HOUR / 2) }),
    claims('con exp en milisegundos', { exp: (now + HOUR) * 1000 }),
    claims('con exp dentro de diez años', { exp: now + 10 * 365 * 24 * HOUR }),
    claims('con exp con decimales', { exp: now + HOUR / 2 + 0.5 }),
    claims('con exp 0', { exp: 0 }),
    claims('todavía no válido', { nbf: now + HOUR }),
    claims('con nbf en un texto', { nbf: String(now - 60) }),
    claims('con nbf null', { nbf: null }),
    claims('con nbf que no es un número', { nbf: 'ayer' }),
    claims('emitido dentro de una hora', { iat: now + HOUR }),
    claims('sin iat', { iat: undefined }),
    claims('con iat null', { iat: null }),
    claims('con iat en un texto', { iat: String(now) }),
    claims('con iat que no es un número', { iat: 'ayer' }),
    claims('sin sub', { sub: undefined }),
    claims('con sub null', { sub: null }),
    claims('con sub que es un número', { sub: 1 }),
    claims('con sub que es un objeto', { sub: { id: '1' } }),
    claims('con sub vacío', { sub: '' }),
    claims('con sub de una cuenta que no existe', { sub: '99' }),
    claims('con un espacio en sub', { sub: ' 1' }),
    claims('sin jti', { jti: undefined }),
    claims('con jti null', { jti: null }),
    claims('con jti que es un número', { jti: 7 }),
    claims('con jti que es un objeto', { jti: { a: 1 } }),
    claims('con un token de renovación', { type: 'refresh' }),
    claims('con type access', { type: 'access' }),
    claims('con otro type', { type: 'correo' }),
    claims('con type null', { type: null }),
    claims('con token_use refresh', { token_use: 'refresh' }),
    claims('con token_type refresh', { token_type: 'refresh' }),
    claims('con un claim typ de renovación', { typ: 'Refresh' }),
    claims('con fresh', { fresh: true }),
    claims('con aud', { aud: 'otra-api' }),
    claims('con iss', { iss: 'https://ejemplo.org' }),
  ]
}
