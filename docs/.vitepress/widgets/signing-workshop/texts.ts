type Count = { changed: number; total: number }

/** The answers to the prediction, from the smallest change to the greatest. */
export const OPTIONS = ['Uno', 'Cerca de la mitad', 'Casi todos o todos'] as const

/** Which of the answers a count deserves. */
export function howMany({ changed, total }: Count): string {
  if (changed <= 1) return OPTIONS[0]
  return changed < total * 0.8 ? OPTIONS[1] : OPTIONS[2]
}

export const TEXTS = {
  title: 'Taller de firma',
  question:
    'El payload {"sub":"1"} se escribe con un espacio, {"sub": "1"}, y se firma con el mismo secreto. ¿Cuántos caracteres de la firma cambian?',
  spaceChanged: ({ changed, total }: Count) => `Cambiaron ${changed} de ${total} caracteres.`,
  compact: 'Firma de {"sub":"1"}',
  spaced: 'Firma de {"sub": "1"}',

  parts: ['encabezado', 'payload', 'firma'],
  asAttacker: 'Editar el token como atacante',
  attackerHint: 'Nadie recalcula la firma: el token conserva la que pongas aquí.',
  header: 'Encabezado, decodificado',
  payload: 'Payload, decodificado',
  signature: 'Firma',
  asServer: 'Firmar como el servidor',
  secret: 'Secreto de muestra',
  secretHint: 'Nada sale de esta página. Aun así, no escribas un secreto de verdad.',
  shortSecret: (bytes: number) =>
    bytes === 0
      ? 'Sin el secreto no se puede firmar ni verificar.'
      : `Mide ${bytes} ${bytes === 1 ? 'byte' : 'bytes'}: el servidor pide al menos 32.`,
  sign: 'Firmar de nuevo con el secreto',
  readWithout: 'Leer sin el secreto',
  giveBack: 'Devolver el secreto',
  restart: 'Volver a empezar',

  valid: 'Firma válida: es la que sale de este payload con este secreto.',
  signedAgain: ({ changed, total }: Count) =>
    `Firma válida. Al firmar de nuevo cambiaron ${changed} de ${total} caracteres de la firma.`,
  sameAgain: 'Firma válida. El mismo payload con el mismo secreto da la misma firma.',
  invalid: ({ changed, total }: Count) =>
    `Firma inválida. La que trae el token y la que calcula el servidor se diferencian en ${changed} de ${total} caracteres.`,
  malformed: 'Firma inválida. Al token le falta una parte o le sobra un punto.',
  unknown: (header: string, payload: string) =>
    `Sin el secreto no se sabe si la firma es válida, pero se lee todo. Encabezado: ${header}. Payload: ${payload}.`,
  unreadable: 'Este payload no es un objeto JSON: el servidor lo rechaza aunque la firma sea válida.',
  carried: 'La que trae el token',
  expected: 'La que calcula el servidor',
  before: 'Antes de firmar',
  after: 'Después de firmar',
}
