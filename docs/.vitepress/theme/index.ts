import type { Theme } from 'vitepress'
import DefaultTheme from 'vitepress/theme'
import LiveStatus from '../live/LiveStatus.vue'
import { keepForOffline } from '../offline/register.ts'
import Widget from '../widgets/Widget.vue'
import './style.css'

export default {
  extends: DefaultTheme,
  enhanceApp({ app }) {
    app.component('Widget', Widget)
    app.component('LiveStatus', LiveStatus)
    if (!import.meta.env.SSR) keepForOffline()
  },
} satisfies Theme
