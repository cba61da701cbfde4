import { onMounted, onUnmounted } from 'vue'

/** With less height than this, there is a keyboard on the screen: there is room for what is written and little more. */
const LOW = 480
const MAGNIFIED = 1.05

/** Keeps in the style of the page the part of it that is in sight, in pixels: a phone draws its keyboard over the rest. */
export function useVisibleArea(): void {
  function fit(): void {
    const { height, offsetTop, scale } = visualViewport!
    // Whoever magnifies the page looks at a part of the whole.
    if (scale > MAGNIFIED) return
    const { style, classList } = document.documentElement
    style.setProperty('--visible-alto', `${height}px`)
    style.setProperty('--visible-cima', `${offsetTop}px`)
    classList.toggle('pantalla-baja', height < LOW)
  }

  onMounted(() => {
    fit()
    visualViewport!.addEventListener('resize', fit)
    visualViewport!.addEventListener('scroll', fit)
  })
  onUnmounted(() => {
    visualViewport!.removeEventListener('resize', fit)
    visualViewport!.removeEventListener('scroll', fit)
  })
}
