// What `npm run repaso` says on its own account.

export const TEXTS = {
  noArguments: (words: string) => `«${words}» sobra: escribe npm run repaso y nada más`,
  needsTerminal: 'npm run repaso pregunta y espera tus teclas: ejecútalo en una terminal, sin tuberías',
  nothingSolved: 'Aún no hay nada que repasar: supera una lección con npm run lesson y vuelve',
  howToAnswer: (options: number) => `Pulsa de 1 a ${options} para responder, o q para terminar`,
  howToGoOn: 'Intro pasa a la siguiente; q termina',
  leftUnanswered: 'Lo dejas sin responder ninguna: siguen ahí para cuando vuelvas',
} as const
