import { readFileSync } from 'node:fs'
import { ROOT } from '../../../workbook/curriculum/paths.ts'
import { repositoryOf } from './repository.ts'

// Where the site will be published is known only to who publishes it: the workflow that does sets it.
const { SITIO_URL } = process.env

/** The address of the published site, if it is known while building. */
export const SITE_URL: URL | undefined = SITIO_URL ? new URL(SITIO_URL) : undefined

/** The path under which the site is served, between slashes. */
export const BASE = SITE_URL ? SITE_URL.pathname.replace(/\/*$/, '/') : '/'

/** Where the project can be had and changed, if it is known while building. */
export const REPOSITORY = repositoryOf(process.env, JSON.parse(readFileSync(`${ROOT}package.json`, 'utf8')))
