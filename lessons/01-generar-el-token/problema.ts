// El problema: una credencial que cualquiera puede escribir.
import { randomBytes } from 'node:crypto'
import express from 'express'
import jwt from 'jsonwebtoken'
import { escena } from '#comun/escena.ts'

// #region escena
const codificar = (datos: object) => Buffer.from(JSON.stringify(datos)).toString('base64url')
const decodificar = (texto = '') => JSON.parse(Buffer.from(texto, 'base64url').toString())

const app = express()
app.post('/login', (_req, res) => {
  res.json({ access_token: codificar({ id: 1 }) })
})
app.get('/perfil', (req, res) => {
  const [, credencial] = req.get('Authorization')?.split(' ') ?? []
  res.json(decodificar(credencial))
})

await escena(app, async (pedir) => {
  const { texto } = await pedir('/login', { metodo: 'POST' })
  await pedir('/perfil', { token: JSON.parse(texto).access_token })
  console.log('La misma credencial, con otro id:')
  await pedir('/perfil', { token: codificar({ id: 2 }) })
})
// #endregion escena

// #region firmado
const secreto = randomBytes(32)
const [encabezado, payload, firma] = jwt.sign({ sub: '1' }, secreto, { noTimestamp: true }).split('.')
console.log('\nUn JWT, leído sin el secreto:', decodificar(encabezado), decodificar(payload))
try {
  jwt.verify(`${encabezado}.${codificar({ sub: '2' })}.${firma}`, secreto, { algorithms: ['HS256'] })
} catch (error) {
  console.log('Con el payload cambiado:', String(error))
}
// #endregion firmado
