import { computed, shallowRef, watch } from 'vue'
import { type Attack, attacksOf } from './attacks.ts'
import type { Bench } from './use-bench.ts'

/** An attack of one of the lessons of a bench. */
export interface LessonAttack extends Attack {
  id: string
}

/** How the app fared in the last run against the attacks, and which of them got through in one before. */
export function useAttacks({ results, exchanges }: Pick<Bench, 'results' | 'exchanges'>) {
  const through = new Set<string>()
  const stopped = shallowRef<readonly LessonAttack[]>([])
  const attacks = computed<LessonAttack[]>(() =>
    results.value.flatMap((result) =>
      attacksOf(result, exchanges.value).map((attack) => ({
        ...attack,
        id: result.lesson.slug + attack.title,
      })),
    ),
  )
  watch(attacks, (now) => {
    for (const { id, verdict } of now) if (verdict === 'in' || verdict === 'open') through.add(id)
    stopped.value = now.filter(({ id, verdict }) => verdict === 'blocked' && through.has(id))
  })
  return { attacks, stopped }
}
