// The globals of Node that browsers lack. The first import of the bundle: what comes after finds them.
import { Buffer } from '../node/buffer.ts'
import { process } from '../node/process.ts'
import * as timers from '../node/timers.ts'
import { stackAsInNode } from './stacks.ts'

// A Worker inherits these two; in Node they are properties of the global object itself.
const { queueMicrotask, structuredClone } = globalThis

Object.assign(globalThis, { global: globalThis, Buffer, process, queueMicrotask, structuredClone, ...timers })
stackAsInNode()
