import type { ErrorTipico, Pregunta } from '../../../lessons/comun/leccion.ts'
import type { Answer, Exchange } from '../../curriculum/exchange.ts'
import type { Lesson } from '../../curriculum/lesson.ts'
import { mistakeDiff } from '../mistake-diff.ts'
import type { Card, Option } from './card.ts'
import { EXTENSION_SITUATIONS } from './extension-situations.ts'
import { SITUATIONS, type Situation } from './situations.ts'
import { TEXTS } from './texts.ts'

/** More than this is not read in a few seconds. */
const MOST_LINES = 8
/** What a terminal of 80 × 15 has for the changed lines and the options, and its width, in characters. */
const MOST_ROWS = 12
const WIDTH = 79
const WRONG = 3
const REGION = /\/\/ #region (\S+)\n[\s\S]*?\/\/ #endregion \1/g

/** What the review knows of a lesson. */
type Reviewed = Pick<Lesson, 'number' | 'slug' | 'part' | 'manifest'>
/** What is particular to a card; the rest follows from its lesson. */
type Draft = Pick<Card, 'kind' | 'asks' | 'options'> & Partial<Pick<Card, 'code'>>

/**
 * All the questions of these lessons: their quizzes, the wrong answers of their museums and the requests whose
 * answer they explain. `solutionOf` gives the text of a solution; `recorded`, what the finished app answered.
 * Throws if a situation was never recorded.
 */
export function deckOf<T extends Reviewed>(
  lessons: readonly T[],
  solutionOf: (lesson: T) => string,
  recorded: readonly Exchange[],
): Card[] {
  const ofBook = SITUATIONS.map((situation) => new Answered(situation, recorded))
  // Whoever stops at the book is asked of nothing else.
  const ofAll = [...ofBook, ...EXTENSION_SITUATIONS.map((situation) => new Answered(situation, recorded))]
  return lessons.flatMap((lesson) =>
    [
      ...lesson.manifest.preguntas.map(ofQuiz),
      ...mistakesOf(lesson, solutionOf(lesson)),
      ...answersOf(lesson, lesson.part === 'book' ? ofBook : ofAll),
    ].map((draft) => cardOf(lesson, draft)),
  )
}

function cardOf({ number, slug }: Reviewed, { code = [], ...draft }: Draft): Card {
  const right = draft.options.find((option) => option.right)
  const id = `${slug}/${draft.kind}/${fingerprint(JSON.stringify([draft.asks, code, right?.text]))}`
  return { id, lesson: number, slug, code, ...draft }
}

function ofQuiz({ enunciado, opciones }: Pregunta): Draft {
  const options = opciones.map(({ texto, correcta = false, porque }) => ({
    ...{ text: texto, right: correcta, why: porque },
  }))
  return { kind: 'quiz', asks: enunciado, options }
}

/** Whether it can be read without scrolling, if need be without the lines around the change. */
function fits(code: readonly string[], options: readonly Option[]): boolean {
  const changed = code.filter((line) => !line.startsWith(' '))
  const rows = [...changed, ...options.map(({ text }) => `1. ${text}`)]
  return rows.reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / WIDTH)), 0) <= MOST_ROWS
}

/** Which sentence explains a mistake, among those of the other mistakes of its task or, if they are few, of its lesson. */
function mistakesOf({ manifest: { archivo, errores } }: Reviewed, solution: string): Draft[] {
  const asks = TEXTS.whichMistake(archivo)
  const regions = [...solution.matchAll(REGION)]
  const taskOf = ({ buscar }: ErrorTipico) => regions.find(([region]) => region.includes(buscar))?.[1]
  return errores.flatMap((mistake) => {
    const code = mistakeDiff(solution, mistake)
    const others = errores.filter(({ veras }) => veras !== mistake.veras)
    const [near, far] = split(others, (other) => taskOf(other) === taskOf(mistake))
    const right = { text: mistake.veras, right: true, why: mistake.porque }
    const options = among(right, near.map(ofOther), far.map(ofOther))
    return options && code.length <= MOST_LINES && fits(code, options)
      ? [{ kind: 'mistake', asks, code, options }]
      : []
  })
}

function ofOther({ veras, escribes }: ErrorTipico): Option {
  return { text: veras, right: false, why: TEXTS.otherMistake(escribes) }
}

function answersOf({ number }: Reviewed, answered: readonly Answered[]): Draft[] {
  return answered
    .filter(({ lesson }) => lesson === number)
    .flatMap((one) => {
      const others = answered.filter(({ text }) => text !== one.text)
      const known = others.filter(({ lesson }) => lesson <= number)
      const [near, far] = split(known, ({ route }) => route === one.route)
      const right = { text: one.text, right: true, why: one.why }
      const options = among(
        right,
        near.map((other) => other.asWrong),
        [...far, ...others].map((other) => other.asWrong),
      )
      return options ? [{ kind: 'answer', asks: TEXTS.whatAnswer(one.asked), options }] : []
    })
}

/** A situation beside what the app answered to it. */
class Answered {
  readonly lesson: number
  readonly route: string
  readonly asked: string
  readonly text: string
  readonly why: string

  constructor({ leccion, titulo, como, responde, porque }: Situation, recorded: readonly Exchange[]) {
    const answer = responde ?? recorded.find((each) => each.titulo === titulo)?.cuaderno
    if (!answer) throw new Error(`docs/flask/respuestas.json: «${titulo}»`)
    const [, route = '', how = ''] = /^(\S+ \S+), (.+)$/.exec(titulo) ?? []
    this.lesson = leccion
    this.route = route
    this.asked = TEXTS.request(route, como ?? how)
    this.text = tell(answer)
    this.why = porque
  }

  get asWrong(): Option {
    return { text: this.text, right: false, why: TEXTS.otherAnswer(this.asked) }
  }
}

/** An answer in a line. A token is never the same: that there is one says enough. */
function tell({ estado, encabezados, cuerpo }: Partial<Answer> & Pick<Answer, 'estado' | 'cuerpo'>): string {
  const { Location } = encabezados ?? {}
  if (Location) return TEXTS.redirected(estado, Location)
  const body = typeof Object(cuerpo).access_token === 'object' ? { access_token: '…' } : cuerpo
  return `\`${estado} ${JSON.stringify(body)}\``
}

/**
 * The right option with three that are wrong, the near ones first and each text once; nothing if there are not so
 * many. Which ones they are depends on the question alone, so that it is the same each time it comes back.
 */
function among(right: Option, near: readonly Option[], far: readonly Option[]): Option[] | undefined {
  const mixed = (options: readonly Option[]) =>
    options
      .map((option) => ({ option, order: fingerprint(right.why + option.text) }))
      .sort((one, other) => (one.order < other.order ? -1 : 1))
      .map(({ option }) => option)
  const all = [...mixed(near), ...mixed(far)]
  const once = all.filter(({ text }, index) => all.findIndex((other) => other.text === text) === index)
  return once.length < WRONG ? undefined : [right, ...once.slice(0, WRONG)]
}

function split<T>(items: readonly T[], holds: (item: T) => boolean): [T[], T[]] {
  return [items.filter(holds), items.filter((item) => !holds(item))]
}

/** Tells one text from another, and no more: FNV-1a of 32 bits. */
function fingerprint(text: string): string {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return (hash >>> 0).toString(36)
}
