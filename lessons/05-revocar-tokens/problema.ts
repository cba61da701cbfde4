// Ana cierra sesión en su cliente y la copia de su token sigue abriendo. Con la aplicación de la lección 4.
import { escena } from '#comun/escena.ts'
import { ana, SECRETO } from '#comun/pruebas.ts'
import { crearToken } from '#solucion/01-generar-el-token/token.ts'
import { expiraEn, UNA_HORA } from '#solucion/03-expiracion/expiracion.ts'
import { crearApp } from '../04-manejo-de-errores/app.ts'

const ahora = Math.floor(Date.now() / 1000)
const emitir = () => crearToken(ana, SECRETO, { ...expiraEn(UNA_HORA), propios: { iat: ahora } })

// #region escena
const navegador: { token?: string } = { token: emitir() }
const copia = navegador.token

await escena(crearApp({ secreto: SECRETO }), async (pedir) => {
  console.log('Ana cierra sesión: su cliente borra el token')
  navegador.token = undefined
  await pedir('/perfil', { token: navegador.token })

  console.log('Otra persona había copiado ese token')
  await pedir('/perfil', { token: copia })

  console.log('El servidor no ofrece ninguna forma de cerrarlo')
  await pedir('/logout', { metodo: 'POST', token: copia })
})
// #endregion escena

// #region gemelos
const telefono = emitir()
const tableta = emitir()
console.log('Ana inicia dos sesiones en el mismo segundo: ¿recibe dos tokens distintos?')
console.log(telefono === tableta ? '  No: son el mismo texto' : '  Sí')
// #endregion gemelos
