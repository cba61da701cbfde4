import request from 'supertest'
import { alterar, ana, pedir, SECRETO, tokenDe } from '#comun/pruebas.ts'
import { crearApp } from '../03-expiracion/app.ts'

// #region escena
// Con «test», Express no escribe la traza en esta terminal; al cliente se la envía igual.
const app = crearApp({ secreto: SECRETO }).set('env', 'test')

const casos = {
  'sin token': pedir(app, '/perfil'),
  'token alterado': pedir(app, '/perfil', alterar(tokenDe(ana), { sub: '2' })),
  'token expirado': pedir(app, '/perfil', tokenDe(ana, { expiresIn: -1 })),
  'JSON mal formado': request(app).post('/login').type('json').send('{"password":clave-ana}'),
  'otra ruta': pedir(app, '/no-existe'),
}

for (const [caso, solicitud] of Object.entries(casos)) {
  const { status, type, text } = await solicitud
  const traza = text.includes('node_modules') ? 'con la traza' : 'sin traza'
  const secreto = text.includes('clave-ana') ? ' y la contraseña' : ''
  console.log(`${caso.padEnd(17)} ${status} ${type}, ${traza}${secreto}`)
}
// #endregion escena
