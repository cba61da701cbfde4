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

import type { PackageNames } from '../../verdict/shape/wrong-import.ts'
import type { NODE_HERE, PACKAGES_HERE } from '../modules.ts'

/** By their names without `node:`. */
const NODE: Readonly<Record<(typeof NODE_HERE)[number], object>> = {
  buffer: asEsModule(buffer),
  crypto: asEsModule(crypto),
  events,
  fs: asEsModule(fs),
  http: asEsModule(http),
  https: asEsModule(https),
  net: asEsModule(net),
  path,
  process: asEsModule(process),
  querystring: asEsModule(querystring),
  stream,
  timers: asEsModule(timers),
  tls: asEsModule(tls),
  url: asEsModule(url),
  util: asEsModule(util),
}

/** The real ones. What is written as CommonJS exports its default. */
const PACKAGES: Readonly<Record<(typeof PACKAGES_HERE)[number], unknown>> = {
  express,
  jsonwebtoken,
  selfsigned: asEsModule(selfsigned),
  supertest,
  vitest: asEsModule(vitest),
}

/**
 * What the modules of a project can import that is not theirs, by the name with which they do. What Node gives
 * (`inNode`) and the page lacks says so when it is asked for.
 */
export function importable(
  inNode: Readonly<Record<string, PackageNames>>,
): Readonly<Record<string, unknown>> {
  const modules = Object.entries(NODE).flatMap(([name, module]) => {
    const telling = tellAbsence(module, `node:${name}`, inNode[name]?.names ?? [])
    return [
      [name, telling],
      [`node:${name}`, telling],
    ]
  })
  return { ...PACKAGES, ...Object.fromEntries(modules) }
}

function tellAbsence(module: object, name: string, names: readonly string[]): object {
  return new Proxy(module, {
    get(target, key) {
      if (!(key in target) && names.includes(String(key)))
        throw new Error(`cuaderno:absent ${name} ${String(key)}`)
      const found = Reflect.get(target, key)
      return key === 'default' && found !== target ? tellAbsence(found, name, names) : found
    },
  })
}

/** sucrase's code asks whether a module is ES. Each of Node's has a default, too. */
function asEsModule(module: object): object {
  return Object.assign(Object.create(null), { __esModule: true, default: module }, module)
}
