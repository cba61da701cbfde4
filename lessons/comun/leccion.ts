/** Todo lo que se cuenta de una lección. La terminal, el sitio y las comprobaciones leen de aquí. */
export interface Leccion {
  titulo: string
  /** Qué sabrá hacer quien la termine, en una frase. */
  promesa: string
  minutos: number
  /** El único archivo que se edita. */
  archivo: string
  /** Si su aplicación se sirve sobre TLS: recibe entonces su `origen` público. */
  https?: true
  /** Lo que agrega a la aplicación. */
  pieza: Pieza
  /** Qué se aprende: verbos observables. */
  aprenderas: readonly string[]
  /** Una por TODO, en el mismo orden. */
  tareas: readonly Tarea[]
  /** Las pruebas que atacan la aplicación, por su título; de las que tienen varios casos basta el principio. */
  ataques: readonly string[]
  /** Lo que se le puede pedir a su aplicación con un botón y no se podía antes de esta lección. */
  solicitudes?: readonly SolicitudPreparada[]
  /** Respuestas equivocadas y realistas, cada una con lo que verá quien la escriba. */
  errores: readonly ErrorTipico[]
  /** Cambios de la solución que ninguna prueba nota, y no deben notar. */
  equivalentes?: readonly Equivalente[]
  preguntas: readonly Pregunta[]
}

/** La pieza que una lección agrega a la API: su tarjeta, su sitio en el mapa y lo que se celebra al terminar. */
export interface Pieza {
  /** Qué hace quien la construye, en imperativo y en una frase. */
  tarjeta: string
  /** Qué hace la pieza, en infinitivo y en dos o tres palabras. */
  nombre: string
  /** Dónde actúa: al iniciar sesión, al pedir algo protegido, cuando algo falla o alrededor de todo. */
  via: 'login' | 'guardia' | 'fallo' | 'conexion'
  /** La lección cuya pieza actúa justo después. Sin ella, actúa detrás de las que ya hay en su vía. */
  antesDe?: number
  /** Lo que la API hace desde que la lección está en verde; completa «Ahora tu API …». */
  logro: string
}

/** Un TODO del ejercicio. */
export interface Tarea {
  /** La función que se completa; sus pruebas están en el `describe` del mismo nombre. */
  nombre: string
  /** Qué hay que conseguir, en infinitivo. */
  titulo: string
  /** De menos a más: dónde mirar, qué herramienta, casi el código. */
  pistas: readonly [string, string, string]
}

/** Una solicitud que la sesión y la página ofrecen ya escrita. */
export interface SolicitudPreparada {
  /** Qué la distingue de las demás de su ruta, en pocas palabras. */
  texto: string
  metodo: 'GET' | 'POST'
  ruta: string
  /** Un objeto viaja como JSON; un texto, tal cual. */
  cuerpo?: object | string
  /** Lleva el último token que entregó el servidor, como está o con otro payload. */
  token?: 'último' | 'alterado'
}

/** Una respuesta equivocada: un cambio pequeño sobre la solución y lo que provoca. */
export interface ErrorTipico {
  /** Lo que escribe quien se equivoca, en pocas palabras. */
  escribes: string
  /** Texto de la solución que se sustituye; aparece una sola vez. */
  buscar: string
  poner: string
  /** La frase con la que la primera prueba en rojo lo explica. */
  veras: string
  porque: string
  arreglo: string
  /** Si además se cuenta en la tabla «Errores típicos» de la página. */
  enPagina?: true
}

/** Un cambio de una pieza de la solución que la deja tan correcta como estaba. */
export interface Equivalente {
  /** Lo que había → lo que hay, como lo escriben las comprobaciones. */
  cambio: string
  porque: string
}

/** Una pregunta del cuestionario, con una sola opción correcta. */
export interface Pregunta {
  enunciado: string
  opciones: readonly Opcion[]
}

export interface Opcion {
  texto: string
  correcta?: true
  /** Por qué lo es o por qué no. */
  porque: string
}
