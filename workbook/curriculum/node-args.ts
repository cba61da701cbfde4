import type { Condition } from './imports.ts'

/** Arguments that let a second Node run our TypeScript, under an import condition if one is given. */
export function nodeArgs(condition?: Condition): string[] {
  return [
    '--disable-warning=ExperimentalWarning',
    ...(condition ? [`--conditions=${condition}`] : []),
    ...('typescript' in process.features && process.features.typescript ? [] : ['--import', 'tsx']),
  ]
}
