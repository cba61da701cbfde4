// El problema: la ruta cree lo que dice la URL.
import { createSecretKey, randomBytes } from 'node:crypto'
import { escena } from '#comun/escena.ts'
import { Usuarios } from '#comun/usuarios.ts'
import { crearToken } from '#solucion/01-generar-el-token/token.ts'
import { crearApp } from '../01-generar-el-token/app.ts'

// #region escena
const secreto = createSecretKey(randomBytes(32))
const usuarios = new Usuarios()
const app = crearApp({ secreto })

app.get('/perfil', (req, res) => {
  const { id, email, rol } = usuarios.porId(String(req.query.id)) ?? {}
  res.json({ id, email, rol })
})

await escena(app, async (pedir) => {
  console.log('Sin token:')
  await pedir('/perfil?id=1')
  await pedir('/perfil?id=2')

  console.log('Con el token de Ana, pidiendo el perfil de otra cuenta:')
  const token = crearToken({ id: 1 }, secreto)
  await pedir('/perfil?id=2', { token })
})
// #endregion escena
