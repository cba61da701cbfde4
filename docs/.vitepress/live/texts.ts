// All that the page says on its own account: the rest are the session's texts.

export const TEXTS = {
  heading: 'En tu terminal',
} as const
