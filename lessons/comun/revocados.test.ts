import { describe, expect, test, vi } from 'vitest'
import { exigirNoRevocado, ListaDeRevocados } from '#solucion/05-revocar-tokens/revocacion.ts'
import { crearApp } from '../08-https/app.ts'
import { ErrorHttp } from './errores.ts'
import { ana, enviar, ListaLenta, pedir, SECRETO, tokenDe } from './pruebas.ts'
import type { Revocados } from './revocados.ts'

// La aplicación terminada, haya hecho lo que haya hecho quien estudia con su última lección.
vi.mock('#ejercicio/08-https/https.ts', () => import('#solucion/08-https/https.ts'))

/** Una lista que no responde: su servidor se ha caído. */
const CAIDA: Revocados = {
  revocar: () => Promise.reject(new ErrorHttp(503, 'Servicio no disponible')),
  contiene: () => Promise.reject(new ErrorHttp(503, 'Servicio no disponible')),
}

describe.each([
  ['responde en el acto', () => new ListaDeRevocados()],
  ['responde después', () => new ListaLenta()],
])('una lista que %s', (_cual, crear) => {
  test('deja pasar lo que nadie revocó y cierra lo revocado', async () => {
    const lista = crear()
    const exigir = exigirNoRevocado(lista)
    const claims = { sub: '1', jti: 'portatil' }
    await expect(exigir(claims)).resolves.toEqual(claims)
    await lista.revocar(claims)
    await expect(exigir(claims)).rejects.toThrow('Token revocado')
    await expect(exigir({ sub: '1', jti: 'movil' })).resolves.toBeDefined()
  })

  test('cierra una sesión de la aplicación terminada, y solo esa', async () => {
    const app = crearApp({ secreto: SECRETO, revocados: crear() })
    const [portatil, movil] = ['portatil', 'movil'].map((jwtid) => tokenDe(ana, { jwtid }))
    expect((await enviar(app, '/logout', portatil)).status).toBe(200)
    expect((await pedir(app, '/perfil', portatil)).body).toEqual({ error: 'Token revocado' })
    expect((await pedir(app, '/perfil', movil)).status).toBe(200)
  })
})

test('si la lista no responde, ni se entra ni se dice que la sesión se cerró', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
  const app = crearApp({ secreto: SECRETO, revocados: CAIDA })
  expect((await pedir(app, '/perfil', tokenDe(ana))).status).toBe(503)
  expect((await enviar(app, '/logout', tokenDe(ana))).status).toBe(503)
  vi.restoreAllMocks()
})

test('la lista de la lección 5 olvida lo que expiró aunque no quepa en una tanda', () => {
  vi.useFakeTimers({ toFake: ['Date'], now: 0 })
  const lista = new ListaDeRevocados()
  for (let i = 0; i < 1000; i++) lista.revocar({ sub: '1', jti: `viejo-${i}`, exp: 10 })
  vi.setSystemTime(10_000)
  for (let i = 0; i < 30; i++) lista.revocar({ sub: '1', jti: `nuevo-${i}`, exp: 20 })
  expect(lista.tamano).toBe(30)
  vi.useRealTimers()
})
