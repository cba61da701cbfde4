import type { ErrorTipico } from '#comun/leccion.ts'

const COLGADA = 'La solicitud se queda colgada: acaba con lo primero que llegue, respuesta o vencido'
const ANULADO =
  'No hay plazo en marcha: ponlo en cada llamada, espera la carrera con return await, y anula después'
const ES_503 = 'Ni el token ni la persona tienen la culpa: es un 503'
const RELOJ = 'Queda un reloj por solicitud: anula el plazo acabe como acabe, en finally'
const GANE = 'Devuelve lo que gane la carrera: return await Promise.race([…]), y sin await dentro de la lista'
const ABRE = 'La sesión cerrada en un proceso abre en otro: la clave es la que busca contiene, con jti'
const ETERNA = 'Redis lo recuerda años: el tipo es EXAT, no EX, y expira y MARGEN ya van en segundos'
const SIN_CLAVE =
  'Redis no guarda nada: espera a set, y EXAT pide un instante, que sale de expira, y no lo que falta'
const RESUCITA = 'El token resucita: súmale MARGEN a expira, por quien tenga el reloj atrasado'
const PRONTO =
  'La revocación se borra antes de que el token expire: el instante es expira + MARGEN, sea cual sea la hora'
const SIN_SABER =
  'Dices «Sesión cerrada» sin saber si se guardó: espera a set con await, y deja salir su error'
const CARRERA =
  'Leyeron lo mismo y las dos devuelven sesión: espera a cambiarSi y, si da false, devuelve undefined sin leer otra vez'
const NO_AVANZA = 'No avanza: devuelve la siguiente si cambiarSi da true'
const DA_FALSE = 'cambiarSi da false: pásale claveDe(sid), antes y la siguiente, en ese orden'
const CUALQUIERA = 'Con otro número no se avanza: compara sesion.numero con numero y devuelve undefined'
const GUARDA = 'Devuelves una sesión y guardas otra: pasa a cambiarSi la siguiente, con JSON.stringify'
const SEGUNDOS = 'renovada es ahora, en segundos enteros'
const TODOS = 'No los cuenta todos: suma en Redis, con incr, y devuelve lo que dé'
const A_OTRA_HORA = 'El contador se borra a otra hora: expireAt pide un instante en segundos, y es fin'
const NO_SE_BORRA =
  'El contador no se borra nunca: pide expireAt con la clave intentos, y después de incr, que la crea'
const A_MEDIAS =
  'Una orden falla y sigues: pide incr y expireAt, espéralas con await y Promise.all, y deja salir el error'

const DOS_ORDENES =
  'const [van] = await Promise.all([this.redis.incr(intentos), this.redis.expireAt(intentos, fin)])'
const CAMBIO = 'const cambiada = await this.redis.cambiarSi(claveDe(sid), antes, JSON.stringify(siguiente))'
const PLAZO = "{ expiration: { type: 'EXAT', value: expira + MARGEN } }"

