import { defineConfig } from 'vitest/config'

// Commands, sessions, repositories, attacks and tools run for real: too slow for `npm test`, run by `npm run recorrido`.
const REAL_RUNS = [
  'workbook/{commands,commands/update,start,proof/commands,proof/terminal}/*.test.ts',
  'workbook/attack/{lessons,raid,wrong-answers}.test.ts',
  'workbook/proof/bench/api/contenders.test.ts',
  'workbook/proof/checks/{composition,exercises,lanes,outputs,run-tests,site,types}.test.ts',
  'workbook/proof/checks/{house,lockfile,rooms,style,unused}.test.ts',
  'workbook/proof/{flask,outputs}/{flask,http-file,situations,spy-recording}.test.ts',
  'lessons/{comun,produccion}/servidor.test.ts',
  'workbook/runner/{learner-runner,module-cache,run-variants}.test.ts',
  'workbook/proof/mutants/mutants.test.ts',
  'workbook/proof/{redis,review}/*.test.ts',
]

// Some sixty ways to break an exercise, each in a real session: minutes, by `npm run roturas`.
const BROKEN = 'workbook/proof/broken/**/*.test.ts'

// Every lesson and every wrong answer, in Node and in the page: minutes, by `npm run paridad`.
const PARITY = 'workbook/proof/parity/**/*.test.ts'

// The built site in a real browser.
const IN_BROWSER = 'workbook/proof/browser/**/*.test.ts'

// What another engine may see otherwise: every page once, and the laboratory.
const IN_FIREFOX = [
  'workbook/proof/browser/{laboratory,laboratory-console,laboratory-missing,offline,pages}.test.ts',
]

// Real processes, browsers and clocks, on a machine that may have other things to do.
const RETRY = 1

// `npx vitest lessons/03` runs the learner's exercise; `--project motor`, the tests of the engine.
export default defineConfig({
  test: {
    projects: [
      { test: { name: 'leccion', include: ['lessons/[0-9]*/*.test.ts'] } },
      {
        test: {
          name: 'motor',
          include: [
            'workbook/**/*.test.ts',
            'lessons/{comun,produccion}/*.test.ts',
            'docs/.vitepress/**/*.test.ts',
          ],
          exclude: [...REAL_RUNS, BROKEN, PARITY, IN_BROWSER],
          // A third of the time: packages are loaded once per worker, not once per file.
          isolate: false,
          // For what never ends, and not for what is slow on a busy machine.
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      // Two at once: a browser leaves half of two cores idle.
      { test: { name: 'paridad', include: [PARITY], testTimeout: 60_000, maxWorkers: 2 } },
      {
        test: {
          name: 'paridad-firefox',
          include: [PARITY],
          testTimeout: 60_000,
          fileParallelism: false,
          provide: { inFirefox: true },
        },
      },
      { test: { name: 'roturas', include: [BROKEN], testTimeout: 240_000, retry: RETRY } },
      {
        test: {
          name: 'navegador',
          include: [IN_BROWSER],
          globalSetup: 'workbook/proof/browser/setup.ts',
          testTimeout: 30_000,
          retry: RETRY,
          // On two cores Vitest would run one file, and a browser leaves half of them idle.
          maxWorkers: 2,
        },
      },
      {
        test: {
          name: 'firefox',
          provide: { inFirefox: true },
          include: IN_FIREFOX,
          globalSetup: 'workbook/proof/browser/setup.ts',
          testTimeout: 30_000,
          retry: RETRY,
          // One after another: it is slower than Chromium to open pages, and they are the same tests.
          maxWorkers: 1,
        },
      },
      {
        test: {
          name: 'paginas',
          include: ['workbook/proof/browser/pages.test.ts'],
          provide: { inOneLook: true },
          globalSetup: 'workbook/proof/browser/setup.ts',
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'recorrido',
          include: REAL_RUNS,
          testTimeout: 60_000,
          retry: RETRY,
          // Each waits for the processes that it starts.
          maxWorkers: 2,
        },
      },
    ],
  },
})
