import type { Leccion } from '#comun/leccion.ts'
import { equivalentes } from './leccion/equivalentes.ts'
import { errores } from './leccion/errores.ts'
import { preguntas } from './leccion/preguntas.ts'

export const leccion: Leccion = {
  titulo: 'Cookies y CSRF',
  promesa:
    'Guardarás el token en una cookie que ningún script lee, y rechazarás lo que otra página haga en nombre de Ana.',
  minutos: 35,
  archivo: 'cookies.ts',
  https: true,
  pieza: {
    tarjeta: 'Guarda el token en una cookie, y no obedezcas a otras páginas.',
    nombre: 'aceptar cookies',
    via: 'conexion',
    antesDe: 8,
    logro: 'deja entrar con una cookie que ningún script lee y no obedece a otras páginas',
  },
  aprenderas: [
    'Pedir al navegador que guarde una cookie fuera del alcance de los scripts y de otros sitios.',
    'Leer un encabezado `Cookie` sin confundir un nombre con otro.',
    'Rechazar lo que otra página envía con la cookie de quien la visita.',
    'Atender con la misma API a navegadores y a aplicaciones, y decidir qué credencial gana.',
  ],
  tareas: [
    {
      nombre: 'opcionesDeCookie',
      titulo: 'Decir al navegador cómo guardar la cookie',
      pistas: [
        'Cada atributo cierra una puerta: los scripts, la red sin cifrar, las demás páginas y los subdominios. ¿Cuál de ellas se cierra al no escribir nada?',
        'Son las opciones de `res.cookie`, de Express: `httpOnly`, `secure`, `sameSite`, `path` y `maxAge`. Mira en qué unidad espera la última.',
        'Devuelve un objeto con cinco propiedades. `sameSite` es `"strict"`, `path` es `"/"` y `maxAge`, los segundos por mil.',
      ],
    },
    {
      nombre: 'leerCookie',
      titulo: 'Leer una cookie de su encabezado',
      pistas: [
        'Escribe en un papel cómo llega el encabezado con dos cookies. ¿Qué separa una de otra, y qué separa el nombre del valor?',
        '`split` parte el texto, `find` busca el trozo y `slice` se queda con lo que sigue. El encabezado puede faltar: `?.`.',
        'El separador es «; », con su espacio: así lo escribe el navegador, y no hace falta quitar espacios. El trozo empieza por el nombre y el «=», juntos; el valor, en `nombre.length + 1`.',
      ],
    },
    {
      nombre: 'exigirOrigen',
      titulo: 'Rechazar lo que hace otra página',
      pistas: [
        'Hay tres motivos para dejar pasar, y basta uno. Ponle nombre a cada uno en su propia línea.',
        '`req.method` dice si es de lectura. `req.get("Sec-Fetch-Site")` y `req.get("Origin")` los escribe el navegador, y la página no puede cambiarlos. `Origin` se compara entero.',
        'Tres booleanos: el método está en `["GET", "HEAD", "OPTIONS"]`; `Sec-Fetch-Site` es exactamente `"same-origin"`; alguno de `origenes` es igual a `Origin`. Si los tres son falsos, `ErrorHttp` 403; después, `next()`.',
      ],
    },
    {
      nombre: 'aceptarCookie',
      titulo: 'Dejar entrar con la cookie, vigilando quién la usa',
      pistas: [
        'La guardia de la lección 2 solo mira `Authorization`, y no se puede cambiar. ¿Qué puede hacer una capa que va antes?',
        'Un middleware puede escribir en `req.headers`, con los nombres en minúsculas. `vigilar` es otro middleware: recibe `req`, `res` y `next`.',
        'Si `req.get("Authorization")` no es `undefined`, o si no hay `token`, `return next()`. Si no, asigna `req.headers.authorization` con `Bearer `, y la última línea es `vigilar(req, res, next)`: él decide si sigue.',
      ],
    },
  ],
  ataques: [
    'no encuentra la cookie si otra',
    'no encuentra la cookie si una no tiene nombre',
    'rechaza un POST',
    'prefiere el encabezado Authorization a la cookie',
    'no obedece en POST',
    'rechaza, sin redirigir, una cookie que llega en claro',
  ],
  solicitudes: [
    {
      texto: 'sin decir desde qué página',
      metodo: 'POST',
      ruta: '/sesion',
      cuerpo: { email: 'ana@example.com', password: 'clave-ana' },
    },
  ],
  errores,
  equivalentes,
  preguntas,
}
