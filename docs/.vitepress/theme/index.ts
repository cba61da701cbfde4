import type { Theme } from 'vitepress'
// The reader's own fonts: 150 kB less before the first word can be read.
import DefaultTheme from 'vitepress/theme-without-fonts'
import { whenDeskOpens } from '../desk/desk.ts'
import Laboratory from '../lab/Laboratory.vue'
import LiveStatus from '../live/LiveStatus.vue'
import { ON_SOLVED } from '../live/solved.ts'
import MuseumGate from '../museum/MuseumGate.vue'
import { keepForOffline } from '../offline/register.ts'
import Provoke from '../problem/Provoke.vue'
import LessonDone from '../progress/LessonDone.vue'
import { useSidebarMarks } from '../progress/sidebar-marks.ts'
import { markSolved } from '../progress/store.ts'
import Quiz from '../quiz/Quiz.vue'
import InTerminal from '../routes/InTerminal.vue'
import RouteChoice from '../routes/RouteChoice.vue'
import Widget from '../widgets/Widget.vue'
import Layout from './Layout.vue'
import { printInLight } from './paper.ts'
import { whenIdle } from './when-idle.ts'
import '../markdown/diagram.css'
import '../measures/chart.css'
import './fonts.css'
import './identity.css'
import './style.css'
import '../routes/routes.css'
import './print.css'

export default {
  extends: DefaultTheme,
  Layout,
  enhanceApp({ app }) {
    app.component('Laboratory', whenIdle(Laboratory, whenDeskOpens))
    app.component('LessonDone', whenIdle(LessonDone))
    app.component('MuseumGate', whenIdle(MuseumGate))
    app.component('InTerminal', whenIdle(InTerminal))
    app.component('Provoke', whenIdle(Provoke))
    app.component('Quiz', whenIdle(Quiz))
    app.component('RouteChoice', whenIdle(RouteChoice))
    app.component('Widget', whenIdle(Widget))
    app.component('LiveStatus', LiveStatus)
    app.provide(ON_SOLVED, markSolved)
    if (import.meta.env.SSR) return
    keepForOffline()
    printInLight()
  },
  setup: useSidebarMarks,
} satisfies Theme
