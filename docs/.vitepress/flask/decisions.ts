import type { Difference } from './differences.ts'

/** Something in which both APIs differ, and why ours does it its way. */
export interface Decision {
  /** What is asked, as the page names it. */
  pide: string
  /** The situations in which they differ; without them, wherever `campo` does. */
  situaciones?: readonly string[]
  /** In one field, and only from one value to another. */
  campo?: (difference: Difference) => boolean
  porque: string
}

const HTML = 'text/html; charset=utf-8'
const JSON_TYPE = 'application/json'

/** The first that covers a difference is the one that explains it. */
export const DECISIONS: readonly Decision[] = [
  {
    pide: 'Cualquier respuesta en JSON',
    campo: ({ campo, flask, cuaderno }) =>
      campo === 'Content-Type' && flask === JSON_TYPE && cuaderno === `${JSON_TYPE}; charset=utf-8`,
    porque: 'Express escribe siempre el juego de caracteres. JSON es UTF-8, y decirlo no cambia nada.',
  },
  {
    pide: 'Un error que no es de token',
    campo: ({ campo, flask, cuaderno }) =>
      campo === 'Content-Type'
        ? flask === HTML && String(cuaderno).startsWith(JSON_TYPE)
        : campo === 'cuerpo' && flask === 'un texto text/html' && Object(cuaderno).error !== undefined,
    porque:
      'Flask responde con una página HTML hasta que escribes un manejador. `manejarErrores` da a todos los errores la misma forma.',
  },
  {
    pide: 'Cualquier 401',
    campo: ({ campo, cuaderno }) => campo === 'WWW-Authenticate' && cuaderno === 'Bearer',
    porque: 'Un 401 debe decir cómo autenticarse (RFC 9110, sección 15.5.2). Flask-JWT-Extended no lo envía.',
  },
  {
    pide: 'Cualquier respuesta con cuerpo',
    campo: ({ campo, flask }) => campo === 'ETag' && flask === undefined,
    porque:
      'Express resume cada cuerpo para que el navegador no lo pida dos veces. Flask solo lo hace con archivos.',
  },
  {
    pide: 'Una respuesta con un token',
    campo: ({ campo, cuaderno }) => campo === 'Cache-Control' && cuaderno === 'no-store',
    porque: 'Un token no se queda en ninguna caché (RFC 6749, sección 5.1).',
  },
  {
    pide: '`OPTIONS`',
    campo: ({ titulo, campo, flask }) =>
      titulo.startsWith('OPTIONS ') &&
      (['Allow', 'X-Content-Type-Options'].includes(campo) || ['', HTML].includes(String(flask))) &&
      !['estado', 'ETag'].includes(campo),
    porque: 'Express nombra en `Allow` los métodos de la ruta, sin `OPTIONS`, y los repite en el cuerpo.',
  },
  {
    pide: 'Una redirección a HTTPS',
    campo: ({ campo, flask, cuaderno }) =>
      (campo === 'Vary' && cuaderno === 'Accept') ||
      (['cuerpo', 'Content-Type'].includes(campo) &&
        String(flask).includes('text/html') &&
        String(cuaderno).includes('text/plain')),
    porque: 'Express escribe el cuerpo en texto o en HTML, según lo que acepte el cliente. Nadie lo lee.',
  },
  {
    pide: 'Los claims del token que se emite',
    campo: ({ campo, flask, cuaderno }) =>
      campo === 'cuerpo' && [flask, cuaderno].every((body) => Object(body).access_token),
    porque:
      '`nbf` repetiría `iat`; `fresh` y `type` distinguen tokens que el cuaderno no emite. Un token de cada API vale en la otra.',
  },
  {
    pide: '`/login` sin correo o sin contraseña, o con otro tipo de dato',
    situaciones: [
      'POST /login, sin correo',
      'POST /login, sin contraseña',
      'POST /login, contraseña null',
      'POST /login, contraseña que es un número',
      'POST /login, contraseña que es un objeto',
      'POST /login, contraseña en un array',
      'POST /login, cuerpo {}',
      'POST /login, cuerpo null',
      'POST /login, cuerpo que es un número',
      'POST /login, cuerpo que es un texto',
      'POST /login, cuerpo que es un array',
      'POST /login, JSON de mil arrays, uno dentro de otro',
    ],
    porque:
      'Lo que escribe un desconocido no es un fallo del servidor. El ejemplo de Flask falla al leer un dato que no está.',
  },
  {
    pide: '`/login` sin `Content-Type: application/json`',
    situaciones: [
      'POST /login, sin Content-Type',
      'POST /login, sin Content-Type ni cuerpo',
      'POST /login, con text/plain',
      'POST /login, con text/json',
      'POST /login, con un formulario',
      'POST /login, con multipart/form-data',
      'POST /login, con application/octet-stream',
    ],
    porque:
      'El 415 dice qué falta. Un formulario de otra página tampoco puede iniciar sesión: no sabe enviar ese encabezado.',
  },
  {
    pide: '`/login` con otro tipo acabado en `+json`',
    situaciones: ['POST /login, con application/vnd.api+json'],
    porque: '`express.json()` lee un solo tipo. Se amplía con su opción `type` cuando hace falta.',
  },
  {
    pide: '`/login` con otro juego de caracteres',
    situaciones: ['POST /login, con application/json; charset=latin1'],
    porque: 'JSON va en UTF-8 (RFC 8259, sección 8.1). Flask no mira lo que dice el encabezado.',
  },
  {
    pide: '`/login` con bytes que no son UTF-8',
    situaciones: ['POST /login, JSON que no es UTF-8'],
    porque: 'Node pone un signo de sustitución en su lugar, y ese correo no existe.',
  },
  {
    pide: '`/login` con más de 100 kB',
    situaciones: ['POST /login, JSON de 150 kB'],
    porque: '`express.json()` tiene un límite. El de Flask, `MAX_CONTENT_LENGTH`, no viene puesto.',
  },
  {
    pide: '`/login` con el cuerpo comprimido',
    situaciones: ['POST /login, con el cuerpo comprimido', 'POST /login, comprimido solo de palabra'],
    porque:
      '`express.json()` descomprime lo que dice estar comprimido, con el mismo límite. Flask no lo mira.',
  },
  {
    pide: '`NaN` en el JSON',
    situaciones: ['POST /login, JSON con NaN', 'GET /perfil, con NaN en el payload'],
    porque: '`NaN` no es JSON (RFC 8259, sección 6). El lector de Python lo acepta.',
  },
  {
    pide: 'El esquema con otras mayúsculas',
    situaciones: ['GET /perfil, con bearer en minúsculas', 'GET /perfil, con BEARER en mayúsculas'],
    porque: 'El nombre del esquema no distingue mayúsculas (RFC 9110, sección 11.1).',
  },
  {
    pide: 'Varias credenciales, separadas por comas',
    situaciones: [
      'GET /perfil, con una coma al final',
      'GET /perfil, con Basic y Bearer en el mismo encabezado',
      'GET /perfil, con Bearer y Basic en el mismo encabezado',
      'GET /perfil, con dos tokens en el mismo encabezado',
    ],
    porque: '`Authorization` lleva una credencial y no una lista (RFC 9110, sección 11.6.2).',
  },
  {
    pide: 'Dos encabezados `Authorization`',
    situaciones: [
      'GET /perfil, con dos encabezados, el segundo malo',
      'GET /perfil, con dos encabezados, el primero malo',
    ],
    porque: 'Node se queda con el primero; Werkzeug los une con una coma y sale una lista.',
  },
  {
    pide: 'Base64 con relleno',
    situaciones: ['GET /perfil, con un signo = tras la firma', 'GET /perfil, firmado con relleno de base64'],
    porque: 'Un JWT va en base64url sin relleno (RFC 7515, sección 2), y cada token tiene así un solo texto.',
  },
  {
    pide: '`crit` en el encabezado del token',
    situaciones: ['GET /perfil, con crit'],
    porque: 'Lo que se marca como crítico y no se entiende se rechaza (RFC 7515, sección 4.1.11).',
  },
  {
    pide: 'Un token sin `exp`',
    situaciones: ['GET /perfil, con un token sin exp'],
    porque: 'Valdría para siempre. `exigirExpiracion` lo rechaza.',
  },
  {
    pide: '`exp` más allá de la duración configurada',
    situaciones: ['GET /perfil, con exp en milisegundos', 'GET /perfil, con exp dentro de diez años'],
    porque: 'Nadie emite aquí un token así: alguien contó en milisegundos, o tiene el secreto.',
  },
  {
    pide: '`exp` o `nbf` en un texto',
    situaciones: ['GET /perfil, con exp en un texto', 'GET /perfil, con nbf en un texto'],
    porque: 'Un instante es un número (RFC 7519, sección 2). PyJWT convierte el texto.',
  },
  {
    pide: 'Un claim registrado de un tipo imprevisto',
    situaciones: [
      'GET /perfil, con exp null',
      'GET /perfil, con nbf null',
      'GET /perfil, con iat null',
      'GET /perfil, con iat en un texto',
      'GET /perfil, con jti que es un objeto',
    ],
    porque: 'Es un token que no vale. Python tropieza al usarlo y la respuesta es un fallo del servidor.',
  },
  {
    pide: '`iat` en el futuro',
    situaciones: ['GET /perfil, emitido dentro de una hora'],
    porque: '`iat` informa y no limita (RFC 7519, sección 4.1.6): lo que limita es `nbf`.',
  },
  {
    pide: '`sub` que no es un texto',
    situaciones: [
      'GET /perfil, con sub null',
      'GET /perfil, con sub que es un número',
      'GET /perfil, con sub que es un objeto',
    ],
    porque: '`sub` es un texto (RFC 7519, sección 4.1.2). PyJWT lo exige desde la versión 2.10.',
  },
  {
    pide: '`sub` de una cuenta que no existe',
    situaciones: [
      'GET /perfil, con sub vacío',
      'GET /perfil, con sub de una cuenta que no existe',
      'GET /perfil, con un espacio en sub',
      'GET /admin, con una cuenta que no existe',
    ],
    porque:
      'La cuenta pudo borrarse después de emitir el token. El ejemplo de Flask devuelve lo que dice el token.',
  },
  {
    pide: 'Un token sin `jti`, o con uno que no es un texto',
    situaciones: [
      'GET /perfil, sin jti',
      'GET /perfil, con jti null',
      'GET /perfil, con jti que es un número',
    ],
    porque: 'No habría forma de revocarlo. `exigirNoRevocado` lo rechaza.',
  },
  {
    pide: 'Un token de otra clase',
    situaciones: [
      'GET /perfil, con otro type',
      'GET /perfil, con type null',
      'GET /perfil, con typ refresh+jwt',
      'GET /perfil, con token_use refresh',
      'GET /perfil, con token_type refresh',
      'GET /perfil, con un claim typ de renovación',
    ],
    porque:
      'Flask-JWT-Extended aparta los que dicen `refresh` en `type`; el cuaderno, los que dicen en cualquiera de esos sitios que no son de acceso.',
  },
  {
    pide: '`/admin` con un rol que la cuenta ya no tiene',
    situaciones: ['GET /admin, como Ana, con rol admin en el token'],
    porque: 'El permiso lo da el token, en los dos. Lo que se muestra es lo que dice la cuenta.',
  },
  {
    pide: 'Una ruta que existe, con otro método',
    situaciones: [
      'GET /login, que no existe para GET',
      'PUT /login, que no existe para PUT',
      'DELETE /perfil, que no existe para DELETE',
      'POST /perfil, que no existe para POST',
      'POST /admin, que no existe para POST y sin token',
      'GET /logout, que no existe para GET',
      'GET /logout, con X-HTTP-Method-Override',
    ],
    porque: 'Express busca método y ruta a la vez: si no coinciden los dos, la ruta no existe.',
  },
  {
    pide: 'Un cuerpo enorme en una ruta que no lo lee',
    situaciones: ['POST /logout, sin token y con 200 kB de cuerpo'],
    porque: 'El servidor responde 413 en cuanto ve el tamaño, antes de mirar a quién.',
  },
  {
    pide: '`If-None-Match`',
    situaciones: ['GET /perfil, con If-None-Match'],
    porque: 'Quien ya tiene ese cuerpo recibe un 304 sin él. La guardia se pasa antes.',
  },
  {
    pide: 'Una ruta con dos barras o con letras en hexadecimal',
    situaciones: ['GET //perfil, con dos barras', 'GET /%70erfil, con una letra escrita en hexadecimal'],
    porque: 'Express compara la ruta tal como llega. Werkzeug la normaliza antes.',
  },
  {
    pide: '`Authorization` vacío, por HTTP',
    situaciones: ['GET /perfil, por HTTP, con Authorization vacío'],
    porque: 'Un encabezado vacío no trae ningún secreto: es una visita.',
  },
  {
    pide: 'Varios valores en `X-Forwarded-Proto`',
    situaciones: [
      'GET /perfil, con X-Forwarded-Proto: http, https',
      'GET /perfil, con X-Forwarded-Proto: https, http',
    ],
    porque:
      'Express cree al primero de la lista y `ProxyFix`, al último. Tu proxy debe sustituirlo, no agregarle nada.',
  },
]

/** The decision that explains a difference; nothing if it is nobody's. */
export function decisionOn(difference: Difference): Decision | undefined {
  return DECISIONS.find(
    ({ situaciones, campo }) => situaciones?.includes(difference.titulo) || campo?.(difference),
  )
}
