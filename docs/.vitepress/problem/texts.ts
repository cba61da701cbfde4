// What the scene of a problem says on its own account; the rest is what it writes.

export const SCENE = {
  provoke: 'Provócalo',
  again: 'Provócalo otra vez',
  edit: 'Cambia el texto',
  restore: 'Déjalo como estaba',
  offer: 'Se ejecuta en tu navegador.',
  simulated:
    'En la página, TLS se imita: cifra de verdad, pero no empieza por 16 03 01 ni deja ver el nombre del servidor. En la terminal verás las dos cosas.',
  loading: 'Cargando…',
  running: 'Provocándolo…',
  failed:
    'La escena no se ha podido cargar: recarga la página y, si se repite, usa un Chromium o un Firefox actual, o la terminal.',
  output: 'Salida',
  ofYourText: 'Salida de tu texto',
  silent: 'No escribe nada.',
  line: (number: number) => `Línea ${number}.`,
  editor: 'problema.ts, la escena que provoca el problema',
  keys: 'Para salir del editor con el tabulador, pulsa antes Escape.',
} as const
