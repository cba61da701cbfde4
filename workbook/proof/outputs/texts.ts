// What the files say that programs write.

export const TEXTS = {
  httpFile: `# Las solicitudes preparadas del cuaderno, para enviarlas desde el editor. Las escribe «npm run salidas».
#
# 1. Abre una sesión con «npm start»: tu aplicación queda en marcha.
# 2. Escribe después de «@servidor» la dirección que la sesión enseña junto a «Servidor».
# 3. Inicia sesión con «Send Request». Las demás llevan el último token que recibiste.
#
# Funciona con REST Client, de VS Code. JetBrains y httpYac leen de otro modo lo que respondió el inicio de
# sesión: copia su token después de «@token =».`,
  lesson: (number: number) => `Lección ${number}:`,
  /** At the end of a signature, where it breaks it. */
  altered: 'alterado',
} as const
