import { describe, expect, test, vi } from 'vitest'
import { withPatience } from './patience.ts'

const MS = 200
const quiet = () => 1

/** Does nothing else for so many milliseconds, as scrypt does in a page. */
function block(ms: number): void {
  const end = performance.now() + ms
  while (performance.now() < end);
}

describe('withPatience', () => {
  test('gives what the work gives, and what it throws', async () => {
    expect(await withPatience(() => 'listo', MS, quiet)).toBe('listo')
    await expect(withPatience(() => Promise.reject(new Error('no')), MS, quiet)).rejects.toThrow('no')
    await expect(
      withPatience(
        () => {
          throw new Error('no')
        },
        MS,
        quiet,
      ),
    ).rejects.toThrow('no')
  })

  test('says as Vitest does that nobody answers', async () => {
    const nobody = withPatience(() => new Promise(() => {}), MS, quiet)
    await expect(nobody).rejects.toThrow('Test timed out in 200ms')
  })

  test('does not count what keeps the loop busy, however long it takes', async () => {
    const slow = async () => {
      for (const ms of [400, 400, 400]) {
        block(ms)
        await new Promise((resolve) => setTimeout(resolve))
      }
      return 'listo'
    }
    expect(await withPatience(slow, 1000, quiet)).toBe('listo')
  })

  test('waits longer on a busy machine', async () => {
    let answer = () => {}
    const work = new Promise<void>((resolve) => {
      answer = resolve
    })
    const busier = () => {
      setTimeout(answer, MS)
      return 20
    }
    expect(await withPatience(() => work, MS, busier)).toBeUndefined()
  })

  test('asks once', async () => {
    const busier = vi.fn(() => 2)
    await expect(withPatience(() => new Promise(() => {}), MS, busier)).rejects.toThrow('timed out')
    expect(busier).toHaveBeenCalledOnce()
  })
})
