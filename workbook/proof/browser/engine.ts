import { type Browser, type BrowserServer, chromium, firefox } from 'playwright-core'
import { launchBrowser } from './launch.ts'
import { launchFirefox } from './launch-firefox.ts'

/** Starts the browser of a project (vitest.config.ts): Chromium, or Firefox if this machine has one. */
export function launchEngine(inFirefox: boolean | undefined): Promise<BrowserServer | undefined> {
  return inFirefox ? launchFirefox() : launchBrowser()
}

/** Reaches a browser that `launchEngine` has started. */
export function connectEngine(endpoint: string, inFirefox: boolean | undefined): Promise<Browser> {
  return (inFirefox ? firefox : chromium).connect(endpoint)
}
