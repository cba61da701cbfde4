import type { ErrorTipico } from '#comun/leccion.ts'

const DIVIDIR = `const [esquema, ...resto] = encabezado?.split(/\\s+/) ?? []
  return esquema?.toLowerCase() === 'bearer' ? resto.join(' ') : undefined`
const GUARDA = 'res.locals.claims = await comprobar(token, verificar)'
const SIN_TOKEN = 'if (token === undefined) throw new ErrorDeToken()'

export const errores: ErrorTipico[] = [
  {
    escribes: "`encabezado?.split(' ')[1]`",
    buscar: DIVIDIR,
    poner: "return encabezado?.split(' ')[1]",
    veras: 'El esquema es Basic: compara la primera palabra con bearer',
    porque: 'No mira el esquema: `Basic abc` pasa a ser un token, y `Bearer a b` pierde la mitad.',
    arreglo: 'Compara la primera palabra con `bearer` y devuelve todo lo demás.',
    enPagina: true,
  },
  {
    escribes: "`esquema === 'Bearer'`",
    buscar: "esquema?.toLowerCase() === 'bearer'",
    poner: "esquema === 'Bearer'",
    veras: 'No reconoces el esquema Bearer: ¿falta return, o lo comparas distinguiendo mayúsculas?',
    porque: 'Así rechazas `bearer …`, que es correcto y algunos clientes envían.',
    arreglo: "`esquema?.toLowerCase() === 'bearer'`.",
    enPagina: true,
  },
  {
    escribes: '`/^bearer\\s+([\\w-]+\\.[\\w-]+\\.[\\w-]+)$/i`, con la forma de un JWT',
    buscar: DIVIDIR,
    poner: "return /^bearer\\s+([\\w-]+\\.[\\w-]+\\.[\\w-]+)$/i.exec(encabezado ?? '')?.[1]",
    veras: 'Solo aceptas lo que parece un JWT: devuelve todo lo que sigue a Bearer; verificar dirá si vale',
    porque: 'Un token mal escrito parecería uno que falta, y el cliente recibe 401 en vez de 422.',
    arreglo: 'Mira solo el esquema y devuelve el resto como está.',
  },
  {
    escribes: "`encabezado?.startsWith('Bearer')`",
    buscar: DIVIDIR,
    poner: "return encabezado?.toLowerCase().startsWith('bearer') ? encabezado.slice(7) : undefined",
    veras: '«Bearer:» no es Bearer: el esquema llega hasta el primer espacio, y es justo esa palabra',
    porque: 'Acepta cualquier palabra que empiece igual, como `Bearer:` o `BearerX`.',
    arreglo: 'Divide por el espacio y compara la palabra entera.',
  },
  {
    escribes: '`/bearer(?:\\s+(.*))?$/i`, sin `^`',
    buscar: DIVIDIR,
    poner:
      "const partes = /bearer(?:\\s+(.*))?$/i.exec(encabezado ?? '')\n  return partes ? (partes[1] ?? '') : undefined",
    veras: 'El esquema es Basic: compara la primera palabra con bearer',
    porque: 'Sin ancla, la palabra vale en cualquier sitio: `Basic bearer abc` pasa a ser un token.',
    arreglo: 'Empieza la expresión por `^`.',
  },
  {
    escribes: '`return resto[0]`',
    buscar: "resto.join(' ')",
    poner: 'resto[0]',
    veras: '«Bearer» a secas trae un token vacío, que es un texto y no undefined',
    porque:
      '`Bearer token basura` valdría lo mismo que `Bearer token`, y `Bearer` a secas parecería «sin token».',
    arreglo: "`resto.join(' ')`: lo que sobra también se verifica, y se rechaza.",
  },
  {
    escribes: '`encabezado?.toLowerCase().split(…)`',
    buscar: 'encabezado?.split(',
    poner: 'encabezado?.toLowerCase().split(',
    veras: 'Devuelve «aAa», que sigue al esquema, sin tocarlo',
    porque: 'Un token en minúsculas es otro token: su firma deja de valer.',
    arreglo: 'Pasa a minúsculas solo la primera palabra.',
  },
  {
    escribes: "`: ''` en lugar de `undefined`",
    buscar: ': undefined\n',
    poner: ": ''\n",
    veras: 'Sin Bearer devuelve undefined, y no «null», «false» ni un texto vacío',
    porque: 'Así «no hay token» y «el token está vacío» son lo mismo, y el cliente recibe 422 en vez de 401.',
    arreglo: 'Devuelve `undefined` si no hay Bearer.',
  },
  {
    escribes: 'lanzar un error si el esquema es otro',
    buscar: DIVIDIR,
    poner: `${DIVIDIR.replace('const', "if (!/^bearer\\b/i.test(encabezado ?? '')) throw new ErrorDeToken()\n  const")}`,
    veras: 'Sin Bearer devuelve undefined: no lances nada',
    porque: 'Leer y decidir son tareas distintas: quien lee el encabezado no sabe si la ruta exige un token.',
    arreglo: 'Devuelve `undefined`; lanzar es cosa de `exigirToken`.',
  },
  {
    escribes: "`if (req.method === 'OPTIONS') return next()`",
    buscar: "const token = leerBearer(req.get('Authorization'))",
    poner:
      "if (req.method === 'OPTIONS') return next()\n    const token = leerBearer(req.get('Authorization'))",
    veras: 'La ruta se ejecutó sin token con OPTIONS: exígelo con cualquier método',
    porque: 'La guardia no sabe qué hace la ruta con cada método: uno que deja pasar queda abierto.',
    arreglo: 'Exige el token siempre; a la pregunta del navegador responde `cors()`, delante de la guardia.',
  },
  {
    escribes: '`if (token !== undefined) { …; next() }` y, detrás, `throw`',
    buscar: `${SIN_TOKEN}
    ${GUARDA}
    next()`,
    poner: `if (token !== undefined) {
      ${GUARDA}
      next()
    }
    throw new ErrorDeToken()`,
    veras: 'Llamas a next() y además lanzas: sigue o rechaza, y nunca las dos cosas',
    porque: '`next()` no detiene la función: después de la ruta llega también al `throw`.',
    arreglo: 'Lanza primero si no hay token, y acaba con `next()`.',
  },
  {
    escribes: '`res.status(401).json(…)` sin `return`',
    buscar: SIN_TOKEN,
    poner: "if (token === undefined) res.status(401).json({ error: 'Token faltante' })",
    veras: 'La ruta se ejecutó sin token: lanza ErrorDeToken, que detiene la función',
    porque:
      'La función sigue y, si `verificar` acepta `undefined`, la ruta se ejecuta; al responder otra vez, Node lanza `ERR_HTTP_HEADERS_SENT`.',
    arreglo: 'Lanza `ErrorDeToken`: un `throw` sí detiene la función.',
    enPagina: true,
  },
  {
    escribes: '`return res.status(401).json(…)`',
    buscar: SIN_TOKEN,
    poner: "if (token === undefined) return void res.status(401).json({ error: 'Token faltante' })",
    veras: 'No respondas aquí: lanza ErrorDeToken y Express responde',
    porque: 'Cada guardia tendría su propia respuesta y habría que cambiarlas todas a la vez.',
    arreglo: 'Lanza `ErrorDeToken`: qué se responde se decide en un solo sitio.',
  },
  {
    escribes: '`next(new ErrorDeToken())` sin `return`',
    buscar: SIN_TOKEN,
    poner: 'if (token === undefined) next(new ErrorDeToken())',
    veras: 'Tu función sigue tras rechazar y verifica un token que no hay: lanza el error',
    porque: '`next(error)` avisa a Express, pero no detiene tu función: sigue y verifica `undefined`.',
    arreglo: 'Lanza el error, o escribe `return next(error)`.',
  },
  {
    escribes: '`return new ErrorDeToken()`',
    buscar: SIN_TOKEN,
    poner: 'if (token === undefined) return new ErrorDeToken()',
    veras: 'La solicitud se quedó sin respuesta: sigue con next() o lanza un error',
    porque: 'Express no mira lo que devuelve un middleware: nadie responde y nadie sigue.',
    arreglo: 'Lánzalo con `throw`.',
  },
  {
    escribes: "`throw new Error('Token faltante')`",
    buscar: 'throw new ErrorDeToken()',
    poner: "throw new Error('Token faltante')",
    veras: 'Sin token, lo que se lanza es new ErrorDeToken(), con new y de esa clase',
    porque: 'Un `Error` corriente no lleva estado: Express responde 500, como si el fallo fuera tuyo.',
    arreglo: '`throw new ErrorDeToken()`.',
  },
  {
    escribes: '`req.headers.Authorization`',
    buscar: "req.get('Authorization')",
    poner: '(req.headers as { Authorization?: string }).Authorization',
    veras: 'Llega un token y no lo ves: req.get("Authorization"), o req.headers y en minúsculas',
    porque: 'Node guarda los nombres de los encabezados en minúsculas: con mayúscula no hay nada.',
    arreglo: "`req.get('Authorization')`, que no distingue mayúsculas.",
  },
  {
    escribes: '`leerBearer(…) ?? req.query.token`',
    buscar: "leerBearer(req.get('Authorization'))",
    poner: "leerBearer(req.get('Authorization')) ?? (req.query.token as string | undefined)",
    veras: 'No leas el token de la URL',
    porque: 'La URL queda en historiales y registros, y con ella el token.',
    arreglo: 'Lee el token solo del encabezado `Authorization`.',
    enPagina: true,
  },
  {
    escribes: "`req.get('Authorization')?.split(' ')[1]` en `exigirToken`",
    buscar: "leerBearer(req.get('Authorization'))",
    poner: "req.get('Authorization')?.split(' ')[1]",
    veras: 'Lee el encabezado con leerBearer',
    porque: 'Repites la lectura sin comprobar el esquema: `Basic` con un token dentro abriría la ruta.',
    arreglo: "`leerBearer(req.get('Authorization'))`.",
  },
  {
    escribes: '`leerBearer(…) ?? req.body?.token`',
    buscar: "leerBearer(req.get('Authorization'))",
    poner: "leerBearer(req.get('Authorization')) ?? req.body?.token",
    veras: 'No leas el token del cuerpo',
    porque: 'Dos sitios donde buscar son dos sitios que proteger: el cuerpo se guarda y se repite más.',
    arreglo: 'Lee el token solo del encabezado `Authorization`.',
  },
  {
    escribes: '`if (!token)`',
    buscar: 'if (token === undefined)',
    poner: 'if (!token)',
    veras: 'Un token vacío también se verifica: compara con undefined y no con !token',
    porque: '`Bearer` a secas sí trae token: uno vacío, que es inválido (422) y no faltante (401).',
    arreglo: '`if (token === undefined)`.',
  },
  {
    escribes: '`await comprobar(…)` sin guardar lo que devuelve',
    buscar: 'res.locals.claims = await',
    poner: 'await',
    veras: 'res.locals.claims llega vacío a la ruta: guárdalo antes de next(), y que comprobar lo devuelva',
    porque: 'El token se verifica y se olvida de quién era.',
    arreglo: '`res.locals.claims = await comprobar(token, verificar)`.',
  },
  {
    escribes: 'llamar a `next()` y responder además con el error',
    buscar: `    res.locals.claims = await comprobar(token, verificar)
    next()`,
    poner: `    try {
      res.locals.claims = await comprobar(token, verificar)
      next()
    } catch (error) {
      res.status(422).json({ error: 'Token inválido' })
      next(error)
    }`,
    veras: 'Respondes y además pasas el error a next(): lánzalo y nada más',
    porque: 'Quien maneja los errores intenta responder otra vez a la misma solicitud.',
    arreglo: 'No atrapes el error: Express lo recibe.',
  },
  {
    escribes: 'guardar en un `Map` los tokens ya verificados',
    buscar: GUARDA,
    poner: `const vistos = (Object(verificar).vistos ??= new Map<string, Claims>())
    res.locals.claims = vistos.get(token) ?? (await comprobar(token, verificar))
    vistos.set(token, res.locals.claims)`,
    veras: 'Verifica en cada solicitud: un token que aceptaste puede haber expirado',
    porque: 'Lo guardado ni expira ni se revoca.',
    arreglo: 'Verifica en cada solicitud.',
  },
  {
    escribes: 'guardar `res` fuera de la función y usarlo después del `await`',
    buscar: GUARDA,
    poner: `Object(exigirToken).res = res
    const claims = await comprobar(token, verificar)
    Object(exigirToken).res.locals.claims = claims`,
    veras:
      'Dos solicitudes a la vez se mezclan: guarda lo de cada una dentro de la función o en su res.locals',
    porque: 'Durante el `await` llega otra solicitud y lo cambia: los claims de Ana acaban en la de root.',
    arreglo: 'Usa el `res` que recibe la función.',
  },
  {
    escribes: 'olvidar `next()`',
    buscar: '    next()\n',
    poner: '',
    veras: 'La solicitud se quedó sin respuesta: sigue con next() o lanza un error',
    porque: 'Un middleware que ni responde ni sigue deja la solicitud colgada.',
    arreglo: 'Llama a `next()` cuando el token vale.',
    enPagina: true,
  },
  {
    escribes: '`res.locals.claims = comprobar(…)` sin `await`',
    buscar: 'await comprobar(',
    poner: 'comprobar(',
    veras: 'Guardas una promesa: espera a comprobar con await',
    porque: 'Guardas una promesa y sigues: la ruta se ejecuta antes de saber si el token vale.',
    arreglo: '`res.locals.claims = await comprobar(token, verificar)`.',
  },
  {
    escribes: '`return verificar(token)` sin `await`',
    buscar: 'return await verificar(token)',
    poner: 'return verificar(token)',
    veras: 'Sin await dentro del try, el rechazo de verificar se escapa del catch',
    porque:
      'Si `verificar` es asíncrono, el `try` termina antes que su promesa y el token malo acaba en un 500.',
    arreglo: '`return await verificar(token)`.',
  },
  {
    escribes: "`error.name === 'JsonWebTokenError'`",
    buscar: 'error instanceof jwt.JsonWebTokenError',
    poner: "(error as Error).name === 'JsonWebTokenError'",
    veras: 'Las quejas de jsonwebtoken heredan de JsonWebTokenError: pregunta con instanceof',
    porque: 'Un token expirado lanza `TokenExpiredError`, que es hija pero se llama de otra manera.',
    arreglo: '`error instanceof jwt.JsonWebTokenError`, que acepta también a las hijas.',
  },
  {
    escribes: '`return` en lugar de `throw` en el `catch`',
    buscar: 'throw error instanceof jwt.JsonWebTokenError ? new ErrorDeToken(error) : error',
    poner: 'return (error instanceof jwt.JsonWebTokenError ? new ErrorDeToken(error) : error) as never',
    veras:
      'La ruta se ejecutó con un token rechazado: lanza en comprobar, espéralo con await y que ningún catch calle el error',
    porque: 'El error queda guardado como si fueran los claims, y la ruta sigue.',
    arreglo: 'Lanza el error: es lo que detiene a `exigirToken`.',
  },
  {
    escribes: '`throw new ErrorDeToken(error)` para todo',
    buscar: 'throw error instanceof jwt.JsonWebTokenError ? new ErrorDeToken(error) : error',
    poner: 'throw new ErrorDeToken(error)',
    veras: 'Solo un JsonWebTokenError es culpa del token: relanza los demás',
    porque: 'Si se cae la base de datos, quien usa la API culparía a un token que está bien.',
    arreglo: 'Pregunta por `jwt.JsonWebTokenError` y lanza los demás errores tal cual.',
    enPagina: true,
  },
  {
    escribes: '`new ErrorDeToken()` en el `catch`',
    buscar: 'new ErrorDeToken(error)',
    poner: 'new ErrorDeToken()',
    veras:
      'Pasa a ErrorDeToken el propio error, y que exigirToken no lo atrape: su clase dice por qué se rechaza',
    porque: 'Sin causa significa «no hay token» (401), y aquí hay uno que no vale (422).',
    arreglo: '`new ErrorDeToken(error)`.',
  },
  {
    escribes: '`new ErrorDeToken(error.message)`',
    buscar: 'new ErrorDeToken(error)',
    poner: 'new ErrorDeToken(error.message)',
    veras:
      'Pasa a ErrorDeToken el propio error, y que exigirToken no lo atrape: su clase dice por qué se rechaza',
    porque: 'Un texto no tiene clase: ya no se distingue un token expirado de uno falso.',
    arreglo: '`new ErrorDeToken(error)`: el error entero.',
  },
  {
    escribes: '`jwt.decode(token)` en vez de `verificar(token)`',
    buscar: 'return await verificar(token)',
    poner: 'return jwt.decode(token) as Claims',
    veras:
      'Nadie llama al verificar que recibe esta guardia: solo él comprueba la firma, y no vale el de otra',
    porque: 'Decodificar no comprueba la firma: cualquiera escribe el token que quiera.',
    arreglo: '`return await verificar(token)`.',
  },
  {
    escribes: '`return res.locals.claims`, sin comprobar',
    buscar: "  if (!claims) throw new Error('Esta ruta no pasa por exigirToken')\n",
    poner: '',
    veras: 'Sin claims, lanza un Error que nombre a exigirToken: la ruta olvidó usarlo',
    porque: 'Una ruta sin guardia trabajaría con `undefined` en lugar de fallar en tus pruebas.',
    arreglo: 'Si no hay claims, lanza un `Error` que diga qué falta.',
  },
  {
    escribes: '`res.locals.claims ?? jwt.decode(…)`',
    buscar: 'Claims | undefined = res.locals.claims',
    poner:
      "Claims | undefined = res.locals.claims ?? (jwt.decode(leerBearer(res.req?.get('Authorization')) ?? '') as Claims)",
    veras: 'Das claims a una ruta sin exigirToken: solo valen los que él verificó y guardó en res.locals',
    porque: 'Nadie verificó ese token: en una ruta sin guardia cualquiera escribe su `sub`.',
    arreglo: 'Si no hay claims, lanza el error.',
  },
  {
    escribes: "`new ErrorHttp(401, '… exigirToken')`",
    buscar: "new Error('Esta ruta no pasa por exigirToken')",
    poner: "Object.assign(new Error('Falta exigirToken'), { status: 401 })",
    veras: 'Es un error nuestro y no del cliente: un Error corriente, sin status, es un 500',
    porque: 'Con un 401 el cliente inicia sesión otra vez, y la ruta sigue sin guardia.',
    arreglo: '`new Error(…)`, que Express responde con un 500.',
  },
  {
    escribes: "`throw 'falta exigirToken'`, un texto",
    buscar: "throw new Error('Esta ruta no pasa por exigirToken')",
    poner: "throw 'Esta ruta no pasa por exigirToken'",
    veras: 'Lanza un Error: otro valor, como un texto, no dice dónde ocurrió',
    porque: 'Un texto no lleva traza, y aquí lo que se busca es qué ruta olvidó la guardia.',
    arreglo: "`throw new Error('… exigirToken')`.",
  },
  {
    escribes: '`return { sub: claims.sub }`',
    buscar: '  return claims\n',
    poner: '  return { sub: claims.sub }\n',
    veras: 'Devuelve lo que hay en res.locals.claims, entero',
    porque: 'Las lecciones 5 y 6 leen ahí otros claims: `jti`, `exp`, `rol`.',
    arreglo: '`return claims`.',
  },
  {
    escribes: "`req.get('Proxy-Authorization')`, si falta el otro",
    buscar: "leerBearer(req.get('Authorization'))",
    poner: "leerBearer(req.get('Authorization') ?? req.get('Proxy-Authorization'))",
    veras: 'Lee el token solo de Authorization',
    porque: 'Ese encabezado es para los proxies, que lo leen y lo registran: el token acaba donde no debe.',
    arreglo: "`req.get('Authorization')`, y ninguno más.",
  },
  {
    escribes: 'la queja de jsonwebtoken, reconocida por su texto',
    buscar: 'error instanceof jwt.JsonWebTokenError ? new ErrorDeToken(error)',
    poner: '/jwt|invalid/.test((error as Error).message) ? new ErrorDeToken(error as never)',
    veras:
      'Todo JsonWebTokenError, diga lo que diga, se traduce en comprobar, y exigirToken llama a comprobar',
    porque: 'El texto cambia de una versión a otra, y la lección 3 lanza el suyo.',
    arreglo: '`error instanceof jwt.JsonWebTokenError`.',
  },
  {
    escribes: "`new ErrorHttp(422, 'Token inválido')` en `comprobar`",
    buscar: 'new ErrorDeToken(error) : error',
    poner: "Object.assign(new Error('Token inválido', { cause: error }), { status: 422 }) : error",
    veras: 'Lanza new ErrorDeToken(error) y no elijas aquí el estado: la lección 4 decide qué se responde',
    porque: 'Un token expirado es un 401 y uno falso, un 422: aquí los dos salen iguales.',
    arreglo: '`new ErrorDeToken(error)`.',
  },
  {
    escribes: '`next(await comprobar(token, verificar))`',
    buscar: 'res.locals.claims = await comprobar(token, verificar)\n    next()',
    poner: 'next(await comprobar(token, verificar))',
    veras: 'Si todo va bien, llama a next() sin nada: con algo dentro, Express no ejecuta la ruta',
    porque: 'Express toma por un error cualquier argumento de `next`, y la ruta no se ejecuta.',
    arreglo: 'Guarda los claims en `res.locals.claims` y llama a `next()` sin nada.',
  },
  {
    escribes: 'verificar dos veces en cada solicitud',
    buscar: '    return await verificar(token)',
    poner: '    await verificar(token)\n    return await verificar(token)',
    veras: 'Verifica una sola vez por solicitud',
    porque: 'Un verificador puede contar o gastar tokens, y cada vez cuesta.',
    arreglo: 'Devuelve lo que dé la primera y única llamada.',
  },
  {
    escribes: "`if (req.path === '/login') return next()`",
    buscar: SIN_TOKEN,
    poner: `if (req.path === '/login') return next()
    ${SIN_TOKEN}`,
    veras: 'La ruta se ejecutó sin token en /login: qué rutas lo exigen lo decide quien monta la guardia',
    porque: 'La excepción se queda en la guardia: cualquier otro `/login` que la use queda abierto.',
    arreglo: 'Monta la guardia solo en las rutas que la necesitan.',
  },
  {
    escribes: '`error instanceof TypeError` también es un `ErrorDeToken`',
    buscar: 'error instanceof jwt.JsonWebTokenError',
    poner: 'error instanceof jwt.JsonWebTokenError || error instanceof TypeError',
    veras: 'Solo un JsonWebTokenError es culpa del token: relanza los demás',
    porque: 'Un fallo de tu código se responde con un 422, y nadie lo busca en el servidor.',
    arreglo: 'Pregunta solo por `jwt.JsonWebTokenError`.',
  },
  {
    escribes: '`try { … } catch (error) { console.error(error) }` y después `next()`',
    buscar: `    ${GUARDA}\n`,
    poner: `    try {
      ${GUARDA}
    } catch (error) {
      console.error(error)
    }
`,
    veras:
      'La ruta se ejecutó con un token rechazado: lanza en comprobar, espéralo con await y que ningún catch calle el error',
    porque: 'El `catch` da el error por resuelto: `next()` se llama igual.',
    arreglo: 'No lo atrapes: Express recibe lo que lanza una función `async`.',
  },
  {
    escribes: '`comprobar(…).then(() => next())`, sin `return`',
    buscar: `    ${GUARDA}
    next()`,
    poner: `    comprobar(token, verificar).then((claims) => {
      res.locals.claims = claims
      next()
    })`,
    veras:
      'verificar rechaza y la solicitud se queda sin respuesta: espera a comprobar con await, o devuelve su promesa',
    porque: 'Nadie espera esa promesa: si se rechaza, Express no lo sabe y quien llama espera siempre.',
    arreglo: 'Escribe `await`, o `return` delante.',
  },
  {
    escribes: '`console.log(req.headers)` en `exigirToken`',
    buscar: SIN_TOKEN,
    poner: `console.log(req.method, req.url, req.headers)
    ${SIN_TOKEN}`,
    veras: 'Escribes el token en la consola, que acaba en los registros: quien lo lee allí entra con él',
    porque: 'Un token copiado vale lo mismo que el original, y los registros los lee más gente.',
    arreglo: 'Anota el método y la ruta, y no los encabezados.',
  },
  {
    escribes: 'agregar el token al mensaje del `ErrorDeToken`',
    buscar: 'throw error instanceof jwt.JsonWebTokenError ? new ErrorDeToken(error) : error',
    poner: `if (!(error instanceof jwt.JsonWebTokenError)) throw error
    const rechazo = new ErrorDeToken(error)
    rechazo.message += \`: \${token}\`
    throw rechazo`,
    veras:
      'El error acaba entero en los registros: no dejes en él el token, ni en su mensaje ni en nada que lleve',
    porque: 'Un token que hoy se rechaza puede valer en otro servidor, o aquí dentro de un momento.',
    arreglo: '`new ErrorDeToken(error)`: la causa ya dice por qué se rechaza.',
  },
  {
    escribes: 'crear otro `JsonWebTokenError` con el token en su mensaje',
    buscar: 'new ErrorDeToken(error)',
    poner: "new ErrorDeToken(new jwt.JsonWebTokenError(error.message + ': ' + token))",
    veras:
      'El error acaba entero en los registros: no dejes en él el token, ni en su mensaje ni en nada que lleve',
    porque: 'Quien anota un error anota también su causa, y ahí está el token.',
    arreglo: '`new ErrorDeToken(error)`: el mismo error que atrapas.',
  },
  {
    escribes: '`if (res.locals.claims) return next()`',
    buscar: "const token = leerBearer(req.get('Authorization'))",
    poner: "if (res.locals.claims) return next()\n    const token = leerBearer(req.get('Authorization'))",
    veras: 'La ruta se ejecutó sin token porque otro dejó claims: exígelo siempre, y verifica el tuyo',
    porque: 'Una segunda guardia, más estricta, no comprobaría nada: la primera ya dejó claims.',
    arreglo: 'Cada guardia verifica con su propia función.',
  },
  {
    escribes: 'quitar las comillas del token en `leerBearer`',
    buscar: "resto.join(' ')",
    poner: "resto.join(' ').replace(/^\"|\"$/g, '')",
    veras: 'Devuelve lo que sigue al esquema tal como llega: si está bien escrito lo dice verificar',
    porque:
      'Lo que arreglas ya no es lo que llegó, y otro servidor que mire el mismo encabezado no lo acepta.',
    arreglo: 'Devuelve el resto como está: un token con comillas lo rechaza `verificar`.',
  },
  {
    escribes: '`/^bearer(?=\\s|$)/gi`, con la marca `g`',
    buscar: DIVIDIR,
    poner: `const BEARER: RegExp = (Object(leerBearer).BEARER ??= /^bearer(?=\\s|$)/gi)
  return encabezado && BEARER.test(encabezado) ? encabezado.slice(6).trimStart() : undefined`,
    veras: 'La segunda vez da otra cosa: no recuerdes nada de una llamada a otra, ni con la marca g',
    porque: 'Con `g`, la expresión recuerda dónde acabó y la solicitud siguiente empieza a buscar ahí.',
    arreglo: 'Quita la `g`: para una sola palabra al principio no hace falta.',
  },
  {
    escribes: '`new Error(…, { cause: error })` para lo demás',
    buscar: 'new ErrorDeToken(error) : error',
    poner: "new ErrorDeToken(error) : new Error('No se pudo verificar', { cause: error })",
    veras: 'Relanza el mismo error que lanzó verificar: uno nuevo o una copia pierde su clase y su traza',
    porque: 'Un `ErrorHttp` con su estado, como el de la lección 5, se convierte en un 500.',
    arreglo: 'Lanza `error` tal cual.',
  },
  {
    escribes: "`process.env.NODE_ENV !== 'production'` en `claimsDe`",
    buscar: 'if (!claims) throw',
    poner: "if (!claims && process.env.NODE_ENV !== 'production') throw",
    veras: 'Con NODE_ENV=production haces otra cosa: lanza siempre el mismo Error',
    porque: 'Donde más importa, la ruta sin guardia seguiría adelante con un usuario que no existe.',
    arreglo: 'Lanza el error en cualquier entorno.',
  },
  {
    escribes: '`Number(claimsDe(res).sub)` en `identidadDe`',
    buscar: 'return claimsDe(res).sub',
    poner: 'return Number(claimsDe(res).sub) as never',
    veras: 'identidadDe viene dada: déjala como estaba, con el sub que da claimsDe',
    porque: 'Un id muy largo pierde sus últimas cifras al pasar a número: sería el de otra cuenta.',
    arreglo: '`return claimsDe(res).sub`.',
  },
  {
    escribes: '`ESQUEMAS[esquema.toLowerCase()]`, un objeto',
    buscar: "return esquema?.toLowerCase() === 'bearer' ?",
    poner: `const ESQUEMAS: Record<string, boolean> = { bearer: true }
  return esquema && ESQUEMAS[esquema.toLowerCase()] ?`,
    veras: 'Aceptas «constructor», un nombre que tiene todo objeto: compara el esquema con bearer',
    porque: 'Todo objeto hereda nombres que nadie escribió en él, como `constructor`.',
    arreglo: "`esquema?.toLowerCase() === 'bearer'`.",
  },
  {
    escribes: "`res.redirect('/login')` a quien acepta HTML",
    buscar: SIN_TOKEN,
    poner: `if (token === undefined && req.get('Accept')?.includes('text/html')) return res.redirect('/login')
    ${SIN_TOKEN}`,
    veras:
      'Sin token haces otra cosa según otros encabezados, que los escribe cualquiera: lanza ErrorDeToken',
    porque: 'Qué se responde lo decide el manejo de errores; la guardia solo rechaza o deja pasar.',
    arreglo: 'Sin token, lanza `ErrorDeToken` y no mires otro encabezado.',
  },
  {
    escribes: '`next()` en un `finally`',
    buscar: `${GUARDA}
    next()`,
    poner: `try {
      ${GUARDA}
    } finally {
      next()
    }`,
    veras: 'Llamas a next() y además lanzas: next() va después de comprobar, y no en un finally',
    porque: 'Lo de `finally` se ejecuta también si hay un error: la ruta responde con un token falso.',
    arreglo: 'Escribe `next()` en la línea que sigue a `comprobar`, sin `try`.',
  },
  {
    escribes: '`claims.exp < Date.now()` después de `verificar`',
    buscar: 'return await verificar(token)',
    poner: `const claims = await verificar(token)
    if (Number(claims.exp) < Date.now()) throw new jwt.TokenExpiredError('jwt expired', new Date())
    return claims`,
    veras:
      'verificar acepta el token y tú lo rechazas: no vuelvas a juzgar sus claims, ni exijas exp, que va en segundos',
    porque: '`exp` son segundos y `Date.now()` milisegundos: todo token parece expirado.',
    arreglo: 'Devuelve lo que dé `verificar`, que ya miró `exp`.',
  },
  {
    escribes: 'no volver a llamar a `verificar` después de un fallo',
    buscar: 'return await verificar(token)',
    poner: `const memoria = verificar as { fallo?: unknown }
    if (memoria.fallo) throw memoria.fallo
    const espera = Promise.resolve().then(() => verificar(token))
    return await espera.catch((fallo) => Promise.reject((memoria.fallo = fallo)))`,
    veras: 'No recuerdes que verificar rechazó o falló: pregúntale otra vez en la siguiente solicitud',
    porque: 'La base de datos vuelve en un segundo, y tu servidor sigue rechazando a todo el mundo.',
    arreglo: 'Llama a `verificar` en cada solicitud y no guardes su error.',
  },
  {
    escribes: '`error.cause instanceof jwt.JsonWebTokenError`',
    buscar: 'throw error instanceof jwt.JsonWebTokenError ?',
    poner: 'throw [error, Object(error).cause].some((uno) => uno instanceof jwt.JsonWebTokenError) ?',
    veras:
      'Solo un JsonWebTokenError es culpa del token: mira su clase, y no su cause, su mensaje ni su estado',
    porque: 'Quien envolvió la queja en otro error ya decidió qué contar; tu 422 lo tapa.',
    arreglo: 'Pregunta solo por `error instanceof jwt.JsonWebTokenError`.',
  },
  {
    escribes: '`return jwt.decode(token)` si `verificar` falla',
    buscar: 'throw error instanceof jwt.JsonWebTokenError ? new ErrorDeToken(error) : error',
    poner: `if (error instanceof jwt.JsonWebTokenError) throw new ErrorDeToken(error)
    return jwt.decode(token) as Claims`,
    veras:
      'verificar falló y la ruta se ejecutó con lo que el token dice de sí: sin comprobar la firma no vale',
    porque: 'Con la base de datos caída, un token escrito por cualquiera entra como root.',
    arreglo: 'Relanza el error: sin verificar no se sabe de quién es el token.',
  },
  {
    escribes: 'guardar `verificar` fuera de `exigirToken`',
    buscar: 'return async function exigirToken(req, res, next) {',
    poner: `const comun = Object(jwt) as { verificar: Verificador }
  comun.verificar = verificar
  return async function exigirToken(req, res, next) {
    const verificar: Verificador = (texto) => comun.verificar(texto)`,
    veras:
      'Con dos guardias, la primera usa el verificar de la segunda: usa el que recibe cada exigirToken, sin guardarlo fuera',
    porque: 'Una aplicación con dos clases de token los comprueba todos con el último verificador.',
    arreglo: 'Usa el parámetro, que cada middleware recuerda por su cuenta.',
  },
  {
    escribes: "`esquema.localeCompare('bearer', 'en', { sensitivity: 'base' }) === 0`",
    buscar: "return esquema?.toLowerCase() === 'bearer' ?",
    poner: "return esquema?.localeCompare('bearer', 'en', { sensitivity: 'base' }) === 0 ?",
    veras: 'Aceptas Bearer con tilde: compara letra a letra, en minúsculas, y una tilde ya es otra letra',
    porque: 'Esa comparación pasa por alto las tildes, además de las mayúsculas.',
    arreglo: 'Compara con `===` después de `toLowerCase()`.',
  },
  {
    escribes: '`decodeURIComponent(token)`',
    buscar: 'await comprobar(token, verificar)',
    poner: 'await comprobar(decodeURIComponent(token), verificar)',
    veras: 'Da a verificar el token que leyó leerBearer',
    porque: 'Un encabezado no se codifica como una dirección: con «100%» lanza un error y acaba en un 500.',
    arreglo: 'Da a `comprobar` el token tal como llega.',
  },
  {
    escribes: '`error.status = 500` antes de relanzarlo',
    buscar: 'throw error instanceof jwt.JsonWebTokenError ? new ErrorDeToken(error) : error',
    poner: `if (error instanceof jwt.JsonWebTokenError) throw new ErrorDeToken(error)
    if (error instanceof Error) Object.assign(error, { status: 500 })
    throw error`,
    veras: 'Cambias un error ajeno: lánzalo otra vez tal como llega, sin ponerle un estado ni nada',
    porque: 'Un 503 de la lista de revocados llegaría al cliente como un 500.',
    arreglo: 'Lánzalo sin tocarlo: qué se responde lo decide la lección 4.',
  },
  {
    escribes: 'borrar `Authorization` después de leerlo',
    buscar: 'res.locals.claims = await comprobar(token, verificar)',
    poner: `res.locals.claims = await comprobar(token, verificar)
    delete req.headers.authorization`,
    veras: 'Quitas o cambias Authorization, y quien va detrás también lo lee: solo léelo',
    porque: 'Si otra guardia protege un grupo de rutas, para ella la solicitud llega sin token.',
    arreglo: 'Quita esa línea.',
  },
  {
    escribes: 'quitar los claims de `res.locals` al darlos',
    buscar: `if (!claims) throw new Error('Esta ruta no pasa por exigirToken')`,
    poner: `if (!claims) throw new Error('Esta ruta no pasa por exigirToken')
  delete res.locals.claims`,
    veras: 'La segunda vez que alguien los pide ya no hay claims: léelos sin quitarlos de res.locals',
    porque: 'La guardia de roles los lee y la ruta que va detrás los vuelve a pedir: responde 500.',
    arreglo: 'Solo léelos.',
  },
]
