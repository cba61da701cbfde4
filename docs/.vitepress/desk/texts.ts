// What a page says of its bench before it is opened: the rest of its texts are loaded with it.

export const DESK = {
  open: 'Resuélvelo aquí',
  opened: 'Ve a la mesa',
  offer: 'Nada que instalar: las pruebas se ejecutan en tu navegador.',
  title: 'Mesa de trabajo',
  close: 'Cierra la mesa',
  width: 'Ancho de la mesa',
  tabs: 'Leer o resolver',
  read: 'Leer',
  solve: 'Resolver',
  lesson: (number: number, total: number) => `Lección ${number} de ${total}`,
  previous: 'Lección anterior',
  next: 'Lección siguiente',
  green: (passed: number, total: number) => `${passed} de ${total} ✓`,
  todo: (number: number) => `TODO ${number}`,
  allGreen: 'todo en verde',
} as const
