import { channel } from 'node:diagnostics_channel'
import { beforeEach } from 'vitest'

// A setup file: tells which test begins (`repeated-bytes.mjs`).
const started = channel('cuaderno:test')

beforeEach(({ task }) => started.publish(`${task.suite?.name} ${task.name}`))
