import ts from 'typescript'
import { TEXTS } from '../verdict/explain/texts.ts'
import { lineAt } from '../verdict/finding.ts'

ts.validateLocaleAndSetLanguage('es', ts.sys)

const OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ESNext,
  module: ts.ModuleKind.ESNext,
  moduleDetection: ts.ModuleDetectionKind.Force,
  noLib: true,
  noResolve: true,
}
const TWICE = [2300, 2323, 2393, 2451]
// Found only by the checker: declared twice, two defaults, another value for a constant, super.
const CHECKED = [...TWICE, 2337, 2364, 2392, 2528, 2588]
const INVALID_CHARACTER = 1127
const CURLY_QUOTES = /[“”‘’]/

/** The first syntax error of a text, in Spanish, with its line counted from 1. `position`: if nothing is found. */
export function explainSyntax(file: string, source: string, position = 0): { message: string; line: number } {
  const first = diagnose(file, source)
  const line = lineAt(source, first?.start ?? position)
  return { message: first ? sayIn(source.split('\n')[line - 1] ?? '', first) : TEXTS.syntaxUnknown, line }
}

function sayIn(line: string, { messageText, code }: ts.Diagnostic): string {
  if (code === INVALID_CHARACTER && CURLY_QUOTES.test(line)) return TEXTS.wrongSyntax.curlyQuotes
  const text = ts.flattenDiagnosticMessageText(messageText, ' ').replace(/\.$/, '')
  return text.charAt(0).toLowerCase() + text.slice(1)
}

function diagnose(file: string, source: string): ts.Diagnostic | undefined {
  const parsed = ts.createSourceFile(file, source, ts.ScriptTarget.ESNext, true)
  const program = ts.createProgram([file], OPTIONS, hostOf(parsed))
  const [broken] = program.getSyntacticDiagnostics(parsed)
  // Of the rest, only grammar: the types of this file alone would all be unknown.
  const rest = program.getSemanticDiagnostics(parsed).filter(({ code }) => isGrammar(code))
  const [first] = broken ? [broken] : rest
  if (!first || !TWICE.includes(first.code)) return first
  // Each of the declarations is told; the one that is too many is the last.
  return rest.findLast(({ code }) => code === first.code)
}

function isGrammar(code: number): boolean {
  return (code >= 1000 && code < 2000) || CHECKED.includes(code)
}

function hostOf(file: ts.SourceFile): ts.CompilerHost {
  return {
    getSourceFile: (name) => (name === file.fileName ? file : undefined),
    fileExists: (name) => name === file.fileName,
    readFile: () => undefined,
    writeFile: () => {},
    getDefaultLibFileName: () => 'lib.d.ts',
    getCurrentDirectory: () => '',
    getCanonicalFileName: (name) => name,
    useCaseSensitiveFileNames: () => true,
    getNewLine: () => '\n',
  }
}
