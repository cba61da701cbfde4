// What stands in for TLS. A page has none, and no package brings it to one. This is a SIMULATION over a
// virtual connection: a key agreement (ECDH P-256) that the certificate's key signs, and AES-256-GCM in
// records with TLS's own header. The cryptography is real (WebCrypto); the protocol is not TLS: no
// versions, suites, names, chains or resumption. The terminal runs the real thing.
import { nodeError } from './errors.ts'
import { Socket } from './net.ts'
import { fromPem, keyOfCertificate } from './selfsigned.ts'

const { subtle } = globalThis.crypto
const HANDSHAKE = 22
const DATA = 23
const HEADER_BYTES = 5
const POINT_BYTES = 65
const SIGNATURE_BYTES = 64
const LARGEST_RECORD = 16_000
const AGREEMENT = { name: 'ECDH', namedCurve: 'P-256' }
const SIGNING = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }

type Pem = string | Uint8Array
type Bytes = Buffer<ArrayBuffer>
type Done = (error?: Error | null) => void

/** What a server shows: its certificate and the key that proves it is its own. */
export interface Identity {
  cert: Pem
  key: Pem
}

/** The certificates that a client accepts. */
export interface Trust {
  ca?: Pem | readonly Pem[]
  rejectUnauthorized?: boolean
}

interface Keys {
  own: CryptoKey
  other: CryptoKey
}

