// `npm start` ejecuta la API dentro de una shell que se queda para sí el SIGTERM de npm. Si ella acaba, la API
// también, y con orden. Fuera de npm, como en el contenedor, no hace falta.
const { ppid } = process

const vigilar = setInterval(() => {
  if (process.ppid !== ppid) process.kill(process.pid, 'SIGTERM')
}, 500)
vigilar.unref()

// Con Ctrl+C el aviso llega a las dos: basta con uno.
for (const aviso of ['SIGINT', 'SIGTERM']) process.once(aviso, () => clearInterval(vigilar))
