import type { Leccion } from '#comun/leccion.ts'
import { equivalentes } from './leccion/equivalentes.ts'
import { errores } from './leccion/errores.ts'
import { preguntas } from './leccion/preguntas.ts'

export const leccion: Leccion = {
  titulo: 'Renovar la sesión',
  promesa:
    'Darás tokens de cinco minutos a quien trabaja todo el día, y cerrarás la sesión cuyo token tengan dos.',
  minutos: 40,
  archivo: 'renovacion.ts',
  https: true,
  pieza: {
    tarjeta: 'Renueva la sesión sin pedir la contraseña, y ciérrala si alguien copió su token.',
    nombre: 'renovar la sesión',
    via: 'login',
    logro: 'renueva la sesión de quien sigue ahí y cierra la de un token robado',
  },
  aprenderas: [
    'Entregar, junto a un token de acceso corto, uno de renovación que se usa una sola vez.',
    'Firmar cada clase de token con una clave propia, derivada del mismo secreto.',
    'Detectar que un token de renovación lo tienen dos, y cerrar esa sesión y ninguna otra.',
    'Decidir qué pasa con dos renovaciones a la vez y con una respuesta que se pierde.',
  ],
  tareas: [
    {
      nombre: 'claveDeRenovacion',
      titulo: 'Derivar del secreto otra clave',
      pistas: [
        'Un HMAC es lo que firma un JWT con HS256: de un secreto y un texto salen 32 bytes que nadie calcula sin el secreto. Esos bytes pueden ser otra clave.',
        'De `node:crypto` ya están importadas las dos funciones: `createHmac` calcula los bytes y `createSecretKey` hace de ellos un `KeyObject`.',
        'Se encadenan: `createHmac` recibe `"sha256"` y el secreto; después, `.update(…)` con el texto y `.digest()` sin argumentos. Todo eso va entre los paréntesis de `createSecretKey`.',
      ],
    },
    {
      nombre: 'leerRenovacion',
      titulo: 'Leer un token de renovación propio',
      pistas: [
        'Es como `verificarToken`, de la lección 1, con otra clave y otro contenido. ¿Qué puede fallar, y qué ve quien llama en cada caso?',
        '`jwt.verify` devuelve el payload o lanza; la opción `algorithms` es una lista. `Object(…)` deja desestructurar lo que sea, y `typeof` dice si cada dato es lo que esperas.',
        'Dentro de un `try`, saca `sid` y `numero` de `Object(jwt.verify(token, clave, { algorithms: [ALGORITMO] }))`. Si alguno no es del tipo que debe, lanza cualquier error; si lo son, devuelve los dos. El `catch` solo hace `throw rechazada(cause)`.',
      ],
    },
    {
      nombre: 'renovar',
      titulo: 'Renovar y reconocer un token ya usado',
      pistas: [
        'Si el número no era el último, alguien lo usó antes: el mismo cliente, hace un momento, o dos personas. ¿Qué dos datos de la sesión los separan?',
        '`sesiones.avanzar` comprueba y cambia de una vez, y da `undefined` si no pudo. Solo entonces hacen falta `sesiones.buscar` y `sesiones.cerrar`; las tres llevan `await`.',
        'El margen es un `if` con dos condiciones: `actual?.numero === numero + 1`, y que `ahora` menos `actual.renovada` no pase de `MARGEN`, con `ahora` en segundos. Después de ese `if`, cerrar y lanzar.',
      ],
    },
    {
      nombre: 'renovarSesion',
      titulo: 'Atender POST /renovar',
      pistas: [
        'Es como `iniciarSesion`, de `lessons/comun/rutas.ts`, pero quien llama no trae una contraseña. ¿Qué puede haber cambiado en su cuenta desde entonces?',
        'El orden: el tipo de `token`, `leerRenovacion`, `renovar`, `usuarios.porId` y la respuesta. Cada paso que falla lanza, y `renovar` se espera.',
        'Si `typeof token` no es `"string"`, `new ErrorDeToken()`. Si no hay usuario con `sesion.identidad`, `new ErrorHttp(401, "Usuario no encontrado")`. Al final, `res.set("Cache-Control", "no-store")` y `.json(…)` con lo que dé `entregar(usuario, sesion, res)`.',
      ],
    },
  ],
  ataques: [
    'deriva de cada secreto una clave que no abre rutas',
    'rechaza con las mismas palabras un token',
    'cierra la sesión, y solo esa, si vuelve uno',
    'no cierra la sesión que nombra un token inventado',
    'cierra para los dos la sesión de un token robado',
    'no renueva después de POST /logout',
  ],
  solicitudes: [
    {
      texto: 'con un token inventado',
      metodo: 'POST',
      ruta: '/renovar',
      cuerpo: { refresh_token: 'inventado' },
    },
  ],
  errores,
  equivalentes,
  preguntas,
}
