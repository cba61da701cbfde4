import { TEXTS } from './texts.ts'

type Parts = Record<string, string>

const { program } = TEXTS
const NOTHING = '(?<nothing>undefined|null)'

/** What V8 (and Express) say of a mistake in the program, and how to tell it. */
const KNOWN: readonly [RegExp, (parts: Parts) => string][] = [
  [/^(?<name>[\w$]+) is not defined$/, ({ name = '' }) => program.undeclared(name)],
  [/^Cannot access '(?<name>.+)' before initialization$/, ({ name = '' }) => program.tooEarly(name)],
  [/^Assignment to constant variable\.$/, () => program.constant],
  [/^(?<name>.+) is not a function$/, ({ name = '' }) => program.notCallable(name)],
  [/^(?<name>.+) is not a constructor$/, ({ name = '' }) => program.notNewable(name)],
  [/^Class constructor (?<name>\S+) cannot be invoked/, ({ name = '' }) => program.missingNew(name)],
  [
    new RegExp(`^Cannot read properties of ${NOTHING} \\(reading '(?<name>.+)'\\)`),
    ({ name = '', nothing = '' }) => program.readsNothing(name, nothing),
  ],
  [
    new RegExp(`^Cannot set properties of ${NOTHING} \\(setting '(?<name>.+)'\\)`),
    ({ name = '', nothing = '' }) => program.writesNothing(name, nothing),
  ],
  [
    new RegExp(`^Cannot destructure property '(?<name>.+?)' of .* as it is ${NOTHING}`),
    ({ name = '', nothing = '' }) => program.destructures(name, nothing),
  ],
  [/^(?<name>.+?) is not iterable/, ({ name = '' }) => program.notIterable(name)],
  [/^Cannot assign to read only property '(?<name>.+?)'/, ({ name = '' }) => program.readOnly(name)],
  [
    /^Cannot (?:add|define) property (?<name>.+), object is not extensible/,
    ({ name = '' }) => program.closed(name),
  ],
  [/ is not valid JSON$|^Unexpected end of JSON input$/, () => program.notJson],
  [/^Cannot set headers after they are sent/, () => program.doubleAnswer],
]

/** What a message in English means for the learner, if it is one of those that a slip provokes. */
export function explainProgramError(message: string): string | undefined {
  for (const [pattern, tell] of KNOWN) {
    const found = pattern.exec(message)
    if (found) return tell(found.groups ?? {})
  }
  return undefined
}

/** The message without the names that Vite gives to imports. */
export function withoutViteNames(message: string): string {
  return message.replace(/\(0\s*,\s*([^)]+)\)/g, '$1').replace(/__vi(?:te_ssr)?_import_\d+__\./g, '')
}
