import { expect, test } from 'vitest'
import { isForTerminals } from './guess-editor.ts'

test.each(['vim', '/usr/bin/nano', 'nvim'])('%s takes over its terminal', (command) => {
  expect(isForTerminals(command)).toBe(true)
})

test.each(['code', '/usr/bin/code', 'subl', 'gvim', 'notepad++.exe'])('%s opens a window', (command) => {
  expect(isForTerminals(command)).toBe(false)
})
