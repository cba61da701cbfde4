import { gzipSync } from 'node:zlib'
import { ask, type Request, type Situation } from './situation.ts'

const ANA = '{"email":"ana@example.com","password":"clave-ana"}'
const JSON_TYPE = 'application/json'

/** What is sent to begin a session. */
export function loginSituations(): Situation[] {
  return [...ofCredentials(), ...ofBodies(), ...ofTypes()]
}

function login(how: string, body: string | Buffer, type?: string, more: Request['headers'] = []): Situation {
  const headers = [...(type ? [['Content-Type', type] as const] : []), ...more]
  return ask(how, { method: 'POST', path: '/login', headers, body })
}

function ofCredentials(): Situation[] {
  const given = (how: string, body: unknown) => login(how, JSON.stringify(body), JSON_TYPE)
  const email = 'ana@example.com'
  const password = 'clave-ana'
  return [
    given('inicio de sesión de Ana', { email, password }),
    given('inicio de sesión de root', { email: 'root@example.com', password: 'clave-root' }),
    given('contraseña equivocada', { email, password: 'otra' }),
    given('contraseña vacía', { email, password: '' }),
    given('contraseña con un espacio detrás', { email, password: 'clave-ana ' }),
    given('correo que no existe', { email: 'eva@example.com', password }),
    given('correo en mayúsculas', { email: 'ANA@example.com', password }),
    given('correo con un byte nulo', { email: 'ana@example.com\u0000x', password }),
    given('sin correo', { password }),
    given('sin contraseña', { email }),
    given('correo null', { email: null, password }),
    given('correo que es un número', { email: 1, password }),
    given('correo que es un objeto', { email: { $ne: null }, password }),
    given('correo en un array', { email: [email], password }),
    given('contraseña null', { email, password: null }),
    given('contraseña que es un número', { email, password: 1 }),
    given('contraseña que es un objeto', { email, password: { $ne: null } }),
    given('contraseña en un array', { email, password: [password] }),
    given('con datos de más', { email, password, id: 2, rol: 'admin' }),
  ]
}

function ofBodies(): Situation[] {
  const sent = (how: string, body: string | Buffer) => login(how, body, JSON_TYPE)
  return [
    sent('cuerpo vacío', ''),
    sent('cuerpo {}', '{}'),
    sent('cuerpo null', 'null'),
    sent('cuerpo que es un número', '1'),
    sent('cuerpo que es un texto', '"ana@example.com"'),
    sent('cuerpo que es un array', '["ana@example.com","clave-ana"]'),
    sent('JSON sin terminar', '{"email":'),
    sent('JSON con una coma de más', ANA.replace('}', ',}')),
    sent('JSON con comillas simples', ANA.replaceAll('"', "'")),
    sent('JSON con algo detrás', `${ANA}x`),
    sent('JSON con NaN', '{"email":"ana@example.com","password":"x","otro":NaN}'),
    sent('JSON con espacios alrededor', ` ${ANA}\n`),
    sent('JSON con BOM', `\ufeff${ANA}`),
    sent('JSON con el correo dos veces', ANA.replace('{', '{"email":"eva@example.com",')),
    sent('JSON con letras escritas en hexadecimal', ANA.replace('"ana', '"\\u0061na')),
    sent('JSON de mil arrays, uno dentro de otro', '['.repeat(1000) + ']'.repeat(1000)),
    sent('JSON que no es UTF-8', Buffer.from('{"email":"ñ","password":"x"}', 'latin1')),
    sent('JSON de 150 kB', ANA.replace('}', `,"otro":"${'a'.repeat(150_000)}"}`)),
    login('con un token que no vale', ANA, JSON_TYPE, [['Authorization', 'Bearer x']]),
    login('con el cuerpo a trozos', ANA, JSON_TYPE, [['Transfer-Encoding', 'chunked']]),
    login('con el cuerpo comprimido', gzipSync(ANA), JSON_TYPE, [['Content-Encoding', 'gzip']]),
    login('comprimido solo de palabra', ANA, JSON_TYPE, [['Content-Encoding', 'gzip']]),
  ]
}

function ofTypes(): Situation[] {
  return [
    login('sin Content-Type', ANA),
    login('sin Content-Type ni cuerpo', ''),
    login('con application/json; charset=utf-8', ANA, 'application/json; charset=utf-8'),
    login('con application/json; charset=latin1', ANA, 'application/json; charset=latin1'),
    login('con APPLICATION/JSON', ANA, 'APPLICATION/JSON'),
    login('con text/plain', ANA, 'text/plain'),
    login('con text/json', ANA, 'text/json'),
    login('con application/vnd.api+json', ANA, 'application/vnd.api+json'),
    login(
      'con un formulario',
      'email=ana%40example.com&password=clave-ana',
      'application/x-www-form-urlencoded',
    ),
    login('con multipart/form-data', ANA, 'multipart/form-data; boundary=x'),
    login('con application/octet-stream', ANA, 'application/octet-stream'),
  ]
}
