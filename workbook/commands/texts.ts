// What the commands say. Sentences about results live in report/ and runner/.

export const TEXTS = {
  usage: `Órdenes del cuaderno:
  npm start                el sitio y la sesión de la siguiente lección
  npm run lesson           la primera lección sin terminar
  npm run lesson 3         la lección 3: edita su archivo y guarda
  npm run lesson final     tus ocho módulos juntos
  npm run check 3          comprueba una vez la lección 3
  npm run check            comprueba todas
  npm run problema 3       la escena de la que parte la lección 3
  npm run pista 3          la pista siguiente de la lección 3
  npm run compara 3        tu archivo al lado de la solución
  npm run reinicia 3       vuelve al archivo de partida; npm run deshaz 3, atrás
  npm run copias           las copias de tu trabajo
  npm run lista            las lecciones y lo que llevas hecho
  npm run informe          un informe de tu trabajo para entregar
  npm run actualizar       trae una versión nueva sin tocar tus ejercicios
  npm test                 comprueba el cuaderno entero`,
  unknownCommand: (name: string) => `No conozco la orden «${name}».`,
  unknownLesson: (name: string, last: number) =>
    `No existe la lección «${name}»: elige un número del 1 al ${last}, o «final»`,
  missingFolder: (path: string) => `Falta la carpeta ${path}: recupérala con «git checkout -- ${path}»`,
  missingFile: (path: string) => `Falta un archivo del cuaderno: recupéralo con «git checkout -- ${path}»`,
  notWritten: (path: string) =>
    `Falta ${path} y git no lo conoce: escríbelo, o quita su lección de lessons/indice.ts`,
  disk: (path: string) =>
    `No se ha podido escribir en ${path}: ciérralo en otros programas, mira si queda sitio en el disco y repite`,
  ourFault: (message: string, log: string) =>
    `El cuaderno ha fallado y no es culpa tuya: ${message}\nEl detalle está en ${log}; cuéntalo en las incidencias del proyecto`,
  checking: 'Comprobando…',
  stubsWritten: (count: number) => `${count} archivos de partida derivados de sus soluciones`,
  stubDiffers: (path: string) => `${path} no es el archivo de partida que sale de su solución`,
  stubsHint: 'Derívalos de nuevo con: npm run stubs',
  outputsWritten: (count: number) => `${count} salidas escritas en docs/salidas`,
} as const
