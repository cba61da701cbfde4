// The same guards as in the terminal: what the learner's code must not break or call throws, and what
// Express keeps to itself is told.
import Layer from 'router/lib/layer.js'
import { refuseFatalCalls } from '../../guards/fatal-calls.mjs'
import { watchExpress } from '../../guards/mishaps.mjs'
import { sealGlobals } from '../../guards/sealed-globals.mjs'
import { watchConsole } from './console.ts'

/** Puts the guards in place, once every package is loaded. */
export function guard(): void {
  watchConsole()
  watchExpress(Layer)
  refuseFatalCalls()
  sealGlobals()
}
