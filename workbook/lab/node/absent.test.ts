import { describe, expect, test } from 'vitest'
import { 'form-data' as FormData, zlib } from './absent.ts'

describe('what no lesson reaches', () => {
  test('says that it is not there when it is called', () => {
    expect(() => zlib.createGunzip()).toThrow('node:zlib no está en el laboratorio de la página')
    expect(() => new FormData()).toThrow('form-data no está en el laboratorio de la página')
  })

  test('can be asked for: superagent compares every body with a form', () => {
    expect({} instanceof FormData).toBe(false)
  })
})
