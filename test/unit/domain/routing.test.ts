import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { LEVELS } from '../../../src/shared/domain/work/intent.ts'
import type { Candidate } from '../../../src/shared/domain/work/referral.ts'
import {
  DEFAULT_ROUTES,
  dealOut,
  ROUTE_ROLES,
  routeFor,
  VALUES,
  whoGets,
} from '../../../src/shared/domain/work/routing.ts'

const HEAD: Candidate = { no: '8001', role: 'head', load: 0 }
const LOBBY: Candidate = { no: '2001', role: 'lobby', load: 4 }
const RM: Candidate = { no: '3001', role: 'rm', load: 2 }
const OTHER_RM: Candidate = { no: '3002', role: 'rm', load: 2 }
const BRANCH = [HEAD, LOBBY, OTHER_RM, RM]

const candidates = fc.uniqueArray(
  fc.record({
    no: fc.integer({ min: 1000, max: 1020 }).map(String),
    role: fc.constantFrom(...ROUTE_ROLES),
    load: fc.nat(5),
  }),
  { selector: ({ no }) => no },
)
const work = fc.array(fc.record({ value: fc.constantFrom(...VALUES), level: fc.constantFrom(...LEVELS) }))

describe('who gets work of a value and level (I4)', () => {
  test('high value and intent goes to a manager with the head behind them, low to the lobby', () => {
    expect(whoGets(routeFor(DEFAULT_ROUTES, 'high', 'high'), BRANCH)).toMatchObject({
      receiver: RM,
      backup: HEAD,
    })
    expect(whoGets(routeFor(DEFAULT_ROUTES, 'low', 'low'), BRANCH).receiver).toEqual(LOBBY)
  })

  test('of a role the one with least open work, of two alike the smaller number', () => {
    const busier = { ...RM, load: 3 }
    expect(whoGets({ to: { kind: 'role', role: 'rm' }, backup: null }, [busier, OTHER_RM]).receiver?.no).toBe(
      '3002',
    )
    expect(whoGets({ to: { kind: 'role', role: 'rm' }, backup: null }, BRANCH).receiver?.no).toBe('3001')
  })

  test('the table decides over load where it names a person', () => {
    const route = { to: { kind: 'person', no: '3002' }, backup: null } as const
    expect(whoGets(route, [RM, { ...OTHER_RM, load: 99 }])).toMatchObject({
      receiver: { no: '3002' },
      by: 'person',
    })
  })

  test('the backup gets it where the named person is away, and it is said', () => {
    const route = { to: { kind: 'person', no: '3009' }, backup: { kind: 'role', role: 'head' } } as const
    expect(whoGets(route, BRANCH)).toEqual({ receiver: HEAD, backup: null, by: 'backup' })
  })

  test('nobody is invented where nobody is there', () => {
    expect(whoGets(routeFor(DEFAULT_ROUTES, 'high', 'high'), [])).toEqual({
      receiver: null,
      backup: null,
      by: 'nobody',
    })
  })

  test('never who hands it on, never twice the same, and the same whatever order the staff are read in', () => {
    fc.assert(
      fc.property(
        candidates,
        fc.constantFrom(...DEFAULT_ROUTES),
        fc.integer({ min: 1000, max: 1020 }).map(String),
        (people, route, exceptNo) => {
          const routed = whoGets(route, people, exceptNo)
          expect(whoGets(route, [...people].reverse(), exceptNo)).toEqual(routed)
          expect(routed.receiver?.no).not.toBe(exceptNo)
          expect(routed.backup?.no).not.toBe(exceptNo)
          if (routed.backup !== null) expect(routed.backup.no).not.toBe(routed.receiver?.no)
        },
      ),
    )
  })
})

describe("who would get today's work", () => {
  test('a role shares it evenly', () => {
    const cells = dealOut(
      Array.from({ length: 4 }, () => ({ value: 'high', level: 'high' }) as const),
      DEFAULT_ROUTES,
      BRANCH,
    )
    expect(cells.find(({ count }) => count > 0)?.receivers).toEqual([
      { no: '3001', count: 2 },
      { no: '3002', count: 2 },
    ])
  })

  test('every piece is either dealt to somebody or counted as left over, in nine cells', () => {
    fc.assert(
      fc.property(work, candidates, (pieces, people) => {
        const cells = dealOut(pieces, DEFAULT_ROUTES, people)
        expect(cells).toHaveLength(9)
        for (const cell of cells) {
          const dealt = cell.receivers.reduce((sum, { count }) => sum + count, 0)
          expect(dealt + cell.unplaced).toBe(cell.count)
        }
        expect(cells.reduce((sum, { count }) => sum + count, 0)).toBe(pieces.length)
      }),
    )
  })
})
