import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadLesson } from '../../curriculum/lessons.ts'
import { ROOT } from '../../curriculum/paths.ts'
import { runVariants } from '../../runner/run-variants.ts'
import { otherAnswers } from '../other-answers.ts'
import { MISSING, type RedisServer, startRedis } from './redis-server.ts'

const VARIABLE = 'JWT_REDIS_DE_PRUEBAS'
const VITEST = join(ROOT, 'node_modules', 'vitest', 'vitest.mjs')

// Their double is in memory: here the same tests ask a server.
describe.skipIf(MISSING)(`las pruebas, con un Redis de verdad${MISSING}`, () => {
  let redis: RedisServer
  beforeAll(async () => {
    redis = await startRedis()
    process.env[VARIABLE] = redis.url
  })
  afterAll(async () => {
    delete process.env[VARIABLE]
    await redis.close()
  })

  test('las de la lección 12, con la solución y con las otras respuestas correctas', async () => {
    const lesson = await loadLesson(12)
    const answers = [
      { name: 'solución', source: readFileSync(lesson.solution, 'utf8') },
      ...otherAnswers(lesson),
    ]
    const results = await runVariants(
      answers.map(({ name, source }) => ({
        id: name,
        spec: lesson.spec,
        sources: new Map([[lesson.exercise, source]]),
      })),
    )
    const red = [...results].flatMap(([name, { tests, broken }]) => [
      ...(broken || tests.length === 0 ? [`${name}: ${broken}`] : []),
      ...tests.filter(({ state }) => state !== 'passed').map(({ title }) => `${name}: ${title}`),
    ])
    expect(red).toEqual([])
  })

  test('las de lo que se guarda en él', () => {
    const args = [VITEST, 'run', '--project', 'motor', 'lessons/comun/redis.test.ts']
    expect(() => execFileSync(process.execPath, args, { cwd: ROOT, stdio: 'pipe' })).not.toThrow()
  })
})
