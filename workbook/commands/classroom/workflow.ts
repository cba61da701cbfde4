import type { Lesson } from '../../curriculum/lesson.ts'

/** Of each task, so that all weigh the same. */
const POINTS = 1
/** Of each step, in minutes: a run takes seconds. */
const TIMEOUT = 5

/** A task, as a step of the workflow. */
interface Step {
  id: string
  name: string
  command: string
}

/**
 * The workflow with which GitHub Classroom grades these lessons: a step and a point for each task, by the exit code
 * of `check`. The names of the steps are those under which the reporter looks for their results.
 */
export function classroomWorkflow(lessons: readonly Lesson[]): string {
  const steps = lessons.flatMap(stepsOf)
  return `${[
    'name: Cuaderno JWT',
    'on: [push, repository_dispatch]',
    'permissions:',
    '  checks: write',
    '  actions: read',
    '  contents: read',
    'jobs:',
    '  autograding:',
    '    runs-on: ubuntu-latest',
    "    if: github.actor != 'github-classroom[bot]'",
    '    steps:',
    '      - uses: actions/checkout@v4',
    '      - uses: actions/setup-node@v4',
    '        with:',
    '          node-version: 24',
    '          cache: npm',
    '      - run: npm ci',
    ...steps.flatMap(lines),
    '      - name: Puntos',
    '        uses: classroom-resources/autograding-grading-reporter@v1',
    '        env:',
    ...steps.map(({ id }) => `          ${id.toUpperCase()}_RESULTS: "\${{ steps.${id}.outputs.result }}"`),
    '        with:',
    `          runners: ${steps.map(({ id }) => id).join(',')}`,
  ].join('\n')}\n`
}

function stepsOf({ number, manifest }: Lesson): Step[] {
  return manifest.tareas.map(({ nombre }) => ({
    id: `leccion${number}_${nombre.toLowerCase()}`,
    name: `${number}. ${nombre}`,
    command: `npm run check ${number} -- --tarea ${nombre}`,
  }))
}

function lines({ id, name, command }: Step): string[] {
  return [
    `      - name: ${name}`,
    `        id: ${id}`,
    '        uses: classroom-resources/autograding-command-grader@v1',
    '        with:',
    `          test-name: ${name}`,
    `          command: ${command}`,
    `          timeout: ${TIMEOUT}`,
    `          max-score: ${POINTS}`,
  ]
}
