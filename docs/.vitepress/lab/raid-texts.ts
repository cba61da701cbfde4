import type { Verdict } from '../../../workbook/attack/attack.ts'

// What the board of the attacks says on its own account.

export const RAID = {
  introduction:
    'Cientos de ataques conocidos, contra tu aplicación y aquí mismo. Cuentan los que impiden esta lección y las anteriores.',
  attack: 'Ataca tu API',
  loading: 'Cargando los ataques…',
  progress: (done: number, all: number) => `Ataque ${done} de ${all}…`,
  score: (held: number, launched: number) => `Tu API aguanta ${held} de ${launched} ataques`,
  ofFamily: (held: number, launched: number) => `${held} de ${launched}`,
  board: 'Marcador de los ataques',
  family: 'Familia',
  holds: 'Aguanta',
  breaches: 'Los que entran',
  outcome: (verdict: Verdict, why: string | undefined, status: number | undefined) =>
    `${verdict === 'in' ? 'entra' : `no entra, pero tampoco se rechaza: ${why}`}${status ? ` (${status})` : ''}`,
  why: 'Por qué:',
  prevents: 'Lo impide:',
  source: 'Está en:',
  request: 'Solicitud',
  unserved: 'tu aplicación no arranca',
  stuck: 'tu código entra en un bucle sin fin',
  silent: 'no responde',
  broken: 'No se han podido lanzar los ataques. Recarga la página: tu texto está guardado.',
} as const
