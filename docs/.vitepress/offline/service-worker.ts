/// <reference lib="webworker" />
import { cleanupOutdatedCaches, type PrecacheEntry, precacheAndRoute } from 'workbox-precaching'

declare const self: ServiceWorkerGlobalScope
/** Every file of the built site, written here by the build. */
declare const SITE_FILES: PrecacheEntry[]

// The new version of the site takes over at once: its pages and its scripts belong together.
self.skipWaiting()
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))

cleanupOutdatedCaches()
// What follows the `?` of an address is for the page: there is one file, whatever it says.
precacheAndRoute(SITE_FILES, { cleanURLs: true, ignoreURLParametersMatching: [/./] })
