// What the comparison with the solution says.

export const TEXTS = {
  mine: '- lo tuyo',
  theirs: '+ la solución',
  same: 'Tu archivo es igual que la solución',
  stillRed: (lesson: number) =>
    `Las pruebas de la lección ${lesson} siguen en rojo: si quieres ver la solución, repite con: npm run compara ${lesson} si`,
} as const
