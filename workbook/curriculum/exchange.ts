// Without a disk: the terminal and the page use it.

/** What an API answers: its status, its headers and its body. */
export interface Answer {
  estado: number
  encabezados: Record<string, string>
  cuerpo: unknown
}

/** What the finished app, and the one in Flask beside it, answered to the same. */
export interface Exchange {
  titulo: string
  flask: Answer
  cuaderno: Answer
}
