// What a page says of its bench before it is opened: the rest of its texts are loaded with it.

export const DESK = {
  open: 'Resuélvelo aquí',
  offer: 'Nada que instalar: las pruebas se ejecutan en tu navegador.',
  title: 'Mesa de trabajo',
  close: 'Cierra la mesa',
  fill: 'Llena la ventana',
  unfill: 'Vuelve al lado del texto',
  width: 'Ancho de la mesa',
  tabs: 'Leer o resolver',
  read: 'Leer',
  solve: 'Resolver',
  ready: 'Sin instalar nada',
  lessons: 'Lecciones',
  // The extension counts apart.
  lessonOfBook: (number: number, total: number) => `Lección ${number} de ${total}`,
  lesson: (number: number) => `Lección ${number}`,
  finals: { book: 'Último ejercicio', extension: 'Último de la ampliación' },
  done: 'hecha',
  previous: 'Lección anterior',
  next: 'Lección siguiente',
  green: (passed: number, total: number) => `${passed} de ${total} ✓`,
  todo: (number: number) => `TODO ${number}`,
  allGreen: 'hecho',
} as const
