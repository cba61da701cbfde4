import { defineConfig } from 'vitest/config'

// `npx vitest lessons/03` runs the learner's exercise; `--project motor`, the tests of the engine.
export default defineConfig({
  test: {
    projects: [
      { test: { name: 'leccion', include: ['lessons/[0-9]*/*.test.ts'] } },
      {
        test: {
          name: 'motor',
          include: ['workbook/**/*.test.ts', 'lessons/comun/*.test.ts', 'docs/.vitepress/**/*.test.ts'],
        },
      },
    ],
  },
})
