import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { loadEnvFile } from 'node:process'
import type { Origins } from '../../attack/curl.ts'
import { attackedEnvironment } from '../../attack/environment.ts'
import { FAMILIES } from '../../attack/families/all.ts'
import { NoControl, raid } from '../../attack/raid.ts'
import { attackedThrough, mapOfLesson, ROUTE_NAMES, type RouteMap } from '../../attack/route-map.ts'
import { Target } from '../../attack/target.ts'
import type { Condition } from '../../curriculum/imports.ts'
import { appOf, FINALS } from '../../curriculum/lesson.ts'
import { LESSONS, loadLessons } from '../../curriculum/lessons.ts'
import { ROOT } from '../../curriculum/paths.ts'
import { type AppNews, AppServer } from '../../session/app-server.ts'
import { chooseLesson } from '../../session/choice.ts'
import { paintFor } from '../../session/report/paint.ts'
import { wrap } from '../../session/report/wrap.ts'
import { complain } from '../named-lesson.ts'
import { HELP } from './help.ts'
import { type AttackOptions, readOptions } from './options.ts'
import { readMap, usualMap } from './read-map.ts'
import { heldAll, scoreboard } from './scoreboard.ts'
import { TEXTS } from './texts.ts'
import { transport } from './transport.ts'

/** A server that is there to be attacked. */
interface Prey {
  title: string
  map: RouteMap
  origins: Origins
  /** Its certificate, if it is ours. */
  ca?: string
  /** The last lesson whose attacks count. */
  lesson: number
  /** Whether it is somebody else's: then it may lack something. */
  foreign: boolean
}

/** `npm run ataca [n | final] [--url …]`: attacks a server of this machine. The exit code is 0 if it holds all. */
export async function attack(args: string[]): Promise<number> {
  const options = readOptions(args)
  if ('refused' in options) return complain(options.refused)
  if (options.help) {
    console.log(HELP)
    return 0
  }
  return options.url ? attackAddress(options.url, options) : attackLesson(options)
}

async function attackAddress(url: URL, options: AttackOptions): Promise<number> {
  const read = options.map === undefined ? usualMap(TEXTS.lastOfBook) : readMap(options.map)
  if ('refused' in read) return complain(read.refused)
  const prefix = url.pathname.replace(/\/$/, '')
  const plain = read.plain ?? url
  return launch(
    {
      title: TEXTS.address(url.origin + prefix),
      map: under(prefix, read.map),
      origins: { secure: url.origin, plain: plain.origin },
      lesson: TEXTS.lastLesson,
      foreign: true,
    },
    options,
  )
}

/** The same routes behind a prefix. */
function under(prefix: string, map: RouteMap): RouteMap {
  const moved = ROUTE_NAMES.flatMap((name) => {
    const route = map[name]
    return route ? [[name, { ...route, path: prefix + route.path }]] : []
  })
  return { ...map, ...Object.fromEntries(moved) }
}

async function attackLesson(options: AttackOptions): Promise<number> {
  const { lessons, allMine } = await chooseLesson(options.name ?? FINALS.book)
  const chosen = appOf(lessons)
  const through = attackedThrough(chosen.number)
  const app = LESSONS.find(({ number }) => number === through)
  const other = through === chosen.number ? undefined : 'primera'
  const condition = allMine ? 'mio' : other
  console.log(TEXTS.starting)
  // Known to whoever attacks, as the secret is: what other programs of ours could sign is tried too.
  const environment = await attackedEnvironment()
  Object.assign(process.env, environment)
  const server = new LessonServer(app?.slug ?? chosen.slug, condition)
  try {
    const started = await server.started
    if (started.kind !== 'ready') return complain(TEXTS.notStarted(started.reason))
    const [secure = '', plain = secure] = started.addresses
    const code = await launch(
      {
        title: allMine ? TEXTS.final : TEXTS.lesson(`${chosen.number}, «${chosen.manifest.titulo}»`),
        map: {
          ...mapOfLesson(chosen.number, { secret: secretOfServer(), privateKey: environment.JWT_CLAVES }),
          origin: secure,
        },
        origins: { secure, plain },
        ca: started.ca,
        lesson: chosen.number,
        foreign: false,
      },
      options,
    )
    if (code && process.stdin.isTTY && process.stdout.isTTY) await untilEnter(TEXTS.again(plain))
    return code
  } finally {
    await server.close()
  }
}

async function launch(prey: Prey, options: AttackOptions): Promise<number> {
  const { title, map, origins, ca, lesson, foreign } = prey
  const target = new Target(map, transport(origins, { ca }), origins.secure !== origins.plain)
  console.log(`${title}\n`)
  try {
    const found = await raid(target, FAMILIES, { lesson, onResult: tellProgress() })
    const lessons = await loadLessons()
    const titleOf = (number: number) => lessons.find((each) => each.number === number)?.manifest.titulo ?? ''
    const told = { origins, titleOf, all: options.all, tellSkipped: foreign }
    console.log(scoreboard(found, told, paintFor(process.stdout)).join('\n'))
    return heldAll(found) ? 0 : 1
  } catch (error) {
    if (error instanceof NoControl) return complain(error.message)
    throw error
  }
}

/** One line that is written over, and that is gone at the end; nothing where nobody looks. */
function tellProgress(): (done: number, all: number) => void {
  const { stdout } = process
  if (!stdout.isTTY) return () => {}
  return (done, all) => stdout.write(done < all ? `\r${TEXTS.progress(done, all)}` : '\r\x1b[K')
}

/** The server of a lesson, from its start to its end. */
class LessonServer {
  readonly started: Promise<Extract<AppNews, { kind: 'ready' | 'failed' }>>
  readonly #app: AppServer

  constructor(slug: string, condition: Condition | undefined) {
    let tell: (news: AppNews) => void = () => {}
    this.#app = new AppServer(slug, condition, (news) => tell(news))
    this.started = new Promise((resolve) => {
      tell = (news) => void ((news.kind === 'ready' || news.kind === 'failed') && resolve(news))
    })
    void this.#app.restart()
  }

  close(): Promise<void> {
    return this.#app.close()
  }
}

/** The one that the server has just read, or made. */
function secretOfServer(): string | undefined {
  const file = join(ROOT, '.env')
  if (existsSync(file)) loadEnvFile(file)
  return process.env.JWT_SECRETO
}

async function untilEnter(sentence: string): Promise<void> {
  console.log(`\n${wrap(sentence, 0).join('\n')}`)
  await new Promise((resolve) => process.stdin.once('data', resolve).once('end', resolve))
  process.stdin.pause()
}
