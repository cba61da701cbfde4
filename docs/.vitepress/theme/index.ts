import type { Theme } from 'vitepress'
import DefaultTheme from 'vitepress/theme'
import Widget from '../widgets/Widget.vue'
import './style.css'

export default {
  extends: DefaultTheme,
  enhanceApp({ app }) {
    app.component('Widget', Widget)
  },
} satisfies Theme