export const errores: ErrorTipico[] = [
  {
    escribes: '`return await respuesta`, sin plazo',
    buscar: 'Promise.race([respuesta, vencido])',
    poner: 'respuesta',
    veras: COLGADA,
    porque:
      'Un Redis que acepta la conexión y no contesta deja colgadas todas las solicitudes, hasta agotar la memoria.',
    arreglo: 'Haz que la respuesta compita con el plazo, con `Promise.race`.',
    enPagina: true,
  },
  {
    escribes: '`return Promise.race(…)`, sin `await`',
    buscar: 'return await Promise.race',
    poner: 'return Promise.race',
    veras: ANULADO,
    porque:
      'Sin `await` se sale del `try` antes de saber cómo acaba. El `finally` anula el plazo enseguida y el `catch` no ve el error.',
    arreglo: 'Dentro de un `try`, `return await`.',
  },
  {
    escribes: '`Promise.all` en lugar de `Promise.race`',
    buscar: 'return await Promise.race([respuesta, vencido])',
    poner: 'return (await Promise.all([respuesta, vencido]))[0]',
    veras: GANE,
    porque: '`Promise.all` espera a las dos y el plazo nunca acaba bien, así que toda respuesta se pierde.',
    arreglo: 'Basta con la primera que acabe, y eso es `Promise.race`.',
  },
  {
    escribes: 'no anular el plazo',
    buscar: 'anular()\n',
    poner: '\n',
    veras: RELOJ,
    porque:
      'Con mil solicitudes por segundo quedan quinientos relojes en marcha, y el proceso no acaba hasta que suenan.',
    arreglo: 'Llama a `anular` en el `finally`, que se ejecuta acabe como acabe.',
  },
  {
    escribes: 'anular solo si Redis falla',
    buscar: `{ cause })
  } finally {
    anular()
  }`,
    poner: `{ cause })
  }`,
    veras: RELOJ,
    porque:
      'Lo corriente es que Redis responda, y entonces el reloj sigue medio segundo sin servir para nada.',
    arreglo: 'Anúlalo en el `finally`.',
  },
  {
    escribes: '`anular()` delante del `try`',
    buscar: '  try {\n    return await',
    poner: '  anular()\n  try {\n    return await',
    veras: ANULADO,
    porque: 'El plazo se anula antes de empezar a contar.',
    arreglo: 'Anúlalo al acabar, en el `finally`.',
  },
  {
    escribes: 'un solo plazo para todas las órdenes',
    buscar: 'const { vencido, anular } = ponerPlazo(ESPERA)',
    poner: `const comun = exigirRespuesta as { plazo?: ReturnType<typeof ponerPlazo> }
  comun.plazo ??= ponerPlazo(ESPERA)
  const { vencido, anular } = comun.plazo`,
    veras: ANULADO,
    porque:
      'La primera orden que acaba lo anula, y las que vengan esperan para siempre si Redis no contesta.',
    arreglo: 'Pon un plazo en cada llamada, y `anular()` al acabar.',
  },
  {
    escribes: '`throw cause`',
    buscar: "throw new ErrorHttp(503, 'Servicio no disponible: vuelve a intentarlo', { cause })",
    poner: 'throw cause',
    veras: 'Un fallo de Redis no es un 500: atrápalo y lanza ErrorHttp 503',
    porque:
      'Sale como un 500 «Error interno», que parece un fallo de programación, y quien llama no sabe si volver a intentarlo.',
    arreglo: 'Lanza un `ErrorHttp` 503 con la causa.',
  },
  {
    escribes: '`ErrorHttp(401, …)` si Redis falla',
    buscar: 'ErrorHttp(503',
    poner: 'ErrorHttp(401',
    veras: ES_503,
    porque:
      'El cliente borraría un token que sigue siendo bueno, y una caída de un minuto cerraría todas las sesiones.',
    arreglo: 'Usa 503, porque el fallo es del servidor y se puede volver a intentar.',
    enPagina: true,
  },
  {
    escribes: '`ErrorHttp(500, …)` si Redis falla',
    buscar: 'ErrorHttp(503',
    poner: 'ErrorHttp(500',
    veras: ES_503,
    porque: 'Un 500 es un fallo del programa; esto es algo que falta y que volverá.',
    arreglo: 'Usa 503.',
  },
  {
    escribes: 'dejar pasar con `return undefined`',
    buscar: "throw new ErrorHttp(503, 'Servicio no disponible: vuelve a intentarlo', { cause })",
    poner: 'return cause && (undefined as T)',
    veras: 'Sin respuesta no se sabe nada, y devuelves algo: eso deja pasar lo revocado',
    porque:
      'Sin respuesta, `contiene` daría `false` y entraría cualquiera, también quien tiene un token revocado. Le basta con esperar a que Redis se caiga.',
    arreglo: 'Si no se sabe, no se entra: lanza el 503.',
    enPagina: true,
  },
  {
    escribes: '`if (cause instanceof Error) throw …`',
    buscar: "throw new ErrorHttp(503, 'Servicio no disponible: vuelve a intentarlo', { cause })",
    poner:
      "if (cause instanceof Error) throw new ErrorHttp(503, 'Servicio no disponible: vuelve a intentarlo', { cause })\n    return undefined as T",
    veras:
      'Redis falló con algo que no es un Error, y no lanzas el 503: falle como falle, es un ErrorHttp 503',
    porque:
      'Una promesa se puede rechazar con cualquier valor, y con los demás se devuelve algo: eso deja pasar lo revocado.',
    arreglo: 'Lanza el 503 sin mirar qué atrapaste.',
  },
  {
    escribes: 'un 503 sin `cause`',
    buscar: ', { cause })\n  } finally',
    poner: ')\n  } finally',
    veras: 'Guarda el error original en cause: lo necesita el registro',
    porque: 'En el registro no se sabría si falló la red, la contraseña de Redis o el plazo.',
    arreglo: 'Pasa `{ cause }` como tercer argumento.',
  },
  {
    escribes: '`{ cause: new Error(…) }`',
    buscar: ', { cause })\n  } finally',
    poner: ", { cause: new Error('Redis') })\n  } finally",
    veras: 'Guarda en cause el error que atrapas, y no otro: dice qué falló',
    porque: 'En el registro se leería siempre lo mismo, falle la red, la contraseña de Redis o el plazo.',
    arreglo: 'Pasa el que recibe `catch`: `{ cause }`.',
  },
  {
    escribes: 'el mensaje «Redis no contesta»',
    buscar: "'Servicio no disponible: vuelve a intentarlo'",
    poner: "'Redis no contesta'",
    veras: 'El mensaje es «Servicio no disponible: vuelve a intentarlo»: lo que dijo Redis va solo en cause',
    porque: 'A la persona no le dice qué hacer, y a quien ataca le cuenta qué hay detrás.',
    arreglo: 'Escribe «Servicio no disponible: vuelve a intentarlo».',
  },
  {
    escribes: 'guardar `jti` sin prefijo',
    buscar: 'set(`revocado:',
    poner: 'set(`',
    veras: ABRE,
    porque: 'Se guarda con un nombre y se busca con otro, así que no aparece nunca.',
    arreglo: 'Usa la misma plantilla que `contiene`.',
  },
  {
    escribes: 'recordarlo en este proceso y no en Redis',
    buscar: 'await this.redis.set(',
    poner: 'Object.assign(this, ',
    veras: SIN_CLAVE,
    porque:
      'Lo que guarda un proceso en su memoria no lo ven los demás, y es justo lo que se quería arreglar.',
    arreglo: 'Guárdalo con `this.redis.set`.',
  },
  {
    escribes: '`contiene` con lo que recuerda este proceso',
    buscar: `return (await this.redis.exists(\`revocado:\${jti}\`)) === 1`,
    poner: 'return jti in this',
    veras: 'Dejas pasar sin preguntar a Redis: lo que guarda un proceso, los demás no lo ven',
    porque: 'Un token revocado en otro proceso sigue abriendo en este, que no se entera.',
    arreglo: 'Deja `contiene` como estaba: pregunta a Redis cada vez.',
  },
  {
    escribes: '`EX` en lugar de `EXAT`',
    buscar: PLAZO,
    poner: "{ expiration: { type: 'EX' as 'EXAT', value: expira + MARGEN } }",
    veras: ETERNA,
    porque: '`EX` pide cuánto falta. Un instante tomado por una duración son más de cincuenta años.',
    arreglo: 'Con `EXAT`, el instante tal cual, `expira + MARGEN`.',
  },
  {
    escribes: '`EXAT` con lo que falta',
    buscar: 'value: expira + MARGEN',
    poner: 'value: expira - Math.floor(Date.now() / 1000) + MARGEN',
    veras: SIN_CLAVE,
    porque: 'Dos horas después de 1970 ya pasaron, y Redis borra la clave en el acto.',
    arreglo: '`EXAT` pide un instante. Lo que falta se pide con `EX`.',
  },
  {
    escribes: '`value: (expira + MARGEN) * 1000`',
    buscar: 'value: expira + MARGEN',
    poner: 'value: (expira + MARGEN) * 1000',
    veras: ETERNA,
    porque:
      'En milisegundos es `PXAT`. Con `EXAT`, la clave se borra dentro de cincuenta mil años y la memoria no se libera.',
    arreglo: '`expira` ya está en segundos.',
  },
  {
    escribes: '`value: expira`, sin margen',
    buscar: 'value: expira + MARGEN',
    poner: 'value: expira',
    veras: RESUCITA,
    porque: 'Un proceso con el reloj atrasado acepta el token unos segundos más, y Redis ya lo olvidó.',
    arreglo: 'Suma `MARGEN`; recordar un minuto de más no hace daño.',
  },
  {
    escribes: '`set` hasta `expira` y, después, `expireAt`',
    buscar: `${PLAZO})`,
    poner: `${PLAZO.replace(' + MARGEN', '')})
    await this.redis.expireAt(\`revocado:\${jti}\`, expira + MARGEN)`,
    veras: 'El plazo se pone en el mismo set: si se pide después, con expireAt, puede no llegar',
    porque: 'Si el proceso o la red caen entre las dos órdenes, el token se olvida un minuto antes.',
    arreglo: 'Un solo `set`, con `expira + MARGEN`.',
  },
  {
    escribes: '`expira + MARGEN * 60`',
    buscar: 'value: expira + MARGEN',
    poner: 'value: expira + MARGEN * 60',
    veras: 'Redis lo recuerda de más: suma MARGEN a expira tal cual, que los dos van en segundos',
    porque: '`MARGEN` ya son segundos: cada token revocado ocupa memoria una hora más de lo que hace falta.',
    arreglo: 'Suma `MARGEN` sin multiplicarlo.',
  },
  {
    escribes: '`del` y, después, `set`',
    buscar: 'await this.redis.set(',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: es código
    poner: 'await this.redis.del(`revocado:${jti}`)\n    await this.redis.set(',
    veras: 'set falló y se olvidó lo que ya estaba revocado: no borres nada antes de set',
    porque: 'Entre las dos órdenes, el token revocado abre; y si `set` falla, sigue abriendo.',
    arreglo: 'Basta con `set`, que sustituye lo que hubiera.',
  },
  {
    escribes: 'no guardar un token ya expirado',
    buscar: 'await this.redis.set(',
    poner: 'if (exp * 1000 <= Date.now()) return\n    await this.redis.set(',
    veras: 'Expirado para este reloj puede valer en otro: guárdalo igual, hasta expira + MARGEN',
    porque:
      'Un proceso con el reloj atrasado aún lo acepta durante unos segundos, y nadie le ha dicho que está revocado.',
    arreglo: 'Guárdalo siempre. Redis olvida solo lo que ya pasó.',
  },
  {
    escribes: '`jti.toLowerCase()` en la clave',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: es código
    buscar: 'set(`revocado:${jti}`',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: es código
    poner: 'set(`revocado:${jti.toLowerCase()}`',
    veras: ABRE,
    porque: 'Las claves de Redis distinguen mayúsculas, y `contiene` busca el `jti` como llega.',
    arreglo: 'Usa `jti` tal cual.',
  },
  {
    escribes: '`Promise.race` entre `set` y un plazo más corto',
    buscar: `await this.redis.set(\`revocado:\${jti}\`, '', ${PLAZO})`,
    poner: `await Promise.race([
      this.redis.set(\`revocado:\${jti}\`, '', ${PLAZO}),
      new Promise((seguir) => setTimeout(seguir, 200)),
    ])`,
    veras: SIN_SABER,
    porque: 'Si Redis tarda, `/logout` responde «Sesión cerrada» y puede que nunca se guarde.',
    arreglo: 'Espera a `set`: su plazo, de medio segundo, acaba en un 503.',
  },
  {
    escribes: '`expira - MARGEN`',
    buscar: 'value: expira + MARGEN',
    poner: 'value: expira - MARGEN',
    veras: PRONTO,
    porque: 'En el último minuto de su vida, el token revocado vuelve a abrir.',
    arreglo: 'El margen se suma.',
  },
  {
    escribes: '`value: Date.now() + …`, en milisegundos',
    buscar: 'value: expira + MARGEN',
    poner: 'value: Date.now() + MARGEN * 1000',
    veras: ETERNA,
    porque: '`Date.now()` va en milisegundos y `EXAT`, en segundos.',
    arreglo: 'El instante sale del token, en segundos: `expira + MARGEN`.',
  },
  {
    escribes: '`exp + MARGEN`, sin redondear',
    buscar: 'value: expira + MARGEN',
    poner: 'value: exp + MARGEN',
    veras: 'Redis rechaza la orden: EXAT pide un instante en segundos enteros, y sale de expira',
    porque: '`exp` puede llevar decimales, y con uno así Redis no guarda la revocación.',
    arreglo: 'Usa `expira`, que es `exp` redondeado hacia arriba.',
  },
  {
    escribes: '`set` sin esperar',
    buscar: 'await this.redis.set(',
    poner: 'this.redis.set(',
    veras: SIN_SABER,
    porque:
      '`/logout` responde «Sesión cerrada» aunque Redis no lo haya guardado, y el fallo, que nadie espera, acaba con el proceso.',
    arreglo: 'Espera con `await`; cuando la promesa se cumple, está guardado.',
    enPagina: true,
  },
  {
    escribes: '`.catch(() => {})` detrás de `set`',
    buscar: `${PLAZO})`,
    poner: `${PLAZO}).catch(() => {})`,
    veras: SIN_SABER,
    porque: 'Ana lee «Sesión cerrada» y su token sigue abriendo.',
    arreglo: 'Deja salir el error: el 503 le dice que vuelva a intentarlo.',
  },
  {
    escribes: 'quitar el constructor de `SesionesCompartidas`',
    buscar: `  constructor(redis: Redis) {
    super(vigilarRedis(redis, exigirRespuesta))
  }

`,
    poner: '',
    veras:
      'Renovar sin Redis es un 500: deja el constructor de SesionesCompartidas, que usa exigirRespuesta, y su error',
    porque: 'Sin él, las sesiones usan Redis sin plazo, y lo que falle no se convierte en un 503.',
    arreglo: 'Déjalo como viene: vigila cada orden con `exigirRespuesta`.',
  },
  {
    escribes: '`set` en lugar de `cambiarSi`',
    buscar: CAMBIO,
    poner: `await this.redis.set(claveDe(sid), JSON.stringify(siguiente), { expiration: { type: 'EXAT', value: sesion.expira } })
    const cambiada = true`,
    veras: CARRERA,
    porque:
      'Entre el `get` y el `set` cabe otro proceso. Los dos leen el 1 y los dos escriben el 2, así que quien robó el token y Ana renuevan sin que nadie lo note.',
    arreglo: 'Mira y cambia de una vez, con `cambiarSi`.',
    enPagina: true,
  },
  {
    escribes: 'leer otra vez justo antes de escribir',
    buscar: CAMBIO,
    poner: `const igual = (await this.redis.get(claveDe(sid))) === antes
    const plazo = { expiration: { type: 'EXAT', value: sesion.expira } } as const
    const cambiada = igual && (await this.redis.set(claveDe(sid), JSON.stringify(siguiente), plazo))`,
    veras: CARRERA,
    porque:
      'La carrera es más corta y sigue ahí, porque entre la segunda lectura y la escritura también cabe otro.',
    arreglo: 'Mirar y cambiar tienen que ser una sola orden.',
  },
  {
    escribes: 'devolver la siguiente diga lo que diga `cambiarSi`',
    buscar: 'return cambiada ? siguiente : undefined',
    poner: 'return cambiada ? siguiente : siguiente',
    veras: CARRERA,
    porque: 'Solo cambió una vez, pero las dos respuestas dicen que sí.',
    arreglo: 'Devuelve la siguiente solo si `cambiada` es verdadera.',
  },
  {
    escribes: '`cambiarSi` sin `await`',
    buscar: 'await this.redis.cambiarSi',
    poner: 'this.redis.cambiarSi',
    veras: CARRERA,
    porque: 'Una promesa siempre vale como verdadera, también la de quien llegó tarde.',
    arreglo: 'Espérala con `await`.',
  },
  {
    escribes: 'leer otra vez y comparar con eso',
    buscar: CAMBIO,
    poner: `const ahora = (await this.redis.get(claveDe(sid))) ?? ''
    const cambiada = await this.redis.cambiarSi(claveDe(sid), ahora, JSON.stringify(siguiente))`,
    veras: 'Otro avanzó después de que leyeras, y avanzas también: pasa a cambiarSi antes, lo que leíste',
    porque:
      'El número se miró en la primera lectura. Si otro avanzó antes de la segunda, `cambiarSi` compara con lo suyo y lo da por bueno.',
    arreglo: 'Compara con `antes`, el texto del que salió el número que miraste.',
  },
  {
    escribes: 'cerrar la sesión si `cambiarSi` da `false`',
    buscar: 'return cambiada ? siguiente : undefined',
    poner: 'if (!cambiada) await this.cerrar(sid)\n    return cambiada ? siguiente : undefined',
    veras: 'Si cambiarSi da false, la sesión es la de otro: ni la cierres ni la cambies',
    porque: 'Llegar segundo no es un robo: con dos pestañas a la vez, Ana perdería su sesión.',
    arreglo: 'Devuelve `undefined`; `renovar`, de la lección 9, decide.',
  },
  {
    escribes: '`return cambiada && siguiente`',
    buscar: 'return cambiada ? siguiente : undefined',
    poner: 'return (cambiada && siguiente) as Sesion',
    veras: 'Si cambiarSi da false, devuelve undefined, y no false ni null',
    porque:
      '`&&` da lo de su izquierda si no vale: sale `false`, y quien llama espera una sesión o `undefined`.',
    arreglo: '`cambiada ? siguiente : undefined`.',
  },
  {
    escribes: '`.catch(() => false)` detrás de `cambiarSi`',
    buscar: 'JSON.stringify(siguiente))',
    poner: 'JSON.stringify(siguiente)).catch(() => false)',
    veras: 'cambiarSi falló y sigues: deja salir el 503',
    porque:
      'Que Redis no conteste parecería que otro llegó antes, y Ana perdería una sesión que sigue abierta.',
    arreglo: 'Deja salir el error: el 503 le dice que vuelva a intentarlo.',
  },
  {
    escribes: 'al revés: `cambiada ? undefined : siguiente`',
    buscar: 'cambiada ? siguiente : undefined',
    poner: 'cambiada ? undefined : siguiente',
    veras: NO_AVANZA,
    porque: 'Quien cambió la sesión recibe que no, y quien no la cambió, que sí.',
    arreglo: '`cambiada ? siguiente : undefined`.',
  },
  {
    escribes: 'comparar con `sesion` en lugar de `antes`',
    buscar: 'cambiarSi(claveDe(sid), antes,',
    poner: 'cambiarSi(claveDe(sid), String(sesion),',
    veras: DA_FALSE,
    porque: 'Redis compara textos, y el de un objeto es `[object Object]`.',
    arreglo: 'Pasa `antes`, el texto que leíste.',
  },
  {
    escribes: 'guardar la sesión de antes',
    buscar: 'JSON.stringify(siguiente)',
    poner: 'JSON.stringify(sesion)',
    veras: GUARDA,
    porque: 'En Redis el número no cambia, y el mismo token renueva una y otra vez.',
    arreglo: 'Guarda la siguiente, que es la que devuelves.',
  },
  {
    escribes: 'no mirar el número',
    buscar: 'if (!sesion || sesion.numero !== numero) return undefined',
    poner: 'if (!sesion) return undefined',
    veras: CUALQUIERA,
    porque: 'Un token de renovación usado hace una hora vuelve a renovar, y nadie nota que lo tienen dos.',
    arreglo: 'Si `sesion.numero` no es `numero`, devuelve `undefined`.',
  },
  {
    escribes: '`sesion.numero < numero`',
    buscar: 'sesion.numero !== numero',
    poner: 'sesion.numero < numero',
    veras: CUALQUIERA,
    porque: 'Los números viejos también pasan, y son los de los tokens ya usados.',
    arreglo: 'Solo vale el número exacto: `!==`.',
  },
  {
    escribes: 'lanzar si el número es otro',
    buscar: 'sesion.numero !== numero) return undefined',
    poner: "sesion.numero !== numero) throw new ErrorHttp(401, 'Renovación rechazada')",
    veras: CUALQUIERA,
    porque:
      'Quien llama distingue una respuesta perdida de un robo, y ya no puede: dos pestañas a la vez cerrarían la sesión de Ana.',
    arreglo: 'Devuelve `undefined`; `renovar`, de la lección 9, decide.',
  },
  {
    escribes: 'lanzar si no hay sesión',
    buscar: 'if (!sesion || sesion.numero !== numero) return undefined',
    poner: `if (!sesion) throw new ErrorHttp(401, 'Renovación rechazada')
    if (sesion.numero !== numero) return undefined`,
    veras: 'Sin sesión no se avanza: devuelve undefined',
    porque: 'Qué se responde lo decide quien llama, y aquí solo se sabe que no hay nada que avanzar.',
    arreglo: 'Devuelve `undefined`, como con otro número.',
  },
  {
    escribes: '`renovada: Date.now()`',
    buscar: 'renovada: Math.floor(Date.now() / 1000)',
    poner: 'renovada: Date.now()',
    veras: SEGUNDOS,
    porque:
      'En milisegundos, la renovación parece hecha en el futuro y un token robado vale siempre como repetido.',
    arreglo: '`Math.floor(Date.now() / 1000)`.',
  },
  {
    escribes: '`Math.round` en lugar de `Math.floor`',
    buscar: 'Math.floor(',
    poner: 'Math.round(',
    veras: SEGUNDOS,
    porque: 'La mitad de las veces apunta un segundo que aún no ha llegado.',
    arreglo: '`Math.floor` da el segundo en que estás.',
  },
  {
    escribes: '`return this.buscar(sid)` después de cambiarla',
    buscar: 'cambiada ? siguiente : undefined',
    poner: 'cambiada ? this.buscar(sid) : undefined',
    veras: 'Devuelve la siguiente que escribiste: si la lees otra vez, ya puede ser la de otro',
    porque:
      'Entre escribir y leer, otro proceso puede avanzarla o cerrarla: entregarías el número de otro, o ninguno.',
    arreglo: 'Devuelve `siguiente`, que es lo que guardó `cambiarSi`.',
  },
  {
    escribes: 'olvidar `renovada`',
    buscar: ', renovada: Math.floor(Date.now() / 1000) }',
    poner: ' }',
    veras: SEGUNDOS,
    porque: 'Desde la segunda renovación, quien repite enseguida por una respuesta perdida pierde su sesión.',
    arreglo: 'Apunta ahora, en segundos, en `renovada`.',
  },
  {
    escribes: '`get`, sumar y `set`',
    buscar: DOS_ORDENES,
    poner: `const van = Number(await this.redis.get(intentos)) + 1
    await this.redis.set(intentos, String(van), { expiration: { type: 'EXAT', value: fin } })`,
    veras: TODOS,
    porque: 'Cien intentos a la vez leen todos el mismo número y cuentan como uno.',
    arreglo: 'Que sume Redis, con `incr`.',
    enPagina: true,
  },
  {
    escribes: 'contar en este proceso',
    buscar: 'return van',
    poner: `const suyos = this as { van?: number }
    suyos.van = (suyos.van ?? 0) + 1
    return van && suyos.van`,
    veras: TODOS,
    porque: 'Con tres procesos, quien prueba contraseñas tiene el triple de intentos.',
    arreglo: 'Devuelve lo que da `incr`, que cuenta los de todos.',
  },
  {
    escribes: '`incr` sin `expireAt`',
    buscar: DOS_ORDENES,
    poner: 'const van = await this.redis.incr(intentos)',
    veras: NO_SE_BORRA,
    porque: 'Cada cuenta y cada dirección que se prueba ocupa memoria para siempre.',
    arreglo: 'Pide a la vez que la clave se borre en `fin`.',
  },
  {
    escribes: '`expireAt` delante de `incr`',
    buscar: DOS_ORDENES,
    poner:
      'const [, van] = await Promise.all([this.redis.expireAt(intentos, fin), this.redis.incr(intentos)])',
    veras: NO_SE_BORRA,
    porque:
      'La primera vez aún no hay clave a la que poner plazo, y `incr` la crea sin ninguno. Quien prueba una vez cada cuenta llena la memoria.',
    arreglo: 'Pide primero `incr` y después `expireAt`.',
  },
  {
    escribes: '`expireAt` solo la primera vez',
    buscar: DOS_ORDENES,
    poner: `const van = await this.redis.incr(intentos)
    if (van === 1) await this.redis.expireAt(intentos, fin)`,
    veras: 'Si expireAt falla una vez, el contador se queda para siempre: pídelo en cada intento',
    porque: 'Si el proceso o la red caen entre las dos órdenes, ya nadie pedirá que se borre.',
    arreglo: 'Pídelo en cada intento: cuesta una orden y arregla lo que otra dejó a medias.',
  },
  {
    escribes: '`expireAt` en milisegundos',
    buscar: 'expireAt(intentos, fin)',
    poner: 'expireAt(intentos, fin * 1000)',
    veras: A_OTRA_HORA,
    porque: 'La clave se borra dentro de cincuenta mil años.',
    arreglo: '`fin` ya está en segundos.',
  },
  {
    escribes: '`expireAt` sin esperar',
    buscar: DOS_ORDENES,
    poner: `const van = await this.redis.incr(intentos)
    this.redis.expireAt(intentos, fin).catch(() => {})`,
    veras: A_MEDIAS,
    porque: 'Si falla, queda un contador que no se borra nunca y nadie lo sabe.',
    arreglo: 'Espera las dos con `Promise.all`.',
  },
  {
    escribes: '`.catch(() => [0])` al contar',
    buscar: 'this.redis.expireAt(intentos, fin)])',
    poner: 'this.redis.expireAt(intentos, fin)]).catch(() => [0] as const)',
    veras: A_MEDIAS,
    porque: 'Sin Redis no se contaría a nadie, y es cuando más fácil es probar contraseñas.',
    arreglo: 'Deja salir el 503.',
  },
  {
    escribes: 'dejar de preguntar tras cinco fallos',
    buscar: `  try {
    return await Promise.race([respuesta, vencido])
  } catch (cause) {
`,
    poner: `  const comun = exigirRespuesta as { fallos?: number }
  const { fallos = 0 } = comun
  try {
    if (fallos > 4) throw new Error('Redis no contesta')
    return await Promise.race([respuesta, vencido])
  } catch (cause) {
    comun.fallos = fallos + 1
`,
    veras: 'Redis ya responde y aún lanzas un error: no recuerdes que antes falló',
    porque: 'Redis vuelve al cabo de un minuto, y este proceso responde 503 hasta que se reinicia.',
    arreglo: 'Pregunta en cada orden: el plazo ya impide esperar de más.',
  },
  {
    escribes: 'guardar los claims',
    buscar: "`, '', {",
    poner: '`, JSON.stringify({ jti, exp }), {',
    veras: 'Guardas en Redis datos del token, que lee quien lo administra: pasa a set un texto vacío',
    porque: 'Basta con que la clave exista; lo demás lo lee quien administre Redis o encuentre una copia.',
    arreglo: 'Guarda un texto vacío: `set(clave, "", …)`.',
  },
  {
    escribes: 'contar una hora desde ahora',
    buscar: 'value: expira + MARGEN',
    poner: 'value: Math.floor(Date.now() / 1000) + 3600 + MARGEN',
    veras: PRONTO,
    porque: 'Un token que dura más de una hora vuelve a abrir cuando se borra su revocación.',
    arreglo: 'El instante sale del token: `expira + MARGEN`.',
  },
  {
    escribes: 'recordar en el proceso lo que dijo `contiene`',
    buscar: `// #endregion revocar
  }

  async contiene(jti: string): Promise<boolean> {
    return (await this.redis.exists(\`revocado:\${jti}\`)) === 1`,
    poner: `Object.assign(this, { [jti]: true })
  }

  async contiene(jti: string): Promise<boolean> {
    const vistos = this as unknown as Record<string, boolean>
    vistos[jti] ??= (await this.redis.exists(\`revocado:\${jti}\`)) === 1
    return vistos[jti]`,
    veras:
      'Otro proceso lo revocó y en este aún abre: contiene pregunta a Redis cada vez, sin recordar lo que dijo',
    porque: 'El «no» de hace un minuto ya no es verdad si otro proceso lo revocó después.',
    arreglo: 'Deja `contiene` como estaba: pregunta a Redis cada vez.',
  },
  {
    escribes: 'intentarlo otra vez si `cambiarSi` da `false`',
    buscar: 'return cambiada ? siguiente : undefined',
    poner: 'return cambiada ? siguiente : this.avanzar(sid, numero + 1)',
    veras: 'Tras un false lo intentas otra vez y avanzan las dos: otro usó ya ese número; devuelve undefined',
    porque: 'Ese número ya lo usó otro: quien llega segundo no tiene el último token, y quizá lo robó.',
    arreglo: 'Devuelve `undefined`: la lección 9 decide qué hacer con un número usado.',
  },
  {
    escribes: 'lanzar el 429 en `sumar`',
    buscar: `return van
`,
    poner: `if (van > 10) throw new ErrorHttp(429, 'Demasiados intentos')
    return van
`,
    veras: 'Ese 429 no es de limitarIntentos, que pone Retry-After: sumar solo cuenta, y no frena a nadie',
    porque:
      'Quien recibe ese 429 no sabe cuánto esperar, y el límite de una dirección no es el de una cuenta.',
    arreglo: 'Devuelve la cuenta: `limitarIntentos` decide con ella.',
  },
  {
    escribes: '`encodeURIComponent(jti)` al guardar',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: es código
    buscar: 'set(`revocado:${jti}`',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: es código
    poner: 'set(`revocado:${encodeURIComponent(jti)}`',
    veras:
      'Revocas un jti con espacios, barras, «%» o «ñ» y contiene no lo encuentra: ponlo entero y tal cual en la clave',
    porque:
      'Se guarda con un nombre y se busca con otro. Con un UUID no se nota; con un `jti` de otro emisor, la sesión cerrada sigue abierta.',
    arreglo: 'Usa `jti` tal cual: una clave de Redis admite cualquier texto.',
  },
  {
    escribes: '`jti.trim()` al guardar y al buscar',
    buscar: `await this.redis.set(\`revocado:\${jti}\`, '', ${PLAZO})
    // #endregion revocar
  }

  async contiene(jti: string): Promise<boolean> {
    return (await this.redis.exists(\`revocado:\${jti}\`)) === 1`,
    poner: `await this.redis.set(\`revocado:\${jti.trim()}\`, '', ${PLAZO})
  }
  async contiene(jti: string): Promise<boolean> {
    return (await this.redis.exists(\`revocado:\${jti.trim()}\`)) === 1`,
    veras:
      'Revocas un jti y contiene da por revocado otro que se parece: ponlo entero y tal cual en la clave',
    porque: 'Dos `jti` distintos comparten la clave, y cerrar una sesión cierra la de otra persona.',
    arreglo: 'Usa `jti` tal cual, y deja `contiene` como viene.',
  },
  {
    escribes: 'recordarla un día como mucho',
    buscar: 'value: expira + MARGEN',
    poner: 'value: Math.min(expira, Math.floor(Date.now() / 1000) + 86_400) + MARGEN',
    veras:
      'La revocación de un token que dura mucho se borra antes que él: el instante es expira + MARGEN, sin tope',
    porque: 'Un token que vale una semana vuelve a abrir al día siguiente de cerrar la sesión.',
    arreglo: 'El instante sale del token: `expira + MARGEN`, sea cual sea.',
  },
  {
    escribes: '`set` después de `cambiarSi`',
    buscar: 'return cambiada ? siguiente : undefined',
    poner: `const plazo = { expiration: { type: 'EXAT', value: sesion.expira } } as const
    if (cambiada) await this.redis.set(claveDe(sid), JSON.stringify(siguiente), plazo)
    return cambiada ? siguiente : undefined`,
    veras:
      'Tras cambiarSi otro proceso cerró o avanzó la sesión, y lo pisas: después de cambiarSi no escribas nada',
    porque: 'Si otro proceso la cierra entre las dos órdenes, la sesión cerrada vuelve a existir.',
    arreglo: '`cambiarSi` ya la guardó y conserva su plazo: no hace falta nada más.',
  },
  {
    escribes: '`cambiarSi` otra vez si falla',
    buscar: CAMBIO,
    poner: `const cambiar = () => this.redis.cambiarSi(claveDe(sid), antes, JSON.stringify(siguiente))
    const cambiada = await cambiar().catch(cambiar)`,
    veras:
      'cambiarSi cambió la sesión, se perdió su respuesta y la segunda vez dio false: deja salir el primer error',
    porque: 'La segunda vez el texto ya no es `antes`: parece que llegó otro, y Ana puede perder su sesión.',
    arreglo: 'Pídela una vez y deja salir el 503: la lección 9 admite que Ana repita.',
  },
  {
    escribes: 'cien renovaciones como mucho',
    buscar: 'if (!sesion || sesion.numero !== numero) return undefined',
    poner: 'if (!sesion || sesion.numero !== numero || numero >= 100) return undefined',
    veras: 'Una sesión abierta avanza hasta que expira, las veces que sea: mira solo si existe y su numero',
    porque: 'Quien tiene varias pestañas llega a cien en unas horas, y se queda fuera sin haber hecho nada.',
    arreglo: 'Lo que dura una sesión ya lo limita `expira`.',
  },
  {
    escribes: '`Math.min(van, 20)`',
    buscar: `return van
`,
    poner: `return Math.min(van, 20)
`,
    veras: 'Pones un tope a la cuenta: devuelve lo que dé incr, que el máximo lo decide limitarIntentos',
    porque: 'Una dirección admite cien intentos: con ese tope no se la frena nunca.',
    arreglo: 'Devuelve `van` tal cual.',
  },
  {
    escribes: 'pedir las dos órdenes otra vez si fallan',
    buscar: DOS_ORDENES,
    poner: `const pedir = () => Promise.all([this.redis.incr(intentos), this.redis.expireAt(intentos, fin)])
    const [van] = await pedir().catch(pedir)`,
    veras: 'Una orden falló y la repites: ese intento cuenta por dos; deja salir el error',
    porque: '`incr` pudo sumar aunque fallara la otra orden: con Redis inestable, Ana se queda sin intentos.',
    arreglo: 'Deja salir el 503.',
  },
  {
    escribes: 'un plazo para las órdenes que llegan a la vez',
    buscar: 'const { vencido, anular } = ponerPlazo(ESPERA)',
    poner: `const comun: ReturnType<typeof ponerPlazo> = (Object(ponerPlazo).comun ??= ponerPlazo(ESPERA))
  const { vencido } = comun
  const anular = () => {
    comun.anular()
    Reflect.deleteProperty(ponerPlazo, 'comun')
  }`,
    veras:
      'Una orden respondió y la que esperaba con ella se queda sin plazo: pon uno en cada llamada, dentro de la función',
    porque: 'La primera respuesta anula el plazo de las demás: la que no contesta espera para siempre.',
    arreglo: 'Deja `ponerPlazo` donde estaba, dentro de la función.',
  },
  {
    escribes: 'sumar `MARGEN` a `claims.exp`',
    buscar: 'async revocar({ jti, exp }: Claims): Promise<void> {',
    poner: `async revocar(claims: Claims): Promise<void> {
    const { jti, exp } = { ...claims }
    if (exp) claims.exp = exp + MARGEN`,
    veras: 'Cambias los claims que recibes, y quien llama los usa después: calcula aparte expira + MARGEN',
    porque: 'Quien llama escribe después en su registro un `exp` que el token no trae.',
    arreglo: 'Usa `expira + MARGEN` solo en la orden.',
  },
  {
    escribes: '`get` en lugar de `exists` en `contiene`',
    buscar: `return (await this.redis.exists(\`revocado:\${jti}\`)) === 1`,
    poner: `return Boolean(await this.redis.get(\`revocado:\${jti}\`))`,
    veras:
      'Redis guarda que se cerró y contiene no lo ve: déjalo como viene dado, que el texto guardado es vacío',
    porque: 'Un texto vacío es falso: lo revocado parece no estarlo.',
    arreglo: 'Deja `contiene` como estaba.',
  },
  {
    escribes: 'leer la cuenta después de sumar',
    buscar: 'return van',
    poner: 'return Number(await this.redis.get(intentos)) || van',
    veras: 'Varios intentos tienen el mismo número: devuelve el que da su incr, sin leerlo después',
    porque: 'Entre las dos órdenes suman otros procesos: varios intentos reciben el mismo número.',
    arreglo: 'Devuelve `van`, lo que dio `incr`.',
  },
  {
    escribes: 'una clave sin el fin de la ventana',
    buscar: `const intentos = \`intentos:\${clave}:\${fin}\``,
    poner: `const intentos = \`intentos:\${clave}\``,
    veras: 'Los intentos de una ventana cuentan en la siguiente: la clave es intentos, que lleva fin',
    porque: 'Si `expireAt` falla una vez, la cuenta sigue frenada en todas las ventanas que vienen.',
    arreglo: 'Deja `fin` en la clave.',
  },
  {
    escribes: '`Math.round(exp)`',
    buscar: 'const expira = Math.ceil(exp)',
    poner: 'const expira = Math.round(exp)',
    veras: 'Faltan décimas para el minuto: expira es Math.ceil(exp), como viene dada, y se le suma MARGEN',
    porque: 'Redis la borra unas décimas antes de lo debido.',
    arreglo: 'Deja `Math.ceil`.',
  },
  {
    escribes: '`/^[\\w.-]+$/.test(jti)` en `contiene`',
    buscar: `    return (await this.redis.exists(\`revocado:\${jti}\`)) === 1`,
    poner: `    return /^[\\w.-]+$/.test(jti) && (await this.redis.exists(\`revocado:\${jti}\`)) === 1`,
    veras:
      'Redis guarda un jti con «%» o «ñ» y contiene dice que no está: pregunta por él tal cual, sin filtrarlo antes',
    porque: 'Un jti es cualquier texto: lo elige quien firma.',
    arreglo: 'Pregunta siempre.',
  },
  {
    escribes: '`(numero % 1000) + 1`',
    buscar: 'numero: numero + 1,',
    poner: 'numero: (numero % 1000) + 1,',
    veras: 'Del número 9999 pasas a otro que no es el 10000: la siguiente lleva siempre numero + 1',
    porque: 'Al volver al 1 valen otra vez los tokens de las primeras renovaciones.',
    arreglo: 'Suma uno, sin tope.',
  },
]
