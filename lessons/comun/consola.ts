// La consola es un registro: la lee más gente que el programa.
import { vi } from 'vitest'

const METODOS = ['debug', 'dir', 'error', 'info', 'log', 'table', 'trace', 'warn'] as const

/** Mira la consola hasta que se restauren los espías; lo que devuelve da lo escrito desde ahora, llamada a llamada. */
export function mirarConsola(): () => unknown[][] {
  const espias = METODOS.map((metodo) => vi.spyOn(console, metodo))
  return () => espias.flatMap(({ mock }) => mock.calls)
}
