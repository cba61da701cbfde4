import { type Draft, family, token } from '../drafts.ts'
import { signingInput } from '../forge.ts'
import type { Claims, Target } from '../target.ts'

/** A token that says what a good one says, with this header and nothing that proves it. */
function unsigned(title: string, reason: string, header: Claims | string, signature = ''): Draft {
  const forge = ({ claims }: Target) => `${signingInput(header, claims)}.${signature}`
  return token(title, reason, forge)
}

const JWT = { typ: 'JWT' }

export const UNSIGNED = family(
  'Tokens sin firmar: alg none',
  1,
  'RFC 8725; PortSwigger, «JWT attacks»; CVE-2015-9235, CVE-2022-23540',
  [
    unsigned('alg «none», firma vacía', 'El token dice que no va firmado y el servidor le cree.', {
      alg: 'none',
      ...JWT,
    }),
    unsigned('alg «None»', 'La lista de prohibidos compara «none» en minúsculas y la biblioteca no.', {
      alg: 'None',
      ...JWT,
    }),
    unsigned('alg «NONE»', 'Se prohíbe una palabra en lugar de exigir un algoritmo.', {
      alg: 'NONE',
      ...JWT,
    }),
    unsigned('alg «nOnE»', 'Mezclar mayúsculas esquiva una comparación exacta con las tres formas usuales.', {
      alg: 'nOnE',
      ...JWT,
    }),
    unsigned(
      'alg «none » con un espacio',
      'El filtro compara el texto tal cual y la biblioteca le quita los espacios.',
      { alg: 'none ', ...JWT },
    ),
    unsigned(
      'alg «none» con un carácter nulo',
      'El filtro ve otro texto; la biblioteca corta en el carácter nulo.',
      { alg: 'none\0', ...JWT },
    ),
    unsigned('alg «ｎｏｎｅ» en letras anchas', 'Algo normaliza Unicode después de que el filtro mire.', {
      alg: 'ｎｏｎｅ',
      ...JWT,
    }),
    unsigned('alg vacío', 'Un algoritmo vacío se toma por «sin firma».', { alg: '', ...JWT }),
    unsigned('sin alg', 'Si falta el algoritmo, se salta la verificación.', JWT),
    unsigned('alg nulo', 'Se consulta una tabla de algoritmos con null y no verifica nada.', {
      alg: null,
      ...JWT,
    }),
    unsigned('alg como array', 'La comparación convierte ["none"] en «none», y el filtro no.', {
      alg: ['none'],
      ...JWT,
    }),
    unsigned('alg como objeto', 'Un tipo inesperado rompe la comprobación y el error se traga.', {
      alg: { name: 'none' },
      ...JWT,
    }),
    unsigned('alg «__proto__»', 'Una tabla de algoritmos hecha con un objeto encuentra lo que hereda.', {
      alg: '__proto__',
      ...JWT,
    }),
    unsigned('alg «constructor»', 'Una tabla hecha con un objeto devuelve una función que nadie escribió.', {
      alg: 'constructor',
      ...JWT,
    }),
    unsigned(
      'alg dos veces: HS256 y none',
      'Quien filtra lee el primero y quien verifica, el último.',
      '{"alg":"HS256","alg":"none","typ":"JWT"}',
    ),
    unsigned(
      'alg dos veces: none y HS256',
      'Quien verifica lee el primero y quien filtra, el último.',
      '{"alg":"none","alg":"HS256","typ":"JWT"}',
    ),
    unsigned('ALG en mayúsculas', 'Los nombres de un JSON distinguen mayúsculas y este lector no.', {
      ALG: 'none',
      ...JWT,
    }),
    unsigned('HS256 y firma vacía', 'Se compara una firma que no hay con una que no se calculó.', {
      alg: 'HS256',
      ...JWT,
    }),
    token(
      'alg «none» con la firma de antes',
      'Se comprueba que hay firma y luego se obedece al algoritmo.',
      ({ claims, token }) => `${signingInput({ alg: 'none', ...JWT }, claims)}.${token.split('.')[2]}`,
    ),
    token(
      'alg «none» y solo dos partes',
      'Sin el último punto, el lector da por buena una firma que no está.',
      ({ claims }) => signingInput({ alg: 'none', ...JWT }, claims),
    ),
  ],
)
