import { afterEach, beforeEach, expect, test } from 'vitest'
import { CLOSED_LEADS, OPEN_LEADS } from '../../../src/main/features/leads/list.ts'
import type { IntentLevel } from '../../../src/shared/domain/work/intent.ts'
import type { TestEngine } from '../../support/engine/open-engine.ts'
import {
  addPerson,
  HEAD,
  LOBBY,
  noonOf,
  openCounter,
  RM,
  TELLER,
} from '../../support/intents/counter-branch.ts'
import { saved } from '../../support/leads/lobby-branch.ts'

const TODAY = '2026-11-23'
let engine: TestEngine
beforeEach(() => {
  engine = openCounter(TODAY)
})
afterEach(() => engine.close())

let serial = 0
function add(level: IntentLevel, staff = RM) {
  serial += 1
  return saved(engine, { level, phoneTail: String(serial).padStart(4, '0') }, staff).uid
}

const uidsOf = (input: Parameters<typeof list>[0] = {}, staff = LOBBY) =>
  list(input, staff).leads.map(({ uid }) => uid)
const list = (input: Partial<Parameters<typeof engine.run<'leads.list'>>[1]>, staff = LOBBY) =>
  engine.run('leads.list', { whose: 'branch', ...input }, staff)

test('I3: open leads stand by level, then by date, then by age; who became a customer by their value', () => {
  const low = add('low')
  const mid = add('mid')
  const high = add('high')
  engine.sources.at = noonOf('2026-11-24')
  const later = add('high')
  expect(uidsOf()).toEqual([high, later, mid, low])
  const rich = addPerson(engine, { tier: 'high-net-worth' })
  engine.connection.statement('UPDATE lead SET customer_id = ? WHERE uid = ?').run(rich.id, low)
  expect(uidsOf()).toEqual([high, later, low, mid])
})

test('pages follow one another without a gap or a repetition', () => {
  const all = Array.from({ length: 23 }, (_, n) => add((['high', 'mid', 'low'] as const)[n % 3] ?? 'low'))
  for (const state of ['open', 'lost'] as const) {
    const seen: string[] = []
    let cursor: string | null = null
    do {
      const page: ReturnType<typeof list> = list({ state, cursor, limit: 5 })
      seen.push(...page.leads.map(({ uid }) => uid))
      cursor = page.nextCursor
    } while (cursor !== null)
    expect(new Set(seen)).toEqual(new Set(all))
    expect(seen.length).toBe(all.length)
    for (const leadUid of all) {
      engine.sources.at += 1
      if (state === 'open') engine.run('leads.advance', { leadUid, to: 'lost', lostReason: 'price' }, HEAD)
    }
  }
})

test('everybody sees their own and those they entered; the branch’s only who shares out the work', () => {
  const entered = add('high', TELLER)
  const own = add('low', LOBBY)
  expect(uidsOf({ whose: 'entered' }, TELLER)).toEqual([entered])
  expect(uidsOf({ whose: 'mine' }, TELLER)).toEqual([])
  expect(uidsOf({ whose: 'mine' }, LOBBY)).toEqual([own])
  expect(uidsOf({ whose: 'branch' }, HEAD)).toEqual([entered, own])
  expect(uidsOf({ whose: 'branch', ownerNo: LOBBY.no }, HEAD)).toEqual([own])
  for (const staff of [TELLER, RM]) expect(() => uidsOf({}, staff)).toThrowError('call.notAllowed')
})

test('states and sources filter, and the counts say how many wait where', () => {
  const fresh = add('high')
  const contacted = add('mid')
  engine.run('leads.advance', { leadUid: contacted, to: 'contacted' }, RM)
  const event = saved(engine, { source: 'event', phoneTail: '9999' }, RM).uid
  expect(uidsOf({ state: 'contacted' })).toEqual([contacted])
  expect(uidsOf({ state: 'new', source: 'branch' })).toEqual([fresh])
  expect(uidsOf({ source: 'event' })).toEqual([event])
  expect(engine.run('leads.counts', { whose: 'branch' }, LOBBY)).toEqual({
    new: 2,
    contacted: 1,
    qualified: 0,
  })
})

test('a cursor that no page gave is refused', () => {
  expect(() => list({ cursor: '[]' })).toThrowError('call.badInput')
})

test('a person’s open leads and the latest closed ones are read by index', () => {
  const planOf = (sql: string, ...values: (string | number | null)[]) =>
    engine.connection
      .statement<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
      .all(...values)
      .map((step) => step.detail)
  expect(planOf(OPEN_LEADS.owned.grid.usual.sql, '3001', null, null, null, null, -1, '', -1, 50)).toContain(
    'SEARCH lead USING INDEX lead_open_of_owner (owner_no=?)',
  )
  expect(planOf(CLOSED_LEADS.branch.any.sql, 'lost', 1, 1, 50)).toEqual([
    'SEARCH lead USING COVERING INDEX lead_by_state (state=? AND updated_at<?)',
  ])
})
