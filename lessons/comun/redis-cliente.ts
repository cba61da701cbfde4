import { createClient, defineScript } from '@redis/client'

/** Lo más que se espera para conectar, en milisegundos. */
const ESPERA = 500
/** Lo más que se espera entre dos intentos de volver a conectar, en milisegundos. */
const ENTRE_INTENTOS = 500
/** Las respuestas que se esperan a la vez: si Redis se cuelga, la memoria no crece sin fin. */
const EN_CURSO = 10_000

/** Redis ejecuta un guion entero antes de atender otra orden: entre mirar y cambiar no se cuela nadie. */
const CAMBIAR_SI = defineScript({
  SCRIPT: `
    if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
    redis.call('SET', KEYS[1], ARGV[2], 'KEEPTTL')
    return 1`,
  NUMBER_OF_KEYS: 1,
  parseCommand(orden, clave: string, antes: string, despues: string) {
    orden.pushKey(clave)
    orden.push(antes, despues)
  },
  transformReply: (cambiadas: number) => cambiadas === 1,
})

/**
 * Conecta con el Redis o el Valkey de esa dirección, `redis://…` o `rediss://…`. Falla si al arrancar no contesta. Si se
 * cae después, vuelve a conectar solo, y mientras tanto cada orden falla enseguida.
 */
export async function conectarRedis(url: string) {
  let conectado = false
  const cliente = createClient({
    url,
    scripts: { cambiarSi: CAMBIAR_SI },
    // Sin conexión se falla, en lugar de guardar las órdenes para cuando vuelva.
    disableOfflineQueue: true,
    commandsQueueMaxLength: EN_CURSO,
    socket: {
      connectTimeout: ESPERA,
      reconnectStrategy: (intentos, causa) => (conectado ? Math.min(intentos * 50, ENTRE_INTENTOS) : causa),
    },
  })
  // Sin quien los escuche, un fallo de la conexión acaba con el proceso. Cada orden que falla ya se registra.
  cliente.on('error', () => {})
  try {
    await cliente.connect()
  } catch (cause) {
    // Sin repetir la dirección, que puede llevar una contraseña.
    throw new Error('Redis no contesta: comprueba que está en marcha y que la dirección es la suya', {
      cause,
    })
  }
  conectado = true
  return cliente
}
