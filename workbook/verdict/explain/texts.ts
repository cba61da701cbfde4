// What the runner says to the learner. A sentence names what happened and what to do next.

/** How to get back a file that went wrong: the page has neither keys nor commands. */
export const RESTART = {
  terminal: 'deshaz el cambio en tu editor o reinícialo con r o npm run reinicia',
  page: 'deshaz el cambio o usa el botón «Reinicia»',
} as const

export const TEXTS = {
  todo: (task: number, title: string) => `Aún falta el TODO ${task}: ${title}`,

  // The file itself.
  missing: (file: string) =>
    `No encuentro ${file}: vuelve a ponerlo donde estaba o reinícialo con r o npm run reinicia`,
  folder: (file: string) =>
    `${file} es una carpeta y no un archivo: quítala y reinicia el ejercicio con r o npm run reinicia`,
  notAFile: (file: string) =>
    `${file} no es un archivo corriente: bórralo y reinícialo con r o npm run reinicia`,
  unreadable: (file: string, code: string) =>
    `No puedo leer ${file} (${code}): revisa sus permisos o si otro programa lo tiene abierto, y guárdalo de nuevo`,
  tooBig: (file: string, megabytes: string) =>
    `${file} mide ${megabytes} MB y un ejercicio no pasa de unos pocos kB: ${RESTART.terminal}`,
  binary: (file: string) => `${file} no contiene texto: ${RESTART.terminal}`,
  encoding: (file: string, found: string) =>
    `${file} está guardado en ${found}: elige UTF-8 en tu editor y guárdalo de nuevo`,
  otherEncoding: 'una codificación que no es UTF-8',
  empty: (file: string, restart: string = RESTART.terminal) => `${file} está vacío: ${restart}`,
  onlyComments: (file: string, restart: string = RESTART.terminal) =>
    `${file} solo tiene comentarios: ${restart}`,

  // Its syntax.
  syntax: (file: string, detail: string) =>
    `${file} tiene un error de sintaxis: ${detail}; mira esa línea y la anterior`,
  syntaxUnknown: 'revisa paréntesis, llaves y comillas',
  // Much as TypeScript says it, which the terminal asks for what is not here.
  wrongSyntax: {
    curlyQuotes: 'hay comillas curvas (“ ” ‘ ’), que no delimitan textos: escribe comillas rectas',
    string: 'literal de cadena sin terminar',
    template: 'literal de plantilla sin terminar',
    regExp: 'literal de expresión regular sin terminar',
    comment: 'comentario sin terminar: falta «*/»',
    expected: (what: string) => `se esperaba '${what}'`,
    expression: 'se esperaba una expresión',
    statement: 'se esperaba una declaración o una instrucción',
    tooMany: (what: string) => `sobra un '${what}'`,
    conflict: 'se encontró un marcador de conflicto de combinación',
    reserved: (word: string) => `no se permite «${word}» como nombre de declaración de variable`,
    looseReturn: 'una instrucción «return» solo se puede usar en el cuerpo de una función',
    looseAwait:
      'las expresiones «await» solo se permiten en las funciones asíncronas y en los niveles superiores de los módulos',
    twice: (name: string) => `identificador '${name}' duplicado`,
    twiceInBlock: (name: string) =>
      `no se puede volver a declarar la variable con ámbito de bloque '${name}'`,
    twiceExported: (name: string) => `no se puede volver a declarar la variable '${name}' exportada`,
    twoBodies: 'implementación de función duplicada',
    twoDefaults: 'un módulo no puede tener varias exportaciones predeterminadas',
  },
  notErasable: (what: string, instead: string) =>
    `${what} no vale aquí, porque Node borra los tipos y ejecuta el resto tal cual: ${instead}`,
  erasable: {
    enum: ['Un enum', 'usa un objeto con «as const»'],
    namespace: ['Un namespace', 'usa funciones y constantes del propio archivo'],
    decorator: ['Un decorador', 'llama a la función sin @'],
    parameterProperty: [
      'Un parámetro con private, public o readonly',
      'declara el campo en la clase y asígnalo en el constructor',
    ],
    importEquals: ['import … = require(…)', 'escribe import … from'],
    exportEquals: ['export = …', 'escribe export delante de cada declaración'],
    assertion: ['<Tipo>valor', 'escribe valor as Tipo'],
  },
  commonJs: (name: string) =>
    `${name} es de CommonJS y aquí los módulos son ES: usa import y export, o el servidor no arrancará`,

  // Its exports.
  noExport: (file: string, names: string) =>
    `${file} ya no exporta ${names}, que importan las pruebas: escribe «export» delante`,
  defaultExport: (file: string, name: string) =>
    `${file} exporta «${name}» con default y las pruebas lo importan por su nombre: quita «default»`,
  renamedExport: (file: string, wanted: string, found: string) =>
    `${file} exporta «${found}» y ya no «${wanted}», que es el nombre que importan las pruebas: devuélvele el suyo`,
  goneExport: (file: string, names: string, restart: string = RESTART.terminal) =>
    `En ${file} falta ${names}, que importan las pruebas: ${restart}`,
  ghostExport: (name: string) => `Exportas «${name}», que no está declarado: decláralo o quítalo del export`,
  notAFunction: (name: string) =>
    `«${name}» tiene que ser una función y ya no lo es: vuelve a declararla con function`,
  notAClass: (name: string) =>
    `«${name}» tiene que ser una clase y ya no lo es: vuelve a declararla con class`,

  // Its imports.
  unresolved: (name: string) =>
    `No se encuentra «${name}»: revisa cómo está escrito en el import; el cuaderno no necesita paquetes nuevos`,
  absent: (what: string) =>
    `«${what}» existe en Node, pero no en el laboratorio de la página: comprueba este archivo en la terminal`,
  noExtension: (name: string) => `En el import de «${name}» falta la extensión: escribe «${name}.ts»`,
  noSuchName: (name: string, from: string) =>
    `«${from}» no exporta «${name}»: revisa el nombre; si es un tipo, escribe «type» delante`,
  typeImport: (name: string, from: string) =>
    `«${name}» es un tipo de «${from}» y Node no lo encontrará: escribe «type» delante en el import`,
  viaDefault: (name: string, from: string, local: string) =>
    `«${from}» no exporta «${name}» por separado: escribe import ${local} from '${from}' y usa ${local}.${name}`,
  byDefault: (local: string, from: string) =>
    `«${from}» se importa entero y sin llaves: escribe import ${local} from '${from}'`,
  namespace: (local: string, from: string) =>
    `Con import * as ${local}, Node no encuentra lo que «${from}» lleva dentro: escribe import ${local} from '${from}'`,
  noDefault: (from: string) =>
    `«${from}» no tiene export default: escribe entre llaves el nombre que necesitas`,
  importsTests: (name: string) =>
    `El ejercicio importa «${name}», que es de las pruebas: quita ese import, el servidor no lo tendrá`,
  importsUser: (name: string) =>
    `El ejercicio importa «${name}», que a su vez lo importa a él: quita ese import para romper el círculo`,

  // What happens while it runs.
  glued: (name: string) =>
    `«${name}» se usa en la misma instrucción que lo declara: ¿falta un return, o un punto y coma, entre las dos líneas?`,
  importedAsType: (name: string) =>
    `Importas «${name}» con import type, que se borra antes de ejecutar: quita type`,
  privateField: (name: string) => `El campo de la clase es #${name}: escribe this.#${name}`,
  undeclared: (name: string, near: string) => `«${name}» no existe: ¿quisiste decir «${near}»?`,
  threw: (error: string) => `Tu código lanzó un error que la prueba no esperaba: ${error}`,
  threwServer: (error: string) => `Tu código lanzó un error que nadie traduce: ${error}`,
  threwOther: (what: string) =>
    `Tu código lanza ${what}, que no es un Error: escribe throw new Error('…') con un mensaje`,
  timeout: (seconds: number) =>
    `Nadie respondió en ${seconds} s: busca una rama sin next(), sin respuesta o sin lanzar un error, o un await de algo que no llega`,
  load: (error: string) => `El archivo no llega a cargarse: ${error}`,
  loop: 'Tu código entra en un bucle que no termina y lo he detenido: revisa la condición de salida',
  memory: (megabytes: number) =>
    `Tu código ocupa más de ${megabytes} MB y lo he detenido: busca un array, un Map o un texto que crece sin fin`,
  flood:
    'Tu código escribe sin parar en la consola y lo he detenido: busca un console.log dentro de un bucle y quítalo',
  hang: 'Tu código no termina de cargarse y lo he detenido: busca un await de algo que no llega',
  stalled:
    'Las pruebas se quedaron a medias y las he detenido: busca código que cambie o cierre algo del propio programa',
  died: 'El proceso de las pruebas se cerró de golpe: busca una llamada que lo apague o que agote la memoria',
  scene: {
    threw: (error: string) => `La escena se detiene en un error que nadie atrapa: ${error}`,
    hang: 'La escena no termina y la he detenido: busca un await de algo que no llega o un servidor que nadie cierra',
    died: 'La escena se cerró de golpe: busca una llamada que la apague o que agote la memoria',
  },
  rejection: (error: string) => `Una promesa rechazada se quedó sin await y sin catch: ${error}`,
  uncaught: (error: string) => `Un error que nadie atrapa, fuera de la solicitud: ${error}`,
  notAnError: (what: string) => `${what}, que no es un Error`,
  notRun:
    'Las pruebas de esta lección no llegaron a ejecutarse y no se sabe si está bien: compruébala de nuevo, con nada más en marcha',
  someObject: 'un objeto',
  notOurs: 'Se ha cargado un archivo de solutions/: aquí solo valen tus módulos',
  unexplained: (message: string) =>
    `El cuaderno no ha podido comprobar el archivo: ${message}. Guárdalo otra vez; si se repite, cierra la sesión y ábrela de nuevo`,

  // The learner's own server.
  serverExit: (code: number) =>
    `tu código lo apagó con process.exit(${code}): quítalo y lanza un error en su lugar; al guardar arrancará de nuevo`,
  serverDied: (error: string) => `se cerró por un error que nadie atrapa (${error}): corrígelo y guarda`,
  serverKilled: 'se cerró de golpe: busca una llamada que lo apague o que agote la memoria, y guarda',
  serverMemory: 'agotó la memoria: busca un array, un Map o un texto que crece sin fin, y guarda',
  serverAwaits: 'espera al cargarse algo que no llega: busca un await fuera de las funciones, y guarda',
  serverSlow: (seconds: number) =>
    `no llega a escuchar en ${seconds} s: busca un bucle o un await de algo que no llega, y guarda`,
  serverSecret:
    'JWT_SECRETO falta en .env o mide menos de 32 bytes: escribe ahí uno más largo, o borra .env para que se cree otro, y guarda',
  serverDatabase:
    'no puede abrir su base de datos en .cuaderno: revisa si queda sitio en el disco y si hay permiso para escribir ahí, y guarda',
  serverDisk: (why: string) => `${why}. Después, guarda`,
  serverMore: (lines: number) => `… y ${lines} líneas más`,
} as const
