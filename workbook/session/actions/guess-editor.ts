import { basename } from 'node:path'

const FOR_TERMINALS = [
  'vi',
  'vim',
  'nvim',
  'nano',
  'emacs',
  'micro',
  'hx',
  'helix',
  'kak',
  'joe',
  'pico',
  'ne',
]

/** The command of the editor that launch-editor would open, if it finds one. */
export async function guessEditor(): Promise<string | undefined> {
  const { default: guess } = await import('launch-editor/guess.js')
  return guess()[0] ?? undefined
}

/** Whether an editor takes over the terminal that it is started in. */
export function isForTerminals(command: string): boolean {
  return FOR_TERMINALS.includes(basename(command).replace(/\.exe$/i, ''))
}
