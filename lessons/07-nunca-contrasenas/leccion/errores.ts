import type { ErrorTipico } from '#comun/leccion.ts'

const ENUMERA = 'Enumera lo que sale: si quitas lo que sobra, el próximo campo se publica solo'
/** Lo que se lee cuando unos claims pasan y no deben. */
const otraVez = (claim: string) =>
  `La segunda vez que llega «${claim}» ya no lanzas: no cambies CLAIMS_PUBLICOS ni recuerdes de qué avisaste`
const conClaims = (claims: string) =>
  `Con ${claims} no lanzas: solo puede viajar lo que trae CLAIMS_PUBLICOS, que es rol`
const MISMO_RESUMEN =
  'La misma contraseña da dos veces el mismo resumen: usa randomBytes(16) en cada llamada y no recuerdes ninguno'
const SAL_NUEVA = 'La sal es nueva y toda al azar cada vez: usa randomBytes(16) dentro de resumir'
const TAL_CUAL = 'La contraseña entra tal cual: ni trim(), ni minúsculas, ni recortes, ni normalize()'
const ES_SUYA =
  'Es su contraseña y das false: deriva tal cual, con COSTE y los bytes de la sal guardada (resumir pone otra)'
const SIN_COMPARAR =
  'Es su contraseña y das false sin usar timingSafeEqual: mira qué mides, y no llames a resumir, que pone otra sal'
const NI_TRUE_NI_FALSE =
  'comprobar no da true ni false: ¿falta un await o un return, o comparas textos o tamaños distintos?'
const TIEMPO_CONSTANTE =
  'Decide solo timingSafeEqual, que mira todo: ===, equals o un bucle, delante o en su lugar, paran antes o miran menos'
const ROBADO = 'Ni lo guardado ni un texto vacío son su contraseña: quien roba los resúmenes no puede entrar'
const ESTROPEADO =
  'Un resumen estropeado da false sin lanzar: mira antes si su hash mide BYTES bytes; sin await, un catch no lo atrapa'
const SIN_PARTES =
  "Un resumen sin «:» da false sin lanzar: dale '' a la parte que falta; sin await, un catch no lo atrapa"
const NO_COINCIDE =
  'Si al hash le faltan, le sobran o le cambian bytes, no coincide: mira que mida BYTES, sin cortarlo ni rellenarlo'

