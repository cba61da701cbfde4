import type { Component } from 'vue'

type Load = () => Promise<{ default: Component }>

/** What a page may show with `<Widget name="…" />`: the reader who never sees one never downloads it. */
export const WIDGETS = {
  'two-keys': () => import('./two-keys/TwoKeys.vue'),
  'session-console': () => import('./session-console/SessionConsole.vue'),
  'request-path': () => import('./request-path/RequestPath.vue'),
  'signing-workshop': () => import('./signing-workshop/SigningWorkshop.vue'),
  'token-diagnosis': () => import('./token-diagnosis/TokenDiagnosis.vue'),
  'leak-scanner': () => import('./leak-scanner/LeakScanner.vue'),
  'network-spy': () => import('./network-spy/NetworkSpy.vue'),
  'cookie-sender': () => import('./cookie-sender/CookieSender.vue'),
  'key-ring': () => import('./key-ring/KeyRing.vue'),
  forger: () => import('./forger/Forger.vue'),
  inspector: () => import('./inspector/Inspector.vue'),
  'three-processes': () => import('./three-processes/ThreeProcesses.vue'),
  timeline: () => import('./timeline/Timeline.vue'),
} satisfies Record<string, Load>

export type WidgetName = keyof typeof WIDGETS
