import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { FOLLOWUP_SORTS, type FollowupRow } from '../../../src/shared/contract/followups.ts'
import type { InputOf, ResultOf } from '../../../src/shared/contract/index.ts'
import { LEAD_SORTS, type LeadRow } from '../../../src/shared/contract/leads.ts'
import { REFERRAL_SORTS, type ReferralRow } from '../../../src/shared/contract/referrals.ts'
import { FOLLOWUP_GROUPS } from '../../../src/shared/domain/work/followup-order.ts'
import { LEVELS } from '../../../src/shared/domain/work/intent.ts'
import type { TestEngine } from '../../support/engine/open-engine.ts'
import {
  addPerson,
  HEAD,
  LOBBY,
  noonOf,
  OTHER_RM,
  openCounter,
  RM,
  TELLER,
} from '../../support/intents/counter-branch.ts'
import { saved } from '../../support/leads/lobby-branch.ts'

const TODAY = '2026-11-20'
let engine: TestEngine
beforeEach(() => {
  engine = openCounter(TODAY)
})
afterEach(() => engine.close())

const pick = <T>(values: readonly T[], at: number): T => {
  const value = values[at % values.length]
  if (value === undefined) throw new Error('nothing to pick from')
  return value
}
/** Whether a list of keys goes up, or where it is read the other way round down. */
function expectInOrder(keys: readonly (string | number)[], reversed: boolean): void {
  const up = [...keys].sort((a, b) =>
    typeof a === 'number' ? a - Number(b) : a < String(b) ? -1 : a === b ? 0 : 1,
  )
  expect(keys).toEqual(reversed ? up.reverse() : up)
}
const WAYS = [false, true] as const
const levelAt = ({ level }: { readonly level: (typeof LEVELS)[number] }) => LEVELS.indexOf(level)

describe('leads', () => {
  beforeEach(() => {
    for (let n = 0; n < 12; n++) {
      engine.sources.at = noonOf(pick(['2026-11-20', '2026-11-18', '2026-11-19'], n))
      const { uid } = saved(engine, {
        phoneTail: String(n).padStart(4, '0'),
        level: pick(LEVELS, n),
        product: pick(['wealth', 'loan'] as const, n),
      })
      engine.run('leads.reassign', { leadUid: uid, ownerNo: pick([RM, OTHER_RM, LOBBY], n).no }, HEAD)
      if (n % 4 === 0) engine.run('leads.advance', { leadUid: uid, to: 'contacted' }, HEAD)
    }
    engine.sources.at = noonOf(TODAY)
  })
  const whole = (asked: Partial<InputOf<'leads.list'>>, limit = 100) => {
    const found: LeadRow[] = []
    let cursor: string | null = null
    do {
      const page: ResultOf<'leads.list'> = engine.run(
        'leads.list',
        { whose: 'branch', ...asked, cursor, limit },
        LOBBY,
      )
      found.push(...page.leads)
      cursor = page.nextCursor
    } while (cursor !== null)
    return found
  }
  const KEYS: Readonly<Record<(typeof LEAD_SORTS)[number], (lead: LeadRow) => string | number>> = {
    grid: ({ priority }) => priority,
    due: ({ nextOn }) => nextOn ?? '',
    contact: ({ lastContactOn }) => lastContactOn ?? '',
    owner: ({ ownerNo }) => ownerNo ?? '',
  }

  test.each(LEAD_SORTS)('sorted by %s, both ways, with pages that leave out and repeat nobody', (sort) => {
    for (const reversed of WAYS) {
      const all = whole({ sort, reversed })
      expect(all).toHaveLength(12)
      expectInOrder(all.map(KEYS[sort]), reversed)
      expect(whole({ sort, reversed }, 5).map(({ uid }) => uid)).toEqual(all.map(({ uid }) => uid))
    }
    expect(whole({ sort, reversed: true }).map(({ uid }) => uid)).toEqual(
      whole({ sort })
        .map(({ uid }) => uid)
        .reverse(),
    )
  })

  test('product and level filter, open ones and closed ones', () => {
    const all = whole({})
    const meant = (lead: LeadRow) => lead.product === 'loan' && lead.level === 'low'
    expect(new Set(whole({ product: 'loan', level: 'low' }).map(({ uid }) => uid))).toEqual(
      new Set(all.filter(meant).map(({ uid }) => uid)),
    )
    for (const { uid } of all.slice(0, 6)) {
      engine.run('leads.advance', { leadUid: uid, to: 'lost', lostReason: 'price' }, HEAD)
    }
    const lost = whole({ state: 'lost' })
    expect(lost).toHaveLength(6)
    expect(whole({ state: 'lost', product: 'loan' }).map(({ uid }) => uid)).toEqual(
      lost.filter(({ product }) => product === 'loan').map(({ uid }) => uid),
    )
  })

  test('the last contact is the day on which somebody spoke with the stranger, or with the customer they became', () => {
    const asked = (uid: string) => whole({}).find((lead) => lead.uid === uid)?.lastContactOn
    const { uid } = saved(engine, { phoneTail: '7777' })
    expect(asked(uid)).toBe(null)
    engine.sources.at = noonOf('2026-11-21')
    engine.run('leads.advance', { leadUid: uid, to: 'contacted' }, HEAD)
    expect(asked(uid)).toBe('2026-11-21')
    const person = addPerson(engine)
    engine.connection.statement('UPDATE lead SET customer_id = ? WHERE uid = ?').run(person.id, uid)
    engine.sources.at = noonOf('2026-11-23')
    const contact = { customerUid: person.uid, channel: 'phone', outcome: 'reached' } as const
    engine.run('followups.record', contact, RM)
    expect(asked(uid)).toBe('2026-11-23')
  })
})

