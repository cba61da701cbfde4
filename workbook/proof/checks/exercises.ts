import { readFileSync } from 'node:fs'
import type { Lesson } from '../../curriculum/lesson.ts'
import { deriveStub, regionNames } from '../../curriculum/stub.ts'
import { runVariants, type VariantResult, type VariantResults } from '../../runner/run-variants.ts'
import type { Variant } from '../../runner/variants.ts'
import type { Failure, TestResult } from '../../verdict/model.ts'
import { withoutChanging } from '../changing-values.ts'
import { otherAnswers } from '../other-answers.ts'
import { missingOnScreen } from './on-screen.ts'
import { none, type Outcome, outcome } from './outcome.ts'

const RED_SHARE = 0.8

/** What `judgeExercises` judges. */
export function exerciseVariants(lessons: readonly Lesson[]): Variant[] {
  return lessons.flatMap((lesson) => [...steps(lesson), ...others(lesson), ...mistakes(lesson)])
}

/**
 * Proves that each exercise can be walked through: the derived stub is red, every task solved turns
 * its own tests green and leaves fewer red ones, and the solution and every other right answer are green. Each
 * typical mistake is explained by its own sentence before any other. A session shows the whole explanation of
 * all of them on a small screen. Never reads what a learner wrote.
 */
export function judgeExercises(lessons: readonly Lesson[], results: VariantResults): Outcome[] {
  return lessons.flatMap((lesson) => [
    ...judgeSteps(lesson, results),
    ...judgeOthers(lesson, results),
    ...judgeMistakes(lesson, results),
    judgeScreens(lesson, results),
  ])
}

/**
 * Proves the same, and that a second run shows the same of each mistake: a value at random in a failure is
 * seen in no single run.
 */
export async function checkExercisesTwice(lessons: readonly Lesson[]): Promise<Outcome[]> {
  const results = await runVariants(exerciseVariants(lessons))
  // After the first run and not beside it: what depends on the time has to differ.
  const again = await runVariants(lessons.flatMap(mistakes))
  return [...judgeExercises(lessons, results), ...lessons.map((lesson) => judgeTwice(lesson, results, again))]
}

function steps(lesson: Lesson): Variant[] {
  const solution = readFileSync(lesson.solution, 'utf8')
  return [...Array(regionNames(solution).length + 1).keys()].map((solved) =>
    variant(lesson, stepId(lesson, solved), deriveStub(solution, solved)),
  )
}

function others(lesson: Lesson): Variant[] {
  return otherAnswers(lesson).map(({ name, source }) => variant(lesson, otherId(lesson, name), source))
}

function mistakes(lesson: Lesson): Variant[] {
  const solution = readFileSync(lesson.solution, 'utf8')
  return lesson.manifest.errores.map(({ buscar, poner }, index) => ({
    ...variant(
      lesson,
      mistakeId(lesson, index),
      solution.replace(buscar, () => poner),
    ),
    stopAtFirstRed: true,
  }))
}

function variant(lesson: Lesson, id: string, source: string): Variant {
  return { id, spec: lesson.spec, sources: new Map([[lesson.exercise, source]]) }
}

function judgeSteps(lesson: Lesson, results: VariantResults): Outcome[] {
  const tasks = lesson.manifest.tareas.map(({ nombre }) => nombre)
  const reds = tasks.map((_, solved) => red(results.get(stepId(lesson, solved))))
  const total = results.get(stepId(lesson, 0))?.tests.length ?? 0
  const final = results.get(stepId(lesson, tasks.length))
  return [
    outcome(
      `lección ${lesson.number}: el archivo de partida está en rojo`,
      (reds[0]?.length ?? 0) < total * RED_SHARE && `solo ${reds[0]?.length} de ${total} pruebas en rojo`,
    ),
    ...tasks.map((task, index) => judgeTask(lesson, task, index, reds, final)),
    outcome(`lección ${lesson.number}: la solución está en verde`, describeRed(final)),
  ]
}

