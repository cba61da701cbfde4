import type { Situation } from './situations.ts'

const TOKENS = { estado: 200, cuerpo: { access_token: '…', refresh_token: '…' } }
const PERFIL = { estado: 200, cuerpo: { id: '1' } }
const CERRADA = { estado: 200, cuerpo: { mensaje: 'Sesión cerrada' } }
const FALTANTE = { estado: 401, cuerpo: { error: 'Token faltante' } }
const RECHAZADA = { estado: 401, cuerpo: { error: 'Renovación rechazada' } }
const REVOCADO = { estado: 401, cuerpo: { error: 'Token revocado' } }
const DE_OTRO_ORIGEN = { estado: 403, cuerpo: { error: 'Origen no permitido' } }
const INVALIDO = { estado: 422, cuerpo: { error: 'Token inválido' } }
const SIN_REDIS = { estado: 503, cuerpo: { error: 'Servicio no disponible: vuelve a intentarlo' } }

/** Those of the lessons after the book. No app in Flask answers beside ours: what ours answers is here. */
export const EXTENSION_SITUATIONS: readonly Required<Omit<Situation, 'como'>>[] = [
  {
    leccion: 9,
    titulo: 'POST /login, con el correo y la contraseña de Ana',
    responde: TOKENS,
    porque: 'Uno breve, que abre las rutas, y otro que solo sirve para pedir el par siguiente.',
  },
  {
    leccion: 9,
    titulo: 'POST /renovar, con el último token de renovación',
    responde: TOKENS,
    porque: 'Es el que toca: la sesión pasa al número siguiente y ese token queda usado.',
  },
  {
    leccion: 9,
    titulo: 'POST /renovar, con un token de renovación usado hace cinco minutos',
    responde: RECHAZADA,
    porque: 'Si vuelve uno usado, lo tienen dos y no se sabe quién robó a quién: se cierra la sesión.',
  },
  {
    leccion: 9,
    titulo: 'POST /renovar, con el último token, después de que volviera uno usado',
    responde: RECHAZADA,
    porque: 'La sesión se cerró, también para su dueña: tiene que volver a dar su contraseña.',
  },
  {
    leccion: 9,
    titulo: 'POST /renovar, con un token de acceso',
    responde: RECHAZADA,
    porque: 'Los dos se firman con claves distintas: uno de acceso no renueva nada.',
  },
  {
    leccion: 9,
    titulo: 'POST /renovar, con un cuerpo sin `refresh_token`',
    responde: FALTANTE,
    porque: 'No hay nada que verificar: falta el token.',
  },
  {
    leccion: 9,
    titulo: 'GET /perfil, con un token de renovación',
    responde: INVALIDO,
    porque: 'Lo firma otra clave: para la guardia es un token que no hemos firmado.',
  },
  {
    leccion: 10,
    titulo: 'POST /sesion, desde la propia página, con las credenciales de Ana',
    responde: { estado: 200, cuerpo: { mensaje: 'Sesión abierta' } },
    porque: 'Los dos tokens van en `Set-Cookie`, donde ningún script los lee: el cuerpo no los repite.',
  },
  {
    leccion: 10,
    titulo: 'GET /perfil, con la cookie y sin `Authorization`',
    responde: PERFIL,
    porque: 'Se lee la cookie como si fuera el encabezado, y leer no cambia nada.',
  },
  {
    leccion: 10,
    titulo: 'POST /logout, con la cookie, desde otra página',
    responde: DE_OTRO_ORIGEN,
    porque: 'La cookie la envió el navegador sin que Ana lo pidiera: otra página actuaba en su nombre.',
  },
  {
    leccion: 10,
    titulo: 'POST /logout, con `Authorization`, desde otra página',
    responde: CERRADA,
    porque: 'Ese encabezado no lo pone el navegador por su cuenta: quien lo escribe tiene el token.',
  },
  {
    leccion: 10,
    titulo: 'POST /logout, con la cookie, sin `Origin` ni `Sec-Fetch-Site`',
    responde: DE_OTRO_ORIGEN,
    porque: 'No se sabe de dónde viene, y la duda no abre: con una cookie hay que decirlo.',
  },
  {
    leccion: 10,
    titulo: 'GET /perfil, con el token en una cookie llamada `token`',
    responde: FALTANTE,
    porque: 'Solo vale `__Host-token`: las demás puede ponerlas otro subdominio.',
  },
  {
    leccion: 10,
    titulo: 'GET /perfil, con la cookie, por HTTP',
    responde: { estado: 403, cuerpo: { error: 'Usa HTTPS' } },
    porque: 'Una cookie también es una credencial, y ya viajó en claro: no se redirige.',
  },
  {
    leccion: 11,
    titulo: 'GET /perfil, con un token firmado con HS256 y el secreto',
    responde: INVALIDO,
    porque: 'Quien verifica solo acepta ES256: con el secreto ya no se firma ninguno de acceso.',
  },
  {
    leccion: 11,
    titulo: 'GET /perfil, con un token firmado con HS256 y la clave pública',
    responde: INVALIDO,
    porque:
      'La clave pública la tiene cualquiera: aceptar HS256 con ella sería aceptar tokens de cualquiera.',
  },
  {
    leccion: 11,
    titulo: 'GET /perfil, con un token firmado con la clave anterior, que sigue publicada',
    responde: PERFIL,
    porque: 'Su `kid` dice con cuál se firmó: rotar la clave no corta las sesiones abiertas.',
  },
  {
    leccion: 11,
    titulo: 'GET /perfil, con un token firmado con una clave que ya no se publica',
    responde: INVALIDO,
    porque: 'Ninguna clave publicada tiene ese `kid`: retirarla invalida todo lo que firmó.',
  },
  {
    leccion: 11,
    titulo: 'GET /perfil, con un token que trae su propia clave en `jwk`',
    responde: INVALIDO,
    porque: 'Las claves son las nuestras: la que trae un token la eligió quien lo escribió.',
  },
  {
    leccion: 12,
    titulo: 'GET /perfil, con un token cuya sesión se cerró en otro proceso',
    responde: REVOCADO,
    porque: 'La lista de revocados es de todos los procesos: ninguno abre lo que otro cerró.',
  },
  {
    leccion: 12,
    titulo: 'POST /renovar, en un proceso distinto del que abrió la sesión',
    responde: TOKENS,
    porque: 'Las sesiones están en Redis: cualquiera de los procesos puede renovarlas.',
  },
  {
    leccion: 12,
    titulo: 'GET /perfil, con un token bueno y Redis parado',
    responde: SIN_REDIS,
    porque: 'No se puede preguntar si está revocado, y dejar pasar reabriría lo cerrado.',
  },
  {
    leccion: 12,
    titulo: 'POST /login, con el correo y la contraseña de Ana y Redis parado',
    responde: SIN_REDIS,
    porque: 'Sin contar los intentos no se comprueba ninguna contraseña.',
  },
  {
    leccion: 12,
    titulo: 'POST /login, con la contraseña de Ana, después de diez equivocadas',
    responde: { estado: 429, cuerpo: { error: 'Demasiados intentos' } },
    porque: 'Se cuenta antes de comprobar: a partir de ahí no se mira ninguna, tampoco la buena.',
  },
]