describe('referrals', () => {
  beforeEach(() => {
    for (let n = 0; n < 8; n++) {
      engine.sources.at = noonOf(TODAY) + n * 60_000
      const offered = {
        customerUid: addPerson(engine).uid,
        toNo: pick([RM, OTHER_RM], n).no,
        product: pick(['wealth', 'loan', 'card'] as const, n),
        level: pick(LEVELS, n),
        reason: '想了解大额存单',
      }
      engine.run('referrals.offer', offered, pick([TELLER, LOBBY, HEAD], n))
    }
  })
  const KEYS: Readonly<
    Record<Exclude<(typeof REFERRAL_SORTS)[number], 'usual'>, (row: ReferralRow) => string | number>
  > = { offered: ({ offeredAt }) => -offeredAt, level: levelAt, staff: ({ toNo }) => toNo }

  test.each(REFERRAL_SORTS)('sorted by %s, both ways', (sort) => {
    const rows = (reversed: boolean) =>
      engine.run('referrals.list', { view: 'all', sort, reversed }, HEAD).rows
    for (const reversed of WAYS) {
      expect(rows(reversed)).toHaveLength(8)
      if (sort !== 'usual') expectInOrder(rows(reversed).map(KEYS[sort]), reversed)
    }
    expect(rows(true).map(({ uid }) => uid)).toEqual(
      rows(false)
        .map(({ uid }) => uid)
        .reverse(),
    )
  })

  test('what waits for me stands by its clock unless I ask otherwise, and then by who sent it', () => {
    const toDo = (asked: object) => engine.run('referrals.list', { view: 'to-do', ...asked }, RM).rows
    expectInOrder(
      toDo({}).map(({ acceptByAt }) => acceptByAt ?? 0),
      false,
    )
    expectInOrder(
      toDo({ sort: 'staff' }).map(({ fromNo }) => fromNo),
      false,
    )
  })

  test('product and level filter, and the total counts what is left', () => {
    const all = engine.run('referrals.list', { view: 'all' }, HEAD)
    const asked = { product: 'loan', level: 'mid' } as const
    const found = engine.run('referrals.list', { view: 'all', ...asked, limit: 1 }, HEAD)
    const meant = all.rows.filter(({ product, level }) => product === 'loan' && level === 'mid')
    expect(meant.length).toBeGreaterThan(1)
    expect(found.total).toBe(meant.length)
    expect(found.rows.map(({ uid }) => uid)).toEqual(meant.slice(0, 1).map(({ uid }) => uid))
  })

  test('a state filters too: what is in hand already is not what waits', () => {
    const toDo = () => engine.run('referrals.list', { view: 'to-do' }, RM).rows.map(({ uid }) => uid)
    const [answered = '', ...waiting] = toDo()
    engine.run('referrals.accept', { referralUid: answered }, RM)
    expect(toDo().sort()).toEqual([answered, ...waiting].sort())
    const found = engine.run('referrals.list', { view: 'to-do', state: 'offered' }, RM)
    expect(found.rows.map(({ uid }) => uid)).toEqual(waiting)
    expect(found.total).toBe(waiting.length)
  })
})

