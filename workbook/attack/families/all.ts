import type { Family } from '../attack.ts'
import { BROKEN_TOKENS, CRITICAL } from './broken-tokens.ts'
import { CARRIED_KEYS } from './carried-keys.ts'
import { INSTANTS, KINDS, SUBJECTS } from './claims.ts'
import { CONFUSION } from './confusion.ts'
import { COOKIES } from './cookies.ts'
import { AUTHORIZATION, BYPASSES, ELSEWHERE } from './guard.ts'
import { HTTPS } from './https.ts'
import { LEAKS, SENSITIVE } from './leaks.ts'
import { BODIES, CREDENTIALS, ENUMERATION } from './login.ts'
import { PUBLIC_KEYS } from './public-keys.ts'
import { RENEWAL } from './renewal.ts'
import { ROLES } from './roles.ts'
import { SESSIONS } from './sessions.ts'
import { UNSIGNED } from './unsigned.ts'
import { WEAK_SECRETS } from './weak-secrets.ts'

/** In the order in which they are told. */
export const FAMILIES: readonly Family[] = [
  ...[UNSIGNED, CONFUSION, WEAK_SECRETS, CARRIED_KEYS, BROKEN_TOKENS, CRITICAL, SUBJECTS, KINDS],
  ...[AUTHORIZATION, ELSEWHERE, BYPASSES, INSTANTS, LEAKS, BODIES, SESSIONS, ROLES],
  ...[CREDENTIALS, ENUMERATION, SENSITIVE, HTTPS, RENEWAL, COOKIES, PUBLIC_KEYS],
]
