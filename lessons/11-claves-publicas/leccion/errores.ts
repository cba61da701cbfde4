import type { ErrorTipico } from '#comun/leccion.ts'

const SALTOS = 'Muchos paneles guardan \\n con dos caracteres: cámbialos todos por saltos'
const TAL_CUAL = 'Un PEM con sus saltos vale tal cual: crea la clave con createPrivateKey y devuélvela'
const OTRA_CURVA =
  'Con esa clave no se podría firmar: si namedCurve no es CURVA, lanza un Error, y que ningún catch lo calle'
const DEVUELVES = 'Devuelves el error: lánzalo con throw'
const REPITE =
  'El error entero (mensaje, causa y propiedades) y la consola acaban en los registros: no repitas en ellos la clave'
const TODAS = 'Publica todas las claves: la que firmará mañana y la que firmó ayer, en { keys }'
const PRIVADO = 'Publicas la clave privada, d o su PEM: enumera los miembros públicos'
const PARA_QUE = 'alg es ALGORITMO y use es «sig»: dicen para qué sirve la clave'
const SIN_KID = 'Sin kid no se sabe con qué clave verificar: pasa keyid con kidDe(clave)'
const TEXTOS = 'keyid y subject son textos: lo que da kidDe(clave) y String(usuario.id)'
const NUESTRO =
  'Rechazas un token nuestro: decode con complete: true, su header.kid en claves.get(), y verify con esa clave'
const FALTAN = 'Faltan claims: sub es el id como texto, y entran las opciones y los propios'
const ELIGE = 'El token eligió con qué clave se verifica: usa solo las de claves'
const CORTADA = 'Se cortó la sesión: verifica con la clave que nombra kid, no con la primera'
const NO_PUBLICADO = 'No vale un kid que no publicaste: si no está en claves, lanza JsonWebTokenError'
const CONFUSION = 'Verificas con lo público como secreto: la clave es un KeyObject y algorithms, [ALGORITMO]'
const NADIE = 'Aceptas lo que nadie firmó: jwt.verify, con clave y algorithms: [ALGORITMO]'
const SOLO_CLAIMS = 'Devuelve los claims que da leerClaims: con return, sin async y no el JWT completo'
const EXPIRADO = 'Aceptas un token expirado: jwt.verify ya mira exp, no lo apagues ni le des minutos'
const DE_LA_BIBLIOTECA = 'Lo que hace inválido un token es un new jwt.JsonWebTokenError(…), lanzado con throw'

const CAMBIAS = 'Cambias una opción de quien llama: detrás de ...opciones solo van algorithm, keyid y subject'
const CURVA = `if (clave.asymmetricKeyDetails?.namedCurve !== CURVA) throw new Error('La clave debe ser de la curva P-256')`
const PUBLICO = "const { kty, crv, x, y } = createPublicKey(clave).export({ format: 'jwk' })"
const BUSCAR_KID = "claves.get(jwt.decode(token, { complete: true })?.header.kid ?? '')"
const LLAMADA = 'leerClaims(jwt.verify(token, clave, { algorithms: [ALGORITMO], complete: true }))'

