import { TEXTS } from './texts.ts'

const FOLDERS = /^(lessons|solutions)\/(?:(\d\d)-[^/]+|comun)\/(.+)$/

/** How a file is called in a tab, beside those of the lesson `own`. */
export function tabName(path: string, own: string): string {
  const [, folder, number, file = path] = FOLDERS.exec(path) ?? []
  if (!number) return `comun/${file}`
  return folder === 'lessons' && path.includes(`/${own}/`) ? file : TEXTS.earlier(Number(number), file)
}
