import type { Pregunta } from '#comun/leccion.ts'

export const preguntas: Pregunta[] = [
  {
    enunciado: '¿Qué aporta HSTS que no dé la redirección?',
    opciones: [
      {
        texto: 'Cifra con más fuerza.',
        porque: 'No toca el cifrado, que acuerdan el cliente y el servidor al abrir la conexión TLS.',
      },
      {
        texto: 'El navegador ya no hace la solicitud en claro que va antes de la redirección.',
        correcta: true,
        porque:
          'La redirección llega cuando esa solicitud ya viajó; con HSTS, la siguiente vez ni siquiera sale.',
      },
      {
        texto: 'Protege a los clientes que no son navegadores.',
        porque: 'Casi todos lo ignoran, y un cliente escrito a mano tiene que usar la dirección con `https`.',
      },
      {
        texto: 'Sustituye al certificado.',
        porque: 'El navegador solo atiende este encabezado si llega por HTTPS con un certificado que acepta.',
      },
    ],
  },
  {
    enunciado:
      'Una aplicación envía `GET http://api.ejemplo.com/perfil` con su token. ¿Qué responde `exigirHttps` y qué pasa con el token?',
    opciones: [
      {
        texto: '308: la redirección lo pone a salvo.',
        porque: 'Cifraría el segundo viaje; el primero ya pasó, y quien espiaba tiene el token.',
      },
      {
        texto: '403: como no se atendió, el token sigue siendo secreto.',
        porque: 'El 403 avisa del fallo, pero llega después, cuando el token ya cruzó la red en claro.',
      },
      {
        texto: '403: el token viajó en claro y hay que revocarlo.',
        correcta: true,
        porque:
          'Trae `Authorization`, así que no es una visita. Un token que se pudo leer se trata como robado.',
      },
      {
        texto: '200, porque el token es válido.',
        porque: '`exigirHttps` va antes que la guardia, y nadie llega a mirar si el token es válido.',
      },
    ],
  },
  {
    enunciado: 'Detrás de nginx, `req.secure` es `false` aunque el cliente use HTTPS. ¿Qué haces?',
    opciones: [
      {
        texto: '`app.set("trust proxy", true)`',
        porque: 'Crees a cualquiera que escriba `X-Forwarded-Proto: https`, también a quien llega en claro.',
      },
      {
        texto: 'Quitar `exigirHttps`.',
        porque:
          'Dejas de exigir HTTPS a todo el mundo, y el siguiente fallo de configuración no lo verá nadie.',
      },
      {
        texto: 'Leer `X-Forwarded-Proto` a mano.',
        porque:
          'Es lo mismo que creer a cualquiera, con más código, porque ese encabezado lo puede escribir el cliente.',
      },
      {
        texto: 'Confiar solo en la dirección de nginx.',
        correcta: true,
        porque: 'Express cree el encabezado cuando lo envía esa dirección, y lo ignora si lo envía otra.',
      },
    ],
  },
]
