// What every museum of wrong answers says.

export const TEXTS = {
  intro:
    'Cada pieza es un cambio sobre la solución, como si te pidieran revisarlo. Léelo y decide qué se rompe antes de mirar la respuesta.',
  piece: (number: number) => `Pieza ${number}.`,
  question: '¿Qué se rompe?',
  testSays: 'Lo dice la prueba:',
  spoiler: 'Las piezas muestran partes de la solución. Se abren cuando marcas la lección como hecha.',
  showAnyway: 'Verlo igualmente',
  removed: 'Se quita:',
  added: 'Se pone:',
}
