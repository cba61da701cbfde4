import type { ErrorTipico } from '#comun/leccion.ts'

const MISMO_JTI = 'Dos tokens con el mismo jti se revocan a la vez: llama a randomUUID() dentro, cada vez'
const ADIVINABLE = 'El reloj, un contador o un texto corto se adivinan: usa randomUUID'
const OLVIDO_VIGENTE =
  'Se olvidó un token vigente: ¿lo borras todo, no guardas su exp, lo comparas al revés o no con el reloj, o mezclas segundos y milisegundos?'
const CRECE =
  'La lista crece sin fin: al revocar, mira cada [jti, exp] y borra ese jti si su exp, en segundos, ya pasó según el Date.now() / 1000 de ese momento'
const TRAS_CIEN =
  'Queda un token expirado tras cien vigentes: en cada llamada recorre this.#tanda(), que sigue donde lo dejó'
const DEVUELVES = 'Devuelves el error: lánzalo con throw'
const SIGUE_ABRIENDO =
  'El token revocado sigue abriendo: pregunta a revocados por su jti, tal cual; espera con await y lanza, sin catch'
const NO_ES_TEXTO = 'La lista guarda textos: comprueba con typeof que jti lo es'
const NO_ES_ERROR_HTTP = 'Revocado es un ErrorHttp 401: un JsonWebTokenError da 422, y otro error, un 500'

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
    escribes: '`randomUUID().slice(0, 8)`',
    buscar: 'randomUUID()',
    poner: 'randomUUID().slice(0, 8)',
    veras: ADIVINABLE,
    porque:
      'Ocho cifras son 32 bits: con unos miles de tokens ya se repiten, y probarlos todos lleva minutos.',
    arreglo: 'Deja el identificador entero: no ocupa tanto.',
  },
  {
    escribes: 'guardar `sub` en vez de `jti`',
    buscar: "{ jti = '', exp = Infinity }",
    poner: "{ sub: jti = '', exp = Infinity }",
    veras: 'Guardaste el sub: eso revoca a la persona; guarda el jti',
    porque:
      'La lista se consulta por `jti`: un `sub` guardado no se encuentra nunca, y la copia sigue entrando. Y si se buscara por `sub`, cerrar la sesión del teléfono cerraría también la de la tableta.',
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
    escribes: '`if (expiracion > ahora) return` en el bucle',
    buscar: 'if (expiracion <= ahora) this.#expiraciones.delete(otro)',
    poner: 'if (expiracion > ahora) return\n      this.#expiraciones.delete(otro)',
    veras: 'No guardas el token que llega si ya había otro: que nada se salte el set',
    porque: 'El `return` acaba el método, no la vuelta del bucle, y el token que se cierra sigue abriendo.',
    arreglo: 'Borra si expiró y deja que el bucle siga; después, el `set`.',
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
    escribes: 'recordar un solo `jti` de cada `sub`',
    buscar: "  revocar({ jti = '', exp = Infinity }: Claims): void {\n",
    poner: `  readonly #porPersona = new Map<string, string>()
  revocar({ sub, jti = '', exp = Infinity }: Claims): void {
    this.#expiraciones.delete(this.#porPersona.get(sub) ?? '')
    this.#porPersona.set(sub, jti)
`,
    veras: 'Recuerdas un solo token de cada persona: guarda todos los jti, también los de la misma',
    porque: 'Ana cierra el teléfono y después la tableta: la copia del teléfono vuelve a abrir.',
    arreglo: 'La clave del `Map` es `jti`, y cada uno se borra solo cuando expira.',
  },
  {
    escribes: 'vaciar la lista en cuanto una entrada expira',
    buscar: 'this.#expiraciones.delete(otro)',
    poner: 'this.#expiraciones.clear()',
    veras: 'Al limpiar se perdió un token vigente: borra solo los expirados',
    porque: 'Con la entrada que expiró se van las demás, y sus sesiones cerradas vuelven a abrir.',
    arreglo: 'Borra esa entrada y ninguna otra: `delete(otro)`.',
  },
  {
    escribes: '`Math.round(Date.now() / 1000)`',
    buscar: 'Math.floor(Date.now() / 1000)',
    poner: 'Math.round(Date.now() / 1000)',
    veras: 'Lo olvidas en su último segundo, cuando aún abre: redondea el reloj hacia abajo, con Math.floor',
    porque:
      'Redondear adelanta el reloj hasta medio segundo, y en ese hueco `jwt.verify` aún acepta el token.',
    arreglo: 'Usa `Math.floor`, como jsonwebtoken.',
  },
  {
    escribes: 'olvidar el más antiguo al pasar de mil',
    buscar: 'this.#expiraciones.set(jti, exp)',
    poner: `this.#expiraciones.set(jti, exp)
    const [antiguo = ''] = this.#expiraciones.keys()
    if (this.#expiraciones.size > 1000) this.#expiraciones.delete(antiguo)`,
    veras: 'Con dos mil tokens revocados se olvidó uno vigente: no pongas tope a la lista',
    porque: 'A quien robó un token le basta abrir y cerrar mil sesiones para que vuelva a valer.',
    arreglo: 'Borra solo los que expiraron: la lista no pasa de los tokens vigentes.',
  },
  {
    escribes: 'no guardar lo que está a punto de expirar',
    buscar: 'this.#expiraciones.set(jti, exp)',
    poner: 'if (exp - ahora >= 60) this.#expiraciones.set(jti, exp)',
    veras: 'No guardas un token al que le quedan diez segundos: también abre hasta que expira',
    porque: 'Quien cierra su sesión en el último minuto la deja abierta, y un minuto basta para usarla.',
    arreglo: 'Guarda todos: el siguiente `revocar` borra los que hayan expirado.',
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
    veras: CRECE,
    porque:
      'Cada cierre de sesión ocupa memoria para siempre, y quien inicie y cierre sesión en bucle la agota.',
    arreglo: 'Cada vez que revoques, borra antes las entradas cuyo `exp` ya pasó.',
    enPagina: true,
  },
  {
    escribes: '`setTimeout(() => this.#expiraciones.delete(jti), …)`',
    buscar: `    for (const [otro, expiracion] of this.#tanda()) {
      if (expiracion <= ahora) this.#expiraciones.delete(otro)
    }
`,
    poner: '    setTimeout(() => this.#expiraciones.delete(jti), (exp - ahora) * 1000).unref?.()\n',
    veras:
      'setTimeout no espera más de 24 días, y con más olvidas en el acto: borra los expirados al revocar',
    porque: 'Con un token de un mes, o sin `exp`, Node olvida al milisegundo, y la sesión cerrada se reabre.',
    arreglo: 'Mira el reloj cada vez que revoques y borra los de la tanda que ya expiraron.',
  },
  {
    escribes: '`else break` en el bucle',
    buscar: 'this.#expiraciones.delete(otro)\n',
    poner: 'this.#expiraciones.delete(otro)\n      else break\n',
    veras: 'Queda un token expirado: mira todos los de la tanda, sin parar antes',
    porque:
      'Supone que los tokens se revocan en el orden en que expiran: basta uno vigente delante para que los demás no se borren.',
    arreglo: 'Sin `break`: mira todos los de la tanda.',
  },
  {
    escribes: 'mirar el `exp` que llega en vez del guardado',
    buscar: 'if (expiracion <= ahora)',
    poner: 'if (exp <= ahora)',
    veras: CRECE,
    porque: 'El token que se revoca casi siempre está vigente: la condición no se cumple y nada se borra.',
    arreglo: 'Compara el valor de cada entrada del `Map`: `expiracion`.',
  },
  {
    escribes: '`expiracion < ahora`',
    buscar: 'expiracion <= ahora',
    poner: 'expiracion < ahora',
    veras: 'En el segundo de su exp un token ya expiró: bórralo también, con <=',
    porque: 'Para `jwt.verify` un token ya ha expirado en el segundo que dice `exp`.',
    arreglo: 'Usa `<=`: la lista y la verificación cambian en el mismo instante.',
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
    escribes: '`if (!(await revocados.contiene(jti))) throw …`',
    buscar: 'if (await revocados.contiene(jti))',
    poner: 'if (!(await revocados.contiene(jti)))',
    veras: 'Rechazas un token que nadie revocó: su jti, el de claims, es un texto y no está en la lista',
    porque: 'Es una lista de los que no pasan: estar en ella es el motivo para rechazar.',
    arreglo: 'Lanza el error cuando `contiene` devuelve `true`.',
  },
  {
    escribes: 'no devolver los claims',
    buscar: 'return claims\n',
    poner: '\n',
    veras: 'Devuelve los claims que recibiste, enteros: la ruta los necesita',
    porque: 'Una comprobación recibe claims y los devuelve; sin ellos, la guardia guarda `undefined`.',
    arreglo: 'Termina con `return claims`.',
  },
  {
    escribes: 'revocar el token al comprobarlo',
    buscar: 'return claims\n',
    poner: 'revocados.revocar(claims)\n    return claims\n',
    veras: 'El token solo vale una vez: comprobarlo no lo revoca',
    porque: 'La primera solicitud pasa y la segunda recibe «Token revocado» sin que nadie cierre la sesión.',
    arreglo: 'Aquí solo se pregunta a la lista; quien revoca es `/logout`.',
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
    escribes: '`new Error(…)` para un token sin `jti`',
    buscar: 'new jwt.JsonWebTokenError(',
    poner: 'new Error(',
    veras: 'Lo que hace inválido un token es un jwt.JsonWebTokenError, y no otro error',
    porque:
      'La guardia de la lección 2 solo reconoce los errores de jsonwebtoken: cualquier otro acaba en un 500.',
    arreglo: 'Lanza `new jwt.JsonWebTokenError(…)`: la lección 4 lo cuenta como un 422.',
  },
  {
    escribes: '`return new jwt.JsonWebTokenError(…)`',
    buscar: 'throw new jwt.JsonWebTokenError(',
    poner: 'return new jwt.JsonWebTokenError(',
    veras: DEVUELVES,
    porque:
      'Un error devuelto es un valor como otro: la guardia lo guarda como si fueran los claims y sigue.',
    arreglo: 'Cambia `return` por `throw`.',
  },
  {
    escribes: 'buscar `claims.sub` en la lista',
    buscar: 'revocados.contiene(jti)',
    poner: 'revocados.contiene(claims.sub)',
    veras: SIGUE_ABRIENDO,
    porque: 'La lista guarda `jti`, así que un `sub` no aparece nunca y la copia sigue entrando.',
    arreglo: 'Pregunta por lo mismo que guardas: `revocados.contiene(jti)`.',
  },
  {
    escribes: '`return new ErrorHttp(401, …)`',
    buscar: 'throw new ErrorHttp(401',
    poner: 'return new ErrorHttp(401',
    veras: DEVUELVES,
    porque: 'Nadie lanza nada: la guardia toma el error por unos claims y la ruta se ejecuta.',
    arreglo: 'Cambia `return` por `throw`.',
  },
  {
    escribes: '`try { … } catch { return claims }`',
    buscar: "if (await revocados.contiene(jti)) throw new ErrorHttp(401, 'Token revocado')",
    poner: `try {
      if (await revocados.contiene(jti)) throw new ErrorHttp(401, 'Token revocado')
    } catch {
      return claims
    }`,
    veras: SIGUE_ABRIENDO,
    porque: 'El `catch` se traga el rechazo que acabas de lanzar.',
    arreglo: 'Quita el `try`: quien llama espera ese error.',
  },
  {
    escribes: 'preguntar a una lista nueva',
    buscar: 'await revocados.contiene(jti)',
    poner: 'new ListaDeRevocados().contiene(jti)',
    veras: SIGUE_ABRIENDO,
    porque: 'Una lista recién creada está vacía: no sabe qué cerró `/logout`.',
    arreglo: 'Pregunta a `revocados`, que es la que recibe la aplicación.',
  },
  {
    escribes: '`revocados.contiene(jti.toLowerCase())`',
    buscar: 'contiene(jti)) throw',
    poner: 'contiene(jti.toLowerCase())) throw',
    veras: SIGUE_ABRIENDO,
    porque: 'La lista guarda el `jti` como es: con otra letra es otra clave, y la copia sigue entrando.',
    arreglo: 'Pregunta por el `jti` sin cambiarlo.',
  },
  {
    escribes: '`if (revocados.contiene(jti))`, sin `await`',
    buscar: 'if (await revocados.contiene(jti))',
    poner: 'if (revocados.contiene(jti))',
    veras:
      'Rechazas un token bueno si la lista responde después: ¿falta await? Una promesa cuenta como verdadera',
    porque:
      'Con una lista en otro proceso llega una promesa, que siempre cuenta como verdadera: nadie entra.',
    arreglo: 'Espera la respuesta: `if (await revocados.contiene(jti))`.',
  },
  {
    escribes: '`revocados.contiene(jti) === true`, sin `await`',
    buscar: 'await revocados.contiene(jti)',
    poner: 'revocados.contiene(jti) === true',
    veras:
      'El token revocado sigue abriendo si la lista responde después: pídele solo contiene, y espérala con await',
    porque: 'Lo que responde una lista de otro proceso es una promesa, que nunca es igual a `true`.',
    arreglo: 'Espera la respuesta y después mírala: `if (await revocados.contiene(jti))`.',
  },
  {
    escribes: 'dejar pasar si la lista falla',
    buscar: "if (await revocados.contiene(jti)) throw new ErrorHttp(401, 'Token revocado')",
    poner: `const revocado = await Promise.resolve(revocados.contiene(jti)).catch(() => false)
    if (revocado) throw new ErrorHttp(401, 'Token revocado')`,
    veras: 'Si la lista no contesta, no dejes pasar: volvería a abrir lo cerrado',
    porque: 'Mientras el almacén no contesta, vuelven a abrir todas las sesiones cerradas.',
    arreglo: 'Deja salir el error, o responde 503 con `new ErrorHttp(503, …)`.',
  },
  {
    escribes: 'lanzar `JsonWebTokenError` si está revocado',
    buscar: "throw new ErrorHttp(401, 'Token revocado')",
    poner: "throw new jwt.JsonWebTokenError('Token revocado')",
    veras: NO_ES_ERROR_HTTP,
    porque: 'La lección 4 traduce ese error como 422 «Token inválido», y el cliente no sabe qué hacer.',
    arreglo: "Lanza `new ErrorHttp(401, 'Token revocado')`: el cliente volverá a iniciar sesión.",
    enPagina: true,
  },
  {
    escribes: '`new ErrorHttp(403, …)`',
    buscar: 'ErrorHttp(401',
    poner: 'ErrorHttp(403',
    veras: 'Un token revocado es 401: se arregla iniciando sesión de nuevo',
    porque: '403 significa «sé quién eres y no puedes»; con un token revocado ya no sabemos quién es.',
    arreglo: 'Usa 401: se arregla iniciando sesión de nuevo.',
  },
  {
    escribes: '`setImmediate(() => this.#expiraciones.set(…))`',
    buscar: 'this.#expiraciones.set(jti, exp)',
    poner: 'setImmediate(() => this.#expiraciones.set(jti, exp))',
    veras:
      'Al acabar revocar, el token no está: guarda su jti y su exp, una vez, fuera del bucle y sin dejarlo para luego',
    porque: '`/logout` responde «Sesión cerrada» mientras el token todavía abre.',
    arreglo: 'Guárdalo en el acto: `this.#expiraciones.set(jti, exp)`.',
  },
  {
    escribes: 'guardar el `exp` en milisegundos',
    buscar: 'this.#expiraciones.set(jti, exp)',
    poner: 'this.#expiraciones.set(jti, exp * 1000)',
    veras: CRECE,
    porque: 'Comparado con un reloj en segundos, ningún token expira hasta dentro de miles de años.',
    arreglo: 'Guarda `exp` como llega, en segundos.',
  },
  {
    escribes: '`return this.#expiraciones.delete(jti)` en `contiene`',
    buscar: 'return this.#expiraciones.has(jti)',
    poner: 'return this.#expiraciones.delete(jti)',
    veras: 'contiene solo mira: si borra el token al encontrarlo, la copia siguiente entra',
    porque: '`delete` también dice si estaba, pero lo saca de la lista: solo se rechaza la primera copia.',
    arreglo: 'Deja `has`, que viene dado.',
  },
  {
    escribes: 'un `Map` para todas las listas',
    buscar: 'readonly #expiraciones = new Map<string, number>()',
    poner: `static readonly #comun = new Map<string, number>()
  readonly #expiraciones = ListaDeRevocados.#comun`,
    veras: 'Una lista nueva nace con los tokens de otra: cada una crea su Map, sin compartirlo',
    porque: 'Lo que se revoca en una aplicación o en una prueba queda revocado en todas.',
    arreglo: 'Deja el campo como viene: cada lista crea su `Map`.',
  },
  {
    escribes: 'responder 409 a quien cierra dos veces',
    buscar: 'this.#expiraciones.set(jti, exp)',
    poner: `if (this.#expiraciones.has(jti)) throw new ErrorHttp(409, 'La sesión ya estaba cerrada')
    this.#expiraciones.set(jti, exp)`,
    veras: 'Revocar dos veces el mismo token no es un error: ya está cerrado, que es lo que se quería',
    porque: 'Dos cierres a la vez pasan los dos la guardia, y uno de ellos recibiría un error sin motivo.',
    arreglo: 'Guárdalo otra vez: el `Map` se queda igual.',
  },
  {
    escribes: 'preguntar a la lista antes de mirar el tipo',
    buscar: 'const { jti } = claims\n',
    poner: `const { jti } = claims
    if (await revocados.contiene(jti as string)) throw new ErrorHttp(401, 'Token revocado')\n`,
    veras: 'Preguntas a la lista por un jti que no es un texto: compruébalo antes',
    porque: 'Una lista en otro proceso puede fallar con lo que no es un texto, y el 422 sale como un 500.',
    arreglo: 'Primero, el tipo de `jti`; después, la lista.',
  },
  {
    escribes: '`revocados.contiene(jti.trim())`',
    buscar: 'contiene(jti)) throw',
    poner: 'contiene(jti.trim())) throw',
    veras: SIGUE_ABRIENDO,
    porque: 'La lista guarda el `jti` con sus espacios: sin ellos es otra clave, y la copia sigue entrando.',
    arreglo: 'Pregunta por el `jti` sin cambiarlo.',
  },
  {
    escribes: 'dejar pasar si la lista tarda',
    buscar: 'if (await revocados.contiene(jti)) throw',
    poner: `const plazo = new Promise((pasar) => setTimeout(pasar, 500, false))
    if (await Promise.race([revocados.contiene(jti), plazo])) throw`,
    veras: 'El token revocado abre si la lista tarda: espérala o, si pones un plazo, al pasar lanza un 503',
    porque: 'Un almacén sobrecargado tarda, y mientras tanto vuelven a abrir todas las sesiones cerradas.',
    arreglo: 'Espera la respuesta, o lanza `new ErrorHttp(503, …)` cuando pase el plazo.',
  },
  {
    escribes: '`porTandas(this.#expiraciones)()` en cada llamada',
    buscar: 'of this.#tanda())',
    poner: 'of porTandas(this.#expiraciones)())',
    veras: TRAS_CIEN,
    porque:
      'Una tanda nueva empieza por el principio: si los cien primeros duran, los demás no se miran nunca.',
    arreglo: 'Recorre `this.#tanda()`, que se creó una vez y recuerda por dónde iba.',
  },
  {
    escribes: 'guardar los claims en una variable de fuera',
    buscar:
      "if (await revocados.contiene(jti)) throw new ErrorHttp(401, 'Token revocado')\n    return claims",
    poner: `const fuera = exigirNoRevocado as { claims?: Claims }
    fuera.claims = claims
    if (await revocados.contiene(jti)) throw new ErrorHttp(401, 'Token revocado')
    return fuera.claims`,
    veras:
      'Con varias solicitudes a la vez, una recibe lo de otra: decláralo todo dentro de la función que recibe claims',
    porque: 'Mientras se espera a la lista llega otra solicitud y la cambia: Ana vería los datos de root.',
    arreglo: 'Decláralo con `const` dentro de la función que recibe los claims.',
  },
  {
    escribes: '`catch { throw new jwt.JsonWebTokenError(…) }`',
    buscar: 'await revocados.contiene(jti)',
    poner: `await Promise.resolve(revocados.contiene(jti)).catch(() => {
      throw new jwt.JsonWebTokenError('no se pudo comprobar')
    })`,
    veras: 'Si la lista no contesta, el token puede ser bueno: no respondas 401 ni 422',
    porque: 'El cliente entiende que su token es inválido y lo tira, y lo que falla es tu almacén.',
    arreglo: 'Deja salir el error, o responde 503 con `new ErrorHttp(503, …)`.',
  },
  {
    escribes: '`Buffer.from(…).toString()`, de ocho bytes al azar',
    buscar: 'jwtid: randomUUID()',
    poner: 'jwtid: Buffer.from(crypto.getRandomValues(new Uint8Array(8))).toString()',
    veras:
      'Leídos como texto, muchos bytes dan el mismo carácter y se adivinan: usa toString("hex") o randomUUID',
    porque: 'En utf8, más de la mitad de esos bytes no forman ninguna letra: todos se leen igual.',
    arreglo: 'Escribe los bytes con `toString("hex")`, o usa `randomUUID()`.',
  },
  {
    escribes: 'devolver siempre el mismo objeto',
    buscar: 'return { jwtid: randomUUID() }',
    poner: `const compartido = identificar as { opciones?: { jwtid: string } }
  compartido.opciones ??= { jwtid: '' }
  compartido.opciones.jwtid = randomUUID()
  return compartido.opciones`,
    veras: 'La segunda llamada cambia el jwtid de la primera: crea un objeto nuevo en cada llamada',
    porque: 'Si llega otro inicio de sesión antes de firmar, los dos tokens salen con el mismo `jti`.',
    arreglo: 'Crea el objeto al devolverlo: `return { jwtid: randomUUID() }`.',
  },
  {
    escribes: '`exp | 0`, para quitar los decimales',
    buscar: 'set(jti, exp)',
    poner: 'set(jti, exp | 0)',
    veras:
      'Se olvidó antes de tiempo un token cuyo exp lleva decimales: guárdalo tal cual, sin | 0 ni redondear',
    porque:
      'Lo que no cabe en 32 bits queda negativo, e `Infinity` queda en 0: el token se olvida en la revocación siguiente.',
    arreglo: 'Guarda `exp` sin cambiarlo; para redondear otros números, `Math.floor`.',
  },
  {
    escribes: 'no preguntar a la lista si falta menos de un minuto',
    buscar: 'if (await revocados.contiene(jti)) throw',
    poner: `const { exp = Infinity } = claims
    if (exp - Date.now() / 1000 < 60) return claims
    if (await revocados.contiene(jti)) throw`,
    veras:
      'Un token revocado vuelve a abrir cuando va a expirar: pregunta a la lista, le quede lo que le quede',
    porque: 'Ahorra una consulta, y quien copió el token espera a su último minuto para usarlo.',
    arreglo: 'Pregunta siempre, sin mirar `exp`: de los expirados se encarga `verificarToken`.',
  },
  {
    escribes: 'quitar el token si ya estaba',
    buscar: 'this.#expiraciones.set(jti, exp)',
    poner: 'if (!this.#expiraciones.delete(jti)) this.#expiraciones.set(jti, exp)',
    veras: 'Revocado dos veces, el token vuelve a abrir: guárdalo siempre, también si ya estaba',
    porque: 'Quien robó el token llama a `POST /logout` otra vez, o Ana pulsa dos veces, y vuelve a valer.',
    arreglo: 'Guarda con `set`, esté o no.',
  },
  {
    escribes: '`(Date.now() / 1000) | 0`',
    buscar: 'Math.floor(Date.now() / 1000)',
    poner: '(Date.now() / 1000) | 0',
    veras: 'Después de 2038 ya no olvidas los que expiraron: no cortes el reloj a 32 bits con | 0',
    porque: 'Los segundos dejan de caber en 32 bits en enero de 2038, y el resultado es negativo.',
    arreglo: 'Usa `Math.floor`.',
  },
  {
    escribes: 'comparar con el `exp` que llega',
    buscar: 'if (expiracion <= ahora)',
    poner: 'if (expiracion <= (exp === Infinity ? ahora : exp))',
    veras:
      'Se olvidó un token vigente: ¿lo borras todo, no guardas su exp, lo comparas al revés o no con el reloj, o mezclas segundos y milisegundos?',
    porque: 'El `exp` del token que se revoca no dice qué hora es.',
    arreglo: 'Compara con `ahora`.',
  },
  {
    escribes: '`if (exp - ahora < 10) return` al revocar',
    buscar: '    this.#expiraciones.set(jti, exp)',
    poner: '    if (exp - ahora >= 10) this.#expiraciones.set(jti, exp)',
    veras: 'Al revocar no guardas un token al que le quedan pocos segundos: también abre hasta que expira',
    porque: 'Quien lo robó tiene esos segundos, y con ellos le basta para una solicitud.',
    arreglo: 'Guárdalo siempre.',
  },
  {
    escribes: '`Math.min(exp, 2_900_000_000)` solo si tiene `exp`',
    buscar: 'this.#expiraciones.set(jti, exp)',
    poner: 'this.#expiraciones.set(jti, exp === Infinity ? exp : Math.min(exp, 2_900_000_000))',
    veras: 'Se olvidó un token que expira después de 2038: guarda su exp tal cual, sin | 0 y sin tope',
    porque: 'Un token que dura más que ese tope vuelve a abrir cuando se cumple.',
    arreglo: 'Guarda `exp` como llega.',
  },
]
