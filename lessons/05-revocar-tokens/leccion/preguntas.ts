import type { Pregunta } from '#comun/leccion.ts'

export const preguntas: Pregunta[] = [
  {
    enunciado:
      'Ana revocó a las 10:05 un token que expiraba a las 11:00. ¿Qué responde `GET /perfil` a una copia a las 11:30, y hasta cuándo hubo que recordar su `jti`?',
    opciones: [
      {
        texto: '«Token expirado»; bastó con recordarlo hasta su `exp`.',
        correcta: true,
        porque: 'Desde las 11:00 lo rechaza `verificarToken`, que va primero; la lista ya no aporta nada.',
      },
      {
        texto: '«Token revocado»; hay que recordarlo siempre.',
        porque: 'La lista crecería sin fin, y un token expirado ya se rechaza sin consultarla.',
      },
      {
        texto: '«Token revocado»; se recuerda 24 horas.',
        porque:
          'El plazo depende del `exp` de cada token: uno que dure dos días volvería a abrir durante el segundo día.',
      },
      {
        texto: '200; se olvidó cuando Ana volvió a iniciar sesión.',
        porque:
          'A las 11:30 el token ya expiró, así que no puede ser 200. E iniciar sesión no olvida nada: el token nuevo estrena otro `jti`, y el viejo se recuerda hasta su `exp`.',
      },
    ],
  },
  {
    enunciado: '¿Qué ventaja del JWT se pierde al consultar una lista de revocados?',
    opciones: [
      {
        texto: 'La firma.',
        porque: 'Sigue igual, y se verifica antes de mirar la lista.',
      },
      {
        texto: 'La expiración.',
        porque: 'Sigue siendo la primera defensa, y es la que permite olvidar los `jti`.',
      },
      {
        texto: 'Verificar sin consultar nada.',
        correcta: true,
        porque:
          'Antes bastaban el token y el secreto; ahora cada solicitud pregunta a algo que todos comparten.',
      },
      {
        texto: 'Los claims propios.',
        porque: 'La lista solo usa `jti` y `exp`; los demás claims no cambian.',
      },
    ],
  },
  {
    enunciado: 'Ana cambia su contraseña y quieres cerrar todas sus sesiones. ¿Qué guardas?',
    opciones: [
      {
        texto: 'Todos sus tokens, en la lista.',
        porque: 'No los tienes, porque el servidor firma y entrega, pero no se queda una copia.',
      },
      {
        texto: 'Su `sub`, en la lista de `jti`.',
        porque:
          'La lista se consulta por `jti`, así que un `sub` guardado en ella no cierra ninguna. Y si buscaras también por `sub`, bloquearía las sesiones que abra después con la contraseña nueva.',
      },
      {
        texto: 'Nada: cambias el secreto.',
        porque: 'Cierra la sesión de todas las cuentas, no solo la de Ana.',
      },
      {
        texto: 'Un instante: se rechazan los tokens de Ana con un `iat` anterior.',
        correcta: true,
        porque: 'Una sola fecha por cuenta cierra las sesiones viejas y deja pasar las nuevas.',
      },
    ],
  },
]
