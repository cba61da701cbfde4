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
        texto: 'Puede verificar tokens, como cualquiera que lea el JWKS.',
        correcta: true,
        porque:
          'Con el JWKS se verifica y no se firma. Lo que sí puede robar son los tokens que pasen por allí, mientras no expiren.',
      },
      {
        texto: 'Puede hacerse pasar para siempre por quien haya usado el servicio.',
        porque:
          'Solo con los tokens que vea pasar, y mientras no expiren. Para dar otros habría que firmarlos.',
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
    enunciado:
      'Un token trae `"jku": "https://malo.com/jwks.json"` y un `kid` que no conoces. En esa dirección está la clave con la que se firmó. ¿Qué responde tu API?',
    opciones: [
      {
        texto: '200, porque la firma corresponde a esa clave.',
        porque:
          'Quien ataca publica su clave y firma con ella. Del encabezado se lee solo `kid`, y solo para elegir entre las claves que ya tienes.',
      },
      {
        texto: '401, para que el cliente inicie sesión otra vez.',
        porque: 'Un 401 dice que falta un token o que dejó de valer. Este no ha valido nunca.',
      },
      {
        texto: '500, porque no encuentra la clave.',
        porque:
          'No es un fallo del servidor: `verificarCon` lanza `JsonWebTokenError`, y la lección 4 lo traduce.',
      },
      {
        texto: '422 «Token inválido».',
        correcta: true,
        porque: 'Ese `kid` no está entre tus claves, y ninguna otra se busca. La dirección no se visita.',
      },
    ],
  },
]
