// Prints what both APIs answer to the same requests. For authors, to record it:
// node --conditions=solucion --import tsx workbook/proof/flask/compare.ts > docs/flask/respuestas.txt
import { randomBytes } from 'node:crypto'
import { converse } from './conversation.ts'
import { findPython } from './python.ts'
import { sharedRequests } from './requests.ts'
import { startFlask, startWorkbook } from './servers.ts'

const python = findPython()
if (!python) throw new Error('No hay ningún Python con flask_jwt_extended')

const secret = randomBytes(32).toString('base64url')
const requests = sharedRequests(secret)
const apis = [await startFlask(python, secret), await startWorkbook(secret, 'https://api.ejemplo.com')]
const [flask = [], workbook = []] = await Promise.all(apis.map(({ origin }) => converse(origin, requests)))
for (const { stop } of apis) stop()

for (const [index, { label, method = 'GET', path }] of requests.entries()) {
  const [theirs, ours] = [flask[index], workbook[index]]
  console.log(`${method} ${path}, ${label}`)
  if (theirs === ours) console.log(`  los dos   ${ours}`)
  else console.log(`  Flask     ${theirs}\n  cuaderno  ${ours}`)
}
