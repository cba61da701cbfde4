import { computed, ref, shallowRef } from 'vue'
import { openLaboratory } from '../../../workbook/lab/page/open.ts'
import type { Provoked } from '../../../workbook/lab/page/scene.ts'
import { SCENE as TEXTS } from './texts.ts'

/** The scene of a lesson's problem: its text, which can be changed, and what came of the last run. */
export function useScene(slug: string) {
  const start = ref('')
  const text = ref('')
  const message = ref('')
  const provoked = shallowRef<Provoked & { changed: boolean }>()
  const changed = computed(() => text.value !== start.value)

  /** Nothing of the laboratory is asked for before. */
  async function open() {
    message.value ||= TEXTS.loading
    const laboratory = await openLaboratory()
    const lesson = laboratory.lessons.find((one) => one.slug === slug)
    if (!lesson) throw new Error(`There is no lesson ${slug}`)
    if (!start.value) {
      start.value = laboratory.sceneText(lesson)
      text.value = start.value
    }
    return { laboratory, lesson }
  }

  async function provoke() {
    if (message.value) return
    try {
      const { laboratory, lesson } = await open()
      message.value = TEXTS.running
      const ran = text.value
      const result = await laboratory.provoke(lesson, ran)
      provoked.value = { ...result, changed: ran !== start.value }
      message.value = ''
    } catch {
      fail()
    }
  }

  /** Whether there is a text to change. */
  async function edit(): Promise<boolean> {
    try {
      await open()
      message.value = ''
      return true
    } catch {
      fail()
      return false
    }
  }

  function restore() {
    text.value = start.value
  }

  function fail() {
    message.value = ''
    provoked.value = { printed: '', failure: { sentence: TEXTS.failed }, changed: false }
  }

  return { start, text, message, provoked, changed, provoke, edit, restore }
}
