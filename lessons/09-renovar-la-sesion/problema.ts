// Una hora es mucho para quien roba un token y poco para quien trabaja todo el día. Con la aplicación de la lección 8.
import { escena } from '#comun/escena.ts'
import { ana, SECRETO, tokenDe } from '#comun/pruebas.ts'
import { crearApp } from '../08-https/app.ts'

const MINUTO = 60
/** Un token que Ana recibió hace esos segundos y que dura `expiresIn`. */
const emitidoHace = (segundos: number, expiresIn: number) =>
  tokenDe(ana, {
    propios: { rol: ana.rol, iat: Math.floor(Date.now() / 1000) - segundos },
    expiresIn,
  })

// #region escena
await escena(crearApp({ secreto: SECRETO }), async (pedir) => {
  console.log('Con tokens de una hora, alguien copia el de Ana y lo usa 50 minutos después')
  await pedir('/perfil', { token: emitidoHace(50 * MINUTO, 60 * MINUTO) })

  console.log('Ana sigue trabajando a la hora y un minuto')
  await pedir('/perfil', { token: emitidoHace(61 * MINUTO, 60 * MINUTO) })
})

await escena(crearApp({ secreto: SECRETO, duracion: 5 * MINUTO }), async (pedir) => {
  console.log('Con tokens de cinco minutos, la copia ya no sirve')
  await pedir('/perfil', { token: emitidoHace(50 * MINUTO, 5 * MINUTO) })

  console.log('Y Ana escribe su contraseña doce veces por hora: nada le da otro token')
  await pedir('/perfil', { token: emitidoHace(6 * MINUTO, 5 * MINUTO) })
  await pedir('/renovar', { metodo: 'POST' })
})
// #endregion escena
