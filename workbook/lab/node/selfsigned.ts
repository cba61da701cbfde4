// The package selfsigned. In the page it would bring 600 kB of ASN.1 to write one kind of certificate:
// these lines write that one (RFC 5280, a P-256 key, ECDSA with SHA-256), with WebCrypto's keys.

const { subtle } = globalThis.crypto
type Bytes = Buffer<ArrayBuffer>

const SIGNING = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }

const SEQUENCE = 0x30
const SET = 0x31
const INTEGER = 0x02
const BIT_STRING = 0x03
const OCTET_STRING = 0x04
const UTF8_STRING = 0x0c
const UTC_TIME = 0x17
const VERSION = 0xa0
const EXTENSIONS = 0xa3
const DNS_NAME = 0x82
const IP_ADDRESS = 0x87
// Object identifiers, already encoded.
const ECDSA_WITH_SHA256 = '06082a8648ce3d040302'
const COMMON_NAME = '0603550403'
const SUBJECT_ALT_NAME = '0603551d11'
// What comes before the 65 bytes of a P-256 key, in its SubjectPublicKeyInfo (RFC 5480).
const P256_KEY = Buffer.from('3059301306072a8648ce3d020106082a8648ce3d030107034200', 'hex')
const POINT_BYTES = 65

interface AltName {
  type: number
  value?: string
  ip?: string
}
interface Options {
  notBeforeDate: Date
  notAfterDate: Date
  extensions: { name: 'subjectAltName'; altNames: AltName[] }[]
}

/** A certificate that its own key signs, and that key, in PEM. */
export async function generate(
  [{ value: commonName }]: [{ name: 'commonName'; value: string }],
  { notBeforeDate, notAfterDate, extensions }: Options,
): Promise<{ cert: string; private: string; public: string }> {
  const pair = (await subtle.generateKey(SIGNING, true, ['sign', 'verify'])) as CryptoKeyPair
  const publicKey = Buffer.from(await subtle.exportKey('spki', pair.publicKey))
  const privateKey = Buffer.from(await subtle.exportKey('pkcs8', pair.privateKey))
  const name = der(
    SEQUENCE,
    der(SET, der(SEQUENCE, hex(COMMON_NAME), der(UTF8_STRING, Buffer.from(commonName)))),
  )
  const content = der(
    SEQUENCE,
    der(VERSION, number(Buffer.from([2]))),
    number(Buffer.from(globalThis.crypto.getRandomValues(new Uint8Array(9)))),
    algorithm(),
    name,
    der(SEQUENCE, time(notBeforeDate), time(notAfterDate)),
    name,
    publicKey,
    der(EXTENSIONS, der(SEQUENCE, ...extensions.map(({ altNames }) => subjectAltName(altNames)))),
  )
  const signature = Buffer.from(await subtle.sign(SIGNING, pair.privateKey, content))
  const points = der(SEQUENCE, number(signature.subarray(0, 32)), number(signature.subarray(32)))
  return {
    cert: pem('CERTIFICATE', der(SEQUENCE, content, algorithm(), bits(points))),
    private: pem('PRIVATE KEY', privateKey),
    public: pem('PUBLIC KEY', publicKey),
  }
}

/** The P-256 key that a certificate is about. Throws if it is about another kind. */
export function keyOfCertificate(cert: string): Promise<CryptoKey> {
  const bytes = fromPem(cert)
  const start = bytes.indexOf(P256_KEY)
  if (start < 0) throw new Error('Solo se admiten certificados con una clave P-256')
  const key = bytes.subarray(start, start + P256_KEY.length + POINT_BYTES)
  return subtle.importKey('spki', key, SIGNING, false, ['verify'])
}

/** The bytes of a text in PEM. */
export function fromPem(text: string): Bytes {
  return Buffer.from(text.replace(/-----[^-]+-----|\s/g, ''), 'base64')
}

function subjectAltName(names: readonly AltName[]): Bytes {
  const encoded = names.map(({ value = '', ip }) =>
    ip ? der(IP_ADDRESS, Buffer.from(ip.split('.').map(Number))) : der(DNS_NAME, Buffer.from(value)),
  )
  return der(SEQUENCE, hex(SUBJECT_ALT_NAME), der(OCTET_STRING, der(SEQUENCE, ...encoded)))
}

function algorithm(): Bytes {
  return der(SEQUENCE, hex(ECDSA_WITH_SHA256))
}

function bits(content: Bytes): Bytes {
  return der(BIT_STRING, Buffer.from([0]), content)
}

/** Positive, and without zeros that are not needed (X.690 §8.3). */
function number(bytes: Bytes): Bytes {
  const first = bytes.findIndex((byte) => byte !== 0)
  const short = bytes.subarray(first)
  return der(INTEGER, short[0]! > 127 ? Buffer.concat([Buffer.from([0]), short]) : short)
}

function time(date: Date): Bytes {
  return der(UTC_TIME, Buffer.from(`${date.toISOString().replace(/\D/g, '').slice(2, 14)}Z`))
}

function der(tag: number, ...parts: Bytes[]): Bytes {
  const content = Buffer.concat(parts)
  return Buffer.concat([Buffer.from([tag, ...lengthOf(content.length)]), content])
}

function lengthOf(length: number): number[] {
  if (length < 128) return [length]
  return length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255]
}

function hex(text: string): Bytes {
  return Buffer.from(text, 'hex')
}

function pem(label: string, bytes: Bytes): string {
  const lines = bytes.toString('base64').match(/.{1,64}/g) ?? []
  return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ''].join('\n')
}
