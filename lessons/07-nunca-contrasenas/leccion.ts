import type { Leccion } from '#comun/leccion.ts'
import { equivalentes } from './leccion/equivalentes.ts'
import { errores } from './leccion/errores.ts'
import { preguntas } from './leccion/preguntas.ts'

export const leccion: Leccion = {
  titulo: 'Nunca almacenes contraseñas en el token',
  promesa:
    'Al terminar, guardas las contraseñas con hash y sal, y de una cuenta solo sale lo que has enumerado.',
  minutos: 45,
  archivo: 'datos-sensibles.ts',
  pieza: {
    tarjeta: 'Guarda cada contraseña con hash y sal, fuera del token.',
    nombre: 'comprobar la contraseña',
    via: 'login',
    antesDe: 1,
    logro: 'guarda contraseñas que nadie puede leer, ni tú',
  },
  aprenderas: [
    'Guardar una contraseña como hash con sal, calculado con scrypt.',
    'Comprobar una contraseña en tiempo constante, sin que un dato estropeado tumbe el servidor.',
    'Publicar un usuario con una lista de permitidos, que aguanta los campos que aún no existen.',
    'Detener antes de firmar un token que lleve un dato de más.',
  ],
  tareas: [
    {
      nombre: 'resumir',
      titulo: 'Convertir una contraseña en sal y hash',
      pistas: [
        'El texto que se guarda tiene dos partes y la primera es nueva en cada llamada. Mira qué constantes y qué función te da ya el archivo, encima de `resumir`.',
        '`randomBytes(16)` da la sal. `derivar(contrasena, sal, BYTES, COSTE)` devuelve una promesa de `Buffer`: espérala con `await`. Los dos son `Buffer`, y `toString("hex")` los escribe.',
        '`const sal = randomBytes(16)`, y `hash` es lo que da `await derivar(…)` con esa `sal`. Únelos con una plantilla: `sal.toString("hex")`, dos puntos, `hash.toString("hex")`.',
      ],
    },
    {
      nombre: 'comprobar',
      titulo: 'Comprobar una contraseña sin guardar ninguna',
      pistas: [
        'Un hash no se deshace; se repite el cálculo y se comparan los resultados. Para que coincidan hace falta la misma sal, y está dentro del resumen.',
        '`resumen.split(":")` separa las dos partes y `Buffer.from(texto, "hex")` las vuelve bytes. `timingSafeEqual` lanza si los dos `Buffer` miden distinto: piensa qué pasa con un hash vacío o a medias.',
        'Empieza con `const [sal = "", hash = ""] = resumen.split(":")`. Si `Buffer.from(hash, "hex")` no mide `BYTES`, devuelve `false`; si los mide, deriva con `Buffer.from(sal, "hex")` y compara.',
      ],
    },
    {
      nombre: 'usuarioPublico',
      titulo: 'Elegir qué se publica de un usuario',
      pistas: [
        'Quitar lo que sobra obliga a acordarse de todo, también de los campos que aún no existen. Haz lo contrario.',
        'Devuelve un objeto literal con dos propiedades. `usuario.id` es un número; `String()` lo vuelve texto.',
        'Escribe cada propiedad por su nombre, sin `...usuario`: `id: String(usuario.id)` es la primera.',
      ],
    },
    {
      nombre: 'exigirClaimsPublicos',
      titulo: 'Detener un claim que no puede viajar',
      pistas: [
        'Es la misma idea que en el TODO 3, pero aquí no se descarta nada en silencio, porque un claim de más es un fallo nuestro y hay que verlo.',
        '`Object.keys(claims)` da los nombres; `find` busca el primero que no esté en `CLAIMS_PUBLICOS`, y `includes` dice si está.',
        'La búsqueda es `.find((nombre) => !CLAIMS_PUBLICOS.includes(nombre))`. Si encuentra uno, lanza `new Error(…)` con ese nombre en el mensaje; al final, devuelve `claims`.',
      ],
    },
  ],
  ataques: [
    'no usa un hash rápido ni rebaja el trabajo',
    'da un resumen distinto cada vez a la misma contraseña',
    'no distingue otra contraseña de un correo desconocido',
    'no publica en GET /admin nada más, ni un campo nuevo',
    'rechaza el claim password',
    'entrega en POST /login un token sin datos sensibles',
  ],
  errores,
  equivalentes,
  preguntas,
}
