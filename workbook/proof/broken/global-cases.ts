import type { Case } from './case.ts'
import { onLoad } from './expiracion.ts'

const changes = (name: string) =>
  `Tu código cambia ${name}, que usa todo el programa: quita esa línea o usa una variable tuya`

/** Something of everybody's that gets another value. */
const broken = (name: string, value: string): Case => {
  const target = name.includes('.')
    ? `(${name.replace(/\.(\w+)$/, ' as any).$1')}`
    : `(globalThis as any).${name}`
  return {
    name: `${name} as ${value}`,
    text: onLoad(`;${target} = ${value} // se rompe`),
    says: changes(name),
    at: '// se rompe',
  }
}

export const GLOBAL_CASES: readonly Case[] = [
  broken('JSON.parse', 'null'),
  broken('Date.now', '() => 0'),
  broken('Promise', 'undefined'),
  broken('console', 'null'),
  // A specification may assign this one.
  broken('setTimeout', '() => 0'),
  {
    name: 'setTimeout, through Object.assign',
    text: onLoad(';Object.assign(globalThis, { setTimeout: () => 0 }) // se rompe'),
    says: changes('setTimeout'),
    at: '// se rompe',
  },
  {
    name: 'a property for every object',
    text: onLoad(';(Object.prototype as any).admin = true'),
    says: 'Agregas «admin» a un objeto que no admite más propiedades, como Object.prototype o uno congelado: agrégala a uno tuyo (Cannot add property admin, object is not extensible)',
    at: 'admin = true',
  },
]
