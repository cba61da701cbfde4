import { defineConfig } from 'vitest/config'

// Commands, sessions and repositories run for real: too slow for `npm test`, run by `npm run recorrido`.
const REAL_RUNS = [
  'workbook/{cli,broken,update}/**/*.test.ts',
  'workbook/checks/{engine,outputs,site}.test.ts',
]

// `npx vitest lessons/03` runs the learner's exercise; `--project motor`, the tests of the engine.
export default defineConfig({
  test: {
    projects: [
      { test: { name: 'leccion', include: ['lessons/[0-9]*/*.test.ts'] } },
      {
        test: {
          name: 'motor',
          include: ['workbook/**/*.test.ts', 'lessons/comun/*.test.ts', 'docs/.vitepress/**/*.test.ts'],
          exclude: REAL_RUNS,
          // A third of the time: packages are loaded once per worker, not once per file.
          isolate: false,
        },
      },
      { test: { name: 'recorrido', include: REAL_RUNS, testTimeout: 60_000 } },
    ],
  },
})
