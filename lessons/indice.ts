import type { Leccion } from './comun/leccion.ts'

/** Las lecciones del cuaderno, en orden. El número de cada una es el de su carpeta. */
export const CARPETAS = [
  '01-generar-el-token',
  '02-proteger-rutas',
  '03-expiracion',
  '04-manejo-de-errores',
  '05-revocar-tokens',
  '06-mas-datos-en-el-token',
  '07-nunca-contrasenas',
  '08-https',
] as const

/** Carga el manifiesto de una lección. */
export async function cargarLeccion(carpeta: string): Promise<Leccion> {
  const { leccion } = await import(new URL(`./${carpeta}/leccion.ts`, import.meta.url).href)
  return leccion
}
