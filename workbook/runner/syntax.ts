import ts from 'typescript'

ts.validateLocaleAndSetLanguage('es', ts.sys)

/** The first syntax error of a text, in Spanish, with its line counted from 1. */
export function explainSyntax(file: string, source: string): { message: string; line: number } {
  const { diagnostics = [] } = ts.transpileModule(source, { fileName: file, reportDiagnostics: true })
  const [first] = diagnostics
  if (!first) return { message: 'revisa paréntesis, llaves y comillas', line: 1 }
  const text = ts.flattenDiagnosticMessageText(first.messageText, ' ').replace(/\.$/, '')
  const { line } = ts.getLineAndCharacterOfPosition(first.file ?? sourceFile(file, source), first.start ?? 0)
  return { message: text.charAt(0).toLowerCase() + text.slice(1), line: line + 1 }
}

function sourceFile(file: string, source: string): ts.SourceFile {
  return ts.createSourceFile(file, source, ts.ScriptTarget.Latest)
}
