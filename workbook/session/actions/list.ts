import type { Entry } from '../../curriculum/lesson.ts'
import { appOf } from '../../curriculum/lesson.ts'
import { ENTRIES, loadLesson } from '../../curriculum/lessons.ts'
import { readProgress } from '../../learner/progress.ts'
import { TEXTS as REPORT } from '../../verdict/result-texts.ts'
import { chooseLesson } from '../choice.ts'
import type { Session } from '../session.ts'
import { TEXTS } from '../texts.ts'

const STEPS: Record<string, number> = { up: -1, down: 1 }

/** `l`: the lessons; arrows move, Enter opens, a number opens at once. */
export async function list(session: Session): Promise<void> {
  const progress = readProgress()
  const title = async ({ lesson, part }: Entry) => {
    if (!lesson) return `· ${REPORT.final[part]}`
    const { number, slug, manifest } = await loadLesson(lesson.number)
    return `${progress[slug]?.done ? '✓' : '·'} ${number}. ${manifest.titulo}`
  }
  const rows = await Promise.all(ENTRIES.map(title))
  const open = async (index: number) => session.move(await chooseLesson(ENTRIES[index]?.name ?? ''))
  const { lessons, allMine } = session.state.choice
  const { number, part } = appOf(lessons)
  const here = (entry: Entry) =>
    entry.part === part && entry.lesson?.number === (allMine ? undefined : number)
  let selected = ENTRIES.findIndex(here)

  const draw = () =>
    session.show([TEXTS.list, '', ...rows.map((row, at) => `${at === selected ? '›' : ' '} ${row}`)], onKey)
  const onKey = (key: string) => {
    const chosen = key === 'return' ? selected : ENTRIES.findIndex(({ name }) => name === key)
    const step = STEPS[key]
    if (chosen >= 0) void open(chosen)
    else if (step) {
      selected = (selected + step + rows.length) % rows.length
      draw()
    }
    return chosen >= 0 || Boolean(step)
  }
  draw()
}
