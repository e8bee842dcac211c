import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { ReferralRow } from '../../../src/shared/contract/referrals.ts'
import type { SessionStaff } from '../../../src/shared/contract/session.ts'
import { AppError } from '../../../src/shared/domain/branch/app-error.ts'
import type { TestEngine } from '../../support/engine/open-engine.ts'
import {
  addPerson,
  HEAD,
  type InventedPerson,
  LOBBY,
  OTHER_RM,
  openCounter,
  RM,
  TELLER,
} from '../../support/intents/counter-branch.ts'
import { bounceAt, instantOf } from '../../support/referrals/referring-branch.ts'
import { takeBack } from '../../support/undo/take-back.ts'

const COUNTER = [TELLER, LOBBY, RM, OTHER_RM] as const
const MOVES = [
  'offer',
  'hand-on',
  'hand-on',
  'accept',
  'decline',
  'contacted',
  'lost',
  'withdraw',
  'undo',
  'bounce',
] as const

interface Move {
  readonly move: (typeof MOVES)[number]
  readonly by: SessionStaff
  readonly to: SessionStaff
  readonly person: number
}

const moves: fc.Arbitrary<readonly Move[]> = fc.array(
  fc.record({
    move: fc.constantFrom(...MOVES),
    by: fc.constantFrom(...COUNTER),
    to: fc.constantFrom(...COUNTER),
    person: fc.integer({ min: 0, max: 2 }),
  }),
  { minLength: 12, maxLength: 24, size: 'max' },
)

interface RawReferral {
  readonly id: number
  readonly uid: string
  readonly handed_on_from: number | null
  readonly to_no: string
  readonly state: string
  readonly closed_at: number | null
}

let engine: TestEngine
let people: readonly InventedPerson[]
beforeEach(() => {
  engine = openCounter('2026-11-23')
  people = [1, 2, 3].map(() => addPerson(engine))
})
afterEach(() => engine.close())

function rawReferrals(): readonly RawReferral[] {
  return engine.connection
    .statement<RawReferral>('SELECT id, uid, handed_on_from, to_no, state, closed_at FROM referral')
    .all()
}

/** Who moves a referral, and which: the one that is asked for, or whoever else has one in hand. */
function referralOf({ by, person, move }: Move): { readonly by: SessionStaff; readonly row: ReferralRow } {
  const view = move === 'withdraw' ? 'referred' : 'to-do'
  for (const staff of [by, ...COUNTER]) {
    const { rows } = engine.run('referrals.list', { view }, staff)
    const row = rows[person % Math.max(rows.length, 1)]
    if (row !== undefined) return { by: staff, row }
  }
  throw new AppError('referrals.notFound')
}

function offer(customerUid: string, by: SessionStaff, to: SessionStaff): void {
  const wish = { product: 'wealth', level: 'high', reason: '问利率' } as const
  engine.run('referrals.offer', { customerUid, toNo: to.no, ...wish }, by)
}

function make(step: Move, minute: number): void {
  engine.sources.at = instantOf('2026-11-23 09:00') + minute * 60_000
  switch (step.move) {
    case 'offer':
      offer(people[step.person]?.uid ?? '', step.by, step.to)
      return
    case 'undo':
      takeBack(engine, step.by)
      return
    case 'bounce':
      bounceAt(engine, '2026-11-23 16:30')
      return
    default:
      answer(step)
  }
}

function answer(step: Move): void {
  const { by, row } = referralOf(step)
  const referralUid = row.uid
  switch (step.move) {
    case 'hand-on':
      if (row.subject.kind === 'customer') offer(row.subject.customer.uid, by, step.to)
      return
    case 'accept':
      engine.run('referrals.accept', { referralUid }, by)
      return
    case 'decline':
      engine.run('referrals.decline', { referralUid, reason: '外出' }, by)
      return
    case 'contacted':
    case 'lost':
      engine.run('referrals.advance', { referralUid, to: step.move, note: '无' }, by)
      return
    case 'withdraw':
      engine.run('referrals.withdraw', { referralUid }, by)
  }
}

/** What nobody may do is refused, and changes nothing. */
function tryTo(step: Move, minute: number): void {
  try {
    make(step, minute)
  } catch (error) {
    if (!(error instanceof AppError) || error.code === 'engine.internal') throw error
  }
}

/** Referrals in somebody's hands, from the table itself: whoever handed one on that is still open has it no longer. */
function inHands(no: string | null): readonly RawReferral[] {
  const all = rawReferrals()
  const handedOn = new Set(all.filter((each) => each.closed_at === null).map((each) => each.handed_on_from))
  return all.filter(
    (each) => (no === null || each.to_no === no) && each.closed_at === null && !handedOn.has(each.id),
  )
}

function expectEqual(staff: SessionStaff): void {
  const figure = engine.run('home.view', {}, staff).referrals
  const opened = engine.run('referrals.list', { view: 'to-do', state: 'offered' }, staff)
  expect(opened.rows).toHaveLength(figure.waiting)
  expect(opened.total).toBe(figure.waiting)
  const clocks = opened.rows.flatMap(({ acceptByAt }) => acceptByAt ?? [])
  expect(figure.nearestAt).toBe(clocks.length === 0 ? null : Math.min(...clocks))
  const whole = engine.run('referrals.list', { view: 'to-do' }, staff)
  const held = inHands(staff.no)
  expect(whole.rows.map(({ uid }) => uid).sort()).toEqual(held.map(({ uid }) => uid).sort())
  expect(figure.waiting).toBe(held.filter(({ state }) => state === 'offered').length)
  expect(whole.counts.toAccept + whole.counts.inHand).toBe(whole.rows.length)
}

describe('X3: the block of referrals', () => {
  test('counts just those that it opens, whatever was handed on, declined and taken back', () => {
    let handedOn = 0
    fc.assert(
      fc.property(moves, (steps) => {
        engine.connection.script('SAVEPOINT walk')
        steps.forEach((step, at) => {
          tryTo(step, at * 3)
          for (const staff of COUNTER) expectEqual(staff)
          const branch = engine.run('home.view', {}, HEAD).branch?.referrals.waiting
          expect(branch).toBe(
            engine.run('referrals.list', { view: 'all', state: 'offered' }, HEAD).rows.length,
          )
          expect(branch).toBe(inHands(null).filter(({ state }) => state === 'offered').length)
        })
        handedOn += rawReferrals().filter((each) => each.handed_on_from !== null).length
        engine.connection.script('ROLLBACK TO walk; RELEASE walk')
      }),
      { numRuns: 40, seed: 2026 },
    )
    // a walk in which nobody hands on says nothing
    expect(handedOn).toBeGreaterThan(10)
  })
})
