import { createHash, scrypt } from 'node:crypto'
import { inspect, promisify } from 'node:util'
import jwt from 'jsonwebtoken'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { AlmacenEnMemoria } from '#comun/almacen-en-memoria.ts'
import { comparaciones } from '#comun/comparaciones.ts'
import { mirarConsola } from '#comun/consola.ts'
import { ErrorHttp } from '#comun/errores.ts'
import { ana, CUENTA_DE_ANA, desenlace, entrar, pedir, root, SECRETO, tokenDe } from '#comun/pruebas.ts'
import type { Usuario } from '#comun/usuarios.ts'
import * as sensibles from '#ejercicio/07-nunca-contrasenas/datos-sensibles.ts'
import { crearApp } from './app.ts'

const { comprobar, exigirClaimsPublicos, resumir, usuarioPublico } = sensibles
const app = crearApp({ secreto: SECRETO })
const { password } = CUENTA_DE_ANA
const [sal = '', hash = ''] = ana.resumen.split(':')
/** Con espacio, mayúscula, eñe, un número romano y un carácter nulo, y muy larga: se nota si alguien la retoca. */
const CLAVE = ` Girasol ñ Ⅳ \0 ${'y largo '.repeat(50)}`
/** El suyo, el de una vacía y el de una de dos letras, calculados de antemano: calcularlos cuesta. */
const RESUMEN_CON_OTRA_SAL =
  '00112233445566778899aabbccddeeff:0850dfe20f62e5e85c1c4d4f552248c6d36ce60b290b6d1faecb9f36999f09c2'
// Con la sal del resumen con el que se compara si el correo no existe.
const RESUMEN_DE_CLAVE =
  'b05e03cdce051fa6740e8e2d9b358d90:e7e3c3e0d0bd6590a880dc4b5c03039cce23074b03d98d71b524812533650dd4'
const RESUMEN_DE_VACIA =
  '00112233445566778899aabbccddeeff:c0cad3146e43853e22be17c8b83322e62cbf9f051ce3343305e5bee0fcff5f51'
const RESUMEN_DE_CORTA =
  '00112233445566778899aabbccddeeff:87bc6451bccb146328e3a4cacb8abf7c0c7ac898cfbea63202d99b3844e409be'
const COSTE = { N: 2 ** 14, r: 8, p: 5 }
const TAL_CUAL = 'La contraseña entra tal cual: ni trim(), ni minúsculas, ni recortes, ni normalize()'
const REGISTRO = 'La consola es un registro: no escribas la contraseña'

const scryptHex = async (clave: string, sal: Buffer | string, coste: object = COSTE, bytes = 32) =>
  (
    await promisify<string, Buffer | string, number, object, Buffer>(scrypt)(clave, sal, bytes, coste)
  ).toString('hex')
const sha256 = (...partes: (string | Buffer)[]) =>
  partes.reduce((resultado, parte) => resultado.update(parte), createHash('sha256')).digest('hex')

// Cada resumen cuesta: estos se calculan una sola vez, sin más azar que el de `node:crypto`. Uno, y después dos a la vez.
let tres: Promise<string[]> | undefined
function resumirVariasVeces() {
  vi.spyOn(Math, 'random').mockReturnValue(0.5)
  vi.useFakeTimers({ toFake: ['Date'], now: 0 })
  tres ??= (async () => [
    await resumir(CLAVE),
    ...(await Promise.all([CLAVE, CLAVE].map((clave) => resumir(clave)))),
  ])()
  return tres
}

const intentar = async (clave: string, guardado = ana.resumen) => comprobar(clave, guardado)
/** Lo que responde `comprobar`, o lo que dice el error que lanza o con el que acaba Node. Un despiste sigue su camino. */
const responder = (clave: string, guardado?: string) =>
  intentar(clave, guardado).catch((error) => {
    const despiste = error instanceof TypeError || error instanceof ReferenceError
    if ((despiste && !('code' in error)) || /^TODO/.test(error?.message)) throw error
    return String(error)
  })

afterEach(() => void vi.useRealTimers().unstubAllEnvs().restoreAllMocks())

