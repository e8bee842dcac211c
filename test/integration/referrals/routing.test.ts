import { afterEach, beforeEach, expect, test } from 'vitest'
import { WORK_LOAD } from '../../../src/main/records/staff/work-load.ts'
import { DEFAULT_ROUTES } from '../../../src/shared/domain/work/routing.ts'
import type { TestEngine } from '../../support/engine/open-engine.ts'
import {
  ADMIN,
  addPerson,
  HEAD,
  LOBBY,
  OTHER_RM,
  openCounter,
  RM,
  TELLER,
} from '../../support/intents/counter-branch.ts'
import { refer } from '../../support/referrals/referring-branch.ts'

let engine: TestEngine
beforeEach(() => {
  engine = openCounter('2026-11-23')
})
afterEach(() => engine.close())

const suggested = (customerUid: string, level: 'high' | 'mid' | 'low', staff = TELLER) =>
  engine
    .run('referrals.suggest', { customerUid, level }, staff)
    .candidates.map(({ no, load, suggested: as }) => [no, load, as])

test('I4: a valuable person with a strong wish is suggested to the less loaded manager, the head behind them', () => {
  const rich = addPerson(engine, { tier: 'high-net-worth' })
  const other = addPerson(engine)
  engine.run('intents.flag', { customerUid: other.uid, product: 'loan', level: 'high' }, RM)
  expect(suggested(rich.uid, 'high')).toEqual([
    [OTHER_RM.no, 0, 'first'],
    [HEAD.no, 0, 'backup'],
    [RM.no, 1, null],
    [LOBBY.no, 0, null],
  ])
})

test('the same branch gives the same suggestion every time, and never the one who asks', () => {
  const person = addPerson(engine)
  const once = suggested(person.uid, 'low', LOBBY)
  expect(once[0]).toEqual([RM.no, 0, 'first'])
  expect(suggested(person.uid, 'low', LOBBY)).toEqual(once)
  expect(once.map(([no]) => no)).not.toContain(LOBBY.no)
})

test('whose customer it is already comes first, the table’s choice behind them; the one who asks never does', () => {
  const rich = addPerson(engine, { tier: 'high-net-worth', ownerNo: RM.no })
  engine.run('intents.flag', { customerUid: rich.uid, product: 'loan', level: 'high' }, RM)
  expect(suggested(rich.uid, 'high').slice(0, 3)).toEqual([
    [RM.no, 1, 'owner'],
    [OTHER_RM.no, 0, 'first'],
    [HEAD.no, 0, 'backup'],
  ])
  expect(suggested(rich.uid, 'high', RM).map(([no]) => no)).not.toContain(RM.no)
})

test('whoever left takes no referral, though the customer was theirs', () => {
  const theirs = addPerson(engine, { ownerNo: RM.no })
  engine.connection.statement('UPDATE staff SET active = 0 WHERE no = ?').run(RM.no)
  expect(suggested(theirs.uid, 'high').map(([no]) => no)).not.toContain(RM.no)
})

test('what was referred to somebody weighs on them at once, and once only when an intent goes with it', () => {
  const person = addPerson(engine)
  const load = () =>
    engine
      .run('referrals.suggest', { customerUid: person.uid, level: 'low' }, TELLER)
      .candidates.find(({ no }) => no === RM.no)?.load
  engine.run('intents.flag', { customerUid: person.uid, product: 'wealth', level: 'high' }, LOBBY)
  const referralUid = refer(engine, person.uid, RM)
  expect(load()).toBe(1)
  engine.run('referrals.accept', { referralUid }, RM)
  expect(load()).toBe(1)
})

test('a branch begins with the default table, and keeps what its head saves', () => {
  expect(engine.run('referrals.routes', {}, LOBBY)).toEqual(DEFAULT_ROUTES)
  const routes = DEFAULT_ROUTES.map((route) => ({
    ...route,
    to: { kind: 'person', no: LOBBY.no } as const,
    backup: null,
  }))
  expect(engine.run('referrals.saveRoutes', { routes })).toEqual(routes)
  expect(engine.run('referrals.routes', {}, ADMIN)).toEqual(routes)
  const rich = addPerson(engine, { tier: 'high-net-worth' })
  expect(suggested(rich.uid, 'high')[0]).toEqual([LOBBY.no, 0, 'first'])
})

