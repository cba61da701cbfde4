import type { Need } from './attack.ts'

// What is said of a server that is attacked.

const call = ({ method, path }: { method: string; path: string }) => `${method} ${path}`

export const TEXTS = {
  call,
  noAnswer: (why: string) => `El servidor no responde (${why}): sin respuesta no se puede juzgar nada`,
  noLogin: (route: string, status: number) =>
    `${route} responde ${status} a las credenciales buenas: sin iniciar sesión no se puede atacar. ${whyStatus(status)}`,
  noToken: (route: string, field: string) =>
    `${route} responde bien, pero su cuerpo no tiene ningún JWT en «${field}»: di en el mapa dónde está`,
  noRenewal: (route: string, field: string) =>
    `${route} responde bien, pero su cuerpo no tiene ningún token de renovación en «${field}»: di en el mapa dónde está`,
  noRenewing: (route: string, status: number) =>
    `${route} responde ${status} a un token de renovación recién entregado: si no renueva, no se puede atacar. ${whyStatus(status)}`,
  noProfile: (route: string, status: number) =>
    `${route} responde ${status} a un token recién entregado: sin una ruta que deje entrar con él no se puede atacar. ${whyStatus(status)}`,
  noAdmin: (route: string, status: number) =>
    `${route} responde ${status} a la cuenta de administración: revisa la ruta y la cuenta`,
  wrongSecret: 'El secreto no es el que firma los tokens de este servidor: revísalo o quítalo del mapa',
  wrongKey:
    'La clave privada no es la que firma los tokens de este servidor: comprueba que es la suya o quítala del mapa',
  noCookies: (route: string) =>
    `${route} no pone ninguna cookie a las credenciales buenas: revisa la ruta en el mapa`,
  died: (route: string, after: string) =>
    `${route} ya no deja entrar con un token bueno (${after}): lo anterior no vale, arranca otra vez el servidor y repite`,
  silent: (count: number) =>
    `${count} ataques seguidos sin respuesta: el servidor se ha parado o está muy ocupado, y lo que falta no se ha lanzado`,
  lockedOut: 'no se ha lanzado, porque tras un ataque que entró la cuenta ya no puede entrar',

  needs: {
    profile: 'no hay ninguna ruta protegida',
    admin: 'no hay ninguna ruta que pida un rol',
    adminAccount: 'no hay cuenta de administración',
    logout: 'no hay ruta para cerrar la sesión',
    renew: 'no hay ruta para renovar la sesión',
    cookieLogin: 'no hay ruta para entrar con una cookie',
    cookieRenew: 'no hay ruta para renovar con una cookie',
    keys: 'no hay ruta con las claves públicas',
    secret: 'no se sabe el secreto',
    signer: 'no se sabe con qué se firma',
    publicKey: 'no se sabe la clave pública',
    tls: 'no se sirve por HTTPS y sin cifrar a la vez',
    hash: 'no se sabe el hash de la contraseña',
    lifetime: 'sus tokens no llevan exp',
  } satisfies Record<Need, string>,
} as const

function whyStatus(status: number): string {
  if (status === 429 || status === 503) return 'Está limitando las solicitudes: espera y repite'
  if (status === 404 || status === 405) return 'Esa ruta no existe: revisa el mapa'
  if (status >= 500) return 'Falla por dentro: mira qué escribe el servidor y corrige eso antes'
  if (status >= 300 && status < 400) return 'Redirige: da la dirección a la que lleva'
  return 'Revisa las rutas, los campos y la cuenta del mapa'
}
