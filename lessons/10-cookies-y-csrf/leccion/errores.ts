import type { ErrorTipico } from '#comun/leccion.ts'

const NOMBRE_EXACTO = 'Solo vale el nombre exacto: el navegador no protege los que se parecen'
const UNA_VEZ = 'Cada camino acaba en una sola llamada: next() o vigilar, y return para no seguir'
const PONLA =
  'Pon la cookie en req.headers.authorization, en minúsculas y con «Bearer …», y después llama a vigilar'
const SOLO_LA_COOKIE = 'Solo se vigila lo que llega con COOKIE: con Authorization, o sin COOKIE, sigue'
const DE_SITIO =
  'Con Sec-Fetch-Site «same-site» y sin un Origin conocido es un 403: por sí solo basta «same-origin»'
const PARECIDO = 'Compara Origin entero, con === o con origenes.includes(): parecerse a uno de ellos no basta'
const BASTA_UNA =
  'Basta una de las dos: Sec-Fetch-Site «same-origin», u Origin en la lista. Y sigue con next()'

const DE_LECTURA =
  'Un GET de otra página no pasa: GET, HEAD y OPTIONS (req.method, en mayúsculas) pasan siempre, traigan lo que traigan'
const DE_ANA =
  'Otra página actúa en nombre de Ana: lo que llega con la cookie y sin Authorization pasa por vigilar'
const EN_CUALQUIER_ENTORNO = 'Haz lo mismo en desarrollo y en producción: que no dependa de NODE_ENV'
const RECHAZO = "throw new ErrorHttp(403, 'Origen no permitido')"

