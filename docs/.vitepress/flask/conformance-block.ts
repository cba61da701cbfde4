import type { Answer, Exchange } from '../../../workbook/curriculum/exchange.ts'
import { readRecording } from '../../../workbook/curriculum/recording.ts'
import { DECISIONS, type Decision, decisionOn } from './decisions.ts'
import { type Difference, differencesOf } from './differences.ts'
import { TEXTS } from './texts.ts'

type Api = 'flask' | 'cuaderno'

const ALL = new Intl.ListFormat('es')
const EITHER = new Intl.ListFormat('es', { type: 'disjunction' })

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

/** The situations under the answer that both give and the route that gives it. */
function listOf(alike: readonly Exchange[]): string {
  const answers = groups(alike, ({ cuaderno }) => tellAnswer(cuaderno))
  return answers
    .flatMap(([answer, given]) => [`- ${answer}`, ...groups(given, routeOf).map(routeItem)])
    .join('\n')
}

function routeItem([route, given]: [string, Exchange[]]): string {
  return `  - ${code(route)}: ${given.map(({ titulo }) => titulo.slice(route.length + 2)).join('; ')}.`
}

/** The method and the path with which a title begins. */
function routeOf({ titulo }: Exchange): string {
  return titulo.slice(0, titulo.indexOf(', '))
}

function groups<T>(items: readonly T[], nameOf: (item: T) => string): [string, T[]][] {
  const named = new Map<string, T[]>()
  for (const item of items) named.set(nameOf(item), [...(named.get(nameOf(item)) ?? []), item])
  return [...named]
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

/** What each header is worth where it differs, by its first case; of a token, its claims. */
function valuesOf(differences: readonly Difference[], api: Api): string {
  const fields = groups(differences, ({ campo }) => campo)
  const values = fields.map(([campo, [difference]]) => tellValue(campo, difference?.[api]))
  return ALL.format(new Set(values.filter(Boolean)))
}

function tellValue(campo: string, value: unknown): string {
  const { access_token: token } = Object(value)
  if (token) return Object.keys(token.claims).map(code).join(', ')
  if (campo === 'cuerpo') return ''
  return value === undefined ? TEXTS.without(code(campo)) : code(`${campo}: ${value}`)
}

function oneOf(answers: readonly string[]): string {
  return EITHER.format(new Set(answers))
}

function code(text: string | number): string {
  return `\`${text}\``
}