test('a table that names somebody who left is refused whole', () => {
  engine.runner.run('staff.activate', { no: OTHER_RM.no, active: false }, HEAD)
  const routes = DEFAULT_ROUTES.map((route, index) =>
    index === 8 ? { ...route, to: { kind: 'person', no: OTHER_RM.no } as const } : { ...route, backup: null },
  )
  expect(() => engine.run('referrals.saveRoutes', { routes })).toThrowError('referrals.routeUnknown')
  expect(engine.run('referrals.routes', {})).toEqual(DEFAULT_ROUTES)
})

test('a table with a cell twice or missing does not pass the router', () => {
  const twice = [...DEFAULT_ROUTES.slice(0, 8), ...DEFAULT_ROUTES.slice(0, 1)]
  expect(() => engine.run('referrals.saveRoutes', { routes: [...twice] })).toThrowError()
  expect(() => engine.run('referrals.saveRoutes', { routes: DEFAULT_ROUTES.slice(1) })).toThrowError()
})

test('the preview says who would get today’s work by a table that is not saved, and saves nothing', () => {
  for (const tier of ['high-net-worth', 'high-net-worth', 'standard'] as const) {
    const { uid } = addPerson(engine, { tier, ownerNo: RM.no })
    engine.run('intents.flag', { customerUid: uid, product: 'wealth', level: 'high' }, RM)
  }
  const later = addPerson(engine, { ownerNo: RM.no })
  engine.run('intents.flag', { customerUid: later.uid, product: 'card', level: 'low' }, RM)
  engine.connection
    .statement("UPDATE intent SET last_evidence_on = '2026-11-20' WHERE product = 'card'")
    .run()
  const draft = DEFAULT_ROUTES.map((route) =>
    route.value === 'low' ? { ...route, to: { kind: 'person', no: LOBBY.no } as const } : route,
  )
  const { cells, people, unplaced } = engine.run('referrals.preview', { routes: draft })
  expect(cells.filter(({ count }) => count > 0)).toEqual([
    {
      value: 'high',
      level: 'high',
      count: 2,
      unplaced: 0,
      receivers: [
        { no: RM.no, count: 1 },
        { no: OTHER_RM.no, count: 1 },
      ],
    },
    { value: 'low', level: 'high', count: 1, unplaced: 0, receivers: [{ no: LOBBY.no, count: 1 }] },
  ])
  expect(people.map(({ no, load, gets }) => [no, load, gets])).toEqual([
    [TELLER.no, 0, 0],
    [LOBBY.no, 0, 1],
    [RM.no, 1, 1],
    [OTHER_RM.no, 0, 1],
    [HEAD.no, 0, 0],
  ])
  expect(unplaced).toBe(0)
  expect(engine.run('referrals.routes', {})).toEqual(DEFAULT_ROUTES)
})

test('a lead of a customer whose record was merged is dealt out by what the person is worth', () => {
  const rich = addPerson(engine, { tier: 'high-net-worth' })
  const record = addPerson(engine, { mergedInto: rich })
  engine.connection
    .statement(
      `INSERT INTO lead (uid, surname, title, phone, same_key, product, level, note, source, state, owner_no, warn_on,
         next_on, created_by, created_at, updated_at, customer_id)
       VALUES ('lead-1', '欧', 'ms', '10000000099', 'phone:10000000099', 'loan', 'mid', '', 'branch', 'new', ?,
         '2026-01-01', '2026-01-02', ?, 1, 1, ?)`,
    )
    .run(RM.no, RM.no, record.id)
  const { cells } = engine.run('referrals.preview', { routes: [...DEFAULT_ROUTES] })
  expect(cells.filter(({ count }) => count > 0)).toMatchObject([{ value: 'high', level: 'mid', count: 1 }])
})

test('loads are counted by indexes, not by reading the work', () => {
  const plan = engine.connection.statement<{ detail: string }>(`EXPLAIN QUERY PLAN ${WORK_LOAD.sql}`).all()
  const scanned = plan.map(({ detail }) => detail).filter((detail) => detail.startsWith('SCAN'))
  expect(scanned).toHaveLength(1)
  expect(scanned[0]).toContain('SCAN staff')
})
