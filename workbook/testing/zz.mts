import { ProjectCopy } from './project-copy.ts'
import { Session } from './session.ts'
const c = await ProjectCopy.create()
const patch = process.argv[2]
if (patch) {
  const f = 'workbook/runner/stuck.ts'
  c.write(f, c.read(f).replace('return new Writable({', 'const w = new Writable({').replace(/\n  \}\)\n\}\n\n\/\*\* Pref/, "\n  })\n  w.end = () => w\n  return w\n}\n\n/** Pref"))
  console.log(c.read(f).slice(0, 1200))
}
const e = c.exercise(3)
const sol = c.solution(3)
const loop = sol.replace('return { expiresIn', 'for (;;) {}\n  return { expiresIn')
c.write(e.slice(c.folder.length), loop)
console.log((await c.run(['check', '3'])).output.slice(0, 400))
c.reset(3)
const ses = new Session(c, ['lesson', '3'], { PORT: '' })
await ses.says('0 de 19')
for (let i = 0; i < 3; i++) {
  ses.save(e, sol); await ses.says('Lección superada')
  const s = performance.now()
  ses.save(e, loop)
  console.log(await ses.match(/bucle que no termina.*?:\d+|se cerró de golpe/), Math.round(performance.now() - s))
}
await ses.close()
c.remove()
