import type { ErrorTipico } from '#comun/leccion.ts'

const MISMO_JTI = 'Dos tokens con el mismo jti se revocan a la vez: usa randomUUID'
const ADIVINABLE = 'Un contador o un texto corto se adivina: usa randomUUID'
const OLVIDO_VIGENTE = 'Se olvidó un token vigente: ¿comparas al revés, o segundos con milisegundos?'
const NO_ES_TEXTO = 'La lista guarda textos: comprueba con typeof que jti lo es'
const NO_ES_401 = 'Revocado es 401: lanza ErrorHttp (un JsonWebTokenError da 422)'

export const errores: ErrorTipico[] = [
  {
    escribes: '`{ jti: randomUUID() }`',
    buscar: 'jwtid: randomUUID()',
    poner: 'jti: randomUUID()',
    veras: 'Devuelve solo la opción jwtid, con un texto: así llama jsonwebtoken a lo que será jti',
    porque: 'El claim se llama `jti`, pero la opción de jsonwebtoken que lo pone se llama `jwtid`.',
    arreglo: 'Devuelve `{ jwtid: … }`; al firmar, jsonwebtoken lo guarda como `jti`.',
  },
  {
    escribes: '`{ jwtid: String(Date.now()) }`',
    buscar: 'jwtid: randomUUID()',
    poner: 'jwtid: String(Date.now())',
    veras: MISMO_JTI,
    porque:
      'Dos inicios de sesión en el mismo milisegundo comparten `jti`: al revocar uno se revocan los dos.',
    arreglo: 'Usa `randomUUID()`: 122 bits al azar no dependen del reloj.',
    enPagina: true,
  },
  {
    escribes: "`{ jwtid: 'sesion' }`",
    buscar: 'jwtid: randomUUID()',
    poner: "jwtid: 'sesion'",
    veras: MISMO_JTI,
    porque: 'Todos los tokens llevan el mismo `jti`, así que el primero que cierra sesión los cierra todos.',
    arreglo: 'Llama a `randomUUID()` dentro de la función: da un texto nuevo cada vez.',
  },
  {
    escribes: '`Math.random().toString(36)`',
    buscar: 'jwtid: randomUUID()',
    poner: 'jwtid: Math.random().toString(36).slice(2)',
    veras: 'Math.random no es azar para la seguridad: usa randomUUID',
    porque: 'Los valores de `Math.random` se pueden deducir a partir de unos pocos anteriores.',
    arreglo: 'Usa `randomUUID()` de `node:crypto`, que toma su azar del sistema operativo.',
  },
  {
    escribes: 'un contador',
    buscar: 'return { jwtid: randomUUID() }',
    poner: `const contador = identificar as { usados?: number }
  contador.usados = (contador.usados ?? 0) + 1
  return { jwtid: String(contador.usados) }`,
    veras: ADIVINABLE,
    porque: 'Un contador dice cuántas sesiones hay y empieza de nuevo al reiniciar: los `jti` se repiten.',
    arreglo: 'Usa `randomUUID()`: no hay que recordar por dónde iba.',
  },
  {
    escribes: 'guardar `sub` en vez de `jti`',
    buscar: "{ jti = '', exp = Infinity }",
    poner: "{ sub: jti = '', exp = Infinity }",
    veras: 'Guardaste el sub: eso revoca a la persona; guarda el jti',
    porque:
      'La lista se consulta por `jti`: un `sub` guardado no se encuentra nunca, y la copia sigue entrando. Y si se buscara por `sub`, cerrar la sesión del portátil cerraría también la del teléfono.',
    arreglo: 'La clave del `Map` es `jti`, que es distinto en cada token.',
    enPagina: true,
  },
  {
    escribes: 'comparar `exp` con `Date.now()`',
    buscar: 'Math.floor(Date.now() / 1000)',
    poner: 'Date.now()',
    veras: OLVIDO_VIGENTE,
    porque:
      '`exp` va en segundos y `Date.now()` en milisegundos: todo parece expirado y cada `revocar` vacía la lista.',
    arreglo: 'Pasa el reloj a segundos: `Math.floor(Date.now() / 1000)`.',
    enPagina: true,
  },
  {
    escribes: '`expiracion > ahora` al borrar',
    buscar: 'expiracion <= ahora',
    poner: 'expiracion > ahora',
    veras: OLVIDO_VIGENTE,
    porque: 'Borra los tokens que todavía valen, justo los que la lista tiene que recordar.',
    arreglo: 'Borra si `expiracion <= ahora`: a partir de ese segundo `jwt.verify` los rechaza.',
  },
  {
    escribes: '`this.#expiraciones.clear()` al revocar',
    buscar: 'if (expiracion <= ahora) this.#expiraciones.delete(otro)',
    poner: 'if (otro) this.#expiraciones.clear()',
    veras: OLVIDO_VIGENTE,
    porque: 'Vaciar la lista vuelve a abrir todas las sesiones cerradas que aún no han expirado.',
    arreglo: 'Mira el `exp` de cada entrada y borra solo las que ya pasaron.',
  },
  {
    escribes: '`Math.round(Date.now() / 1000)`',
    buscar: 'Math.floor(Date.now() / 1000)',
    poner: 'Math.round(Date.now() / 1000)',
    veras: 'El token vuelve a valer antes de expirar: recuérdalo hasta su exp exacto',
    porque:
      'Redondear adelanta el reloj hasta medio segundo, y en ese hueco `jwt.verify` aún acepta el token.',
    arreglo: 'Usa `Math.floor`, como jsonwebtoken.',
  },
  {
    escribes: 'recordar cada token una hora',
    buscar: 'this.#expiraciones.set(jti, exp)',
    poner: 'this.#expiraciones.set(jti, ahora + 3600)',
    veras: 'El token vuelve a valer antes de expirar: recuérdalo hasta su exp exacto',
    porque: 'Cuánto hay que recordarlo lo dice el token: si dura más que tu plazo, resucita.',
    arreglo: 'Guarda el `exp` del propio token.',
  },
  {
    escribes: 'no borrar nunca',
    buscar: 'if (expiracion <= ahora) this.#expiraciones.delete(otro)',
    poner: '',
    veras: 'La lista no deja de crecer: borra los que ya expiraron',
    porque:
      'Cada cierre de sesión ocupa memoria para siempre, y quien inicie y cierre sesión en bucle la agota.',
    arreglo: 'Cada vez que revoques, borra antes las entradas cuyo `exp` ya pasó.',
    enPagina: true,
  },
  {
    escribes: 'suponer `exp = 0` si falta',
    buscar: 'exp = Infinity',
    poner: 'exp = 0',
    veras: 'Un token sin exp no deja de valer solo: no lo olvides',
    porque: 'Con 0 parece expirado desde 1970, y el siguiente `revocar` lo olvida aunque siga abriendo.',
    arreglo: 'Ante la duda, recuerda: el valor por defecto es `Infinity`.',
  },
  {
    escribes: '`if (!revocados.contiene(jti)) throw …`',
    buscar: 'if (revocados.contiene(jti))',
    poner: 'if (!revocados.contiene(jti))',
    veras: 'Rechazas un token que nadie revocó: ¿está la condición al revés?',
    porque: 'Es una lista de los que no pasan: estar en ella es el motivo para rechazar.',
    arreglo: 'Lanza el error cuando `contiene` devuelve `true`.',
  },
  {
    escribes: 'no devolver los claims',
    buscar: 'return claims\n',
    poner: '\n',
    veras: 'Devuelve los claims que recibiste: la ruta los necesita',
    porque: 'Una comprobación recibe claims y los devuelve; sin ellos, la guardia guarda `undefined`.',
    arreglo: 'Termina con `return claims`.',
  },
  {
    escribes: 'aceptar un token sin `jti`',
    buscar: "if (typeof jti !== 'string' || !jti) throw",
    poner: 'if (false) throw',
    veras: 'Un token sin jti no se podría revocar: lanza un JsonWebTokenError',
    porque: 'Ese token abre hasta que expira y no hay forma de cerrarlo antes.',
    arreglo: 'Si `jti` no es un texto con contenido, lanza un `JsonWebTokenError`.',
    enPagina: true,
  },
  {
    escribes: '`if (jti === undefined)`',
    buscar: "typeof jti !== 'string' || !jti",
    poner: 'jti === undefined',
    veras: 'Un jti vacío lo comparten todos los que no tienen: lanza un JsonWebTokenError',
    porque: 'Un `jti` vacío está, pero no distingue a nadie: revocar uno revocaría todos los vacíos.',
    arreglo: 'Exige un texto que no esté vacío.',
  },
  {
    escribes: '`if (!jti)`',
    buscar: "typeof jti !== 'string' || !jti",
    poner: '!jti',
    veras: NO_ES_TEXTO,
    porque: 'Un array firmado llega como un objeto nuevo en cada solicitud, y el `Map` no lo reconoce nunca.',
    arreglo: "Agrega `typeof jti !== 'string'`: el tipo de un claim que llega de fuera se comprueba.",
  },
  {
    escribes: 'buscar `claims.sub` en la lista',
    buscar: 'revocados.contiene(jti)',
    poner: 'revocados.contiene(claims.sub)',
    veras: 'El token revocado sigue abriendo: busca su jti en la lista',
    porque: 'La lista guarda `jti`, así que un `sub` no aparece nunca y la copia sigue entrando.',
    arreglo: 'Pregunta por lo mismo que guardas: `revocados.contiene(jti)`.',
  },
  {
    escribes: 'lanzar `JsonWebTokenError` si está revocado',
    buscar: "throw new ErrorHttp(401, 'Token revocado')",
    poner: "throw new jwt.JsonWebTokenError('Token revocado')",
    veras: NO_ES_401,
    porque: 'La lección 4 traduce ese error como 422 «Token inválido», y el cliente no sabe qué hacer.',
    arreglo: "Lanza `new ErrorHttp(401, 'Token revocado')`: el cliente volverá a iniciar sesión.",
    enPagina: true,
  },
  {
    escribes: '`new ErrorHttp(403, …)`',
    buscar: 'ErrorHttp(401',
    poner: 'ErrorHttp(403',
    veras: NO_ES_401,
    porque: '403 significa «sé quién eres y no puedes»; con un token revocado ya no sabemos quién es.',
    arreglo: 'Usa 401: se arregla iniciando sesión de nuevo.',
  },
]
