import { lessonsOf } from '../../curriculum/lesson.ts'
import { LESSONS } from '../../curriculum/lessons.ts'

// What `npm run ataca` says.

export const TEXTS = {
  unknownOption: (word: string) => `No conozco la opción ${word}: mira npm run ataca -- --ayuda`,
  tooMany: (word: string) => `Sobra «${word}»: di una sola lección; por ejemplo: npm run ataca 3`,
  both: 'Elige: una lección o una dirección, no las dos',
  mapWithoutUrl: 'El mapa es de otro servidor: agrega también su dirección',
  noAddress: (text: string) =>
    `«${text}» no es una dirección: escribe, por ejemplo, npm run ataca -- --url http://127.0.0.1:3000`,
  notHere: (host: string) =>
    `${host} no es tu equipo: solo se atacan 127.0.0.1, ::1 y localhost, nunca un servidor ajeno`,

  wrongMap: (path: string, why: string) => `El mapa ${path} no vale: ${why}`,
  map: {
    unreadable: 'no se puede leer el archivo',
    notJson: 'no es un objeto JSON',
    unknown: (name: string, names: readonly string[]) =>
      `no conozco «${name}»; puede llevar ${names.join(', ')}`,
    missing: (name: string) => `falta «${name}»`,
    notText: (name: string) => `«${name}» debe ser un texto`,
    notRoute: (name: string, text: string) =>
      `«${name}» vale «${text}»: escribe método y ruta, como GET /perfil`,
    notAccount: (name: string) =>
      `«${name}» debe llevar el usuario y la contraseña, como en npm run ataca -- --ayuda`,
    noKey: (file: string) => `no se puede leer la clave ${file}`,
  },

  starting: 'Arranco tu servidor…',
  notStarted: (why: string) => `Tu servidor no arranca: ${why}`,
  lesson: (name: string) => `Ataco tu API de la lección ${name}`,
  final: 'Ataco tu API terminada, con tus módulos',
  address: (origin: string) => `Ataco ${origin}`,
  progress: (done: number, all: number) => `Ataque ${done} de ${all}`,
  score: (held: number, launched: number) => `aguanta ${held} de ${launched}`,
  breach: 'entra',
  noRefusal: (why: string) => `no entra, pero tampoco se rechaza: ${why}`,
  why: 'Por qué:',
  prevents: 'Lo impide:',
  lessonTitle: (number: number, title: string) => `la lección ${number}, «${title}»`,
  source: 'Está en:',
  more: (count: number) =>
    count === 1 ? 'Y otro ataque, que verás con --todo' : `Y otros ${count} ataques, que verás con --todo`,
  skipped: (count: number, why: string) =>
    count === 1 ? `1 ataque sin hacer: ${why}` : `${count} ataques sin hacer: ${why}`,
  total: (held: number, launched: number) => `Tu servidor aguanta ${held} de ${launched} ataques`,
  again: (origin: string) =>
    `Sigue en ${origin} para que pegues esas órdenes en otra terminal: pulsa Intro para terminar`,
  lastLesson: LESSONS.at(-1)?.number ?? 0,
  lastOfBook: lessonsOf('book', LESSONS).at(-1)?.number ?? 0,
} as const
