import { loadLesson, loadLessons } from '../../curriculum/lessons.ts'
import { checkExercisesTwice } from '../checks/exercises.ts'
import { checkHouse } from '../checks/house.ts'
import { checkManifests } from '../checks/manifests.ts'

/** `npm run verifica 3`: for authors, proves one lesson and tells what is left to write. Returns the exit code. */
export async function verify([number]: string[]): Promise<number> {
  const lesson = await loadLesson(Number(number))
  const lessons = await loadLessons()
  const house = checkHouse(lessons)
  const outcomes = [
    ...house.filter(({ title }) => title.startsWith(`lección ${lesson.number}: `)),
    ...checkManifests([lesson], lessons),
    ...(await checkExercisesTwice([lesson])),
  ]
  const failed = outcomes.filter(({ problem }) => problem)
  for (const { title, problem } of outcomes)
    console.log(problem ? `✗ ${title}\n    ${problem}` : `✓ ${title}`)
  console.log(`\n${outcomes.length - failed.length} passed, ${failed.length} failed`)
  return failed.length ? 1 : 0
}
