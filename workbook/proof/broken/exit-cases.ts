import { type Case, first, last } from './case.ts'
import { inFunction, onLoad } from './expiracion.ts'

const calls = (call: string) =>
  `Tu código llama a ${call}(), que apagaría el servidor: quítalo y lanza un error en su lugar`
const LISTENS =
  'El ejercicio no debe llamar a listen(): el servidor lo ponen las pruebas y la sesión; quítalo'

export const EXIT_CASES: readonly Case[] = [
  {
    name: 'process.exit on load',
    text: onLoad('process.exit()'),
    says: calls('process.exit'),
    at: 'process.exit',
  },
  {
    name: 'process.exit that somebody catches',
    text: inFunction('try { process.exit(0) } catch {}'),
    says: calls('process.exit'),
    at: 'process.exit',
  },
  {
    name: 'process.reallyExit',
    text: inFunction("Reflect.get(process, 'reallyExit')(0)"),
    says: calls('process.reallyExit'),
    at: 'reallyExit',
  },
  {
    name: 'process.abort',
    text: inFunction('process.abort()'),
    says: calls('process.abort'),
    at: 'process.abort',
  },
  {
    name: 'process.kill',
    text: inFunction("process.kill(process.pid, 'SIGKILL')"),
    says: calls('process.kill'),
    at: 'process.kill',
  },
  {
    name: 'a process that stops listening to the engine',
    text: onLoad("process.removeAllListeners('message')"),
    says: 'El proceso de las pruebas se cerró de golpe: busca una llamada que lo apague o que agote la memoria',
  },
  {
    name: 'a server that takes a port',
    text: (solution) =>
      last('createServer().listen(3999)')(first("import { createServer } from 'node:http'")(solution)),
    says: LISTENS,
    at: 'listen(3999)',
  },
  {
    name: 'a timer that never ends',
    text: onLoad('setInterval(() => {}, 1000)'),
  },
  {
    name: 'a server on any free port that is left open',
    text: (solution) =>
      last('createServer().listen(0)')(first("import { createServer } from 'node:http'")(solution)),
  },
]
