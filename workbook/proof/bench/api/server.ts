// A process of its own for each server, so that what it costs is what the process says: CONTENDER PEERS REVOKED.
import { randomBytes } from 'node:crypto'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { crearToken, exigirSecreto } from '#solucion/01-generar-el-token/token.ts'
import { CONTENDERS } from './contenders.ts'
import type { ContenderName } from './names.ts'

const [name, peers = '', revoked] = process.argv.slice(2)
// As a `.env` of ours has it.
const secret = randomBytes(32).toString('base64url')
const server = await CONTENDERS[name as ContenderName]({
  secret,
  peer: createRequire(peers),
  revoked: Number(revoked),
})
const token = crearToken({ id: 1 }, exigirSecreto(secret), {
  expiresIn: 3600,
  jwtid: 'banco',
  propios: { rol: 'usuario' },
})
server.listen(0, '127.0.0.1', () => {
  process.send?.({ token, port: (server.address() as AddressInfo).port })
})
// All that it has used so far, in microseconds: its own code, the system's for it, and the collection of garbage.
process.on('message', () => {
  const { user, system } = process.cpuUsage()
  process.send?.(user + system)
})
process.once('disconnect', () => process.exit())
