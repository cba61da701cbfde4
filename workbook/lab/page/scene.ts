// From what a Worker told of a lesson's scene to what a reader is told of it.
import type { TestError } from 'vitest'
import { explainSceneError } from '../../verdict/explain/explain.ts'
import { TEXTS } from '../../verdict/explain/texts.ts'
import type { Failure } from '../../verdict/model.ts'
import { shownOf } from '../../verdict/printed.ts'
import { explainBreak } from '../../verdict/shape/inspect.ts'
import type { Remains } from './remains.ts'

export const SCENE_FILE = 'problema.ts'

/** A scene is there to be read: with the traces of several errors. */
const WHOLE = { lines: 300, characters: 30_000 }

/** What a scene wrote, and why it did not get to its end. */
export interface Provoked {
  printed: string
  failure?: Failure
}

/** `scene` is its path in the project, and `source` what was run. */
export function tellScene(scene: string, source: string, remains: Remains): Provoked {
  return {
    printed: shownOf(remains.console.get(''), WHOLE) ?? '',
    failure: failureOf(scene, source, remains),
  }
}

function failureOf(scene: string, source: string, remains: Remains): Failure | undefined {
  const { syntax, died, ending, errors, loose } = remains
  if (syntax) return wrongSyntax(scene, source, syntax.line)
  if (died) return { sentence: TEXTS.scene.died }
  if (ending === 'stuck') return { sentence: TEXTS.loop }
  if (ending === 'flood') return { sentence: TEXTS.flood }
  if (ending) return { sentence: TEXTS.scene.hang }
  const [error] = [...errors, ...loose]
  return error && explainSceneError(error as TestError, scene)
}

function wrongSyntax(scene: string, source: string, told: number | undefined): Failure {
  const { detail, line } = explainBreak(source)
  const at = detail ? line : (told ?? line)
  return {
    sentence: TEXTS.syntax(SCENE_FILE, detail ?? TEXTS.syntaxUnknown),
    place: at ? { file: scene, line: at } : undefined,
  }
}
