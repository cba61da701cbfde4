import { type Draft, family, token } from '../drafts.ts'
import { base64url, signWith } from '../forge.ts'
import type { Target } from '../target.ts'

/** The good token with something done to its parts. */
function reshaped(
  title: string,
  reason: string,
  shape: (header: string, payload: string, signature: string) => string,
): Draft {
  return token(title, reason, (target) => {
    const [header = '', payload = '', signature = ''] = target.token.split('.')
    return shape(header, payload, signature)
  })
}

const withOtherSub = (target: Target) => target.altered({ sub: target.otherSub })
const signatureOf = ({ token }: Target) => token.split('.')[2] ?? ''

export const BROKEN_TOKENS = family(
  'Firmas y formas rotas',
  1,
  'RFC 7515; RFC 7519; PortSwigger, «Flawed JWT signature verification»',
  [
    token(
      'otro sub con la firma de antes',
      'Se lee el token sin verificar la firma.',
      (target) => `${withOtherSub(target)}.${signatureOf(target)}`,
    ),
    token(
      'exp más tarde con la firma de antes',
      'La firma no se comprueba, y cada uno alarga su sesión.',
      (target) => `${target.altered({ exp: target.now + 10 * 365 * 24 * 3600 })}.${signatureOf(target)}`,
    ),
    token(
      'otro encabezado con la firma de antes',
      'La firma cubre el encabezado, y aquí solo se mira el payload.',
      (target) => `${target.altered({}, { kid: 'otra' })}.${signatureOf(target)}`,
    ),
    token('otro sub firmado con un secreto inventado', 'Hay firma, y basta con que la haya.', (target) =>
      signWith('inventado', target.header, { ...target.claims, sub: target.otherSub }, target.hash),
    ),
    reshaped(
      'la firma, borrada',
      'Sin firma que comparar, la comparación se salta.',
      (header, payload) => `${header}.${payload}.`,
    ),
    reshaped(
      'la firma y su punto, borrados',
      'Dos partes bastan a quien solo lee la segunda.',
      (header, payload) => `${header}.${payload}`,
    ),
    reshaped(
      'la firma, sin su último carácter',
      'Se compara solo el comienzo.',
      (header, payload, signature) => `${header}.${payload}.${signature.slice(0, -1)}`,
    ),
    reshaped(
      'la mitad de la firma',
      'Una comparación que se para en la más corta acepta la mitad.',
      (header, payload, signature) => `${header}.${payload}.${signature.slice(0, 21)}`,
    ),
    reshaped(
      'la firma, con algo detrás',
      'Se compara hasta donde llega la buena y lo que sobra se ignora.',
      (header, payload, signature) => `${header}.${payload}.${signature}AAAA`,
    ),
    reshaped(
      'la firma, en minúsculas',
      'La comparación no distingue mayúsculas: hay millones de firmas buenas.',
      (header, payload, signature) => `${header}.${payload}.${signature.toLowerCase()}x`,
    ),
    reshaped(
      'la firma con relleno «=»',
      'base64url no lleva relleno: otro texto para el mismo token.',
      (header, payload, signature) => `${header}.${payload}.${signature}=`,
    ),
    reshaped(
      'un carácter que no es base64url en la firma',
      'El lector salta lo que no entiende, y hay infinitos textos para un token.',
      (header, payload, signature) => `${header}.${payload}.${signature.slice(0, 10)}!${signature.slice(10)}`,
    ),
    reshaped(
      'un carácter que no es base64url en el payload',
      'Lo firmado y lo leído dejan de ser lo mismo.',
      (header, payload, signature) => `${header}.${payload.slice(0, 4)}~${payload.slice(4)}.${signature}`,
    ),
    reshaped(
      'una cuarta parte',
      'Se parte por los puntos y lo que sobra no se mira.',
      (header, payload, signature) => `${header}.${payload}.${signature}.${payload}`,
    ),
    reshaped(
      'el payload delante',
      'Cada parte se busca por su contenido y no por su sitio.',
      (header, payload, signature) => `${payload}.${header}.${signature}`,
    ),
    reshaped(
      'un payload falso antes del bueno',
      'Se verifica una parte y se lee otra.',
      (header, payload, signature) =>
        `${header}.${base64url('{"sub":"2"}')}.${header}.${payload}.${signature}`,
    ),
    reshaped('solo puntos', 'Tres partes vacías tienen la forma de un token.', () => '..'),
    reshaped(
      'un JWE, cifrado directo',
      'Una biblioteca que descifra y no verifica acepta lo que cifra cualquiera.',
      (_header, payload) =>
        `${base64url('{"alg":"dir","enc":"A128CBC-HS256"}')}..${base64url('0123456789abcdef')}.${payload}.${base64url('0123456789abcdef')}`,
    ),
    reshaped(
      'un JWT dentro de otro sin firmar',
      'Se verifica el de dentro y se leen los datos del de fuera.',
      (header, payload, signature) =>
        `${base64url('{"alg":"none","cty":"JWT"}')}.${base64url(`${header}.${payload}.${signature}`)}.`,
    ),
    reshaped(
      'la forma JSON de un JWS',
      'Otra serialización pasa por otro camino, con otras comprobaciones.',
      (header, payload, signature) => JSON.stringify({ protected: header, payload, signature }),
    ),
    token(
      'un payload que no es JSON',
      'El error del lector se toma por otra cosa y deja pasar.',
      (target) => target.signText('no es JSON'),
      { needs: ['secret'] },
    ),
    token(
      'un payload que es un array',
      'Un array también es un objeto, y sus claims son undefined.',
      (target) => target.signText([target.claims]),
      { needs: ['secret'] },
    ),
    token(
      'un payload nulo',
      'JSON.parse da null y la comprobación que venía después no se ejecuta.',
      (target) => target.signText('null'),
      { needs: ['secret'] },
    ),
    token(
      'un payload que es un texto',
      'Leer claims de un texto da undefined, y undefined se compara con undefined.',
      (target) => target.signText(JSON.stringify(String(target.claims.sub))),
      { needs: ['secret'] },
    ),
    token('un payload vacío', 'Sin claims no hay nada que comprobar.', (target) => target.signText(''), {
      needs: ['secret'],
    }),
    token(
      'un objeto sin claims',
      'Una firma buena no dice de quién es el token.',
      (target) => target.signText('{}'),
      { needs: ['secret'] },
    ),
  ],
)

