// Attacks a server, after making sure that it lets in who may, and makes sure of that again at the end.
import { type Attack, type Family, isFine, type Need, NoAnswer, type Verdict } from './attack.ts'
import { bearer, type Exchange, type Target } from './target.ts'
import { TEXTS } from './texts.ts'

/** How an attack ended: the request that decided it, and what it lacked if it was not launched. */
export interface Result extends Partial<Exchange> {
  attack: Attack
  verdict: Verdict
  why?: string
  need?: Need
}

export interface FamilyResult {
  family: Family
  results: Result[]
}

/** Nothing can be said of this server: why, in one sentence in Spanish. */
export class NoControl extends Error {}

export interface RaidOptions {
  /** The last lesson whose attacks count. */
  lesson: number
  onResult?: (done: number, all: number) => void
}

const SILENCES_ALLOWED = 3
/** A good token that lasts less than this is changed for another, in seconds. */
const FRESH_SECONDS = 30

/** Throws a `NoControl` if nothing can be judged: before the first attack, or because the server is no more. */
export async function raid(
  target: Target,
  families: readonly Family[],
  { lesson, onResult = () => {} }: RaidOptions,
): Promise<FamilyResult[]> {
  await takeControl(target)
  const counted = families.map((family) => ({
    family,
    attacks: family.attacks.filter((attack) => attack.lesson <= lesson),
  }))
  const all = counted.reduce((sum, { attacks }) => sum + attacks.length, 0)
  const found: FamilyResult[] = []
  let done = 0
  let silences = 0
  let lockedOut = false
  for (const { family, attacks } of counted) {
    const results: Result[] = []
    for (const attack of attacks) {
      const result: Result = lockedOut ? notLaunched(attack) : await launch(attack, target)
      // Such as one that closes everybody's session: what comes after it would be refused for that.
      lockedOut ||= result.verdict === 'in' && attack.needs.includes('logout') && !(await revive(target))
      silences = result.verdict === 'unclear' && !result.answer && !lockedOut ? silences + 1 : 0
      if (silences === SILENCES_ALLOWED) throw new NoControl(TEXTS.silent(silences))
      results.push(result)
      onResult(++done, all)
    }
    if (results.length) found.push({ family, results })
  }
  if (!lockedOut) await keepControl(target)
  return found
}

function notLaunched(attack: Attack): Result {
  return { attack, verdict: 'unclear', why: TEXTS.lockedOut }
}

/** Whether the account may still enter, if need be with another token. */
async function revive(target: Target): Promise<boolean> {
  if (isFine(await target.askProfile(bearer(target.token)))) return true
  target.takeToken((await target.enter()) ?? target.token)
  return isFine(await target.askProfile(bearer(target.token)))
}

async function launch(attack: Attack, target: Target): Promise<Result> {
  const need = attack.needs.find((need) => !target.has(need))
  if (need) return { attack, verdict: 'skipped', need }
  try {
    await renew(target)
    target.forget()
    return { attack, ...(await attack.launch(target)), ...target.last }
  } catch (error) {
    if (!(error instanceof NoAnswer)) throw error
    return { attack, verdict: 'unclear', why: error.message, ...target.last }
  }
}

/** Half of the attacks need a token that is good: one that expired would be refused for that. */
async function renew(target: Target): Promise<void> {
  const left = Number(target.claims.exp) - target.now
  if (!(left < Math.min(FRESH_SECONDS, target.lifetime / 2))) return
  target.takeToken((await target.enter()) ?? target.token)
}

async function takeControl(target: Target): Promise<void> {
  const { map } = target
  const login = TEXTS.call(map.login)
  const answer = await answered(target.opening())
  if (!isFine(answer)) throw new NoControl(TEXTS.noLogin(login, answer.status))
  const token = target.tokenIn(answer)
  if (token?.split('.').length !== 3) throw new NoControl(TEXTS.noToken(login, map.fields.token))
  target.takeToken(token)
  await target.readKeys()
  const isHmac = String(target.header.alg).startsWith('HS')
  if (isHmac && map.secret !== undefined && !(await target.isSecret(map.secret)))
    throw new NoControl(TEXTS.wrongSecret)
  if (map.profile) {
    target.profile = await answered(target.askProfile(bearer(token)))
    if (!isFine(target.profile))
      throw new NoControl(TEXTS.noProfile(TEXTS.call(map.profile), target.profile.status))
    if (map.privateKey && !isFine(await target.askProfile(bearer(await target.sign({})))))
      throw new NoControl(TEXTS.wrongKey)
  }
  if (map.admin && map.adminAccount) await takeAdmin(target)
  if (map.renew && !target.renewalIn(answer)) throw new NoControl(TEXTS.noRenewal(login, map.fields.renewal))
  if (map.renew) {
    const { status } = await answered(target.renew(target.renewalIn(answer)))
    if (!isFine({ status })) throw new NoControl(TEXTS.noRenewing(TEXTS.call(map.renew), status))
  }
  if (map.cookieLogin && !(await answered(target.cookies())))
    throw new NoControl(TEXTS.noCookies(TEXTS.call(map.cookieLogin)))
}

async function takeAdmin(target: Target): Promise<void> {
  target.adminToken = (await target.enter(target.map.adminAccount)) ?? ''
  const { status } = await answered(target.askAdmin(target.adminToken))
  if (!isFine({ status })) throw new NoControl(TEXTS.noAdmin(TEXTS.call(target.route('admin')), status))
}

async function keepControl(target: Target): Promise<void> {
  if (!target.map.profile) return
  const route = TEXTS.call(target.map.profile)
  await renew(target)
  try {
    const { status } = await target.askProfile(bearer(target.token))
    if (!isFine({ status })) throw new NoControl(TEXTS.died(route, `responde ${status}`))
  } catch (error) {
    if (error instanceof NoAnswer) throw new NoControl(TEXTS.died(route, error.message))
    throw error
  }
}

async function answered<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer
  } catch (error) {
    if (error instanceof NoAnswer) throw new NoControl(TEXTS.noAnswer(error.message))
    throw error
  }
}
