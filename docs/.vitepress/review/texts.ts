// What the review says in the page, and not in the terminal.

export const TEXTS = {
  noScript: 'Para responder aquí hace falta JavaScript; en la terminal, npm run repaso pregunta lo mismo.',
  loading: 'Buscando tus preguntas…',
  failed: 'Las preguntas no han llegado. Comprueba tu conexión y recarga la página.',
  nothingSolved:
    'Aún no hay nada que repasar: termina una lección, márcala como hecha y vuelve. Puedes empezar por',
  firstLesson: 'la primera',
  last: 'Ver cómo te ha ido',
}
