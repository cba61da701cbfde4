import { appOf, FINALS } from '../../curriculum/lesson.ts'
import { firstFailed } from '../../verdict/marks.ts'
import { TEXTS as SHARED } from '../../verdict/texts.ts'
import { chooseLesson } from '../choice.ts'
import type { Session } from '../session.ts'
import { TEXTS } from '../texts.ts'
import type { Desk, Rows } from './desk.ts'
import { ACTIONS, type Shared } from './table.ts'

const STEPS: Record<string, number> = { up: -1, down: 1 }

/** The desk of an action that a key asked for. `asked` is the question that the key before it left open. */
export function sessionDesk(session: Session, { key }: Shared, asked: string | undefined): Desk {
  const { results } = session.state
  return {
    lesson: session.lesson,
    solved: results.length > 0 && results.every(({ passed }) => passed),
    typed: false,
    task: () => failingTask(session),
    show: (lines) => session.show(lines),
    choose: (list) => choose(session, list),
    say: (sentence) => session.notify(sentence),
    refuse: (sentence) => session.notify(sentence),
    insists: (question) => session.confirmed(question(TEXTS.pressAgain(key)), asked),
    way: (command) => ACTIONS.find((action) => action.command === command)?.key ?? '',
    retry: TEXTS.saveAnother,
  }
}

function failingTask(session: Session): string | undefined {
  if (!session.state.results.length) {
    session.notify(TEXTS.stillChecking)
    return undefined
  }
  const broken = session.state.results.find(({ passed }) => !passed)
  const task = broken && (firstFailed(broken)?.task ?? broken.lesson.manifest.tareas[0]?.nombre)
  if (!task) session.notify(SHARED.noHint)
  return task
}

/** Arrows move, Enter opens, and so does the number of a lesson. */
function choose(session: Session, { title, rows, foot }: Rows): void {
  const { lessons, allMine } = session.state.choice
  const { number, part } = appOf(lessons)
  const here = allMine ? FINALS[part] : String(number)
  let selected = rows.findIndex(({ name }) => name === here)

  const draw = () => {
    const lines = rows.map(({ text }, index) => `${index === selected ? '›' : ' '} ${text}`)
    session.show([title, '', ...lines, '', foot], onKey, selected + 2)
  }
  const onKey = (key: string) => {
    const chosen = key === 'return' ? rows[selected] : rows.find(({ name }) => name === key)
    const step = STEPS[key]
    if (chosen) void openChosen(session, chosen.name)
    else if (step) {
      selected = (selected + step + rows.length) % rows.length
      draw()
    }
    return Boolean(chosen ?? step)
  }
  draw()
}

async function openChosen(session: Session, name: string): Promise<void> {
  try {
    session.move(await chooseLesson(name))
  } catch (error) {
    session.tell(error)
  }
}
