// What every widget says, whatever it teaches.

export const TEXTS = {
  loading: 'Cargando…',
  noCrypto:
    'Este taller firma y verifica de verdad, y para eso necesita la criptografía del navegador. Abre la página por https:// o en localhost.',
  noScript: 'Este taller necesita JavaScript. El resto de la página se lee sin él.',
  failed: 'El taller no se ha podido cargar. Recarga la página para intentarlo otra vez.',
}
