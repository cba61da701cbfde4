import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import type { Lesson } from '../../curriculum/lesson.ts'
import { ROOT } from '../../curriculum/paths.ts'
import { stubOf } from '../../curriculum/write-stubs.ts'
import { type Outcome, outcome } from './outcome.ts'

/** Text to use in place of files on disk, by absolute path. */
type Overlay = ReadonlyMap<string, string>

/**
 * Type-checks the project as it is delivered, with our solutions, and with the learner's own
 * modules solved. What a learner wrote is never read: the exercises are overlaid.
 */
export function checkTypes(lessons: readonly Lesson[]): Outcome[] {
  const stubs = new Map(lessons.map((lesson) => [asTypeScriptSays(lesson.exercise), stubOf(lesson)]))
  const solved = new Map(
    lessons.map(({ exercise, solution }) => [asTypeScriptSays(exercise), readFileSync(solution, 'utf8')]),
  )
  return [
    outcome('con los archivos de partida', typeErrors(stubs)),
    outcome('con las soluciones', typeErrors(stubs, 'solucion')),
    outcome('con los módulos propios', typeErrors(solved, 'mio')),
  ]
}

/** TypeScript writes every path with slashes, also on Windows. */
function asTypeScriptSays(path: string): string {
  return path.replaceAll('\\', '/')
}

const parsed = new Map<string, ts.SourceFile | undefined>()

function typeErrors(overlay: Overlay, condition?: string): string {
  const { fileNames, options } = readConfig()
  if (condition) options.customConditions = [condition]
  const program = ts.createProgram(fileNames, options, overlaidHost(options, overlay))
  return ts.getPreEmitDiagnostics(program).map(describe).join(' · ')
}

function readConfig(): ts.ParsedCommandLine {
  const { config } = ts.readConfigFile(join(ROOT, 'tsconfig.json'), ts.sys.readFile)
  return ts.parseJsonConfigFileContent(config, ts.sys, ROOT)
}

/** Files on disk are parsed once for all programs: most of the time goes into reading them. */
function overlaidHost(options: ts.CompilerOptions, overlay: Overlay): ts.CompilerHost {
  const host = ts.createCompilerHost(options)
  const { getSourceFile, fileExists } = host
  host.fileExists = (name) => overlay.has(name) || fileExists(name)
  host.getSourceFile = (name, ...rest) => {
    const text = overlay.get(name)
    if (text !== undefined) return ts.createSourceFile(name, text, ...(rest.slice(0, 1) as [ts.ScriptTarget]))
    if (!parsed.has(name)) parsed.set(name, getSourceFile(name, ...rest))
    return parsed.get(name)
  }
  return host
}

function describe({ file, start, messageText }: ts.Diagnostic): string {
  const text = ts.flattenDiagnosticMessageText(messageText, ' ')
  if (!file) return text
  const line = file.getLineAndCharacterOfPosition(start ?? 0).line + 1
  return `${file.fileName.slice(ROOT.length)}:${line} ${text}`
}
