// `npm start` ejecuta la API dentro de una shell que se queda para sí el SIGTERM de npm. Si ella acaba, la API
// también, y con orden. Fuera de npm, como en el contenedor, no hace falta.
const { ppid } = process

setInterval(() => {
  if (process.ppid !== ppid) process.kill(process.pid, 'SIGTERM')
}, 500).unref()
