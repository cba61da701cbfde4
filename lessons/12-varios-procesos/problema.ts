// Dos procesos de la misma aplicación, cada uno con su memoria. Con la aplicación de la lección 11.
import { escena } from '#comun/escena.ts'
import { ana, SECRETO, tokenDe } from '#comun/pruebas.ts'
import { SesionesEnMemoria } from '#comun/sesiones.ts'
import { claveDeRenovacion, crearRenovacion } from '#solucion/09-renovar-la-sesion/renovacion.ts'
import { crearApp } from '../11-claves-publicas/app.ts'

// Ana inició sesión en el proceso uno: su sesión está en su memoria, y en ninguna otra.
const sesiones = new SesionesEnMemoria()
const sesion = sesiones.abrir(String(ana.id))
const token = tokenDe(ana, { jwtid: `${sesion.sid}.1` })
const renovacion = crearRenovacion(sesion, claveDeRenovacion(SECRETO))

// #region escena
const uno = crearApp({ secreto: SECRETO, sesiones })
const dos = crearApp({ secreto: SECRETO })

await escena(dos, async (pedir) => {
  console.log('Ana renueva su sesión. El balanceador la manda al proceso dos')
  await pedir('/renovar', { metodo: 'POST', cuerpo: { refresh_token: renovacion } })
})
await escena(uno, async (pedir) => {
  console.log('Ana cierra sesión. Esta vez la atiende el uno')
  await pedir('/logout', { metodo: 'POST', token })
  await pedir('/perfil', { token })
})
await escena(dos, async (pedir) => {
  console.log('Una copia de su token llega al dos')
  await pedir('/perfil', { token })
})
// #endregion escena
