import { execFile } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Recorded } from '../../../docs/.vitepress/widgets/network-spy/network-spy.ts'
import { nodeArgs } from '../../curriculum/node-args.ts'
import { ROOT } from '../../curriculum/paths.ts'

const run = promisify(execFile)
const SCENES = join(ROOT, 'workbook', 'proof', 'outputs', 'spy-scenes.ts')
const KEPT = join(ROOT, 'docs', '.vitepress', 'widgets', 'network-spy', 'recording.json')

/** What differs although nothing of ours does: tokens, dates, what depends on them, and Node's own timeout. */
const FLEETING = /(?<=Bearer |"access_token":"|etag: |date: |keep-alive: )[^\r\n]+?(?="\}|\r\n)/gi

/** Records lesson 8's application, with its solutions, through the spy: what the widget shows. */
export async function recordSpy(): Promise<Recorded[]> {
  const { stdout } = await run(process.execPath, [...nodeArgs('solucion'), SCENES], { cwd: ROOT })
  return JSON.parse(stdout)
}

/** The recording that the widget shows; none if it was never made. */
export function keptRecording(): Recorded[] {
  return existsSync(KEPT) ? JSON.parse(readFileSync(KEPT, 'utf8')) : []
}

/** Keeps a new recording only if it tells something else: bytes of TLS are never twice the same. */
export async function updateSpyRecording(): Promise<void> {
  const recording = await recordSpy()
  if (JSON.stringify(lasting(recording)) === JSON.stringify(lasting(keptRecording()))) return
  writeFileSync(KEPT, `${JSON.stringify(recording, undefined, 2)}\n`)
}

/** What every run of the same programs records: all but durations, fleeting texts and bytes of TLS. */
export function lasting(recording: readonly Recorded[]): object[] {
  return recording.map(({ milliseconds, outside, inside, ...rest }) => ({
    ...rest,
    ...(rest.protocol === 'http' && { outside: withoutFleeting(outside) }),
    ...(inside && { inside: withoutFleeting(inside) }),
  }))
}

function withoutFleeting(base64: string): string {
  return Buffer.from(base64, 'base64').toString('latin1').replace(FLEETING, '…')
}
