import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { nodeArgs } from '../../curriculum/node-args.ts'
import { ROOT } from '../../curriculum/paths.ts'
import { RECORDING_PATH } from '../../curriculum/recording.ts'
import { tempFolder } from '../support/temp-folder.ts'
import { findPython } from './python.ts'

const run = promisify(execFile)

// Where REQUIRE_FLASK is set, a machine without it fails instead of skipping.
const canRun = Boolean(process.env.REQUIRE_FLASK) || findPython() !== undefined
const skipped = canRun ? '' : ' (left out: no Python with flask_jwt_extended)'

test.runIf(canRun)(
  `Flask and the workbook answer today what was recorded${skipped}`,
  async () => {
    const again = join(tempFolder(), 'respuestas.json')
    const script = join(ROOT, 'workbook', 'proof', 'flask', 'record.ts')
    await run(process.execPath, [...nodeArgs('solucion'), script, again], { cwd: ROOT })
    expect(JSON.parse(readFileSync(again, 'utf8')), 'to record it again: npm run flask').toEqual(
      JSON.parse(readFileSync(RECORDING_PATH, 'utf8')),
    )
  },
  // For what never ends: some forty passwords are derived, slow on purpose.
  300_000,
)
