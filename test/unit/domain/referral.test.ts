import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Candidate,
  isCredited,
  isOpenReferral,
  mayMove,
  nextReceiver,
  outcomesFrom,
  REFERRAL_STATES,
} from '../../../src/shared/domain/work/referral.ts'
import { ROUTE_ROLES } from '../../../src/shared/domain/work/routing.ts'

const HEAD: Candidate = { no: '8001', role: 'head', load: 9 }
const LOBBY: Candidate = { no: '2001', role: 'lobby', load: 0 }
const RM: Candidate = { no: '3001', role: 'rm', load: 2 }
const OTHER_RM: Candidate = { no: '3002', role: 'rm', load: 5 }
const TELLER: Candidate = { no: '1001', role: 'teller', load: 0 }
const BRANCH = [HEAD, LOBBY, RM, OTHER_RM, TELLER]

describe('when nobody accepts in time (L8)', () => {
  const offered = { fromNo: '1001', toNo: '3001', backupNo: '3002', askedNos: ['3001'] }

  test('the backup is asked first, however much they have', () => {
    expect(nextReceiver(offered, BRANCH)).toEqual(OTHER_RM)
  })

  test('then the head', () => {
    expect(nextReceiver({ ...offered, toNo: '3002', askedNos: ['3001', '3002'] }, BRANCH)).toEqual(HEAD)
  })

  test('and with the head it stays, although the lobby was not asked', () => {
    const atHead = { ...offered, toNo: '8001', askedNos: ['3001', '3002', '8001'] }
    expect(nextReceiver(atHead, BRANCH)).toBeNull()
  })

  test('a backup who has left is passed over', () => {
    expect(nextReceiver(offered, [HEAD, LOBBY, RM, TELLER])).toEqual(HEAD)
  })

  test('where the head referred it, the lobby is asked', () => {
    const byHead = { ...offered, fromNo: '8001', toNo: '3002', askedNos: ['3001', '3002'] }
    expect(nextReceiver(byHead, BRANCH)).toEqual(LOBBY)
  })

  test('no one is asked twice, and never the one who referred', () => {
    const candidate = fc.record({
      no: fc.constantFrom('1', '2', '3', '4', '5'),
      role: fc.constantFrom(...ROUTE_ROLES),
      load: fc.nat(9),
    })
    const staff = fc.uniqueArray(candidate, { selector: ({ no }) => no })
    fc.assert(
      fc.property(staff, fc.constantFrom('1', '2'), fc.constantFrom('3', '4'), (people, fromNo, backupNo) => {
        const asked = ['5']
        for (;;) {
          const toNo = asked.at(-1) ?? '5'
          const next = nextReceiver({ fromNo, toNo, backupNo, askedNos: asked }, people)
          if (next === null) break
          expect(asked).not.toContain(next.no)
          expect(next.no).not.toBe(fromNo)
          asked.push(next.no)
        }
        expect(asked.length).toBeLessThanOrEqual(people.length + 1)
      }),
    )
  })
})

describe('the states of a referral', () => {
  test('it can be declined or taken back only while it is offered', () => {
    const endable = REFERRAL_STATES.filter(
      (state) => mayMove(state, 'declined') || mayMove(state, 'withdrawn'),
    )
    expect(endable).toEqual(['offered'])
  })

  test('business is only ever closed after it was qualified, so credit is never passed over', () => {
    expect(REFERRAL_STATES.filter((state) => mayMove(state, 'converted'))).toEqual(['qualified'])
  })

  test('a closed one stays closed', () => {
    for (const state of REFERRAL_STATES.filter((each) => !isOpenReferral(each))) {
      expect(outcomesFrom(state)).toEqual([])
    }
  })

  test('qualifying earns the credit, referring does not', () => {
    expect(isCredited({ qualifiedAt: null })).toBe(false)
    expect(isCredited({ qualifiedAt: 1 })).toBe(true)
  })
})
