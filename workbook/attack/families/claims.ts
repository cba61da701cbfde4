import { type Draft, family, signed } from '../drafts.ts'
import type { Claims } from '../target.ts'

/** A `sub` that is almost that of the account, or that finds more than one. */
function sub(title: string, reason: string, value: (own: string) => unknown): Draft {
  return signed(title, reason, ({ claims }) => ({ sub: value(String(claims.sub)) }))
}

const always = (value: unknown) => () => value
const wide = (own: string) =>
  own.replaceAll(/[!-~]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0))

export const SUBJECTS = family('De quién dice ser: sub', 1, 'RFC 7519; OWASP API1 y API2', [
  sub('sub numérico', 'Un número donde va un texto se compara con otras reglas.', (own) => Number(own) || 1),
  sub('sub verdadero', 'true == 1 en JavaScript, y la cuenta 1 existe.', always(true)),
  sub('sub como array', 'Un array de un elemento se convierte en ese elemento.', (own) => [own]),
  sub(
    'sub como operador de Mongo',
    'La búsqueda recibe una condición en vez de un identificador.',
    always({ $ne: null }),
  ),
  sub('sub como objeto con toString', 'El objeto se convierte a texto sin que nadie lo pida.', (own) => ({
    toString: own,
  })),
  sub('sub nulo', 'null busca la cuenta sin identificador.', always(null)),
  sub('sin sub', 'undefined también se puede buscar, y a veces encuentra.', always(undefined)),
  sub('sub vacío', 'El texto vacío es cero, y cero a veces es la primera cuenta.', always('')),
  sub('sub «__proto__»', 'Un objeto usado como tabla devuelve lo que hereda.', always('__proto__')),
  sub(
    'sub «constructor»',
    'La tabla de cuentas devuelve una función y la toma por cuenta.',
    always('constructor'),
  ),
  sub('sub con SQL', 'El identificador se pega en la consulta.', (own) => `${own} OR 1=1`),
  sub('sub con comodín', 'La consulta usa LIKE y % vale por cualquiera.', always('%')),
  sub(
    'sub con un cero delante',
    'Dos identificadores para una cuenta: quien bloquea por texto pierde uno.',
    (own) => `0${own}`,
  ),
  sub('sub con decimales', 'Number lo convierte en el mismo número.', (own) => `${own}.0`),
  sub('sub en hexadecimal', 'Number entiende hexadecimal.', (own) => `0x${Number(own).toString(16)}`),
  sub('sub con exponente', 'Number entiende exponentes.', (own) => `${own}e0`),
  sub('sub con un espacio delante', 'Number quita los espacios.', (own) => ` ${own}`),
  sub('sub en letras anchas', 'Algo normaliza Unicode después de comprobar.', wide),
  sub('sub y un carácter nulo', 'La base de datos corta el texto en el carácter nulo.', (own) => `${own}\0`),
  sub('sub negativo', 'Un array leído desde el final también da cuentas.', always('-1')),
  sub(
    'sub de una cuenta que no existe',
    'El token vale sin que su cuenta exista: la de alguien borrado sigue entrando.',
    always('999999'),
  ),
  sub('sub de cuatrocientas cifras', 'Number lo convierte en Infinity.', always('9'.repeat(400))),
])

const instant = (title: string, reason: string, claims: Claims, lesson?: number): Draft =>
  signed(title, reason, claims, { lesson })