describe('resumir', () => {
  test('escribe 16 bytes de sal y 32 de hash, en hexadecimal', async () => {
    const escrito = mirarConsola()
    const [resumen] = await resumirVariasVeces()
    const texto = 'resumir no da un texto: ¿falta un return, o está dentro de un callback?'
    expect(resumen, texto).toBeTypeOf('string')
    const vacio = 'resumir da un texto vacío: un callback llega después del return; usa await derivar'
    expect(resumen, vacio).not.toBe('')
    const promesa = 'Guardas una promesa y no su hash: falta await delante de derivar'
    expect(resumen, promesa).not.toMatch(/\[object Promise/)
    const guardado = resumen?.split(':').at(-1) ?? ''
    const formas = ['utf8', 'hex', 'base64'] as const
    const seLee = formas.some((forma) => Buffer.from(guardado, forma).includes('Girasol'))
    expect(seLee, 'Guardas la contraseña, en claro o codificada: guarda el hash que da derivar').toBe(false)
    const frase = 'El resumen es sal:hash: 16 bytes y BYTES bytes, los dos con toString("hex")'
    expect(resumen, frase).toMatch(/^[0-9a-f]{32}:[0-9a-f]{64}$/i)
    expect(inspect(escrito(), { depth: 5 }).includes('Girasol'), REGISTRO).toBe(false)
  })

  test('no usa un hash rápido ni rebaja el trabajo', async () => {
    // Uno de los que se calculan a la vez.
    const [, resumen = '', otro = ''] = await resumirVariasVeces()
    const [texto = '', obtenido] = resumen.toLowerCase().split(':')
    const bytes = Buffer.from(texto, 'hex')
    const esperado = await scryptHex(CLAVE, bytes)
    if (obtenido !== esperado) {
      const [otraSal = '', otroHash] = otro.toLowerCase().split(':')
      const cambiada = otraSal === texto && otroHash === esperado
      const ajena = 'Con dos llamadas a la vez, un resumen lleva la sal del otro: declárala dentro de resumir'
      expect(cambiada, ajena).toBe(false)
      const rapidos = ['', texto, bytes].flatMap((sal) => [sha256(sal, CLAVE), sha256(CLAVE, sal)])
      expect(rapidos, 'SHA-256 es rápido, también para quien ataca: usa derivar').not.toContain(obtenido)
      const barato = await scryptHex(CLAVE, bytes, { ...COSTE, p: 1 })
      expect(obtenido, 'Falta COSTE: sin él, scrypt trabaja cinco veces menos').not.toBe(barato)
      const enTexto = await scryptHex(CLAVE, texto)
      expect(obtenido, 'Deriva con los bytes de la sal, no con su texto hexadecimal').not.toBe(enTexto)
      const sinEspacios = CLAVE.trim()
      const retocadas = [sinEspacios, CLAVE.toLowerCase(), sinEspacios.toLowerCase()]
      for (const otra of [...retocadas, CLAVE.normalize('NFKC'), CLAVE.slice(0, 72)]) {
        expect(obtenido, TAL_CUAL).not.toBe(await scryptHex(otra, bytes))
      }
    }
    const frase =
      'Es derivar(contrasena, sal, BYTES, COSTE): la contraseña tal cual y sin agregar nada, la sal que guardas y COSTE'
    expect(obtenido, frase).toBe(esperado)
  })

  test('da un resumen distinto cada vez a la misma contraseña', async () => {
    const [uno = '', otro = ''] = await resumirVariasVeces()
    const [una, otra] = [Buffer.from(uno.slice(0, 32), 'hex'), Buffer.from(otro.slice(0, 32), 'hex')]
    const distintos = una.filter((byte, i) => byte !== otra[i]).length
    // Los dos que se calculan a la vez.
    const [, , tercero = ''] = await resumirVariasVeces()
    // Dos sales al azar coinciden en ocho de sus bytes una vez de cada mil billones.
    const frase =
      uno === otro
        ? 'La misma contraseña da dos veces el mismo resumen: usa randomBytes(16) en cada llamada y no recuerdes ninguno'
        : 'La sal es nueva y toda al azar cada vez: usa randomBytes(16) dentro de resumir'
    expect(distintos > 8, frase).toBe(true)
    const aLaVez =
      'La misma contraseña resumida dos veces a la vez da el mismo resumen: no compartas el cálculo'
    expect(tercero === otro, aLaVez).toBe(false)
    expect(uno.split(':')[1], 'Cada resumen se calcula entero: no recuerdes el hash').not.toBe(
      otro.split(':')[1],
    )
    const cifras =
      'La sal es un texto hexadecimal, con la mitad de azar: usa los bytes de randomBytes(16) sin pasarlos a texto'
    expect(/^[-0-9a-f]{16}$/i.test(una.toString('latin1')), cifras).toBe(false)
  })
})

describe('comprobar', () => {
  test('reconoce la contraseña de un resumen ya guardado, y ninguna otra', async () => {
    const escrito = mirarConsola()
    const antes = comparaciones
    const claves = [password, 'Clave-ana', `${password}\n`]
    const guardado = [ana.resumen, hash, '']
    // Nueve a la vez, y en la última, otra vez la suya.
    const [larga, vacia, suya, ...otras] = await Promise.all([
      responder(CLAVE, RESUMEN_DE_CLAVE),
      responder('', RESUMEN_DE_VACIA),
      ...[...claves, ...guardado, password].map((clave) => responder(clave)),
    ])
    const ultima = otras.pop()
    const tipo =
      suya === undefined
        ? 'comprobar no devuelve nada: falta un return, o está dentro de un callback; usa await derivar'
        : 'comprobar no da true ni false: ¿falta un await o un return, o comparas textos o tamaños distintos?'
    const conLaSuya = 'Con su contraseña lanzas un error: comprobar no lanza nunca, da true o false'
    expect(String(suya), conLaSuya).not.toMatch(/^Error(Http)?:/)
    expect(suya, tipo).toBeTypeOf('boolean')
    const nunca = 'Con otra contraseña lanzas un error: comprobar no lanza nunca, da false'
    expect(
      otras.find((respuesta) => typeof respuesta === 'string'),
      nunca,
    ).toBeUndefined()
    const todas = otras.every((respuesta) => respuesta === true)
    expect(!suya && todas, 'comprobar responde al revés').toBe(false)
    const frase =
      comparaciones === antes
        ? 'Es su contraseña y das false sin usar timingSafeEqual: mira qué mides, y no llames a resumir, que pone otra sal'
        : 'Es su contraseña y das false: deriva tal cual, con COSTE y los bytes de la sal guardada (resumir pone otra)'
    expect(suya, frase).toBe(true)
    const sinCompartir =
      'Con varias comprobaciones a la vez, una recibe la respuesta de otra: no compartas el cálculo entre llamadas'
    const compartida = todas && (await responder('otra')) === false
    const cualquiera = 'Cualquier contraseña abre la cuenta: compara los dos hashes'
    expect(todas, compartida ? sinCompartir : cualquiera).toBe(false)
    expect(otras.slice(0, 2), TAL_CUAL).toEqual([false, false])
    const robado =
      'Ni lo guardado ni un texto vacío son su contraseña: quien roba los resúmenes no puede entrar'
    expect(otras.slice(2), robado).toEqual([false, false, false])
    const ajena =
      'Con dos contraseñas a la vez se mezclan sus resúmenes: declara dentro de comprobar todo lo que uses'
    const sola = larga === true || (await responder(CLAVE, RESUMEN_DE_CLAVE))
    const conOtraSal = sola === true || (await responder(CLAVE, RESUMEN_CON_OTRA_SAL))
    const atajo =
      'Das false sin derivar si la sal es la que se usa con un correo desconocido: así se sabe qué cuentas existen'
    const sinSuSal = conOtraSal === true ? atajo : TAL_CUAL
    expect(larga, sola === true ? ajena : sinSuSal).toBe(true)
    const corta = vacia === true || (await responder('sí', RESUMEN_DE_CORTA))
    const medida =
      'Es su contraseña y das false: no mires cuánto mide ni recuerdes nada; una expresión regular con g recuerda'
    const sinNada = 'Una contraseña vacía también se deriva y se compara: sin atajos por lo que traiga'
    expect(vacia, corta === true ? sinNada : medida).toBe(true)
    const tope =
      'Con nueve comprobaciones a la vez, rechazas la última sin motivo: deriva y compara en todas, aunque esperen'
    expect(ultima === true, tope).toBe(true)
    // Aquí vale lanzar: lo que no vale es dar por buena una contraseña porque algo falle.
    const sinResumen = await intentar(CLAVE, null as never).catch(String)
    expect(
      sinResumen,
      'Sin un resumen con el que comparar, das true: si algo falla, es false; no recuerdes contraseñas',
    ).not.toBe(true)
    expect(inspect(escrito(), { depth: 5 }).includes(password), REGISTRO).toBe(false)
  })

  test('compara en tiempo constante', async () => {
    const antes = comparaciones
    vi.stubEnv('NODE_ENV', 'development')
    const entorno = 'Otra contraseña no abre la cuenta, tampoco con NODE_ENV=development: compara los hashes'
    const abre = await intentar('clave-eva')
    vi.unstubAllEnvs()
    // Antes de la buena no abría: si abre también sin esa variable, es por lo recordado.
    const recordada = abre && (await intentar('clave-eva'))
    const despues = 'Otra contraseña abre después de la buena: no recuerdes lo que respondiste antes'
    expect(abre, recordada ? despues : entorno).toBe(false)
    const frase =
      'Decide solo timingSafeEqual, que mira todo: ===, equals o un bucle, delante o en su lugar, paran antes o miran menos'
    expect(comparaciones > antes ? 'decide' : 'no decide', frase).toBe('decide')
  })

  test.each([
    ['vacío', ''],
    ['sin hash', `${sal}:`],
    ['con medio hash', `${sal}:${hash.slice(0, 32)}`],
    ['con un byte de más', `${sal}:${hash}00`],
    ['con otro byte al final', `${sal}:${hash.slice(0, -2)}00`],
    ['con otro byte al principio', `${sal}:00${hash.slice(2)}`],
    ['que no es hexadecimal', 'girasol:girasol'],
    ['con 64 letras que no son hexadecimal', `${sal}:${'z'.repeat(64)}`],
    ['con una eñe en medio', `${sal}:${hash.slice(0, 31)}ñ${hash.slice(32)}`],
  ])('rechaza sin lanzar un resumen %s', async (_caso, estropeado) => {
    const escrito = mirarConsola()
    const casos = [[password, estropeado]]
    // Sin resumen, tampoco vale no escribir contraseña. Y en claro no se guarda ninguna.
    if (!estropeado) casos.push([password, password], ['', ''])
    for (const [clave = '', guardado = ''] of casos) {
      const respuesta = await intentar(clave, guardado).catch(String)
      // Leer lo que no está es un TypeError; comparar dos tamaños, un RangeError.
      const frase =
        !estropeado.includes(':') && /^TypeError/.test(String(respuesta))
          ? "Un resumen sin «:» da false sin lanzar: dale '' a la parte que falta; sin await, un catch no lo atrapa"
          : 'Un resumen estropeado da false sin lanzar: mira antes si su hash mide BYTES bytes; sin await, un catch no lo atrapa'
      expect(respuesta, frase).toBeTypeOf('boolean')
      const igual = guardado
        ? 'Un resumen sin «:» da false: no lo compares con la contraseña, que nunca se guarda en claro'
        : 'Un resumen vacío da false con cualquier contraseña, también con una vacía'
      const coincide =
        guardado === clave
          ? igual
          : 'Si al hash le faltan, le sobran o le cambian bytes, no coincide: mira que mida BYTES, sin cortarlo ni rellenarlo'
      const ajeno = `${sal}:${RESUMEN_DE_VACIA.split(':')[1]}`
      const recordada = clave && respuesta === true && (await responder(clave, ajeno))
      const recuerda =
        'Das true a una contraseña que ya aceptaste con un resumen que no es el suyo: no recuerdes ninguna'
      expect(respuesta, recordada === true ? recuerda : coincide).toBe(false)
    }
    const resto =
      'Escribes en la consola un resumen estropeado: lo que queda de él lo lee quien lea el registro'
    const mitad = inspect(escrito(), { depth: 5 }).includes(hash.slice(2, 30))
    expect(mitad, resto).toBe(false)
  })

  test('no distingue otra contraseña de un correo desconocido', async () => {
    const antes = comparaciones
    vi.stubEnv('NODE_ENV', 'production')
    const clave = await entrar(app, { ...CUENTA_DE_ANA, password: 'clave-eva' })
    expect(clave.status, 'Otra contraseña no abre la cuenta: compara los dos hashes').toBe(401)
    // La misma que en la prueba de antes, y otra vez se deriva y se compara.
    const recordada = 'Compara cada vez: recordar respuestas es guardar contraseñas en claro'
    expect(comparaciones, recordada).toBeGreaterThan(antes)
    const correo = await entrar(app, { email: 'nadie@example.com', password })
    const frase = 'Un correo desconocido recibe la misma respuesta, o se sabrá qué cuentas existen'
    expect([correo.status, correo.body], frase).toEqual([401, clave.body])
  })
})

describe('usuarioPublico', () => {
  test('da el id, como texto, y el rol', () => {
    const cuentas: Usuario[] = [root, ana, { ...ana, rol: 'admin' }, { ...ana, id: 4_294_967_298 }]
    const recibidas = cuentas.map((cuenta) => ({ ...cuenta }))
    const escrito = mirarConsola()
    // Primero todas: se nota si una cambia lo que se dio de otra.
    const publicos = recibidas.map((cuenta) => usuarioPublico(cuenta))
    for (const [i, publico] of publicos.entries()) {
      expect(publico, 'usuarioPublico no da un objeto: ¿falta un return?').toBeTypeOf('object')
      const nuevo = 'Devuelve un objeto nuevo en cada llamada: ni compartido ni recordado'
      expect(publicos.lastIndexOf(publico), nuevo).toBe(i)
      const misma = 'Devuelves la misma cuenta que recibes: escribe un objeto nuevo, con id y rol'
      expect(Object.is(publico, recibidas[i]), misma).toBe(false)
      expect(publico.id, 'Falta el campo id: los dos que salen se llaman id y rol').toBeDefined()
      expect(publico.id, 'El id sale entero y como texto: String(usuario.id)').toBe(String(cuentas[i]?.id))
      const nueva = { ...(cuentas[i] as Usuario), id: 77, email: 'nueva@example.com' }
      const recuerda = publico.rol !== nueva.rol && usuarioPublico(nueva).rol === nueva.rol
      const rol = recuerda
        ? 'La cuenta cambió de rol y das el de antes: lee usuario.rol en cada llamada, sin recordar lo que diste'
        : 'El rol sale tal cual: usuario.rol'
      expect(publico.rol, rol).toBe(nueva.rol)
      expect(recibidas[i], 'Cambias la cuenta que recibes: devuelve un objeto nuevo').toEqual(cuentas[i])
      const correo = Object.keys(publico).includes('email')
        ? 'El correo es un dato personal y no sale: enumera solo id y rol'
        : 'El correo se lee de lo que das, aunque no salga en el JSON: da { id, rol }, sin la cuenta detrás'
      expect(Reflect.get(publico, 'email'), correo).toBeUndefined()
    }
    const congelada = 'A la cuenta que recibes ya no se le puede cambiar el rol: no la congeles, solo léela'
    const cambiadas = recibidas.map((recibida) =>
      Reflect.set(recibida, 'rol', recibida.rol === 'admin' ? 'usuario' : 'admin'),
    )
    expect(cambiadas, congelada).not.toContain(false)
    const copia = 'Lo que diste cambia si después cambia la cuenta: copia sus valores en el objeto nuevo'
    expect(
      publicos.map(({ rol }) => rol),
      copia,
    ).toEqual(cuentas.map(({ rol }) => rol))
    const registro = 'La consola es un registro: no escribas la cuenta, que lleva el correo y el resumen'
    expect(inspect(escrito(), { depth: 5 }).includes(ana.email), registro).toBe(false)
  })

  test('no publica en GET /admin nada más, ni un campo nuevo', async () => {
    const almacen = new AlmacenEnMemoria([Object.assign({ telefono: '555 0101' }, root)])
    const token = tokenDe(root, { propios: { rol: 'admin' } })
    const { status, body } = await pedir(crearApp({ secreto: SECRETO, almacen }), '/admin', token)
    expect(status, 'GET /admin falla: ¿lanza un error usuarioPublico?').toBe(200)
    const frase =
      'telefono' in Object(body)
        ? 'Enumera lo que sale: si quitas lo que sobra, el próximo campo se publica solo'
        : 'rol' in Object(body)
          ? 'Solo salen id, como texto, y rol: escribe esos dos campos y ninguno más'
          : 'rol no llega al JSON, que solo lleva propiedades propias: devuelve { id, rol }, sin clase'
    expect(body, frase).toEqual({ id: '2', rol: 'admin' })
    const escondido = 'Nada más, tampoco escondido: un objeto con id y rol, sin la cuenta dentro'
    expect(Reflect.ownKeys(usuarioPublico(root)).map(String).sort(), escondido).toEqual(['id', 'rol'])
    for (const entorno of ['development', 'production']) {
      vi.stubEnv('NODE_ENV', entorno)
      const igual = `Con NODE_ENV=${entorno} publicas otra cosa: son id y rol en cualquier entorno`
      expect(Object.keys(usuarioPublico(root)).sort(), igual).toEqual(['id', 'rol'])
    }
    const deClase = new (class {
      email = ana.email
      resumen = ana.resumen
      get id() {
        return 7
      }
      get rol() {
        return 'admin'
      }
    })()
    const conGet =
      'De una cuenta que es de una clase sale otra cosa: lee usuario.id y usuario.rol, sin copiarla antes'
    expect(usuarioPublico(deClase as Usuario), conGet).toEqual({ id: '7', rol: 'admin' })
  })
})

describe('exigirClaimsPublicos', () => {
  test('devuelve los mismos claims si todos pueden viajar', async () => {
    const exigir = () => exigirClaimsPublicos({ rol: 'admin' })
    const permitido =
      'Rechazas rol, que está en CLAIMS_PUBLICOS: lanza si includes da false; in mira índices, no valores'
    expect(exigir, permitido).not.toThrow()
    const otraVez = 'La segunda vez rechazas rol: no recuerdes nada; una expresión regular con g recuerda'
    expect(exigir, otraVez).not.toThrow()
    expect(exigir(), 'Cuando nada sobra, devuelve claims').toEqual({ rol: 'admin' })
    const ninguno = 'Rechaza solo lo que sobra: sin ningún claim no sobra nada, y se devuelve claims'
    expect(() => exigirClaimsPublicos({}), ninguno).not.toThrow()
    const sueltos = Object.assign(Object.create(null), { rol: 'admin' })
    const sinMetodos = 'Unos claims pueden no tener los métodos de un objeto: usa Object.keys'
    const { lanza } = await desenlace(() => exigirClaimsPublicos(sueltos)).catch((lanza) => ({ lanza }))
    expect(lanza === undefined ? 'los acepta' : 'lanza', sinMetodos).toBe('los acepta')
  })

  test.each(['password', 'resumen', 'email', 'telefono', 'sub', 'iat', 'Rol', 'roles', ' rol'])(
    'rechaza el claim %s',
    async (nombre) => {
      const parte = nombre.slice(0, 2)
      const escrito = mirarConsola()
      const casos: [string, object][] = [
        [nombre, { [nombre]: 'girasol', rol: 'admin' }],
        [nombre, { rol: 'admin', [nombre]: 'girasol' }],
        [nombre, { [nombre]: 0 }],
        [parte, { [parte]: 0 }],
        // Todo objeto tiene un `constructor` heredado, y un nombre vacío también es un nombre.
        ['constructor', { constructor: 0 }],
        ['', { '': 0 }],
        ['$&', { '$&': 0 }],
      ]
      for (const [i, [sobrante, claims]] of casos.entries()) {
        // Antes de llamar: hay quien quita el claim que sobra. Al segundo caso llega quien lanzó en el primero.
        const texto = JSON.stringify(claims)
        const [, primero = {}] = casos[0] ?? []
        const { lanza, devuelve } = await desenlace(() => exigirClaimsPublicos(claims)).catch((error) => {
          // También un TypeError, si nombra el claim: se lanzó a propósito.
          if (!error.message.includes(sobrante)) throw error
          return { lanza: error, devuelve: undefined }
        })
        expect(devuelve, 'Devuelves el error: lánzalo con throw').not.toBeInstanceOf(Error)
        // El primero lanzó.
        const otraVez = i === 1 && (await desenlace(() => exigirClaimsPublicos(primero)).catch(String))
        const olvida = `La segunda vez que llega «${nombre}» ya no lanzas: no cambies CLAIMS_PUBLICOS ni recuerdes de qué avisaste`
        const detras = `Con ${texto} no lanzas, y con ese claim delante sí: míralos todos antes de devolver claims`
        const deDetras = 'devuelve' in Object(otraVez) ? olvida : detras
        const sobra = `Con ${texto} no lanzas: solo puede viajar lo que trae CLAIMS_PUBLICOS, que es rol`
        expect(lanza, i === 1 ? deDetras : sobra).toBeDefined()
        expect(lanza, 'Lanza un Error, no otra cosa: throw new Error(…)').toBeInstanceOf(Error)
        const alCliente = 'Un ErrorHttp se le cuenta al cliente, y es un fallo nuestro: lanza un Error'
        expect(lanza, alCliente).not.toBeInstanceOf(ErrorHttp)
        const intactos = 'Cambias los claims que recibes: un segundo intento con los mismos pasaría'
        expect(JSON.stringify(claims), intactos).toBe(texto)
        const conEstado =
          'Con ese status se le cuenta al cliente como culpa suya, y es un fallo nuestro: lanza un Error sin él'
        const suyo = Number(Object(lanza).status ?? 500) < 500
        expect(suyo ? 'del cliente' : 'nuestro', conEstado).toBe('nuestro')
        const { message } = lanza as Error
        expect(message, 'El mensaje del error dice qué claim sobra').toContain(sobrante)
        const sinValor = 'El error acaba en el registro: nombra el claim sin su valor, tampoco en cause'
        expect(message, sinValor).not.toContain('girasol')
        expect(inspect(lanza).includes('girasol'), sinValor).toBe(false)
        const registro = 'La consola es un registro: no escribas los claims'
        expect(inspect(escrito(), { depth: 5 }).includes('girasol'), registro).toBe(false)
      }
      for (const entorno of ['development', 'production']) {
        vi.stubEnv('NODE_ENV', entorno)
        const igual = `Con NODE_ENV=${entorno} no lanzas: lo que no puede viajar no viaja en ningún entorno`
        expect(() => exigirClaimsPublicos({ [nombre]: 0 }), igual).toThrow(nombre)
      }
      const claims = { rol: 'admin' }
      exigirClaimsPublicos(claims)
      Object.assign(claims, { [nombre]: 0 })
      const despues = 'Unos claims que valieron ya no se miran, aunque tengan otros: míralos en cada llamada'
      expect(() => exigirClaimsPublicos(claims), despues).toThrow(nombre)
    },
  )

  test('entrega en POST /login un token sin datos sensibles', async () => {
    const { status, body } = await entrar(app)
    const nueva = 'ffeeddccbbaa99887766554433221100'
    const otraCuenta = async () =>
      responder(CLAVE, `${nueva}:${await scryptHex(CLAVE, Buffer.from(nueva, 'hex'))}`)
    const falla =
      status === 401
        ? (await otraCuenta()) === true
          ? 'Ana ya no entra y una cuenta nueva sí: comprobar recuerda; deriva en cada llamada, sin guardar nada'
          : 'Ana no entra con su contraseña: mira antes comprobar'
        : 'El inicio de sesión falla: ¿qué devuelve exigirClaimsPublicos?'
    expect(status, falla).toBe(200)
    const claims = Object.keys(jwt.decode(body.access_token) ?? {}).sort()
    const frase = 'Viajan el rol y los claims del estándar, y nada más: devuelve claims sin cambios'
    expect(claims, frase).toEqual(['exp', 'iat', 'jti', 'rol', 'sub'])
  })
})
