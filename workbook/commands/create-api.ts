import { relative } from 'node:path'
import { loadBook } from '../curriculum/lessons.ts'
import { projectOnDisk } from '../curriculum/project-source.ts'
import { ownProject } from '../verdict/project/project.ts'
import { whyUnsolved } from '../verdict/project/unsolved.ts'
import { TEXTS as SHARED } from '../verdict/texts.ts'
import { chooseDestination, writeProject } from './create-api/destination.ts'
import { TEXTS } from './create-api/texts.ts'
import { complain } from './named-lesson.ts'
import { runOnce } from './reports/run-once.ts'

/** `npm run crear-api DESTINO`: the learner's eight modules as a project outside of the workbook. */
export async function createApi(names: string[]): Promise<number> {
  // npm moves to the workbook's folder: a path is meant from where it was typed.
  const here = process.env.INIT_CWD ?? process.cwd()
  const destination = chooseDestination(names, here)
  if ('refused' in destination) return complain(destination.refused)
  const { folder, title } = destination
  console.log(SHARED.checking)
  const unsolved = await whyUnsolved(await loadBook(), runOnce)
  if (unsolved) return complain(TEXTS.nothingWritten(unsolved))
  const refused = writeProject(folder, ownProject(title, await projectOnDisk()))
  if (refused) return complain(refused)
  console.log(['', TEXTS.created, '', ...nextSteps(relative(here, folder)), ''].join('\n'))
  return 0
}

function nextSteps(path: string): string[] {
  const enter = path && `cd ${/[^\w./\\:-]/.test(path) ? `"${path}"` : path}`
  return [enter, 'npm install', 'npm test', 'npm start'].filter(Boolean).map((step) => `  ${step}`)
}
