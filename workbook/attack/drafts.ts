// The usual shapes of an attack, so that each one says only what is its own.
import {
  type Answer,
  type Attack,
  type Family,
  IN,
  type Judgement,
  judge,
  type Need,
  unclear,
} from './attack.ts'
import { bearer, type Claims, type Target } from './target.ts'

/** An attack of a family: the lesson of the family prevents it, unless it says another. */
export type Draft = Omit<Attack, 'lesson'> & { lesson?: number }

interface More {
  needs?: readonly Need[]
  lesson?: number
}

export function family(title: string, lesson: number, source: string, drafts: readonly Draft[]): Family {
  return { title, source, attacks: drafts.map((draft) => ({ lesson, ...draft })) }
}

/** Whatever it takes. */
export function attack(
  title: string,
  reason: string,
  launch: (target: Target) => Promise<Judgement>,
  { needs = [], lesson }: More = {},
): Draft {
  return { title, reason, launch, needs, ...(lesson && { lesson }) }
}

/** The protected route with a token that nobody should take. */
export function token(
  title: string,
  reason: string,
  forge: (target: Target) => string | Promise<string>,
  { needs = [], lesson }: More = {},
): Draft {
  const launch = async (target: Target) => judge(await target.askProfile(bearer(await forge(target))))
  return attack(title, reason, launch, { lesson, needs: ['profile', ...needs] })
}

/** The protected route with a token that somebody signed who shares the secret: another program, for instance. */
export function signed(
  title: string,
  reason: string,
  claims: Claims | ((target: Target) => Claims),
  { header, needs = [], lesson }: More & { header?: Claims } = {},
): Draft {
  const forge = (target: Target) =>
    target.sign(typeof claims === 'function' ? claims(target) : claims, header)
  return token(title, reason, forge, { lesson, needs: ['signer', ...needs] })
}

/** The route that wants a role with such a token. */
export function signedForAdmin(title: string, reason: string, claims: (role: string) => Claims): Draft {
  const launch = async (target: Target) =>
    judge(await target.askAdmin(await target.sign(claims(target.map.role))))
  return attack(title, reason, launch, { needs: ['admin', 'signer'] })
}

/** A login that nobody should get through. */
export function login(
  title: string,
  reason: string,
  send: (target: Target) => Promise<Answer>,
  more: More = {},
): Draft {
  return attack(title, reason, async (target) => judgeLogin(target, await send(target)), more)
}

function judgeLogin(target: Target, answer: Answer): Judgement {
  const { verdict } = judge(answer)
  if (verdict !== 'in') return judge(answer)
  return target.tokenIn(answer) ? IN : unclear(`responde ${answer.status} sin entregar ningún token`)
}

/** A way around the guard: it works if it gives what the route gives to a good token. */
export function bypass(title: string, reason: string, send: (target: Target) => Promise<Answer>): Draft {
  const launch = async (target: Target) => {
    const answer = await send(target)
    const { verdict } = judge(answer)
    if (verdict !== 'in' || !answer.body || answer.body === target.profile?.body) return judge(answer)
    return unclear(`responde ${answer.status} con otro contenido`)
  }
  return attack(title, reason, launch, { needs: ['profile'] })
}
