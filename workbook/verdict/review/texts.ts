import type { Kind } from './card.ts'

// What the review says alike in the terminal and in the page.

const KINDS: Record<Kind, string> = {
  quiz: 'Cuestionario',
  mistake: '¿Qué error es este?',
  answer: '¿Qué responde?',
}

const DAY = new Intl.DateTimeFormat('es', { day: 'numeric', month: 'long', timeZone: 'UTC' })

export const TEXTS = {
  place: (number: number, all: number) => `Pregunta ${number} de ${all}`,
  from: (lesson: number, kind: Kind) => `Lección ${lesson} · ${KINDS[kind]}`,

  whichMistake: (file: string) => `Con este cambio en \`${file}\`, ¿qué dice la primera prueba en rojo?`,
  otherMistake: (typed: string) => `Eso se ve con otro error: ${typed}.`,
  whatAnswer: (asked: string) => `¿Qué responde tu API a ${asked}?`,
  request: (route: string, how: string) => `\`${route}\`, ${how}`,
  otherAnswer: (asked: string) => `Eso responde a ${asked}.`,
  redirected: (status: number, address: string) => `\`${status}\`, hacia \`${address}\``,

  right: 'Correcto.',
  wrong: 'No es esa.',
  itWas: (option: string) => `La respuesta es la ${option}.`,
  score: (right: number, all: number) => `Aciertos: ${right} de ${all}.`,
  comeBack: (right: number, all: number) => {
    if (right === all) return 'Vuelven dentro de unos días, y cada vez más tarde.'
    return right
      ? 'Lo que fallaste vuelve mañana; lo que sabías, más tarde.'
      : 'Lo que fallaste vuelve mañana.'
  },
  nothingDue: (day: string) =>
    `No queda nada que repasar hoy: la próxima pregunta vuelve el ${DAY.format(new Date(day))}.`,
} as const
