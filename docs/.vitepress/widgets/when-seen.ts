// Enough for it to be there when the reader arrives.
const MARGIN = '400px'

/** Calls once, when the element is about to be seen. */
export function whenSeen(element: Element, act: () => void): void {
  const observer = new IntersectionObserver(
    ([entry]) => {
      if (!entry?.isIntersecting) return
      observer.disconnect()
      act()
    },
    { rootMargin: MARGIN },
  )
  observer.observe(element)
}
