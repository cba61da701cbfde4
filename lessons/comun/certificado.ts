import { generate } from 'selfsigned'

/** Un certificado y su clave privada, en formato PEM. */
export interface Certificado {
  cert: string
  key: string
}

const UN_DIA = 24 * 60 * 60 * 1000

/**
 * Genera un certificado autofirmado para `localhost` que vale un día.
 *
 * Solo sirve para practicar: en producción lo emite una autoridad (por ejemplo, Let's Encrypt).
 */
export async function generarCertificado(): Promise<Certificado> {
  const ahora = Date.now()
  const { cert, private: key } = await generate([{ name: 'commonName', value: 'localhost' }], {
    keyType: 'ec',
    curve: 'P-256',
    notBeforeDate: new Date(ahora - UN_DIA),
    notAfterDate: new Date(ahora + UN_DIA),
    extensions: [
      {
        name: 'subjectAltName',
        altNames: [
          { type: 2, value: 'localhost' },
          { type: 7, ip: '127.0.0.1' },
        ],
      },
    ],
  })
  return { cert, key }
}
