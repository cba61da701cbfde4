// La consola es un registro: la lee más gente que el programa.
import { inspect } from 'node:util'
import { vi } from 'vitest'

const METODOS = ['debug', 'dir', 'error', 'info', 'log', 'table', 'trace', 'warn'] as const

/** Mira la consola hasta que se restauren los espías; lo que devuelve da lo escrito desde ahora, llamada a llamada. */
export function mirarConsola(): () => unknown[][] {
  const espias = METODOS.map((metodo) => vi.spyOn(console, metodo))
  return () => espias.flatMap(({ mock }) => mock.calls)
}

/** Todo lo que hay en algo, también dentro de un error o de su causa, en un texto en el que buscar un secreto. */
export function enTexto(algo: unknown): string {
  return inspect(algo, { depth: 9, maxArrayLength: null, maxStringLength: null })
}
