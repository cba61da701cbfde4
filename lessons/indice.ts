import type { Leccion } from './comun/leccion.ts'

type Cargar = () => Promise<{ leccion: Leccion }>

// Escritas una a una, y no con la carpeta en una variable, para que se puedan empaquetar.

/** Las lecciones del libro: las que hay que terminar. */
const LIBRO: Record<string, Cargar> = {
  '01-generar-el-token': () => import('./01-generar-el-token/leccion.ts'),
  '02-proteger-rutas': () => import('./02-proteger-rutas/leccion.ts'),
  '03-expiracion': () => import('./03-expiracion/leccion.ts'),
  '04-manejo-de-errores': () => import('./04-manejo-de-errores/leccion.ts'),
  '05-revocar-tokens': () => import('./05-revocar-tokens/leccion.ts'),
  '06-mas-datos-en-el-token': () => import('./06-mas-datos-en-el-token/leccion.ts'),
  '07-nunca-contrasenas': () => import('./07-nunca-contrasenas/leccion.ts'),
  '08-https': () => import('./08-https/leccion.ts'),
}

/** Las que van después, para quien quiera más: cuentan aparte. */
const AMPLIACION: Record<string, Cargar> = {
  '09-renovar-la-sesion': () => import('./09-renovar-la-sesion/leccion.ts'),
  '10-cookies-y-csrf': () => import('./10-cookies-y-csrf/leccion.ts'),
  '11-claves-publicas': () => import('./11-claves-publicas/leccion.ts'),
  '12-varios-procesos': () => import('./12-varios-procesos/leccion.ts'),
}

/** Las carpetas de cada parte. El número de cada lección es el de su carpeta. */
export const CARPETAS = { libro: Object.keys(LIBRO), ampliacion: Object.keys(AMPLIACION) }

/** Carga el manifiesto de una lección. Falla si no hay ninguna con esa carpeta. */
export async function cargarLeccion(carpeta: string): Promise<Leccion> {
  const cargar = { ...LIBRO, ...AMPLIACION }[carpeta]
  if (!cargar) throw new Error(`No hay ninguna lección en ${carpeta}`)
  return (await cargar()).leccion
}
