import { LESSONS } from '../../curriculum/lessons.ts'
import type { ProjectCopy } from '../support/project-copy.ts'
import { measureApi } from './api/measure.ts'
import { measureCheck } from './check.ts'
import { measureLaboratory } from './laboratory/measure.ts'
import { measureLoad } from './load.ts'
import { measureRest, measureThousand } from './resources.ts'
import { measureSave } from './save.ts'
import { measureStart } from './start.ts'

/** Something to measure in a copy of the notebook; gives a line to print. */
export interface Measure {
  name: string
  run(copy: ProjectCopy): Promise<string>
}

// Lesson 2 has light tests; lesson 3 waits for a real scrypt.
const LIGHT = 2
const HEAVY = 3

export const MEASURES: readonly Measure[] = [
  { name: 'primer', run: (copy) => measureStart(copy, LIGHT) },
  { name: 'guardar', run: (copy) => measureSave(copy, LIGHT) },
  { name: 'guardar-lenta', run: (copy) => measureSave(copy, HEAVY) },
  { name: 'check', run: measureCheck },
  { name: 'reposo', run: (copy) => measureRest(copy, LIGHT) },
  { name: 'mil', run: (copy) => measureThousand(copy, LIGHT) },
  {
    name: 'carga',
    run: (copy) =>
      measureLoad(
        copy,
        LESSONS.map(({ number }) => number),
      ),
  },
  { name: 'laboratorio', run: measureLaboratory },
  { name: 'api', run: measureApi },
]
