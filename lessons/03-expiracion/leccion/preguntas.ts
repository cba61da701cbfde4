import type { Pregunta } from '#comun/leccion.ts'

export const preguntas: Pregunta[] = [
  {
    enunciado: '¿Cuánto dura el token de `jwt.sign({}, secreto, { expiresIn: "3600" })`?',
    opciones: [
      {
        texto: 'Una hora.',
        porque:
          'Una hora es `3600` sin comillas, o `"1h"`; entre comillas y sin unidad cambia de significado.',
      },
      {
        texto: 'Unos 3 segundos.',
        correcta: true,
        porque:
          'Un texto sin unidad son milisegundos: 3600 ms son 3,6 s, y `exp` se queda con los 3 enteros.',
      },
      { texto: '3600 días.', porque: 'Los días se piden con su unidad, como en `"7d"`; nunca se suponen.' },
      {
        texto: 'No expira nunca.',
        porque:
          'Sí lleva `exp`. El que no expira es el que se firma sin `expiresIn` y sin un `exp` en el payload.',
      },
    ],
  },
  {
    enunciado: 'Alguien roba un token que dura una hora. ¿Qué habrías logrado si durara 15 minutos?',
    opciones: [
      {
        texto: 'Impedir el robo.',
        porque: 'La duración no protege el camino por el que viaja el token, que es cosa de HTTPS.',
      },
      {
        texto: 'Reducir el tiempo en que el token robado sirve.',
        correcta: true,
        porque: 'Quien lo tiene lo puede usar hasta `exp`, y cuanto antes llegue, menos daño.',
      },
      {
        texto: 'Obligar al ladrón a descifrarlo.',
        porque: 'No hay nada que descifrar, porque el token va codificado y se presenta tal cual.',
      },
      {
        texto: 'Nada: el daño es el mismo.',
        porque: 'El daño depende del tiempo, y 15 minutos dan para menos que una hora.',
      },
    ],
  },
  {
    enunciado: 'Ana tiene un token al que le quedan 5 minutos. ¿Puedes alargarlo desde el servidor?',
    opciones: [
      {
        texto: 'Sí: se cambia `JWT_DURACION`.',
        porque: 'El `exp` de Ana está dentro de su token y ya está firmado, y esa variable no lo mueve.',
      },
      {
        texto: 'Sí: se edita su `exp`.',
        porque: 'La firma dejaría de corresponder al payload y `verificarToken` rechazaría el token.',
      },
      {
        texto: 'Sí: con la opción `clockTolerance`.',
        porque:
          'No alarga el de Ana, sino que hace que se acepten más tarde todos los tokens, también los robados.',
      },
      {
        texto: 'No: hay que emitir otro.',
        correcta: true,
        porque: 'Un token firmado no cambia. Se emite uno nuevo, con su `iat` y su `exp`, y Ana lo recibe.',
      },
    ],
  },
]
