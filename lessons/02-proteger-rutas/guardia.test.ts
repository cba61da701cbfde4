import express from 'express'
import jwt from 'jsonwebtoken'
import request from 'supertest'
import { describe, expect, test } from 'vitest'
import type { ErrorDeToken } from '#comun/errores.ts'
import { alterar, ana, pedir, root, SECRETO, tokenDe } from '#comun/pruebas.ts'
import { claimsDe, exigirToken, leerBearer, type Verificador } from '#ejercicio/02-proteger-rutas/guardia.ts'
import { crearApp } from './app.ts'

const app = crearApp({ secreto: SECRETO })
const token = tokenDe(ana)

/** Una ruta protegida con ese verificador, que anota si se ejecuta y con qué error acaba. */
function probar(verificar: Verificador) {
  const visto: { ruta: boolean; error?: ErrorDeToken } = { ruta: false }
  const prueba = express()
  prueba.get('/', exigirToken(verificar), (_req, res) => {
    visto.ruta = true
    res.json(claimsDe(res))
  })
  prueba.use(((error, _req, res, _next) => {
    visto.error = error
    res.sendStatus(error.status ?? 500)
  }) as express.ErrorRequestHandler)
  return { prueba, visto }
}

describe('leerBearer', () => {
  test.each(['Bearer aaa.bbb.ccc', 'bearer aaa.bbb.ccc', 'BEARER aaa.bbb.ccc'])(
    'extrae el token de %j',
    (encabezado) => {
      expect(leerBearer(encabezado), 'El esquema no distingue mayúsculas').toBe('aaa.bbb.ccc')
    },
  )

  test.each([undefined, '', 'aaa.bbb.ccc', 'Basic YTpi', 'Bearer: aaa.bbb.ccc'])(
    'devuelve undefined con %j',
    (encabezado) => {
      expect(leerBearer(encabezado), 'Comprueba que el esquema sea Bearer').toBeUndefined()
    },
  )
})

describe('GET /perfil', () => {
  test('responde 401 si la solicitud no trae token', async () => {
    const res = await pedir(app, '/perfil')
    expect(res.status, 'Sin token no hay identidad: lanza ErrorDeToken sin causa').toBe(401)
  })

  test('responde 422 si el token está alterado', async () => {
    const res = await pedir(app, '/perfil', alterar(token, { sub: '2' }))
    expect(
      res.status,
      'Aceptaste un token con la firma alterada, o no convertiste el error en ErrorDeToken',
    ).toBe(422)
  })

  test('responde 401 si el token llega en la URL', async () => {
    const res = await request(app).get('/perfil').query({ access_token: token })
    expect(res.status, 'Leíste el token de la URL: queda en historiales y registros').toBe(401)
  })

  test('responde a cada cual con su perfil', async () => {
    const deAna = await pedir(app, '/perfil', token)
    const deRoot = await pedir(app, '/perfil', tokenDe(root))
    expect(deAna.status, 'Rechazaste un token bueno: ¿llamas a next()?').toBe(200)
    expect([deAna.body, deRoot.body]).toEqual([{ id: '1' }, { id: '2' }])
  })
})

describe('exigirToken', () => {
  test('no ejecuta la ruta si el token no vale', async () => {
    const { prueba, visto } = probar(() => {
      throw new jwt.JsonWebTokenError('invalid signature')
    })
    const res = await pedir(prueba, '/', 'x')
    expect(res.status, 'El rechazo de verificar debe llegar como ErrorDeToken').toBe(422)
    expect(visto.ruta, 'La ruta se ejecutó: ¿llamaste a next() después de un rechazo?').toBe(false)
  })

  test('conserva el rechazo original en cause', async () => {
    const causa = new jwt.TokenExpiredError('jwt expired', new Date())
    const { prueba, visto } = probar(() => {
      throw causa
    })
    await pedir(prueba, '/', 'x')
    expect(visto.error?.cause, 'Pasa el error a ErrorDeToken: la lección 4 lo necesita').toBe(causa)
  })

  test('no culpa al token de un fallo del servidor', async () => {
    const { prueba, visto } = probar(() => {
      throw new Error('se cayó la base de datos')
    })
    const res = await pedir(prueba, '/', token)
    expect(res.status, 'Solo los JsonWebTokenError son culpa del token; relanza los demás').toBe(500)
    expect(visto.error?.message).toBe('se cayó la base de datos')
  })

  test('espera a un verificador asíncrono', async () => {
    const { prueba } = probar(async () => ({ sub: '7' }))
    const res = await pedir(prueba, '/', token)
    expect(res.status, '¿Olvidaste await?').toBe(200)
    expect(res.body, '¿Guardaste la promesa en lugar de los claims?').toEqual({ sub: '7' })
  })
})

describe('claimsDe', () => {
  test('falla si la ruta olvidó usar exigirToken', () => {
    const res = { locals: {} } as express.Response
    expect(() => claimsDe(res), 'Una ruta sin proteger debe fallar aquí').toThrow('exigirToken')
  })
})
