import { onMounted, onUnmounted } from 'vue'
import { desk } from '../desk/desk.ts'

/** Ctrl+S or Cmd+S checks wherever the reader is on the bench, and there it never saves the page. */
export function useCheckKey(check: () => void): void {
  function hear(event: KeyboardEvent): void {
    const { target, key, ctrlKey, metaKey, altKey, shiftKey } = event
    const isKey = desk.open && key.toLowerCase() === 's' && (ctrlKey || metaKey) && !altKey && !shiftKey
    // With a click on a text, nothing has the focus.
    if (
      !isKey ||
      !(target instanceof Element) ||
      !(target === document.body || target.closest('.laboratorio, .mesa-marco'))
    )
      return
    event.preventDefault()
    if (!event.repeat) check()
  }

  onMounted(() => document.addEventListener('keydown', hear))
  onUnmounted(() => document.removeEventListener('keydown', hear))
}
