// Una ruta de administración que solo pregunta quién eres. Con la aplicación de la lección 5.
import express from 'express'
import jwt from 'jsonwebtoken'
import { CUENTAS } from '#comun/cuentas.ts'
import { escena } from '#comun/escena.ts'
import { ana, SECRETO, tokenDe } from '#comun/pruebas.ts'
import { verificarToken } from '#solucion/01-generar-el-token/token.ts'
import { exigirToken } from '#solucion/02-proteger-rutas/guardia.ts'
import { manejarErrores } from '#solucion/04-manejo-de-errores/errores.ts'
import { crearApp } from '../05-revocar-tokens/app.ts'

// #region escena
const guardia = exigirToken((token) => verificarToken(token, SECRETO))
const app = express()
app.get('/admin', guardia, (_req, res) => res.json({ correos: CUENTAS.map(({ email }) => email) }))
app.use(crearApp({ secreto: SECRETO }), manejarErrores())

await escena(app, async (pedir) => {
  const token = tokenDe(ana)
  console.log(`El token de Ana dice: ${Object.keys(Object(jwt.decode(token))).join(', ')}`)
  await pedir('/perfil', { token })
  await pedir('/admin', { token })
})
// #endregion escena

// #region colision
console.log('Un claim propio que se llama iat')
const nacidoExpirado = tokenDe(ana, { propios: { iat: 1000 } })
console.log(`  ${JSON.stringify(jwt.decode(nacidoExpirado))}`)

console.log('Un claim propio que se llama sub')
try {
  tokenDe(ana, { propios: { sub: '2' } })
} catch (error) {
  console.log(`  ${error}`)
}
// #endregion colision
