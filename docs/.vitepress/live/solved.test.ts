import { describe, expect, test } from 'vitest'
import type { LiveStatus } from '../../../workbook/verdict/result-view.ts'
import { newlySolved } from './solved.ts'

function status(...solved: string[]): LiveStatus {
  return { title: 'Tu aplicación, entera', page: 'resumen', summary: '', rows: [], solved }
}

describe('newlySolved', () => {
  test('gives the lesson that has just turned green', () => {
    expect(newlySolved(status('01-saludos'), status())).toEqual(['01-saludos'])
  })

  test('gives it once', () => {
    expect(newlySolved(status('01-saludos'), status('01-saludos'))).toEqual([])
  })

  test('gives the one that was green before the page was opened', () => {
    expect(newlySolved(status('01-saludos'), undefined)).toEqual(['01-saludos'])
  })

  test('gives none if it turns red or the session ends', () => {
    expect(newlySolved(status(), status('01-saludos'))).toEqual([])
    expect(newlySolved(undefined, status('01-saludos'))).toEqual([])
  })
})
