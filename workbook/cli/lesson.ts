import { relative } from 'node:path'
import type { Lesson } from '../curriculum/lessons.ts'
import { LESSON_COUNT } from '../curriculum/lessons.ts'
import { ROOT } from '../curriculum/paths.ts'
import { rememberRun } from '../progress/progress.ts'
import { paintFor } from '../report/paint.ts'
import { resultLines, summaryLine } from '../report/result.ts'
import { TEXTS as REPORT } from '../report/texts.ts'
import { createRunner } from '../runner/learner-runner.ts'
import type { LessonResult } from '../runner/model.ts'
import { AppServer } from '../session/app-server.ts'
import { watchFiles } from '../session/watch.ts'
import { type Choice, chooseLesson, nextLesson } from './lesson-choice.ts'
import { TEXTS } from './texts.ts'

const FINAL_SLUG = '08-https'

/** `npm run lesson [n | final]`: checks on every save until it is closed. */
export async function lesson([name]: string[]): Promise<number> {
  const choice = await chooseLesson(name ?? (await nextLesson()))
  const print = (lines: readonly string[]) => console.log(lines.join('\n'))
  const paint = paintFor(process.stdout)
  print(introduction(choice))
  print(['', TEXTS.checking])

  const runner = await createRunner(choice.lessons, { allMine: choice.allMine, again: true })
  const server = new AppServer(
    choice.allMine ? FINAL_SLUG : (choice.lessons[0] as Lesson).slug,
    choice.allMine ? 'mio' : undefined,
    {
      onReady: (addresses) => print([TEXTS.server(addresses.join(' · ')), TEXTS.keys]),
      onFailure: (reason) => print([TEXTS.serverFailed(reason), TEXTS.keys]),
      onOutput: (line) => print([TEXTS.serverSays(line)]),
    },
  )

  let queue = Promise.resolve()
  const check = (changed: string[]) => {
    queue = queue.then(async () => {
      const results = await runner.run(changed)
      for (const result of results) if (!choice.allMine) rememberRun(result.lesson.slug, result.passed)
      print(screen(choice, results))
      if (results.some(({ problems }) => problems.length)) {
        await server.stop()
        print([TEXTS.serverWaits, TEXTS.keys])
      } else await server.restart()
    })
  }
  check([])
  watchFiles(
    choice.lessons.map(({ exercise }) => exercise),
    (changed) => {
      print(['', TEXTS.checking])
      check(changed)
    },
  )
  return new Promise(() => {})

  function screen({ allMine }: Choice, results: LessonResult[]): string[] {
    if (allMine) return [...results.flatMap((result) => finalLines(result)), '', ...verdict(results)]
    return results.flatMap((result) => [
      ...resultLines(result, paint),
      '',
      summaryLine(result, paint),
      ...advice(result),
    ])
  }

  function finalLines(result: LessonResult): string[] {
    const title = REPORT.lesson(result.lesson.number, result.lesson.manifest.titulo)
    if (result.passed) return [`${paint('green', '✓')} ${title}`]
    return [`${paint('red', '✗')} ${title}`, ...resultLines(result, paint)]
  }
}

function introduction({ lessons, allMine }: Choice): string[] {
  const [first] = lessons
  if (allMine || !first) return [REPORT.final]
  const { titulo, minutos, tareas } = first.manifest
  return [
    REPORT.lesson(first.number, titulo),
    REPORT.edit(relative(ROOT, first.exercise), minutos),
    '',
    `${REPORT.tasks}:`,
    ...tareas.map((tarea, index) => `  ${index + 1}. ${tarea.titulo} (${tarea.nombre})`),
  ]
}

function advice({ passed, lesson }: LessonResult): string[] {
  if (!passed) return []
  return [REPORT.solved, lesson.number < LESSON_COUNT ? TEXTS.next(lesson.number + 1) : TEXTS.nextFinal]
}

function verdict(results: LessonResult[]): string[] {
  return results.every(({ passed }) => passed) ? [TEXTS.allDone] : []
}
