// What a page says of its two routes.

export const ROUTES = {
  question: '¿Dónde quieres hacerla?',
  aqui: 'Aquí mismo',
  terminal: 'En tu terminal',
  terminalOffer: ['Con el cuaderno ', 'en tu máquina', ', esta orden abre la lección:'],
  fold: 'En tu terminal',
} as const
