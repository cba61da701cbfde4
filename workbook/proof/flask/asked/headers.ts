import { ask, type Request, type Scene, type Situation } from './situation.ts'

/** How a good token arrives, or does not. */
export function headerSituations({ own: { ana }, other }: Scene): Situation[] {
  const profile = (how: string, ...values: string[]) =>
    ask(how, { path: '/perfil', headers: values.map((value) => ['Authorization', value]) })
  return [
    profile('con el token de Ana', `Bearer ${ana}`),
    profile('con el token que dio a Ana la otra API', `Bearer ${other.ana}`),
    profile('sin token'),
    profile('con otro esquema', 'Basic YW5hOmNsYXZl'),
    profile('con el esquema Token', `Token ${ana}`),
    profile('con el esquema JWT', `JWT ${ana}`),
    profile('con bearer en minúsculas', `bearer ${ana}`),
    profile('con BEARER en mayúsculas', `BEARER ${ana}`),
    profile('con Bearer y nada más', 'Bearer'),
    profile('con el token sin esquema', ana),
    profile('con Bearer pegado al token', `Bearer${ana}`),
    profile('con dos puntos tras Bearer', `Bearer: ${ana}`),
    profile('con dos espacios', `Bearer  ${ana}`),
    profile('con un tabulador', `Bearer\t${ana}`),
    profile('con espacios al final', `Bearer ${ana}  `),
    profile('con algo detrás del token', `Bearer ${ana} x`),
    profile('con Bearer dos veces', `Bearer Bearer ${ana}`),
    profile('con el token entre comillas', `Bearer "${ana}"`),
    profile('con undefined en lugar del token', 'Bearer undefined'),
    profile('con una eñe en lugar del token', 'Bearer ñ'),
    profile('con una coma al final', `Bearer ${ana},`),
    profile('con una coma sola', ','),
    profile('con Basic y Bearer en el mismo encabezado', `Basic YW5hOmNsYXZl, Bearer ${ana}`),
    profile('con Bearer y Basic en el mismo encabezado', `Bearer ${ana}, Basic YW5hOmNsYXZl`),
    profile('con dos tokens en el mismo encabezado', `Bearer ${ana}, Bearer ${ana}`),
    profile('con dos encabezados, el segundo malo', `Bearer ${ana}`, 'Bearer x'),
    profile('con dos encabezados, el primero malo', 'Bearer x', `Bearer ${ana}`),
    profile('con un token de 6000 letras', `Bearer ${'a'.repeat(6000)}`),
    elsewhere('con el token en una cookie', [['Cookie', `access_token_cookie=${ana}`]]),
    elsewhere('con el token en Proxy-Authorization', [['Proxy-Authorization', `Bearer ${ana}`]]),
    // Its title has no token in it.
    { title: 'GET /perfil, con el token en la URL', requests: [{ path: `/perfil?jwt=${ana}` }] },
  ]
}

function elsewhere(how: string, headers: Request['headers']): Situation {
  return ask(how, { path: '/perfil', headers })
}