/** One end of an encrypted connection, over the socket that carries it. */
export class TLSSocket extends Socket {
  readonly encrypted = true
  authorized = false
  readonly #line: Socket
  readonly #role: Identity | Trust
  readonly #pair = subtle.generateKey(AGREEMENT, false, ['deriveBits']) as Promise<CryptoKeyPair>
  #agree!: (keys: Keys) => void
  readonly #keys = new Promise<Keys>((resolve) => {
    this.#agree = resolve
  })
  // Records are made and read in their order.
  #sending: Promise<unknown> = Promise.resolve()
  #receiving: Promise<unknown> = Promise.resolve()
  #sent = 0
  #received = 0
  #pending = Buffer.alloc(0)

  constructor(line: Socket, role: Identity | Trust) {
    const { localPort, remotePort, remoteAddress, remoteFamily } = line
    super({ localPort, remotePort, remoteAddress, remoteFamily })
    this.#line = line
    this.#role = role
    line.on('data', (bytes: Bytes) => this.#take(bytes))
    line.on('error', (error) => this.destroy(error))
    for (const end of ['end', 'close']) line.once(end, () => this.#inOrder(async () => this.#finish()))
    if (!isServer(role)) this.#inOrder(async () => this.#record(HANDSHAKE, await this.#point()))
  }

  override _write(chunk: Bytes, _encoding: string, done: Done): void {
    const copy = Buffer.from(chunk)
    this.#sending = this.#sending
      .then(() => this.#keys)
      .then(({ own }) => this.#encrypt(copy, own))
      .then(() => done(), done)
  }

  override _final(done: Done): void {
    void this.#sending.then(() => {
      this.#line.end()
      done()
    })
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    this.#line.destroy()
    done(error)
  }

  #take(bytes: Bytes): void {
    this.#pending = Buffer.concat([this.#pending, bytes])
    while (this.#pending.length >= HEADER_BYTES) {
      const [type] = this.#pending
      if (type !== HANDSHAKE && type !== DATA) return this.#refuse()
      const end = HEADER_BYTES + this.#pending.readUInt16BE(3)
      if (this.#pending.length < end) return
      const body = this.#pending.subarray(HEADER_BYTES, end)
      this.#pending = this.#pending.subarray(end)
      this.#inOrder(() => (type === DATA ? this.#decrypt(body) : this.#shakeHands(body)))
    }
  }

  #inOrder(step: () => Promise<void>): void {
    this.#receiving = this.#receiving.then(step).catch((error: Error) => this.destroy(error))
  }

  /** What arrives is not for this protocol: plain HTTP, for instance. */
  #refuse(): void {
    const text = 'write EPROTO: SSL routines:ssl3_get_record:wrong version number'
    this.#line.removeAllListeners('data')
    this.destroy(isServer(this.#role) ? undefined : nodeError('EPROTO', text))
  }

  #finish(): void {
    if (!this.destroyed && !this.readableEnded) this.push(null)
  }

  async #shakeHands(body: Bytes): Promise<void> {
    const point = body.subarray(0, POINT_BYTES)
    const role = this.#role
    if (isServer(role)) {
      const own = await this.#point()
      const signature = await signed(role.key, Buffer.concat([point, own]))
      this.#record(HANDSHAKE, Buffer.concat([own, signature, Buffer.from(role.cert)]))
    } else {
      const signature = body.subarray(POINT_BYTES, POINT_BYTES + SIGNATURE_BYTES)
      const cert = body.subarray(POINT_BYTES + SIGNATURE_BYTES).toString()
      await this.#authenticate(role, cert, signature, point)
    }
    this.#agree(await this.#derive(point))
    this.emit('secureConnect')
  }

  async #authenticate(trust: Trust, cert: string, signature: Bytes, point: Bytes): Promise<void> {
    this.authorized = [trust.ca ?? []].flat().some((known) => textOf(known).trim() === cert.trim())
    if (!this.authorized && trust.rejectUnauthorized !== false) {
      throw nodeError('DEPTH_ZERO_SELF_SIGNED_CERT', 'self-signed certificate')
    }
    const transcript = Buffer.concat([await this.#point(), point])
    const key = await keyOfCertificate(cert)
    if (!(await subtle.verify(SIGNING, key, signature, transcript))) {
      throw nodeError('EPROTO', 'write EPROTO: SSL routines:tls_process_cert_verify:bad signature')
    }
  }

  async #point(): Promise<Bytes> {
    const { publicKey } = await this.#pair
    return Buffer.from(await subtle.exportKey('raw', publicKey))
  }

  async #derive(point: Bytes): Promise<Keys> {
    const other = await subtle.importKey('raw', point, AGREEMENT, false, [])
    const { privateKey } = await this.#pair
    const bits = await subtle.deriveBits({ name: 'ECDH', public: other }, privateKey, 256)
    const secret = await subtle.importKey('raw', bits, 'HKDF', false, ['deriveKey'])
    const [server, client] = await Promise.all([keyOf(secret, 'server'), keyOf(secret, 'client')])
    return isServer(this.#role) ? { own: server, other: client } : { own: client, other: server }
  }

  async #encrypt(bytes: Bytes, key: CryptoKey): Promise<void> {
    for (let start = 0; start < bytes.length; start += LARGEST_RECORD) {
      const part = bytes.subarray(start, start + LARGEST_RECORD)
      const sealed = await subtle.encrypt({ name: 'AES-GCM', iv: counter(this.#sent++) }, key, part)
      this.#record(DATA, Buffer.from(sealed))
    }
  }

  async #decrypt(body: Bytes): Promise<void> {
    const { other } = await this.#keys
    const plain = await subtle.decrypt({ name: 'AES-GCM', iv: counter(this.#received++) }, other, body)
    if (!this.destroyed) this.push(Buffer.from(plain))
  }

  #record(type: number, body: Bytes): void {
    const header = Buffer.from([type, 3, 3, body.length >> 8, body.length & 255])
    if (this.#line.writable) this.#line.write(Buffer.concat([header, body]))
  }
}

function isServer(role: Identity | Trust): role is Identity {
  return 'cert' in role && 'key' in role
}

/** A nonce is never used twice with the same key: it counts the records (RFC 8446 §5.3). */
function counter(records: number): Bytes {
  const nonce = Buffer.alloc(12)
  nonce.writeUInt32BE(records, 8)
  return nonce
}

function keyOf(secret: CryptoKey, who: string): Promise<CryptoKey> {
  const derivation = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: Buffer.from(who) }
  return subtle.deriveKey(derivation, secret, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
}

async function signed(pem: Pem, data: Bytes): Promise<Bytes> {
  const key = await subtle.importKey('pkcs8', fromPem(textOf(pem)), SIGNING, false, ['sign'])
  return Buffer.from(await subtle.sign(SIGNING, key, data))
}

function textOf(pem: Pem): string {
  return Buffer.from(pem).toString()
}
