// Asks both APIs the same, side by side, and writes down what they answer: npm run flask
import { randomBytes } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { exigirSecreto } from '#solucion/01-generar-el-token/token.ts'
import { crearApp } from '../../../lessons/08-https/app.ts'
import type { Exchange } from '../../curriculum/exchange.ts'
import { RECORDING_PATH } from '../../curriculum/recording.ts'
import { situations } from './asked/all.ts'
import { converse, issue } from './conversation.ts'
import { findPython } from './python.ts'
import { BEHIND, startExpress, startFlask } from './servers.ts'

const python = findPython()
if (!python) throw new Error('No hay ningún Python con flask_jwt_extended')

const secret = randomBytes(32).toString('base64url')
const flask = await startFlask(python, secret)
const workbook = await startExpress(crearApp({ secreto: exigirSecreto(secret), ...BEHIND }))
const [theirs, ours] = [await issue(flask.origin), await issue(workbook.origin)]
const now = Math.floor(Date.now() / 1000)
const asked = situations({ secret, now, own: theirs, other: ours })
const answers = [
  await converse(flask.origin, asked),
  await converse(workbook.origin, situations({ secret, now, own: ours, other: theirs })),
]
for (const { stop } of [flask, workbook]) stop()

const [fromFlask = [], fromWorkbook = []] = answers
const exchanges: Exchange[] = asked.map(({ title }, index) => ({
  titulo: title,
  flask: fromFlask[index]!,
  cuaderno: fromWorkbook[index]!,
}))
writeFileSync(process.argv[2] ?? RECORDING_PATH, `${JSON.stringify(exchanges, null, 2)}\n`)