export const CRITICAL = family('Extensiones críticas: crit y b64', 1, 'RFC 7515; RFC 7797; RFC 8725', [
  critical(
    'crit con una extensión desconocida',
    'Quien no entiende una extensión crítica tiene que rechazar el token.',
    { crit: ['http://example.com/limite'], 'http://example.com/limite': 1 },
  ),
  critical('crit con «exp»', 'exp en el encabezado se marca crítico y nadie lo mira.', {
    crit: ['exp'],
    exp: 1,
  }),
  critical('crit vacío', 'El estándar prohíbe la lista vacía: quien la acepta no mira crit.', { crit: [] }),
  critical('crit que no es una lista', 'Un texto donde va una lista pasa por «nada crítico».', {
    crit: 'exp',
  }),
  critical('crit nulo', 'null se toma por ausente y deja de ser crítico.', { crit: null }),
  critical('b64 falso y crítico', 'El payload va sin codificar: se firma un texto y se lee otro.', {
    crit: ['b64'],
    b64: false,
  }),
  critical('crit con alg', 'Los nombres del propio estándar no pueden ser extensiones.', { crit: ['alg'] }),
])

function critical(title: string, reason: string, header: Record<string, unknown>): Draft {
  return token(title, reason, (target) => target.sign({}, header), { needs: ['secret'] })
}
