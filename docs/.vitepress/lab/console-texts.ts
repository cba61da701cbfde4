// What the request console says.

import type { AppReply } from '../../../workbook/lab/page/served-app.ts'
import { TEXTS as RUNNER } from '../../../workbook/verdict/explain/texts.ts'
import { TEXTS as SHARED } from '../../../workbook/verdict/texts.ts'

const PATIENCE_SECONDS = 4

export const CONSOLE = {
  title: 'Envía solicitudes a tu aplicación',
  own: 'Escribe la tuya, o cambia la última',
  introduction:
    'Tu aplicación responde aquí mismo, sin red. Arranca con la primera solicitud y otra vez cuando cambias el código: entonces olvida sus sesiones y firma con otro secreto.',
  ready: 'Solicitudes preparadas',
  method: 'Método',
  path: 'Ruta',
  headers: 'Encabezados, uno por línea',
  body: 'Cuerpo',
  secure: 'Por HTTPS (simulado)',
  send: 'Envía',
  wrongHeader: (line: string) => `«${line}» no es un encabezado: escribe Nombre: valor`,
  noWorker: 'El laboratorio no ha podido arrancar tu aplicación. Recarga la página: tu texto está guardado.',
  sending: (request: string) => `${request} → …`,
  replied: (request: string, reply: AppReply) => `${request} → ${outcome(reply)}`,
  notServed: 'tu aplicación no arranca: corrige el archivo y envía otra vez',
  answerBody: 'Cuerpo de la respuesta',
  answerHeaders: 'Encabezados de la respuesta',
  empty: '(vacío)',
} as const

function outcome(reply: AppReply): string {
  if ('answer' in reply) return String(reply.answer.status)
  if (reply.silence === 'unserved') return CONSOLE.notServed
  if (reply.silence === 'stuck') return RUNNER.loop
  return reply.silence === 'silent'
    ? RUNNER.timeout(PATIENCE_SECONDS)
    : SHARED.requestFailed(reply.message ?? '')
}
