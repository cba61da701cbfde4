import type { SolicitudPreparada } from '../../lessons/comun/leccion.ts'
import type { Lesson } from '../curriculum/lesson.ts'

/** A request that the session and the page can send to the learner's server. */
export interface ReadyRequest {
  label: string
  method: 'GET' | 'POST'
  path: string
  /** JSON to send; a text goes as it is. */
  body?: object | string
  /** Whether it carries the last token that the server gave, as it is or altered. */
  token?: 'last' | 'altered'
}

/** Those that a lesson's app answers: its own and those of the lessons before it, in their order. */
export function requestsFor({ number }: Lesson, lessons: readonly Lesson[]): ReadyRequest[] {
  const sofar = lessons.filter((lesson) => lesson.number <= number)
  return sofar.flatMap(readyRequests)
}

/** Those that a lesson adds. */
export function readyRequests({ manifest }: Lesson): ReadyRequest[] {
  return (manifest.solicitudes ?? []).map(ready)
}

function ready({ texto, metodo, ruta, cuerpo, token }: SolicitudPreparada): ReadyRequest {
  return {
    ...{ label: texto, method: metodo, path: ruta, body: cuerpo },
    token: token && (token === 'alterado' ? 'altered' : 'last'),
  }
}
