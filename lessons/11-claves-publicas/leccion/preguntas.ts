import type { Pregunta } from '#comun/leccion.ts'

export const preguntas: Pregunta[] = [
  {
    enunciado:
      'Alguien copia todo lo que hay en la máquina del servicio de pedidos, que verifica con tu JWKS. ¿Qué gana?',
    opciones: [
      {
        texto: 'Puede firmar tokens de root.',
        porque: 'Para firmar hace falta la clave privada, y allí solo está la pública. Con HS256 sí podría.',
      },
      {
        texto: 'Ninguna clave que no estuviera ya publicada.',
        correcta: true,
        porque:
          'Con el JWKS se verifica y no se firma. Lo que sí puede robar son los tokens que pasen por allí, mientras no expiren.',
      },
      {
        texto: 'Puede leer tokens cifrados.',
        porque: 'Un JWT firmado no va cifrado: su payload se lee sin ninguna clave.',
      },
      {
        texto: 'Puede calcular la clave privada.',
        porque: 'Con P-256 no se conoce una manera de hacerlo en un tiempo útil.',
      },
    ],
  },
  {
    enunciado:
      'Tienes `[vieja]` y quieres firmar con `nueva` sin cerrar ninguna sesión. ¿Qué llaveros despliegas, en orden?',
    opciones: [
      { texto: '`[nueva]`', porque: 'Los tokens vivos los firmó la vieja: dejan de valer todos a la vez.' },
      {
        texto: '`[nueva, vieja]` y, una hora después, `[nueva]`',
        porque:
          'Firma con una clave que nadie ha visto: el servicio que guarda el JWKS de antes responde 422 hasta que lo descarga otra vez.',
      },
      {
        texto: '`[vieja, nueva]`, `[nueva, vieja]` y, pasado el último `exp`, `[nueva]`',
        correcta: true,
        porque:
          'Primero se publica, después se firma y al final se retira: en cada paso, todos conocen la clave que firma.',
      },
      {
        texto: '`[vieja, nueva]` para siempre',
        porque: 'Firma la primera, que sigue siendo la vieja: no has cambiado de clave.',
      },
    ],
  },
  {
    enunciado: 'Un token trae `"jku": "https://malo.com/jwks.json"` y un `kid` que no conoces. ¿Qué haces?',
    opciones: [
      {
        texto: 'Descargar esas claves y verificar con ellas.',
        porque:
          'Quien ataca publica su clave y firma con ella. Además, tu servidor visita la dirección que le dicen.',
      },
      {
        texto: 'Descargarlas solo si son por HTTPS.',
        porque: 'HTTPS dice con quién hablas, no si debes creerle.',
      },
      {
        texto: 'Probar todas mis claves.',
        porque: 'Ninguna servirá, y cada intento cuesta: es una forma de cansar a tu servidor.',
      },
      {
        texto: 'Rechazarlo, porque las claves las elijo yo.',
        correcta: true,
        porque: 'Del encabezado se lee solo `kid`, y solo para elegir entre las claves que ya tienes.',
      },
    ],
  },
]
