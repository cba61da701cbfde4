// Loaded by the worker that runs a submission, where nothing else may keep it off the network and away from other
// processes: whoever looks for another way in JavaScript may find one, and one that only tries meets a sentence.
import dgram from 'node:dgram'
import dns from 'node:dns'
import { syncBuiltinESMExports } from 'node:module'
import { Socket } from 'node:net'

const LOOPBACK = /^(?:localhost|127(?:\.\d+){3}|::1|\[::1\]|::ffff:127(?:\.\d+){3})?$/i

const connect = /** @type {(this: Socket, ...args: unknown[]) => Socket} */ (Socket.prototype.connect)
Socket.prototype.connect = function (/** @type {unknown[]} */ ...args) {
  const host = hostOf(args)
  if (!LOOPBACK.test(host)) throw refused(host)
  return connect.apply(this, args)
}

// Names of other machines, and datagrams to them, leave as well.
for (const owner of [dns, dns.promises, dns.Resolver.prototype, dns.promises.Resolver.prototype]) {
  for (const name of Object.getOwnPropertyNames(owner)) {
    if (/^(?:lookup|resolve|reverse)/.test(name)) guard(/** @type {Record<string, unknown>} */ (owner), name)
  }
}
guard(/** @type {Record<string, unknown>} */ (/** @type {unknown} */ (dgram)), 'createSocket', () => 'UDP')
syncBuiltinESMExports()

// The guard beside the tests ends its own process, and nobody else's.
const inner = /** @type {NodeJS.Process & { _kill(pid: number, signal: number): unknown }} */ (process)
const { kill, _kill } = inner
inner.kill = (/** @type {number} */ pid, /** @type {NodeJS.Signals} */ signal) =>
  kill.call(process, own(pid), signal)
inner._kill = (/** @type {number} */ pid, /** @type {number} */ signal) =>
  _kill.call(process, own(pid), signal)

/** @param {number} pid */
function own(pid) {
  if (pid === process.pid) return pid
  throw new Error('Al calificar no se toca ningún otro proceso')
}

/**
 * @param {Record<string, unknown>} owner
 * @param {string} name
 * @param {(first: unknown) => string} hostIn
 */
function guard(owner, name, hostIn = String) {
  const original = /** @type {(...args: unknown[]) => unknown} */ (owner[name])
  owner[name] = function (/** @type {unknown[]} */ ...args) {
    const host = hostIn(args[0])
    if (!LOOPBACK.test(host)) throw refused(host)
    return original.apply(this, args)
  }
}

/**
 * Options, a port and a host, or the path of a local socket; Node also passes them as one array.
 * @param {unknown[]} args
 * @returns {string}
 */
function hostOf([first, second]) {
  if (Array.isArray(first)) return hostOf(first)
  if (typeof first !== 'object' || first === null) return typeof second === 'string' ? second : ''
  return String(/** @type {{ host?: unknown }} */ (first).host ?? '')
}

/** @param {string} host */
function refused(host) {
  return new Error(`Al calificar no hay red: conexión con ${host} rechazada`)
}
