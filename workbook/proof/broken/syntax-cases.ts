import { type Case, first, swap } from './case.ts'
import { CONSTANT, inFunction, onLoad, RETURN } from './expiracion.ts'

const wrong = (detail: string) =>
  `expiracion.ts tiene un error de sintaxis: ${detail}; mira esa línea y la anterior`
const notForNode = (what: string, instead: string) =>
  `${what} no vale aquí, porque Node borra los tipos y ejecuta el resto tal cual: ${instead}`

export const SYNTAX_CASES: readonly Case[] = [
  {
    name: 'a brace too many at the start',
    telling: true,
    text: first('} // sobra'),
    says: wrong('se esperaba una declaración o una instrucción'),
    at: '} // sobra',
  },
  {
    name: 'a parenthesis that is missing in the middle',
    text: swap('return segundos\n', 'return (segundos\n'),
    says: wrong("se esperaba ')'"),
  },
  {
    name: 'a brace that is missing at the end',
    text: (solution) => solution.trimEnd().slice(0, -1),
    says: wrong("se esperaba '}'"),
  },
  {
    name: 'an unclosed string',
    text: swap(RETURN, "return 'sin cerrar"),
    says: wrong('literal de cadena sin terminar'),
    at: "return 'sin cerrar",
  },
  {
    name: 'an unclosed template',
    text: (solution) => `${solution}const plantilla = \`sin cerrar\n`,
    says: wrong('literal de plantilla sin terminar'),
  },
  {
    name: 'an unclosed comment',
    text: (solution) => `${solution}/* sin cerrar\n`,
    says: wrong('comentario sin terminar: falta «*/»'),
  },
  {
    name: 'an unclosed regular expression',
    text: swap(RETURN, 'return /sin cerrar'),
    says: wrong('literal de expresión regular sin terminar'),
    at: 'return /sin cerrar',
  },
  {
    name: 'curly quotes',
    text: inFunction('  console.log(“hola”)'),
    says: wrong('hay comillas curvas (“ ” ‘ ’), que no delimitan textos: escribe comillas rectas'),
    at: '“hola”',
  },
  {
    name: 'another language',
    text: swap(RETURN, 'if segundos > 0: return None'),
    says: wrong("se esperaba '('"),
    at: 'return None',
  },
  {
    name: 'a conflict that Git left behind',
    text: onLoad('<<<<<<< HEAD\nconst OTRO = 1\n=======\nconst OTRO = 2\n>>>>>>> otra'),
    says: wrong('se encontró un marcador de conflicto de combinación'),
    at: '<<<<<<< HEAD',
  },
  {
    name: 'a reserved word',
    text: onLoad('const class = 1'),
    says: wrong('no se permite «class» como nombre de declaración de variable'),
    at: 'const class = 1',
  },
  {
    name: 'a constant that is declared twice',
    text: swap(CONSTANT, `${CONSTANT}\nconst MARGEN = 61 // otra vez`),
    says: wrong("no se puede volver a declarar la variable con ámbito de bloque 'MARGEN'"),
    at: '// otra vez',
  },
  {
    name: 'a function that is declared twice',
    telling: true,
    text: onLoad('export function expiraEn() {}'),
    says: wrong("no se puede volver a declarar la variable 'expiraEn' exportada"),
    at: 'export function expiraEn(segundos',
  },
  {
    name: 'await in a function that is not async',
    text: inFunction('  await null'),
    says: wrong(
      'las expresiones «await» solo se permiten en las funciones asíncronas y en los niveles superiores de los módulos',
    ),
    at: 'await null',
  },
  {
    name: 'return outside of any function',
    text: onLoad('return 3'),
    says: wrong('una instrucción «return» solo se puede usar en el cuerpo de una función'),
    at: 'return 3',
  },
  {
    name: 'an enum',
    telling: true,
    text: onLoad('enum Color { Rojo }'),
    says: notForNode('Un enum', 'usa un objeto con «as const»'),
    at: 'enum Color',
  },
  {
    name: 'a decorator',
    text: onLoad('function marca(..._: unknown[]) {}\n@marca class Marcada {}'),
    says: notForNode('Un decorador', 'llama a la función sin @'),
    at: '@marca class',
  },
  {
    name: 'a property that is declared as a parameter',
    text: onLoad('export class Reloj { constructor(private hora: number) {} }'),
    says: notForNode(
      'Un parámetro con private, public o readonly',
      'declara el campo en la clase y asígnalo en el constructor',
    ),
    at: 'private hora',
  },
]
