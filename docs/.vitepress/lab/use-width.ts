import { onMounted, onUnmounted, type ShallowRef, shallowRef } from 'vue'

/** How wide an element is, in pixels, from when it is mounted on. */
export function useWidth(element: Readonly<ShallowRef<HTMLElement | null>>): Readonly<ShallowRef<number>> {
  const width = shallowRef(0)
  const observer = new ResizeObserver(measure)

  function measure(): void {
    width.value = element.value?.clientWidth ?? 0
  }

  onMounted(() => {
    measure()
    if (element.value) observer.observe(element.value)
  })
  onUnmounted(() => observer.disconnect())
  return width
}
