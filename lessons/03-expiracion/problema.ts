import jwt from 'jsonwebtoken'
import { escena } from '#comun/escena.ts'
import { SECRETO } from '#comun/pruebas.ts'
import { crearApp } from '../02-proteger-rutas/app.ts'

// #region escena
// Lo firmó este mismo servidor el 1 de enero de 2016 y nadie le puso una fecha de expiración.
const EMITIDO = Date.UTC(2016, 0, 1) / 1000
const token = jwt.sign({ sub: '1', iat: EMITIDO }, SECRETO)

console.log('Un token de 2016:', JSON.stringify(jwt.decode(token)))
await escena(crearApp({ secreto: SECRETO }), async (pedir) => {
  await pedir('/perfil', { token })
})
// #endregion escena

// #region unidades
const ensayar = (expiresIn: jwt.SignOptions['expiresIn']) => {
  const { iat, exp } = jwt.decode(jwt.sign({}, SECRETO, { expiresIn })) as { iat: number; exp: number }
  console.log(`  expiresIn: ${JSON.stringify(expiresIn).replaceAll('"', "'").padEnd(15)} dura ${exp - iat} s`)
}
console.log('\nUna hora, escrita de tres maneras:')
ensayar(3600)
ensayar('3600')

const lasOnce = Date.UTC(2026, 0, 1, 11) // Date cuenta milisegundos; exp, segundos.
console.log('  exp: las 11 del 1/1/2026   expira en el año', new Date(lasOnce * 1000).getUTCFullYear())
// #endregion unidades
