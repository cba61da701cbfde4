import type { Pregunta } from '#comun/leccion.ts'

export const preguntas: Pregunta[] = [
  {
    enunciado: 'A Ana le acaban de dar el rol `admin`. Su token de hace 10 minutos…',
    opciones: [
      {
        texto: 'ya sirve para administrar.',
        porque: 'El rol está dentro del token firmado, y lo firmado no cambia aunque cambie la cuenta.',
      },
      {
        texto: 'sigue diciendo `usuario` hasta que obtenga otro.',
        correcta: true,
        porque:
          'El token es una foto del momento en que se emitió; para ver el rol nuevo hay que emitir otro.',
      },
      {
        texto: 'deja de valer.',
        porque: 'Nadie lo revocó, y sigue abriendo todo lo que abría hasta que expire.',
      },
      {
        texto: 'se actualiza solo.',
        porque: 'Cambiar un claim rompería la firma; haría falta que el servidor emitiera otro token.',
      },
    ],
  },
  {
    enunciado: 'Ana pide `GET /admin` con un token válido y el rol `usuario`. ¿Qué responde la API?',
    opciones: [
      {
        texto: '401.',
        porque: 'Le pediría identificarse, y ya lo hizo, porque su token es bueno.',
      },
      {
        texto: '404.',
        porque: 'Algunas API lo usan para ocultar que la ruta existe, pero aquí confundiría a su cliente.',
      },
      {
        texto: '422.',
        porque: 'Es la respuesta a un token inválido, y el de Ana tiene la firma y el contenido en orden.',
      },
      {
        texto: '403.',
        correcta: true,
        porque: 'Sabemos quién es y no puede, y repetir el inicio de sesión no cambiaría nada.',
      },
    ],
  },
  {
    enunciado: '¿Qué dato pondrías en el token?',
    opciones: [
      {
        texto: 'El correo.',
        porque: 'Es un dato personal, cambia, y lo lee cualquiera que tenga el token.',
      },
      {
        texto: 'La lista de compras.',
        porque: 'Crece, envejece y viaja entera en cada solicitud; se busca en el servidor con `sub`.',
      },
      {
        texto: 'El rol.',
        correcta: true,
        porque: 'Es corto, cambia poco, no es secreto y muchas rutas lo necesitan para decidir.',
      },
      {
        texto: 'El hash de la contraseña.',
        porque: 'Quien lea el token podría probar contraseñas contra él sin pasar por el servidor.',
      },
    ],
  },
]
