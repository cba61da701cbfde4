// The Worker of the laboratory: one run, and then the page throws it away.
import './globals.ts'
import { type Derived, freshResults, remember } from '../node/scrypt.ts'
import type { Modules, RunOrder, SceneOrder, SentError } from '../protocol.ts'
import { flushConsole } from './console.ts'
import { watchExchanges } from './exchanges.ts'
import { guard } from './guards.ts'
import { Linker } from './linker.ts'
import { hearErrors } from './loose-errors.ts'
import { importable } from './packages.ts'
import { hearPage, tellPage } from './page.ts'
import { prepare } from './prepare.ts'
import { tellOfRest } from './rest.ts'
import { runSpecification, toSentError } from './runner.ts'
import { playScene } from './scene.ts'
import { answer, serve } from './serve.ts'
import { watchLoops } from './watch-loops.ts'
import { watchSlow } from './watch-slow.ts'

guard()
watchExchanges()
watchLoops()
watchSlow()
hearPage((order) => {
  if (order.type === 'ping') tellOfRest()
  else if (order.type === 'prepare') void prepare(order.work).then(() => tellPage({ type: 'ready' }))
  else if (order.type === 'serve') void serve(order)
  else if (order.type === 'request') void answer(order.request)
  else if (order.type === 'scene') void play(order)
  else void run(order)
})

function run({ spec, testTimeout, ...order }: RunOrder): Promise<void> {
  return runToItsEnd(order, (linker) => runSpecification(spec, linker, testTimeout))
}

function play({ scene, ...order }: SceneOrder): Promise<void> {
  return runToItsEnd(order, (linker, loose) => playScene(scene, linker, loose))
}

async function runToItsEnd(
  { known, ...modules }: Modules & { known: readonly Derived[] },
  work: (linker: Linker, loose: readonly SentError[]) => Promise<SentError[]>,
): Promise<void> {
  remember(known)
  const loose = hearErrors()
  const linker = new Linker({ ...modules, importable: importable(modules.packages) })
  const errors = await work(linker, loose).catch((error) => [toSentError(error)])
  // What nobody awaited shows once the rest is through.
  await new Promise((resolve) => setTimeout(resolve))
  flushConsole()
  tellPage({ type: 'done', errors, loose, derived: freshResults() })
}
