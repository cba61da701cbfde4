import { createPrivateKey, createPublicKey } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { crearClave } from './claves.ts'

const RAIZ = fileURLToPath(new URL('../../', import.meta.url))

test('crea cada vez otra clave privada de P-256, en PEM', () => {
  const [una, otra] = [createPrivateKey(crearClave()), createPrivateKey(crearClave())]
  expect(una.asymmetricKeyDetails?.namedCurve).toBe('prime256v1')
  expect(una.equals(otra)).toBe(false)
  expect(createPublicKey(una).export({ format: 'jwk' }).crv).toBe('P-256')
})

// Node 20 espera para siempre si recoge lo que generó una clave mientras la exporta como JWK.
test('nada más genera claves, que en Node 20 pueden bloquear el proceso', () => {
  const archivos = ['lessons', 'solutions'].flatMap((carpeta) =>
    readdirSync(`${RAIZ}${carpeta}`, { recursive: true, encoding: 'utf8' })
      .filter((nombre) => nombre.endsWith('.ts'))
      .map((nombre) => `${carpeta}/${nombre}`.replaceAll('\\', '/')),
  )
  // Lo que escribe quien estudia es suyo.
  const dados = archivos.filter(
    (archivo) =>
      archivo.startsWith('solutions/') || !archivos.includes(archivo.replace('lessons/', 'solutions/')),
  )
  const generan = dados.filter((archivo) =>
    /import[^']*\bgenerateKeyPair\w*[^']*'/.test(readFileSync(RAIZ + archivo, 'utf8')),
  )
  expect(generan).toEqual(['lessons/comun/claves.ts'])
})
