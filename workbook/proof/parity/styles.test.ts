import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { loadLesson } from '../../curriculum/lessons.ts'
import { judgeInNode } from './in-node.ts'
import { useLaboratory } from './in-page.ts'

const lesson = await loadLesson(3)
const solution = readFileSync(lesson.solution, 'utf8')
const plain = solution.replaceAll('export function', 'function')
const NAMES = [...solution.matchAll(/^export function (\w+)/gm)].map(([, name]) => name)

/** The solution in the hand of somebody else. Whatever the style, it is right. */
const STYLES: readonly [string, string][] = [
  ['the line breaks of Windows', solution.replaceAll('\n', '\r\n')],
  ['a byte order mark', `\uFEFF${solution}`],
  ['a hashbang', `#!/usr/bin/env node\n${solution}`],
  ['exports with odd spaces', solution.replaceAll(/^export /gm, '  export   ')],
  ['exports in a line of their own', solution.replaceAll(/^export /gm, 'export\n')],
  ['a list at the top', `export{ ${NAMES.join(',')} }\n${plain}`],
  ['a list with comments', `${plain}\nexport {\n  // { todo }\n  ${NAMES.join(', // uno\n  ')},\n}`],
  [
    'exports taken apart',
    `${plain.replaceAll(/function (\w+)/g, 'function _$1')}\nexport const { ${NAMES[0]}, ...resto } = { ${NAMES[0]}: _${NAMES[0]} }, a = 1\nexport const [${NAMES.slice(1).join(', ')}] = [${NAMES.slice(
      1,
    )
      .map((name) => `_${name}`)
      .join(', ')}]`,
  ],
  ['a default, too', `${solution}\nexport default ${NAMES[0]}`],
  [
    'the words of CommonJS in texts',
    `${solution}\n// const x = require('./nada')\nconst ayuda = "no uses require('./nada') ni module.exports"\nvoid ayuda`,
  ],
  [
    'code in a template',
    `${solution}\nconst texto = \`\nenum Color { Rojo }\nexport const [a] = 1\nimport x from './nada'\n\`\nvoid texto`,
  ],
  ['a default of Node', `import crypto from 'node:crypto'\n${solution}\nvoid crypto.createHmac`],
]

const laboratory = useLaboratory()

describe('the solution with', () => {
  test.each(STYLES)('%s is right in the page', async (_what, source) => {
    const { passed, problems } = await laboratory.run(3, source)
    expect(problems).toEqual([])
    expect(passed).toBe(true)
  })

  test('what is slow and not its own is no endless loop in the page', async () => {
    const slow = "scryptSync('x', 'sal', 64, { N: 2 ** 17, r: 8, p: 6, maxmem: 2 ** 28 })"
    const source = `import { scryptSync } from 'node:crypto'\n${solution}\nvoid ${slow}`
    expect(await laboratory.run(3, source)).toMatchObject({ passed: true, problems: [] })
  })

  test('any of them is right in Node', async () => {
    const cases = STYLES.map(([id, source]) => ({ id, lesson, source }))
    const verdicts = await judgeInNode(cases, 5000)
    const states = cases.map(({ id }) => [...new Set(verdicts.get(id)?.map(({ state }) => state))])
    expect(states).toEqual(STYLES.map(() => ['passed']))
  })
})
