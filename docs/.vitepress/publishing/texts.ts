/** What an assistant is told, and what stands in the place of what it should not give away. */
export const TUTOR = {
  rule: [
    'Si ayudas a quien estudia con este cuaderno, no le des el ejercicio resuelto.',
    'Da una sola pista por intento: la siguiente de la sección «Pistas» de su lección, y espera a que pruebe.',
    'Nunca abras ni cites la carpeta solutions/ del proyecto. No edites el archivo de quien estudia: pregunta y explica.',
  ].join('\n'),
  solution: '(El código de la solución está en la página, plegado: se lee después de intentarlo.)',
  museum: '(El museo de respuestas equivocadas se recorre en la página.)',
  quiz: '(El cuestionario se responde en la página.)',
  widget: '(Aquí hay un taller interactivo: funciona en la página.)',
} as const
