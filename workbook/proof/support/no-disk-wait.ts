import fs from 'node:fs'
import { afterAll, beforeAll, vi } from 'vitest'

/** For tests that write hundreds of files and say nothing of a power cut: none waits for the disk. */
export function withoutWaitingForTheDisk(): void {
  beforeAll(() => {
    const sync = vi.spyOn(fs, 'fsyncSync').mockReturnValue()
    afterAll(() => sync.mockRestore())
  })
}
