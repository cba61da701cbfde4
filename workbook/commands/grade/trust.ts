// A submission runs in the same process as the tests, so it could say that it passes. What gives it away at no
// cost is looked for here; the rest is for whoever reads the code.
import { parseSync, Visitor } from 'vite'
import type { TestResult } from '../../verdict/model.ts'
import type { Ran } from './sandbox.ts'
import { TEXTS } from './texts.ts'

/** A test of a specification as it is when the notebook's own solution runs. */
export type KnownTest = Pick<TestResult, 'task' | 'title'>

/**
 * Why a result cannot be what these tests said, if it cannot: there are others, some are missing, or it says
 * to be green and they are not.
 */
export function whyImpossible(
  { passed, tests, problems }: Ran,
  known: readonly KnownTest[],
): string | undefined {
  const expected = new Map<string, number>()
  for (const test of known) expected.set(keyOf(test), (expected.get(keyOf(test)) ?? 0) + 1)
  for (const test of tests) {
    const left = expected.get(keyOf(test)) ?? 0
    if (!left) return TEXTS.strangeTest(test.title)
    expected.set(keyOf(test), left - 1)
  }
  const all = tests.length === known.length
  const green = all && tests.every(({ state }) => state === 'passed')
  if (passed && !green) return TEXTS.strangeVerdict
  return all || problems.length ? undefined : TEXTS.missingTests(known.length - tests.length)
}

/** Why nothing that a submission's run says can be believed, if it is about what runs the tests. */
export function whyUnbelievable(source: string): string | undefined {
  return /__vitest|\bvitest\b/.test(source.replace(/^\s*(?:\/\/|\*).*$/gm, ''))
    ? TEXTS.touchesTests
    : undefined
}

function keyOf({ task, title }: KnownTest): string {
  return `${task}\n${title}`
}

/** What a submission uses that nothing in an exercise is about, as sentences; nothing of what does not parse. */
export function worthReading(source: string, given: string): string[] {
  const usual = uses(given)
  const own = uses(source)
  const modules = [...own.modules].filter((name) => !usual.modules.has(name) && !HARMLESS.has(name))
  const solutions = modules.filter((name) => /(?:^#solucion|\/solutions)\//.test(name))
  const others = modules.filter((name) => !solutions.includes(name))
  const globals = [...own.globals].filter((name) => !usual.globals.has(name))
  return [
    ...solutions.map(TEXTS.usesSolution),
    ...(others.length ? [TEXTS.usesModules(others)] : []),
    ...(globals.length ? [TEXTS.usesGlobals(globals)] : []),
  ]
}

/** What correct answers import and others do not. */
const HARMLESS = new Set(['express', 'jsonwebtoken', 'node:crypto', 'crypto', 'node:util', 'node:assert'])
const SUSPECT = ['process', 'globalThis', 'global', 'eval', 'Function', 'require', 'Reflect']

function uses(source: string): { modules: Set<string>; globals: Set<string> } {
  const modules = new Set<string>()
  const globals = new Set<string>()
  const add = (name: string) => name.startsWith('#comun/') || modules.add(name)
  new Visitor({
    ImportDeclaration: ({ importKind, source }) => importKind !== 'type' && add(source.value),
    ExportAllDeclaration: ({ exportKind, source }) => exportKind !== 'type' && add(source.value),
    ExportNamedDeclaration: ({ exportKind, source }) => source && exportKind !== 'type' && add(source.value),
    ImportExpression: ({ source }) => {
      globals.add('import()')
      add(source.type === 'Literal' ? String(source.value) : '…')
    },
    Identifier: ({ name }) => SUSPECT.includes(name) && globals.add(name),
  }).visit(parseSync('entrega.ts', source).program)
  return { modules, globals }
}
