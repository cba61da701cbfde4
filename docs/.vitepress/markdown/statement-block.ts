import type { Lesson } from '../../../workbook/curriculum/lesson.ts'
import { readableTitle, readSpecification } from '../../../workbook/curriculum/specification.ts'

/** The tasks with the titles of their tests, which read in order are the statement of the exercise. */
export function statementBlock({ manifest }: Lesson, specification: string): string {
  const tests = readSpecification(specification)
  return manifest.tareas
    .flatMap(({ nombre, titulo }, index) => [
      `${index + 1}. **${titulo}** (\`${nombre}\`)`,
      ...tests
        .filter(({ task }) => task === nombre)
        .map((test) => `   - ${readableTitle(test).replaceAll(' …', '\u00a0…')}`),
    ])
    .join('\n')
}
