// Plain JavaScript, so that any Node can read it: it checks what must be there, makes TypeScript
// loadable in this same process (a second one would double the start) and hands over.
const [major, minor] = process.versions.node.split('.').map(Number)

if (major < 20 || (major === 20 && minor < 19)) {
  stop(`El cuaderno necesita Node 20.19 o posterior y este es el ${process.versions.node}: instala uno nuevo`)
}
if (!process.features.typescript) {
  const { register } = await import('tsx/esm/api').catch(() =>
    stop('Faltan los paquetes del cuaderno: ejecuta npm install en su carpeta'),
  )
  register()
}
const { main } = await import('./cli/main.ts')
process.exitCode = await main(process.argv.slice(2))

function stop(message) {
  console.error(message)
  process.exit(1)
}
