import { expect, test } from 'vitest'
import { rowsAtOnce } from '../../../../src/renderer/shared/work/many/rows-at-once.ts'
import { MOST_AT_ONCE } from '../../../../src/shared/contract/many.ts'

const rows = (count: number) => Array.from({ length: count }, (_, index) => ({ uid: `row ${index}` }))
const uidsOf = (some: readonly { readonly uid: string }[]) => some.map(({ uid }) => uid)

test('what is marked is done in the list’s order, and nothing else', () => {
  const { now, later } = rowsAtOnce(rows(5), new Set(['row 3', 'row 1', 'gone']))
  expect(uidsOf(now)).toEqual(['row 1', 'row 3'])
  expect(later).toEqual([])
})

test('rows beyond what is done at once are not forgotten: they stay marked', () => {
  const all = rows(MOST_AT_ONCE + 3)
  const { now, later } = rowsAtOnce(all, new Set(uidsOf(all)))
  expect(now).toHaveLength(MOST_AT_ONCE)
  expect(uidsOf([...now, ...later])).toEqual(uidsOf(all))
})
