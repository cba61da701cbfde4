import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { exigirSecreto } from '#solucion/01-generar-el-token/token.ts'
import { type Lesson, lessonsOf } from '../../curriculum/lesson.ts'
import { loadLessons } from '../../curriculum/lessons.ts'
import { readRecording } from '../../curriculum/recording.ts'
import { SITUATIONS } from '../../verdict/review/situations.ts'
import { useSolutions } from '../support/solved-modules.ts'
import { situations } from './asked/all.ts'
import { converse, issue } from './conversation.ts'

const lessons = lessonsOf('book', await loadLessons())
const last = lessons.at(-1)
const recording = readRecording()

// Whatever the learner has made of them.
useSolutions(lessons)

async function answersOf({ slug, number }: Lesson, titles: readonly string[]) {
  const secret = randomBytes(32).toString('base64url')
  const now = Math.floor(Date.now() / 1000)
  const { crearApp } = await import(`../../../lessons/${slug}/app.ts`)
  // After the modules were reset: the server and the app know errors by the same classes.
  const { BEHIND, startExpress } = await import('./servers.ts')
  const behind = number === last?.number ? BEHIND : {}
  const api = await startExpress(crearApp({ secreto: exigirSecreto(secret), ...behind }))
  try {
    const own = await issue(api.origin)
    const all = situations({ secret, now, own, other: own })
    const asked = titles.flatMap((title) => all.find((situation) => situation.title === title) ?? [])
    const answers = await converse(api.origin, asked)
    return asked.map(({ title }, index) => ({ title, ...told(answers[index]) }))
  } finally {
    api.stop()
  }
}

/** What the review asks about; a token is never the same. */
function told(answer: { estado: number; cuerpo: unknown } | undefined) {
  const { estado, cuerpo } = answer ?? {}
  return { estado, cuerpo: Object(cuerpo).access_token ? 'a token' : cuerpo }
}

test.each(lessons)(
  'the app of lesson $number answers what its review says',
  { timeout: 60_000 },
  async (lesson) => {
    const titles = SITUATIONS.filter(({ leccion }) => leccion === lesson.number).map(({ titulo }) => titulo)
    const recorded = titles.map((title) => ({
      ...{ title, ...told(recording.find(({ titulo }) => titulo === title)?.cuaderno) },
    }))
    expect(titles.length).toBeGreaterThan(0)
    expect(await answersOf(lesson, titles)).toEqual(recorded)
  },
)
