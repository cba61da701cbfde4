// The app of a lesson, with any text of its modules, on ports of its own and attacked.
import { createSecretKey, type KeyObject } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build, type Plugin } from 'esbuild'
import type { Express } from 'express'
import { type Certificado, generarCertificado } from '../../../lessons/comun/certificado.ts'
import type { Almacen } from '../../../lessons/comun/usuarios.ts'
import type { Family } from '../../attack/attack.ts'
import { attackedEnvironment } from '../../attack/environment.ts'
import { type FamilyResult, raid } from '../../attack/raid.ts'
import { attackedThrough, mapOfLesson } from '../../attack/route-map.ts'
import { Target } from '../../attack/target.ts'
import { transport } from '../../commands/attack/transport.ts'
import type { Lesson } from '../../curriculum/lesson.ts'
import { loadLessons } from '../../curriculum/lessons.ts'
import { ROOT } from '../../curriculum/paths.ts'

const SECRET = 'tan-al-azar-como-4f1b9c07-para-una-prueba'
/** For what never ends, and not for what is slow on a busy machine. In milliseconds. */
const PATIENCE_MS = 30_000

export interface AppModule {
  crearApp: (options: { secreto: KeyObject; almacen?: Almacen; origen?: string }) => Express
  opcionesDe?: (environment: Record<string, string>) => object | Promise<object>
  crearServidor: (app: Express) => Server
  crearServidorSeguro: (app: Express, certificate: Certificado) => Server
}

export const LESSONS: readonly Lesson[] = await loadLessons()
const ENVIRONMENT = await attackedEnvironment()

let certificate: Promise<Certificado> | undefined

/** The app that `npm run ataca` attacks for a lesson, with a text in the place of its module. */
export async function loadApp(lesson: Lesson, source: string, folder: string): Promise<AppModule> {
  const through = attackedThrough(lesson.number)
  const { slug } = LESSONS.find(({ number }) => number === through) ?? lesson
  const { outputFiles } = await build({
    stdin: {
      contents: `export * from './lessons/${slug}/app.ts'\nexport * from './lessons/comun/http.ts'`,
      resolveDir: ROOT,
    },
    ...{ bundle: true, write: false, format: 'esm', platform: 'node', target: 'node20', logLevel: 'silent' },
    conditions: ['solucion'],
    plugins: [withText(lesson.solution, source)],
  })
  const file = join(folder, `app-${lesson.number}-${Math.random().toString(36).slice(2)}.mjs`)
  writeFileSync(file, outputFiles[0]?.text ?? '')
  return import(/* @vite-ignore */ pathToFileURL(file).href)
}

/** Attacks the app with everything that a lesson and those before it prevent, or with some families. */
export async function attackApp(
  { crearApp, opcionesDe, crearServidor, crearServidorSeguro }: AppModule,
  lesson: Lesson,
  families: readonly Family[],
  almacen?: Almacen,
): Promise<FamilyResult[]> {
  const secreto = createSecretKey(SECRET, 'utf8')
  const open: Server[] = []
  const listen = async (server: Server) => {
    open.push(server)
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    return (server.address() as AddressInfo).port
  }
  let app: Express
  let secure: string | undefined
  let ca: string | undefined
  if (lesson.manifest.https) {
    certificate ??= generarCertificado()
    const later = ((req, res) => app(req, res)) as Express
    secure = `https://localhost:${await listen(crearServidorSeguro(later, await certificate))}`
    ca = (await certificate).cert
  }
  app = crearApp({ secreto, almacen, origen: secure, ...(await opcionesDe?.({ ...ENVIRONMENT })) })
  const plain = `http://127.0.0.1:${await listen(crearServidor(app))}`
  const send = transport({ secure: secure ?? plain, plain }, { ca, patience: PATIENCE_MS })
  const map = mapOfLesson(lesson.number, { secret: SECRET, privateKey: ENVIRONMENT.JWT_CLAVES })
  const target = new Target({ ...map, origin: secure }, send, secure !== undefined)
  try {
    return await raid(target, families, { lesson: lesson.number })
  } finally {
    for (const server of open) server.close()
  }
}

/** Another text in the place of a file; packages stay where they are, and what scrypt gave is remembered. */
function withText(path: string, source: string): Plugin {
  return {
    name: 'with-text',
    setup({ onLoad, onResolve }) {
      onLoad({ filter: /\.ts$/ }, (file) =>
        file.path.replaceAll('\\', '/') === path ? { contents: source, loader: 'ts' } : undefined,
      )
      onResolve({ filter: /^node:crypto$/ }, ({ importer }) =>
        importer.endsWith('datos-sensibles.ts')
          ? { path: join(ROOT, 'workbook/proof/support/remembered-crypto.ts') }
          : undefined,
      )
      onResolve({ filter: /^[^./#]/ }, ({ path: name, kind }) =>
        kind === 'entry-point' || /^node:|^[A-Z]:/.test(name)
          ? undefined
          : { path: import.meta.resolve(name), external: true },
      )
    },
  }
}
