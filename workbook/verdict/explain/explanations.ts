import { cleanLine } from './clean.ts'
import { TEXTS } from './texts.ts'

/** What an error in English means for the learner. */
export interface Explanation {
  /** How V8 says it, or else Express, Vitest, Node or one of our guards. What it names goes into the sentence. */
  says: RegExp
  /** How Firefox says it, if in other words. */
  inFirefox?: RegExp
  /** The sentence in Spanish: what happened and what to do next. */
  tell: (parts: Readonly<Record<string, string | undefined>>) => string
  /**
   * A program that provokes it, where what is named is called `nombre`; of what only the runner and its
   * guards say, their words.
   */
  example: string | { words: string }
  /**
   * `forbidden`: wrong whatever the tests say, and told without quoting the English. `never-meant`: no test
   * provokes it on purpose, so it explains a red one better than the test. `unseen`: told also if every
   * test is green. Any other is told where nobody expected an error.
   */
  weight?: 'forbidden' | 'never-meant' | 'unseen'
}

const NOTHING = '(?<nothing>undefined|null)'

const fatal = (call = '') =>
  `Tu código llama a ${call}(), que apagaría el servidor: quítalo y lanza un error en su lugar`

/** The first row that knows an error explains it. To explain one more, add a row: its example is its test. */
export const EXPLANATIONS: readonly Explanation[] = [
  {
    says: /^Test timed out in (?<ms>\d+)ms/,
    tell: ({ ms }) => TEXTS.timeout(Number(ms) / 1000),
    example: { words: 'Test timed out in 4000ms.\nIf this is a long-running test…' },
    weight: 'forbidden',
  },
  {
    says: /cuaderno:fatal listen/,
    tell: () =>
      'El ejercicio no debe llamar a listen(): el servidor lo ponen las pruebas y la sesión; quítalo',
    example: { words: 'cuaderno:fatal listen' },
    weight: 'forbidden',
  },
  {
    says: /cuaderno:fatal (?<call>\S+)/,
    tell: ({ call }) => fatal(call),
    example: { words: 'cuaderno:fatal process.abort' },
    weight: 'forbidden',
  },
  {
    says: /process\.exit unexpectedly called/,
    tell: () => fatal('process.exit'),
    example: { words: 'process.exit unexpectedly called with "1"' },
    weight: 'forbidden',
  },
  {
    says: /cuaderno:sealed (?<what>\S+)/,
    tell: ({ what }) =>
      `Tu código cambia ${what}, que usa todo el programa: quita esa línea o usa una variable tuya`,
    example: { words: 'cuaderno:sealed Math.random' },
    weight: 'forbidden',
  },
  {
    says: /cuaderno:absent (?<name>\S+)(?: (?<part>\S+))?/,
    tell: ({ name = '', part }) => TEXTS.absent(part ? `${part}» de «${name}` : name),
    example: { words: 'cuaderno:absent node:crypto createSign' },
    weight: 'forbidden',
  },
  {
    says: /(?:Cannot find (?:module|package)|Failed to resolve import) ['"](?<name>[^'"]+)['"]/,
    tell: ({ name = '' }) => TEXTS.unresolved(cleanLine(name)),
    example: "await import('nombre')",
    weight: 'forbidden',
  },
  {
    says: /Maximum call stack size exceeded/,
    inFirefox: /too much recursion/,
    tell: () =>
      'Una función se llama a sí misma sin fin (Maximum call stack size exceeded): revisa cuándo debe dejar de llamarse',
    example: 'const nombre = () => 1 + nombre(); nombre()',
    weight: 'forbidden',
  },
  {
    says: /Worker exited unexpectedly/,
    tell: () => TEXTS.died,
    example: { words: 'Worker exited unexpectedly' },
    weight: 'forbidden',
  },
  {
    says: /^(?<name>[\w$]+) is not defined$/,
    inFirefox: /^assignment to undeclared variable (?<name>[\w$]+)/,
    tell: ({ name }) => `Usas «${name}» sin declararlo ni importarlo: revisa cómo está escrito`,
    example: 'nombre = 1',
    weight: 'never-meant',
  },
  {
    says: /^Cannot access '(?<name>.+)' before initialization$/,
    inFirefox: /^can't access lexical declaration '(?<name>.+?)' before initialization/,
    tell: ({ name }) => `Usas «${name}» antes de la línea que lo declara: muévela más arriba`,
    example: 'const doble = 2 * nombre; const nombre = 1',
    weight: 'never-meant',
  },
  {
    says: /^Assignment to constant variable\.$/,
    inFirefox: /^invalid assignment to const /,
    tell: () => 'Das otro valor a una constante: declárala con let o usa otra variable',
    example: 'const nombre = 1; nombre = 2',
    weight: 'never-meant',
  },
  {
    says: /^(?<name>.+)\.then is not a function$/,
    tell: ({ name }) =>
      `«${name}» no siempre da una promesa: espéralo con await, que sirve también para un valor`,
    example: 'const nombre = 1; nombre.then(() => {})',
  },
  {
    says: /^(?<name>.+) is not a function$/,
    tell: ({ name }) => `Llamas a «${name}» y no es una función: revisa su nombre y de dónde sale`,
    example: 'const nombre = 1; nombre()',
  },
  {
    says: /^(?<name>.+) is not a constructor$/,
    tell: ({ name }) => `Usas new con «${name}» y no es una clase: revisa su nombre y de dónde sale`,
    example: 'const nombre = 1; new nombre()',
  },
  {
    says: /^Class constructor (?<name>\S+) cannot be invoked/,
    inFirefox: /^class constructors must be invoked with 'new'/,
    tell: ({ name }) => `Llamas a la clase${name ? ` «${name}»` : ''} sin new: escribe new delante`,
    example: 'class nombre {}; nombre()',
  },
  {
    says: new RegExp(`^Cannot read properties of ${NOTHING} \\(reading '#(?<name>.+)'\\)`),
    tell: ({ name }) =>
      `Lees «#${name}» de algo que no es su objeto: llama al método sobre él, como objeto.metodo(), porque suelto pierde this`,
    example: 'class Caja { #nombre = 1; leer() { return this.#nombre } } const { leer } = new Caja(); leer()',
  },
  {
    says: new RegExp(`^Cannot read properties of ${NOTHING} \\(reading '(?<name>.+)'\\)`),
    // It says the same of all that is read or set.
    inFirefox: new RegExp(
      `^can't access property "?(?!Symbol\\.iterator)(?<name>.+?)"?(?:, .+? is| of) ${NOTHING}\\b`,
    ),
    tell: ({ name, nothing }) =>
      `Lees «${name}» de algo que es ${nothing}: comprueba antes que existe, o espéralo con await`,
    example: 'null.nombre',
  },
  {
    says: new RegExp(`^Cannot set properties of ${NOTHING} \\(setting '(?<name>.+)'\\)`),
    tell: ({ name, nothing }) =>
      `Pones «${name}» en algo que es ${nothing}: comprueba antes que existe, o espéralo con await`,
    example: 'null.nombre = 1',
  },
  {
    says: new RegExp(`^Cannot destructure property '(?<name>.+?)' of .* as it is ${NOTHING}`),
    inFirefox: new RegExp(`^${NOTHING} has no properties`),
    tell: ({ name, nothing }) =>
      `Sacas ${name ? `«${name}»` : 'una propiedad'} de algo que es ${nothing}: comprueba antes que existe, o espéralo con await`,
    example: 'const { nombre } = null',
  },
  {
    says: /^(?<name>.+) is not a function or its return value is not iterable/,
    inFirefox: /^(?<name>[\w$.]+)\(.*\) is not iterable/,
    tell: ({ name }) => `Recorres como una lista lo que devuelve «${name}» y no lo es: ¿falta await?`,
    example: 'const nombre = async () => []; const [uno] = nombre()',
  },
  {
    says: /^(?:object is not iterable|Spread syntax requires)/,
    inFirefox: /^\(intermediate value\) is not iterable/,
    tell: () => 'Recorres como una lista algo que no lo es: ¿falta await, faltan corchetes o son llaves?',
    example: 'const [nombre] = Promise.resolve()',
  },
  {
    says: /^(?:number |boolean |object (?=null))?(?<name>.+?) is not iterable/,
    inFirefox: /^can't access property Symbol\.iterator,? (?:of )?(?<name>.+?)(?: is undefined| is null)?$/,
    tell: ({ name }) => `Recorres «${name}» como una lista y no lo es: revisa de dónde sale`,
    example: 'const nombre = 1; for (const uno of nombre) {}',
  },
  {
    says: /^Cannot convert undefined or null to object/,
    inFirefox: /^can't convert (?:undefined|null) to object/,
    tell: () => 'Pides las propiedades de algo que no existe: compruébalo antes, o espéralo con await',
    example: 'Object.keys(null)',
  },
  {
    says: /^Cannot assign to read only property '(?<name>.+?)'/,
    inFirefox: /^"?(?<name>[\w$]+)"? is read-only/,
    tell: ({ name }) => `«${name}» es de solo lectura: copia el objeto y cambia la copia`,
    example: 'Object.freeze({ nombre: 1 }).nombre = 2',
  },
  {
    says: /^Cannot (?:add|define) property (?<name>.+), object is not extensible/,
    inFirefox:
      /^can't define (?:property "?(?<name>.+?)"?: .+? is not extensible|(?:array index )?property past the end)/,
    tell: ({ name = 'length' }) =>
      `Agregas «${name}» a un objeto que no admite más propiedades, como Object.prototype o uno congelado: agrégala a uno tuyo`,
    example: 'Object.freeze({}).nombre = 1',
  },
  {
    says: /^Right-hand side of 'instanceof' is not (?:callable|an object)/,
    inFirefox: /^invalid 'instanceof' operand/,
    tell: () => 'Lo que va a la derecha de instanceof no es una clase: revisa su nombre y de dónde sale',
    example: 'const nombre = {}; nombre instanceof nombre.Error',
  },
  {
    says: /argument handler must be a function|requires? a middleware function/i,
    tell: () =>
      'Express espera un middleware y recibe otra cosa: la función que lo crea debe devolverlo (¿falta return?)',
    example: "const { default: express } = await import('express'); express().get('/', undefined)",
    weight: 'forbidden',
  },
  {
    says: /^String\.prototype\.(?<call>replaceAll|matchAll) called with a non-global RegExp/,
    inFirefox: /^(?<call>replaceAll|matchAll) must be called with a global RegExp/,
    tell: ({ call }) => `A la expresión regular de ${call} le falta la marca g: escríbela, o da un texto`,
    example: "'nombre'.replaceAll(/n/, '')",
  },
  {
    says: /^The (?:"(?<what>[^"]+)"|first) argument must be /,
    tell: ({ what }) =>
      `Una función de Node no admite lo que le pasas${what ? ` en «${what}»` : ''}: revisa qué es y de dónde sale`,
    example: 'Buffer.byteLength(1)',
  },
  {
    says: /^Cannot use 'in' operator to search for '(?<name>.+?)' in /,
    inFirefox: /^cannot use 'in' operator to search for "?(?<name>.+?)"? in /,
    tell: ({ name }) => `Buscas «${name}» con in en algo que no es un objeto: comprueba antes que lo es`,
    example: "'nombre' in ''",
  },
  {
    says: /^Invalid status code: (?<name>\S+?)\.?(?:\s|$)/,
    tell: ({ name }) =>
      `Respondes con el estado «${name}», que no es un número de HTTP: revisa de dónde sale`,
    example: `const { ServerResponse } = await import('node:http')
      new ServerResponse({ method: 'GET' }).writeHead('nombre')`,
  },
  {
    says: / is not valid JSON$|^Unexpected end of JSON input$/,
    inFirefox: /^JSON\.parse: /,
    tell: () => 'JSON.parse recibe un texto que no es JSON: comprueba qué le llega',
    example: "JSON.parse('nombre')",
  },
  {
    says: /^Cannot set headers after they are sent/,
    tell: () =>
      'Ya habías respondido: los encabezados van antes de res.json, y se responde una sola vez (return, sin next())',
    example: `const { ServerResponse } = await import('node:http')
      new ServerResponse({ method: 'GET' }).writeHead(200).setHeader('nombre', '1')`,
    weight: 'unseen',
  },
  {
    says: /cuaderno:next/,
    tell: () =>
      'Tu código llama dos veces a next() en la misma solicitud: llámalo una sola vez y escribe return después',
    example: { words: 'cuaderno:next' },
    weight: 'unseen',
  },
]
