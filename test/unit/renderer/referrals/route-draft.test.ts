import { expect, test } from 'vitest'
import {
  changedCells,
  choiceOf,
  nameable,
  targetOf,
  withRoute,
} from '../../../../src/renderer/features/referrals/routing/route-draft.ts'
import { DEFAULT_ROUTES } from '../../../../src/shared/domain/work/routing.ts'

test('a choice reads back as the target it was made of; anything else is nobody', () => {
  for (const target of [
    { kind: 'role', role: 'rm' } as const,
    { kind: 'person', no: '3001' } as const,
    null,
  ]) {
    expect(targetOf(choiceOf(target))).toEqual(target)
  }
  for (const odd of ['role:admin', 'role:', 'person:', 'x:3001']) expect(targetOf(odd)).toBeNull()
})

test('one cell changes and is counted; set back it counts no more', () => {
  const [cell] = DEFAULT_ROUTES
  if (cell === undefined) throw new Error('the table has cells')
  const edited = withRoute(DEFAULT_ROUTES, cell, { backup: null })
  expect(changedCells(edited, DEFAULT_ROUTES)).toBe(1)
  expect(changedCells(withRoute(edited, cell, { backup: cell.backup }), DEFAULT_ROUTES)).toBe(0)
})

test('whoever is switched off or keeps the system is not offered', () => {
  const staff = [
    { no: '1', name: '甲', role: 'rm', active: true },
    { no: '2', name: '乙', role: 'rm', active: false },
    { no: '3', name: '丙', role: 'admin', active: true },
  ] as const
  expect(nameable(staff).map(({ no }) => no)).toEqual(['1'])
})
