import type { KeyObject } from 'node:crypto'
import { isIP } from 'node:net'
import { exigirSecreto } from '#solucion/01-generar-el-token/token.ts'
import { leerDuracion } from '#solucion/03-expiracion/expiracion.ts'

/** Lo que el servidor recibe de fuera al arrancar. */
export interface Configuracion {
  secreto: KeyObject
  /** Lo que dura un token, en segundos. */
  duracion: number
  puerto: number
  /** La dirección en la que escucha. */
  anfitrion: string
  /** Dirección pública de la API, con https. Solo puede faltar fuera de producción. */
  origen?: string
  /** Los proxies inversos que terminan TLS por nosotros: direcciones o redes. */
  proxies: string[]
  /** Los orígenes de las páginas que pueden llamar a la API desde un navegador. */
  paginas: string[]
  /** La carpeta de los datos. */
  datos: string
  /** La dirección del Redis que comparten varias máquinas. Sin ella, el estado va en un archivo. */
  redis?: string
}

/**
 * Lee y comprueba las variables de entorno. Lanza un `Error` que dice todo lo que falta o está mal, sin repetir
 * ningún secreto: vale más no arrancar que arrancar a medias.
 */
export function leerConfiguracion(entorno: NodeJS.ProcessEnv): Configuracion {
  const fallos: string[] = []
  const leer = <T>(nombre: string, convertir: (texto: string | undefined) => T): T => {
    try {
      return convertir(entorno[nombre] || undefined)
    } catch (error) {
      fallos.push(`${nombre}: ${(error as Error).message}`)
      return undefined as T
    }
  }
  const configuracion = {
    secreto: leer('JWT_SECRETO', exigirSecreto),
    duracion: leer('JWT_DURACION', leerDuracion),
    puerto: leer('PORT', leerPuerto),
    anfitrion: entorno.HOST || '127.0.0.1',
    origen: leer('ORIGEN', (texto) => leerOrigen(texto, entorno.NODE_ENV === 'production')),
    proxies: leer('PROXIES', (texto) => leerLista(texto, esRed, 'direcciones IP o redes, como 10.0.0.0/8')),
    paginas: leer('PAGINAS', (texto) => leerLista(texto, esOrigen, 'orígenes, como https://app.example.com')),
    datos: entorno.DATOS || 'datos',
    redis: leer('REDIS', leerRedis),
  }
  if (fallos.length > 0) throw new Error(fallos.join('. '))
  return configuracion
}

function leerPuerto(texto = '3000'): number {
  const puerto = Number(texto)
  if (!/^\d+$/.test(texto) || puerto < 1 || puerto > 65_535) throw new Error('usa un número del 1 al 65535')
  return puerto
}

function leerOrigen(texto: string | undefined, obligatorio: boolean): string | undefined {
  if (texto === undefined && !obligatorio) return undefined
  if (texto?.startsWith('https://') && esOrigen(texto)) return texto
  throw new Error('pon la dirección pública de tu API, como https://api.example.com')
}

/** Sin repetirla: puede llevar una contraseña. */
function leerRedis(texto: string | undefined): string | undefined {
  if (texto === undefined || (/^rediss?:\/\//.test(texto) && URL.canParse(texto))) return texto
  throw new Error('pon la dirección de un Redis, como redis://redis:6379')
}

function leerLista(texto: string | undefined, vale: (parte: string) => boolean, que: string): string[] {
  const partes = texto?.split(',').map((parte) => parte.trim()) ?? []
  if (!partes.every(vale)) throw new Error(`pon ${que}, separadas por comas`)
  return partes
}

/** Un comodín no lo es: dejaría que cualquier página llamara a la API. */
function esOrigen(texto: string): boolean {
  return URL.canParse(texto) && new URL(texto).origin === texto
}

function esRed(texto: string): boolean {
  const [direccion = '', bits = '0'] = texto.split('/')
  return isIP(direccion) !== 0 && /^\d{1,3}$/.test(bits) && Number(bits) <= (isIP(direccion) === 4 ? 32 : 128)
}
