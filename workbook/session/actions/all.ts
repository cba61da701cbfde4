import type { Session } from '../session.ts'
import { compare } from './compare.ts'
import { editor } from './editor.ts'
import { help } from './help.ts'
import { hint } from './hint.ts'
import { list } from './list.ts'
import { next } from './next.ts'
import { request } from './request.ts'
import { reset, undo } from './reset.ts'
import { tokens } from './tokens.ts'
import { web } from './web.ts'

/** What a key does; `asked` is the question that the key before it left open. */
type Action = (session: Session, asked: string | undefined) => void | Promise<void>

export const ACTIONS: Record<string, Action> = {
  p: hint,
  s: compare,
  r: reset,
  d: undo,
  l: list,
  n: next,
  w: web,
  e: editor,
  i: tokens,
  c: request,
  '?': help,
}
