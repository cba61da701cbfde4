import type { Person } from './theft.ts'
import { ACCESS, type Answer, type Rules, type Session } from './two-keys.ts'

const PEOPLE: Record<Person, string> = { ana: 'Ana', intruder: 'Intruso' }

export const PREDICTION = {
  question:
    'El intruso copia el token de renovación de Ana. Renueva Ana y, cinco segundos después, renueva él. ¿Qué recibe?',
  options: ['Un 401', 'El mismo número que Ana', 'El número siguiente al de Ana'],
  answer: 'El mismo número que Ana',
}

/** An instant in seconds, as the time of a clock in UTC. */
export const time = (seconds: number) => new Date(seconds * 1000).toISOString().slice(11, 19)

export const MARGINS = [
  { value: 0, text: 'nunca' },
  { value: 10, text: 'durante diez segundos' },
  { value: Number.POSITIVE_INFINITY, text: 'siempre' },
]

export const TEXTS = {
  title: 'Dos que tienen la misma llave',
  simulated: 'El servidor es simulado: un token de renovación es su número, sin firma.',
  rehearsed: 'En el registro están las solicitudes, en orden. Sigue desde ahí con los botones.',
  person: (person: Person) => PEOPLE[person],
  holds: (number?: number) =>
    number === undefined ? 'No tiene token de renovación' : `Tiene la renovación ${number}`,
  access: (until: number | undefined, now: number) => {
    if (until === undefined) return 'Sin token de acceso'
    return until > now ? `Acceso hasta las ${time(until)}` : 'Su token de acceso expiró'
  },
  logIn: 'Iniciar sesión',
  copy: 'Copiar el de Ana',
  renew: 'Renovar',
  visit: 'Pedir /perfil',
  clock: 'Reloj del servidor',
  steps: [
    { seconds: 5, text: '+5 s' },
    { seconds: ACCESS, text: '+5 min' },
    { seconds: 4 * 60 * 60, text: '+4 h' },
  ],
  log: 'Registro',
  nothing: 'Todavía no hay ninguna solicitud.',
  memory: 'Lo que recuerda el servidor',
  session: (session: Session | undefined, now: number) => {
    if (!session) return 'Ninguna sesión.'
    if (session.closed) return 'Ninguna: la sesión se cerró.'
    if (session.expires <= now) return 'Ninguna: la sesión acabó.'
    return `Una sesión: va por el número ${session.number}, renovada a las ${time(session.renewed)}, acaba a las ${time(session.expires)}.`
  },
  rules: 'Reglas',
  rotates: 'rotar: cada renovación da otro número',
  closesOnReuse: 'cerrar la sesión si vuelve un número usado',
  slides: 'expiración deslizante: cada renovación alarga la sesión',
  margin: 'El número recién usado se admite otra vez',
  began: (rules: Rules) => `Servidor nuevo${rules.rotates ? '' : ', sin rotación'}`,
  advanced: (text: string) => `Pasan ${text.slice(1)}`,
  copied: (number: number) => `Intruso: copia la renovación ${number}`,
  asked: (person: Person, route: string) => `${PEOPLE[person]}: ${route}`,
  renewing: (number?: number) =>
    number === undefined ? 'POST /renovar sin token' : `POST /renovar con la ${number}`,
  answered: ({ status, body }: Answer) => `→ ${status} ${JSON.stringify(body)}`,
}
