import { expect, test } from 'vitest'
import {
  EVERYTHING,
  isEverything,
} from '../../../../src/renderer/features/customers/panel/timeline-filter.ts'

test('a filter that was taken back by hand leaves nothing out', () => {
  expect(isEverything(EVERYTHING)).toBe(true)
  expect(isEverything({ ...EVERYTHING, kinds: [], text: ' ' })).toBe(true)
})

test.each([
  { kinds: ['transaction'] as const },
  { month: '2026-11' },
  { sinceOn: '2026-11-01' },
  { minFen: 1_000_000 },
  { text: '工资' },
])('%o leaves something out', (part) => {
  expect(isEverything({ ...EVERYTHING, ...part })).toBe(false)
})
