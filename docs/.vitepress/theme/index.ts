import type { Theme } from 'vitepress'
import DefaultTheme from 'vitepress/theme'
import { keepForOffline } from '../offline/register.ts'
import Widget from '../widgets/Widget.vue'
import './style.css'

export default {
  extends: DefaultTheme,
  enhanceApp({ app }) {
    app.component('Widget', Widget)
    if (!import.meta.env.SSR) keepForOffline()
  },
} satisfies Theme
