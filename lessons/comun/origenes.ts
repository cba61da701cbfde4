/**
 * Comprueba que cada origen está escrito como lo escribe el navegador, y los devuelve. Con una barra al final, en
 * mayúsculas o sin esquema, ninguna solicitud coincidiría nunca con él: lanza un `Error` al arrancar.
 */
export function exigirOrigenes(origenes: string[]): string[] {
  for (const origen of origenes) {
    const escrito = comoElNavegador(origen)
    if (escrito !== origen)
      throw new Error(`El origen «${origen}» se escribe como lo hace el navegador: ${escrito}`)
  }
  return origenes
}

/** El origen de una dirección, o un ejemplo si no tiene ninguno: el de `localhost:3000` sería «null». */
function comoElNavegador(direccion: string): string {
  const origen = URL.canParse(direccion) ? new URL(direccion).origin : 'null'
  return origen === 'null' ? 'https://app.ejemplo.com' : origen
}
