import { type Draft, family, token } from '../drafts.ts'
import { base64url, HASHES, signingInput, signWith, signWithOwnKey } from '../forge.ts'
import type { Target } from '../target.ts'

const HEADER = { alg: 'HS256', typ: 'JWT' }

/** The public key as somebody may have it in an environment variable or in a file. */
function withPublicKey(
  title: string,
  reason: string,
  written: (pem: string) => string,
  alg: keyof typeof HASHES = 'HS256',
): Draft {
  const forge = ({ publicKey = '', claims }: Target) =>
    signWith(written(publicKey), { ...HEADER, alg }, claims, HASHES[alg])
  return token(title, reason, forge, { needs: ['publicKey'] })
}

const trimmed = (pem: string) => pem.trim()

export const CONFUSION = family(
  'Confusión de algoritmo',
  1,
  'RFC 8725; PortSwigger, «Algorithm confusion»; CVE-2022-23541, CVE-2022-21449',
  [
    token(
      'RS256 con la clave de quien ataca',
      'El algoritmo lo elige el token y la clave, nadie.',
      ({ claims }) => signWithOwnKey('RS256', {}, claims),
    ),
    token(
      'ES256 con la clave de quien ataca',
      'Se verifica con la clave que quepa en ese algoritmo.',
      ({ claims }) => signWithOwnKey('ES256', {}, claims),
    ),
    token(
      'ES256 con una firma de ceros',
      'Una verificación de curva elíptica sin comprobar los ceros acepta cualquier mensaje.',
      ({ claims }) =>
        `${signingInput({ alg: 'ES256', typ: 'JWT' }, claims)}.${base64url(new Uint8Array(64))}`,
    ),
    token(
      'EdDSA con una firma de ceros',
      'Con una clave que no es de esa curva, una biblioteca acepta la firma trivial.',
      ({ claims }) =>
        `${signingInput({ alg: 'EdDSA', typ: 'JWT' }, claims)}.${base64url(new Uint8Array(64))}`,
    ),
    token(
      'PS256 con la firma de antes',
      'Cambia el algoritmo y nadie vuelve a mirar la firma.',
      (target) => `${target.altered({}, { alg: 'PS256' })}.${target.token.split('.')[2]}`,
    ),
    token(
      'HS384 con el mismo secreto',
      'Si el token elige el algoritmo, quien verifica ya no decide.',
      (target) => signWith(target.map.secret ?? '', { ...HEADER, alg: 'HS384' }, target.claims, 'SHA-384'),
      { needs: ['secret'] },
    ),
    token(
      'HS512 con el mismo secreto',
      'Sin lista de algoritmos, la biblioteca acepta todos los de su familia.',
      (target) => signWith(target.map.secret ?? '', { ...HEADER, alg: 'HS512' }, target.claims, 'SHA-512'),
      { needs: ['secret'] },
    ),
    token(
      'HS512 que dice ser HS256',
      'El resumen de la firma lo decide su tamaño y no el algoritmo.',
      (target) => signWith(target.map.secret ?? '', HEADER, target.claims, 'SHA-512'),
      { needs: ['secret'] },
    ),
    token(
      'alg «hs256» en minúsculas',
      'Otro lector lo tomará por un algoritmo distinto.',
      (target) => signWith(target.map.secret ?? '', { ...HEADER, alg: 'hs256' }, target.claims),
      { needs: ['secret'] },
    ),
    token(
      'alg «HMACSHA256», como en otras bibliotecas',
      'Un alias que no es del estándar abre otro camino.',
      (target) => signWith(target.map.secret ?? '', { ...HEADER, alg: 'HMACSHA256' }, target.claims),
      { needs: ['secret'] },
    ),
    withPublicKey(
      'HS256 firmado con la clave pública',
      'La clave que todos tienen se usa como si fuera un secreto.',
      (pem) => pem,
    ),
    withPublicKey(
      'la clave pública, sin el último salto de línea',
      'La variable de entorno perdió el salto y deja de parecer un PEM.',
      trimmed,
    ),
    withPublicKey(
      'la clave pública, con un salto de línea al final',
      'El archivo termina en salto y el secreto es el archivo.',
      (pem) => `${trimmed(pem)}\n`,
    ),
    withPublicKey(
      'la clave pública, con «\\n» escrito',
      'Un PEM con la barra y la ene deja de ser una clave, y un texto cualquiera vale de secreto.',
      (pem) => trimmed(pem).replaceAll('\n', '\\n'),
    ),
    withPublicKey(
      'la clave pública, con «\\n» escrito también al final',
      'Así la guardan muchos paneles de variables de entorno.',
      (pem) => `${trimmed(pem)}\n`.replaceAll('\n', '\\n'),
    ),
    withPublicKey(
      'la clave pública, con saltos de Windows',
      'El archivo pasó por un editor que cambió los saltos.',
      (pem) => pem.replaceAll(/\r?\n/g, '\r\n'),
    ),
    withPublicKey(
      'la clave pública, en una línea',
      'Se guardó sin saltos ni marcas: ya solo es texto.',
      (pem) => pem.replaceAll(/-----[^-]+-----|\s/g, ''),
    ),
    withPublicKey(
      'HS512 firmado con la clave pública',
      'Con otra función de resumen se esquiva una lista que solo prohíbe HS256.',
      (pem) => pem,
      'HS512',
    ),
  ],
)
