import { expect, test } from 'vitest'
import { RunKeys } from '../../../src/main/features/imports/reading/run-keys.ts'

const KEYS = 300_000

test('every key is met once, and the second time with the place of the first', () => {
  const keys = new RunKeys()
  let early = 0
  for (let line = 1; line <= KEYS; line++) {
    if (keys.meet(`A${line % 1_000} 2026-11-05 ${line}`, { file: line % 7, line }) !== null) early++
  }
  expect(early).toBe(0)
  for (let line = 1; line <= KEYS; line += 997) {
    const found = keys.meet(`A${line % 1_000} 2026-11-05 ${line}`, { file: 0, line: 0 })
    expect(found).toEqual({ file: line % 7, line })
  }
})

test('keys that are alike are not the same', () => {
  const keys = new RunKeys()
  expect(keys.meet('C1', { file: 0, line: 1 })).toBeNull()
  expect(keys.meet('1C', { file: 0, line: 2 })).toBeNull()
  expect(keys.meet('c1', { file: 0, line: 3 })).toBeNull()
  expect(keys.meet('', { file: 0, line: 4 })).toBeNull()
  expect(keys.meet('', { file: 0, line: 5 })).toEqual({ file: 0, line: 4 })
})
