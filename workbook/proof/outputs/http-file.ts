import { type Lesson, lessonsOf } from '../../curriculum/lesson.ts'
import { type ReadyRequest, readyRequests } from '../../verdict/requests.ts'
import { TEXTS } from './texts.ts'

/** The variable that holds the last token, as the editors that read such files tell it from the last login. */
const TOKEN = '{{login.response.body.$.access_token}}'

/** The prepared requests of the book as a file that editors can send from, one by one. */
export function httpFile(lessons: readonly Lesson[]): string {
  const requests = lessonsOf('book', lessons).flatMap((lesson) =>
    readyRequests(lesson).map((request) => written(lesson.number, request)),
  )
  const variables = `@servidor = http://127.0.0.1:3000\n@token = ${TOKEN}`
  return `${[TEXTS.httpFile, variables, ...requests].join('\n\n')}\n`
}

function written(lesson: number, { label, method, path, body, token }: ReadyRequest): string {
  const title = `### ${TEXTS.lesson(lesson)} ${method} ${path}, ${label}`
  // Any of them may be the last to answer with a token.
  const name = path === '/login' && typeof body === 'object' ? ['# @name login'] : []
  const headers = [
    ...(token ? [`Authorization: Bearer {{token}}${token === 'altered' ? TEXTS.altered : ''}`] : []),
    ...(body ? ['Content-Type: application/json'] : []),
  ]
  const text = typeof body === 'object' ? JSON.stringify(body) : body
  return [title, ...name, `${method} {{servidor}}${path}`, ...headers, ...(text ? ['', text] : [])].join('\n')
}
