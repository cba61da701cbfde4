// Loaded only when somebody asks for it: what the project is made from, and what makes a ZIP of it.

import data from 'virtual:cuaderno/proyecto'
import { strToU8, type Zippable, zipSync } from 'fflate'
import { ownProject } from '../../../workbook/verdict/project/project.ts'

/** The learner's modules, by their path in the workbook, as the project that `npm run crear-api` makes, in a ZIP. */
export function zipOfProject(
  title: string,
  modules: Readonly<Record<string, string>>,
): Uint8Array<ArrayBuffer> {
  const { files, ...source } = data
  const project = ownProject(title, {
    ...source,
    // The app of the book has the modules of the book, whoever goes on.
    lessons: source.lessons.filter(({ exercise }) => exercise in modules),
    read: (path) => modules[path] ?? files[path],
    isPackage: (name) => `node_modules/${name}` in source.locked,
  })
  const inFolder: Zippable = {}
  for (const [path, text] of project) inFolder[`${title}/${path}`] = strToU8(text)
  return zipSync(inFolder)
}
