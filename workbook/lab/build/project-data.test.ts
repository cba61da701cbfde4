import { expect, test } from 'vitest'
import { projectOnDisk } from '../../curriculum/project-source.ts'
import { ownProject } from '../../verdict/project/project.ts'
import { collectProject } from './project-data.ts'

test('the page makes the same project as the terminal from the same modules', async () => {
  const disk = await projectOnDisk()
  const exercises = disk.lessons.map(({ exercise }) => exercise)
  const read = (path: string) =>
    disk.read(exercises.includes(path) ? path.replace('lessons/', 'solutions/') : path)
  const { files, ...data } = await collectProject()
  expect(Object.keys(files).filter((path) => exercises.includes(path))).toEqual([])
  const inPage = ownProject('mi-api', {
    ...data,
    read: (path) => (exercises.includes(path) ? read(path) : files[path]),
    isPackage: (name) => `node_modules/${name}` in data.locked,
  })
  expect(Object.fromEntries(inPage)).toEqual(Object.fromEntries(ownProject('mi-api', { ...disk, read })))
})
