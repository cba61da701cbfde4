import type { Answer, Noted } from './session-console.ts'
import type { Device } from './sessions.ts'

const DEVICES: Record<Device, string> = { laptop: 'Equipo', phone: 'Teléfono' }

export const NOTED: Record<Noted, string> = {
  jti: 'su jti y su exp',
  token: 'el token entero y su exp',
}

export const PREDICTION = {
  question:
    'Ana inicia sesión en los dos dispositivos y cierra la del equipo. Después usa el teléfono: ¿sigue funcionando?',
  options: ['Sí', 'No'],
  answer: 'Sí',
}

const count = (amount: number, one: string, many: string) => `${amount} ${amount === 1 ? one : many}`

/** An instant in seconds, as the hour of a clock in UTC. */
export const hour = (seconds: number) => new Date(seconds * 1000).toISOString().slice(11, 16)

export const TEXTS = {
  title: 'Consola de sesiones',
  rehearsed:
    'En el registro están las cuatro solicitudes, hechas ahora mismo. Sigue desde ahí con los botones.',
  notes: 'De cada token revocado, la libreta guarda',
  clock: 'Reloj del servidor',
  restart: 'Reiniciar el servidor',
  session: (device: Device) => `Sesión en el ${DEVICES[device].toLowerCase()}`,
  start: 'Iniciar',
  use: 'Usar',
  close: 'Cerrar',
  log: 'Registro',
  nothing: 'Todavía no hay ninguna solicitud.',
  live: (amount: number) => `Tokens vigentes: ${amount}`,
  liveNote: 'El servidor no los guarda; están aquí para que los veas.',
  liveToken: (device: Device, jti: string, exp: number) =>
    `${DEVICES[device]}: jti ${jti.slice(0, 8)}…, hasta las ${hour(exp)}`,
  notebook: (amount: number) => `Libreta de revocados: ${amount}`,
  notebookNote: 'Se limpia al cerrar una sesión, como en la lección.',
  expires: (exp: number, now: number) =>
    `→ exp ${exp} (${hour(exp)})${exp <= now ? ', ya expiró: sobra' : ''}`,
  intruder: 'Intruso',
  intruderNote: 'Lee la libreta una vez y se lleva una copia de lo que pone.',
  read: 'Leer la libreta como intruso',
  present: 'Presentar lo copiado',
  began: (noted: Noted) => `Servidor nuevo. La libreta guarda ${NOTED[noted]}`,
  advanced: (live: number, noted: number) =>
    `Avanza el reloj: ${count(live, 'token vigente', 'tokens vigentes')} y ${count(noted, 'línea', 'líneas')} en la libreta`,
  restarted: (live: number) =>
    `El servidor se reinicia con el mismo secreto y pierde la libreta: ${count(live, 'token vigente', 'tokens vigentes')}`,
  copied: (lines: number) =>
    lines ? `Intruso: copia ${count(lines, 'línea', 'líneas')}` : 'Intruso: la libreta está vacía',
  asked: (device: Device, route: string) => `${DEVICES[device]}: ${route}`,
  askedByIntruder: 'Intruso: GET /perfil',
  answered: ({ status, body }: Answer) => `→ ${status} ${JSON.stringify(body)}`,
}
