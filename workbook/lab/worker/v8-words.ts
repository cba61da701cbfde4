import { IS_FIREFOX } from './is-firefox.ts'

// Firefox has other words than V8 for the same mistakes, and all that explains them to the learner knows
// V8's: the terminal's. Where Firefox says less, so does the translation.

const WORDS: readonly [RegExp, string][] = [
  [/\bInternalError\b/g, 'RangeError'],
  [/\btoo much recursion\b/g, 'Maximum call stack size exceeded'],
  [
    /\bcan't access lexical declaration '(.+?)' before initialization/g,
    "Cannot access '$1' before initialization",
  ],
  [/\binvalid assignment to const '.+?'/g, 'Assignment to constant variable.'],
  [/\bassignment to undeclared variable ([\w$]+)/g, '$1 is not defined'],
  [
    /\bcan't access property Symbol\.iterator,? (?:of )?(.+?)(?: is undefined| is null)?$/gm,
    '$1 is not iterable',
  ],
  // It is also what it says where something is set.
  [
    /\bcan't access property (?:\\*")?(.+?)(?:\\*")?(?:, .+? is| of) (undefined|null)\b/g,
    "Cannot read properties of $2 (reading '$1')",
  ],
  [/(?:\\*"|\b)([\w$]+)(?:\\*")? is read-only\b/g, "Cannot assign to read only property '$1' of object"],
  [
    /\bcan't define property (?:\\*")?(.+?)(?:\\*")?: .+? is not extensible/g,
    'Cannot add property $1, object is not extensible',
  ],
  [
    /\bcan't define (?:array index )?property past the end of an array with non-writable length/g,
    'Cannot add property length, object is not extensible',
  ],
  [/\bcyclic object value\b/g, 'Converting circular structure to JSON'],
]

/** What an engine says, as V8 would say it. */
export function inV8Words(text: string, isFirefox = IS_FIREFOX): string {
  if (!isFirefox) return text
  return WORDS.reduce((result, [firefox, v8]) => result.replace(firefox, v8), text)
}
