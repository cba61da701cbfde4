import type { Leccion } from '#comun/leccion.ts'
import { equivalentes } from './leccion/equivalentes.ts'
import { errores } from './leccion/errores.ts'
import { preguntas } from './leccion/preguntas.ts'

export const leccion: Leccion = {
  titulo: 'Claves públicas y rotación',
  promesa:
    'Publicarás la clave con la que otros servicios verifican tus tokens sin poder firmarlos, y la cambiarás sin cerrar sesiones.',
  minutos: 45,
  archivo: 'claves.ts',
  https: true,
  pieza: {
    tarjeta: 'Firma con una clave que nadie más tiene y publica la que verifica.',
    nombre: 'firmar con ES256',
    via: 'login',
    logro: 'firma con una clave que no sale de ella',
  },
  aprenderas: [
    'Decir qué puede hacer quien tiene el secreto de HS256 y qué no puede quien tiene una clave pública.',
    'Leer claves privadas de una variable de entorno y rechazar al arrancar la que no sirve.',
    'Publicar en `/.well-known/jwks.json` lo que verifica, sin que salga lo que firma.',
    'Cambiar de clave sin cerrar sesiones, y rechazar un token que trae la suya.',
  ],
  tareas: [
    {
      nombre: 'leerClave',
      titulo: 'Leer una clave privada y comprobar que sirve',
      pistas: [
        'Un PEM tiene varias líneas y una variable de entorno, a menudo, una sola. Mira qué hay donde estaban los saltos.',
        "En código, la barra y la ene son `'\\\\n'` y el salto es `'\\n'`: `replaceAll` los cambia todos. La curva de una clave está en `asymmetricKeyDetails?.namedCurve`.",
        'Primero, `createPrivateKey` con el texto ya cambiado. Después compara su curva con `CURVA`: si es otra, un `Error` que diga «P-256» y no repita el PEM. La última línea devuelve la clave.',
      ],
    },
    {
      nombre: 'publicarClaves',
      titulo: 'Publicar solo la parte pública',
      pistas: [
        'Lo publicado lo lee cualquiera. Haz como en la lección 7: enumera lo que sale, en lugar de quitar lo que no.',
        "`createPublicKey(clave)` da la parte pública, y su `.export({ format: 'jwk' })`, un objeto. De él se copian `kty`, `crv`, `x` e `y`.",
        "Un `map` sobre `llavero`: por cada clave, un objeto con esos cuatro miembros, `kid: kidDe(clave)`, `alg: ALGORITMO` y `use: 'sig'`. Devuelve el array dentro de `{ keys }`.",
      ],
    },
    {
      nombre: 'firmarToken',
      titulo: 'Firmar y decir con qué clave',
      pistas: [
        'Es `crearToken` de la lección 1 con dos diferencias. ¿Qué necesita saber quien verifica, si hay varias claves?',
        'La opción `keyid` de `jwt.sign` pone `kid` en el encabezado. El algoritmo, la clave y el usuario no los decide quien llama.',
        'El tercer argumento empieza por `...opciones` y sigue con `algorithm: ALGORITMO`, `keyid: kidDe(clave)` y `subject: String(usuario.id)`.',
      ],
    },
    {
      nombre: 'verificarFirma',
      titulo: 'Verificar con una clave en la que confías',
      pistas: [
        'El encabezado lo escribe quien trae el token. Puedes dejarle decir cuál de tus claves usar; nunca traer una.',
        '`jwt.decode(token, { complete: true })?.header.kid` se lee antes de verificar, y solo para buscar en `claves` con `get`. Si no está, `jwt.JsonWebTokenError`.',
        "`claves.get(kid ?? '')` da la clave o `undefined`. Con ella, `jwt.verify` con `algorithms: [ALGORITMO]` y `complete: true`; lo que devuelve va entero a `leerClaims`.",
      ],
    },
  ],
  ataques: [
    'no publica nada con lo que se pueda firmar',
    'no deja que nada cambie algoritmo, clave ni usuario',
    'no deja que el token elija con qué se verifica',
    'no usa de un JWKS lo que no es para ES256',
    'rechaza una clave pública usada como secreto',
    'rechaza un token falso o que no es de acceso',
  ],
  solicitudes: [{ texto: 'las claves publicadas', metodo: 'GET', ruta: '/.well-known/jwks.json' }],
  errores,
  equivalentes,
  preguntas,
}
