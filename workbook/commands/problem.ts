import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { nodeArgs } from '../curriculum/node-args.ts'
import { ROOT } from '../curriculum/paths.ts'
import { chooseLesson } from '../session/choice.ts'

/** `npm run problema 3`: the scene that a lesson starts from, with the solutions of the earlier ones. */
export async function problem([name = '']: string[]): Promise<number> {
  const { lessons } = await chooseLesson(name)
  const scene = join(lessons[0]?.folder ?? '', 'problema.ts')
  const child = spawn(process.execPath, [...nodeArgs('solucion'), scene], { cwd: ROOT, stdio: 'inherit' })
  const [code] = await once(child, 'exit')
  return code ?? 1
}
