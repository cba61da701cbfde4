import { describe, expect, test } from 'vitest'
import { styleFaults } from './style.ts'

describe('styleFaults', () => {
  test.each([
    ['Sólo mira la firma', 'Sólo (mejor: solo)'],
    ['una petición', 'petición (mejor: solicitud)'],
    ['retornó el token', 'retornó (mejor: devolver)'],
    ['el token caducado', 'caducado (mejor: expirar)'],
    ['un token JWT', 'token JWT (mejor: un JWT, los JWT)'],
    ['dice "hola"', '" (mejor: «…»)'],
    ['dos  espacios', '   (mejor: un solo espacio)'],
    ['Qué responde?', 'falta «¿»'],
    ['Hola!', 'falta «¡»'],
  ])('tells what is wrong in «%s»', (text, fault) => {
    expect(styleFaults(text)).toEqual([fault])
  })

  test.each([
    'el solo hecho',
    'repetición y competición',
    'el entorno y su retorno',
    'los hashes',
    '¿Qué responde? ¿Y después?',
    'no !token ni = ?',
    'se dice «solicitud», no «petición»',
  ])('says nothing of «%s»', (text) => {
    expect(styleFaults(text)).toEqual([])
  })
})