export const errores: ErrorTipico[] = [
  {
    escribes: 'olvidar `httpOnly`',
    buscar: 'httpOnly: true, ',
    poner: '',
    veras: 'Sin httpOnly, cualquier script de la página lee el token',
    porque: '`document.cookie` la enseña: un script ajeno en tu página se la lleva, como de `localStorage`.',
    arreglo: 'Agrega `httpOnly: true`.',
    enPagina: true,
  },
  {
    escribes: 'olvidar `secure`',
    buscar: 'secure: true, ',
    poner: '',
    veras: 'Sin secure viaja también por HTTP, y __Host- se rechaza',
    porque: 'La primera visita por HTTP enseña el token a quien espía, aunque después redirijas.',
    arreglo: 'Agrega `secure: true`. Con el prefijo `__Host-`, sin él la cookie ni se guarda.',
  },
  {
    escribes: "`sameSite: 'none'`",
    buscar: "sameSite: 'strict'",
    poner: "sameSite: 'none'",
    veras: 'Con sameSite «strict», los demás sitios no la envían',
    porque:
      'Con `none`, cualquier página que Ana visite envía su cookie en cada solicitud que haga a la API.',
    arreglo: "Usa `'strict'`: nuestras páginas llaman a la API desde su mismo sitio.",
  },
  {
    escribes: "`sameSite: 'lax'`",
    buscar: "sameSite: 'strict'",
    poner: "sameSite: 'lax'",
    veras: 'Con sameSite «strict», los demás sitios no la envían',
    porque:
      'Con `lax`, un enlace de otro sitio llega con la cookie. A esta API nadie llega por un enlace: la llama nuestra página.',
    arreglo: "Usa `'strict'`. `'lax'` es para las páginas que se abren desde un enlace con la sesión puesta.",
  },
  {
    escribes: '`path: "/perfil"`',
    buscar: "path: '/'",
    poner: "path: '/perfil'",
    veras: 'El prefijo __Host- exige path «/»',
    porque: 'Con otra ruta el navegador la rechaza, y sin el prefijo no la enviaría a `/logout`.',
    arreglo: "Usa `path: '/'`.",
  },
  {
    escribes: '`domain: "ejemplo.com"`',
    buscar: "path: '/', maxAge",
    poner: "path: '/', domain: 'ejemplo.com', maxAge",
    veras: 'Con domain la reciben todos los subdominios, y __Host- se rechaza',
    porque: 'El blog, la tienda y cualquier subdominio olvidado recibirían el token de Ana.',
    arreglo: 'No escribas `domain`: la cookie vuelve solo al servidor que la puso.',
  },
  {
    escribes: '`maxAge: segundos`',
    buscar: 'segundos * 1000',
    poner: 'segundos',
    veras: 'res.cookie espera milisegundos en maxAge, y Set-Cookie lleva segundos',
    porque: '`res.cookie` divide entre mil: una hora se queda en tres segundos, y Ana no llega a usarla.',
    arreglo: 'Multiplica por mil.',
    enPagina: true,
  },
  {
    escribes: "`secure: process.env.NODE_ENV !== 'development'`",
    buscar: 'secure: true',
    poner: "secure: process.env.NODE_ENV !== 'development'",
    veras: EN_CUALQUIER_ENTORNO,
    porque:
      'Basta un despliegue con esa variable mal puesta para perder la protección. En `localhost`, el navegador la guarda con `Secure` si la página va por HTTPS, como en la lección 8.',
    arreglo: 'Escribe `secure: true`.',
  },
  {
    escribes: '`{ HttpOnly: true, Secure: true, … }`',
    buscar: "{ httpOnly: true, secure: true, sameSite: 'strict', path: '/', maxAge: segundos * 1000 }",
    poner:
      "{ HttpOnly: true, Secure: true, SameSite: 'Strict', Path: '/', 'Max-Age': segundos } as CookieOptions",
    veras: 'Express no conoce esos nombres: son httpOnly, secure, sameSite, path y maxAge',
    porque:
      'Así se llaman en el encabezado `Set-Cookie`. Express no los reconoce, no avisa, y la cookie sale sin ningún atributo.',
    arreglo: 'Usa los nombres de las opciones de `res.cookie`, y `maxAge` en milisegundos.',
  },
  {
    escribes: 'redondear `maxAge` a minutos',
    buscar: 'segundos * 1000',
    poner: 'Math.round(segundos / 60) * 60_000',
    veras: 'maxAge son los segundos que recibe, por mil: sin redondear y sin un mínimo',
    porque: 'A una sesión a la que le quedan veinte segundos se le borra la cookie antes de tiempo.',
    arreglo: 'Multiplica por mil, y nada más.',
  },
  {
    escribes: '`includes` en vez de `startsWith`',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: es código
    buscar: 'trozo.startsWith(`${nombre}=`)',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: es código
    poner: 'trozo.includes(`${nombre}=`)',
    veras: NOMBRE_EXACTO,
    porque:
      '`mi__Host-token` no lleva el prefijo, así que un subdominio puede ponerla; y contiene el nombre.',
    arreglo: 'Exige que el trozo empiece por el nombre.',
  },
  {
    escribes: '`startsWith(nombre)`, sin el «=»',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: es código
    buscar: 'trozo.startsWith(`${nombre}=`)',
    poner: 'trozo.startsWith(nombre)',
    veras: NOMBRE_EXACTO,
    porque: '`__Host-token2` también empieza así: se lee el valor de otra cookie, cortado.',
    arreglo: 'Busca el nombre y el «=» juntos.',
  },
  {
    escribes: 'quitar espacios con `trim`',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: es código
    buscar: "split('; ').find((trozo) => trozo.startsWith(`${nombre}=`))",
    // biome-ignore lint/suspicious/noTemplateCurlyInString: es código
    poner: "split(';').map((trozo) => trozo.trim()).find((trozo) => trozo.startsWith(`${nombre}=`))",
    veras: NOMBRE_EXACTO,
    porque:
      '`trim` quita también el espacio duro (U+00A0). Para el navegador es parte del nombre: sin el prefijo delante, un subdominio puede poner esa cookie.',
    arreglo: 'Parte por «; » y no quites nada.',
    enPagina: true,
  },
  {
    escribes: 'comparar sin mayúsculas',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: es código
    buscar: 'trozo.startsWith(`${nombre}=`)',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: es código
    poner: 'trozo.toLowerCase().startsWith(`${nombre}=`.toLowerCase())',
    veras: NOMBRE_EXACTO,
    porque:
      'En una cookie las mayúsculas cuentan: `__host-token` es otra, y un navegador antiguo puede no protegerla.',
    arreglo: 'Compara el nombre tal cual.',
  },
  {
    escribes: '`decodeURIComponent(encabezado)` antes de buscar',
    buscar: "encabezado?.split('; ')",
    poner: "decodeURIComponent(encabezado ?? '').split('; ')",
    veras: 'Ni el nombre ni el valor se decodifican: son el texto que llega',
    porque:
      'Para el navegador, `_%5FHost-token` es otro nombre y cualquier subdominio lo pone; decodificado, es el tuyo.',
    arreglo: 'Busca el nombre en el texto tal como llega.',
  },
  {
    escribes: "devolver `''` si no está",
    buscar: 'return cookie?.slice(nombre.length + 1)',
    poner: "return cookie?.slice(nombre.length + 1) ?? ''",
    veras: 'Si no está, devuelve undefined, y no null ni un texto vacío: aceptarCookie los distingue',
    porque: 'Sin cookie, `aceptarCookie` creería que hay una vacía y pondría un `Bearer` sin token.',
    arreglo: 'Deja que `?.` devuelva `undefined`.',
  },
  {
    escribes: "`split('=')[1]`",
    buscar: 'cookie?.slice(nombre.length + 1)',
    poner: "cookie?.split('=')[1]",
    veras: 'El valor es todo lo que sigue al primer «=», hasta el «; »',
    porque: 'Un valor puede llevar «=», y se perdería lo que sigue.',
    arreglo: 'Corta por la longitud del nombre: `slice(nombre.length + 1)`.',
  },
  {
    escribes: "`Sec-Fetch-Site !== 'cross-site'`",
    buscar: "req.get('Sec-Fetch-Site') === 'same-origin'",
    poner: "req.get('Sec-Fetch-Site') !== 'cross-site'",
    veras: DE_SITIO,
    porque:
      '`same-site` es un subdominio, y quien no envía el encabezado tampoco dice que venga de tu página.',
    arreglo: "Acepta solo `'same-origin'`: lista de lo que pasa, no de lo que no.",
    enPagina: true,
  },
  {
    escribes: "`Sec-Fetch-Mode === 'navigate'`",
    buscar: "req.get('Sec-Fetch-Site') === 'same-origin'",
    poner: "req.get('Sec-Fetch-Site') === 'same-origin' || req.get('Sec-Fetch-Mode') === 'navigate'",
    veras: DE_SITIO,
    porque: 'Enviar un formulario también es navegar, y el formulario puede estar en cualquier página.',
    arreglo: 'Mira `Sec-Fetch-Site`, que dice de dónde viene; `Sec-Fetch-Mode` dice cómo.',
  },
  {
    escribes: 'creer a `X-HTTP-Method-Override`',
    buscar: '.includes(req.method)',
    poner: ".includes(req.get('X-HTTP-Method-Override') ?? req.method)",
    veras:
      'De otra página es un 403, traiga X-HTTP-Method-Override o no: solo cuentan Sec-Fetch-Site y Origin',
    porque:
      'Es un encabezado que escribe quien llama: dice que es un GET, y la ruta que se ejecuta es la del POST.',
    arreglo: 'Mira solo `req.method`, que es por donde Express elige la ruta.',
  },
  {
    escribes: 'no vigilar en desarrollo',
    buscar: 'if (!esLectura && !esPropia',
    poner: "if (process.env.NODE_ENV !== 'development' && !esLectura && !esPropia",
    veras: EN_CUALQUIER_ENTORNO,
    porque:
      'Un servidor desplegado con esa variable obedece a cualquier página, y en desarrollo no se prueba lo que se despliega.',
    arreglo: 'Vigila siempre. Para probar desde otra página, ponla en `origenes`.',
  },
  {
    escribes: '`{ cause: req.headers }` en el error',
    buscar: RECHAZO,
    poner: "throw new ErrorHttp(403, 'Origen no permitido', { cause: req.headers })",
    veras: 'Mensaje, causa y consola acaban en los registros: en req.headers va el token',
    porque: 'Al registrar un error se escribe también su causa: ahí quedan la cookie y el token de Ana.',
    arreglo: 'Quita la causa. Si quieres saber de dónde llegó, registra solo `Origin`.',
  },
  {
    escribes: "aceptar también `Sec-Fetch-Site: 'none'`",
    buscar: "const esPropia = req.get('Sec-Fetch-Site') === 'same-origin'",
    poner: "const esPropia = ['same-origin', 'none'].includes(req.get('Sec-Fetch-Site') ?? '')",
    veras: 'Con Sec-Fetch-Site «none» y sin un Origin conocido es un 403: por sí solo basta «same-origin»',
    porque:
      '`none` es quien escribe la dirección o abre un marcador: es casi siempre un GET, que ya pasa. Un POST que no viene de ninguna página no es de la nuestra.',
    arreglo: "Acepta solo `'same-origin'`.",
  },
  {
    escribes: '`startsWith` con `Origin`',
    buscar: "origen === req.get('Origin')",
    poner: "req.get('Origin')?.startsWith(origen)",
    veras: PARECIDO,
    porque: '`https://app.ejemplo.com.malo.com` empieza igual, y lo registra cualquiera.',
    arreglo: 'Compara el origen entero con `===`.',
  },
  {
    escribes: '`new URL(Origin).origin`',
    buscar: "origen === req.get('Origin')",
    poner: "origen === new URL(req.get('Origin') ?? 'https://nadie.ejemplo').origin",
    veras: 'Con Origin «null» hay un 500: new URL lanza con ese texto; compara Origin tal como llega',
    porque:
      'El navegador escribe `null` cuando la página no quiere decir su origen. No es una dirección, y el error que sale no es un `ErrorHttp`.',
    arreglo: 'No hace falta convertirlo: `Origin` ya llega sin ruta. Compara los textos con `===`.',
  },
  {
    escribes: 'comparar solo el nombre del servidor',
    buscar: "origen === req.get('Origin')",
    poner: "new URL(origen).host === req.get('Origin')?.split('//')[1]",
    veras: PARECIDO,
    porque: 'La misma dirección sin cifrar es otro origen: en esa página escribe quien esté en la red.',
    arreglo: 'Compara también el esquema: el origen entero.',
  },
  {
    escribes: 'una expresión regular con `g`',
    buscar: "const esConocida = origenes.some((origen) => origen === req.get('Origin'))",
    poner: `const guardados = exigirOrigen as { patrones?: RegExp[] }
    guardados.patrones ??= origenes.map((origen) => new RegExp(\`^\${origen}$\`, 'g'))
    const esConocida = guardados.patrones.some((patron) => patron.test(req.get('Origin') ?? ''))`,
    veras: 'La segunda vez ya no pasa: no recuerdes nada; una expresión regular con g recuerda',
    porque: 'Con `g`, `test` sigue donde se quedó: de dos solicitudes iguales, la segunda no cumple.',
    arreglo: 'Compara los textos enteros con `===`.',
  },
  {
    escribes: "`endsWith('.ejemplo.com')`",
    buscar: "origen === req.get('Origin')",
    poner: "req.get('Origin')?.endsWith(origen.slice(origen.indexOf('.')))",
    veras: DE_SITIO,
    porque:
      'Basta un subdominio olvidado, o un blog en el que alguien cuela un script, para actuar en nombre de Ana.',
    arreglo: 'Enumera los orígenes que conoces y compara cada uno entero.',
  },
  {
    escribes: 'aceptar lo que no trae `Origin`',
    buscar: "origen === req.get('Origin')",
    poner: "origen === (req.get('Origin') ?? origen)",
    veras: DE_SITIO,
    porque:
      'Quien trae una cookie es un navegador, y los navegadores dicen de dónde vienen: si falta, desconfía.',
    arreglo: 'Sin `Origin` y sin `Sec-Fetch-Site`, lanza.',
  },
  {
    escribes: 'seguir si no llega ninguno de los dos',
    buscar: 'if (!esLectura && !esPropia',
    poner: `if (!req.get('Sec-Fetch-Site') && !req.get('Origin')) return next()
    if (!esLectura && !esPropia`,
    veras: 'Sin Sec-Fetch-Site ni Origin no se sabe de dónde viene: es un 403',
    porque:
      'Parece cosa de una aplicación, que no los envía. Pero una aplicación trae `Authorization`, y por aquí pasa lo que trae una cookie.',
    arreglo: 'Lanza también si faltan los dos.',
  },
  {
    escribes: 'mirar `Referer`',
    buscar: "origen === req.get('Origin')",
    poner: "origen === req.get('Origin') || req.get('Referer')?.startsWith(origen)",
    veras: 'Referer no cuenta: de dónde viene lo dicen Sec-Fetch-Site y Origin; sin ellos, ErrorHttp 403',
    porque: '`Referer` se puede quitar y es una dirección entera: comparar su principio es fácil de engañar.',
    arreglo: 'Usa `Origin`, que trae solo el origen.',
  },
  {
    escribes: 'comparar `Origin` con `Host`',
    buscar: "origen === req.get('Origin')",
    poner: "origen === req.get('Origin') || req.get('Origin')?.split('//')[1] === req.get('Host')",
    veras: PARECIDO,
    porque:
      '`Host` dice a quién se envía, no de dónde viene, y no lleva el esquema: pasa la página sin cifrar, en la que escribe quien esté en la red.',
    arreglo: 'Compara `Origin` solo con los de `origenes`.',
  },
  {
    escribes: '`return next()` dentro de un `forEach`',
    buscar:
      "if (!esLectura && !esPropia && !esConocida) throw new ErrorHttp(403, 'Origen no permitido')\n    next()",
    poner: `if (esLectura || esPropia) return next()
    origenes.forEach((origen) => {
      if (origen === req.get('Origin')) return next()
    })
    throw new ErrorHttp(403, 'Origen no permitido')`,
    veras: 'Haces dos cosas: al seguir, sal de la función; el return de un forEach no sale de ella',
    porque:
      'Ese `return` acaba la función de `forEach` y no el middleware: después se rechaza lo que ya siguió.',
    arreglo: 'Pregunta con `some` y decide una sola vez.',
  },
  {
    escribes: "`req.method === 'GET' || 'HEAD'`",
    buscar: "['GET', 'HEAD', 'OPTIONS'].includes(req.method)",
    poner: "req.method === 'GET' || 'HEAD'",
    veras:
      'Dejas pasar un POST de otro sitio: es un 403. ¿Hay una condición que se cumple siempre o que cumple cualquiera?',
    porque: "`||` no repite la comparación: `'HEAD'` es un texto con letras, que vale como verdadero.",
    arreglo: "Escribe `['GET', 'HEAD', 'OPTIONS'].includes(req.method)`.",
  },
  {
    escribes: 'exigir las dos señales',
    buscar: '!esPropia && !esConocida',
    poner: '!(esPropia && esConocida)',
    veras:
      'Con Sec-Fetch-Site «same-origin» se sigue, sea cual sea Origin: léelo con req.get("Sec-Fetch-Site")',
    porque:
      'Un formulario de una página con `Referrer-Policy: no-referrer` envía `Origin: null`, y un navegador viejo no envía `Sec-Fetch-Site`.',
    arreglo: 'Rechaza solo si fallan las dos.',
  },
  {
    escribes: 'vigilar solo POST',
    buscar: "['GET', 'HEAD', 'OPTIONS'].includes(req.method)",
    poner: "req.method !== 'POST'",
    veras: 'Un PUT de otra página pasa: solo GET, HEAD y OPTIONS son de lectura',
    porque: 'La siguiente ruta que borre algo con DELETE quedaría sin vigilar.',
    arreglo: 'Enumera los métodos de lectura; los demás se vigilan.',
  },
  {
    escribes: 'vigilar también GET',
    buscar: '!esLectura && !esPropia',
    poner: '!esPropia',
    veras: DE_LECTURA,
    porque:
      'Un enlace desde un subdominio dejaría de funcionar, y sin CORS esa página no puede leer la respuesta.',
    arreglo: 'Deja pasar los métodos de lectura, y no cambies nada en ellos.',
  },
  {
    escribes: '`return new ErrorHttp(403, …)`',
    buscar: "throw new ErrorHttp(403, 'Origen no permitido')",
    poner: "return new ErrorHttp(403, 'Origen no permitido') as never",
    veras: 'Devuelves el error: lánzalo con throw',
    porque: 'Express no mira lo que devuelve un middleware: nadie responde y el cliente se queda esperando.',
    arreglo: 'Cambia `return` por `throw`.',
  },
  {
    escribes: '`new ErrorHttp(401, …)`',
    buscar: 'ErrorHttp(403',
    poner: 'ErrorHttp(401',
    veras: 'Rechazas con un 401, y es un 403: lanza ErrorHttp(403, "Origen no permitido")',
    porque: '401 pide iniciar sesión, y Ana ya la tiene: lo que falla es desde dónde se pide.',
    arreglo: 'Responde 403.',
  },
  {
    escribes: '`res.status(403).json(…)` sin `return`',
    buscar: "throw new ErrorHttp(403, 'Origen no permitido')",
    poner: "_res.status(403).json({ error: 'Origen no permitido' })",
    veras: 'Haces dos cosas: después de rechazar se sale de la función',
    porque: 'La función sigue hasta `next()`, y la ruta cierra la sesión aunque el cliente vea un 403.',
    arreglo: 'Lanza el error con `throw`: después no se ejecuta nada más.',
  },
  {
    escribes: 'olvidar `next()`',
    buscar: "'Origen no permitido')\n    next()",
    poner: "'Origen no permitido')",
    veras: BASTA_UNA,
    porque: 'Un middleware que ni responde ni sigue deja la solicitud esperando.',
    arreglo: 'Termina con `next()`.',
  },
  {
    escribes: 'devolver `Origin` en CORS',
    buscar: "403, 'Origen no permitido')\n",
    poner:
      "403, 'Origen no permitido')\n    _res.set('Access-Control-Allow-Origin', req.get('Origin') ?? '*')\n",
    veras: 'Dejar pasar no es dejar leer la respuesta: no envíes encabezados de CORS',
    porque:
      'Es medio camino: con `Access-Control-Allow-Credentials` además, cualquier página que reciba la cookie leería la respuesta.',
    arreglo: 'Sin CORS, cada página lee solo lo suyo. Si hace falta, enumera los orígenes.',
  },
  {
    escribes: 'vigilar solo si falta `Sec-Fetch-Site`',
    buscar: 'vigilar(req, res, next)',
    poner: "if (req.get('Sec-Fetch-Site') === undefined) vigilar(req, res, next)\n    else next()",
    veras: DE_ANA,
    porque:
      'Quien decide si la solicitud es propia es `vigilar`: saltarlo según un encabezado abre la puerta.',
    arreglo: 'Llama siempre a `vigilar(req, res, next)`.',
  },
  {
    escribes: 'seguir sin vigilar',
    buscar: 'vigilar(req, res, next)',
    poner: 'next()',
    veras: DE_ANA,
    porque: 'El formulario de cualquier página cerraría la sesión de Ana, o compraría en su nombre.',
    arreglo: 'Termina con `vigilar(req, res, next)`.',
    enPagina: true,
  },
  {
    escribes: '`if (!req.secure) return next()`',
    buscar: "if (req.get('Authorization') !== undefined || token",
    poner: "if (!req.secure) return next()\n    if (req.get('Authorization') !== undefined || token",
    veras:
      'Llama a vigilar también por HTTP, sin mirar req.secure: exigirHttps, que va detrás, rechaza lo que llega en claro',
    porque:
      'La cookie ya ha viajado en claro. Sin `Authorization`, `exigirHttps` no ve ninguna credencial y redirige como si nada.',
    arreglo: 'No mires cómo llega: de eso se encarga `exigirHttps`.',
  },
  {
    escribes: 'seguir sin vigilar si es un GET',
    buscar: 'vigilar(req, res, next)',
    poner: "if (req.method === 'GET') return next()\n    vigilar(req, res, next)",
    veras: 'Con GET también se llama a vigilar: es él quien sabe qué se puede hacer desde otra página',
    porque:
      'Aquí `vigilar` deja pasar los GET, y otro podría no hacerlo: si cada capa decide por su cuenta, una acaba equivocada.',
    arreglo: 'Llama siempre a `vigilar(req, res, next)`.',
  },
  {
    escribes: '`console.log` con el token',
    buscar: 'vigilar(req, res, next)',
    poner: "console.log('cookie', token)\n    vigilar(req, res, next)",
    veras: 'El token va solo en req.headers: ni la respuesta ni la consola lo llevan',
    porque: 'Quien lee los registros entra con él como si fuera Ana, hasta que expire.',
    arreglo: 'No lo escribas. Para saber de quién es una solicitud basta con `sub`.',
  },
  {
    escribes: 'vigilar y, además, seguir',
    buscar: 'vigilar(req, res, next)',
    poner: 'vigilar(req, res, next)\n    next()',
    veras: UNA_VEZ,
    porque: '`vigilar` ya sigue si la solicitud es de fiar: con otro `next()`, la ruta se ejecuta dos veces.',
    arreglo: 'Pasa `next` a `vigilar` y deja que decida él.',
  },
  {
    escribes: '`next()` sin `return`',
    buscar: 'token === undefined) return next()',
    poner: 'token === undefined) next()',
    veras: UNA_VEZ,
    porque: 'La función no se detiene: sin cookie, pone `Bearer undefined` y sigue otra vez.',
    arreglo: 'Escribe `return next()`.',
  },
  {
    escribes: 'vigilar primero y poner la cookie después',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: es código
    buscar: 'req.headers.authorization = `Bearer ${token}`\n    vigilar(req, res, next)',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: es código
    poner: 'vigilar(req, res, next)\n    req.headers.authorization = `Bearer ${token}`',
    veras: PONLA,
    porque: '`vigilar` llama a `next()`, y la guardia se ejecuta antes de que haya encabezado.',
    arreglo: 'Asigna `req.headers.authorization` y llama a `vigilar` después.',
  },
  {
    escribes: 'preferir la cookie',
    buscar: "req.get('Authorization') !== undefined || token === undefined",
    poner: 'token === undefined',
    veras: 'El token lo eligió quien llama; la cookie va sola: gana el encabezado',
    porque:
      'La aplicación envía el token de una cuenta y actúa con el de otra, que va en una cookie olvidada.',
    arreglo: 'Si hay `Authorization`, sigue sin mirar la cookie.',
    enPagina: true,
  },
  {
    escribes: 'probar con la cookie si `Authorization` no es Bearer',
    buscar: "req.get('Authorization') !== undefined",
    poner: "req.get('Authorization')?.startsWith('Bearer ')",
    veras: 'Con Authorization no se mira la cookie, ni aunque el token no valga',
    porque: 'Una credencial que no vale es un error que hay que contar, no una invitación a probar otra.',
    arreglo: 'Basta con que haya `Authorization`: compáralo con `undefined`.',
  },
  {
    escribes: 'vigilar también a quien trae su token',
    buscar:
      // biome-ignore lint/suspicious/noTemplateCurlyInString: es código
      "if (req.get('Authorization') !== undefined || token === undefined) return next()\n    req.headers.authorization = `Bearer ${token}`",
    // biome-ignore lint/suspicious/noTemplateCurlyInString: es código
    poner: 'if (token !== undefined) req.headers.authorization ??= `Bearer ${token}`',
    veras: SOLO_LA_COOKIE,
    porque: 'Las aplicaciones y los otros servidores no tienen origen, y recibirían un 403.',
    arreglo: 'Con `Authorization`, o sin cookie, `return next()`.',
  },
  {
    escribes: 'guardar el token sin «Bearer»',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: es código
    buscar: '= `Bearer ${token}`',
    poner: '= token',
    veras: PONLA,
    porque: 'La guardia lee el esquema antes que el token: sin él responde «Token faltante».',
    arreglo: 'Escribe el esquema, un espacio y el token.',
  },
  {
    escribes: '`req.headers.Authorization`, con mayúscula',
    buscar: 'req.headers.authorization =',
    poner: 'req.headers.Authorization =',
    veras: PONLA,
    porque: 'Node guarda los nombres de los encabezados en minúsculas, y `req.get` busca así.',
    arreglo: 'Escribe `authorization` en minúsculas.',
  },
  {
    escribes: 'juntar las cookies con `Object.fromEntries`',
    buscar: `const cookie = encabezado?.split('; ').find((trozo) => trozo.startsWith(\`\${nombre}=\`))
  return cookie?.slice(nombre.length + 1)`,
    poner: `const partir = (trozo: string) => /^([^=]*)=(.*)$/.exec(trozo)?.slice(1) ?? []
  return Object.fromEntries((encabezado ?? '').split('; ').reverse().map(partir))[nombre]`,
    veras:
      'Das lo que todo objeto hereda por una cookie que no está: júntalas en un Map, o mira Object.hasOwn',
    porque:
      'Todo objeto tiene `constructor` y `toString`: quien pida una cookie con ese nombre recibe una función.',
    arreglo: 'Júntalas en un `Map`, que solo tiene lo que se puso en él.',
  },
  {
    escribes: 'admitir `"*"` en la lista',
    buscar: "(origen) => origen === req.get('Origin')",
    poner: "(origen) => origen === '*' || origen === req.get('Origin')",
    veras: '«*» en la lista abre a cualquiera: es un texto más, y ningún Origin es igual a él',
    porque:
      'Lo que en CORS deja leer a todos aquí dejaría actuar a todos en nombre de Ana, con solo copiar la lista.',
    arreglo: 'Compara cada origen con `===`, sin valores especiales.',
  },
  {
    escribes: 'no vigilar lo que llega sin cookies',
    buscar: 'const esLectura = ',
    poner: `if (req.get('Cookie') === undefined) return next()
    const esLectura = `,
    veras:
      'Sin cookies lo dejas pasar y con una lo rechazas: no las mires, que abrir sesión desde otra página también daña',
    porque:
      'Otra página abre sesión en el navegador de Ana con la cuenta de quien ataca, y Ana escribe en ella.',
    arreglo: 'Mira solo el método, `Sec-Fetch-Site` y `Origin`.',
  },
  {
    escribes: 'creer a `?_method=GET`',
    buscar: 'includes(req.method)',
    poner: 'includes(String(req.query._method ?? req.method))',
    veras:
      'Con ?_method=GET en la dirección, un POST pasa: el método es req.method, diga lo que diga lo demás',
    porque: 'La dirección la escribe la otra página en su formulario: con eso, ningún POST se vigila.',
    arreglo: 'Mira `req.method`.',
  },
  {
    escribes: '`vigilar(req, res, () => next())`',
    buscar: 'vigilar(req, res, next)',
    poner: 'vigilar(req, res, () => next())',
    veras:
      'vigilar rechazó con next(error) y se sigue: dale next tal cual, no otra función que pierda el error',
    porque: 'El error llega como argumento de `next`, y esa función lo tira: lo rechazado sigue.',
    arreglo: 'Pásale `next` tal cual.',
  },
  {
    escribes: 'atrapar lo que lanza `vigilar`',
    buscar: '    vigilar(req, res, next)',
    poner: `    try {
      vigilar(req, res, next)
    } catch {
      next()
    }`,
    veras: 'vigilar lanzó un error y se sigue: déjalo salir, sin un catch que lo calle',
    porque: 'El 403 de `exigirOrigen` sale lanzado: quien lo atrapa y sigue deja pasar a la otra página.',
    arreglo: 'Quita el `try`: Express recoge lo que se lanza.',
  },
  {
    escribes: "`path: segundos > 3600 ? '/sesion/renovar' : '/'`",
    buscar: "path: '/'",
    poner: "path: segundos > 3600 ? '/sesion/renovar' : '/'",
    veras: 'Con 28800 segundos, los atributos son otros: pídelos todos, dure lo que dure la cookie',
    porque:
      'La de renovación, que dura ocho horas, también empieza por `__Host-`: con otra ruta, el navegador la rechaza.',
    arreglo: "Escribe `path: '/'` para las dos.",
  },
  {
    escribes: '`Math.min(segundos, 28_800) * 1000`',
    buscar: 'segundos * 1000',
    poner: 'Math.min(segundos, 28_800) * 1000',
    veras:
      'Con 30 días sale otro Max-Age: son los segundos que recibe, por mil, sin un máximo ni operaciones de 32 bits',
    porque:
      'Lo que dura una sesión lo decide el almacén: si un día son treinta días, la cookie se borra antes.',
    arreglo: 'Multiplica por mil, y nada más.',
  },
  {
    escribes: '`if (encabezado.length > 4096) return undefined`',
    buscar: 'const cookie = encabezado',
    poner: 'if (encabezado && encabezado.length > 4096) return undefined\n  const cookie = encabezado',
    veras:
      'En un encabezado largo no la encuentras: mira todos sus trozos, sin tope de caracteres ni de cookies',
    porque: '4096 es lo que mide una cookie: el encabezado lleva todas, y con varias largas Ana queda fuera.',
    arreglo: 'Quita el límite: Node ya rechaza los encabezados enormes.',
  },
  {
    escribes: 'ignorar un valor de más de 1024 caracteres',
    buscar: 'return cookie?.slice(nombre.length + 1)',
    poner: 'if (cookie && cookie.length > 1024) return undefined\n  return cookie?.slice(nombre.length + 1)',
    veras: 'Un valor de 4000 caracteres cabe en una cookie y no sale entero: no lo cortes ni le pongas tope',
    porque: 'Un token con unos cuantos datos pasa de ahí, y el navegador lo guarda y lo envía.',
    arreglo: 'Devuelve el valor, mida lo que mida.',
  },
  {
    escribes: "aceptar siempre `'https://localhost'`",
    buscar: "(origen) => origen === req.get('Origin')",
    poner: "(origen) => [origen, 'https://localhost'].includes(req.get('Origin') ?? '')",
    veras:
      'Con Origin «https://localhost», que no está en la lista, pasa: solo valen los que recibe exigirOrigen',
    porque: 'Cualquier programa que abra un puerto en la máquina de Ana actúa en su nombre.',
    arreglo: 'Para probar desde otra página, ponla en `origenes`.',
  },
  {
    escribes: '`token.length > 2000` en `aceptarCookie`',
    buscar: '|| token === undefined)',
    poner: '|| token === undefined || token.length > 2000)',
    veras: 'Un token largo no entra: si llega en COOKIE, da igual lo que mida y cuántas cookies haya',
    porque: 'A quien tiene más datos en su token se le responde «Token faltante», y nadie sabe por qué.',
    arreglo: 'Quita el límite: si el token vale lo dice la guardia.',
  },
  {
    escribes: 'aceptar también la cookie `token`, sin el prefijo',
    buscar: "leerCookie(req.get('Cookie'), COOKIE)",
    poner: "leerCookie(req.get('Cookie'), COOKIE) ?? leerCookie(req.get('Cookie'), 'token')",
    veras:
      'Entra un token de otra cookie: acepta solo COOKIE; sin el prefijo __Host-, la puede poner un subdominio',
    porque:
      'Quien controla un subdominio planta en ella su propio token, y Ana escribe en la cuenta de quien ataca.',
    arreglo: 'Lee solo `COOKIE`: quien tenga la antigua inicia sesión otra vez.',
  },
  {
    escribes: 'aceptar también `X-Access-Token`',
    buscar: "leerCookie(req.get('Cookie'), COOKIE)",
    poner: "leerCookie(req.get('Cookie'), COOKIE) ?? req.get('X-Access-Token')",
    veras: 'Entra un token de otro encabezado: si no llega Authorization, cuenta solo COOKIE',
    porque:
      'Cada sitio más donde puede ir un token es otro que los registros y los proxies no saben ocultar.',
    arreglo: 'Lee solo `COOKIE`; quien escribe un encabezado tiene `Authorization`.',
  },
  {
    escribes: 'separar las cookies también por comas',
    buscar: "split('; ')",
    poner: 'split(/; |,/)',
    veras: 'Das lo que va detrás de una coma, y es del valor de otra cookie: solo «; » las separa',
    porque: 'Quien elige el valor de otra cookie, como el de un tema, pone en él la del token.',
    arreglo: "Parte solo por `'; '`.",
  },
  {
    escribes: 'aceptar el `Origin` que coincide con `Host`',
    buscar: "(origen) => origen === req.get('Origin')",
    poner: "(origen) => [origen, 'https://'.concat(req.get('Host') ?? '')].includes(req.get('Origin') ?? '')",
    veras:
      'Con Origin igual a Host pasa, y Host lo elige quien llama: solo valen los que recibe exigirOrigen',
    porque: 'Un dominio ajeno que apunta a este servidor llega con su nombre en los dos encabezados.',
    arreglo: 'Compara `Origin` solo con los de `origenes`.',
  },
  {
    escribes: 'vaciar la lista al copiarla',
    buscar: 'return function exigirOrigen(req, _res, next) {',
    poner: `const suyos = origenes.splice(0)
  origenes = suyos
  return function exigirOrigen(req, _res, next) {`,
    veras: 'Cambias la lista que recibes, y quien llama la usa para otra cosa: solo léela',
    porque: 'La segunda aplicación que se crea con la misma lista la encuentra vacía y rechaza todo.',
    arreglo: 'Si quieres una copia, `[...origenes]`.',
  },
  {
    escribes: 'no volver a vigilar una cookie que ya pasó',
    buscar: `vigilar(req, res, next)
`,
    poner: `if (Object(vigilar)[token]) return next()
    const anotar = (error?: unknown) => next((Object(vigilar)[token] = !error) ? undefined : error)
    vigilar(req, res, anotar)
`,
    veras: 'Lo que vigilar dejó pasar una vez ya no se vigila: llámalo en cada solicitud',
    porque: 'Basta que Ana abra su perfil para que otra página pueda cerrar su sesión.',
    arreglo: 'Llama a `vigilar(req, res, next)` siempre que llegue la cookie.',
  },
  {
    escribes: 'guardar el token fuera de la función de cada solicitud',
    buscar: `return function aceptarCookie(req, res, next) {
    const token = leerCookie(req.get('Cookie'), COOKIE)`,
    poner: `let ultimo: string | undefined
  return function aceptarCookie(req, res, seguir) {
    ultimo = leerCookie(req.get('Cookie'), COOKIE)
    const token = ultimo
    const next = (error?: unknown) => {
      if (req.headers.authorization === \`Bearer \${token}\`) req.headers.authorization = \`Bearer \${ultimo}\`
      seguir(error)
    }`,
    veras: 'Llegan dos a la vez y una entra con el token de la otra: guárdalo dentro de la función',
    porque: 'Si `vigilar` tarda, entre tanto llega otra solicitud y cambia el token de la primera.',
    arreglo: 'Declara `token` dentro de la función que recibe `req`.',
  },
  {
    escribes: '`__Secure-renovacion` en lugar de `__Host-renovacion`',
    buscar: "'__Host-renovacion'",
    poner: "'__Secure-renovacion'",
    veras: 'Las dos cookies se llaman __Host-…: con otro prefijo, un subdominio puede poner una igual',
    porque: 'El navegador deja que una cookie `__Secure-` lleve `Domain`, y un subdominio escribe la suya.',
    arreglo: 'Deja los nombres como estaban.',
  },
  {
    escribes: 'pasar un `GET` solo si trae `Sec-Fetch-Mode: navigate`',
    buscar: `const esLectura = ['GET', 'HEAD', 'OPTIONS'].includes(req.method)`,
    poner: `const esLectura = ['GET', 'HEAD', 'OPTIONS'].includes(req.method) && req.get('Sec-Fetch-Mode') === 'navigate'`,
    veras:
      'Un GET de otra página no pasa: GET, HEAD y OPTIONS (req.method, en mayúsculas) pasan siempre, traigan lo que traigan',
    porque: 'Una imagen o un enlace de otra página ya no se ven.',
    arreglo: 'Mira solo el método.',
  },
]
