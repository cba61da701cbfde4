// Where the site will be published is known only to who publishes it: the workflow that does sets these.
const { SITIO_URL, GITHUB_REPOSITORY } = process.env

/** The address of the published site, if it is known while building. */
export const SITE_URL: URL | undefined = SITIO_URL ? new URL(SITIO_URL) : undefined

/** The path under which the site is served, between slashes. */
export const BASE = SITE_URL ? SITE_URL.pathname.replace(/\/*$/, '/') : '/'

/** Where a reader proposes a change to a page, if the repository is known while building. */
export const EDIT_PATTERN: string | undefined =
  GITHUB_REPOSITORY && `https://github.com/${GITHUB_REPOSITORY}/edit/main/docs/:path`
