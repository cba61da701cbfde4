import type { Leccion } from '#comun/leccion.ts'
import { errores } from './leccion/errores.ts'
import { preguntas } from './leccion/preguntas.ts'

export const leccion: Leccion = {
  titulo: 'Usa siempre HTTPS en producción',
  promesa:
    'Al terminar, sirves tu API sobre TLS, rechazas los secretos que llegan en claro y sabes qué ve quien espía.',
  minutos: 45,
  archivo: 'https.ts',
  https: true,
  pieza: {
    tarjeta: 'Sirve la API sobre TLS y mira qué ve quien espía la red.',
    nombre: 'viajar por HTTPS',
    via: 'conexion',
    logro: 'habla por una conexión que quien espía no puede leer',
  },
  aprenderas: [
    'Distinguir qué se lee y qué no se lee en la red por HTTP y por HTTPS.',
    'Redirigir las visitas y rechazar, sin redirigirla, una credencial que llega en claro.',
    'Pedir al navegador, con HSTS, que no vuelva a usar HTTP.',
    'Confiar en un proxy inverso sin creer a cualquiera que escriba sus encabezados.',
  ],
  tareas: [
    {
      nombre: 'exigirHttps',
      titulo: 'Redirigir las visitas y rechazar lo demás',
      pistas: [
        'Lo que llega cifrado ya pasó en la línea de encima. De lo que queda, separa lo que no trae secretos de lo que puede traerlos.',
        '`req.method` dice el método y `req.get("Authorization")` dice si hay credencial. Para responder, `res.redirect(308, destino)`; para rechazar, `throw new ErrorHttp(…)`.',
        'Calcula primero un booleano, `esVisita`: el método está en `["GET", "HEAD"]` y no hay `Authorization`. Si no lo es, lanza; si lo es, el destino es `origen` con `req.originalUrl` pegado detrás.',
      ],
    },
    {
      nombre: 'enviarHsts',
      titulo: 'Pedir al navegador que recuerde HTTPS',
      pistas: [
        'Es un middleware que nunca rechaza a nadie; a veces agrega un encabezado, y siempre deja seguir.',
        '`res.set(nombre, valor)` agrega un encabezado y `req.secure` dice si la conexión va cifrada. La duración va en segundos, como llega.',
        'El nombre es `Strict-Transport-Security`. Su valor, una plantilla: `max-age=`, los segundos y `; includeSubDomains`. Solo eso depende de `req.secure`; `next()` va en una línea propia, fuera del `if`.',
      ],
    },
    {
      nombre: 'proxiesDeConfianza',
      titulo: 'Decidir a qué proxies se cree',
      pistas: [
        'Mira en `app.ts` adónde va a parar lo que devuelves, que es el valor del ajuste `trust proxy` de Express.',
        '`trust proxy` admite una lista de direcciones y `false`. También admite `true` y un número, y con ellos decide quien escribe el encabezado.',
        '¿Qué cree Express si la lista llega vacía? Mira cuántas direcciones hay: con alguna, devuelve la misma lista; sin ninguna, `false`.',
      ],
    },
  ],
  ataques: [
    'no redirige a otro sitio aunque lo diga su encabezado Host',
    'no redirige a otro sitio aunque lo diga su encabezado X-Forwarded-Host',
    'no redirige a otro sitio aunque lo diga su ruta',
    'rechaza, sin redirigir, un token',
    'rechaza, sin redirigir, una contraseña',
    'no deja ver la contraseña ni el token a quien espía',
    'no cree a X-Forwarded-Proto si lo envía otra máquina',
  ],
  errores,
  preguntas,
}
