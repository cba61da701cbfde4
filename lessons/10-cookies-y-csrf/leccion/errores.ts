import type { ErrorTipico } from '#comun/leccion.ts'

const NOMBRE_EXACTO = 'Solo vale el nombre exacto: el navegador no protege los que se parecen'
const NI_PROPIA = 'Ni viene de la propia página ni de una conocida: ErrorHttp 403'
const BASTA_UNA =
  'Basta una de las dos: Sec-Fetch-Site «same-origin», u Origin en la lista. Y sigue con next()'

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
    escribes: '`includes` en vez de `startsWith`',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: es código
    buscar: 'trozo.startsWith(`${nombre}=`)',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: es código
    poner: 'trozo.includes(`${nombre}=`)',
    veras: 'Busca entre los trozos que separa «; »',
    porque:
      '`mi__Host-token` no lleva el prefijo, así que un subdominio puede ponerla; y contiene el nombre.',
    arreglo: 'Exige que el trozo empiece por el nombre.',
  },
  {
    escribes: '`startsWith(nombre)`, sin el «=»',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: es código
    buscar: 'trozo.startsWith(`${nombre}=`)',
    poner: 'trozo.startsWith(nombre)',
    veras: 'Busca entre los trozos que separa «; »',
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
      '`trim` quita también espacios raros, que para el navegador son parte de otro nombre, uno sin protección.',
    arreglo: 'Parte por «; » y no quites nada.',
  },
  {
    escribes: 'comparar sin mayúsculas',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: es código
    buscar: 'trozo.startsWith(`${nombre}=`)',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: es código
    poner: 'trozo.toLowerCase().startsWith(`${nombre}=`.toLowerCase())',
    veras: NOMBRE_EXACTO,
    porque:
      'En una cookie las mayúsculas cuentan: `__host-token` es otra, y hay navegadores que no la protegen.',
    arreglo: 'Compara el nombre tal cual.',
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
    veras: NI_PROPIA,
    porque:
      '`same-site` es un subdominio, y quien no envía el encabezado tampoco dice que venga de tu página.',
    arreglo: "Acepta solo `'same-origin'`: lista de lo que pasa, no de lo que no.",
    enPagina: true,
  },
  {
    escribes: '`startsWith` con `Origin`',
    buscar: "origen === req.get('Origin')",
    poner: "req.get('Origin')?.startsWith(origen)",
    veras: NI_PROPIA,
    porque: '`https://app.ejemplo.com.malo.com` empieza igual, y lo registra cualquiera.',
    arreglo: 'Compara el origen entero con `===`.',
    enPagina: true,
  },
  {
    escribes: 'comparar solo el nombre del servidor',
    buscar: "origen === req.get('Origin')",
    poner: "new URL(origen).host === req.get('Origin')?.split('//')[1]",
    veras: NI_PROPIA,
    porque: 'La misma dirección sin cifrar es otro origen: en esa página escribe quien esté en la red.',
    arreglo: 'Compara también el esquema: el origen entero.',
  },
  {
    escribes: 'aceptar lo que no trae `Origin`',
    buscar: "origen === req.get('Origin')",
    poner: "origen === (req.get('Origin') ?? origen)",
    veras: NI_PROPIA,
    porque:
      'Quien trae una cookie es un navegador, y los navegadores dicen de dónde vienen: si falta, desconfía.',
    arreglo: 'Sin `Origin` y sin `Sec-Fetch-Site`, lanza.',
  },
  {
    escribes: 'mirar `Referer`',
    buscar: "origen === req.get('Origin')",
    poner: "origen === req.get('Origin') || req.get('Referer')?.startsWith(origen)",
    veras: NI_PROPIA,
    porque: '`Referer` se puede quitar y es una dirección entera: comparar su principio es fácil de engañar.',
    arreglo: 'Usa `Origin`, que trae solo el origen.',
  },
  {
    escribes: 'exigir las dos señales',
    buscar: '!esPropia && !esConocida',
    poner: '!(esPropia && esConocida)',
    veras: BASTA_UNA,
    porque:
      'Una página con `Referrer-Policy: no-referrer` envía `Origin: null`, y un navegador viejo no envía `Sec-Fetch-Site`.',
    arreglo: 'Rechaza solo si fallan las dos.',
  },
  {
    escribes: 'vigilar solo POST',
    buscar: "['GET', 'HEAD', 'OPTIONS'].includes(req.method)",
    poner: "req.method !== 'POST'",
    veras: 'PUT, PATCH y DELETE también cambian cosas: solo GET, HEAD y OPTIONS son de lectura',
    porque: 'La siguiente ruta que borre algo con DELETE quedaría sin vigilar.',
    arreglo: 'Enumera los métodos de lectura; los demás se vigilan.',
  },
  {
    escribes: 'vigilar también GET',
    buscar: '!esLectura && !esPropia',
    poner: '!esPropia',
    veras: 'GET, HEAD y OPTIONS no cambian nada: déjalos pasar',
    porque:
      'Un enlace desde otra página dejaría de funcionar, y sin CORS esa página no puede leer la respuesta.',
    arreglo: 'Deja pasar los métodos de lectura, y no cambies nada en ellos.',
  },
  {
    escribes: 'devolver `Origin` en CORS',
    buscar: "403, 'Origen no permitido')\n",
    poner:
      "403, 'Origen no permitido')\n    _res.set('Access-Control-Allow-Origin', req.get('Origin') ?? '*')\n",
    veras: 'Dejar pasar no es dejar leer la respuesta: no envíes encabezados de CORS',
    porque: 'Con credenciales, cualquier página leería el perfil de quien la visita.',
    arreglo: 'Sin CORS, cada página lee solo lo suyo. Si hace falta, enumera los orígenes.',
  },
  {
    escribes: 'vigilar solo si falta `Sec-Fetch-Site`',
    buscar: 'vigilar(req, res, next)',
    poner: "if (req.get('Sec-Fetch-Site') === undefined) vigilar(req, res, next)\n    else next()",
    veras: 'Otra página actúa en nombre de Ana: lo que llega con la cookie pasa por vigilar',
    porque:
      'Quien decide si la solicitud es propia es `vigilar`: saltarlo según un encabezado abre la puerta.',
    arreglo: 'Llama siempre a `vigilar(req, res, next)`.',
  },
  {
    escribes: 'seguir sin vigilar',
    buscar: 'vigilar(req, res, next)',
    poner: 'next()',
    veras: 'Otra página actúa en nombre de Ana: lo que llega con la cookie pasa por vigilar',
    porque: 'El formulario de cualquier página cerraría la sesión de Ana, o compraría en su nombre.',
    arreglo: 'Termina con `vigilar(req, res, next)`.',
    enPagina: true,
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
    veras: 'Una aplicación no envía Origin: con Authorization se sigue sin vigilar',
    porque: 'Las aplicaciones y los otros servidores no tienen origen, y recibirían un 403.',
    arreglo: 'Con `Authorization`, o sin cookie, `return next()`.',
  },
  {
    escribes: 'guardar el token sin «Bearer»',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: es código
    buscar: '= `Bearer ${token}`',
    poner: '= token',
    veras: 'Pon la cookie en req.headers.authorization, como «Bearer …»',
    porque: 'La guardia lee el esquema antes que el token: sin él responde «Token faltante».',
    arreglo: 'Escribe el esquema, un espacio y el token.',
  },
  {
    escribes: '`req.headers.Authorization`, con mayúscula',
    buscar: 'req.headers.authorization =',
    poner: 'req.headers.Authorization =',
    veras: 'Pon la cookie en req.headers.authorization, como «Bearer …»',
    porque: 'Node guarda los nombres de los encabezados en minúsculas, y `req.get` busca así.',
    arreglo: 'Escribe `authorization` en minúsculas.',
  },
]
