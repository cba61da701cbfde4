/**
 * Comprueba que cada origen está escrito como lo escribe el navegador, y los devuelve. Con una barra al final, en
 * mayúsculas o sin esquema, ninguna solicitud coincidiría nunca con él: lanza un `Error` al arrancar.
 */
export function exigirOrigenes(origenes: string[]): string[] {
  for (const origen of origenes) {
    const escrito = URL.canParse(origen) ? new URL(origen).origin : 'https://app.ejemplo.com'
    if (escrito !== origen)
      throw new Error(`El origen «${origen}» se escribe como lo hace el navegador: ${escrito}`)
  }
  return origenes
}
