import type { ErrorTipico } from '#comun/leccion.ts'

const RECHAZADA =
  'GET y HEAD sin Authorization no se rechazan: req.method va en mayúsculas, y req.get da undefined si falta'
const CON_308 = 'GET y HEAD sin Authorization se redirigen con 308'
const TU_ORIGEN =
  'El sitio es siempre tu origen, con la ruta pegada detrás: ni Host ni otro encabezado, ni new URL'
const YA_VIAJO =
  'Con Authorization no se redirige: ya viajó en claro. ¿Está bien escrito? req.headers va en minúsculas'
const sigueEnClaro = (metodo: string) =>
  `Un ${metodo} en claro sigue su camino: se redirige la visita (GET o HEAD sin Authorization) y se rechaza lo demás`
const UNA_SOLA_COSA = 'Haces dos cosas: después de responder o de rechazar se sale de la función'
const NO_ES_403 = 'Un secreto en claro se rechaza con un 403, y el cliente sabrá que hay que cambiarlo'
const FALTA = 'Falta Strict-Transport-Security: se envía antes de next() si req.secure, haya proxy o no'
const VALOR = 'Es «max-age=…; includeSubDomains», con los segundos que recibe enviarHsts'
const SOLO_SEGURA =
  'Por HTTP el navegador lo ignora, y los encabezados los escribe cualquiera: solo si req.secure'
const TAL_CUAL =
  'La ruta es la de esta solicitud, tal cual: ni guardada, ni codificada, ni decodificada, ni en minúsculas'
const CUALQUIERA = 'X-Forwarded-Proto y Host los escribe cualquiera: fíate solo de req.secure'
const TODAS = 'Devuelve todas las direcciones que recibes: Express compara con cada una'
const NO_TRUE =
  'X-Forwarded-Proto lo escribe cualquiera: devuelve las direcciones que recibes, no true ni un número'
const DE_MAS = 'Devuelve solo las direcciones que recibes, como llegan: ni otras, ni un rango, ni otra lista'

