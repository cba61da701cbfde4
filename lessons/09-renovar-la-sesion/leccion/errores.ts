import type { ErrorTipico } from '#comun/leccion.ts'

const FIRMA = 'La firma no es nuestra: verifica con jwt.verify antes de leer'
const TIPOS = 'La firma es buena y el contenido no: mira que sid sea un texto y numero un número'
const OTRA_CLAVE =
  'Al reiniciar, o de un día a otro, la clave sería otra y todas las sesiones se cerrarían: sácala del secreto'
const UNA_VEZ = 'El token se usa una vez: devuelve la sesión que da avanzar'
const VUELVE =
  'Un token usado vuelve a valer: ciérrala si ahora menos la renovada que da buscar, en segundos, pasa de MARGEN (10); no recuerdes nada aparte'
const ABIERTA =
  'La sesión sigue abierta: ciérrala por su sid, sea cual sea el número, y espera a que se cierre'
const PERDIDA =
  'Quien repite enseguida no pasa: mira numero + 1, el await de buscar, ahora (en segundos) menos renovada y el return'
const BORRADA =
  'La cuenta se borró: lanza new ErrorHttp(401, "Usuario no encontrado"), y que ningún catch lo tape'
const SIEMPRE =
  'Siempre rechazada(): el mismo 401 y las mismas palabras, sin agregarles nada, falle lo que falle'
const REGISTRO = 'La consola es un registro: no escribas el token, que quien lo lea puede usarlo'
const DEVUELVES = 'Devuelves el error: lánzalo con throw'
const DERIVADA = "createSecretKey(createHmac('sha256', secreto).update('renovar').digest())"