export const errores: ErrorTipico[] = [
  {
    escribes: '`createPrivateKey(pem)`, sin tocar el texto',
    buscar: "pem.replaceAll('\\\\n', '\\n')",
    poner: 'pem',
    veras: SALTOS,
    porque:
      'Un archivo `.env` sin comillas y muchos paneles guardan la barra y la ene: Node responde `DECODER routines::unsupported`.',
    arreglo: "`pem.replaceAll('\\\\n', '\\n')`: con saltos de verdad no cambia nada.",
    enPagina: true,
  },
  {
    escribes: "`pem.replace('\\\\n', '\\n')`",
    buscar: 'pem.replaceAll(',
    poner: 'pem.replace(',
    veras: SALTOS,
    porque: '`replace` con un texto cambia solo la primera aparición, y un PEM tiene varias líneas.',
    arreglo: 'Usa `replaceAll`.',
  },
  {
    escribes: 'quitar los saltos en vez de ponerlos',
    buscar: "pem.replaceAll('\\\\n', '\\n')",
    poner: "pem.replaceAll('\\n', '')",
    veras: TAL_CUAL,
    porque: 'En un PEM, los guiones de `BEGIN` y de `END` van en su propia línea: sin saltos no se lee.',
    arreglo: 'Cambia la barra y la ene por un salto, y no toques los saltos que ya hay.',
  },
  {
    escribes: '`createPublicKey(pem)`',
    buscar: 'createPrivateKey(pem',
    poner: 'createPublicKey(pem',
    veras: TAL_CUAL,
    porque: 'De un PEM privado saca la parte pública: con ella se verifica, pero no se firma.',
    arreglo: 'Usa `createPrivateKey`.',
  },
  {
    escribes: 'guardar la primera clave con `??=`',
    buscar: "const clave = createPrivateKey(pem.replaceAll('\\\\n', '\\n'))",
    poner: `const guardada = leerClaves as { clave?: KeyObject }
  guardada.clave ??= createPrivateKey(pem.replaceAll('\\\\n', '\\n'))
  const { clave } = guardada`,
    veras: 'La segunda clave es la primera otra vez: crea una con cada PEM, sin guardar la anterior',
    porque:
      'El llavero tiene dos veces la misma clave, y la otra no está: lo que se firmó con ella deja de abrir.',
    arreglo: 'Crea la clave en cada llamada, con el PEM que recibes.',
  },
  {
    escribes: 'no mirar la curva',
    buscar: CURVA,
    poner: '',
    veras: OTRA_CURVA,
    porque:
      'El servidor arranca y cada `POST /login` responde 500: `"alg" parameter "ES256" requires curve "prime256v1"`.',
    arreglo: 'Compara `asymmetricKeyDetails?.namedCurve` con `CURVA` al leer la clave.',
    enPagina: true,
  },
  {
    escribes: "`clave.asymmetricKeyType !== 'ec'`",
    buscar: 'clave.asymmetricKeyDetails?.namedCurve !== CURVA',
    poner: "clave.asymmetricKeyType !== 'ec'",
    veras: OTRA_CURVA,
    porque: 'P-384 y secp256k1 también son `ec`, y ninguna sirve para ES256.',
    arreglo: 'Mira la curva: `asymmetricKeyDetails?.namedCurve`.',
  },
  {
    escribes: '`return new Error(…)` en vez de lanzarlo',
    buscar: "throw new Error('La clave debe",
    poner: "return new Error('La clave debe",
    veras: DEVUELVES,
    porque: 'El error acaba en el llavero como si fuera una clave, y nadie se entera hasta que toca firmar.',
    arreglo: 'Cambia `return` por `throw`.',
  },
  {
    escribes: '`console.error` en vez de lanzar',
    buscar: "throw new Error('La clave debe ser de la curva P-256')",
    poner: "console.error('La clave debe ser de la curva P-256')",
    veras: OTRA_CURVA,
    porque: 'El aviso pasa de largo en los registros, y el servidor arranca con una clave que no firma.',
    arreglo: 'Lanza el error: es mejor no arrancar.',
  },
  {
    escribes: 'la clave en el mensaje de error',
    buscar: "new Error('La clave debe ser de la curva P-256')",
    // biome-ignore lint/suspicious/noTemplateCurlyInString: es código
    poner: 'new Error(`No es P-256: ${pem}`)',
    veras: REPITE,
    porque: 'Quien lee los registros tendría la clave privada, y con ella firma por ti.',
    arreglo: 'Di qué se esperaba, no qué llegó.',
  },
  {
    escribes: '`{ cause: pem }` en el error',
    buscar: "new Error('La clave debe ser de la curva P-256')",
    poner: "new Error('La clave debe ser de la curva P-256', { cause: pem })",
    veras: REPITE,
    porque: 'Node escribe un error con su causa: la clave privada acaba entera en los registros.',
    arreglo: 'Quita la causa: lo que hace falta saber está en el mensaje.',
  },
  {
    escribes: "`{ ...clave.export({ format: 'jwk' }), kid, alg, use }`",
    buscar: 'return { kty, crv, x, y, kid: kidDe(clave)',
    poner: "return { kty, crv, x, y, ...clave.export({ format: 'jwk' }), kid: kidDe(clave)",
    veras: PRIVADO,
    porque: 'El JWK de una clave privada lleva `d`: es la clave privada entera, en una dirección pública.',
    arreglo: 'Pasa antes por `createPublicKey` y enumera los cuatro miembros.',
    enPagina: true,
  },
  {
    escribes: '`x5c` con la clave en vez de un certificado',
    buscar: "use: 'sig' }",
    poner: "use: 'sig', x5c: [clave.export({ type: 'pkcs8', format: 'der' }).toString('base64')] }",
    veras: PRIVADO,
    porque: 'En `pkcs8` va la clave privada: parece un certificado, y con ella firma cualquiera que la lea.',
    arreglo: 'Quita `x5c`: con `kty`, `crv`, `x` e `y` basta para verificar.',
  },
  {
    escribes: "`key_ops: ['sign', 'verify']`",
    buscar: "use: 'sig' }",
    poner: "use: 'sig', key_ops: ['sign', 'verify'] }",
    veras: 'Con una clave pública no se firma: key_ops, si lo pones, lleva solo «verify»',
    porque: 'Con la parte pública solo se verifica: quien lee `sign` cree que con ella se puede firmar.',
    arreglo: "Basta con `use: 'sig'`.",
  },
  {
    escribes: 'publicar solo la clave que firma',
    buscar: 'llavero.map((clave) => {',
    poner: 'llavero.slice(0, 1).map((clave) => {',
    veras: TODAS,
    porque:
      'La clave nueva se publicaría el mismo día en que firma: quien guarda el JWKS de antes responde 422.',
    arreglo: 'Recorre el llavero entero.',
    enPagina: true,
  },
  {
    escribes: 'devolver el array, sin `{ keys }`',
    buscar: 'return { keys }',
    poner: 'return keys as never',
    veras: 'Devuelve { keys } con un array de claves: lo da map(), y no forEach()',
    porque: 'Un JWKS es un objeto con un miembro `keys`: quien lo lea buscará ahí las claves.',
    arreglo: '`return { keys }`.',
  },
  {
    escribes: "`kid: '1'`",
    buscar: 'kid: kidDe(clave), alg',
    poner: "kid: '1', alg",
    veras: 'kid dice qué clave es cada una: usa kidDe',
    porque: 'Con el mismo nombre para todas, quien verifica no sabe cuál usar.',
    arreglo: '`kidDe(clave)` sale de la propia clave: dos claves no lo comparten.',
  },
  {
    escribes: 'publicar sin `alg` ni `use`',
    buscar: ", alg: ALGORITMO, use: 'sig' }",
    poner: ' } as Jwks["keys"][number]',
    veras: PARA_QUE,
    porque: 'Quien lea la clave tendría que suponer para qué sirve, y podría usarla con otro algoritmo.',
    arreglo: "Agrega `alg: ALGORITMO` y `use: 'sig'`.",
  },
  {
    escribes: "`use: 'enc'`",
    buscar: "use: 'sig'",
    poner: "use: 'enc'",
    veras: PARA_QUE,
    porque: '`enc` dice que la clave cifra: quien la lea con cuidado no verificará con ella.',
    arreglo: "Para verificar firmas, `use: 'sig'`.",
  },
  {
    escribes: 'olvidar `y`',
    buscar: `${PUBLICO}\n    return { kty, crv, x, y, `,
    poner: `${PUBLICO.replace(', x, y', ', x')}\n    return { kty, crv, x, `,
    veras: "kty, crv, x e y, de createPublicKey(clave).export({ format: 'jwk' }): falta uno o no es el suyo",
    porque: 'La clave pública es un punto de la curva, con sus dos coordenadas: con una no se importa.',
    arreglo: 'Copia los cuatro: `kty`, `crv`, `x` e `y`.',
  },
  {
    escribes: '`jwt.sign` sin `keyid`',
    buscar: 'keyid: kidDe(clave),',
    poner: '',
    veras: SIN_KID,
    porque: 'Con varias claves, quien verifica tendría que probarlas todas.',
    arreglo: 'La opción de jsonwebtoken se llama `keyid`; en el encabezado aparece como `kid`.',
  },
  {
    escribes: '`kid` entre los claims',
    buscar:
      'jwt.sign(propios, clave, {\n    ...opciones,\n    algorithm: ALGORITMO,\n    keyid: kidDe(clave),',
    poner:
      'jwt.sign({ ...propios, kid: kidDe(clave) }, clave, {\n    ...opciones,\n    algorithm: ALGORITMO,',
    veras: SIN_KID,
    porque: 'Quien verifica mira el encabezado, porque lo necesita antes de fiarse del payload.',
    arreglo: 'Pásalo en la opción `keyid`.',
  },
  {
    escribes: '`{ algorithm, keyid, subject, ...opciones }`',
    buscar:
      '    ...opciones,\n    algorithm: ALGORITMO,\n    keyid: kidDe(clave),\n    subject: String(usuario.id),\n',
    poner:
      '    algorithm: ALGORITMO,\n    keyid: kidDe(clave),\n    subject: String(usuario.id),\n    ...opciones,\n',
    veras: 'Pon algorithm, keyid y subject detrás de ...opciones',
    porque: 'Una opción que llegue de fuera cambiaría de quién es el token o qué clave dice haberlo firmado.',
    arreglo: 'Copia `...opciones` primero.',
  },
  {
    escribes: 'olvidar `algorithm: ALGORITMO`',
    buscar: '    algorithm: ALGORITMO,\n    keyid',
    poner: '    keyid',
    veras: 'jwt.sign usa HS256 si falta algorithm: pásale algorithm: ALGORITMO, y no otro',
    porque: 'jsonwebtoken supone HS256: `secretOrPrivateKey must be a symmetric key when using HS256`.',
    arreglo: 'Pasa `algorithm: ALGORITMO`.',
  },
  {
    escribes: '`{ sub: String(usuario.id), ...propios }`',
    buscar: `jwt.sign(propios, clave, {
    ...opciones,
    algorithm: ALGORITMO,
    keyid: kidDe(clave),
    subject: String(usuario.id),
  })`,
    poner: `jwt.sign({ sub: String(usuario.id), ...propios }, clave, {
    ...opciones,
    algorithm: ALGORITMO,
    keyid: kidDe(clave),
  })`,
    veras: 'Un claim propio llamado sub suplanta a otro usuario: da el id en la opción subject',
    porque: 'Quien decide los claims de la aplicación firmaría tokens de otra cuenta.',
    arreglo: 'Da el id en la opción `subject`: con ella, jsonwebtoken se niega a firmar otro `sub`.',
  },
  {
    escribes: '`subject: usuario.id`, sin `String`',
    buscar: 'subject: String(usuario.id)',
    poner: 'subject: usuario.id as never',
    veras: TEXTOS,
    porque: 'El id es un número y jsonwebtoken responde `"subject" must be a string`.',
    arreglo: '`String(usuario.id)`, como en la lección 1.',
  },
  {
    escribes: '`keyid: kidDe`, sin llamarla',
    buscar: 'keyid: kidDe(clave)',
    poner: 'keyid: kidDe as never',
    veras: TEXTOS,
    porque: 'Sin paréntesis es la función y no el nombre: jsonwebtoken responde `"keyid" must be a string`.',
    arreglo: 'Llámala con la clave: `kidDe(clave)`.',
  },
  {
    escribes: '`jwt.sign({}, clave, …)`',
    buscar: 'jwt.sign(propios, clave',
    poner: 'jwt.sign({}, clave',
    veras: FALTAN,
    porque: 'El rol viaja en los claims propios: sin ellos, `/admin` se cierra a todo el mundo.',
    arreglo: 'Pasa `propios` como primer argumento.',
  },
  {
    escribes: '`iat: Date.now()`',
    buscar: 'jwt.sign(propios, clave, {',
    poner: 'jwt.sign({ ...propios, iat: Date.now() }, clave, {',
    veras: 'iat va en segundos, y lo escribes en milisegundos: quítalo, que lo pone jwt.sign',
    porque:
      'jsonwebtoken cuenta `exp` desde `iat`: con milisegundos, un token de una hora valdría miles de años.',
    arreglo: 'No lo escribas: `jwt.sign` pone `iat` en segundos.',
  },
  {
    escribes: 'firmar a mano con `createSign`',
    buscar: "import jwt from 'jsonwebtoken'",
    poner: `import { createSign } from 'node:crypto'
import original from 'jsonwebtoken'
const en64 = (datos: object) => Buffer.from(JSON.stringify(datos)).toString('base64url')
const sign = (propios: object, clave: KeyObject, { keyid, subject, jwtid, expiresIn }: original.SignOptions) => {
  const iat = Math.floor(Date.now() / 1000)
  const claims = { ...propios, sub: subject, jti: jwtid, iat, exp: iat + Number(expiresIn ?? 3600) }
  const texto = \`\${en64({ alg: ALGORITMO, typ: 'JWT', kid: keyid })}.\${en64(claims)}\`
  return \`\${texto}.\${createSign('SHA256').update(texto).sign(clave, 'base64url')}\`
}
const jwt = { ...original, sign }`,
    veras:
      'La firma sale en DER, y ES256 pide r y s, 64 bytes: firma con jwt.sign, o elige r y s con dsaEncoding',
    porque:
      'OpenSSL escribe la firma como una estructura, con una longitud que cambia. Un JWT lleva los dos números, r y s, uno detrás de otro, y nadie podría verificar este.',
    arreglo: 'Firma con `jwt.sign`, que hace la conversión.',
  },
  {
    escribes: '`{ ...propios, email: usuario.email }`',
    buscar: 'jwt.sign(propios, clave',
    poner: 'jwt.sign({ ...propios, email: (usuario as Usuario).email }, clave',
    veras: 'El payload lo lee cualquiera: del usuario va solo el id, en subject',
    porque: 'Otros servicios reciben el token, y el correo quedaría también en sus registros.',
    arreglo: 'Firma `propios` como llega: quien llama ya eligió qué sale, como en la lección 7.',
  },
  {
    escribes: "`expiresIn: '1h'` detrás de `...opciones`",
    buscar: '    ...opciones,\n    algorithm',
    poner: "    ...opciones,\n    expiresIn: '1h',\n    algorithm",
    veras: CAMBIAS,
    porque: 'Cuánto dura lo decide quien llama: pide cinco minutos y recibe una hora.',
    arreglo: 'Detrás de `...opciones` van solo `algorithm`, `keyid` y `subject`.',
  },
  {
    escribes: '`mutatePayload: true`',
    buscar: '    ...opciones,\n    algorithm',
    poner: '    ...opciones,\n    mutatePayload: true,\n    algorithm',
    veras: 'Cambias los propios de quien llama: quita mutatePayload, o firma una copia',
    porque:
      'jsonwebtoken escribe `sub` y `exp` en el objeto que recibe: firmar otra vez con él falla, porque ya los trae.',
    arreglo: 'Quita esa opción.',
  },
  {
    escribes: '`console.log` con la clave que firma',
    buscar: 'return jwt.sign(propios, clave',
    poner:
      "console.log('firmo con', clave.export({ type: 'pkcs8', format: 'pem' }))\n  return jwt.sign(propios, clave",
    veras: 'La consola acaba en los registros: no escribas en ella ni la clave ni el token',
    porque: 'Quien lee los registros firmaría tokens de cualquiera, y no habría forma de distinguirlos.',
    arreglo: 'Si quieres saber con cuál firmas, escribe su `kid`.',
  },
  {
    escribes: '`jwt.decode(token)`, sin `complete: true`',
    buscar: BUSCAR_KID,
    poner: "claves.get(Object(jwt.decode(token)).header?.kid ?? '')",
    veras: NUESTRO,
    porque: 'Sin `complete`, `decode` da solo el payload: ahí no hay `header`, y ninguna clave se encuentra.',
    arreglo: 'Pide `{ complete: true }`.',
  },
  {
    escribes: 'verificar con la primera clave',
    buscar: BUSCAR_KID,
    poner: '[...claves.values()][0]',
    veras: CORTADA,
    porque: 'Al cambiar de clave, todos los tokens vivos dejarían de valer a la vez.',
    arreglo: 'Busca en `claves` la que nombra el `kid` del token.',
    enPagina: true,
  },
  {
    escribes: '`?? [...claves.values()][0]` si el `kid` no está',
    buscar: BUSCAR_KID,
    poner: `(${BUSCAR_KID} ?? [...claves.values()][0])`,
    veras: NO_PUBLICADO,
    porque:
      'Esconde una mala configuración: todo funciona hasta que cambias de clave, y entonces se cortan las sesiones.',
    arreglo: 'Si el `kid` no está en `claves`, lanza `JsonWebTokenError`.',
  },
  {
    escribes: 'probar todas las claves, sin mirar `kid`',
    buscar: `const clave = ${BUSCAR_KID}`,
    poner: `const clave = [...claves.values()].find((otra) => {
        try {
          return jwt.verify(token, otra, { algorithms: [ALGORITMO], ignoreExpiration: true })
        } catch {
          return false
        }
      })`,
    veras: NO_PUBLICADO,
    porque:
      'Cada token falso cuesta tantas verificaciones como claves tengas, y las claves dejan de tener nombre.',
    arreglo: 'Busca la clave por su `kid`: una verificación por token.',
  },
  {
    escribes: '`new Error(…)` para un `kid` desconocido',
    buscar: "new jwt.JsonWebTokenError('kid desconocido')",
    poner: "new Error('kid desconocido')",
    veras: DE_LA_BIBLIOTECA,
    porque:
      'La guardia de la lección 2 solo reconoce los errores de jsonwebtoken: con otro, cualquiera provoca un 500.',
    arreglo: 'Lanza `new jwt.JsonWebTokenError(…)`: la lección 4 lo cuenta como un 422.',
  },
  {
    escribes: 'el token en el mensaje del error',
    buscar: "JsonWebTokenError('kid desconocido')",
    // biome-ignore lint/suspicious/noTemplateCurlyInString: es código
    poner: 'JsonWebTokenError(`kid desconocido en ${token}`)',
    veras:
      'El error entero (mensaje, causa y propiedades) y la consola acaban en los registros: no repitas en ellos el token',
    porque:
      'Mientras se cambia de clave, un token que aquí no se conoce puede valer en otro servicio: quien lea los registros lo usaría.',
    arreglo: 'Di qué falla, no qué llegó.',
  },
  {
    escribes: '`return new jwt.JsonWebTokenError(…)`',
    buscar: 'throw new jwt.JsonWebTokenError(',
    poner: 'return new jwt.JsonWebTokenError(',
    veras: DEVUELVES,
    porque: 'Quien llama recibe el error como si fueran los claims de alguien.',
    arreglo: 'Cambia `return` por `throw`.',
  },
  {
    escribes: 'leer el encabezado fuera del `try`',
    buscar: 'return function verificarFirma(token) {',
    poner: `return function verificarFirma(token) {
    const kid = jwt.decode(token, { complete: true })?.header.kid
    if (!kid) throw new jwt.JsonWebTokenError('falta kid')`,
    veras:
      'decode lanza con un token ilegible, y su error no es un JsonWebTokenError: lee el token dentro del try dado',
    porque: 'Quien envía un token ilegible recibe un 500, y cada intento llena el registro.',
    arreglo: 'Llama a `decode` dentro del `try` que viene dado.',
  },
  {
    escribes: '`createPublicKey({ key: header.jwk, … })`',
    buscar: `const clave = ${BUSCAR_KID}`,
    poner: `const { header } = Object(jwt.decode(token, { complete: true }))
      const clave = header?.jwk ? createPublicKey({ key: header.jwk, format: 'jwk' }) : claves.get(header?.kid)`,
    veras: ELIGE,
    porque: 'Quien ataca firma con su clave y la adjunta: la firma corresponde y el token es falso.',
    arreglo: 'Del encabezado se lee solo `kid`, y solo para elegir entre tus claves.',
    enPagina: true,
  },
  {
    escribes: '`createPublicKey(header.x5c[0])`',
    buscar: `const clave = ${BUSCAR_KID}`,
    poner: `const { header } = Object(jwt.decode(token, { complete: true }))
      const clave = header?.x5c ? createPublicKey(header.x5c[0]) : claves.get(header?.kid)`,
    veras: ELIGE,
    porque: 'Un certificado que llega con el token lo escribió quien trae el token.',
    arreglo: 'Usa solo las claves que ya tenías.',
  },
  {
    escribes: 'dejar que `alg` decida, con la clave como texto',
    buscar: 'jwt.verify(token, clave, { algorithms: [ALGORITMO], complete: true })',
    poner: `jwt.verify(
        token,
        token.startsWith('eyJhbGciOiJIUzI1NiI') ? JSON.stringify(clave.export({ format: 'jwk' })) : clave,
        { complete: true },
      )`,
    veras: CONFUSION,
    porque:
      'Con HS256, cualquier texto sirve de secreto, y este está publicado: quien lo lea firma como root.',
    arreglo: 'Verifica con la clave tal cual y con `algorithms: [ALGORITMO]`.',
  },
  {
    escribes: '`jwt.verify` sin `algorithms`',
    buscar: '{ algorithms: [ALGORITMO], complete: true }))',
    poner: '{ complete: true }))',
    veras: 'El token eligió el algoritmo y provoca un 500: fija algorithms: [ALGORITMO]',
    porque:
      'Con `alg: ES384`, jsonwebtoken compara la curva de tu clave y lanza un `Error` corriente: la guardia no lo reconoce.',
    arreglo: 'Pasa `algorithms: [ALGORITMO]`: cualquier otro nombre es un `JsonWebTokenError`.',
  },
  {
    escribes: '`jwt.decode` en vez de `jwt.verify`',
    buscar: 'jwt.verify(token, clave, { algorithms: [ALGORITMO], complete: true })',
    poner: 'jwt.decode(token, { complete: true })!',
    veras: NADIE,
    porque: '`decode` no comprueba nada: basta con copiar un `kid` publicado.',
    arreglo: '`jwt.verify(token, clave, …)`.',
  },
  {
    escribes: 'convertir cada error en un `JsonWebTokenError`',
    buscar: LLAMADA,
    poner: `(() => {
        try {
          return ${LLAMADA}
        } catch {
          throw new jwt.JsonWebTokenError('no vale')
        }
      })()`,
    veras: 'Deja salir el TokenExpiredError de jwt.verify: la lección 4 responde 401',
    porque: 'Un token expirado sería un 422, y el cliente no sabría que le toca renovar.',
    arreglo: 'Deja pasar lo que lanza `jwt.verify`.',
  },
  {
    escribes: '`ignoreExpiration: true`',
    buscar: '[ALGORITMO], complete: true }))',
    poner: '[ALGORITMO], complete: true, ignoreExpiration: true }))',
    veras: EXPIRADO,
    porque: 'Una clave dura meses y firma miles de tokens: cada uno valdría lo que dure la clave.',
    arreglo: 'Quita esa opción.',
  },
  {
    escribes: '`ignoreNotBefore: true`',
    buscar: '[ALGORITMO], complete: true }))',
    poner: '[ALGORITMO], complete: true, ignoreNotBefore: true }))',
    veras: 'Aceptas un token que aún no vale: jwt.verify ya mira nbf, no lo apagues',
    porque: 'Quien emite dijo desde cuándo vale, y entraría antes de esa hora.',
    arreglo: 'Quita esa opción.',
  },
  {
    escribes: '`clockTolerance: 300`',
    buscar: '[ALGORITMO], complete: true }))',
    poner: '[ALGORITMO], complete: true, clockTolerance: 300 }))',
    veras: EXPIRADO,
    porque: 'Cinco minutos es lo que dura un token con renovación: valdría el doble.',
    arreglo: 'Quita esa opción: el desfase entre equipos se mide en segundos.',
  },
  {
    escribes: '`jwt.verify(…).payload`, sin `leerClaims`',
    buscar: LLAMADA,
    poner: 'jwt.verify(token, clave, { algorithms: [ALGORITMO], complete: true }).payload as Claims',
    veras: 'La firma no basta: devuelve lo que acepta leerClaims del JWT completo que da jwt.verify',
    porque: 'La biblioteca no mira el tipo de `sub`, ni `crit`, ni para qué se emitió el token.',
    arreglo: 'Pasa el JWT verificado por `leerClaims`.',
  },
  {
    escribes: '`leerClaims(…)` sin `complete: true`',
    buscar: '{ algorithms: [ALGORITMO], complete: true }))',
    poner: '{ algorithms: [ALGORITMO] }) as never)',
    veras: 'Pide complete: true a decode y a verify: sin él, leerClaims no recibe el encabezado',
    porque: '`leerClaims` mira también el encabezado, y sin `complete` solo llega el payload.',
    arreglo: 'Agrega `complete: true`.',
  },
  {
    escribes: 'devolver el JWT completo',
    buscar: LLAMADA,
    poner: 'jwt.verify(token, clave, { algorithms: [ALGORITMO], complete: true }) as never',
    veras: SOLO_CLAIMS,
    porque: '`sub` está dentro de `payload`: quien recibe los claims no lo encuentra.',
    arreglo: 'Devuelve lo que da `leerClaims`.',
  },
  {
    escribes: "`algorithms: ['HS256']`, como en la lección 1",
    buscar: 'algorithms: [ALGORITMO], complete',
    poner: "algorithms: ['HS256'], complete",
    veras: 'Rechazas un token nuestro, que es de ES256: algorithms es [ALGORITMO]',
    porque: 'HS256 usa un secreto y aquí hay una clave pública: jsonwebtoken responde `invalid algorithm`.',
    arreglo: '`algorithms: [ALGORITMO]`.',
  },
  {
    escribes: "`issuer: 'cuaderno-jwt'` al verificar",
    buscar: '{ algorithms: [ALGORITMO], complete: true }',
    poner: "{ algorithms: [ALGORITMO], complete: true, issuer: 'cuaderno-jwt' }",
    veras:
      'Rechazas un token nuestro: exiges en verify un claim que no trae así; bastan algorithms y complete',
    porque:
      '`firmarToken` no pone `iss`: con esa opción, la API rechaza todos los tokens que ella misma entrega.',
    arreglo: 'Quita la opción, o pon el claim en todos los tokens antes de exigirlo.',
  },
  {
    escribes: '`decodeURIComponent` con el `kid`',
    buscar: `const clave = ${BUSCAR_KID}`,
    poner: `const kid = decodeURIComponent(jwt.decode(token, { complete: true })?.header.kid ?? '')
      const clave = claves.get(kid)`,
    veras: 'Un kid con «%» provoca un error que no es de jsonwebtoken: búscalo tal cual, sin decodificarlo',
    porque:
      '`decodeURIComponent` lanza `URIError` con un «%» suelto, y la guardia no lo reconoce: cualquiera provoca un 500.',
    arreglo: 'Pasa a `claves.get` el `kid` como viene en el encabezado.',
  },
  {
    escribes: '`otro.startsWith(kid)`, un `kid` abreviado',
    buscar: `const clave = ${BUSCAR_KID}`,
    poner: `const kid = jwt.decode(token, { complete: true })?.header.kid
      const clave = [...claves].find(([otro]) => kid !== undefined && otro.startsWith(kid))?.[1]`,
    veras: 'Vale un kid que solo se parece al publicado: busca en claves el que trae, entero y tal cual',
    porque:
      'Todos los nombres empiezan por un texto vacío: un token con el `kid` vacío encuentra la primera clave.',
    arreglo: 'Busca el nombre entero con `claves.get`.',
  },
  {
    escribes: 'probar las demás claves si la suya no corresponde',
    buscar: `return ${LLAMADA}`,
    poner: `for (const otra of [clave, ...claves.values()]) {
        try {
          return leerClaims(jwt.verify(token, otra, { algorithms: [ALGORITMO], complete: true }))
        } catch (error) {
          if ((error as Error).message !== 'invalid signature') throw error
        }
      }
      throw new jwt.JsonWebTokenError('invalid signature')`,
    veras: 'Vale la firma de una clave publicada que kid no nombra: verifica con la suya y no pruebes otra',
    porque:
      'Un token que nombra una clave y lleva la firma de otra no lo hiciste tú, y cada firma falsa cuesta tantas verificaciones como claves tengas.',
    arreglo: 'Si su clave no verifica la firma, deja salir el error.',
  },
  {
    escribes: 'rechazar un token de más de mil letras',
    buscar: "if (!clave) throw new jwt.JsonWebTokenError('kid desconocido')",
    poner: "if (!clave || token.length > 1000) throw new jwt.JsonWebTokenError('kid desconocido')",
    veras: 'Rechazas un token nuestro porque trae muchos claims: no le pongas un largo máximo',
    porque: 'Quien llama elige los claims propios: con unos cuantos permisos, el token ya no abre.',
    arreglo: 'Quita ese límite: Node ya limita el tamaño de los encabezados.',
  },
  {
    escribes: 'exigir que el PEM diga «BEGIN PRIVATE KEY»',
    buscar: 'if (clave.asymmetricKeyDetails',
    poner: `if (!pem.includes('-----BEGIN PRIVATE KEY-----')) throw new Error('La clave debe ser de la curva P-256')
  if (clave.asymmetricKeyDetails`,
    veras: 'Rechazas una clave de P-256 por cómo empieza su PEM: mira solo su curva',
    porque: 'Las que crea `openssl ecparam` dicen «BEGIN EC PRIVATE KEY» y valen igual.',
    arreglo: 'Deja que `createPrivateKey` lea el PEM, y compara la curva.',
  },
  {
    escribes: 'no cambiar los `\\n` escritos si ya hay un salto',
    buscar: "pem.replaceAll('\\\\n', '\\n')",
    poner: "pem.includes('\\n') ? pem : pem.replaceAll('\\\\n', '\\n')",
    veras: 'Con un salto de verdad entre dos claves no cambias los \\n escritos: cámbialos siempre',
    porque: 'Cada clave cabe en una línea del panel, y entre las dos va un salto de verdad.',
    arreglo: 'Cámbialos siempre: donde no hay ninguno no pasa nada.',
  },
  {
    escribes: 'quitar los ceros de delante de `x`',
    buscar: 'return { kty, crv, x, y, kid',
    poner: `const sinCeros = Buffer.from(\`\${x}\`, 'base64url').toString('hex').replace(/^(00)+/, '')
    return { kty, crv, x: Buffer.from(sinCeros, 'hex').toString('base64url'), y, kid`,
    veras: "kty, crv, x e y, de createPublicKey(clave).export({ format: 'jwk' }): falta uno o no es el suyo",
    porque:
      'Cada coordenada mide 32 bytes (RFC 7518, §6.2.1.2): con una más corta, otros servicios rechazan la clave.',
    arreglo: 'Publica `x` e `y` como los da `export`.',
  },
  {
    escribes: '`Object.assign` sobre un objeto de fuera',
    buscar: `return jwt.sign(propios, clave, {
    ...opciones,
    algorithm: ALGORITMO,
    keyid: kidDe(clave),
    subject: String(usuario.id),
  })`,
    poner: `const comunes: jwt.SignOptions = (Object(kidDe).comunes ??= {})
  const fijas = { algorithm: ALGORITMO, keyid: kidDe(clave), subject: String(usuario.id) } as const
  return jwt.sign(propios, clave, Object.assign(comunes, opciones, fijas))`,
    veras: 'Sin opciones salen las de la llamada anterior: haz con ellas un objeto nuevo cada vez',
    porque: 'Dos sesiones acaban con el mismo `jti`: al cerrar una se cierra la otra.',
    arreglo: 'Escribe un objeto literal que empiece por `...opciones`.',
  },
  {
    escribes: 'pasar `expiresIn` a texto',
    buscar: '...opciones,\n    algorithm',
    poner:
      "...opciones,\n    ...(opciones.expiresIn && { expiresIn: String(Number(opciones.expiresIn)) as '1' }),\n    algorithm",
    veras: 'El token nace expirado: pasa las opciones como llegan, que expiresIn es un número de segundos',
    porque: "Para jsonwebtoken, un texto con un número son milisegundos: `'60'` no llega a un segundo.",
    arreglo: 'Pasa `...opciones` sin tocarlas.',
  },
  {
    escribes: 'usar el `kid` del token anterior si falta',
    buscar: `const clave = claves.get(jwt.decode(token, { complete: true })?.header.kid ?? '')`,
    poner: `const { kid = Object(claves).kid } = Object(jwt.decode(token, { complete: true })?.header)
      const clave = claves.get((Object(claves).kid = kid))`,
    veras:
      'Un verificador nuevo rechaza ese token y uno ya usado no: declara dentro de verificarFirma todo lo que uses',
    porque: 'Un token se acepta o se rechaza según lo que llegó antes que él.',
    arreglo: 'Sin `kid`, busca el texto vacío: no está.',
  },
  {
    escribes: 'recordar los `kid` desconocidos',
    buscar: `if (!clave) throw new jwt.JsonWebTokenError('kid desconocido')`,
    poner: `const { kid = '' } = Object(jwt.decode(token, { complete: true })?.header)
      if (!clave) Object(kidDe)[kid] = true
      if (Object(kidDe)[kid]) throw new jwt.JsonWebTokenError('kid desconocido')`,
    veras:
      'Un verificador no conocía esa clave y ahora no la acepta otro que sí: no recuerdes nada fuera de verificarCon',
    porque: 'Una clave que se publica después queda rechazada hasta que alguien reinicie el proceso.',
    arreglo: 'Pregunta a `claves` cada vez: buscar en un `Map` no cuesta nada.',
  },
  {
    escribes: "`kid.replace(/.*\\//, '')`",
    buscar: `?.header.kid ?? '')`,
    poner: `?.header.kid?.replace(/.*\\//, '') ?? '')`,
    veras: 'Vale un kid que solo se parece al publicado: busca en claves el que trae, entero y tal cual',
    porque: 'Quien recorta el kid para que no salga de una carpeta acepta nombres que nadie publicó.',
    arreglo: 'Búscalo tal como viene.',
  },
]
