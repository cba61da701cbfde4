// The Worker of the laboratory: one run, and then the page throws it away.
import './globals.ts'
import { freshResults, remember } from '../node/scrypt.ts'
import type { RunOrder } from '../protocol.ts'
import { watchExchanges } from './exchanges.ts'
import { guard } from './guards.ts'
import { Linker } from './linker.ts'
import { hearErrors } from './loose-errors.ts'
import { importable } from './packages.ts'
import { hearPage, tellPage } from './page.ts'
import { prepare } from './prepare.ts'
import { runSpecification, toSentError } from './runner.ts'
import { answer, serve } from './serve.ts'
import { watchSlow } from './watch-slow.ts'

guard()
watchExchanges()
watchSlow()
hearPage((order) => {
  if (order.type === 'ping') tellPage({ type: 'pong' })
  else if (order.type === 'prepare') void prepare(order.work).then(() => tellPage({ type: 'ready' }))
  else if (order.type === 'serve') void serve(order)
  else if (order.type === 'request') void answer(order.request)
  else void run(order)
})

async function run({ spec, testTimeout, known, ...work }: RunOrder): Promise<void> {
  remember(known)
  const looseErrors = hearErrors()
  const linker = new Linker({ ...work, importable: importable(work.packages) })
  const errors = await runSpecification(spec, linker, testTimeout).catch((error) => [toSentError(error)])
  // What nobody awaited shows once the tests are through.
  await new Promise((resolve) => setTimeout(resolve))
  tellPage({ type: 'done', errors, loose: looseErrors, derived: freshResults() })
}