export const errores: ErrorTipico[] = [
  {
    escribes: '`return secreto`',
    buscar: `return ${DERIVADA}`,
    poner: 'return secreto',
    veras: 'Con el mismo secreto, uno de renovación bien puesto abriría rutas: deriva otra clave',
    porque:
      'Dos clases de token con la misma clave solo se distinguen por lo que dicen dentro, y basta olvidar mirarlo una vez.',
    arreglo: 'Deriva del secreto otra clave, con `createHmac`.',
    enPagina: true,
  },
  {
    escribes: 'una clave al azar en cada llamada',
    buscar: `return ${DERIVADA}`,
    poner: 'return createSecretKey(crypto.getRandomValues(Buffer.alloc(32)))',
    veras: OTRA_CLAVE,
    porque: 'Con una clave distinta en cada arranque, ningún token de renovación sobrevive a un despliegue.',
    arreglo: 'Calcúlala a partir del secreto, que sí se guarda.',
  },
  {
    escribes: '`createHmac("sha256", "renovar")`',
    buscar: "createHmac('sha256', secreto)",
    poner: "createHmac('sha256', 'renovar')",
    veras:
      'Con otro secreto sale la misma clave, o una vacía: da el KeyObject a createHmac en cada llamada, y lo que da digest() a createSecretKey, sin pasarlos por un texto',
    porque: 'Todo lo que entra en el cálculo está escrito en el código: quien lo lea firma renovaciones.',
    arreglo: 'La clave del HMAC es el secreto; el texto va en `update`.',
  },
  {
    escribes: '`.digest().subarray(0, 16)`',
    buscar: '.digest()',
    poner: '.digest().subarray(0, 16)',
    veras: 'HS256 pide 32 bytes: deja todos los que da digest()',
    porque: 'La fuerza de un HMAC es la de su clave: cada byte que quitas la hace más fácil de probar.',
    arreglo: 'Usa los 32 bytes de SHA-256 enteros.',
  },
  {
    escribes: "`Buffer.concat([secreto.export(), Buffer.from('renovar')])`",
    buscar: DERIVADA,
    poner: "createSecretKey(Buffer.concat([secreto.export(), Buffer.from('renovar')]))",
    veras:
      'Dos secretos casi iguales dan claves casi iguales: de la clave se saca el secreto; usa createHmac',
    porque: 'Quien consiga la clave de renovación tiene también el secreto, y firma tokens de acceso.',
    arreglo: 'Calcúlala con `createHmac`: de lo que da no se vuelve al secreto.',
  },
  {
    escribes: 'olvidar `createSecretKey`',
    buscar: DERIVADA,
    poner: "createHmac('sha256', secreto).update('renovar').digest() as never",
    veras: 'Devuelve un KeyObject: pasa por createSecretKey los bytes que da digest()',
    porque: 'Un `Buffer` con la clave se imprime entero en cualquier registro; un `KeyObject` no la enseña.',
    arreglo: 'Envuelve los bytes: `createSecretKey(…)`.',
  },
  {
    escribes: '`jwt.decode(token)`',
    buscar: 'jwt.verify(token, clave, { algorithms: [ALGORITMO] })',
    poner: 'jwt.decode(token)',
    veras: FIRMA,
    porque: '`decode` lee sin comprobar nada: cualquiera escribe el `sid` y el número que quiera.',
    arreglo: 'Usa `jwt.verify` con la clave: primero se comprueba, después se lee.',
    enPagina: true,
  },
  {
    escribes: '`jwt.verify` sin `algorithms`',
    buscar: ', { algorithms: [ALGORITMO] }',
    poner: '',
    veras: 'Acepta solo el algoritmo con el que firmas: { algorithms: [ALGORITMO] }',
    porque:
      'Sin la lista, jsonwebtoken acepta también HS384 y HS512, y elige el encabezado, que lo escribe quien lo envía.',
    arreglo: 'Di cuál aceptas: `{ algorithms: [ALGORITMO] }`.',
  },
  {
    escribes: '`ignoreExpiration: true`',
    buscar: '{ algorithms: [ALGORITMO] }',
    poner: '{ algorithms: [ALGORITMO], ignoreExpiration: true }',
    veras:
      'Aceptas un token de una sesión que acabó: deja que jwt.verify mire exp en cada llamada, y sin más de un minuto de margen',
    porque: 'Obliga a preguntar al almacén por tokens que ya no pueden valer, los envíe quien los envíe.',
    arreglo: 'Quita la opción: el `exp` del token es el final de su sesión.',
  },
  {
    escribes: 'no mirar los tipos',
    buscar:
      "if (typeof sid !== 'string' || typeof numero !== 'number') throw new Error('contenido inesperado')",
    poner: '',
    veras: TIPOS,
    porque:
      'La firma dice quién lo escribió, no que esté bien escrito: con `numero` sin definir, las comparaciones de después no significan nada.',
    arreglo: 'Comprueba los dos con `typeof` antes de devolverlos, y lanza si no lo son.',
  },
  {
    escribes: '`if (!sid || !numero)`',
    buscar: "typeof sid !== 'string' || typeof numero !== 'number'",
    poner: '!sid || !numero',
    veras: TIPOS,
    porque: 'Un número escrito como texto pasa, y `"3" + 1` es `"31"`.',
    arreglo: 'Compara el tipo: `typeof numero !== "number"`.',
  },
  {
    escribes: 'comprobar solo el `sid`',
    buscar: " || typeof numero !== 'number'",
    poner: '',
    veras: TIPOS,
    porque: 'Sin número no se sabe si el token es el último, que es todo lo que se le pregunta.',
    arreglo: 'Agrega `typeof numero !== "number"`.',
  },
  {
    escribes: 'dejar salir el error de jsonwebtoken',
    buscar: 'throw rechazada(cause)',
    poner: 'throw cause',
    veras: SIEMPRE,
    porque: 'La lección 4 no espera aquí un error de jsonwebtoken: respondería 500.',
    arreglo: 'Convierte cualquier fallo en `rechazada(cause)`.',
  },
  {
    escribes: '`throw new ErrorDeToken(cause)`',
    buscar: 'throw rechazada(cause)',
    poner: 'throw new ErrorDeToken(cause)',
    veras: SIEMPRE,
    porque:
      'Unos fallos serían 401 y otros 422, con palabras distintas de las de un token usado: quien prueba sabe qué va acertando.',
    arreglo: 'Lanza `rechazada(cause)`: el mismo 401 para todos.',
  },
  {
    escribes: 'convertir solo los errores de jsonwebtoken',
    buscar: `throw new Error('contenido inesperado')
    return { sid, numero }
  } catch (cause) {
`,
    poner: `throw rechazada()
    return { sid, numero }
  } catch (cause) {
    if (!(cause instanceof jwt.JsonWebTokenError)) throw cause
`,
    veras: SIEMPRE,
    porque:
      'El payload se lee antes de comprobar la firma: con uno que no es JSON, que cualquiera puede enviar, la respuesta es un 500.',
    arreglo: 'Lanza `rechazada(cause)` sea cual sea el error.',
  },
  {
    escribes: 'devolver una renovación vacía en el `catch`',
    buscar: 'throw rechazada(cause)',
    poner: "return { sid: '', numero: 0 }",
    veras: 'Das un valor por un token malo: ¿devuelve algo tu catch, en vez de throw rechazada(…)?',
    porque: 'Quien llama no distingue un token malo de uno bueno, y sigue como si nada.',
    arreglo: 'En el `catch`, lanza.',
  },
  {
    escribes: '`rechazada(cause)`, sin `throw`',
    buscar: 'throw rechazada(cause)',
    poner: 'rechazada(cause)\n    return undefined as never',
    veras: 'No lanzas nada por un token malo: ¿falta throw delante de rechazada(…)?',
    porque:
      '`rechazada` solo crea el error: sin `throw`, nadie lo recibe y la función acaba sin devolver nada.',
    arreglo: 'Escribe `throw rechazada(cause)`.',
  },
  {
    escribes: '`return rechazada(cause)`',
    buscar: 'throw rechazada(cause)',
    poner: 'return rechazada(cause) as never',
    veras: DEVUELVES,
    porque: 'Un error devuelto es un valor como otro: nadie se entera de que el token es malo.',
    arreglo: 'Cambia `return` por `throw`.',
  },
  {
    escribes: '`sesiones.buscar` en vez de `avanzar`',
    buscar: 'await sesiones.avanzar(sid, numero)',
    poner: 'await sesiones.buscar(sid)',
    veras: UNA_VEZ,
    porque: 'Sin rotación, el token robado sirve ocho horas y nada lo delata.',
    arreglo: 'Pide `sesiones.avanzar(sid, numero)`, que cambia el número.',
  },
  {
    escribes: '`avanzar(sid, numero + 1)`',
    buscar: 'sesiones.avanzar(sid, numero)',
    poner: 'sesiones.avanzar(sid, numero + 1)',
    veras: 'Rechazas el último token: espera lo que da avanzar(sid, numero) y devuélvelo',
    porque: '`avanzar` recibe el número que trae el token, y ella misma pasa al siguiente.',
    arreglo: 'Dale `numero`, sin sumar.',
  },
  {
    escribes: 'abrir una sesión nueva en cada renovación',
    buscar: 'if (avanzada) return avanzada',
    poner: 'if (avanzada) return sesiones.abrir(avanzada.identidad)',
    veras: UNA_VEZ,
    porque: 'La sesión nueva dura otras ocho horas, y el token usado ya no cierra nada: la suya es otra.',
    arreglo: 'Devuelve la que da `avanzar`.',
  },
  {
    escribes: 'alargar `expira` en cada renovación',
    buscar: 'if (avanzada) return avanzada',
    poner: 'if (avanzada) return { ...avanzada, expira: Date.now() / 1000 + 8 * 60 * 60 }',
    veras: 'Es la misma sesión: deja su sid y su expira como están',
    porque: 'Quien roba un token lo renovaría para siempre, mientras nadie lo note.',
    arreglo: 'Devuelve la sesión tal cual: su final se decide al abrirla.',
  },
  {
    escribes: 'olvidar el `await` de `avanzar`',
    buscar: 'await sesiones.avanzar(sid, numero)',
    poner: 'sesiones.avanzar(sid, numero) as Promise<Sesion>',
    veras: 'No devuelves ni lanzas nada: espera con await a avanzar, y mira si dio undefined',
    porque:
      'Una promesa cuenta como verdadera aunque dentro traiga `undefined`: todo token parece el último.',
    arreglo: 'Escribe `await sesiones.avanzar(sid, numero)`.',
  },
  {
    escribes: 'no mirar qué dio `avanzar`',
    buscar: `const avanzada = await sesiones.avanzar(sid, numero)
  if (avanzada) return avanzada`,
    poner: `const antes = await sesiones.buscar(sid)
  if (antes?.numero === numero) {
    await sesiones.avanzar(sid, numero)
    return { ...antes, numero: numero + 1, renovada: Math.floor(Date.now() / 1000) }
  }`,
    veras: 'Renuevas una sesión que se cerró entretanto: si avanzar da undefined, no hay sesión que dar',
    porque: 'Entre `buscar` y `avanzar` alguien puede cerrar la sesión, y aun así entregas otro token.',
    arreglo: 'Devuelve lo que dé `avanzar`, y solo si no es `undefined`.',
  },
  {
    escribes: 'buscar primero y cambiar después',
    buscar: `const avanzada = await sesiones.avanzar(sid, numero)
  if (avanzada) return avanzada
  const actual = await sesiones.buscar(sid)`,
    poner: `const actual = await sesiones.buscar(sid)
  if (actual?.numero === numero) return (await sesiones.avanzar(sid, numero)) as Sesion`,
    veras: 'Dos pestañas a la vez: una avanza y la otra recibe lo mismo; avanza antes de buscar',
    porque:
      'Entre leer y cambiar cabe otra solicitud: las dos leen el mismo número, y a la segunda `avanzar` ya no le da nada.',
    arreglo: 'Llama antes a `avanzar`, que comprueba y cambia de una vez, y mira qué devuelve.',
  },
  {
    escribes: 'rechazar sin cerrar la sesión',
    buscar: '  await sesiones.cerrar(sid)\n',
    poner: '',
    veras: ABIERTA,
    porque: 'El último token sigue valiendo, y puede ser el del ladrón: Ana queda fuera y él, dentro.',
    arreglo: 'Antes de lanzar, `await sesiones.cerrar(sid)`.',
    enPagina: true,
  },
  {
    escribes: 'cerrar sin esperar',
    buscar: 'await sesiones.cerrar(sid)',
    poner: 'void sesiones.cerrar(sid)',
    veras: ABIERTA,
    porque: 'Se responde antes de que se cierre, y si el almacén falla nadie lo sabe.',
    arreglo: 'Pon `await` delante.',
  },
  {
    escribes: 'no cerrar si el número es mayor que el último',
    buscar: '  await sesiones.cerrar(sid)\n',
    poner: '  if (!actual || numero < actual.numero) await sesiones.cerrar(sid)\n',
    veras: ABIERTA,
    porque:
      'Un número que el almacén no conoce dice que ya no sabe por dónde va la sesión, porque se recuperó una copia de antes o porque alguien tiene la clave.',
    arreglo: 'Lo que no se devuelve se cierra: quita esa condición.',
  },
  {
    escribes: '`actual.numero`, sin `?`',
    buscar: 'actual?.numero === numero + 1 && ahora - actual.renovada',
    poner: 'actual!.numero === numero + 1 && ahora - actual!.renovada',
    veras: 'De una sesión que ya no está, también rechazada(): mira antes si buscar la encontró',
    porque: '`buscar` da `undefined` cuando la sesión se cerró o acabó: leer de ahí su número es un 500.',
    arreglo: 'Escribe `actual?.numero`.',
  },
  {
    escribes: '`sesiones.cerrar(identidad)`',
    buscar: 'sesiones.cerrar(sid)',
    poner: "sesiones.cerrar(actual?.identidad ?? '')",
    veras: ABIERTA,
    porque:
      '`cerrar` recibe un `sid`, así que no cierra ninguna. Y cerrar todas las de Ana dejaría a quien tenga un token viejo echarla de todas partes.',
    arreglo: 'Cierra la sesión de ese token: `sesiones.cerrar(sid)`.',
  },
  {
    escribes: 'aceptar siempre el penúltimo',
    buscar: ' && ahora - actual.renovada <= MARGEN',
    poner: '',
    veras: VUELVE,
    porque: 'Ana y el ladrón reciben el mismo token toda la jornada, y nada los separa.',
    arreglo: 'Mira también cuánto hace que se renovó: no más de `MARGEN`.',
    enPagina: true,
  },
  {
    escribes: '`MARGEN * 1000`',
    buscar: '<= MARGEN',
    poner: '<= MARGEN * 1000',
    veras: VUELVE,
    porque: '`ahora` y `renovada` ya van en segundos: el margen pasa a ser de casi tres horas.',
    arreglo: 'Compara con `MARGEN` tal cual.',
  },
  {
    escribes: 'admitir cualquier número dentro del margen',
    buscar: 'actual?.numero === numero + 1 && ahora',
    poner: 'actual && ahora',
    veras:
      'El margen es solo para el recién usado: exige que el número que da buscar sea numero + 1; no lo recuerdes aparte',
    porque: 'Cada renovación de Ana abriría diez segundos a todos los tokens que tuvo la sesión.',
    arreglo: 'Exige que el de la sesión sea justo el siguiente: `numero + 1`.',
  },
  {
    escribes: '`const ahora = Date.now()`',
    buscar: 'Date.now() / 1000',
    poner: 'Date.now()',
    veras: PERDIDA,
    porque: '`renovada` va en segundos: en milisegundos, la última renovación parece de hace siglos.',
    arreglo: 'Divide entre mil: `Date.now() / 1000`.',
    enPagina: true,
  },
  {
    escribes: '`< MARGEN`',
    buscar: '<= MARGEN',
    poner: '< MARGEN',
    veras: 'Hace MARGEN segundos justos también cuenta: usa <=, y resta segundos, no milisegundos',
    porque: 'El margen dice «hace MARGEN segundos o menos»: el último también cuenta.',
    arreglo: 'Usa `<=`.',
  },
  {
    escribes: 'cerrar ante cualquier repetición',
    buscar: '  if (actual?.numero === numero + 1 && ahora - actual.renovada <= MARGEN) return actual\n',
    poner: '',
    veras: PERDIDA,
    porque: 'Dos pestañas que renuevan a la vez, o una respuesta perdida, echarían a Ana.',
    arreglo: 'Antes de cerrar, devuelve la sesión si acaba de renovarse.',
  },
  {
    escribes: 'cerrar antes de mirar el margen',
    buscar: 'const actual = await sesiones.buscar(sid)\n',
    poner: 'const actual = await sesiones.buscar(sid)\n  await sesiones.cerrar(sid) \n',
    veras: 'Quien repite dentro de MARGEN no es un ladrón: no cierres la sesión sin mirarlo',
    porque: 'Quien repite recibe un token de una sesión que ya no existe.',
    arreglo: 'Primero el margen; lo que quede después se cierra.',
  },
  {
    escribes: 'avanzar otra vez dentro del margen',
    buscar: 'return actual\n',
    poner: 'return (await sesiones.avanzar(sid, actual.numero)) ?? actual\n',
    veras: 'Quien repite no avanza: ya hay un sucesor',
    porque:
      'Cada pestaña deja viejo el token de la otra: la que pierde renueva más tarde con uno usado, y cierra la sesión.',
    arreglo: 'Devuelve la sesión como está: las dos pestañas reciben el mismo token.',
  },
  {
    escribes: 'cerrar y devolver la sesión',
    buscar: 'throw rechazada()\n  // #endregion renovar',
    poner: 'return actual as Sesion\n  // #endregion renovar',
    veras: 'La cierras y no lanzas nada: termina con throw rechazada()',
    porque: 'Quien llama recibe una sesión y entrega con ella un token de acceso nuevo.',
    arreglo: 'Después de cerrar, lanza.',
  },
  {
    escribes: '`if (!token)`',
    buscar: "typeof token !== 'string'",
    poner: '!token',
    veras: 'Si refresh_token no es un texto, no hay token: mira su tipo antes y lanza new ErrorDeToken()',
    porque: 'Un número o un objeto pasan, y acaban en una biblioteca que espera un texto.',
    arreglo: 'Mira el tipo: `typeof token !== "string"`.',
  },
  {
    escribes: '`new ErrorDeToken("falta")`',
    buscar: 'new ErrorDeToken()',
    poner: "new ErrorDeToken('falta')",
    veras: 'Lanza ErrorDeToken() sin causa: la lección 4 dirá «Token faltante»',
    porque: 'Con una causa, la lección 4 entiende que había un token y era malo: 422.',
    arreglo: 'Sin causa: `new ErrorDeToken()`.',
  },
  {
    escribes: 'leer el token sin verificarlo',
    buscar: 'leerRenovacion(token, clave)',
    poner: 'jwt.decode(token) as never',
    veras: 'Un token que no firmamos no renueva: pásalo por leerRenovacion',
    porque: 'El `sid` va a la vista en cada token de acceso: con él, cualquiera escribe una renovación.',
    arreglo: 'Da a `renovar` lo que devuelva `leerRenovacion`.',
  },
  {
    escribes: 'cerrar la sesión si la firma es mala',
    buscar: '    const sesion = await renovar(sesiones, leerRenovacion(token, clave))\n',
    poner: `    const cerrar = () => sesiones.cerrar(Object(jwt.decode(token)).sid)
    const leida = await Promise.resolve().then(() => leerRenovacion(token, clave)).catch(async (error) => {
      await cerrar()
      throw error
    })
    const sesion = await renovar(sesiones, leida)
`,
    veras: 'Cualquiera podría cerrar sesiones ajenas: verifica antes de tocar ninguna',
    porque:
      'Un token inventado no dice nada de quién lo tiene: quien conozca un `sid` echaría a Ana cuando quisiera.',
    arreglo: 'Deja salir el error de `leerRenovacion` sin tocar nada.',
    enPagina: true,
  },
  {
    escribes: 'olvidar el `await` de `renovar`',
    buscar: 'await renovar(sesiones, leerRenovacion(token, clave))',
    poner: '(renovar(sesiones, leerRenovacion(token, clave)) as unknown as Sesion)',
    veras: 'La cuenta no aparece: búscala con sesion.identidad, y espera con await a renovar',
    porque: 'Una promesa no tiene `identidad`: la cuenta no aparece y nadie renueva.',
    arreglo: 'Pon `await` delante.',
  },
  {
    escribes: 'entregar sin buscar la cuenta',
    buscar: 'usuarios.porId(sesion.identidad)',
    poner: "({ id: Number(sesion.identidad), rol: 'usuario' } as Usuario)",
    veras: 'El rol es el de la cuenta ahora: busca al usuario en cada renovación',
    porque: 'Una cuenta borrada seguiría renovando, y un permiso quitado no se notaría nunca.',
    arreglo: 'Busca al usuario con `usuarios.porId(sesion.identidad)`.',
  },
  {
    escribes: 'no mirar si la cuenta existe',
    buscar: "if (!usuario) throw new ErrorHttp(401, 'Usuario no encontrado')",
    poner: '',
    veras: BORRADA,
    porque: 'Sin usuario, crear su token tropieza y la respuesta es un 500.',
    arreglo: 'Si no aparece, lanza un `ErrorHttp` con 401.',
  },
  {
    escribes: '`res.status(401).json(…)`',
    buscar: "throw new ErrorHttp(401, 'Usuario no encontrado')",
    poner: "return void res.status(401).json({ error: 'Usuario no encontrado' })",
    veras: 'A ese 401 le falta WWW-Authenticate: lánzalo, y manejarErrores lo pone',
    porque: 'Quien responde a mano se salta lo que la lección 4 hace con todos los errores.',
    arreglo: 'Lanza `new ErrorHttp(401, "Usuario no encontrado")`.',
  },
  {
    escribes: '`new ErrorHttp(404, …)`',
    buscar: "new ErrorHttp(401, 'Usuario no encontrado')",
    poner: "new ErrorHttp(404, 'Usuario no encontrado')",
    veras: BORRADA,
    porque: 'Con 404 el cliente cree que la ruta no existe; con 401 sabe que toca iniciar sesión.',
    arreglo: 'Usa 401, como `/perfil`.',
  },
  {
    escribes: 'olvidar `Cache-Control`',
    buscar: "res.set('Cache-Control', 'no-store').json(",
    poner: 'res.json(',
    veras: 'Son credenciales: pon Cache-Control: no-store, y antes de json',
    porque: 'Una caché en el camino podría guardar la respuesta y dársela a otra persona.',
    arreglo: "Responde con `res.set('Cache-Control', 'no-store').json(…)`.",
  },
  {
    escribes: 'responder solo el token de renovación',
    buscar: '.json(entregar(usuario, sesion, res))',
    poner: '.json({ refresh_token: crearRenovacion(sesion, clave) })',
    veras: 'Responde con lo que dé entregar',
    porque: 'Quien renueva quiere un token de acceso, que es el que abre las rutas.',
    arreglo: 'Responde con `entregar(usuario, sesion, res)`.',
  },
  {
    escribes: '`entregar(usuario, sesion)`',
    buscar: '.json(entregar(usuario, sesion, res))',
    poner: '.json((entregar as (...todo: object[]) => object)(usuario, sesion))',
    veras: 'Da a entregar también res: la lección 10 pone en ella las cookies',
    porque: 'Sin la respuesta, quien entrega no puede escribir en ella más que el cuerpo.',
    arreglo: 'Dale los tres: `entregar(usuario, sesion, res)`.',
  },
  {
    escribes: 'tomar la cuenta del cuerpo',
    buscar: 'usuarios.porId(sesion.identidad)',
    poner: 'usuarios.porId(String(Object(req.body).id ?? sesion.identidad))',
    veras: 'La cuenta es la de sesion.identidad, diga lo que diga el cuerpo',
    porque: 'El cuerpo lo escribe quien llama: con su token y el `id` de otra persona, entraría como ella.',
    arreglo: 'Busca solo con `sesion.identidad`, que sale del almacén.',
  },
  {
    escribes: '`return entregar(…)`',
    buscar: "res.set('Cache-Control', 'no-store').json(entregar(usuario, sesion, res))",
    poner: 'return entregar(usuario, sesion, res) as never',
    veras: 'Nadie responde: termina con res.json(…)',
    porque: 'Express no mira lo que devuelve un controlador: la solicitud se queda esperando.',
    arreglo: 'Termina con `res.set(…).json(…)`.',
  },
  {
    escribes: '`.send(JSON.stringify(…))`',
    buscar: '.json(entregar(usuario, sesion, res))',
    poner: '.send(JSON.stringify(entregar(usuario, sesion, res)))',
    veras: 'La respuesta no dice que es JSON: usa res.json(…), que pone Content-Type',
    porque: 'A un texto, `send` le pone `text/html`: quien lo recibe no lo lee como JSON.',
    arreglo: 'Termina con `.json(…)`.',
  },
  {
    escribes: '`console.error(token)` en el `catch`',
    buscar: 'throw rechazada(cause)',
    poner: "console.error('Token rechazado', token)\n    throw rechazada(cause)",
    veras: REGISTRO,
    porque: 'Uno rechazado con un secreto que se cambió, o por un fallo tuyo, puede valer mañana.',
    arreglo: 'Escribe, si acaso, el mensaje del error, que no lleva el token.',
  },
  {
    escribes: '`console.log(req.body)`',
    buscar: "if (typeof token !== 'string') throw",
    poner: "console.log(req.body)\n    if (typeof token !== 'string') throw",
    veras: REGISTRO,
    porque: 'Quien lea el registro antes de que Ana renueve tiene su sesión.',
    arreglo: 'Quita esa línea o escribe solo el `sid`.',
  },
  {
    escribes: '`rechazada({ cause, token })`',
    buscar: 'throw rechazada(cause)',
    poner: 'throw rechazada({ cause, token })',
    veras: 'El error acaba en el registro: no pongas en él el token, tampoco en cause',
    porque: 'Quien registra un error escribe también su `cause`, y con ella el token.',
    arreglo: 'Deja como causa el error de jsonwebtoken: `rechazada(cause)`.',
  },
  {
    escribes: "`if (process.env.NODE_ENV === 'development') return jwt.decode(token)`",
    buscar: '  try {\n    const { sid, numero }',
    poner: `  if (process.env.NODE_ENV === 'development') return jwt.decode(token) as never
  try {
    const { sid, numero }`,
    veras: 'Con NODE_ENV=development no lanzas ese 401 con esas palabras: haz lo mismo en cualquier entorno',
    porque: 'Con una variable mal puesta en el servidor, cualquiera escribe el token que quiera.',
    arreglo: 'Verifica siempre; para probar, crea el token con `crearRenovacion`.',
  },
  {
    escribes: "`console.log(clave.export().toString('hex'))`",
    buscar: `return ${DERIVADA}`,
    poner: `const clave = ${DERIVADA}
  console.log(clave.export().toString('hex'))
  return clave`,
    veras: 'La consola es un registro: no escribas la clave ni el secreto',
    porque: 'Quien lea el registro firma renovaciones de cualquier sesión.',
    arreglo: 'Quita esa línea: una clave no se escribe en ninguna parte.',
  },
  {
    escribes: '`renovar(…).then(…)`, sin `return`',
    buscar: `    const sesion = await renovar(sesiones, leerRenovacion(token, clave))
    const usuario = usuarios.porId(sesion.identidad)
    if (!usuario) throw new ErrorHttp(401, 'Usuario no encontrado')
    res.set('Cache-Control', 'no-store').json(entregar(usuario, sesion, res))
`,
    poner: `    renovar(sesiones, leerRenovacion(token, clave)).then((sesion) => {
      const usuario = usuarios.porId(sesion.identidad)
      if (!usuario) throw new ErrorHttp(401, 'Usuario no encontrado')
      res.set('Cache-Control', 'no-store').json(entregar(usuario, sesion, res))
    })
`,
    veras:
      'Nadie responde: lanza el error con throw, sin un catch que lo tape ni una promesa sin await ni return',
    porque:
      'Nadie espera esa promesa: su error no llega a Express, que no responde, y Node puede parar el servidor.',
    arreglo: 'Espérala con `await`, o devuélvela.',
  },
  {
    escribes: '`secreto.export().toString()`',
    buscar: "createHmac('sha256', secreto)",
    poner: "createHmac('sha256', secreto.export().toString())",
    veras:
      'Dos secretos distintos dan la misma clave: da a createHmac el KeyObject, sin pasarlo por un texto',
    porque:
      'Un secreto son bytes al azar, y casi la mitad no forman letras: en un texto, todos esos son el mismo signo.',
    arreglo: 'Pasa el `KeyObject` tal cual: `createHmac("sha256", secreto)`.',
  },
  {
    escribes: 'compartir entre pestañas la renovación en curso de cada `sid`',
    buscar: 'const avanzada = await sesiones.avanzar(sid, numero)',
    poner: `const comun = renovar as { enCurso?: Map<string, Promise<Sesion | undefined>> }
  comun.enCurso ??= new Map()
  const { enCurso } = comun
  const suya = enCurso.get(sid) ?? Promise.resolve(sesiones.avanzar(sid, numero))
  enCurso.set(sid, suya)
  const avanzada = await suya.finally(() => enCurso.delete(sid))`,
    veras:
      'Un número viejo llega mientras se renueva con el último y recibe su sucesor: mira el número de cada uno',
    porque:
      'Quien robó un token viejo recibe el de Ana si llega mientras ella renueva, y la sesión no se cierra.',
    arreglo: 'Llama a `avanzar` con el número de cada solicitud: el almacén ya separa a las dos.',
  },
  {
    escribes: '`.catch(() => undefined)` detrás de `avanzar`',
    buscar: 'await sesiones.avanzar(sid, numero)',
    poner: 'await Promise.resolve(sesiones.avanzar(sid, numero)).catch(() => undefined)',
    veras: 'El almacén falla en avanzar y lo tomas por una respuesta: deja salir su error, sin cerrar nada',
    porque: 'Un corte de red de un segundo cerraría la sesión de todos los que renuevan en él.',
    arreglo: 'Deja salir el error de `avanzar`: no dice nada del token.',
  },
  {
    escribes: '`.catch(() => {})` detrás de `cerrar`',
    buscar: 'await sesiones.cerrar(sid)',
    poner: 'await Promise.resolve(sesiones.cerrar(sid)).catch(() => {})',
    veras: 'cerrar falla y lo callas: la sesión sigue abierta y nadie lo sabe; deja salir su error',
    porque: 'El token robado se descubrió, y quien tiene el último sigue dentro.',
    arreglo: 'Quita el `catch`: el error acaba en los registros y la sesión se puede volver a cerrar.',
  },
  {
    escribes: "firmar con `expiresIn: '8h'`",
    buscar: 'jwt.sign({ sid, numero, iat: renovada, exp: expira }, clave, { algorithm: ALGORITMO })',
    poner: "jwt.sign({ sid, numero }, clave, { algorithm: ALGORITMO, expiresIn: '8h' })",
    veras: 'Con el mismo sid y numero sale otro texto: iat es renovada y exp es expira, los de la sesión',
    porque:
      'Cada vez que se firma cambia la hora: quien repite recibe otro texto, que además dice durar más que la sesión.',
    arreglo: 'Deja `crearRenovacion` como estaba: firma `iat` y `exp` con lo que guarda la sesión.',
  },
  {
    escribes: 'aceptar también `req.query.refresh_token`',
    buscar: `if (typeof token !== 'string') throw new ErrorDeToken()
    const sesion = await renovar(sesiones, leerRenovacion(token, clave))`,
    poner: `const suyo = token ?? req.query.refresh_token
    if (typeof suyo !== 'string') throw new ErrorDeToken()
    const sesion = await renovar(sesiones, leerRenovacion(suyo, clave))`,
    veras:
      'Renuevas con un token que va en la dirección, y ella acaba en los registros: léelo solo del cuerpo',
    porque:
      'Las direcciones se guardan en registros, en proxies y en el historial: quien las lea tiene la sesión.',
    arreglo: 'Usa solo `token`, que sale de `req.body`.',
  },
  {
    escribes: 'el día en lo que se deriva, para cambiar de clave',
    buscar: `return ${DERIVADA}`,
    poner: `const hoy = new Date().toISOString().slice(0, 10)
  return createSecretKey(createHmac('sha256', secreto).update('renovar' + hoy).digest())`,
    veras: OTRA_CLAVE,
    porque: 'A medianoche dejan de valer todos los tokens de renovación, y todo el mundo sale a la vez.',
    arreglo: 'Deriva solo del secreto; para cambiar de clave se cambia el secreto.',
  },
  {
    escribes: '`Promise.all([sesiones.buscar(sid), sesiones.avanzar(sid, numero)])`',
    buscar: `const avanzada = await sesiones.avanzar(sid, numero)
  if (avanzada) return avanzada
  const actual = await sesiones.buscar(sid)`,
    poner: `const [actual, avanzada] = await Promise.all([sesiones.buscar(sid), sesiones.avanzar(sid, numero)])
  if (avanzada) return avanzada`,
    veras: 'Echas a Ana con dos pestañas: llama a buscar cuando avanzar ya respondió',
    porque:
      'Si `avanzar` tarda más, `buscar` lee la sesión de antes de que la otra pestaña avanzara, y su número ya no es el siguiente.',
    arreglo: 'Espera a `avanzar` y, solo si dio `undefined`, llama a `buscar`.',
  },
  {
    escribes: '`secreto.export().subarray(0, 32)`',
    buscar: "createHmac('sha256', secreto)",
    poner: "createHmac('sha256', secreto.export().subarray(0, 32))",
    veras: 'Solo cuentan los primeros bytes del secreto: da a createHmac el KeyObject entero',
    porque: 'Con dos secretos que empiezan igual sale la misma clave, y cambiar el final no cambia nada.',
    arreglo: 'Pasa el `KeyObject` tal cual: `createHmac` admite cualquier longitud.',
  },
  {
    escribes: '`numero > 100` en `leerRenovacion`',
    buscar: "typeof numero !== 'number') throw",
    poner: "typeof numero !== 'number' || numero > 100) throw",
    veras:
      'Rechazas o cambias un sid largo o con mayúsculas, o un número alto: devuélvelos como vienen, sin tope',
    porque: 'Con tokens de un minuto se llega a cien antes de dos horas, y Ana tendría que entrar otra vez.',
    arreglo: 'Mira solo los tipos: el número lo comprueba `avanzar`.',
  },
  {
    escribes: 'un tope de renovaciones por sesión',
    buscar: 'const avanzada = await',
    poner: 'if (numero >= 500) throw rechazada()\n  const avanzada = await',
    veras: 'El último token es el número 1000 y lo rechazas: se renueva cuanto haga falta, sin tope',
    porque: 'El final de una sesión es una hora, su `expira`, y no cuántas veces se usó.',
    arreglo: 'Quita el tope: la sesión acaba sola a las ocho horas.',
  },
  {
    escribes: 'admitir una sola repetición de cada número',
    buscar: 'if (actual?.numero === numero + 1 && ahora - actual.renovada <= MARGEN) return actual',
    poner: `const comun = renovar as { repetidos?: Set<string> }
  comun.repetidos ??= new Set()
  const primera = !comun.repetidos.has(sid + numero)
  comun.repetidos.add(sid + numero)
  if (primera && actual?.numero === numero + 1 && ahora - actual.renovada <= MARGEN) return actual`,
    veras: 'Repiten varias pestañas dentro de MARGEN y una no pasa: cuentan los segundos, no las veces',
    porque: 'Un navegador que se abre con cinco pestañas renueva cinco veces a la vez, y Ana queda fuera.',
    arreglo: 'Mira solo el número y el tiempo.',
  },
  {
    escribes: 'rechazar la sesión que lleva una hora sin usarse',
    buscar: 'const avanzada = await',
    poner: `const antes = await sesiones.buscar(sid)
  if (antes && Date.now() / 1000 - antes.renovada > 60 * 60) throw rechazada()
  const avanzada = await`,
    veras:
      'Falta poco para que acabe la sesión: ni la rechaces ni abras otra; dura ocho horas, se use o no, y siempre con MARGEN',
    porque: 'Ana vuelve de comer con el último token, que nadie ha usado, y tiene que entrar otra vez.',
    arreglo: 'Quita esa condición: cuándo acaba una sesión lo decide el almacén.',
  },
  {
    escribes: 'volver a buscar la sesión que dio `avanzar`',
    buscar: 'if (avanzada) return avanzada',
    poner: 'if (avanzada) return (await sesiones.buscar(sid)) as Sesion',
    veras:
      'La sesión se cerró después de avanzar y devuelves undefined: da la que dio avanzar, sin pedirla otra vez',
    porque: 'Entre las dos llamadas se puede cerrar la sesión, y la ruta responde 500.',
    arreglo: 'Devuelve `avanzada`.',
  },
  {
    escribes: 'volver a buscar en la ruta la sesión que dio `renovar`',
    buscar: 'const sesion = await renovar(sesiones, leerRenovacion(token, clave))',
    poner: `const leida = leerRenovacion(token, clave)
    await renovar(sesiones, leida)
    const sesion = (await sesiones.buscar(leida.sid)) as Sesion`,
    veras:
      'La sesión se cerró entretanto y la ruta tropieza: entrega la que da renovar, sin buscarla otra vez',
    porque:
      'Si la sesión se cierra entre las dos llamadas, `buscar` da `undefined` y la respuesta es un 500.',
    arreglo: 'Guarda lo que devuelve `renovar` y dáselo a `entregar`.',
  },
  {
    escribes: 'aceptar también la cookie `refresh_token`',
    buscar: `if (typeof token !== 'string') throw new ErrorDeToken()
    const sesion = await renovar(sesiones, leerRenovacion(token, clave))`,
    poner: `const enCookie = /(?:^|; )refresh_token=([^;]*)/.exec(req.get('Cookie') ?? '')?.[1]
    const suyo = token ?? enCookie
    if (typeof suyo !== 'string') throw new ErrorDeToken()
    const sesion = await renovar(sesiones, leerRenovacion(suyo, clave))`,
    veras:
      'Renuevas con una cookie, que el navegador envía aunque llame otra página: lee el token solo del cuerpo',
    porque: 'Con una cookie, otra página renueva en nombre de Ana. De eso trata la lección 10.',
    arreglo: 'Usa solo `token`, que sale de `req.body`.',
  },
  {
    escribes: 'aceptar el token de renovación en `Authorization`',
    buscar: `if (typeof token !== 'string') throw new ErrorDeToken()
    const sesion = await renovar(sesiones, leerRenovacion(token, clave))`,
    poner: `const suyo = token ?? req.get('Authorization')?.slice('Bearer '.length)
    if (typeof suyo !== 'string') throw new ErrorDeToken()
    const sesion = await renovar(sesiones, leerRenovacion(suyo, clave))`,
    veras:
      'Renuevas con un token que llega con otro nombre o en un encabezado: léelo solo de refresh_token, en el cuerpo',
    porque:
      'Es como lo hace Flask. Aquí `Authorization` es del token de acceso, y sin `refresh_token` se responde «Token faltante».',
    arreglo: 'Usa solo `token`, que sale de `req.body`.',
  },
  {
    escribes: 'devolver siempre el mismo objeto',
    buscar: 'return { sid, numero }',
    poner: `const leida: object = (Object(rechazada).leida ??= {})
    return Object.assign(leida, { sid, numero })`,
    veras: 'Leer otro token cambió lo que diste por el primero: devuelve un objeto nuevo cada vez',
    porque: 'Dos solicitudes a la vez leen cada una su token, y una acaba con la sesión de la otra.',
    arreglo: 'Devuelve `{ sid, numero }`.',
  },
  {
    escribes: 'cambiar el número de la renovación que se recibe',
    buscar: 'sesiones.avanzar(sid, numero)',
    poner: 'sesiones.avanzar(sid, renovacion.numero++)',
    veras: 'Cambias la renovación que recibes: quien repita con ella pedirá otro número; solo léela',
    porque: 'Lo que se recibe es de quien llama: si la respuesta se pierde, repetirá con lo que tiene.',
    arreglo: 'Usa `numero`, y no escribas en `renovacion`.',
  },
  {
    escribes: 'recordar aparte la última renovación',
    buscar: `const avanzada = await sesiones.avanzar(sid, numero)
  if (avanzada) return avanzada`,
    poner: `const recientes: Map<string, Sesion> = (Object(sesiones).recientes ??= new Map())
  const reciente = recientes.get(sid)
  if (reciente?.numero === numero + 1 && Date.now() / 1000 - reciente.renovada <= MARGEN) return reciente
  const avanzada = await sesiones.avanzar(sid, numero)
  if (avanzada) {
    recientes.set(sid, { ...avanzada })
    return avanzada
  }`,
    veras:
      'Ana cerró la sesión y un token recién usado la renueva: pregunta cada vez al almacén, sin recordar nada aparte',
    porque: 'Quien robó el token tiene diez segundos más después de que Ana cierre la sesión.',
    arreglo: 'Lo que pasó antes lo sabe el almacén: búscalo en cada llamada.',
  },
  {
    escribes: 'llamar a `next()` después de responder',
    buscar: `return async function renovarSesion(req, res) {
    const { refresh_token: token }: Record<string, unknown> = Object(req.body)`,
    poner: `return async function renovarSesion(req, res, next) {
    res.once('finish', () => next())
    const { refresh_token: token }: Record<string, unknown> = Object(req.body)`,
    veras: 'Sigues con next() después de responder: la ruta acaba en res.json(…)',
    porque:
      'Lo que va detrás se ejecuta con una respuesta que ya salió: al registro llega un 404 de cada renovación.',
    arreglo: 'Quita `next`: `res.json` termina.',
  },
  {
    escribes: 'guardar la respuesta fuera de la función',
    buscar: 'return async function renovarSesion(req, res) {',
    poner: `return async function renovarSesion(req, suya) {
    Object(entregar).res = suya
    const res = { set: (...campo: [string, string]) => Object(entregar).res.set(...campo) } as Response`,
    veras:
      'Dos personas renuevan a la vez y una no recibe lo suyo: no guardes nada de una solicitud fuera de su función',
    porque: 'La función atiende muchas solicitudes a la vez: los tokens de una persona llegan a otra.',
    arreglo: 'Usa `res`, el de cada solicitud.',
  },
  {
    escribes: 'guardar lo que dio `entregar`',
    buscar: `res.set('Cache-Control', 'no-store').json(entregar(usuario, sesion, res))`,
    poner: `const dadas: Record<string, object> = (Object(entregar).dadas ??= {})
    const dada = (dadas[JSON.stringify(sesion)] ??= entregar(usuario, sesion, res))
    res.set('Cache-Control', 'no-store').json(dada)`,
    veras:
      'Quien repite recibe el token de acceso de antes: llama a entregar en cada solicitud, sin guardar lo que dio',
    porque: 'Con cookies, `entregar` escribe en `res`: quien repite no recibiría ninguna.',
    arreglo: 'Responde siempre con lo que dé `entregar(usuario, sesion, res)`.',
  },
  {
    escribes: '`sid.toLowerCase()`',
    buscar: '    return { sid, numero }',
    poner: '    return { sid: sid.toLowerCase(), numero }',
    veras:
      'Rechazas o cambias un sid largo o con mayúsculas, o un número alto: devuélvelos como vienen, sin tope',
    porque: 'Una lista de sesiones que distingue mayúsculas no encuentra ninguna.',
    arreglo: 'Devuelve el sid como viene.',
  },
]