export const INSTANTS = family('Cuándo vale: exp, nbf, iat', 3, 'RFC 7519; RFC 8725; OWASP API2', [
  signed(
    'expirado hace una hora',
    'No se mira la expiración.',
    ({ now }) => ({ iat: now - 7200, exp: now - 3600 }),
    { lesson: 1 },
  ),
  signed(
    'expirado hace diez segundos',
    'El margen para relojes distintos alarga todos los tokens.',
    ({ now }) => ({ iat: now - 3600, exp: now - 10 }),
    { lesson: 1 },
  ),
  signed('expirado en 1970', 'exp: 0 es falso, y lo falso se toma por ausente.', { exp: 0 }, { lesson: 1 }),
  instant('exp negativo', 'Un número negativo se trata como «sin expiración».', { exp: -1 }, 1),
  instant('exp como texto', 'Un texto se compara con otras reglas, o con ninguna.', { exp: '9999999999' }, 1),
  instant('exp como array', 'El array se convierte en número al comparar.', { exp: [9999999999] }, 1),
  instant('exp como operador', 'Lo que no es un número no se compara.', { exp: { $gt: 0 } }, 1),
  instant('exp nulo', 'null es menor que cualquier fecha y no es una fecha.', { exp: null }, 1),
  instant('exp verdadero', 'true no es un instante.', { exp: true }, 1),
  instant('nbf dentro de una hora', 'El token aún no vale y nadie lo mira.', { nbf: 4_102_444_800 }, 1),
  instant('nbf como texto', 'Lo que no es un número no se compara.', { nbf: '4102444800' }, 1),
  instant('iat como texto', 'La edad del token se calcula con lo que no es un número.', { iat: '0' }, 1),
  instant('iat como array', 'Un array pasa por número al restar.', { iat: [0] }, 1),
  signed(
    'sin exp',
    'Un token que no expira vale hasta que cambie el secreto.',
    { exp: undefined },
    { needs: ['lifetime'] },
  ),
  signed(
    'exp dentro de diez años',
    'Quien comparte el secreto emite tokens que no acaban.',
    ({ now }) => ({ exp: now + 315_360_000 }),
    { needs: ['lifetime'] },
  ),
  signed(
    'exp en milisegundos',
    'Confundir las unidades da tokens de cincuenta mil años.',
    ({ now }) => ({ exp: now * 1000 }),
    { needs: ['lifetime'] },
  ),
  signed(
    'exp una hora más tarde de lo debido',
    'El límite suma un margen mil veces mayor.',
    ({ now, lifetime }) => ({ iat: now, exp: now + lifetime + 3600 }),
    { needs: ['lifetime'] },
  ),
  signed(
    'exp lejano y un iat que lo disimula',
    'La duración se mide desde un iat que escribe el propio token.',
    ({ now, lifetime }) => ({ iat: now + 315_360_000 - lifetime, exp: now + 315_360_000 }),
    { needs: ['lifetime'] },
  ),
  signed(
    'exp lejano y sin iat',
    'Sin iat la resta da NaN, y NaN no es mayor que nada.',
    ({ now }) => ({ iat: undefined, exp: now + 315_360_000 }),
    { needs: ['lifetime'] },
  ),
  signed(
    'exp infinito',
    'JSON admite 1e999, que JavaScript lee como Infinity.',
    { exp: Number.MAX_VALUE },
    { needs: ['lifetime'] },
  ),
])

const kind = (title: string, reason: string, claims: Claims, header?: Claims): Draft =>
  signed(title, reason, claims, { header })

export const KINDS = family('Tokens de otra clase', 1, 'RFC 8725; RFC 9068; OWASP API2', [
  kind('type «refresh»', 'Un token de renovación, que dura semanas, abre las mismas puertas.', {
    type: 'refresh',
  }),
  kind('type «Refresh»', 'La clase prohibida se compara con otra mayúscula.', { type: 'Refresh' }),
  kind('type como array', 'Un array que contiene la palabra buena pasa una comparación laxa.', {
    type: ['access'],
  }),
  kind('type vacío', 'Una clase vacía no es la de acceso.', { type: '' }),
  kind('type nulo', 'null se toma por «no dice nada».', { type: null }),
  kind('token_use «id»', 'Un token de identidad dice quién entró en otro sitio, no qué puede hacer aquí.', {
    token_use: 'id',
  }),
  kind('token_use «refresh»', 'Otros emisores llaman así a la clase, y nadie lo mira.', {
    token_use: 'refresh',
  }),
  kind('token_type «refresh»', 'Otra biblioteca escribe la clase con este nombre.', {
    token_type: 'refresh',
  }),
  kind('typ «Refresh» en el payload', 'La clase viaja en un claim que se llama como el del encabezado.', {
    typ: 'Refresh',
  }),
  kind(
    'typ «refresh+jwt» en el encabezado',
    'El encabezado dice la clase y solo se lee el payload.',
    {},
    {
      typ: 'refresh+jwt',
    },
  ),
  kind(
    'typ «logout+jwt» en el encabezado',
    'Un aviso de cierre de sesión sirve para entrar.',
    {},
    {
      typ: 'logout+jwt',
    },
  ),
  kind(
    'typ «secevent+jwt» en el encabezado',
    'Un aviso de seguridad sirve para entrar.',
    {},
    {
      typ: 'secevent+jwt',
    },
  ),
  kind(
    'typ «dpop+jwt» en el encabezado',
    'Una prueba de posesión, que firma el cliente, sirve para entrar.',
    {},
    {
      typ: 'dpop+jwt',
    },
  ),
])
