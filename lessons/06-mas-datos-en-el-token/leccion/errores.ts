import type { ErrorTipico } from '#comun/leccion.ts'

const SOBRA = 'Viaja algo más que el rol: devuelve un objeto nuevo en el que solo escribas rol'
const SIN_ROL = 'Falta el claim rol, con el rol que tiene la cuenta'
const NO_ES_ROL = 'Ese valor no está en ROLES: compara con ===, sin convertirlo'
const NO_BOOLEANO = 'esRol da true o false: mira qué devuelves, y si falta un return'
const NINGUNO =
  'No reconoces ningún rol: basta que valor sea === a uno; entre llaves hace falta return, y el de un forEach no sale de esRol'
const NO_PASA = 'Rechazas a quien puede pasar: su rol, el de claimsDe(res), está entre los permitidos'
const VARIOS =
  'Rechazas a quien tiene uno de los dos roles permitidos: llegan sueltos, en ...permitidos, y vale cualquiera'
const UN_NEXT = 'Quien puede pasar sigue: llama a next() una sola vez'
const NO_SUPONGAS =
  'Un token sin rol no puede pasar: pregunta quién puede, no quién no, y no supongas ninguno'
const NO_403 =
  'Sin permiso es un ErrorHttp 403: un 401 manda a iniciar sesión y otro error da un 500; ¿lo atrapa un catch?'
const CUALQUIERA =
  'El rol sale de claimsDe(res): la consulta, los encabezados y el cuerpo los escribe cualquiera'
const NO_BASTA =
  'Pasa un rol que esta guardia no permite: no basta que esRol dé true, ni que otro exigirRol lo permita'
const SE_EJECUTO =
  'La ruta se ejecutó sin un rol permitido: lanza antes de next(); si lo lanza una función async, espérala con await'
const AJENO =
  'Con dos solicitudes a la vez, decide el rol de la otra: decláralo dentro de la función que recibe res'
const NO_ES_EL_SUYO = 'El rol que viaja no es el de la cuenta: toma usuario.rol, tal cual'
const SIN_GUARDIA =
  'Sin la guardia, claimsDe(res) lanza un error que la nombra: lee con ella y deja que salga'
const TOKEN_ESCRITO = 'Escribes el token en la consola: quien lea el registro podría usarlo'

