import * as real from 'node:util'
import { describe, expect, test } from 'vitest'
import * as shim from './util.ts'

describe('util gives what Node gives', () => {
  test.each([
    ['an object', [{ a: [1, { b: new Map([['c', new Set([1])]]) }] }]],
    ['a format', ['%s tiene %d años y %j', 'Ana', 30, { a: 1 }]],
    ['values without a format', ['uno', 2, null, undefined, Symbol('x')]],
  ])('when it writes %s', (_what, values) => {
    expect(shim.format(...values)).toBe(real.format(...values))
  })

  test('for a function that says how it is promised', async () => {
    const work = Object.assign(() => {}, { [real.promisify.custom]: () => Promise.resolve('a su manera') })
    expect(await shim.promisify(work)()).toBe('a su manera')
  })

  test('for a function that calls back', async () => {
    const half = (n: unknown, done: unknown) =>
      (done as (error: Error | null, value?: number) => void)(
        n === 0 ? new Error('cero') : null,
        Number(n) / 2,
      )
    expect(await shim.promisify(half)(8)).toBe(4)
    await expect(shim.promisify(half)(0)).rejects.toThrow('cero')
  })

  test('for a class that inherits after it got its methods', () => {
    function Child() {}
    Child.prototype.own = () => 'suyo'
    class Parent {
      inherited = () => 'heredado'
      shared() {
        return 'de los dos'
      }
    }
    shim.inherits(Child, Parent as never)
    expect([Child.prototype.own(), Child.prototype.shared()]).toEqual(['suyo', 'de los dos'])
  })

  test.each([
    ['a date', new Date()],
    ['an expression', /x/],
    ['an error', new TypeError('x')],
    ['a promise', Promise.resolve()],
    ['bytes', new Uint8Array(1)],
    ['a map', new Map()],
    ['nothing', undefined],
  ])('when it is asked what %s is', (_what, value) => {
    const names = Object.keys(shim.types) as (keyof typeof shim.types)[]
    expect(names.filter((name) => shim.types[name](value))).toEqual(
      names.filter((name) => real.types[name](value)),
    )
  })
})
