import { LESSONS } from '../../curriculum/lessons.ts'

// What `npm run ataca` says.

export const TEXTS = {
  help: `npm run ataca            ataca tu API terminada, con tus ocho módulos
npm run ataca 3          ataca la de la lección 3: cuentan sus ataques y los anteriores
npm run ataca -- --url http://127.0.0.1:3000
                         ataca cualquier servidor de tu equipo, y de ningún otro

Después de --url puedes agregar --mapa archivo.json, que dice qué rutas tiene:

  {
    "login": "POST /login",
    "campos": { "usuario": "email", "contrasena": "password", "token": "access_token" },
    "cuenta": { "usuario": "ana@example.com", "contrasena": "clave-ana" },
    "protegida": "GET /perfil",
    "admin": "GET /admin",
    "cuentaAdmin": { "usuario": "root@example.com", "contrasena": "clave-root" },
    "salir": "POST /logout",
    "rol": "rol",
    "secreto": "el que firma, si lo sabes",
    "clavePublica": "publica.pem",
    "sinCifrar": "http://127.0.0.1:3000"
  }

Bastan login, cuenta y protegida; lo que falte no se ataca, y se dice. Sin mapa se
prueban las rutas y las cuentas del cuaderno. --todo enseña la orden de cada ataque
que entra, aunque sean muchos. Sale con 0 solo si tu servidor los aguanta todos.`,

  unknownOption: (word: string) => `No conozco la opción ${word}: mira npm run ataca -- --ayuda`,
  tooMany: (word: string) => `Sobra «${word}»: di una sola lección; por ejemplo: npm run ataca 3`,
  both: 'Elige: una lección, o una dirección con --url',
  mapWithoutUrl: 'El mapa es de otro servidor: agrega su dirección con --url',
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
    notAccount: (name: string) => `«${name}» debe llevar usuario y contrasena`,
    noKey: (file: string) => `no se puede leer la clave pública ${file}`,
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
} as const
