// node:tls: what supertest asks for. The connection itself is simulated in tls-socket.ts.
export { Server } from './https.ts'
export { TLSSocket } from './tls-socket.ts'

import { Server } from './https.ts'
import { TLSSocket } from './tls-socket.ts'

export default { Server, TLSSocket }
