import { expect, test } from 'vitest'
import { composedIn } from '../../curriculum/lesson.ts'
import { loadLessons } from '../../curriculum/lessons.ts'
import { projectOnDisk } from '../../curriculum/project-source.ts'
import { ownProject } from '../../verdict/project/project.ts'
import { collectProject } from './project-data.ts'

test.each(['book', 'extension'] as const)(
  'the page makes the same project as the terminal: %s',
  async (part) => {
    const all = await loadLessons()
    const disk = projectOnDisk(composedIn(part, all))
    const exercises = projectOnDisk(all).lessons.map(({ exercise }) => exercise)
    const read = (path: string) =>
      disk.read(exercises.includes(path) ? path.replace('lessons/', 'solutions/') : path)
    const { files, ...data } = await collectProject()
    expect(Object.keys(files).filter((path) => exercises.includes(path))).toEqual([])
    const inPage = ownProject('mi-api', {
      ...data,
      lessons: disk.lessons,
      read: (path) => (exercises.includes(path) ? read(path) : files[path]),
      isPackage: (name) => `node_modules/${name}` in data.locked,
    })
    expect(Object.fromEntries(inPage)).toEqual(Object.fromEntries(ownProject('mi-api', { ...disk, read })))
  },
)
