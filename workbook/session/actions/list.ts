import { LESSON_COUNT, loadLessons } from '../../curriculum/lessons.ts'
import { readProgress } from '../../learner/progress.ts'
import { chooseLesson } from '../choice.ts'
import type { Session } from '../session.ts'
import { TEXTS } from '../texts.ts'

const STEPS: Record<string, number> = { up: -1, down: 1 }

/** `l`: the lessons; arrows move, Enter opens, a number opens at once. */
export async function list(session: Session): Promise<void> {
  const progress = readProgress()
  const titles = (await loadLessons()).map(
    ({ number, slug, manifest }) => `${progress[slug]?.done ? '✓' : '·'} ${number}. ${manifest.titulo}`,
  )
  const rows = [...titles, `· ${TEXTS.final}`]
  const open = async (index: number) =>
    session.move(await chooseLesson(index < LESSON_COUNT ? String(index + 1) : 'final'))
  let selected = session.state.choice.allMine ? LESSON_COUNT : session.lesson.number - 1

  const draw = () =>
    session.show([TEXTS.list, '', ...rows.map((row, at) => `${at === selected ? '›' : ' '} ${row}`)], onKey)
  const onKey = (key: string) => {
    const chosen = key === 'return' ? selected : /^[1-8]$/.test(key) ? Number(key) - 1 : undefined
    const step = STEPS[key]
    if (chosen !== undefined) void open(chosen)
    else if (step) {
      selected = (selected + step + rows.length) % rows.length
      draw()
    }
    return chosen !== undefined || Boolean(step)
  }
  draw()
}
