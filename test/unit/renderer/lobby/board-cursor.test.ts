import fc from 'fast-check'
import { expect, test } from 'vitest'
import { afterMove, cursorIndex } from '../../../../src/renderer/features/lobby/use-board.ts'
import { isOpen, VISIT_STATES, type VisitState } from '../../../../src/shared/domain/lobby/visit.ts'

const rows = (...states: readonly VisitState[]) =>
  states.map((state, index) => ({ uid: String.fromCharCode(97 + index), state }))

test('the cursor stays on its visitor when others go and the rows move up', () => {
  const before = rows('waiting', 'waiting', 'waiting')
  expect(cursorIndex(before, 'c', 0)).toBe(2)
  expect(cursorIndex(before.slice(1), 'c', 2)).toBe(1)
})

test('where the visitor was joined to another and is gone, the cursor stays in its place', () => {
  expect(cursorIndex(rows('waiting', 'waiting'), 'gone', 1)).toBe(1)
  expect(cursorIndex(rows('waiting'), 'gone', 7)).toBe(0)
  expect(cursorIndex([], null, 3)).toBe(0)
})

test('who goes makes way for the next who is here, else for the one before', () => {
  expect(afterMove(rows('waiting', 'waiting', 'done'), 'a', 'leave')).toBe('b')
  expect(afterMove(rows('waiting', 'serving', 'done'), 'b', 'finish')).toBe('a')
  expect(afterMove(rows('serving', 'done'), 'a', 'finish')).toBe('a')
})

test('serving and taking back keep the cursor on the visitor', () => {
  const visits = rows('waiting', 'waiting')
  expect([afterMove(visits, 'a', 'serve'), afterMove(visits, 'a', 'undo')]).toEqual(['a', 'a'])
})

test('nobody who has gone is ever put under the keys while somebody beside them is here', () => {
  const states = fc.array(fc.constantFrom(...VISIT_STATES), { minLength: 1, maxLength: 8 })
  fc.assert(
    fc.property(states, fc.nat(7), (all, place) => {
      const visits = rows(...all)
      const from = place % visits.length
      const to = visits.find(({ uid }) => uid === afterMove(visits, visits[from]?.uid ?? '', 'leave'))
      const beside = [visits[from + 1], visits[from - 1]].some(
        (row) => row !== undefined && isOpen(row.state),
      )
      if (beside) expect(to !== undefined && isOpen(to.state)).toBe(true)
    }),
  )
})