export const errores: ErrorTipico[] = [
  {
    escribes: 'redirigirlo todo',
    buscar: "if (!esVisita) throw new ErrorHttp(403, 'Usa HTTPS')",
    poner: '// Todo se redirige.',
    veras: YA_VIAJO,
    porque:
      'La redirección cifra el segundo viaje. El primero ya pasó, y nadie se entera de que hay un fallo.',
    arreglo: 'Lanza `ErrorHttp(403, "Usa HTTPS")` si la solicitud no es una visita.',
    enPagina: true,
  },
  {
    escribes: "`'https://' + req.hostname + req.originalUrl`",
    buscar: 'origen + req.originalUrl)',
    poner: "'https://' + req.hostname + req.originalUrl)",
    veras: TU_ORIGEN,
    porque: '`Host` lo escribe quien hace la solicitud: tu servidor acaba enviando visitas a `malo.com`.',
    arreglo: 'Redirige a `origen`, que viene de la configuración y no de la solicitud.',
    enPagina: true,
  },
  {
    escribes: '`new URL(req.originalUrl, origen)`',
    buscar: 'origen + req.originalUrl)',
    poner: 'new URL(req.originalUrl, origen).href)',
    veras: TU_ORIGEN,
    porque: 'Para `URL`, una ruta que empieza por `//malo.com` es otro sitio, y gana al origen.',
    arreglo: 'Pega los dos textos: `origen + req.originalUrl`.',
  },
  {
    escribes: '`res.redirect(destino)`, sin el 308',
    buscar: 'res.redirect(308, ',
    poner: 'res.redirect(',
    veras: CON_308,
    porque: 'Express responde 302, que es temporal y deja que el cliente cambie de método.',
    arreglo: 'Pasa 308 como primer argumento: permanente, y conserva el método.',
    enPagina: true,
  },
  {
    escribes: '`origen + req.path`',
    buscar: 'origen + req.originalUrl)',
    poner: 'origen + req.path)',
    veras: 'Redirige a la ruta entera y tal cual: req.originalUrl, sin codificarla',
    porque: '`req.path` pierde la consulta (`?a=1`) y el prefijo en el que se monta el middleware.',
    arreglo: 'Usa `req.originalUrl`, que Express no toca.',
  },
  {
    escribes: "`origen + '/' + req.originalUrl`",
    buscar: 'origen + req.originalUrl)',
    poner: "origen + '/' + req.originalUrl)",
    veras: 'Sobra una barra entre el sitio y la ruta: req.originalUrl ya empieza por /',
    porque: '`//v1/perfil` es otra ruta, y el servidor responde que no existe.',
    arreglo: 'Pega los dos textos: `origen + req.originalUrl`.',
  },
  {
    escribes: 'mirar solo el método',
    buscar: "['GET', 'HEAD'].includes(req.method) && !req.get('Authorization')",
    poner: "['GET', 'HEAD'].includes(req.method)",
    veras: YA_VIAJO,
    porque: 'Un GET con `Authorization` trae un token, y ese token ya lo pudo leer cualquiera en la red.',
    arreglo: "Exige también que falte el encabezado: `!req.get('Authorization')`.",
  },
  {
    escribes: '`!req.headers.Authorization`',
    buscar: "!req.get('Authorization')",
    poner: '!req.headers.Authorization',
    veras: YA_VIAJO,
    porque:
      'Node guarda los nombres de los encabezados en minúsculas: ese no existe nunca, y todo parece una visita.',
    arreglo: "Usa `req.get('Authorization')`, que no distingue mayúsculas.",
  },
  {
    escribes: 'contar solo los tokens `Bearer`',
    buscar: "!req.get('Authorization')",
    poner: "!req.get('Authorization')?.startsWith('Bearer ')",
    veras: 'Cualquier Authorization trae un secreto, aunque no diga Bearer: no se redirige',
    porque: '`Basic` lleva la contraseña, y con otro esquema también viaja una credencial.',
    arreglo: 'Mira si hay encabezado, no qué dice.',
  },
  {
    escribes: 'mirar solo `Authorization`',
    buscar: "['GET', 'HEAD'].includes(req.method) && !req.get('Authorization')",
    poner: "!req.get('Authorization')",
    veras: 'Un POST no es una visita, que es GET o HEAD: 403 antes de leer su cuerpo',
    porque: '`POST /login` no lleva token, pero lleva la contraseña en el cuerpo.',
    arreglo: 'Una visita es, además, GET o HEAD.',
  },
  {
    escribes: "`req.method !== 'POST'`",
    buscar: "['GET', 'HEAD'].includes(req.method)",
    poner: "req.method !== 'POST'",
    veras: 'Un PUT no es una visita, que es GET o HEAD: 403 antes de leer su cuerpo',
    porque: 'PUT, PATCH y los demás también traen un cuerpo, y quizá una contraseña.',
    arreglo: 'Enumera lo que es una visita: `GET` y `HEAD`.',
  },
  {
    escribes: 'olvidar HEAD',
    buscar: "['GET', 'HEAD'].includes(req.method)",
    poner: "req.method === 'GET'",
    veras: RECHAZADA,
    porque: 'HEAD pide lo mismo que GET sin el cuerpo, y lo usan los comprobadores de enlaces.',
    arreglo: "Acepta los dos: `['GET', 'HEAD'].includes(req.method)`.",
  },
  {
    escribes: "`req.get('Authorization') === null`",
    buscar: "!req.get('Authorization')",
    poner: "(req.get('Authorization') as unknown) === null",
    veras: RECHAZADA,
    porque: 'Un encabezado que no llega es `undefined`, y `undefined === null` es falso: nada es una visita.',
    arreglo: "Niega lo que da: `!req.get('Authorization')`.",
  },
  {
    escribes: '`if (req.secure) next()`, sin `return`',
    buscar: 'if (req.secure) return next()',
    poner: 'if (req.secure) next()',
    veras: 'Por HTTPS se sigue y nada más: if (req.secure) return next(), con req, res y next en ese orden',
    porque: '`next()` no sale de la función: lo que ya se atendió se redirige o se rechaza después.',
    arreglo: 'Deja esa línea como viene: `if (req.secure) return next()`.',
  },
  {
    escribes: 'redirigir y, además, lanzar',
    buscar: `    if (!esVisita) throw new ErrorHttp(403, 'Usa HTTPS')
    res.redirect(308, origen + req.originalUrl)`,
    poner: `    if (esVisita) res.redirect(308, origen + req.originalUrl)
    throw new ErrorHttp(403, 'Usa HTTPS')`,
    veras: UNA_SOLA_COSA,
    porque:
      '`res.redirect` responde, pero no sale de la función: el error llega con la respuesta ya enviada.',
    arreglo: 'Lanza primero, con `if (!esVisita)`, y deja la redirección para el final.',
  },
  {
    escribes: '`res.status(403).json(…)` sin `return`',
    buscar: "throw new ErrorHttp(403, 'Usa HTTPS')",
    poner: "res.status(403).json({ error: 'Usa HTTPS' })",
    veras: UNA_SOLA_COSA,
    porque: 'La función sigue hasta `res.redirect`, con la respuesta ya enviada.',
    arreglo: 'Lanza el error con `throw`: después no se ejecuta nada más.',
  },
  {
    escribes: '`return new ErrorHttp(403, …)`',
    buscar: "throw new ErrorHttp(403, 'Usa HTTPS')",
    poner: "return new ErrorHttp(403, 'Usa HTTPS') as never",
    veras: 'Devuelves el error: lánzalo con throw',
    porque: 'Express no mira lo que devuelve un middleware: nadie responde y el cliente se queda esperando.',
    arreglo: 'Cambia `return` por `throw`.',
  },
  {
    escribes: '`new ErrorHttp(401, …)`',
    buscar: 'ErrorHttp(403',
    poner: 'ErrorHttp(401',
    veras: NO_ES_403,
    porque: '401 pide identificarse, y el cliente lo haría otra vez en claro.',
    arreglo: 'Responde 403: no es quién eres, sino por dónde llegas.',
  },
  {
    escribes: 'llamar a `next()` en vez de lanzar',
    buscar: "if (!esVisita) throw new ErrorHttp(403, 'Usa HTTPS')",
    poner: 'if (!esVisita) return next()',
    veras: sigueEnClaro('GET'),
    porque: 'La solicitud en claro se atiende como si fuera por HTTPS, y con ella la siguiente.',
    arreglo: 'Lanza `ErrorHttp(403, "Usa HTTPS")`.',
  },
  {
    escribes: '`max-age` en milisegundos',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: es código
    buscar: 'max-age=${segundos}',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: es código
    poner: 'max-age=${segundos * 1000}',
    veras: VALOR,
    porque: 'HSTS cuenta en segundos: multiplicar por mil pide mil años.',
    arreglo: 'Escribe `segundos` sin convertirlo.',
    enPagina: true,
  },
  {
    escribes: 'un `max-age` fijo',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: es código
    buscar: 'max-age=${segundos}',
    poner: 'max-age=31536000',
    veras: VALOR,
    porque: 'Al principio conviene un plazo corto, y lo decide quien llama.',
    arreglo: 'Usa `segundos`, el argumento de `enviarHsts`.',
  },
  {
    escribes: '`req.socket.encrypted` en vez de `req.secure`',
    buscar: 'if (req.secure) res.set(',
    poner: "if ('encrypted' in req.socket) res.set(",
    veras: FALTA,
    porque: 'Detrás de un proxy que termina TLS, la conexión que ves va en claro y nadie recibiría HSTS.',
    arreglo: 'Pregunta a `req.secure`, que ya tiene en cuenta a los proxies de confianza.',
  },
  {
    escribes: 'agregar `preload` desde el primer día',
    buscar: '; includeSubDomains`',
    poner: '; includeSubDomains; preload`',
    veras: VALOR,
    porque:
      '`preload` permite inscribir el dominio en una lista que va dentro de los navegadores, y salir lleva meses.',
    arreglo:
      'Envía `max-age` e `includeSubDomains`; `preload` se decide aparte, cuando todo el dominio usa HTTPS.',
  },
  {
    escribes: 'enviar HSTS también por HTTP',
    buscar: "if (req.secure) res.set('Strict",
    poner: "res.set('Strict",
    veras: SOLO_SEGURA,
    porque: 'En claro lo pudo escribir cualquiera en el camino, y por eso el estándar manda ignorarlo.',
    arreglo: 'Envíalo solo si `req.secure`.',
  },
  {
    escribes: '`req.get("X-Forwarded-Proto") === "https"`',
    buscar: 'if (req.secure) res.set(',
    poner: "if (req.secure || req.get('X-Forwarded-Proto') === 'https') res.set(",
    veras: SOLO_SEGURA,
    porque:
      'Ese encabezado lo escribe cualquiera; si quien lo envía es de confianza, Express ya lo tuvo en cuenta.',
    arreglo: 'Basta con `req.secure`.',
  },
  {
    escribes: 'llamar a `next()` antes de poner el encabezado',
    buscar: "if (req.secure) res.set('Strict",
    poner: "next()\n    if (req.secure) res.set('Strict",
    veras: 'enviarHsts sigue siempre: llama a next() una sola vez',
    porque:
      'Lo que sigue puede responder antes de que pongas el encabezado; y aquí, además, se sigue dos veces.',
    arreglo: 'Primero el encabezado; `next()`, al final y una vez.',
  },
  {
    escribes: 'llamar a `next()` solo si la conexión es segura',
    buscar: 'includeSubDomains`)\n    next()',
    poner: 'includeSubDomains`)\n    if (req.secure) next()',
    veras: 'También por HTTP se llama a next(), una sola vez',
    porque: 'Un middleware que ni responde ni sigue deja la solicitud esperando.',
    arreglo: 'Saca `next()` del `if`: este middleware no rechaza a nadie.',
  },
  {
    escribes: '`return true` como valor de `trust proxy`',
    buscar: 'return direcciones.length > 0 ? direcciones : false',
    poner: 'return true as never',
    veras: NO_TRUE,
    porque:
      'Express cree entonces el `X-Forwarded-Proto` de cualquiera, y un cliente en claro dice venir por HTTPS.',
    arreglo: 'Devuelve las direcciones de tus proxies: solo a ellos se les cree.',
    enPagina: true,
  },
  {
    escribes: '`return direcciones.length`',
    buscar: 'return direcciones.length > 0 ? direcciones : false',
    poner: 'return direcciones.length as never',
    veras: NO_TRUE,
    porque: 'Para Express, un número son saltos: cree al más cercano, sea quien sea.',
    arreglo: 'Devuelve la lista, no cuántos hay.',
  },
  {
    escribes: "`['loopback', ...direcciones]`",
    buscar: 'return direcciones.length > 0 ? direcciones : false',
    poner: "return ['loopback', ...direcciones]",
    veras: DE_MAS,
    porque: 'Cualquier programa de la misma máquina pasa por proxy sin que lo hayas decidido.',
    arreglo: 'Devuelve solo las direcciones que recibes.',
  },
  {
    escribes: '`[direcciones[0]]`',
    buscar: 'direcciones.length > 0 ? direcciones : false',
    poner: 'direcciones[0] ? [direcciones[0]] : false',
    veras: TODAS,
    porque: 'Con dos proxies, lo que llega por el segundo parece venir en claro.',
    arreglo: 'Devuelve la lista entera.',
  },
  {
    escribes: '`direcciones.length > 1`',
    buscar: 'direcciones.length > 0',
    poner: 'direcciones.length > 1',
    veras:
      'Hay direcciones y devuelves false: ¿es length > 0? Van como llegan, también un nombre como loopback',
    porque: 'Con un solo proxy, que es lo corriente, no se cree a ninguno.',
    arreglo: 'Compara con 0.',
  },
  {
    escribes: '`return direcciones` aunque la lista esté vacía',
    buscar: 'direcciones.length > 0 ? direcciones : false',
    poner: 'direcciones',
    veras: 'Sin proxies no se cree a nadie: con la lista vacía, devuelve false',
    porque:
      'Hoy Express no cree a nadie con una lista vacía, pero lo dice mejor un `false` que una casualidad.',
    arreglo: 'Devuelve `false` si `direcciones.length` es 0.',
  },
  {
    escribes: 'el encabezado HSTS en la redirección',
    buscar: 'res.redirect(308, origen',
    poner: "res.set('Strict-Transport-Security', 'max-age=60').redirect(308, origen",
    veras: 'Lo que sale por HTTP no lleva HSTS: quita ese encabezado de la redirección',
    porque: 'Por HTTP lo puede poner o quitar cualquiera, y el navegador tiene que ignorarlo.',
    arreglo: 'Envíalo solo desde `enviarHsts`, cuando la conexión es segura.',
  },
  {
    escribes: "`req.get('X-Forwarded-Proto') === 'https'`",
    buscar: "const esVisita = ['GET', 'HEAD']",
    poner:
      "if (req.get('X-Forwarded-Proto') === 'https') return next()\n    const esVisita = ['GET', 'HEAD']",
    veras: CUALQUIERA,
    porque: 'Con un encabezado de más, cualquiera entra sin cifrar.',
    arreglo: '`req.secure` ya lo tiene en cuenta, y solo si lo envía un proxy de confianza.',
  },
  {
    escribes: "`direcciones.join(', ')`",
    buscar: 'direcciones.length > 0 ? direcciones : false',
    poner: "direcciones.length > 0 ? (direcciones.join(', ') as never) : false",
    veras: 'Devuelve las direcciones en un array: no las unas en un texto',
    porque: 'Express lo entiende, pero no es lo que dice el tipo, y quien lo lea recorrerá letras.',
    arreglo: 'Devuelve `direcciones`.',
  },
  {
    escribes: '`direcciones.splice(0)`',
    buscar: 'direcciones.length > 0 ? direcciones : false',
    poner: 'direcciones.length > 0 ? direcciones.splice(0) : false',
    veras: 'Cambias la lista que recibes: devuélvela sin tocarla',
    porque: '`splice` vacía el array de quien llama, que la próxima vez no confiará en nadie.',
    arreglo: 'Devuelve `direcciones` o, si quieres una copia, `[...direcciones]`.',
  },
  {
    escribes: "`req.get('X-Forwarded-Host')` como sitio",
    buscar: 'res.redirect(308, origen + req.originalUrl)',
    poner:
      "const sitio = req.get('X-Forwarded-Host')\n    res.redirect(308, (sitio ? 'https://' + sitio : origen) + req.originalUrl)",
    veras: TU_ORIGEN,
    porque: 'Lo agrega un proxy, pero también lo escribe cualquiera que llegue sin pasar por él.',
    arreglo: 'El sitio es `origen`, diga lo que diga la solicitud.',
  },
  {
    escribes: '`encodeURI(req.originalUrl)`',
    buscar: 'origen + req.originalUrl)',
    poner: 'origen + encodeURI(req.originalUrl))',
    veras: TAL_CUAL,
    porque: 'La ruta ya llega codificada: `%20` se convierte en `%2520`, y es otra ruta.',
    arreglo: 'Pega `req.originalUrl` sin tocarla.',
  },
  {
    escribes: "`if (req.hostname === 'localhost') return next()`",
    buscar: "const esVisita = ['GET', 'HEAD']",
    poner: "if (req.hostname === 'localhost') return next()\n    const esVisita = ['GET', 'HEAD']",
    veras: CUALQUIERA,
    porque: '`req.hostname` sale de `Host`: quien escribe `Host: localhost` entra sin cifrar.',
    arreglo: 'Para depurar, crea la aplicación sin `origen`: entonces no se exige HTTPS.',
  },
  {
    escribes: '`new Error("Usa HTTPS")`',
    buscar: "throw new ErrorHttp(403, 'Usa HTTPS')",
    poner: "throw new Error('Usa HTTPS')",
    veras: 'Acaba en un 500: lanza ErrorHttp, que recibe primero el estado y después el mensaje',
    porque: 'Un `Error` corriente es un fallo del servidor, y al cliente solo le llega «Error interno».',
    arreglo: 'Lanza `ErrorHttp(403, "Usa HTTPS")`.',
  },
  {
    escribes: "`[...direcciones, 'uniquelocal']`",
    buscar: 'direcciones.length > 0 ? direcciones : false',
    poner: "direcciones.length > 0 ? [...direcciones, 'uniquelocal'] : false",
    veras: DE_MAS,
    porque: 'Cualquier máquina de la red privada pasa por proxy sin que lo hayas decidido.',
    arreglo: 'Devuelve solo las direcciones que recibes.',
  },
  {
    escribes: 'recordar que alguien envió un secreto: `conSecreto ||= …`',
    buscar: 'return function exigirHttps(req, res, next) {',
    poner: `let conSecreto = false
  return function exigirHttps(req, res, next) {
    conSecreto ||= !req.secure && Boolean(req.get('Authorization'))
    if (conSecreto) throw new ErrorHttp(403, 'Usa HTTPS')`,
    veras: 'Cada solicitud se mira sola: lo que traía la anterior no decide nada; no la recuerdes',
    porque:
      'La variable es de todas las solicitudes: un token en claro, de quien sea, cierra la puerta a las demás.',
    arreglo: 'Decide dentro del middleware, con lo que trae esa solicitud.',
  },
  {
    escribes: '`console.warn(req.headers)`',
    buscar: "if (!esVisita) throw new ErrorHttp(403, 'Usa HTTPS')",
    poner: `if (!esVisita) {
      console.warn('En claro', req.headers)
      throw new ErrorHttp(403, 'Usa HTTPS')
    }`,
    veras: 'La consola es un registro: no escribas el token ni los encabezados de quien llega',
    porque: 'El token queda escrito en el registro, donde lo lee más gente que en la red.',
    arreglo: 'Escribe, si acaso, el método: `req.method`.',
  },
  {
    escribes: '`new ErrorHttp(403, …, { cause: req.headers })`',
    buscar: "'Usa HTTPS')",
    poner: "'Usa HTTPS', { cause: req.headers })",
    veras: 'El error acaba en el registro: no pongas en él lo que llega, tampoco en cause',
    porque: 'Quien registra un error escribe también su `cause`, y con ella el token.',
    arreglo: 'Lanza `ErrorHttp(403, "Usa HTTPS")`, sin más.',
  },
  {
    escribes: "`if (process.env.NODE_ENV === 'development') return next()`",
    buscar: "const esVisita = ['GET', 'HEAD']",
    poner: "if (process.env.NODE_ENV === 'development') return next()\n    const esVisita = ['GET', 'HEAD']",
    veras: 'Con NODE_ENV=development no rechazas un secreto en claro: hazlo en cualquier entorno',
    porque: 'Con una variable mal puesta en el servidor, todo entra sin cifrar.',
    arreglo: 'Para depurar, crea la aplicación sin `origen`: entonces no se exige HTTPS.',
  },
  {
    escribes: "`req.secure && process.env.NODE_ENV !== 'development'`",
    buscar: 'if (req.secure) res.set(',
    poner: "if (req.secure && process.env.NODE_ENV !== 'development') res.set(",
    veras: 'Con NODE_ENV=development falta Strict-Transport-Security: basta req.secure',
    porque: 'Con una variable mal puesta en el servidor, nadie recuerda HTTPS y nada lo avisa.',
    arreglo: 'Pregunta solo a `req.secure`.',
  },
  {
    escribes: "`if (['localhost', '127.0.0.1'].includes(req.hostname)) return next()`",
    buscar: "const esVisita = ['GET', 'HEAD']",
    poner:
      "if (['localhost', '127.0.0.1'].includes(req.hostname)) return next()\n    const esVisita = ['GET', 'HEAD']",
    veras: 'Host lo escribe cualquiera: lo que dice ser localhost también se redirige o se rechaza',
    porque: '`req.hostname` sale de `Host`: quien escribe `Host: 127.0.0.1` entra sin cifrar.',
    arreglo: 'Para depurar, crea la aplicación sin `origen`: entonces no se exige HTTPS.',
  },
  {
    escribes: "`if (process.env.NODE_ENV !== 'production') return next()`",
    buscar: "const esVisita = ['GET', 'HEAD']",
    poner: "if (process.env.NODE_ENV !== 'production') return next()\n    const esVisita = ['GET', 'HEAD']",
    veras: 'Haz lo mismo en desarrollo y en producción: que no dependa de NODE_ENV',
    porque: 'En un servidor sin esa variable, que es lo que pasa si nadie la pone, todo entra sin cifrar.',
    arreglo: 'Quita esa condición: ya decide quien llama, que da `origen` o no lo da.',
  },
  {
    escribes: "`if (req.method === 'OPTIONS') return next()`",
    buscar: "const esVisita = ['GET', 'HEAD']",
    poner: "if (req.method === 'OPTIONS') return next()\n    const esVisita = ['GET', 'HEAD']",
    veras: sigueEnClaro('OPTIONS'),
    porque: 'Es lo que envía antes una página de otro sitio: si pasa en claro, nadie nota que falta HTTPS.',
    arreglo: 'Una visita es GET o HEAD: lo demás se rechaza.',
  },
  {
    escribes: 'el `max-age` en una variable de fuera',
    buscar: 'return function enviarHsts(req, res, next) {',
    poner: `const fuera = enviarHsts as { segundos?: number }
  fuera.segundos ??= segundos
  return enviar(fuera.segundos)
}
function enviar(segundos: number): RequestHandler {
  return function enviarHsts(req, res, next) {`,
    veras: 'Envías los segundos que recibió otro enviarHsts: no los guardes fuera de la función',
    porque: 'Con dos aplicaciones en el proceso, la segunda pide el plazo de la primera.',
    arreglo: 'Usa `segundos`, el argumento de esa llamada.',
  },
  {
    escribes: 'el `origen` en una variable de fuera',
    buscar: 'return function exigirHttps(req, res, next) {',
    poner: `const fuera = exigirHttps as { origen?: string }
  fuera.origen ??= origen
  return exigir(fuera.origen)
}
function exigir(origen: string): RequestHandler {
  return function exigirHttps(req, res, next) {`,
    veras: 'Rediriges al origen que recibió otro exigirHttps: no lo guardes fuera de la función',
    porque: 'Con dos aplicaciones en el proceso, las visitas de una acaban en la otra.',
    arreglo: 'Usa `origen`, el argumento de esa llamada.',
  },
  {
    escribes: "`if (direcciones.includes('*')) return true`",
    buscar: 'return direcciones.length > 0',
    poner: "if (direcciones.includes('*')) return true as never\n  return direcciones.length > 0",
    veras: 'Con «*» en la lista crees a más de los que dice: devuelve lo que llega, y nunca true',
    porque:
      'Alguien lo escribirá en la configuración para salir del paso, y cualquiera dirá que llega por HTTPS.',
    arreglo: 'Devuelve `direcciones`: Express rechaza lo que no es una dirección al arrancar.',
  },
  {
    escribes: "`['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'].includes(req.method)`",
    buscar: "const esVisita = ['GET', 'HEAD'].includes(req.method)",
    poner: "const esVisita = !['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'].includes(req.method)",
    veras: 'Un MKCOL no es una visita, que es GET o HEAD: 403 antes de leer su cuerpo',
    porque: 'Hay más métodos de los que recuerda una lista, y también traen cuerpo.',
    arreglo: 'Enumera los que son una visita: `GET` y `HEAD`.',
  },
  {
    escribes: "`req.get('X-HTTP-Method-Override') ?? req.method`",
    buscar: "['GET', 'HEAD'].includes(req.method)",
    poner: "['GET', 'HEAD'].includes(req.get('X-HTTP-Method-Override') ?? req.method)",
    veras: 'Lo que decide es Authorization: una visita con otros encabezados se redirige',
    porque: 'Ese encabezado lo escribe cualquiera, y un POST con la contraseña se redirige como una visita.',
    arreglo: 'Mira `req.method`.',
  },
  {
    escribes: "`req.get('X-Forwarded-Ssl') === 'on'`",
    buscar: 'if (req.secure) return next()',
    poner: "if (req.secure || req.get('X-Forwarded-Ssl') === 'on') return next()",
    veras: 'Que llegó por HTTPS no lo dice ningún encabezado, que los escribe cualquiera: solo req.secure',
    porque: 'Quien escribe ese encabezado entra en claro con su contraseña, venga o no de un proxy.',
    arreglo: 'Usa `req.secure`, que solo cree a los proxies de la lista.',
  },
  {
    escribes: 'restar de `max-age` el tiempo desde el arranque',
    buscar: 'return function enviarHsts(req, res, next) {',
    poner: `const arranque = Date.now()
  const pedidos = segundos
  return function enviarHsts(req, res, next) {
    const segundos = pedidos - Math.floor((Date.now() - arranque) / 1000)`,
    veras: 'Una hora después envías otro plazo: son siempre los segundos que recibió enviarHsts',
    porque:
      'El navegador cuenta desde que recibe la respuesta; al acabar el plazo enviarías números negativos.',
    arreglo: 'Envía siempre `segundos`, sin restar nada.',
  },
  {
    escribes: '`decodeURI(req.originalUrl)`',
    buscar: 'res.redirect(308, origen + req.originalUrl)',
    poner: 'res.redirect(308, origen + decodeURI(req.originalUrl))',
    veras:
      'La ruta es la de esta solicitud, tal cual: ni guardada, ni codificada, ni decodificada, ni en minúsculas',
    porque:
      '`%252F` se convierte en `%2F`, que es otra ruta, y una dirección mal codificada acaba en un 500.',
    arreglo: 'Usa `req.originalUrl`.',
  },
  {
    escribes: 'enviar HSTS una sola vez',
    buscar: 'if (req.secure) res',
    poner: `const ya: Set<number> = (Object(enviarHsts).ya ??= new Set())
    if (req.secure && ya.size < ya.add(segundos).size) res`,
    veras: 'La segunda respuesta va sin Strict-Transport-Security: envíalo en todas, no una sola vez',
    porque: 'Cada navegador lo recibe por su cuenta: solo lo vio el primero.',
    arreglo: 'Envíalo en todas las respuestas por HTTPS.',
  },
]
