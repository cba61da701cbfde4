import { defineAsyncComponent, h } from 'vue'

/** Only for who opens the bench. Its place is there at once, so that nothing moves when it comes. */
export const DeskHeader = defineAsyncComponent({
  loader: () => import('./DeskHeader.vue'),
  loadingComponent: () => h('header', { class: 'cabeza' }),
  delay: 0,
})