describe('follow-ups', () => {
  beforeEach(() => {
    for (let n = 0; n < 9; n++) {
      const tier = pick(['standard', 'high-net-worth', 'preferred'] as const, n)
      const { uid } = addPerson(engine, { tier })
      const flagged = {
        customerUid: uid,
        product: pick(['loan', 'fund'] as const, n),
        level: pick(LEVELS, n),
      }
      const { intent } = engine.run('intents.flag', flagged, RM)
      const nextOn = pick(['2026-11-19', '2026-12-01', '2026-11-20', '2026-11-23'], n)
      engine.connection
        .statement('UPDATE intent SET next_on = ?, warn_on = ? WHERE uid = ?')
        .run(nextOn, nextOn, intent.uid)
      if (n % 3 !== 0) continue
      engine.sources.at = noonOf(pick(['2026-11-12', '2026-11-13'], n))
      engine.run('followups.record', { customerUid: uid, channel: 'phone', outcome: 'no-answer' }, RM)
      engine.sources.at = noonOf(TODAY)
    }
  })
  const rows = (asked: object) => engine.run('followups.list', { ...asked }, RM).rows
  const KEYS: Readonly<Record<(typeof FOLLOWUP_SORTS)[number], (row: FollowupRow) => string | number>> = {
    daily: ({ group, priority }) => FOLLOWUP_GROUPS.indexOf(group) * 100 + priority,
    due: ({ intent }) => intent.nextOn,
    contact: ({ lastContactOn }) => lastContactOn ?? '',
    grid: ({ priority }) => priority,
  }

  test.each(FOLLOWUP_SORTS)('sorted by %s, both ways; as the daily list where nothing is asked', (sort) => {
    for (const reversed of WAYS) {
      const found = rows({ sort, reversed })
      expect(found).toHaveLength(9)
      expectInOrder(found.map(KEYS[sort]), reversed)
    }
    expect(rows({})).toEqual(rows({ sort: 'daily' }))
  })

  test('group, product and level filter; the counts stay those of all the work', () => {
    const all = engine.run('followups.list', {}, RM)
    const asked = { group: 'overdue', product: 'loan', level: 'high' } as const
    const found = engine.run('followups.list', asked, RM)
    const meant = all.rows.filter(
      ({ group, intent }) =>
        group === 'overdue' && intent.product === 'loan' && intent.currentLevel === 'high',
    )
    expect(meant.length).toBeGreaterThan(0)
    expect(found.rows).toEqual(meant)
    expect(found).toMatchObject({ counts: all.counts, total: meant.length })
  })

  test('paper keeps the order of the daily list', () => {
    const asOf = '2026-12-31'
    const { printNo } = engine.run('followups.freezeList', { asOf }, RM)
    expect(engine.run('followups.sheet', { printNo }, RM).rows.map(({ line }) => line.intent.uid)).toEqual(
      rows({ asOf }).map(({ intent }) => intent.uid),
    )
  })
})
