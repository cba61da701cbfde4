import { HELD, judge, judgeLeak, type Need, unclear } from '../attack.ts'
import { attack, type Draft, family, token } from '../drafts.ts'
import { base64url, ownPublicKey, signingInput, signWith, signWithOwnKey } from '../forge.ts'
import type { Target } from '../target.ts'

const PRIVATE_MEMBERS = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'k', 'oth']

/** A token that only its header says where to find the key of, signed by whoever attacks. */
function ownKey(title: string, reason: string, header: (target: Target) => object | Promise<object>): Draft {
  const forge = async (target: Target) =>
    signWithOwnKey('ES256', { kid: target.header.kid, ...(await header(target)) }, target.claims)
  return token(title, reason, forge, { needs: ['keys'] })
}

/** HS256 with something that everybody can read. */
function asSecret(
  title: string,
  reason: string,
  written: (target: Target) => string,
  needs: readonly Need[] = [],
): Draft {
  const forge = (target: Target) => {
    const { kid } = target.header
    return signWith(written(target), { alg: 'HS256', typ: 'JWT', kid }, target.claims)
  }
  return token(title, reason, forge, { needs: ['keys', ...needs] })
}

function firstKey({ jwks }: Target): Record<string, unknown> {
  try {
    return Object(JSON.parse(jwks).keys[0])
  } catch {
    return {}
  }
}

/** A kid that leads to somewhere else than the published keys. */
const ASTRAY: readonly [kid: unknown, reason: string][] = [
  ['../../../../dev/null', 'El identificador se usa como ruta de un archivo.'],
  ['https://malo.example/clave.pem', 'El identificador se usa como dirección.'],
  ["x' UNION SELECT 'clave' --", 'El identificador se pega en una consulta.'],
  ['__proto__', 'Se busca en un objeto corriente, y ese nombre siempre está.'],
  ['constructor', 'Lo mismo, con otra propiedad que tienen todos los objetos.'],
  ['', 'Un identificador vacío encuentra la primera clave.'],
  [undefined, 'Sin identificador se prueba con cualquiera.'],
]

export const PUBLIC_KEYS = family('Claves públicas y rotación', 11, 'RFC 8725; RFC 7517; CVE-2022-21449', [
  attack(
    'una clave privada entre las públicas',
    'Se publica el JWK entero: con «d», cualquiera firma.',
    async (target) => {
      const answer = await target.send(target.route('keys'))
      try {
        const keys: object[] = JSON.parse(answer.body).keys
        return judgeLeak(
          answer,
          keys.some((key) => PRIVATE_MEMBERS.some((member) => member in key)),
        )
      } catch {
        return unclear('lo que responde no es un conjunto de claves')
      }
    },
    { needs: ['keys'] },
  ),
  asSecret(
    'el JWKS entero, como secreto',
    'El documento que publica las claves se toma por un secreto.',
    ({ jwks }) => jwks,
  ),
  asSecret('una clave del JWKS, como secreto', 'Un JWK guardado como texto vale de secreto.', (target) =>
    JSON.stringify(firstKey(target)),
  ),
  asSecret('la x de la clave, como secreto', 'Un dato público se toma por secreto.', (target) =>
    String(firstKey(target).x),
  ),
  asSecret('el kid, como secreto', 'El nombre de la clave se toma por la clave.', ({ header }) =>
    String(header.kid),
  ),
  asSecret(
    'el secreto de antes',
    'Quien comparte el secreto ya no firma tokens de acceso: para eso se cambió de clave.',
    ({ map }) => map.secret ?? '',
    ['secret'],
  ),
  ownKey(
    'otra clave con el mismo kid',
    'La clave se busca por su nombre y nadie comprueba la firma.',
    () => ({}),
  ),
  ownKey('otra clave, en jwk', 'La clave la trae el propio token.', async () => ({
    jwk: await ownPublicKey('ES256'),
  })),
  ownKey('otra clave, en jku', 'El servidor descarga las claves de donde dice el token.', () => ({
    jku: 'http://127.0.0.1:9/claves.json',
  })),
  ownKey('otra clave, en x5c', 'El certificado lo pone quien ataca.', () => ({
    x5c: [base64url('certificado')],
  })),
  ...ASTRAY.map(([kid, reason]) =>
    token(
      `otra clave con ${kid === undefined ? 'ningún kid' : `kid «${kid}»`}`,
      reason,
      ({ claims }) => signWithOwnKey('ES256', { kid }, claims),
      { needs: ['keys'] },
    ),
  ),
  token(
    'una firma de ceros con un kid bueno',
    'Una verificación que no descarta el cero acepta cualquier mensaje.',
    ({ header, claims }) => `${signingInput(header, claims)}.${base64url(new Uint8Array(64))}`,
    { needs: ['keys'] },
  ),
  token(
    'una firma de otra longitud',
    'Una firma que no mide lo suyo hace tropezar a la biblioteca, y el servidor responde 500.',
    ({ header, claims }) => `${signingInput(header, claims)}.${base64url(new Uint8Array(12))}`,
    { needs: ['keys'] },
  ),
  token(
    'la firma de antes con otro payload',
    'La firma es buena, pero de otro mensaje.',
    (target) => `${target.altered({ sub: target.otherSub })}.${target.token.split('.')[2]}`,
    { needs: ['keys'] },
  ),
  attack(
    'muchos tokens con kid desconocido',
    'Cada kid que no conoce le hace descargar las claves otra vez: quien ataca lo satura.',
    async (target) => {
      for (let at = 0; at < 20; at++) {
        const forged = await signWithOwnKey('ES256', { kid: `desconocido-${at}` }, target.claims)
        const judged = judge(await target.askProfile({ Authorization: `Bearer ${forged}` }))
        if (judged.verdict !== 'held') return judged
      }
      return HELD
    },
    { needs: ['keys', 'profile'] },
  ),
])
