import { expect, test } from 'vitest'
import { startVitest } from 'vitest/node'
import { writeFileSync } from 'node:fs'
import { tempFolder } from './temp-folder.ts'
import { join } from 'node:path'
test('x', async () => {
  const f = tempFolder()
  writeFileSync(join(f, 'a.test.ts'), `import {expect, test} from 'vitest'
const l = () => { throw new Error('otra cosa') }
test('a', () => expect(l, 'F').toThrow('segundos'))
test('b', () => expect(l, 'F').toThrow(TypeError))
test('c', () => expect(l, 'F').toThrow(/x/))
test('d', () => expect(() => {}, 'F').toThrow(TypeError))
test('e', () => expect(() => {}, 'F').toThrow(/x/))
test('e2', () => expect(() => {}, 'F').toThrow('x'))
test('f', () => expect(() => {}, 'F').toThrow())
test('g', () => expect(l, 'F').not.toThrow())
test('h', () => expect(l, 'F').not.toThrow(/otra/))
test('h2', () => expect(l, 'F').not.toThrow('otra'))
test('h3', () => expect(l, 'F').not.toThrow(Error))
test('i', () => expect(Promise.resolve(1), 'F').rejects.toThrow('x'))
test('j', () => expect(Promise.reject(new Error('x')), 'F').resolves.toBe(1))
test('k', () => expect(Promise.reject(new Error('x')), 'F').rejects.toThrow('y'))
test('l', () => expect(Promise.reject(new Error('x')), 'F').rejects.toThrow(TypeError))
test('m', () => expect(() => { throw new TypeError('x\\ny') }, 'F').toThrow(RangeError))
test('n', () => expect(() => { throw 'texto' }, 'F').toThrow(RangeError))
test('o', () => expect(l, 'F').toThrow(new Error('mmm')))
test('p', () => expect(l, 'F').toThrow(expect.objectContaining({status: 4})))
`)
  const v = await startVitest('test', [], { root: f, config: false, watch: false, reporters: [{}] })
  for (const m of v.state.getTestModules()) for (const t of m.children.allTests()) { const e = t.result().errors?.[0]; console.log(t.name, e?.name, JSON.stringify(e?.message), e?.expected, e?.actual, e?.stacks?.length) }
  await v.close()
})
