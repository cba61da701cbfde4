// La lista de revocados puede estar en otro proceso, que responde después: quien la consulta la espera.
import { expect, test } from 'vitest'
import { ana, enviar, ListaLenta, pedir, SECRETO, tokenDe } from '#comun/pruebas.ts'
import { crearApp } from '../08-https/app.ts'

test('espera a una lista de revocados que responde después', async () => {
  const app = crearApp({ secreto: SECRETO, revocados: new ListaLenta() })
  const [portatil, movil] = ['portatil', 'movil'].map((jwtid) => tokenDe(ana, { jwtid }))
  const nadie = await pedir(app, '/perfil', portatil)
  const frase =
    'Rechazas un token que nadie revocó: en exigirNoRevocado, escribe await delante de revocados.contiene(jti); sin él se mira la promesa, que siempre parece un sí'
  expect(nadie.status, frase).toBe(200)
  const cierre = await enviar(app, '/logout', portatil)
  expect(cierre.status, 'POST /logout no cierra la sesión: mira exigirNoRevocado').toBe(200)
  const cerrado = await pedir(app, '/perfil', portatil)
  expect(cerrado.body, 'El token revocado sigue abriendo: la lista ya lo contiene').toEqual({
    error: 'Token revocado',
  })
  const otra = await pedir(app, '/perfil', movil)
  expect(otra.status, 'Se cerró también otra sesión de Ana: busca el jti de cada token').toBe(200)
})