function judgeOthers(lesson: Lesson, results: VariantResults): Outcome[] {
  return otherAnswers(lesson).map(({ name }) =>
    outcome(
      `lección ${lesson.number}: otra respuesta correcta «${name}»`,
      describeRed(results.get(otherId(lesson, name))),
    ),
  )
}

/** Red before it is solved; green, and fewer red tests in all, as soon as it is. */
function judgeTask(
  lesson: Lesson,
  task: string,
  index: number,
  reds: TestResult[][],
  final?: VariantResult,
): Outcome {
  const of = (tests: TestResult[] = []) => tests.filter((test) => test.task === task)
  const before = reds[index] ?? []
  const after = reds[index + 1] ?? red(final)
  const problem =
    (of(before).length === 0 && 'ninguna de sus pruebas está en rojo antes de resolverla') ||
    (of(after).length > 0 && `resuelta, sigue en rojo: ${of(after).map(summary).join(' · ')}`) ||
    (after.length >= before.length && 'resolverla no deja menos pruebas en rojo')
  return outcome(`lección ${lesson.number}: tarea ${index + 1}, ${task}`, problem)
}

function judgeMistakes(lesson: Lesson, results: VariantResults): Outcome[] {
  const solution = readFileSync(lesson.solution, 'utf8')
  return lesson.manifest.errores.map(({ escribes, buscar, veras }, index) => {
    const result = results.get(mistakeId(lesson, index))
    const first = firstFailure(result)?.sentence
    const found = solution.split(buscar).length - 1
    const problem =
      (found !== 1 && `«buscar» aparece ${found} veces en la solución`) ||
      result?.broken ||
      (!first && 'ninguna prueba lo nota') ||
      (first !== veras && `se explica con otra frase: «${first}»`)
    return outcome(`lección ${lesson.number}: error típico «${escribes}»`, problem)
  })
}

/** Each task before it is written and each mistake, as a session shows it. */
function judgeScreens(lesson: Lesson, results: VariantResults): Outcome {
  const unfinished = steps(lesson).slice(0, -1)
  const cut = [...unfinished, ...mistakes(lesson)].flatMap(({ id, sources }) => {
    const { tests = [] } = results.get(id) ?? {}
    const missing = red({ tests }).length
      ? missingOnScreen(lesson, sources.get(lesson.exercise) ?? '', tests)
      : []
    return missing.map((piece) => `${id}, ${piece}`)
  })
  return none(`lección ${lesson.number}: la terminal muestra enteras todas sus explicaciones`, cut)
}

function red(result: VariantResult | undefined): TestResult[] {
  return result?.tests.filter(({ state }) => state !== 'passed') ?? []
}

function judgeTwice(lesson: Lesson, once: VariantResults, again: VariantResults): Outcome {
  const changing = lesson.manifest.errores.flatMap(({ escribes }, index) => {
    const id = mistakeId(lesson, index)
    const [before, after] = [shown(once.get(id)), shown(again.get(id))]
    return before === after ? [] : [`${escribes}: ${before} / ${after}`]
  })
  return none(`lección ${lesson.number}: lo que muestra un fallo no cambia de una vez a otra`, changing)
}

function shown(result: VariantResult | undefined): string {
  const { sentence, expected, received } = firstFailure(result) ?? {}
  return [sentence, expected, received].map((text) => withoutChanging(text ?? '')).join(' · ')
}

function firstFailure(result: VariantResult | undefined): Failure | undefined {
  return red(result).find(({ state }) => state === 'failed')?.failure
}

function describeRed(result: VariantResult | undefined): string | undefined {
  if (!result || result.broken || result.tests.length === 0) return result?.broken ?? 'no hay pruebas'
  return red(result).map(summary).join(' · ')
}

function summary({ title, failure }: TestResult): string {
  return `${title} (${failure?.sentence ?? 'sin terminar'})`
}

const stepId = (lesson: Lesson, solved: number) => `${lesson.number}-paso-${solved}`
const otherId = (lesson: Lesson, name: string) => `${lesson.number}-otra-${name}`
const mistakeId = (lesson: Lesson, index: number) => `${lesson.number}-error-${index + 1}`
