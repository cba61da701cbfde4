// Dos descuidos de una línea con las piezas de la lección 6.
import { randomBytes } from 'node:crypto'
import express from 'express'
import { CUENTAS } from '#comun/cuentas.ts'
import { escena } from '#comun/escena.ts'
import type { Usuario } from '#comun/usuarios.ts'
import { crearToken, verificarToken } from '#solucion/01-generar-el-token/token.ts'
import { exigirToken } from '#solucion/02-proteger-rutas/guardia.ts'
import { expiraEn, UNA_HORA } from '#solucion/03-expiracion/expiracion.ts'
import { identificar } from '#solucion/05-revocar-tokens/revocacion.ts'
import { crearApp } from '../06-mas-datos-en-el-token/app.ts'

const secreto = randomBytes(32).toString('base64url')
const guardia = exigirToken((token) => verificarToken(token, secreto))
const [ana] = CUENTAS as [Usuario]

// #region escena
// Descuido 1: una ruta nueva que responde con la cuenta tal como está guardada.
const app = express()
app.get('/cuenta', guardia, (_req, res) => void res.json(ana))
app.use(crearApp({ secreto }))

// Descuido 2: en el token viaja la cuenta entera, en vez de claimsPropios(ana).
const token = crearToken(ana, secreto, { ...expiraEn(UNA_HORA), ...identificar(), propios: ana })

await escena(app, async (pedir) => {
  await pedir('/perfil', { token })
  await pedir('/cuenta', { token })
})

// Quien tenga el token lo lee así, sin el secreto y sin ninguna biblioteca.
const [, payload = ''] = token.split('.')
const claims = JSON.parse(Buffer.from(payload, 'base64url').toString())
console.log('\nEl token, leído sin el secreto:')
for (const nombre of ['sub', 'rol', 'email', 'resumen']) console.log(`  ${nombre}: ${claims[nombre]}`)
// #endregion escena
