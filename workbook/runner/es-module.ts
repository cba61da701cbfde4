import { type ESTree, Visitor } from 'vite'
import { TEXTS } from '../verdict/explain/texts.ts'
import { type Finding, lineAt } from '../verdict/finding.ts'

const { erasable } = TEXTS

/**
 * What the tests would run and the server would not: Vite turns into JavaScript the parts of TypeScript
 * that Node cannot erase, and lends CommonJS variables to ES modules.
 */
export function notForNode(program: ESTree.Program, source: string): Finding | undefined {
  const found: { sentence: string; start: number }[] = []
  const refuse = ([what, instead]: readonly [string, string], { start }: { start: number }) =>
    found.push({ sentence: TEXTS.notErasable(what, instead), start })
  const commonJs = (name: string, { start }: { start: number }) =>
    found.push({ sentence: TEXTS.commonJs(name), start })
  new Visitor({
    TSEnumDeclaration: (node) => void (node.declare || refuse(erasable.enum, node)),
    TSModuleDeclaration: (node) => void (node.declare || refuse(erasable.namespace, node)),
    TSParameterProperty: (node) => void refuse(erasable.parameterProperty, node),
    TSImportEqualsDeclaration: (node) => void refuse(erasable.importEquals, node),
    TSExportAssignment: (node) => void refuse(erasable.exportEquals, node),
    TSTypeAssertion: (node) => void refuse(erasable.assertion, node),
    Decorator: (node) => void refuse(erasable.decorator, node),
    CallExpression: ({ callee }) => void (isNamed(callee, 'require') && commonJs('require()', callee)),
    MemberExpression: (node) => void (isModuleExports(node) && commonJs('module.exports', node)),
    Identifier: (node) => void (/^__(?:dir|file)name$/.test(node.name) && commonJs(node.name, node)),
  }).visit(program)
  const [first] = found.sort((a, b) => a.start - b.start)
  return first && { sentence: first.sentence, line: lineAt(source, first.start) }
}

function isModuleExports({ object, property }: ESTree.MemberExpression): boolean {
  return isNamed(object, 'module') && isNamed(property, 'exports')
}

function isNamed(node: { type: string; name?: unknown }, name: string): boolean {
  return node.type === 'Identifier' && node.name === name
}
