// Dos descuidos de una línea con las piezas de la lección 6.
import express from 'express'
import { escena } from '#comun/escena.ts'
import { ana, SECRETO, tokenDe } from '#comun/pruebas.ts'
import { verificarToken } from '#solucion/01-generar-el-token/token.ts'
import { exigirToken } from '#solucion/02-proteger-rutas/guardia.ts'
import { crearApp } from '../06-mas-datos-en-el-token/app.ts'

const guardia = exigirToken((token) => verificarToken(token, SECRETO))

// #region escena
// Descuido 1: una ruta nueva responde con la cuenta tal como está guardada.
const app = express()
app.get('/cuenta', guardia, (_req, res) => void res.json(ana))
app.use(crearApp({ secreto: SECRETO }))

// Descuido 2: en el token viaja la cuenta entera, y no claimsPropios(ana).
const token = tokenDe(ana, { propios: ana })

await escena(app, async (pedir) => {
  await pedir('/perfil', { token })
  await pedir('/cuenta', { token })
})
// #endregion escena

// #region leer
// Quien tenga el token lo lee así: sin el secreto y sin ninguna biblioteca.
const [, payload = ''] = token.split('.')
const claims = JSON.parse(Buffer.from(payload, 'base64url').toString())
console.log('\nEl token, leído sin el secreto:')
for (const nombre of ['sub', 'rol', 'email', 'resumen']) console.log(`  ${nombre}: ${claims[nombre]}`)
// #endregion leer
