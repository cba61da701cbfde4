import { computed, ref } from 'vue'
import type { Lesson } from '../../../workbook/curriculum/lesson.ts'
import { TEXTS as SHARED } from '../../../workbook/verdict/texts.ts'
import { download, readText } from './text-files.ts'
import { TEXTS } from './texts.ts'
import type { Bench } from './use-bench.ts'

/** What can be done with the file of a lesson as a whole, and what is said of it. */
export function useFileTools(bench: Bench, lesson: () => Lesson) {
  const said = ref('')
  const draft = computed(() => bench.drafts.draftOf(lesson().slug))

  function reset() {
    const start = bench.startOf(lesson())
    const changed = draft.value.text !== start
    if (changed) bench.replace(lesson(), start, draft.value.text)
    said.value = changed ? TEXTS.resetDone : SHARED.resetNothing
  }

  function undo() {
    bench.replace(lesson(), draft.value.previous!)
    said.value = TEXTS.undone
  }

  async function upload({ target }: Event) {
    const input = target as HTMLInputElement
    const [chosen] = input.files ?? []
    if (!chosen) return
    const text = await readText(chosen)
    input.value = ''
    if (text !== undefined) bench.replace(lesson(), text, draft.value.text)
    said.value = text === undefined ? TEXTS.notText : TEXTS.uploaded(chosen.name)
  }

  const save = () => download(lesson().manifest.archivo, draft.value.text)
  const canUndo = computed(() => draft.value.previous !== undefined)
  return { said, canUndo, reset, undo, upload, save }
}

export type FileToolsOf = ReturnType<typeof useFileTools>
