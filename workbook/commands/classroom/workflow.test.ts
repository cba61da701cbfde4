import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { loadBook, loadLesson } from '../../curriculum/lessons.ts'
import { ROOT } from '../../curriculum/paths.ts'
import { classroomWorkflow } from './workflow.ts'

test('gives each task of a lesson a step, and the reporter the result of each', async () => {
  const lesson = await loadLesson(3)
  const text = classroomWorkflow([lesson])
  const ids = [...text.matchAll(/^ {8}id: (\w+)$/gm)].map(([, id]) => id)
  expect(ids).toEqual(lesson.manifest.tareas.map(({ nombre }) => `leccion3_${nombre.toLowerCase()}`))
  expect(text).toContain(`runners: ${ids.join(',')}\n`)
  for (const id of ids) {
    expect(text).toContain(`${id?.toUpperCase()}_RESULTS: "\${{ steps.${id}.outputs.result }}"`)
  }
  for (const { nombre } of lesson.manifest.tareas)
    expect(text).toContain(`command: npm run check 3 -- --tarea ${nombre}\n`)
})

test('the one that the page offers is of the whole book', async () => {
  const offered = readFileSync(join(ROOT, 'docs/public/classroom.yml'), 'utf8')
  expect(offered).toBe(classroomWorkflow(await loadBook()))
})
