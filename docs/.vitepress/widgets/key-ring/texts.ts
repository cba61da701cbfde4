export const PREDICTION = {
  question:
    'El token de Ana lo firmó k1. La API publica k2, firma con ella y retira k1 en el acto. ¿Dónde vale todavía el token de Ana?',
  options: ['En ningún sitio', 'Solo en los servicios', 'En todas partes'],
  answer: 'Solo en los servicios',
}

const list = new Intl.ListFormat('es')

/** An instant in minutes since ten o'clock, as the hour of a clock. */
const hour = (minutes: number) => new Date((600 + minutes) * 60_000).toISOString().slice(11, 16)

export const TEXTS = {
  title: 'Llavero',
  loading: 'Creando las claves…',
  rehearsed:
    'Está hecho en la tabla. La API ya no tiene k1, y los servicios guardan el JWKS de antes. Sigue desde ahí con los botones.',
  simulated:
    'Las claves y las firmas son de verdad, de la criptografía de tu navegador. La red y el reloj se imitan, y los kid son cortos para que se lean.',
  clock: (now: number) => `Son las ${hour(now)}`,
  advance: 'Avanzar 10 min',
  logIn: 'Iniciar una sesión',
  forge: 'Traer un token falso con su jwk',
  ring: 'Llavero de la API',
  signing: 'firma',
  waiting: 'publicada, no firma',
  unpublished: 'guardada, sin publicar',
  publish: (kid: string) => `Publicar ${kid}`,
  sign: (kid: string) => `Firmar con ${kid}`,
  retire: (kid: string) => `Retirar ${kid}`,
  services: 'Lo que tiene cada servicio',
  copy: (name: string, kids: readonly string[], since: number, every: number) =>
    `${name}: ${list.format(kids)}, de las ${hour(since)}. Lo descarga cada ${every} min.`,
  trust: 'envíos se fía de la clave que trae el token (jwk)',
  table: 'Qué responde cada uno a los últimos tokens',
  token: 'Token',
  places: ['API', 'pedidos', 'envíos'],
  row: (who: string, kid: string, exp: number) => `${who}, kid ${kid}, hasta las ${hour(exp)}`,
  forger: 'Intruso',
  published: (kid: string) => `${kid} está publicada y aún no firma.`,
  signs: (kid: string) => `Desde ahora firma ${kid}.`,
  retired: (kid: string) => `${kid} ya no está en el llavero.`,
  loggedIn: (who: string, kid: string) => `${who} inicia sesión: su token lo firma ${kid}.`,
  forged: 'Llega un token de root que firmó otro, con su clave pública dentro.',
  trusts: (trusting: boolean) =>
    trusting ? 'envíos acepta la clave que trae cada token.' : 'envíos usa solo las claves de su copia.',
  advanced: (refreshed: readonly string[]) =>
    refreshed.length
      ? `Pasan 10 minutos. Copias nuevas del JWKS: ${list.format(refreshed)}.`
      : 'Pasan 10 minutos, y nadie descarga el JWKS.',
  outcome: (cut: readonly string[], entered: boolean) =>
    [
      cut.length ? `Sesiones cortadas en algún sitio: ${list.format(cut)}.` : 'Ninguna sesión cortada.',
      ...(entered ? ['El token falso entra.'] : []),
    ].join(' '),
}