export const errores: ErrorTipico[] = [
  {
    escribes: '`{ ...usuario }`',
    buscar: 'return { rol: usuario.rol }',
    poner: 'return { ...usuario }',
    veras: SOBRA,
    porque: 'Viajan el correo y el resumen de la contraseña, y el payload lo lee quien tenga el token.',
    arreglo: 'Construye un objeto nuevo: `{ rol: usuario.rol }`.',
    enPagina: true,
  },
  {
    escribes: '`const { resumen, email, ...resto } = usuario`',
    buscar: 'return { rol: usuario.rol }',
    poner: 'const { resumen, email, ...resto } = usuario\n  return resto',
    veras: SOBRA,
    porque: 'El campo que alguien agregue mañana a `Usuario` saldrá sin que nadie lo decida.',
    arreglo: 'Nombra lo que sale en vez de lo que quitas.',
  },
  {
    escribes: '`{ rol: usuario.rol, email: usuario.email }`',
    buscar: '{ rol: usuario.rol }',
    poner: '{ rol: usuario.rol, email: usuario.email }',
    veras: SOBRA,
    porque: 'El correo es un dato personal, cambia, y ninguna ruta lo necesita para decidir.',
    arreglo: 'Deja solo `rol`; quien necesite el correo lo busca con `sub`.',
  },
  {
    escribes: '`{ role: usuario.rol }`',
    buscar: '{ rol: usuario.rol }',
    poner: '{ role: usuario.rol }',
    veras: SIN_ROL,
    porque: 'Quien lee busca `rol`; con otro nombre es como si el token no lo llevara.',
    arreglo: 'Usa el mismo nombre al emitir y al leer: `rol`.',
  },
  {
    escribes: "`{ rol: 'usuario' }`",
    buscar: '{ rol: usuario.rol }',
    poner: "{ rol: 'usuario' }",
    veras: NO_ES_EL_SUYO,
    porque: 'Todas las cuentas reciben el mismo rol, y root no puede administrar.',
    arreglo: 'Toma el rol de la cuenta: `usuario.rol`.',
  },
  {
    escribes: '`delete` sobre la propia cuenta',
    buscar: 'return { rol: usuario.rol }',
    poner: `const cuenta: Partial<Usuario> = usuario
  delete cuenta.resumen
  delete cuenta.email
  return cuenta as never`,
    veras: SOBRA,
    porque: 'Además de dejar pasar lo que no borras, cambia la cuenta que usa el resto de la aplicación.',
    arreglo: 'Devuelve un objeto nuevo con lo que sale.',
  },
  {
    escribes: 'un solo objeto para todas las cuentas',
    buscar: 'return { rol: usuario.rol }',
    poner: `const guardado = claimsPropios as { propios?: { rol: Rol } }
  guardado.propios ??= { rol: usuario.rol }
  guardado.propios.rol = usuario.rol
  return guardado.propios`,
    veras: 'Devuelves el mismo objeto a todas las cuentas: crea uno nuevo en cada llamada',
    porque: 'Quien guardó el objeto de una cuenta ve cambiar su rol cuando llega la siguiente.',
    arreglo: 'Escribe el objeto dentro de la función, después de `return`: cada llamada crea el suyo.',
  },
  {
    escribes: '`ROLES.includes(String(valor))`',
    buscar: 'ROLES.some((rol) => rol === valor)',
    poner: 'ROLES.includes(String(valor) as Rol)',
    veras: NO_ES_ROL,
    porque: "`String(['admin'])` es `'admin'`: al convertir, un array pasa por un rol.",
    arreglo: 'Compara el valor tal como llegó, con `===`.',
  },
  {
    escribes: '`rol == valor`',
    buscar: 'rol === valor',
    poner: 'rol == (valor as Rol)',
    veras: NO_ES_ROL,
    porque: "`==` convierte los tipos antes de comparar, y `'admin' == ['admin']` es `true`.",
    arreglo: 'Usa `===`.',
  },
  {
    escribes: '`/admin|usuario/.test(valor)`',
    buscar: 'ROLES.some((rol) => rol === valor)',
    poner: '/admin|usuario/.test(valor as string)',
    veras: NO_ES_ROL,
    porque: 'Una expresión regular sin anclas busca dentro del texto: «administrador» también la cumple.',
    arreglo: 'Compara el valor entero con cada elemento de `ROLES`.',
  },
  {
    escribes: '`/^(admin|usuario)$/m.test(valor)`',
    buscar: 'ROLES.some((rol) => rol === valor)',
    poner: "typeof valor === 'string' && /^(admin|usuario)$/m.test(valor)",
    veras: NO_ES_ROL,
    porque: 'Con `m`, basta que una de las líneas del texto sea un rol.',
    arreglo: 'Compara el valor entero con cada elemento de `ROLES`.',
  },
  {
    escribes: '`["admin", "editor", "usuario"].includes(valor)`',
    buscar: 'ROLES.some((rol) => rol === valor)',
    poner: "['admin', 'editor', 'usuario'].includes(valor as string)",
    veras: 'Reconoces un rol que no está en ROLES: compara con los de ROLES, y no con una lista tuya',
    porque: 'Dos listas dejan de coincidir: la tuya acepta un rol que la aplicación no tiene.',
    arreglo: 'Compara con cada elemento de `ROLES`, que es la única lista.',
  },
  {
    escribes: '`valor.normalize(…)` antes de comparar',
    buscar: 'rol === valor',
    poner: "typeof valor === 'string' && rol === valor.normalize('NFKC')",
    veras: NO_ES_ROL,
    porque: 'Normalizar convierte: un texto con letras de otro ancho, que nadie emitió, pasa por `admin`.',
    arreglo: 'Compara el valor tal como llegó, con `===`.',
  },
  {
    escribes: '`valor.normalize()` sin mirar si es un texto',
    buscar: 'rol === valor',
    poner: 'rol === (valor as string).normalize()',
    veras: 'valor puede no ser un texto: no uses sus métodos y compáralo, con ===, con cada uno de ROLES',
    porque: 'Un token sin rol, o con un array, acaba en un `TypeError` y en un 500.',
    arreglo: 'Compara el valor tal como llegó, con `===`: con otro tipo da `false`.',
  },
  {
    escribes: '`ROLES.indexOf(valor) > 0`',
    buscar: 'ROLES.some((rol) => rol === valor)',
    poner: 'ROLES.indexOf(valor as Rol) > 0',
    veras: 'Todos los de ROLES valen, también el de la posición 0',
    porque: '`indexOf` devuelve 0 para el primero y -1 si no está.',
    arreglo: 'Usa `some` o `includes`, que devuelven un booleano.',
  },
  {
    escribes: '`some` con llaves y sin `return`',
    buscar: '(rol) => rol === valor)',
    poner: '(rol) => {\n    rol === valor\n  })',
    veras: NINGUNO,
    porque: 'Entre llaves, una flecha no devuelve nada por sí sola: `some` recibe `undefined` y da `false`.',
    arreglo: 'Quita las llaves, o escribe `return rol === valor`.',
  },
  {
    escribes: 'un bucle que acaba en la primera vuelta',
    buscar: 'return ROLES.some((rol) => rol === valor)',
    poner: `for (const rol of ROLES) {
    if (rol === valor) return true
    else return false
  }
  return false`,
    veras: 'Reconoces el primero de ROLES y otros no: míralos todos, sin salir antes del bucle',
    porque: 'Cada vuelta devuelve algo: del segundo rol en adelante no se mira ninguno.',
    arreglo: 'Devuelve `false` después del bucle, o usa `some`.',
  },
  {
    escribes: '`every` en vez de `some`',
    buscar: 'ROLES.some(',
    poner: 'ROLES.every(',
    veras: NINGUNO,
    porque: '`every` pide que el valor sea todos los roles a la vez.',
    arreglo: 'Usa `some`: basta con que sea uno.',
  },
  {
    escribes: '`ROLES.find(…)`',
    buscar: 'ROLES.some((rol) => rol === valor)',
    poner: 'ROLES.find((rol) => rol === valor) as never',
    veras: NO_BOOLEANO,
    porque: '`find` devuelve el elemento o `undefined`, y la función promete un booleano.',
    arreglo: 'Usa `some`, o compara con `!== undefined`.',
  },
  {
    escribes: '`valor in { admin: 1, usuario: 1 }`',
    buscar: 'ROLES.some((rol) => rol === valor)',
    poner: '(valor as string) in { admin: 1, usuario: 1 }',
    veras: NO_ES_ROL,
    porque: '`in` mira también lo que el objeto hereda: `constructor` pasaría por un rol.',
    arreglo: 'Busca en el array `ROLES`, que no hereda nombres.',
  },
  {
    escribes: 'olvidar `next()`',
    buscar: '    next()\n',
    poner: '\n',
    veras: UN_NEXT,
    porque: 'Un middleware sigue o lanza; si no hace ninguna de las dos, la solicitud se queda colgada.',
    arreglo: 'Termina con `next()`, después de la comprobación.',
  },
  {
    escribes: 'llamar a `next()` antes de comprobar',
    buscar: 'const { rol } = claimsDe(res)',
    poner: 'next()\n    const { rol } = claimsDe(res)',
    veras: UN_NEXT,
    porque: 'La ruta se ejecuta antes de que preguntes nada, y para quien puede pasar, dos veces.',
    arreglo: 'Deja un solo `next()`, el de la última línea.',
  },
  {
    escribes: "`if (rol === 'admin') return next()` antes de todo",
    buscar: 'const { rol } = claimsDe(res)',
    poner: "const { rol } = claimsDe(res)\n    if (rol === 'admin') return next()",
    veras: 'Un admin tampoco pasa si su rol no está entre los permitidos',
    porque: 'Quien escribió la ruta decide quién pasa; una excepción escondida aquí decide por todas.',
    arreglo: 'Pregunta siempre a `permitidos`; si un admin puede, la ruta lo nombra.',
  },
  {
    escribes: 'recordar quién pasó una vez',
    buscar: '    next()\n',
    poner: '    permitidos.push(...ROLES)\n    next()\n',
    veras: 'Cada solicitud se decide con su rol: no recuerdes el de otra',
    porque:
      'El middleware se crea una vez y atiende a todo el mundo: lo que cambia una solicitud lo hereda la siguiente.',
    arreglo: 'No guardes ni cambies nada entre solicitudes.',
  },
  {
    escribes: '`rol !== permitidos[0]`',
    buscar: '!permitidos.includes(rol)',
    poner: 'rol !== permitidos[0]',
    veras: VARIOS,
    porque: '`exigirRol` admite varios roles, y así solo cuenta el primero.',
    arreglo: 'Pregunta a la lista entera: `permitidos.includes(rol)`.',
  },
  {
    escribes: "`if (rol === 'usuario') throw …`",
    buscar: '!esRol(rol) || !permitidos.includes(rol)',
    poner: "rol === 'usuario' && !permitidos.includes(rol)",
    veras: NO_SUPONGAS,
    porque: 'Enumera a quien no puede: un token sin rol, o con uno que no existe, entra.',
    arreglo: 'Enumera a quien puede: pasa solo si `permitidos` incluye el rol.',
    enPagina: true,
  },
  {
    escribes: 'comprobar solo `!esRol(rol)`',
    buscar: '!esRol(rol) || !permitidos.includes(rol)',
    poner: '!esRol(rol)',
    veras: NO_BASTA,
    porque: 'Que el rol exista no significa que pueda: Ana tiene un rol y no es administradora.',
    arreglo: 'Agrega la segunda pregunta: `!permitidos.includes(rol)`.',
  },
  {
    escribes: '`new ErrorHttp(422, …)` si el token no trae rol',
    buscar: 'if (!esRol(rol) || !permitidos.includes(rol)) throw',
    poner:
      "if (!esRol(rol)) throw new ErrorHttp(422, 'Token inválido')\n    if (!permitidos.includes(rol)) throw",
    veras: 'Respondes 422 a un token bueno que no tiene permiso: sin un rol permitido, siempre 403',
    porque: 'Un token de la versión anterior está bien firmado: no es inválido, solo no puede entrar.',
    arreglo: 'Un solo motivo para rechazar y un solo error: `new ErrorHttp(403, …)`.',
  },
  {
    escribes: '`||` cambiado por `&&`',
    buscar: '!esRol(rol) || !permitidos',
    poner: '!esRol(rol) && !permitidos',
    veras: NO_BASTA,
    porque: 'Solo rechaza a quien falla en las dos preguntas, y Ana acierta la primera.',
    arreglo: 'Basta un motivo para rechazar: únelos con `||`.',
  },
  {
    escribes: '`permitidos.some((permitido) => rol.includes(permitido))`',
    buscar: '!esRol(rol) || !permitidos.includes(rol)',
    poner: "typeof rol !== 'string' || !permitidos.some((permitido) => rol.includes(permitido))",
    veras: 'Comparas solo un trozo del rol: compáralo entero, con ===',
    porque: '`includes` de un texto busca un trozo, y `superadmin` contiene `admin`.',
    arreglo: 'Busca el rol en la lista, no cada permitido dentro del rol: `permitidos.includes(rol)`.',
  },
  {
    escribes: '`permitidos.includes(String(rol))`',
    buscar: '!esRol(rol) || !permitidos.includes(rol)',
    poner: '!permitidos.includes(String(rol) as Rol)',
    veras: 'Una lista no es un rol, aunque lleve uno dentro: da a esRol el claim rol tal como llega',
    porque: "`String(['admin'])` es `'admin'`: un array firmado pasa por un rol.",
    arreglo: 'Pregunta antes con `esRol`, que no convierte.',
  },
  {
    escribes: "`const { rol = 'admin' } = claimsDe(res)`",
    buscar: 'const { rol } =',
    poner: "const { rol = 'admin' } =",
    veras: NO_SUPONGAS,
    porque: 'Un token de la versión anterior no lleva rol, y así estrena el más poderoso.',
    arreglo: 'Sin valor por defecto: quien no trae rol no pasa.',
  },
  {
    escribes: '`const { roles = [], rol = roles[0] } = claimsDe(res)`',
    buscar: 'const { rol } = claimsDe(res)',
    poner: 'const { roles, rol = Object(roles)[0] } = claimsDe(res)',
    veras: 'Solo cuenta el claim rol: ni roles, ni admin, ni el sub de root dan permiso',
    porque: 'Un claim que la aplicación no pone a propósito, de otra versión o de otro emisor, da permiso.',
    arreglo: 'Lee `rol` y nada más: quien no lo trae no pasa.',
  },
  {
    escribes: '`return new ErrorHttp(403, …)`',
    buscar: 'throw new ErrorHttp(403',
    poner: 'return void new ErrorHttp(403',
    veras: 'Ni sigue ni rechaza, y la solicitud se queda esperando: lanza el error',
    porque: 'Express no mira lo que devuelve un middleware: nadie responde y el cliente se queda colgado.',
    arreglo: 'Cambia `return` por `throw`.',
  },
  {
    escribes: 'crear el error y no lanzarlo',
    buscar: 'throw new ErrorHttp(403',
    poner: 'new ErrorHttp(403',
    veras: SE_EJECUTO,
    porque: 'Un error creado no detiene nada: la función continúa hasta `next()`.',
    arreglo: 'Escribe `throw` delante de `new`.',
  },
  {
    escribes: '`res.status(403).json(…)` sin `return`',
    buscar: "throw new ErrorHttp(403, 'Permiso insuficiente')",
    poner: "res.status(403).json({ error: 'Permiso insuficiente' })",
    veras: SE_EJECUTO,
    porque: 'El cliente ve un 403, pero la función continúa hasta `next()` y la ruta borra o cobra igual.',
    arreglo: 'Lanza el error con `throw`: después no se ejecuta nada más.',
    enPagina: true,
  },
  {
    escribes: '`res.locals.claims?.rol`',
    buscar: 'const { rol } = claimsDe(res)',
    poner: 'const rol = res.locals.claims?.rol',
    veras: SIN_GUARDIA,
    porque: 'Si la ruta olvidó la guardia, todo es un 403 que parece normal y nadie descubre el fallo.',
    arreglo: 'Lee los claims con `claimsDe(res)`, que falla con un mensaje que nombra a `exigirToken`.',
  },
  {
    escribes: 'leer el rol de `req.body`',
    buscar: 'const { rol } = claimsDe(res)',
    poner: 'const { rol } = Object(_req.body)',
    veras: NO_PASA,
    porque: 'El cuerpo lo escribe el cliente: cualquiera pondría `admin`. Solo cuenta lo firmado.',
    arreglo: 'El rol sale de `claimsDe(res)`.',
    enPagina: true,
  },
  {
    escribes: '`req.query.rol ?? claimsDe(res).rol`',
    buscar: 'const { rol } = claimsDe(res)',
    poner: 'const rol = _req.query.rol ?? claimsDe(res).rol',
    veras: CUALQUIERA,
    porque: 'Basta con pedir `/admin?rol=admin` para ascender.',
    arreglo: 'Lee el rol de `claimsDe(res)` y de ningún otro sitio.',
  },
  {
    escribes: "`claimsDe(res).rol ?? req.get('X-Rol')`",
    buscar: 'const { rol } = claimsDe(res)',
    poner: "const rol = claimsDe(res).rol ?? _req.get('X-Rol')",
    veras: CUALQUIERA,
    porque: 'Con un token sin rol, decide un encabezado que escribe el cliente.',
    arreglo: 'Un token sin rol no pasa: no busques el rol en otra parte.',
  },
  {
    escribes: '`new ErrorHttp(401, …)`',
    buscar: 'ErrorHttp(403',
    poner: 'ErrorHttp(401',
    veras: NO_403,
    porque: '401 pide identificarse, y Ana ya lo hizo: su cliente la mandaría a iniciar sesión sin fin.',
    arreglo: 'Responde 403: sabemos quién es y no puede.',
    enPagina: true,
  },
  {
    escribes: "`throw new Error('Permiso insuficiente')`",
    buscar: "new ErrorHttp(403, 'Permiso insuficiente')",
    poner: "new Error('Permiso insuficiente')",
    veras: NO_403,
    porque: 'La lección 4 no sabe qué contar de un error cualquiera y responde 500.',
    arreglo: 'Usa `ErrorHttp`, que lleva su estado.',
  },
  {
    escribes: '`{ rol: [usuario.rol] }`',
    buscar: '{ rol: usuario.rol }',
    poner: '{ rol: [usuario.rol] as never }',
    veras: NO_ES_EL_SUYO,
    porque: 'Quien lee espera un texto: un array no es ningún rol, y root se queda sin permiso.',
    arreglo: 'El rol viaja como está en la cuenta: `usuario.rol`.',
  },
  {
    escribes: '`console.log(usuario)` al emitir',
    buscar: 'return { rol: usuario.rol }',
    poner: 'console.log(usuario)\n  return { rol: usuario.rol }',
    veras: 'Escribes en la consola el resumen de la contraseña: lo tendrá quien lea el registro',
    porque: 'La cuenta lleva el resumen, y con él se prueban contraseñas sin conexión.',
    arreglo: 'Quita la línea; si necesitas saber de quién es, escribe su `id`.',
  },
  {
    escribes: '`/^(admin|usuario)$/g.test(valor)`, guardada',
    buscar: 'return ROLES.some((rol) => rol === valor)',
    poner: `const guardada = esRol as { patron?: RegExp }
  guardada.patron ??= /^(admin|usuario)$/g
  return typeof valor === 'string' && guardada.patron.test(valor)`,
    veras: 'El mismo valor da una vez true y otra false: no recuerdes nada; ¿es una expresión regular con g?',
    porque: 'Con `g`, `test` empieza donde acabó la vez anterior: después de acertar, falla.',
    arreglo: 'Compara con cada elemento de `ROLES`, o quita la `g`.',
  },
  {
    escribes: '`next()` en un bucle y después `throw`',
    buscar:
      "if (!esRol(rol) || !permitidos.includes(rol)) throw new ErrorHttp(403, 'Permiso insuficiente')\n    next()",
    poner:
      "for (const permitido of permitidos) if (permitido === rol) next()\n    throw new ErrorHttp(403, 'Permiso insuficiente')",
    veras:
      'Dejas pasar y además rechazas: al seguir, sal de la función; el return de un forEach no sale de ella',
    porque: '`next()` ejecuta la ruta y vuelve: la función sigue, y se responde dos veces.',
    arreglo: 'Comprueba y lanza primero; deja `next()` para la última línea.',
  },
  {
    escribes: 'dejar pasar en desarrollo',
    buscar: 'const { rol } = claimsDe(res)',
    poner: "if (process.env.NODE_ENV === 'development') return next()\n    const { rol } = claimsDe(res)",
    veras: 'Con NODE_ENV=development pasa quien no puede: decide solo su rol',
    porque: 'Basta que alguien despliegue con la variable sin cambiar para que cualquiera administre.',
    arreglo: 'Sin excepciones; para probar, emite un token con el rol que necesites.',
  },
  {
    escribes: "`if (req.method === 'HEAD') return next()`",
    buscar: 'const { rol } = claimsDe(res)',
    poner: "if (_req.method === 'HEAD') return next()\n    const { rol } = claimsDe(res)",
    veras: 'HEAD también ejecuta la ruta: decide el rol, sea cual sea el método',
    porque: 'Express atiende `HEAD` con la ruta de `GET`, que se ejecuta entera aunque no envíe el cuerpo.',
    arreglo: 'No mires el método.',
  },
  {
    escribes: "`console.warn(req.get('Authorization'))`",
    buscar: 'const { rol } = claimsDe(res)',
    poner: "const { rol } = claimsDe(res)\n    console.warn('Pide entrar:', _req.get('Authorization'))",
    veras: TOKEN_ESCRITO,
    porque: 'La consola es un registro, y un token es una credencial hasta que expira.',
    arreglo: 'Anota `sub` y la ruta; nunca el token.',
  },
  {
    escribes: 'capturar el error de `claimsDe`',
    buscar: 'const { rol } = claimsDe(res)',
    poner: `let rol: unknown
    try {
      rol = claimsDe(res).rol
    } catch {
      throw new ErrorHttp(401, 'Token faltante')
    }`,
    veras: SIN_GUARDIA,
    porque: 'Todo sería un 401 creíble, y nadie descubriría que la ruta olvidó la guardia.',
    arreglo: 'Quita el `try`: ese error es para quien programa.',
  },
  {
    escribes: '`permitidos.pop()` en un bucle',
    buscar: 'if (!esRol(rol) || !permitidos.includes(rol)) throw',
    poner: `let hallado = false
    while (permitidos.length > 0) hallado = permitidos.pop() === rol || hallado
    if (!hallado) throw`,
    veras: 'Otra vez, y rechazas a quien puede pasar: no cambies permitidos ni recuerdes nada entre llamadas',
    porque: 'La lista se crea una vez, con la ruta: después de la primera solicitud está vacía.',
    arreglo: 'Pregunta sin cambiarla: `permitidos.includes(rol)`.',
  },
  {
    escribes: 'comprobar en una función `async` y no esperarla',
    buscar: "if (!esRol(rol) || !permitidos.includes(rol)) throw new ErrorHttp(403, 'Permiso insuficiente')",
    poner: `const comprobar = async () => {
      if (!esRol(rol) || !permitidos.includes(rol)) throw new ErrorHttp(403, 'Permiso insuficiente')
    }
    comprobar().catch(() => {})`,
    veras: SE_EJECUTO,
    porque: 'Lo que lanza una función `async` llega en su promesa: sin `await`, `next()` se ejecuta igual.',
    arreglo: 'Comprueba ahí mismo, o escribe `await` delante y `async` en el middleware.',
  },
  {
    escribes: '`Object.fromEntries(…)[rol]` en vez de `includes`',
    buscar: '!esRol(rol) || !permitidos.includes(rol)',
    poner: 'Array.isArray(rol) || !Object.fromEntries(permitidos.map((uno) => [uno, true]))[String(rol)]',
    veras: 'Todo objeto hereda nombres como constructor: busca el rol en permitidos, con includes',
    porque: 'Un objeto responde también por lo que hereda: con `constructor` como rol se entra.',
    arreglo: 'Pregunta al array: `permitidos.includes(rol)`.',
  },
  {
    escribes: 'guardar `res` fuera y esperar algo antes de leer el rol',
    buscar: 'return function exigirRol(_req, res, next) {',
    poner: `return async function exigirRol(_req, recibida, next) {
    const fuera = exigirRol as { res?: typeof recibida }
    fuera.res = recibida
    await Promise.resolve()
    const res = fuera.res ?? recibida`,
    veras: AJENO,
    porque: 'Mientras se espera llega otra solicitud y lo cambia: Ana pasa con el rol de root.',
    arreglo: 'Decláralo con `const` dentro del middleware.',
  },
  {
    escribes: "`if (req.method === 'OPTIONS') return next()`",
    buscar: 'const { rol } = claimsDe(res)',
    poner: "if (_req.method === 'OPTIONS') return next()\n    const { rol } = claimsDe(res)",
    veras: 'OPTIONS también ejecuta la ruta: decide el rol, sea cual sea el método',
    porque: 'Una ruta montada con `all` o con `use` atiende también `OPTIONS`, y se ejecuta entera.',
    arreglo: 'No mires el método: lo de CORS se responde antes, sin llegar aquí.',
  },
  {
    escribes: '`if (req.params.id === claimsDe(res).sub) return next()`',
    buscar: 'const { rol } = claimsDe(res)',
    poner: 'const { rol, sub } = claimsDe(res)\n    if (_req.params.id === sub) return next()',
    veras:
      'En /cuentas/:id dejas pasar a quien pide lo suyo: decide solo el rol, y de quién es cada cosa lo mira la ruta',
    porque: 'Quien montó `exigirRol("admin")` en esa ruta quería solo administradores.',
    arreglo: 'Mira solo el rol; una ruta que abra lo suyo a cada cual lleva otra guardia.',
  },
  {
    escribes: 'una tabla con los claims de cada rol',
    buscar: 'return { rol: usuario.rol }',
    poner: `const guardados = claimsPropios as { tabla?: Record<Rol, { rol: Rol }> }
  guardados.tabla ??= { admin: { rol: 'admin' }, usuario: { rol: 'usuario' } }
  return guardados.tabla[usuario.rol]`,
    veras: 'Lo que se escribe en unos claims cambia los de otra cuenta: crea un objeto nuevo en cada llamada',
    porque: 'Lo que alguien agregue a los claims de Ana viaja después en los tokens de todas las usuarias.',
    arreglo: 'Crea el objeto al devolverlo: `return { rol: usuario.rol }`.',
  },
  {
    escribes: '`rol.localeCompare(valor) === 0`',
    buscar: 'ROLES.some((rol) => rol === valor)',
    poner: "typeof valor === 'string' && ROLES.some((rol) => rol.localeCompare(valor) === 0)",
    veras: 'Entre sus letras hay un carácter que no se ve: compara con ===; localeCompare no lo cuenta',
    porque: '`localeCompare` ordena como un diccionario, y un diccionario pasa por alto lo que no se ve.',
    arreglo: 'Para saber si dos textos son el mismo, `===`.',
  },
  {
    escribes: 'juntar los permitidos de todas las guardias',
    buscar: 'return function exigirRol(_req, res, next) {',
    poner: `const todos: Set<Rol> = (Object(esRol).todos ??= new Set())
  for (const permitido of permitidos) todos.add(permitido)
  permitidos = [...todos]
  return function exigirRol(_req, res, next) {`,
    veras:
      'Pasa un rol que esta guardia no permite: no basta que esRol dé true, ni que otro exigirRol lo permita',
    porque: 'En cuanto una ruta admite a un usuario corriente, todas lo admiten.',
    arreglo: 'Usa los `permitidos` de cada llamada, sin guardarlos fuera.',
  },
  {
    escribes: '`Object.freeze(usuario)`',
    buscar: 'return { rol: usuario.rol }',
    poner: 'return { rol: Object.freeze(usuario).rol }',
    veras: 'Después de pedir sus claims, a la cuenta no se le puede cambiar el rol: no la congeles',
    porque: 'La cuenta es de quien llama, que después le cambia el rol.',
    arreglo: 'Solo léela.',
  },
]
