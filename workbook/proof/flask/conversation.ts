import type { SharedRequest } from './requests.ts'

/** Sends the requests in order and gives each answer in one line, without what changes from run to run. */
export async function converse(origin: string, requests: readonly SharedRequest[]): Promise<string[]> {
  const issued: string[] = []
  const answers: string[] = []
  for (const request of requests) {
    const response = await send(origin, request, issued)
    const text = await response.text()
    answers.push(`${response.status} ${told(response, text, issued)}`)
  }
  return answers
}

function send(origin: string, request: SharedRequest, [ana = '', root = '']: string[]): Promise<Response> {
  const { method = 'GET', path, body, authorization, inClear } = request
  const known: Record<string, string> = { ana: `Bearer ${ana}`, root: `Bearer ${root}` }
  return fetch(origin + path, {
    method,
    redirect: 'manual',
    headers: {
      ...(authorization && { Authorization: known[authorization] ?? authorization }),
      ...(!inClear && { 'X-Forwarded-Proto': 'https' }),
      ...(body && { 'Content-Type': 'application/json' }),
    },
    body: body && JSON.stringify(body),
  })
}

/** The JSON in one form, where a redirection goes, or the type of anything else. Keeps the tokens it sees. */
function told(response: Response, text: string, issued: string[]): string {
  const to = response.headers.get('Location')
  if (to) return to
  const type = response.headers.get('Content-Type') ?? ''
  if (!type.startsWith('application/json')) return type.split(';')[0] ?? ''
  const body: Record<string, string> = JSON.parse(text)
  if (body.access_token) issued.push(body.access_token)
  return JSON.stringify(body.access_token ? { ...body, access_token: '…' } : body)
}
