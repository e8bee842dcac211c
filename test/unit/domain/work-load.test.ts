import fc from 'fast-check'
import { expect, test } from 'vitest'
import { COUNTER, type Role } from '../../../src/shared/domain/branch/roles.ts'
import { mayEndIntent } from '../../../src/shared/domain/work/intent.ts'
import { leastLoadedOf } from '../../../src/shared/domain/work/referral.ts'
import { ROUTE_ROLES } from '../../../src/shared/domain/work/routing.ts'

const candidate = fc.record({
  no: fc.stringMatching(/^\d{4}$/),
  role: fc.constantFrom(...ROUTE_ROLES),
  load: fc.nat(5),
})
const candidates = fc.uniqueArray(candidate, { selector: ({ no }) => no, maxLength: 12 })
const roles = fc.uniqueArray(fc.constantFrom<Role>(...COUNTER), { maxLength: 4 })

/** Text that sorts as load, then number. */
const rankOf = ({ load, no }: { readonly load: number; readonly no: string }) => `${load} ${no}`

test('I4: nobody of the first role that is there has less, or as much and a smaller number', () => {
  fc.assert(
    fc.property(candidates, roles, (people, asked) => {
      const chosen = leastLoadedOf(people, asked)
      const first = asked.find((role) => people.some((person) => person.role === role))
      expect(chosen?.role).toBe(first)
      for (const other of people.filter(({ role }) => role === chosen?.role)) {
        expect(rankOf(other) >= rankOf(chosen ?? other)).toBe(true)
      }
    }),
  )
})

test('the order in which people are read makes no difference', () => {
  fc.assert(
    fc.property(candidates, roles, (people, asked) => {
      expect(leastLoadedOf(people.toReversed(), asked)).toEqual(leastLoadedOf(people, asked))
    }),
  )
})

test.each([
  ['owner', { no: '3001', role: 'rm' }, true],
  ['who flagged it first', { no: '1001', role: 'teller' }, true],
  ['lobby', { no: '2001', role: 'lobby' }, true],
  ['head', { no: '8001', role: 'head' }, true],
  ['another teller', { no: '1002', role: 'teller' }, false],
  ['another manager', { no: '3002', role: 'rm' }, false],
  ['an administrator', { no: '9001', role: 'admin' }, false],
] as const)('who may end an intent: %s', (_who, caller, may) => {
  expect(mayEndIntent({ ownerNo: '3001', createdBy: '1001' }, caller)).toBe(may)
})
