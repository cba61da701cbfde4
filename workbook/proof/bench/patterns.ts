/** What shows that a run of ours is over, and one of Vitest's. */
export const OUR_RESULT = /pruebas en verde/
export const VITEST_RESULT = /Duration /
