// What every quiz says.

export const TEXTS = {
  letter: (option: number) => `${'abcdef'[option]})`,
  showAnswer: 'Ver la respuesta',
  yes: 'Sí.',
  no: 'No.',
  check: 'Comprobar',
  previous: 'Anterior',
  next: 'Siguiente',
  place: (question: number, all: number) => `Pregunta ${question} de ${all}`,
  ofQuestion: (number: number) => `la pregunta ${number}`,
  chooseFirst: 'Elige antes una respuesta.',
  right: 'Correcto.',
  wrong: 'No es esa.',
  tryAgain: 'Prueba con otra.',
  passed: 'Cuestionario superado: las tres respuestas son correctas.',
  passedBefore: 'Ya superaste este cuestionario. Puedes repetirlo cuando quieras.',
}
