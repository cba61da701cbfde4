import { loadLesson } from '../../curriculum/lessons.ts'
import { checkExercises } from '../checks/exercises.ts'

/** `npm run verifica 3`: for authors, proves one lesson. Returns the exit code. */
export async function verify([number]: string[]): Promise<number> {
  const outcomes = await checkExercises([await loadLesson(Number(number))])
  const failed = outcomes.filter(({ problem }) => problem)
  for (const { title, problem } of outcomes)
    console.log(problem ? `✗ ${title}\n    ${problem}` : `✓ ${title}`)
  console.log(`\n${outcomes.length - failed.length} passed, ${failed.length} failed`)
  return failed.length ? 1 : 0
}
