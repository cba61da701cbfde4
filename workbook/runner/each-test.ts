import { channel } from 'node:diagnostics_channel'
import { beforeEach, vi } from 'vitest'

// A setup file: each specification evaluates anew the modules that it shares with those before.
vi.resetModules()

// Tells which test begins (`repeated-bytes.mjs`).
const started = channel('cuaderno:test')

beforeEach(({ task }) => started.publish(`${task.suite?.name} ${task.name}`))
