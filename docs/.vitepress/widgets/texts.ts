// What every widget says, whatever it teaches.

export const TEXTS = {
  open: 'Ábrelo entero',
  loading: 'Cargando…',
  noCrypto:
    'Este taller necesita la criptografía del navegador, que solo está disponible por HTTPS o en localhost. Abre la página de una de esas dos maneras.',
  noScript: 'Este taller necesita JavaScript. El resto de la página se lee sin él.',
  failed: 'El taller no se ha podido cargar. Recarga la página para intentarlo otra vez.',
}
