import { DECISIONS, type Decision, decisionOn } from './decisions.ts'
import { type Answer, type Difference, differencesOf, type Exchange, readRecording } from './recording.ts'
import { TEXTS } from './texts.ts'

type Api = 'flask' | 'cuaderno'

const EITHER = new Intl.ListFormat('es', { type: 'disjunction' })
const METHOD_AND_PATH = /^[^,]+/

/** What each API answers to the same, from the recording: where they differ and why, and where they do not. */
export function conformanceBlock(): string {
  const recording = readRecording()
  const differences = recording.flatMap(differencesOf)
  const isOwn = (decision: Decision) => decision.situaciones !== undefined
  const alike = recording.filter((exchange) =>
    differencesOf(exchange).every((difference) => !isOwn(decisionOn(difference)!)),
  )
  const tableOf = (decisions: readonly Decision[]) =>
    table(
      decisions.map((decision) => {
        const own = differences.filter((difference) => decisionOn(difference) === decision)
        const cell = (api: Api) => (isOwn(decision) ? answersOf(recording, own, api) : valuesOf(own, api))
        return [decision.pide, cell('flask'), cell('cuaderno'), decision.porque]
      }),
    )
  return [
    TEXTS.everywhere,
    tableOf(DECISIONS.filter((decision) => !isOwn(decision))),
    TEXTS.somewhere(recording.length, alike.length),
    tableOf(DECISIONS.filter(isOwn)),
    `::: details ${TEXTS.alike(alike.length)}`,
    listOf(alike),
    ':::',
  ].join('\n\n')
}

function table(rows: readonly string[][]): string {
  const lines = [TEXTS.columns, TEXTS.columns.map(() => '---'), ...rows].map(
    (cells) => `| ${cells.join(' | ')} |`,
  )
  return ['<div class="fichas con-flask dos-api">', '', ...lines, '', '</div>'].join('\n')
}

/** The situations under the answer that both give. */
function listOf(alike: readonly Exchange[]): string {
  const titles = new Map<string, string[]>()
  for (const { titulo, cuaderno } of alike) {
    const answer = tellAnswer(cuaderno)
    titles.set(answer, [...(titles.get(answer) ?? []), titulo.replace(METHOD_AND_PATH, code)])
  }
  return [...titles].map(([answer, asked]) => `- ${answer}: ${asked.join('; ')}.`).join('\n')
}

function answersOf(recording: readonly Exchange[], differences: readonly Difference[], api: Api): string {
  const titles = new Set(differences.map(({ titulo }) => titulo))
  return oneOf(
    recording.filter(({ titulo }) => titles.has(titulo)).map((exchange) => tellAnswer(exchange[api])),
  )
}

/** A status and, of its body, what tells it from others with the same one. */
function tellAnswer({ estado, cuerpo }: Answer): string {
  const { error, mensaje, access_token: token, ...rest } = Object(cuerpo)
  if (token) return `${code(estado)} ${TEXTS.aToken}`
  const said =
    error ?? mensaje ?? (Object.keys(rest).length && typeof cuerpo === 'object' && JSON.stringify(rest))
  return code(said ? `${estado} ${said}` : estado)
}

/** What a header is worth where it differs; of a token, its claims. */
function valuesOf(differences: readonly Difference[], api: Api): string {
  const values = differences.map(({ campo, [api]: value }) => {
    const { access_token: token } = Object(value)
    if (token) return Object.keys(token.claims).map(code).join(', ')
    if (campo === 'cuerpo') return ''
    return value === undefined ? TEXTS.without(code(campo)) : code(`${campo}: ${value}`)
  })
  return oneOf(values.filter(Boolean))
}

function oneOf(answers: readonly string[]): string {
  return EITHER.format(new Set(answers))
}

function code(text: string | number): string {
  return `\`${text}\``
}
