import { fileURLToPath } from 'node:url'

/** The project's folder, with a final slash. Slashes also on Windows, as in the paths that Vite gives. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url)).replaceAll('\\', '/')
