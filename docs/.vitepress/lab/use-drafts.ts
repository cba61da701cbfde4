import { onMounted, onUnmounted, ref, shallowReactive } from 'vue'
import { type Draft, Drafts, draftKey, newDraft } from './drafts.ts'
import { ownStorage } from './own-storage.ts'

/** A lesson and the text that it starts with. */
interface Beginning {
  slug: string
  start: string
}

/** The drafts of these lessons while the component is shown, and which of them another tab has changed. */
export function useDrafts(lessons: readonly Beginning[]) {
  const kept = new Drafts(ownStorage())
  const drafts = shallowReactive(new Map<string, Draft>())
  const foreign = shallowReactive(new Set<string>())
  const refused = ref(false)
  const unsaved = new Set<string>()

  const begin = ({ slug, start }: Beginning) => kept.read(slug) ?? newDraft(start)
  for (const lesson of lessons) drafts.set(lesson.slug, begin(lesson))
  const draftOf = (slug: string) => drafts.get(slug)!

  function update(slug: string, news: Partial<Draft>): void {
    drafts.set(slug, { ...draftOf(slug), ...news })
    unsaved.add(slug)
  }

  function save(): void {
    for (const slug of unsaved) {
      const outcome = kept.save(slug, draftOf(slug))
      refused.value = outcome === 'refused'
      if (outcome === 'foreign') foreign.add(slug)
      else unsaved.delete(slug)
    }
  }

  /** Takes the text of the other tab. */
  function takeForeign(slug: string): void {
    const draft = kept.read(slug)
    if (draft) drafts.set(slug, draft)
    unsaved.delete(slug)
    foreign.delete(slug)
  }

  /** Keeps the text of this tab over the other one's. */
  function keepMine(slug: string): void {
    kept.read(slug)
    unsaved.add(slug)
    foreign.delete(slug)
    save()
  }

  function hear({ key }: StorageEvent): void {
    const slug = [...drafts.keys()].find((slug) => draftKey(slug) === key)
    if (!slug) return
    if (kept.isForeign(slug, draftOf(slug).text)) foreign.add(slug)
    else foreign.delete(slug)
  }

  onMounted(() => {
    addEventListener('storage', hear)
    addEventListener('pagehide', save)
  })
  onUnmounted(() => {
    removeEventListener('storage', hear)
    removeEventListener('pagehide', save)
    save()
  })
  return { draftOf, update, save, foreign, takeForeign, keepMine, refused }
}
