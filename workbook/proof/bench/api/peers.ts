import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../../../curriculum/paths.ts'
import { TEXTS } from '../texts.ts'

const LISTED = join(ROOT, 'workbook/proof/bench/api/peers')
// Out of the way of whoever studies: `npm install` does not bring them, and Git does not see them.
const INSTALLED = join(ROOT, '.cuaderno/banco')

/** From where the peers' packages are loaded. */
export const PEERS = join(INSTALLED, 'package.json')

/** Whether they are installed here. */
export function hasPeers(): boolean {
  return existsSync(join(INSTALLED, 'node_modules/autocannon'))
}

/** Installs, the first time, the packages that the app is compared with, at the versions of their lockfile. */
export function installPeers(): void {
  if (hasPeers()) return
  console.log(TEXTS.installingPeers)
  mkdirSync(INSTALLED, { recursive: true })
  for (const name of ['package.json', 'package-lock.json']) {
    copyFileSync(join(LISTED, name), join(INSTALLED, name))
  }
  npm(['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'])
}

/** Through the shell: npm is a script on Windows. */
function npm(args: readonly string[]): void {
  const { status } = spawnSync(`npm ${args.join(' ')}`, { cwd: INSTALLED, shell: true, stdio: 'inherit' })
  if (status !== 0) throw new Error(TEXTS.noPeers)
}
