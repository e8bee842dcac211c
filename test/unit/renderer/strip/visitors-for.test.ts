import { expect, test } from 'vitest'
import { visitorsFor } from '../../../../src/renderer/features/strip/visitors.tsx'

const visit = (
  state: 'waiting' | 'serving' | 'done' | 'left',
  arrivedAt: number,
  servedBy: string | null = null,
) => ({
  state,
  arrivedAt,
  servedBy,
})

test('a teller sees whom they serve, and nobody whom a colleague serves', () => {
  const own = visit('serving', 1, '8009')
  expect(visitorsFor([visit('serving', 0, '8001'), own], '8009').serving).toEqual([own])
})

test('next is who has waited longest, whatever the order of the list; who went waits no more', () => {
  const first = visit('waiting', 5)
  const { next, waiting } = visitorsFor(
    [visit('waiting', 9), first, visit('left', 1), visit('done', 2)],
    '8009',
  )
  expect(next).toBe(first)
  expect(waiting).toBe(2)
})

test('in an empty lobby there is nobody', () => {
  expect(visitorsFor([], '8009')).toEqual({ serving: [], next: null, waiting: 0 })
})
