import { vi } from 'vitest'

// A setup file: each specification evaluates anew the modules that it shares with those before.
vi.resetModules()
