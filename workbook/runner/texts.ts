// What the runner says to the learner. A sentence names what happened and what to do next.

export const TEXTS = {
  todo: (task: number, title: string) => `Aún falta el TODO ${task}: ${title}`,
  threw: (error: string) => `Tu código lanzó un error que la prueba no esperaba: ${error}`,
  timeout: (seconds: number) =>
    `Nadie respondió en ${seconds} s: busca una rama sin next(), sin respuesta o sin lanzar un error, o un await de algo que no llega`,
  exit: 'Tu código llama a process.exit(), que apagaría el servidor: quítalo y lanza un error en su lugar',
  syntax: (file: string, detail: string) => `${file} tiene un error de sintaxis: ${detail}`,
  empty: (file: string) => `${file} está vacío: deshaz el cambio en tu editor o recupéralo con git`,
  missing: (file: string) => `No encuentro ${file}: vuelve a ponerlo donde estaba o recupéralo con git`,
  noExport: (file: string, names: string) =>
    `${file} ya no exporta ${names}: las pruebas lo importan con ese nombre, escribe «export» delante`,
  unresolved: (name: string) =>
    `No se encuentra «${name}»: revisa cómo está escrito en el import; el cuaderno no necesita paquetes nuevos`,
  load: (error: string) => `El archivo no llega a cargarse: ${error}`,
  loop: 'Tu código entra en un bucle que no termina y lo he detenido: revisa la condición de salida',
  hang: 'Tu código no termina de cargarse y lo he detenido: busca un await de algo que no llega',
  died: 'El proceso de las pruebas se cerró de golpe: busca una llamada que lo apague o que agote la memoria',
  recursion: 'Una función se llama a sí misma sin fin (Maximum call stack size exceeded)',
  port: 'El ejercicio no debe llamar a listen(): el servidor lo ponen las pruebas, y ese puerto ya está ocupado',
  rejection: (error: string) => `Una promesa rechazada se quedó sin await y sin catch: ${error}`,
  uncaught: (error: string) => `Un error que nadie atrapa, fuera de la solicitud: ${error}`,
  notOurs: 'Se ha cargado un archivo de solutions/: aquí solo valen tus módulos',
} as const
