// What a page says of the laboratory before it is opened: the rest of its texts are loaded with it.

export const FRAME = {
  loading: 'Cargando…',
  failed:
    'El laboratorio no se ha podido cargar: recarga la página y, si se repite, usa un Chromium o un Firefox actual, o la terminal.',
  noScript: 'Para resolverlo en la página hace falta JavaScript. En la terminal se resuelve sin él.',
} as const
