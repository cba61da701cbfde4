import type { DefaultTheme } from 'vitepress'
import { SEARCH_TEXTS } from './locale.ts'

/** «expiracion» finds «expiración»: accents are dropped from the index and from what is asked. */
const processTerm = (term: string) => term.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

export const search: DefaultTheme.Config['search'] = {
  provider: 'local',
  options: {
    translations: SEARCH_TEXTS,
    miniSearch: { options: { processTerm }, searchOptions: { processTerm } },
  },
}
