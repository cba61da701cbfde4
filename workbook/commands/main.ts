import { ACTIONS } from '../session/actions/table.ts'
import { byCommand } from './by-command.ts'
import { run } from './run.ts'
import { COMMANDS } from './table.ts'
import { TEXTS } from './texts.ts'

/** The exit code of the learner's command with that name; nothing if there is none, which is not told. */
export function main([name, ...args]: string[]): Promise<number> | undefined {
  const command = COMMANDS.find((each) => each.name === name)
  if (command) return run(async () => (await command.load())(args))
  const action = ACTIONS.find((each) => each.command !== undefined && each.command === name)
  return action?.command === undefined ? undefined : run(() => byCommand(action, args))
}

/** What there is instead of a command that nobody knows. */
export function usage(): string {
  const shared = ACTIONS.flatMap((action) => (action.command === undefined ? [] : [typed(action)]))
  const rows = [...COMMANDS.flatMap(({ uses }) => uses), ...shared, TEXTS.testing]
  const width = Math.max(...rows.map(([command]) => command.length))
  return [TEXTS.usage, ...rows.map(([command, what]) => `  ${command.padEnd(width)}  ${what}`)].join('\n')
}

function typed({ command, ofAll, what }: { command: string; ofAll?: true; what: string }) {
  return [`npm run ${command}${ofAll ? '' : ' 3'}`, what] as const
}
