import type { ErrorTipico } from '#comun/leccion.ts'

const CON_308 = 'GET y HEAD sin Authorization se redirigen con 308'
const TU_ORIGEN = 'El sitio es siempre tu origen, con la ruta pegada detrás: ni Host ni new URL'
const NO_TRUE =
  'Ese encabezado lo escribe cualquiera: devuelve solo las direcciones que recibes, ni true ni un número'

export const errores: ErrorTipico[] = [
  {
    escribes: 'redirigirlo todo',
    buscar: "if (!esVisita) throw new ErrorHttp(403, 'Usa HTTPS')",
    poner: '// Todo se redirige.',
    veras: 'El token ya viajó en claro: 403, y el cliente sabrá que hay que cambiarlo',
    porque:
      'La redirección cifra el segundo viaje. El primero ya pasó, y nadie se entera de que hay un fallo.',
    arreglo: 'Lanza `ErrorHttp(403, "Usa HTTPS")` si la solicitud no es una visita.',
    enPagina: true,
  },
  {
    escribes: "`'https://' + req.hostname + req.originalUrl`",
    buscar: 'origen + req.originalUrl)',
    poner: "'https://' + req.hostname + req.originalUrl)",
    veras: TU_ORIGEN,
    porque: '`Host` lo escribe quien hace la solicitud: tu servidor acaba enviando visitas a `malo.com`.',
    arreglo: 'Redirige a `origen`, que viene de la configuración y no de la solicitud.',
    enPagina: true,
  },
  {
    escribes: '`new URL(req.originalUrl, origen)`',
    buscar: 'origen + req.originalUrl)',
    poner: 'new URL(req.originalUrl, origen).href)',
    veras: TU_ORIGEN,
    porque: 'Para `URL`, una ruta que empieza por `//malo.com` es otro sitio, y gana al origen.',
    arreglo: 'Pega los dos textos: `origen + req.originalUrl`.',
  },
  {
    escribes: '`res.redirect(destino)`, sin el 308',
    buscar: 'res.redirect(308, ',
    poner: 'res.redirect(',
    veras: CON_308,
    porque: 'Express responde 302, que es temporal y deja que el cliente cambie de método.',
    arreglo: 'Pasa 308 como primer argumento: permanente, y conserva el método.',
    enPagina: true,
  },
  {
    escribes: '`origen + req.path`',
    buscar: 'origen + req.originalUrl)',
    poner: 'origen + req.path)',
    veras: 'Redirige a la ruta entera: req.originalUrl',
    porque: '`req.path` pierde la consulta (`?a=1`) y el prefijo en el que se monta el middleware.',
    arreglo: 'Usa `req.originalUrl`, que Express no toca.',
  },
  {
    escribes: 'mirar solo el método',
    buscar: "['GET', 'HEAD'].includes(req.method) && !req.get('Authorization')",
    poner: "['GET', 'HEAD'].includes(req.method)",
    veras: 'El token ya viajó en claro: 403, y el cliente sabrá que hay que cambiarlo',
    porque: 'Un GET con `Authorization` trae un token, y ese token ya lo pudo leer cualquiera en la red.',
    arreglo: "Exige también que falte el encabezado: `!req.get('Authorization')`.",
  },
  {
    escribes: 'mirar solo `Authorization`',
    buscar: "['GET', 'HEAD'].includes(req.method) && !req.get('Authorization')",
    poner: "!req.get('Authorization')",
    veras: 'Un POST trae cuerpo y no es una visita: 403 antes de leerlo',
    porque: '`POST /login` no lleva token, pero lleva la contraseña en el cuerpo.',
    arreglo: 'Una visita es, además, GET o HEAD.',
  },
  {
    escribes: 'olvidar HEAD',
    buscar: "['GET', 'HEAD'].includes(req.method)",
    poner: "req.method === 'GET'",
    veras: CON_308,
    porque: 'HEAD pide lo mismo que GET sin el cuerpo, y lo usan los comprobadores de enlaces.',
    arreglo: "Acepta los dos: `['GET', 'HEAD'].includes(req.method)`.",
  },
  {
    escribes: 'redirigir y, además, lanzar',
    buscar: `    if (!esVisita) throw new ErrorHttp(403, 'Usa HTTPS')
    res.redirect(308, origen + req.originalUrl)`,
    poner: `    if (esVisita) res.redirect(308, origen + req.originalUrl)
    throw new ErrorHttp(403, 'Usa HTTPS')`,
    veras: 'Después de redirigir ni se lanza ni se sigue: la respuesta ya salió',
    porque:
      '`res.redirect` responde, pero no sale de la función: el error llega con la respuesta ya enviada.',
    arreglo: 'Lanza primero, con `if (!esVisita)`, y deja la redirección para el final.',
  },
  {
    escribes: 'llamar a `next()` en vez de lanzar',
    buscar: "if (!esVisita) throw new ErrorHttp(403, 'Usa HTTPS')",
    poner: 'if (!esVisita) return next()',
    veras: 'El token ya viajó en claro: 403, y el cliente sabrá que hay que cambiarlo',
    porque: 'La solicitud en claro se atiende como si fuera por HTTPS, y con ella la siguiente.',
    arreglo: 'Lanza `ErrorHttp(403, "Usa HTTPS")`.',
  },
  {
    escribes: '`max-age` en milisegundos',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: es código
    buscar: 'max-age=${segundos}',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: es código
    poner: 'max-age=${segundos * 1000}',
    veras: 'Es «max-age=…; includeSubDomains», con los segundos tal como llegan',
    porque: 'HSTS cuenta en segundos: multiplicar por mil pide mil años.',
    arreglo: 'Escribe `segundos` sin convertirlo.',
    enPagina: true,
  },
  {
    escribes: 'agregar `preload` desde el primer día',
    buscar: '; includeSubDomains`',
    poner: '; includeSubDomains; preload`',
    veras: 'Es «max-age=…; includeSubDomains», con los segundos tal como llegan',
    porque:
      '`preload` permite inscribir el dominio en una lista que va dentro de los navegadores, y salir lleva meses.',
    arreglo:
      'Envía `max-age` e `includeSubDomains`; `preload` se decide aparte, cuando todo el dominio usa HTTPS.',
  },
  {
    escribes: 'enviar HSTS también por HTTP',
    buscar: "if (req.secure) res.set('Strict",
    poner: "res.set('Strict",
    veras: 'Por HTTP el navegador lo ignora: se envía solo si req.secure',
    porque: 'En claro lo pudo escribir cualquiera en el camino, y por eso el estándar manda ignorarlo.',
    arreglo: 'Envíalo solo si `req.secure`.',
  },
  {
    escribes: 'llamar a `next()` solo si la conexión es segura',
    buscar: 'includeSubDomains`)\n    next()',
    poner: 'includeSubDomains`)\n    if (req.secure) next()',
    veras: 'También por HTTP se llama a next()',
    porque: 'Un middleware que ni responde ni sigue deja la solicitud esperando.',
    arreglo: 'Saca `next()` del `if`: este middleware no rechaza a nadie.',
  },
  {
    escribes: '`return true` como valor de `trust proxy`',
    buscar: 'return direcciones.length > 0 ? direcciones : false',
    poner: 'return true as never',
    veras: NO_TRUE,
    porque:
      'Express cree entonces el `X-Forwarded-Proto` de cualquiera, y un cliente en claro dice venir por HTTPS.',
    arreglo: 'Devuelve las direcciones de tus proxies: solo a ellos se les cree.',
    enPagina: true,
  },
  {
    escribes: '`return direcciones.length`',
    buscar: 'return direcciones.length > 0 ? direcciones : false',
    poner: 'return direcciones.length as never',
    veras: NO_TRUE,
    porque: 'Para Express, un número son saltos: cree al más cercano, sea quien sea.',
    arreglo: 'Devuelve la lista, no cuántos hay.',
  },
  {
    escribes: "`['loopback', ...direcciones]`",
    buscar: 'return direcciones.length > 0 ? direcciones : false',
    poner: "return ['loopback', ...direcciones]",
    veras: NO_TRUE,
    porque: 'Cualquier programa de la misma máquina pasa por proxy sin que lo hayas decidido.',
    arreglo: 'Devuelve solo las direcciones que recibes.',
  },
  {
    escribes: '`return direcciones` aunque la lista esté vacía',
    buscar: 'direcciones.length > 0 ? direcciones : false',
    poner: 'direcciones',
    veras: 'Con la lista vacía, devuelve false',
    porque:
      'Hoy Express no cree a nadie con una lista vacía, pero lo dice mejor un `false` que una casualidad.',
    arreglo: 'Devuelve `false` si `direcciones.length` es 0.',
  },
]
