// Links the modules of the project as Node would, from texts in memory: own imports by condition, paths
// with their extension, packages from the bundle.
import type { Condition } from '../../curriculum/imports.ts'
import { type OwnImports, pathOfImport } from '../../curriculum/own-imports.ts'
import { withoutScheme } from '../modules.ts'
import { type Compiled, compile } from './compile.ts'

export interface Project {
  files: Readonly<Record<string, string>>
  imports: OwnImports
  condition?: Condition
  /** What `import` gives for a name that is no path. */
  importable: Readonly<Record<string, unknown>>
  /** What there is to import in Node, by its names without `node:`. */
  packages?: Readonly<Record<string, unknown>>
}

/** What `vi.resetModules` expects of a module. */
interface Module {
  file: string
  importers: Set<string>
  exports: object
  compiled: Compiled
  evaluated: boolean
  loading?: Promise<unknown>
}

export class Linker {
  readonly modules = new Map<string, Module>()
  readonly #project: Project

  constructor(project: Project) {
    this.#project = project
  }

  /** Evaluates a module after all that it imports; one that is already on its way is not awaited again. */
  async load(file: string, importers: readonly string[] = []): Promise<object> {
    const module = this.#module(file)
    if (importers.includes(file)) return module.exports
    module.loading ??= this.#evaluateInOrder(module, [...importers, file])
    await module.loading
    return module.exports
  }

  async #evaluateInOrder(module: Module, importers: readonly string[]): Promise<void> {
    for (const name of module.compiled.imports) {
      const found = this.#resolve(name, module.file)
      if ('file' in found) await this.load(found.file, importers)
    }
    await this.#evaluate(module)
  }

  #module(file: string): Module {
    const known = this.modules.get(file)
    if (known) return known
    const compiled = compile(file, this.#project.files[file] ?? '')
    const module = { file, importers: new Set<string>(), exports: {}, compiled, evaluated: false }
    this.modules.set(file, module)
    return module
  }

  #evaluate(module: Module): unknown {
    if (module.evaluated) return
    module.evaluated = true
    const require = (name: string) => this.#require(name, module.file)
    return module.compiled.evaluate(module.exports, require, { exports: module.exports }, metaOf(module.file))
  }

  #require(name: string, from: string): unknown {
    const found = this.#resolve(name, from)
    if ('package' in found) return found.package
    const module = this.#module(found.file)
    this.#evaluate(module)
    return module.exports
  }

  #resolve(name: string, from: string): { file: string } | { package: unknown } {
    const { files, imports, condition, importable, packages = {} } = this.#project
    if (Object.hasOwn(importable, name)) return { package: importable[name] }
    const file = pathOfImport(name, from, imports, condition)
    if (file !== undefined && Object.hasOwn(files, file)) return { file }
    if (Object.hasOwn(packages, withoutScheme(name))) throw new Error(`cuaderno:absent ${name}`)
    throw new Error(`Cannot find package '${name}' imported from ${from}`)
  }
}

function metaOf(file: string): object {
  return { url: `file:///${file}`, filename: `/${file}`, env: process.env }
}
