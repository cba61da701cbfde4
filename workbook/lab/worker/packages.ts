// What the modules of the lessons can import that is not theirs. The packages are the real ones.
import * as buffer from 'node:buffer'
import * as crypto from 'node:crypto'
import events from 'node:events'
import * as fs from 'node:fs'
import * as http from 'node:http'
import * as https from 'node:https'
import * as net from 'node:net'
import path from 'node:path'
import * as process from 'node:process'
import * as querystring from 'node:querystring'
import stream from 'node:stream'
import * as timers from 'node:timers'
import * as tls from 'node:tls'
import * as url from 'node:url'
import * as util from 'node:util'
import express from 'express'
import jsonwebtoken from 'jsonwebtoken'
import * as selfsigned from 'selfsigned'
import supertest from 'supertest'
import * as vitest from 'vitest'

const NODE = { buffer, crypto, fs, http, https, net, process, querystring, timers, tls, url, util }
/** Written as CommonJS: what they export is their default. */
const COMMON_JS = { events, path, stream }

/** Everything by the name with which it is imported. */
export const PACKAGES: Readonly<Record<string, unknown>> = {
  express,
  jsonwebtoken,
  selfsigned: asEsModule(selfsigned),
  supertest,
  vitest: asEsModule(vitest),
  ...Object.fromEntries(
    Object.entries(NODE).flatMap(([name, module]) => bothNames(name, asEsModule(module))),
  ),
  ...Object.fromEntries(Object.entries(COMMON_JS).flatMap(([name, module]) => bothNames(name, module))),
}

function bothNames(name: string, module: unknown): [string, unknown][] {
  return [
    [name, module],
    [`node:${name}`, module],
  ]
}

/** sucrase's code asks whether a module is ES. */
function asEsModule(module: object): object {
  return Object.assign(Object.create(null), { __esModule: true }, module)
}
