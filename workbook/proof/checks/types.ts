import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import ts from 'typescript'
import type { Lesson } from '../../curriculum/lesson.ts'
import { ROOT } from '../../curriculum/paths.ts'
import { stubOf } from '../../curriculum/write-stubs.ts'
import { type Outcome, outcome } from './outcome.ts'
import { complaintOf } from './run-tool.ts'

/** Text to use in place of files on disk, by absolute path. */
type Overlay = ReadonlyMap<string, string>

/** Absolute paths, as TypeScript writes them. */
type Side = (path: string) => boolean

const EVERYTHING: Side = () => true
/** Nothing else imports a lesson's files by the aliases that a condition changes. */
const LESSONS: Side = (path) => /^(?:lessons|solutions)\//.test(path.slice(ROOT.length))

/**
 * Type-checks each side with what there is where it runs (`tsconfig.json`), and the lessons also with our
 * solutions and with the learner's modules solved. What a learner wrote is never read: the exercises are
 * overlaid.
 */
export function checkTypes(lessons: readonly Lesson[]): Outcome[] {
  const stubs = new Map(lessons.map((lesson) => [asTypeScriptSays(lesson.exercise), stubOf(lesson)]))
  const solved = new Map(
    lessons.map(({ exercise, solution }) => [asTypeScriptSays(exercise), readFileSync(solution, 'utf8')]),
  )
  const parsed: Parsed = new Map()
  return [
    outcome('con los archivos de partida', typeErrors('.', stubs, parsed)),
    outcome('con las soluciones', typeErrors('.', stubs, parsed, LESSONS, 'solucion')),
    outcome('con los módulos propios', typeErrors('.', solved, parsed, LESSONS, 'mio')),
    outcome('el veredicto, sin Node ni navegador', typeErrors('workbook/verdict', stubs, parsed)),
    outcome('las pruebas, con Node y navegador', typeErrors('workbook/proof', stubs, parsed)),
  ]
}

/**
 * Type-checks the site and the laboratory, with the templates of their components, which TypeScript alone
 * cannot read. What has not changed since the last time is not checked again.
 */
export async function checkSiteTypes(): Promise<Outcome[]> {
  const cache = ['--incremental', '--tsBuildInfoFile', remembered('sitio').tsBuildInfoFile]
  const args = ['--noEmit', '--pretty', 'false', ...cache, '-p', 'docs']
  return [outcome('componentes y plantillas del sitio', await complaintOf('vue-tsc/bin/vue-tsc.js', args))]
}

/** TypeScript writes every path with slashes, also on Windows. */
function asTypeScriptSays(path: string): string {
  return path.replaceAll('\\', '/')
}

type Parsed = Map<string, ts.SourceFile | undefined>

/**
 * What is wrong in the files of a tsconfig, and not in those of another side that they import. What has not
 * changed since the last time is not checked again.
 */
function typeErrors(
  folder: string,
  overlay: Overlay,
  parsed: Parsed,
  side: Side = EVERYTHING,
  condition?: string,
): string {
  const { fileNames, options } = readConfig(join(ROOT, folder, 'tsconfig.json'))
  const own = fileNames.filter(side)
  const name = [folder === '.' ? 'todo' : folder.replaceAll('/', '-'), condition].filter(Boolean).join('-')
  Object.assign(options, condition && { customConditions: [condition] }, remembered(name))
  const host = overlaidHost(options, overlay, parsed)
  const createProgram = ts.createSemanticDiagnosticsBuilderProgram
  const program = ts.createIncrementalProgram({ rootNames: own, options, host, createProgram })
  const ofOthers = ({ fileName }: ts.SourceFile) => !own.includes(fileName)
  // Until there is none left that has changed.
  while (program.getSemanticDiagnosticsOfNextAffectedFile(undefined, ofOthers));
  const diagnostics = [
    ...program.getOptionsDiagnostics(),
    ...own.flatMap((name) => {
      const file = program.getSourceFile(name)
      return [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)]
    }),
  ]
  // Nothing but what it learned.
  program.emit()
  return diagnostics.map(describe).join('\n')
}

/** Where TypeScript keeps what it learned of a program. */
function remembered(name: string) {
  return { incremental: true, tsBuildInfoFile: join(ROOT, '.cuaderno', 'tipos', `${name}.tsbuildinfo`) }
}

function readConfig(path: string): ts.ParsedCommandLine {
  const { config } = ts.readConfigFile(path, ts.sys.readFile)
  return ts.parseJsonConfigFileContent(config, ts.sys, dirname(path))
}

/** Files on disk are parsed once for all programs: most of the time goes into reading them. */
function overlaidHost(options: ts.CompilerOptions, overlay: Overlay, parsed: Parsed): ts.CompilerHost {
  const host = ts.createIncrementalCompilerHost(options, {
    ...ts.sys,
    readFile: (name, encoding) => overlay.get(name) ?? ts.sys.readFile(name, encoding),
    fileExists: (name) => overlay.has(name) || ts.sys.fileExists(name),
  })
  const { getSourceFile } = host
  host.getSourceFile = (name, ...rest) => {
    if (overlay.has(name)) return getSourceFile(name, ...rest)
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
