// Otro servicio verifica con el mismo secreto, y con él firma lo que quiera. Con la aplicación de la lección 10.
import express from 'express'
import { escena } from '#comun/escena.ts'
import { ana, OTRO_SECRETO, root, SECRETO, tokenDe } from '#comun/pruebas.ts'
import { crearToken, verificarToken } from '#solucion/01-generar-el-token/token.ts'
import { exigirToken, identidadDe } from '#solucion/02-proteger-rutas/guardia.ts'
import { crearApp } from '../10-cookies-y-csrf/app.ts'

// #region escena
/** Lo lleva otro equipo. Para que verifique, le dimos JWT_SECRETO. */
const pedidos = express()
const guardia = exigirToken((token) => verificarToken(token, SECRETO))
pedidos.get('/pedidos', guardia, (_req, res) => {
  res.json({ de: identidadDe(res) })
})

console.log('El servicio de pedidos acepta el token de Ana')
await escena(pedidos, async (pedir) => {
  await pedir('/pedidos', { token: tokenDe(ana) })
})

await escena(crearApp({ secreto: SECRETO }), async (pedir) => {
  console.log('Alguien entra en esa máquina y, con lo que hay en ella, firma un token de root')
  const falso = crearToken(root, SECRETO, { expiresIn: 60, jwtid: 'falso', propios: { rol: 'admin' } })
  await pedir('/admin', { token: falso })
})
// #endregion escena

// #region cambio
await escena(crearApp({ secreto: OTRO_SECRETO }), async (pedir) => {
  console.log('Cambiamos el secreto: ya no vale el falso, ni el token de nadie')
  await pedir('/perfil', { token: tokenDe(ana) })
})
// #endregion cambio
