import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { StripMemory } from '../../../src/main/shell/strip-memory.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'huiyan-strip-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('a strip that was never moved stands at the right edge of the main screen', () => {
  expect(new StripMemory(folder).dock).toEqual({ edge: 'right', screen: null })
})

test('edge, screen, fold and keys are remembered over a restart', () => {
  const screen = { id: 2, x: 1366, y: 0, width: 1920, height: 1080 }
  const habits = { edge: 'left', screen, folded: true, shortcut: 'Alt+F2' } as const
  new StripMemory(folder).keep(habits)
  expect(new StripMemory(folder).habits).toEqual(habits)
})

test('one change leaves the rest as it was', () => {
  const memory = new StripMemory(folder)
  memory.keep({ folded: true })
  memory.keep({ edge: 'left' })
  expect(new StripMemory(folder).habits).toMatchObject({ edge: 'left', folded: true })
})

test.each(['', '{', '[]', '{"edge":"top"}', '{"edge":"left","screen":null,"folded":false,"shortcut":"H"}'])(
  'a spoilt file (%j) is as good as none',
  (content) => {
    writeFileSync(join(folder, 'counter-strip.json'), content)
    expect(new StripMemory(folder).dock).toEqual({ edge: 'right', screen: null })
  },
)

test('where nothing can be written the strip still obeys', () => {
  const memory = new StripMemory(join(folder, 'absent', 'folder'))
  memory.keep({ edge: 'left' })
  expect(memory.dock.edge).toBe('left')
})

test('the file says nothing but how the strip stands', () => {
  new StripMemory(folder).keep({ folded: true })
  const kept = JSON.parse(readFileSync(join(folder, 'counter-strip.json'), 'utf8'))
  expect(Object.keys(kept).sort()).toEqual(['edge', 'folded', 'screen', 'shortcut'])
})