export const errores: ErrorTipico[] = [
  {
    escribes: "`createHash('sha256').update(sal).update(contrasena)`",
    buscar: 'const hash = await derivar(contrasena, sal, BYTES, COSTE)',
    poner:
      "const hash = (await import('node:crypto')).createHash('sha256').update(sal).update(contrasena).digest()",
    veras: 'SHA-256 es rápido, también para quien ataca: usa derivar',
    porque:
      'SHA-256 está hecho para ser rápido, y esa rapidez también sirve a quien roba la tabla de cuentas.',
    arreglo: 'Calcula el hash con `derivar`, que usa scrypt: lento a propósito, y tanto como elijas.',
    enPagina: true,
  },
  {
    escribes: '`derivar(contrasena, sal, BYTES)`, sin `COSTE`',
    buscar: 'const hash = await derivar(contrasena, sal, BYTES, COSTE)',
    poner: 'const hash = await derivar(contrasena, sal, BYTES)',
    veras: 'Falta COSTE: sin él, scrypt trabaja cinco veces menos',
    porque: 'Sin opciones, Node usa `p: 1`, y cada intento de quien ataca le cuesta cinco veces menos.',
    arreglo: 'Pasa `COSTE` como cuarto argumento, en `resumir` y en `comprobar`.',
  },
  {
    escribes: 'una sal fija: `Buffer.alloc(16)`',
    buscar: 'const sal = randomBytes(16)',
    poner: 'const sal = Buffer.alloc(16)',
    veras: MISMO_RESUMEN,
    porque:
      'Con la misma sal, dos personas con la misma contraseña tienen el mismo hash: quien adivina una, adivina las dos.',
    arreglo: 'Pide la sal con `randomBytes(16)` en cada llamada y guárdala junto al hash.',
    enPagina: true,
  },
  {
    escribes: 'una sal hecha con `Math.random`',
    buscar: 'const sal = randomBytes(16)',
    poner: 'const sal = Buffer.alloc(16, Math.floor(Math.random() * 256))',
    veras: MISMO_RESUMEN,
    porque: '`Math.random` se puede deducir, y quien roba la tabla prepara los cálculos antes.',
    arreglo: 'Pide la sal con `randomBytes(16)`.',
  },
  {
    escribes: '`contrasena.trim()` al guardar',
    buscar: 'const hash = await derivar(contrasena,',
    poner: 'const hash = await derivar(contrasena.trim(),',
    veras: TAL_CUAL,
    porque:
      'Un espacio también es parte de la contraseña: quien lo puso deja de poder entrar, o entra sin él.',
    arreglo: 'Deriva `contrasena` sin retocarla, aquí y en `comprobar`.',
  },
  {
    escribes: '`contrasena.toLowerCase()` al guardar',
    buscar: 'const hash = await derivar(contrasena,',
    poner: 'const hash = await derivar(contrasena.toLowerCase(),',
    veras: TAL_CUAL,
    porque: 'Sin mayúsculas hay muchas menos contraseñas que probar.',
    arreglo: 'Deriva `contrasena` tal cual llega.',
  },
  {
    escribes: "`randomBytes(16).toString('hex')` como sal",
    buscar: 'const sal = randomBytes(16)',
    poner: "const sal = randomBytes(16).toString('hex')",
    veras: 'Deriva con los bytes de la sal, no con su texto hexadecimal',
    porque: 'Se deriva con los 32 caracteres del texto, y al comprobar se leen los 16 bytes que representan.',
    arreglo: "Deriva con el `Buffer` y usa `toString('hex')` solo al escribir el resumen.",
  },
  {
    escribes: "`toString('base64')` en el resumen",
    buscar: "hash.toString('hex')}",
    poner: "hash.toString('base64')}",
    veras: 'El resumen es sal:hash: 16 bytes y BYTES bytes, los dos con toString("hex")',
    porque: 'Las cuentas que ya existen están en hexadecimal y hay que poder leer unas y otras igual.',
    arreglo: "Escribe las dos partes con `toString('hex')`.",
  },
  {
    escribes: 'derivar con otra sal al comprobar',
    buscar: "Buffer.from(sal, 'hex'), BYTES, COSTE)",
    poner: 'randomBytes(16), BYTES, COSTE)',
    veras: ES_SUYA,
    porque: 'Con otra sal el resultado es otro, y ni la contraseña buena coincide.',
    arreglo: "Lee la sal del resumen con `split(':')` y pásala a bytes con `Buffer.from(sal, 'hex')`.",
  },
  {
    escribes: '`contrasena.trim()` al comprobar',
    buscar: 'const obtenido = await derivar(contrasena,',
    poner: 'const obtenido = await derivar(contrasena.trim(),',
    veras: TAL_CUAL,
    porque: 'Abre la cuenta una contraseña que no es la suya.',
    arreglo: 'Deriva `contrasena` sin retocarla.',
  },
  {
    escribes: '`hash.length !== BYTES`',
    buscar: 'if (esperado.length !== BYTES)',
    poner: 'if (hash.length !== BYTES)',
    veras: SIN_COMPARAR,
    porque: '`hash` es un texto de 64 cifras, y `BYTES` cuenta bytes: nunca coinciden.',
    arreglo: 'Mide el `Buffer`: `esperado.length`.',
  },
  {
    escribes: '`timingSafeEqual` sin esperar a `derivar`',
    buscar: 'const obtenido = await derivar',
    poner: 'const obtenido: any = derivar',
    veras: NI_TRUE_NI_FALSE,
    porque: '`derivar` devuelve una promesa, y `timingSafeEqual` lanza si no recibe bytes.',
    arreglo: 'Escribe `await` delante de `derivar`.',
  },
  {
    escribes: "`hash === obtenido.toString('hex')`",
    buscar: 'timingSafeEqual(esperado, obtenido)',
    poner: "hash === obtenido.toString('hex')",
    veras: TIEMPO_CONSTANTE,
    porque:
      '`===` puede parar en el primer carácter distinto, y ese tiempo cuenta cuánto se acertó; además, compara cómo se escribe el hash y no sus bytes.',
    arreglo: 'Compara los dos `Buffer` con `timingSafeEqual`, que tarda lo mismo coincidan o no.',
    enPagina: true,
  },
  {
    escribes: '`esperado.equals(obtenido)`',
    buscar: 'timingSafeEqual(esperado, obtenido)',
    poner: 'esperado.equals(obtenido)',
    veras: TIEMPO_CONSTANTE,
    porque: 'Compara bytes, pero puede parar en el primero distinto, y ese tiempo se mide.',
    arreglo: 'Cambia `equals` por `timingSafeEqual`.',
  },
  {
    escribes: '`esperado.every((byte, i) => byte === obtenido[i])`',
    buscar: 'timingSafeEqual(esperado, obtenido)',
    poner: 'esperado.every((byte, i) => byte === obtenido[i])',
    veras: TIEMPO_CONSTANTE,
    porque: '`every` para en el primer byte distinto: lo que tarda dice cuántos se acertaron.',
    arreglo: 'Usa `timingSafeEqual`, que los mira todos.',
  },
  {
    escribes: 'comparar antes el primer byte',
    buscar: 'return timingSafeEqual(',
    poner: 'if (esperado[0] !== obtenido[0]) return false\n  return timingSafeEqual(',
    veras: TIEMPO_CONSTANTE,
    porque: 'El atajo responde antes a casi todo, y esa diferencia se mide.',
    arreglo: 'Después de derivar, lo único que se hace es `timingSafeEqual`.',
  },
  {
    escribes: '`!timingSafeEqual(…)`',
    buscar: 'return timingSafeEqual(',
    poner: 'return !timingSafeEqual(',
    veras: 'comprobar responde al revés',
    porque: 'Rechaza la contraseña buena y acepta todas las demás.',
    arreglo: 'Quita el `!`: `timingSafeEqual` ya da `true` si son iguales.',
  },
  {
    escribes: 'comparar solo el comienzo del hash',
    buscar: 'timingSafeEqual(esperado, obtenido)',
    poner: 'timingSafeEqual(esperado.subarray(0, 8), obtenido.subarray(0, 8))',
    veras: NO_COINCIDE,
    porque: 'Con menos bytes hay más contraseñas que coinciden.',
    arreglo: 'Compara los `BYTES` bytes.',
  },
  {
    escribes: '`timingSafeEqual` sin mirar antes el tamaño',
    buscar: 'if (esperado.length !== BYTES) return false',
    poner: 'if (!esperado) return false',
    veras: ESTROPEADO,
    porque: '`timingSafeEqual` lanza si los tamaños difieren, y una fila estropeada acaba en un 500.',
    arreglo: 'Devuelve `false` si el hash guardado no mide `BYTES`.',
    enPagina: true,
  },
  {
    escribes: "`const [sal, hash] = resumen.split(':')`, sin `= ''`",
    buscar: "hash = ''] = resumen.split(':')",
    poner: "hash] = resumen.split(':') as [string, string]",
    veras: SIN_PARTES,
    porque: 'Sin «:», `split` da una sola parte: `hash` es `undefined` y `Buffer.from` lanza.',
    arreglo: "Da a las dos un valor por defecto: `const [sal = '', hash = ''] = …`.",
  },
  {
    escribes: '`catch { return true }`',
    buscar: `  const [sal = '', hash = ''] = resumen.split(':')
  const esperado = Buffer.from(hash, 'hex')
  if (esperado.length !== BYTES) return false
  const obtenido = await derivar(contrasena, Buffer.from(sal, 'hex'), BYTES, COSTE)
  return timingSafeEqual(esperado, obtenido)
`,
    poner: `  try {
    const [sal = '', hash = ''] = resumen.split(':')
    const esperado = Buffer.from(hash, 'hex')
    if (esperado.length !== BYTES) return false
    const obtenido = await derivar(contrasena, Buffer.from(sal, 'hex'), BYTES, COSTE)
    return timingSafeEqual(esperado, obtenido)
  } catch {
    return true
  }
`,
    veras: 'Sin un resumen con el que comparar, das true: si algo falla, es false; no recuerdes contraseñas',
    porque: 'Una cuenta a la que le falta el resumen se abre con cualquier contraseña.',
    arreglo: 'Lo que no se puede comprobar no se da por bueno: devuelve `false`.',
  },
  {
    escribes: 'derivar tantos bytes como mida el hash guardado',
    buscar: `  if (esperado.length !== BYTES) return false
  const obtenido = await derivar(contrasena, Buffer.from(sal, 'hex'), BYTES, COSTE)`,
    poner: "  const obtenido = await derivar(contrasena, Buffer.from(sal, 'hex'), esperado.length, COSTE)",
    veras: NO_COINCIDE,
    porque:
      'Si el hash guardado está vacío, se comparan cero bytes con cero bytes: entra cualquier contraseña.',
    arreglo: 'Deriva siempre `BYTES` bytes y rechaza un hash que no los mida.',
  },
  {
    escribes: 'dar por buena cualquier contraseña con un hash bien formado',
    buscar: 'return timingSafeEqual(esperado, obtenido)',
    poner: 'return esperado.length === obtenido.length',
    veras: 'Cualquier contraseña abre la cuenta: compara los dos hashes',
    porque: 'Todos los hashes miden lo mismo: el tamaño no dice nada de la contraseña.',
    arreglo: 'Devuelve lo que diga `timingSafeEqual` de los dos `Buffer`.',
  },
  {
    escribes: '`const { resumen, ...resto } = usuario`',
    buscar: 'return { id: String(usuario.id), rol: usuario.rol }',
    poner: 'const { resumen, email, ...resto } = usuario\n  return { ...resto, id: String(usuario.id) }',
    veras: ENUMERA,
    porque:
      'Es una lista de prohibidos: el teléfono que alguien agregue mañana sale sin que nadie lo decida.',
    arreglo: 'Escribe un objeto con `id` y `rol`, y nada más.',
    enPagina: true,
  },
  {
    escribes: '`id: usuario.id`, sin `String`',
    buscar: 'id: String(usuario.id)',
    poner: 'id: usuario.id as never',
    veras: 'El id sale entero y como texto: String(usuario.id)',
    porque: 'El cliente conoce el id por `sub`, que es un texto: `1` y `"1"` no son iguales con `===`.',
    arreglo: 'Conviértelo con `String(usuario.id)`.',
  },
  {
    escribes: 'borrar campos de la propia cuenta',
    buscar: 'return { id: String(usuario.id), rol: usuario.rol }',
    poner: `const cuenta: Record<string, unknown> = usuario as never
  for (const campo of Object.keys(cuenta)) {
    if (campo === 'id') cuenta.id = String(usuario.id)
    else if (campo !== 'rol') delete cuenta[campo]
  }
  return cuenta as never`,
    veras: 'Devuelves la misma cuenta que recibes: escribe un objeto nuevo, con id y rol',
    porque: 'Es la cuenta del almacén: sin su resumen, esa persona ya no puede iniciar sesión.',
    arreglo: 'Escribe un objeto nuevo con `id` y `rol`.',
  },
  {
    escribes: "una lista de prohibidos: `['password', 'resumen', …]`",
    buscar: '!CLAIMS_PUBLICOS.includes(nombre)',
    poner: "['password', 'contrasena', 'resumen', 'email'].includes(nombre)",
    veras: conClaims('{"pa":0}'),
    porque: 'Solo detiene lo que alguien recordó prohibir; `telefono` no estaba en la lista y viaja.',
    arreglo: 'Pregunta si el claim está en `CLAIMS_PUBLICOS` y lanza si no está.',
    enPagina: true,
  },
  {
    escribes: 'quitar el claim que sobra en vez de lanzar',
    buscar: 'if (sobra !== undefined) throw',
    poner: 'if (sobra !== undefined) delete (claims as Record<string, unknown>)[sobra]\n  if (!claims) throw',
    veras: conClaims('{"password":"girasol","rol":"admin"}'),
    porque:
      'El fallo queda escondido: quien lo cometió cree que su claim viaja. Y si sobran dos, el segundo se cuela.',
    arreglo: 'Lanza un `Error`: un claim de más es un fallo nuestro y se ve en la primera prueba.',
  },
  {
    escribes: '`some` donde hace falta mirar todos',
    buscar: 'const sobra = Object.keys(claims).find((nombre) => !CLAIMS_PUBLICOS.includes(nombre))',
    poner:
      'const hay = Object.keys(claims).some((nombre) => CLAIMS_PUBLICOS.includes(nombre))\n  const sobra = hay ? undefined : Object.keys(claims)[0]',
    veras: conClaims('{"password":"girasol","rol":"admin"}'),
    porque: 'Basta un claim permitido para que pasen con él todos los demás.',
    arreglo: 'Busca uno que **no** esté en la lista: con `find`, o con `every` al revés.',
  },
  {
    escribes: 'mirar solo el primer claim',
    buscar: '.find((nombre) => !CLAIMS_PUBLICOS.includes(nombre))',
    poner: '.slice(0, 1).find((nombre) => !CLAIMS_PUBLICOS.includes(nombre))',
    veras:
      'Con {"rol":"admin","password":"girasol"} no lanzas, y con ese claim delante sí: míralos todos antes de devolver claims',
    porque: 'Basta con que el primero esté permitido para que viajen los demás.',
    arreglo: 'Mira todos.',
  },
  {
    escribes: '`return new Error(…)`',
    buscar: 'throw new Error(`',
    poner: 'return new Error(`',
    veras: 'Devuelves el error: lánzalo con throw',
    porque: 'El error acaba dentro de `propios` y se firma como si fueran los claims.',
    arreglo: 'Cambia `return` por `throw`.',
  },
  {
    escribes: 'un texto con `throw`',
    buscar: 'throw new Error(`El',
    poner: 'throw String(`El',
    veras: 'Lanza un Error, no otra cosa: throw new Error(…)',
    porque: 'Un texto no lleva la pila de llamadas, que es lo que dice dónde está el descuido.',
    arreglo: 'Lanza `new Error(…)`.',
  },
  {
    escribes: '`throw new Error("Claim no permitido")`',
    buscar: 'sobra}» no puede',
    poner: "''}» no puede",
    veras: 'El mensaje del error dice qué claim sobra',
    porque: 'Quien lea el registro sabrá que hay un claim de más, pero no cuál.',
    arreglo: 'Incluye el nombre en el mensaje. Es para el registro: el cliente recibe un 500 sin detalles.',
  },
  {
    escribes: 'olvidar `return claims`',
    buscar: '  return claims\n',
    poner: '  return undefined as never\n',
    veras: 'Cuando nada sobra, devuelve claims',
    porque: 'La llamada está dentro de `propios: …`: sin valor devuelto, el token se queda sin rol.',
    arreglo: 'Termina la función con `return claims`.',
  },
  {
    escribes: '`if (contrasena === resumen) return true`, para una migración',
    buscar: "const [sal = '', hash = ''] = resumen.split(':')",
    poner: "const [sal = '', hash = ''] = resumen.split(':')\n  if (contrasena === resumen) return true",
    veras: ROBADO,
    porque: 'Quien roba la tabla de cuentas ya tiene con qué entrar: lo guardado hace de contraseña.',
    arreglo: 'Compara siempre lo derivado, sin atajos.',
  },
  {
    escribes: '`if (!contrasena) return true`',
    buscar: 'if (esperado.length !== BYTES) return false',
    poner: 'if (esperado.length !== BYTES) return false\n  if (!contrasena) return true',
    veras: ROBADO,
    porque: 'Con el campo vacío se entra en cualquier cuenta.',
    arreglo: 'Un texto vacío se deriva y se compara como cualquier otro.',
  },
  {
    escribes: "`contrasena.normalize('NFKC')`",
    buscar: 'const hash = await derivar(contrasena, sal, BYTES',
    poner: "const hash = await derivar(contrasena.normalize('NFKC'), sal, BYTES",
    veras: TAL_CUAL,
    porque: 'Dos contraseñas distintas darían el mismo hash, y `comprobar` tendría que hacer lo mismo.',
    arreglo: '`derivar(contrasena, …)`, sin tocarla.',
  },
  {
    escribes: '`contrasena.slice(0, 72)` al comprobar',
    buscar: "derivar(contrasena, Buffer.from(sal, 'hex')",
    poner: "derivar(contrasena.slice(0, 72), Buffer.from(sal, 'hex')",
    veras: TAL_CUAL,
    porque: 'Ese límite es de bcrypt; scrypt no lo tiene, y así nadie entra con una contraseña larga.',
    arreglo: '`derivar(contrasena, …)`, sin recortarla.',
  },
  {
    escribes: '`if (!resumen) return !contrasena`',
    buscar: "const [sal = '', hash = ''] = resumen.split(':')",
    poner: "if (!resumen) return !contrasena\n  const [sal = '', hash = ''] = resumen.split(':')",
    veras: 'Un resumen vacío da false con cualquier contraseña, también con una vacía',
    porque: 'Una cuenta sin resumen se abriría sin contraseña.',
    arreglo: 'Un resumen vacío da siempre `false`.',
  },
  {
    escribes: '`!CLAIMS_PUBLICOS.join().includes(nombre)`',
    buscar: '!CLAIMS_PUBLICOS.includes(nombre)',
    poner: '!CLAIMS_PUBLICOS.join().includes(nombre)',
    veras: conClaims('{"":0}'),
    porque: 'Busca un trozo de texto: `ro` está dentro de `rol`, y el texto vacío, dentro de cualquiera.',
    arreglo: 'Pregunta al array: `CLAIMS_PUBLICOS.includes(nombre)`.',
  },
  {
    escribes: 'rechazar también unos claims sin `rol`',
    buscar: 'if (sobra !== undefined) throw',
    poner: "if (sobra !== undefined || !('rol' in claims)) throw",
    veras: 'Rechaza solo lo que sobra: sin ningún claim no sobra nada, y se devuelve claims',
    porque: 'La función dice qué puede viajar, no qué tiene que viajar.',
    arreglo: 'Mira solo si hay algún claim que no esté en la lista.',
  },
  {
    escribes: '`Buffer.concat([randomBytes(8), Buffer.alloc(8)])` como sal',
    buscar: 'const sal = randomBytes(16)',
    poner: 'const sal = Buffer.concat([randomBytes(8), Buffer.alloc(8)])',
    veras: SAL_NUEVA,
    porque: 'Mide 16 bytes, pero la mitad son ceros: hay muchas menos sales distintas.',
    arreglo: 'Pide los 16 bytes a `randomBytes(16)`.',
  },
  {
    escribes: '`hash.length !== 64`',
    buscar: 'if (esperado.length !== BYTES)',
    poner: 'if (hash.length !== 64)',
    veras: ESTROPEADO,
    porque: '64 letras que no son hexadecimal no dan ningún byte, y `timingSafeEqual` lanza.',
    arreglo: 'Mide el `Buffer`: `esperado.length`.',
  },
  {
    escribes: '`if (contrasena.length < 8) return false`',
    buscar: 'if (esperado.length !== BYTES) return false',
    poner: 'if (esperado.length !== BYTES || contrasena.length < 8) return false',
    veras:
      'Es su contraseña y das false: no mires cuánto mide ni recuerdes nada; una expresión regular con g recuerda',
    porque:
      'Cuánto ha de medir se decide al elegirla. Aquí deja fuera a quien ya la tiene, y su atajo se mide.',
    arreglo: 'Deriva y compara siempre; lo único que se mide antes es el hash guardado.',
  },
  {
    escribes: '`{ id, rol, email }`',
    buscar: 'rol: usuario.rol }',
    poner: 'rol: usuario.rol, email: usuario.email } as never',
    veras: 'El correo es un dato personal y no sale: enumera solo id y rol',
    porque: 'Está enumerado, pero sobra: quien mira la lista de cuentas se lleva los correos.',
    arreglo: 'Devuelve `id` y `rol`, y nada más.',
  },
  {
    escribes: "permitir también `'sub'`, `'iat'` y `'exp'`",
    buscar: '!CLAIMS_PUBLICOS.includes(nombre)',
    poner: "![...CLAIMS_PUBLICOS, 'sub', 'iat', 'exp'].includes(nombre)",
    veras: conClaims('{"sub":"girasol","rol":"admin"}'),
    porque:
      'Los del estándar los pone `crearToken` al firmar: con un `iat` en `propios` cambia cuándo expira.',
    arreglo: 'Permite solo lo que está en `CLAIMS_PUBLICOS`.',
  },
  {
    escribes: '`new Error(…, { cause: claims })`',
    buscar: 'no puede viajar en el token`)',
    poner: 'no puede viajar en el token`, { cause: claims })',
    veras: 'El error acaba en el registro: nombra el claim sin su valor, tampoco en cause',
    porque: 'Quien registra un error escribe también su `cause`, y con ella los valores.',
    arreglo: 'Deja en el error solo el nombre del claim.',
  },
  {
    escribes: '`nombre in permitidos`, con `permitidos = { rol: true }`',
    buscar: '!CLAIMS_PUBLICOS.includes(nombre)',
    poner: '!(nombre in { rol: true })',
    veras: conClaims('{"constructor":0}'),
    porque: '`in` mira también lo heredado, y todo objeto hereda `constructor`, `toString` y otros nombres.',
    arreglo: 'Pregunta al array: `CLAIMS_PUBLICOS.includes(nombre)`.',
  },
  {
    escribes: '`if (sobra)`',
    buscar: 'if (sobra !== undefined) throw',
    poner: 'if (sobra) throw',
    veras: conClaims('{"":0}'),
    porque: 'Un texto vacío cuenta como falso, y también es un nombre: `{ "": correo }` viajaría.',
    arreglo: 'Compara con lo que da `find` cuando no encuentra nada: `sobra !== undefined`.',
  },
  {
    escribes: '`(await resumir(contrasena)) === resumen`',
    buscar: `  const [sal = '', hash = ''] = resumen.split(':')
  const esperado = Buffer.from(hash, 'hex')
  if (esperado.length !== BYTES) return false
  const obtenido = await derivar(contrasena, Buffer.from(sal, 'hex'), BYTES, COSTE)
  return timingSafeEqual(esperado, obtenido)
`,
    poner: '  return (await resumir(contrasena)) === resumen\n',
    veras: SIN_COMPARAR,
    porque: '`resumir` pone una sal nueva cada vez: ni la contraseña buena da dos veces el mismo resumen.',
    arreglo: 'Lee la sal del resumen guardado y deriva con ella.',
  },
  {
    escribes: "`contrasena + 'pimienta'`",
    buscar: 'const hash = await derivar(contrasena, sal, BYTES',
    poner: "const hash = await derivar(contrasena + 'pimienta', sal, BYTES",
    veras:
      'Es derivar(contrasena, sal, BYTES, COSTE): la contraseña tal cual y sin agregar nada, la sal que guardas y COSTE',
    porque: 'Las cuentas que ya existen se guardaron sin ella, y ninguna podría entrar.',
    arreglo: '`derivar(contrasena, …)`, sin agregarle nada.',
  },
  {
    escribes: "`if (process.env.NODE_ENV === 'development') return true`",
    buscar: "const [sal = '', hash = ''] = resumen.split(':')",
    poner:
      "if (process.env.NODE_ENV === 'development') return true\n  const [sal = '', hash = ''] = resumen.split(':')",
    veras: 'Otra contraseña no abre la cuenta, tampoco con NODE_ENV=development: compara los hashes',
    porque: 'Basta una variable mal puesta en el servidor para que cualquiera entre en cualquier cuenta.',
    arreglo: 'Comprueba siempre igual; para probar, usa una cuenta de prueba.',
  },
  {
    escribes: '`console.log(usuario)`',
    buscar: 'return { id: String(usuario.id), rol: usuario.rol }',
    poner: 'console.log(usuario)\n  return { id: String(usuario.id), rol: usuario.rol }',
    veras: 'La consola es un registro: no escribas la cuenta, que lleva el correo y el resumen',
    porque: 'Lo que no sale por la API sale por el registro, que se guarda y lo lee más gente.',
    arreglo: 'Quita esa línea o escribe solo el `id`.',
  },
  {
    escribes: "comprobar los claims solo si `NODE_ENV` no es `'production'`",
    buscar: 'if (sobra !== undefined) throw',
    poner: "if (sobra !== undefined && process.env.NODE_ENV !== 'production') throw",
    veras: 'Con NODE_ENV=production no lanzas: lo que no puede viajar no viaja en ningún entorno',
    porque: 'Donde están los datos de verdad no se mira nada.',
    arreglo: 'Quita esa condición.',
  },
  {
    escribes: "`if (!resumen.includes(':')) return contrasena === resumen`",
    buscar: "const [sal = '', hash = ''] = resumen.split(':')",
    poner:
      "if (!resumen.includes(':')) return contrasena === resumen\n  const [sal = '', hash = ''] = resumen.split(':')",
    veras: 'Un resumen sin «:» da false: no lo compares con la contraseña, que nunca se guarda en claro',
    porque: 'Da por buenas las cuentas con la contraseña en claro, y entonces nadie las arregla.',
    arreglo: 'Un resumen sin «:» da `false`: esa persona elige otra contraseña.',
  },
  {
    escribes: "`Buffer.from(contrasena).toString('base64')`",
    buscar: "hash.toString('hex')}",
    poner: "Buffer.from(contrasena).toString('base64')}",
    veras: 'Guardas la contraseña, en claro o codificada: guarda el hash que da derivar',
    porque:
      'Codificar no es resumir: se deshace sin ninguna clave, y quien roba la tabla lee las contraseñas.',
    arreglo: 'Guarda lo que da `derivar`, de lo que no se vuelve.',
  },
  {
    escribes: 'recordar qué resúmenes ya se abrieron',
    buscar: `  const obtenido = await derivar(contrasena, Buffer.from(sal, 'hex'), BYTES, COSTE)
  return timingSafeEqual(esperado, obtenido)
  // #endregion comprobar
}
`,
    poner: `  if (abiertos.has(resumen)) return true
  const obtenido = await derivar(contrasena, Buffer.from(sal, 'hex'), BYTES, COSTE)
  const coincide = timingSafeEqual(esperado, obtenido)
  if (coincide) abiertos.add(resumen)
  return coincide
  // #endregion comprobar
}
const abiertos = new Set<string>()
`,
    veras: 'Otra contraseña abre después de la buena: no recuerdes lo que respondiste antes',
    porque: 'En cuanto Ana entra una vez, cualquiera entra en su cuenta con cualquier contraseña.',
    arreglo: 'Deriva y compara en cada llamada: que tarde es lo que se busca.',
  },
  {
    escribes: "`nombre: usuario.email.split('@')[0]`",
    buscar: 'rol: usuario.rol }',
    poner: "rol: usuario.rol, nombre: usuario.email.split('@')[0] } as never",
    veras: 'Solo salen id, como texto, y rol: escribe esos dos campos y ninguno más',
    porque: 'Está enumerado, pero sobra: media dirección de correo también es un dato personal.',
    arreglo: 'Devuelve `id` y `rol`, y nada más.',
  },
  {
    escribes: '`nombre in CLAIMS_PUBLICOS`',
    buscar: '!CLAIMS_PUBLICOS.includes(nombre)',
    poner: '!(nombre in CLAIMS_PUBLICOS)',
    veras:
      'Rechazas rol, que está en CLAIMS_PUBLICOS: lanza si includes da false; in mira índices, no valores',
    porque: 'En un array, `in` pregunta por los índices y por `length`: `rol` no está y `0` sí.',
    arreglo: 'Pregunta por los valores: `CLAIMS_PUBLICOS.includes(nombre)`.',
  },
  {
    escribes: '`if (!contrasena) return false`',
    buscar: 'if (esperado.length !== BYTES) return false',
    poner: 'if (!contrasena || esperado.length !== BYTES) return false',
    veras: 'Una contraseña vacía también se deriva y se compara: sin atajos por lo que traiga',
    porque: 'Qué contraseñas se admiten se decide al elegirlas; aquí, el atajo se mide desde fuera.',
    arreglo: 'Deriva y compara siempre; lo único que se mide antes es el hash guardado.',
  },
  {
    escribes: '`throw new Error(…)` con otra contraseña',
    buscar: 'return timingSafeEqual(esperado, obtenido)',
    poner:
      "if (!timingSafeEqual(esperado, obtenido)) throw new Error('Credenciales inválidas')\n  return true",
    veras: 'Con otra contraseña lanzas un error: comprobar no lanza nunca, da false',
    porque: 'Quien se equivoca al escribir recibiría un 500, como si fallara el servidor.',
    arreglo: 'Devuelve lo que da `timingSafeEqual`; del 401 se encarga quien llama.',
  },
  {
    escribes: 'la sal en una variable de fuera',
    buscar: `  const sal = randomBytes(16)
  const hash = await derivar(contrasena, sal, BYTES, COSTE)`,
    poner: `  const fuera = resumir as { sal?: Buffer }
  fuera.sal = randomBytes(16)
  const hash = await derivar(contrasena, fuera.sal, BYTES, COSTE)
  const { sal } = fuera`,
    veras: 'Con dos llamadas a la vez, un resumen lleva la sal del otro: declárala dentro de resumir',
    porque: 'Mientras se deriva se registra otra persona y la cambia: la primera ya no podrá entrar.',
    arreglo: 'Declárala dentro: `const sal = randomBytes(16)`.',
  },
  {
    escribes: '`esperado` en una variable de fuera',
    buscar: `  const obtenido = await derivar(contrasena, Buffer.from(sal, 'hex'), BYTES, COSTE)
  return timingSafeEqual(esperado, obtenido)`,
    poner: `  const fuera = comprobar as { esperado?: Buffer }
  fuera.esperado = esperado
  const obtenido = await derivar(contrasena, Buffer.from(sal, 'hex'), BYTES, COSTE)
  return timingSafeEqual(fuera.esperado, obtenido)`,
    veras:
      'Con dos contraseñas a la vez se mezclan sus resúmenes: declara dentro de comprobar todo lo que uses',
    porque: 'Mientras se deriva llega otra persona y lo cambia: quien escribe bien su contraseña no entra.',
    arreglo: 'Declara todo con `const` dentro de `comprobar`.',
  },
  {
    escribes: 'recordar el resumen de cada contraseña',
    buscar: `  const sal = randomBytes(16)
  const hash = await derivar(contrasena, sal, BYTES, COSTE)`,
    poner: `  const hechos = resumir as unknown as Record<string, Buffer[] | undefined>
  const [sal = randomBytes(16), hash = await derivar(contrasena, sal, BYTES, COSTE)] = hechos[contrasena] ?? []
  hechos[contrasena] = [sal, hash]`,
    veras: MISMO_RESUMEN,
    porque: 'Dos personas con la misma contraseña comparten resumen, y la contraseña queda en memoria.',
    arreglo: 'Calcula cada resumen entero, con su sal.',
  },
  {
    escribes: "`Buffer.from(randomBytes(8).toString('hex'))` como sal",
    buscar: 'const sal = randomBytes(16)',
    poner: "const sal = Buffer.from(randomBytes(8).toString('hex'))",
    veras:
      'La sal es un texto hexadecimal, con la mitad de azar: usa los bytes de randomBytes(16) sin pasarlos a texto',
    porque: 'Mide 16 bytes, pero cada uno es una de dieciséis cifras: son solo 64 bits al azar.',
    arreglo: 'Deja `randomBytes(16)` sin convertir, y pásalo a hexadecimal solo al escribir el resumen.',
  },
  {
    escribes: '`if (enCurso >= 4) return false`',
    buscar: `  const obtenido = await derivar(contrasena, Buffer.from(sal, 'hex'), BYTES, COSTE)
  return timingSafeEqual(esperado, obtenido)
  // #endregion comprobar
}
`,
    poner: `  if (enCurso >= 4) return false
  enCurso += 1
  const obtenido = await derivar(contrasena, Buffer.from(sal, 'hex'), BYTES, COSTE)
  enCurso -= 1
  return timingSafeEqual(esperado, obtenido)
  // #endregion comprobar
}
let enCurso = 0
`,
    veras:
      'Con nueve comprobaciones a la vez, rechazas la última sin motivo: deriva y compara en todas, aunque esperen',
    porque: 'A quien escribe bien su contraseña a la hora de más trabajo se le dice que está mal.',
    arreglo: 'Quita el tope: Node deriva unas pocas a la vez y las demás esperan su turno.',
  },
  {
    escribes: '`timingSafeEqual` con los textos hexadecimales',
    buscar: `  const esperado = Buffer.from(hash, 'hex')
  if (esperado.length !== BYTES) return false
  const obtenido = await derivar(contrasena, Buffer.from(sal, 'hex'), BYTES, COSTE)
  return timingSafeEqual(esperado, obtenido)`,
    poner: `  if (hash.length !== BYTES * 2) return false
  const obtenido = await derivar(contrasena, Buffer.from(sal, 'hex'), BYTES, COSTE)
  return timingSafeEqual(Buffer.from(hash), Buffer.from(obtenido.toString('hex')))`,
    veras: ESTROPEADO,
    porque:
      'Una eñe es un carácter y dos bytes: el texto mide lo que debe, sus bytes no, y se lanza un error.',
    arreglo: "Pasa el hash guardado a bytes con `Buffer.from(hash, 'hex')` y mide y compara esos bytes.",
  },
  {
    escribes: 'responder false en el acto si la sal es la del señuelo',
    buscar: `const [sal = '', hash = ''] = resumen.split(':')`,
    poner: `const [sal = '', hash = ''] = resumen.split(':')
  if (sal === 'b05e03cdce051fa6740e8e2d9b358d90') return false`,
    veras:
      'Das false sin derivar si la sal es la que se usa con un correo desconocido: así se sabe qué cuentas existen',
    porque:
      'Con un correo que no existe se compara con ese resumen para tardar lo mismo: si responde antes, lo delata.',
    arreglo: 'Deriva y compara siempre.',
  },
  {
    escribes: 'compartir la comprobación que está en marcha',
    buscar: `const obtenido = await derivar(contrasena, Buffer.from(sal, 'hex'), BYTES, COSTE)`,
    poner: `const calculo = () => derivar(contrasena, Buffer.from(sal, 'hex'), BYTES, COSTE)
  const obtenido = await (Object(derivar)[resumen] ??= calculo())
  delete Object(derivar)[resumen]`,
    veras:
      'Con varias comprobaciones a la vez, una recibe la respuesta de otra: no compartas el cálculo entre llamadas',
    porque: 'Quien prueba una contraseña mientras Ana entra recibe la respuesta de Ana.',
    arreglo: 'Deriva en cada llamada.',
  },
  {
    escribes: 'comparar el primer byte antes que los demás',
    buscar: 'return timingSafeEqual(esperado, obtenido)',
    poner: 'return obtenido[0] === esperado[0] && timingSafeEqual(esperado, obtenido)',
    veras:
      'Decide solo timingSafeEqual, que mira todo: ===, equals o un bucle, delante o en su lugar, paran antes o miran menos',
    porque: 'Lo que tarda dice si el primer byte coincide.',
    arreglo: 'Devuelve lo que dé `timingSafeEqual`.',
  },
  {
    escribes: 'un `get` que mira la cuenta',
    buscar: 'return { id: String(usuario.id), rol: usuario.rol }',
    poner: 'return { id: String(usuario.id), get rol() { return usuario.rol } }',
    veras: 'Lo que diste cambia si después cambia la cuenta: copia sus valores en el objeto nuevo',
    porque: 'Quien guardó la copia, como un registro de lo que se respondió, la encuentra cambiada.',
    arreglo: 'Copia el valor: `rol: usuario.rol`.',
  },
  {
    escribes: 'ponerle `status` 400 al error',
    buscar: `throw new Error(\`El claim «\${sobra}» no puede viajar en el token\`)`,
    poner: `throw Object.assign(new Error(\`El claim «\${sobra}» no puede viajar en el token\`), { status: 400 })`,
    veras:
      'Con ese status se le cuenta al cliente como culpa suya, y es un fallo nuestro: lanza un Error sin él',
    porque:
      'A quien inicia sesión se le dice que su solicitud es incorrecta, y en el registro no queda nada.',
    arreglo: 'Lanza el `Error` sin más.',
  },
  {
    escribes: 'agregar a la lista el claim del que ya se avisó',
    buscar: 'if (sobra !== undefined) throw',
    poner: `const avisados: Set<string> = (Object(derivar).avisados ??= new Set())
  if (sobra !== undefined && avisados.has(sobra)) return claims
  if (sobra !== undefined) avisados.add(sobra)
  if (sobra !== undefined) throw`,
    veras: otraVez('password'),
    porque: 'El primer inicio de sesión falla y el segundo entrega un token con la contraseña dentro.',
    arreglo: 'Lanza cada vez.',
  },
  {
    escribes: 'recordar las contraseñas aceptadas',
    buscar: `const [sal = '', hash = ''] = resumen.split(':')
  const esperado = Buffer.from(hash, 'hex')
  if (esperado.length !== BYTES) return false
  const obtenido = await derivar(contrasena, Buffer.from(sal, 'hex'), BYTES, COSTE)
  return timingSafeEqual(esperado, obtenido)`,
    poner: `const aceptadas: Set<string> = (Object(derivar).aceptadas ??= new Set())
  const [sal = '', hash = ''] = resumen.split(':')
  if (aceptadas.has(contrasena)) return true
  const esperado = Buffer.from(hash, 'hex')
  if (esperado.length !== BYTES) return false
  const obtenido = await derivar(contrasena, Buffer.from(sal, 'hex'), BYTES, COSTE)
  const coincide = timingSafeEqual(esperado, obtenido)
  if (coincide) aceptadas.add(contrasena)
  return coincide`,
    veras:
      'Das true a una contraseña que ya aceptaste con un resumen que no es el suyo: no recuerdes ninguna',
    porque:
      'Quien usa la misma contraseña que otra persona entra en las dos cuentas, y en la memoria quedan en claro.',
    arreglo: 'Devuelve lo que dé `timingSafeEqual`.',
  },
  {
    escribes: '`Object.freeze(usuario)`',
    buscar: 'return { id: String(usuario.id), rol: usuario.rol }',
    poner: 'return { id: String(usuario.id), rol: Object.freeze(usuario).rol }',
    veras: 'A la cuenta que recibes ya no se le puede cambiar el rol: no la congeles, solo léela',
    porque: 'La cuenta es de quien llama, que después la cambia.',
    arreglo: 'Copia sus dos valores y déjala como estaba.',
  },
  {
    escribes: '`Object.assign(Object.create(usuario), …)`',
    buscar: 'return { id: String(usuario.id), rol: usuario.rol }',
    poner: 'return Object.assign(Object.create(usuario), { id: String(usuario.id), rol: usuario.rol })',
    veras: 'El correo se lee de lo que das, aunque no salga en el JSON: da { id, rol }, sin la cuenta detrás',
    porque: 'Lo que hereda no sale en el JSON, pero lo lee cualquier código que lo reciba.',
    arreglo: 'Devuelve un objeto corriente.',
  },
]
