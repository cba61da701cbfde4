// What the page says of the recording.

export const TEXTS = {
  everywhere: 'Unas diferencias están en muchas respuestas, y son del formato y no de lo que se decide:',
  somewhere: (all: number, alike: number) =>
    `Por lo demás, ${alike} de las ${all} solicitudes reciben la misma respuesta. En las otras ${all - alike} el cuaderno decide otra cosa:`,
  alike: (alike: number) => `Las ${alike} solicitudes con la misma respuesta`,
  columns: ['Se pide', 'Flask', 'Cuaderno', 'Por qué'],
  aToken: 'y un token',
  without: (field: string) => `sin ${field}`,
} as const
