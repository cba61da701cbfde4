import type { Pregunta } from '#comun/leccion.ts'

export const preguntas: Pregunta[] = [
  {
    enunciado: 'Si todo va por HTTPS, ¿puedo poner la contraseña en el token?',
    opciones: [
      {
        texto: 'Sí: el token va cifrado.',
        porque:
          'Va cifrado el canal, no el token. El cliente, sus extensiones y quien abra los registros del servidor lo tienen entero y lo leen.',
      },
      {
        texto: 'Sí, si expira pronto.',
        porque:
          'Leerlo cuesta menos de un segundo, y una contraseña leída sirve mucho después de que expire el token.',
      },
      {
        texto: 'No: quien tiene el token lee el payload.',
        correcta: true,
        porque:
          'El payload está codificado en base64url, no cifrado, y se decodifica sin el secreto, con o sin HTTPS.',
      },
      {
        texto: 'Sí, en base64.',
        porque: 'Codificar no es cifrar, y base64 se deshace sin clave alguna, y el payload ya viene así.',
      },
    ],
  },
  {
    enunciado:
      'Ana y Eva eligen la misma contraseña, `c`. ¿Cuánto vale `(await resumir(c)) === (await resumir(c))`?',
    opciones: [
      {
        texto: '`false`: cada resumen lleva su propia sal.',
        correcta: true,
        porque:
          'La sal cambia el hash. Por eso no se ve quién repite contraseña ni sirve una tabla calculada de antemano.',
      },
      {
        texto: '`true`: un hash siempre da lo mismo para la misma contraseña.',
        porque: 'Eso pasa sin sal. Aquí entran también 16 bytes al azar, distintos en cada llamada.',
      },
      {
        texto: '`false`, y por eso no se podrá comprobar ninguna de las dos.',
        porque:
          'Sí se puede, porque la sal no es secreta y va guardada al lado del hash, así que el cálculo se repite igual.',
      },
      {
        texto: '`true` si las dos llamadas ocurren en el mismo segundo.',
        porque: 'El reloj no interviene, porque la sal sale de `randomBytes`, que no depende de la hora.',
      },
    ],
  },
  {
    enunciado: 'Vas a agregar `telefono` a `Usuario`. ¿Qué implementación no lo publica por sí sola?',
    opciones: [
      {
        texto: '`delete usuario.resumen; return usuario`',
        porque:
          'El teléfono sale y, además, has borrado el resumen del objeto original; si es el que guarda el almacén, esa cuenta ya no podrá iniciar sesión.',
      },
      {
        texto: '`({ id, rol }) => ({ id: String(id), rol })`',
        correcta: true,
        porque:
          'Solo sale lo que se nombra. Publicar el teléfono exigiría escribirlo aquí, y eso es una decisión.',
      },
      {
        texto: '`({ resumen, ...resto }) => resto`',
        porque: 'Es una lista de prohibidos de un solo elemento, y todo lo demás, presente o futuro, sale.',
      },
      {
        texto: '`JSON.parse(JSON.stringify(usuario))`',
        porque: 'Hace una copia, pero una copia completa: salen el teléfono, el correo y el resumen.',
      },
    ],
  },
]
