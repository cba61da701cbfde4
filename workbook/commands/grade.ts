import { readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Lesson } from '../curriculum/lesson.ts'
import { loadLessons } from '../curriculum/lessons.ts'
import { ROOT } from '../curriculum/paths.ts'
import { compareAll } from './grade/compare.ts'
import { filesOf } from './grade/files.ts'
import { gradeOf, meanOf, type Student } from './grade/grades.ts'
import { readGradeOptions } from './grade/options.ts'
import { OUTPUT, whyNotOutput, writeOutput } from './grade/output.ts'
import type { Edition } from './grade/pages.ts'
import { type Job, Results } from './grade/run-all.ts'
import { Sandboxes } from './grade/sandbox.ts'
import { type Answer, answeredIn, readSubmissions, type Submission } from './grade/submissions.ts'
import { gradeTable } from './grade/table.ts'
import { TEXTS } from './grade/texts.ts'
import { type KnownTest, worthReading } from './grade/trust.ts'
import { complain } from './named-lesson.ts'

/** `npm run califica CARPETA`: the grades of a folder of submissions. Fails only if it cannot give them. */
export async function grade(args: string[]): Promise<number> {
  const lessons = await loadLessons()
  // npm moves to the notebook's folder: a path is meant from where it was typed.
  const here = process.env.INIT_CWD ?? process.cwd()
  const options = readGradeOptions(args, lessons, here)
  if ('refused' in options) return complain(options.refused)
  const { folder, only } = options
  const output = join(folder, OUTPUT)
  const taken = whyNotOutput(output)
  if (taken) return complain(taken)
  const submissions = readSubmissions(folder, lessons, { only, except: OUTPUT })
  if (!submissions.length) return complain(TEXTS.empty(folder))
  const graded = only ? [only] : answeredIn(submissions, lessons)
  if (!graded.length) return complain(TEXTS.nothingFound(lessons.map(({ manifest }) => manifest.archivo)))
  console.log(
    TEXTS.starting(
      submissions.length,
      graded.map(({ number }) => number),
    ),
  )
  const students = await runAndGrade(submissions, graded, lessons)
  if ('refused' in students) return complain(students.refused)
  const pairs = compareAll(students, graded)
  const written = writeOutput(output, filesOf(students, pairs, edition()))
  console.log(['', ...gradeTable(students), ''].join('\n'))
  if ('refused' in written) return complain(written.refused)
  for (const [changed, name] of written.beside) console.log(TEXTS.writtenBeside(changed, name))
  const index = written.beside.find(([path]) => path === 'index.html')?.[1] ?? 'index.html'
  console.log(TEXTS.written(relative(here, output) || output, pathToFileURL(join(output, index)).href))
  return 0
}

async function runAndGrade(
  submissions: readonly Submission[],
  graded: readonly Lesson[],
  lessons: readonly Lesson[],
): Promise<Student[] | { refused: string }> {
  const sandboxes = await Sandboxes.open(lessons)
  const stop = stopAtInterrupt(sandboxes)
  try {
    console.log(TEXTS.walls[sandboxes.wall])
    const results = new Results(sandboxes)
    const known = await knownTests(graded, results)
    if ('refused' in known) return known
    const jobs = submissions.flatMap(({ answers }) => graded.flatMap((lesson) => jobOf(lesson, answers)))
    await results.runAll(jobs, stop.progress)
    return submissions.map((each) => toStudent(each, graded, results, known))
  } finally {
    stop.forget()
    sandboxes.close()
  }
}

/** The tests that each lesson has, from a run of its solution, which also proves that grading works here. */
async function knownTests(
  graded: readonly Lesson[],
  results: Results,
): Promise<Map<Lesson, KnownTest[]> | { refused: string }> {
  const jobs = graded.map((lesson) => ({ lesson, bytes: readFileSync(lesson.solution) }))
  await results.runAll(jobs, () => {})
  const known = new Map<Lesson, KnownTest[]>()
  for (const job of jobs) {
    const ran = results.of(job)
    if (typeof ran !== 'object' || !ran.passed) return { refused: TEXTS.ownSolution(job.lesson.number) }
    known.set(job.lesson, ran.tests)
  }
  return known
}

function jobOf(lesson: Lesson, answers: Submission['answers']): Job[] {
  const answer = answers.get(lesson.number)
  return answer && 'bytes' in answer ? [{ lesson, bytes: answer.bytes }] : []
}

function toStudent(
  { answers, ...submission }: Submission,
  graded: readonly Lesson[],
  results: Results,
  known: ReadonlyMap<Lesson, KnownTest[]>,
): Student {
  const grades = graded.map((lesson) => {
    const answer = answers.get(lesson.number)
    const [job] = jobOf(lesson, answers)
    const grade = gradeOf(
      lesson,
      answer,
      job && results.of(job),
      known.get(lesson) ?? [],
      submission.notes[0],
    )
    return { ...grade, notes: notesOn(lesson, answer) }
  })
  return { ...submission, grades, points: meanOf(grades) }
}

function notesOn(lesson: Lesson, answer: Answer | undefined): string[] {
  if (!answer || 'refused' in answer) return []
  return worthReading(Buffer.from(answer.bytes).toString('utf8'), readFileSync(lesson.solution, 'utf8'))
}

function edition(): Edition {
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))
  return { date: new Date().toISOString(), workbook: version, node: process.versions.node }
}

/** Ctrl+C leaves nothing running; what is done is kept. */
function stopAtInterrupt(sandboxes: Sandboxes) {
  let [done, all] = [0, 0]
  const interrupt = () => {
    sandboxes.close()
    console.log(TEXTS.interrupted(done, all))
    process.exit(130)
  }
  process.once('SIGINT', interrupt).once('SIGTERM', interrupt)
  return {
    progress(nowDone: number, ofAll: number) {
      ;[done, all] = [nowDone, ofAll]
      if (process.stdout.isTTY) process.stdout.write(`\r${TEXTS.progress(done, all)}`)
    },
    forget() {
      process.off('SIGINT', interrupt).off('SIGTERM', interrupt)
    },
  }
}
