import { execFile } from 'node:child_process'
import { createRequire } from 'node:module'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** What Lighthouse measures, with the least that we accept of 100. */
export const GOALS = { performance: 95, accessibility: 100, 'best-practices': 100, seo: 100 } as const

export type Category = keyof typeof GOALS

export const CATEGORIES = Object.keys(GOALS) as Category[]

/** The scores of a page, of 100, and the audits that took points from it, as «category: audit». */
export interface PageScores {
  page: string
  scores: Record<Category, number>
  lost: string[]
}

interface Report {
  categories: Record<string, { score: number | null; auditRefs: { id: string; weight: number }[] }>
  audits: Record<string, { score: number | null; title: string }>
}

// Without a sandbox: containers have none, and it opens nothing but our own pages.
const OPTIONS = [
  '--output=json',
  '--quiet',
  '--locale=es',
  '--chrome-flags=--headless=new --no-sandbox',
  `--only-categories=${CATEGORIES.join(',')}`,
]

/** The program of Lighthouse, which the project does not install; nothing if this Node cannot run it. */
export function findLighthouse(): string | undefined {
  if (!runsLighthouse(process.versions.node)) return undefined
  try {
    return createRequire(import.meta.url).resolve('lighthouse/cli/index.js')
  } catch {
    return undefined
  }
}

/** Whether a version of Node is one that Lighthouse 13 asks for: 22.19 or later. */
export function runsLighthouse(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return major > 22 || (major === 22 && minor >= 19)
}

/** Opens a page on a simulated mobile phone and scores it. Throws what Lighthouse says if it cannot. */
export async function scorePage(program: string, page: string, site: string): Promise<PageScores> {
  const { stdout } = await run(process.execPath, [program, site + page, ...OPTIONS], {
    maxBuffer: 64 * 1024 * 1024,
  })
  return readScores(page, JSON.parse(stdout))
}

/** The scores of a report. A category that could not be measured counts as 0. */
export function readScores(page: string, { categories, audits }: Report): PageScores {
  const scoreOf = (category: Category) => Math.round((categories[category]?.score ?? 0) * 100)
  const lost = CATEGORIES.filter((category) => scoreOf(category) < GOALS[category]).flatMap((category) => {
    const weighted = categories[category]?.auditRefs.filter(({ weight }) => weight > 0) ?? []
    const failed = weighted.filter(({ id }) => (audits[id]?.score ?? 1) < 0.9)
    return failed.map(({ id }) => `${category}: ${audits[id]?.title}`)
  })
  const scores = Object.fromEntries(CATEGORIES.map((category) => [category, scoreOf(category)]))
  return { page, scores: scores as PageScores['scores'], lost }
}

/** Whether a page reaches every goal. */
export function reachesGoals({ scores }: PageScores): boolean {
  return CATEGORIES.every((category) => scores[category] >= GOALS[category])
}
