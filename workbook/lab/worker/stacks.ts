// Firefox begins a stack with its first frame, and V8 with the error itself: what reads the learner's
// console looks for that line, and so does whoever prints an error.

const FRAME = /^(?:async\*)?(?<caller>.*?)@(?<place>.+)$/

/** The only engine with such an error. Nothing is thrown to find out: V8 would read the whole Worker once more. */
const IS_FIREFOX = 'InternalError' in globalThis

/** Makes stacks say in Firefox what they say in Node. */
export function stackAsInNode(): void {
  if (!IS_FIREFOX) return
  const { get, set } = Object.getOwnPropertyDescriptor(Error.prototype, 'stack') ?? {}
  if (!get) return
  Object.defineProperty(Error.prototype, 'stack', {
    configurable: true,
    get(this: Error) {
      return v8Stack(this, get.call(this))
    },
    set,
  })
  const { captureStackTrace } = Error
  Error.captureStackTrace = (error: Error, above) => {
    captureStackTrace(error, above)
    error.stack = v8Stack(error, error.stack)
  }
}

/** From now on, what a stack says of the packages is where they are in a project, and not the address of this script. */
export function namePackages(): void {
  address = globalThis.location.href
  if (IS_FIREFOX) return
  Error.prepareStackTrace = (error, frames) =>
    [String(error), ...frames.map((frame) => `    at ${withPackages(String(frame))}`)].join('\n')
}

const PACKAGES = 'node_modules'
let address = ''

function withPackages(place: string): string {
  return address ? place.replace(address, PACKAGES) : place
}

/** The stack of an error, from the one that Firefox gives. */
export function v8Stack(error: Error, stack: string | undefined): string | undefined {
  if (typeof stack !== 'string') return stack
  const frames = stack.split('\n').flatMap((line) => {
    const { caller, place } = FRAME.exec(line)?.groups ?? {}
    if (!place) return []
    const shown = withPackages(place)
    return caller ? `    at ${caller} (${shown})` : `    at ${shown}`
  })
  return [Error.prototype.toString.call(error), ...frames].join('\n')
}
