import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { privacyJobs } from '../../../src/main/features/privacy/jobs.ts'
import { RETAINED } from '../../../src/main/features/privacy/retained.ts'
import { RETAINED_KINDS, type RetentionCounts } from '../../../src/shared/domain/consent/retention.ts'
import { forgeOn } from '../../support/audit/forger.ts'
import { HEAD, type TestEngine } from '../../support/engine/open-engine.ts'
import {
  addPerson,
  noonOf,
  OTHER_RM,
  openCounter,
  RM,
  rowOf,
  TELLER,
} from '../../support/intents/counter-branch.ts'

const DAY = '2026-11-23'
const OLD = '2024-01-05'
const OLD_AT = noonOf(OLD)
const NAME = '慕容'
const PHONE = '10099998888'

let engine: TestEngine
let rejects: string
beforeEach(() => {
  engine = openCounter(DAY)
  rejects = join(engine.folder, 'rejects-1.csv')
  writeFileSync(rejects, NAME)
  const person = addPerson(engine)
  const lead = (id: number, state: string, closedAt: number | null) =>
    `INSERT INTO lead (id, uid, surname, title, phone, phone_tail, ticket, same_key, product, level, note, source, state,
       lost_reason, owner_no, warn_on, next_on, closed_at, created_by, created_at, updated_at)
     VALUES (${id}, 'lead-${id}', '${NAME}', 'mr', '${PHONE}', '8888', 'A1', '${PHONE}-${id}', 'loan', 'low', '${NAME}先生',
       'branch', '${state}', ${state === 'lost' ? `'no-need'` : 'NULL'}, '1001', '${DAY}', '${DAY}', ${closedAt}, '1001', ${OLD_AT}, 0);
     INSERT INTO lead_step (lead_id, state, note, at, staff_no) VALUES (${id}, '${state}', '${NAME}先生来电', 0, '1001');`
  const visit = (id: number, on: string, customer: number | null) =>
    `INSERT INTO visit (id, uid, on_date, customer_id, lead_id, business, state, arrived_at, state_at, source, clue,
       created_by, created_at, updated_at)
     VALUES (${id}, 'visit-${id}', '${on}', ${customer}, ${customer === null ? 1 : 'NULL'}, 'cash', 'done', 0, 0, 'hand',
       '问贷款', '1001', 0, 0);
     INSERT INTO visit_ticket (on_date, ticket, visit_id, at) VALUES ('${on}', 'A${id}', ${id}, 0);
     INSERT INTO prompt (uid, customer_id, visit_id, kind, play, marketing, on_date, shown_at, shown_to)
       VALUES ('prompt-${id}', ${person.id}, ${id}, 'enquiry', 'x', 0, '${on}', 0, '1001');`
  engine.connection.script(`
    ${lead(1, 'lost', OLD_AT)} ${lead(2, 'lost', noonOf(DAY))} ${lead(3, 'new', null)}
    ${visit(1, OLD, null)} ${visit(2, OLD, person.id)} ${visit(3, DAY, person.id)}
    INSERT INTO arrival_event (source, at, outcome, summary, visit_id) VALUES ('hand', ${OLD_AT}, 'arrived', 'A1', 1);
    INSERT INTO notice (uid, staff_no, kind, on_date, detail, once_key, created_at, seen_at) VALUES
      ('n1', '1001', 'morning', '${OLD}', '{}', 'a', 0, ${OLD_AT}), ('n2', '1001', 'morning', '${OLD}', '{}', 'b', 0, NULL);
    INSERT INTO referral (uid, lead_id, product, level, reason, from_no, to_no, state, offered_at, closed_at, updated_at)
      VALUES ('r1', 1, 'loan', 'low', '${NAME}先生要贷款', '1001', '3001', 'declined', 0, 1, 0);
    INSERT INTO referral_step (referral_id, event, to_no, note, at, staff_no)
      VALUES (1, 'declined', '3001', '${NAME}先生不接电话', 1, '3001');
    INSERT INTO consent (uid, lead_id, purpose, given, at, on_date, staff_no)
      VALUES ('c1', 1, 'contact', 1, 0, '${OLD}', '1001');
    INSERT INTO import_run (uid, profile_name, state, as_of, staff_no, started_at, counts, reject_file, owner_process,
      heartbeat_at) VALUES ('i1', 'x', 'done', '${OLD}', '8001', ${OLD_AT}, '{}', '${rejects}', 1, 0);
  `)
  engine.runner.run('audit.record', { action: 'session.lock', customerUid: null, detail: {} }, TELLER)
  const then = `at = ${OLD_AT} WHERE seq =`
  forgeOn(
    engine.connection,
    `UPDATE audit SET action = 'leads.save', ${then} (SELECT max(seq) FROM audit);
     UPDATE outbox SET payload = '{"surname":"${NAME}","phone":"${PHONE}"}', operation = 'leads.save',
       ${then} (SELECT max(seq) FROM outbox)`,
    { rehash: true },
  )
})
afterEach(() => engine.close())

const plan = () => engine.run('privacy.retentionPlan', {})
const planned = () =>
  Object.fromEntries(plan().kinds.map(({ kind, count }) => [kind, count])) as RetentionCounts

async function retain(counts: RetentionCounts): Promise<RetentionCounts> {
  const steps = privacyJobs['privacy.retain'](
    { runner: engine.runner, staff: HEAD, signal: new AbortController().signal },
    { planned: counts },
  )
  let step = await steps.next()
  while (step.done !== true) step = await steps.next()
  return step.value.counts
}

test('P3: the dry run counts what is past its time, by kind, with the oldest day, and changes nothing', () => {
  expect(planned()).toEqual({ visits: 2, arrivals: 1, leads: 1, prompts: 2, notices: 2, 'reject-files': 1 })
  expect(plan().kinds.find(({ kind }) => kind === 'leads')).toEqual({
    kind: 'leads',
    keepDays: 365,
    count: 1,
    oldestOn: OLD,
  })
  expect(plan().lastRun).toBeNull()
  expect(existsSync(rejects)).toBe(true)
})

test('P3: what is removed is what was planned; afterwards nothing is past its time, and the run is on record', async () => {
  const counts = planned()
  expect(await retain(counts)).toEqual(counts)
  expect(Object.values(planned())).toEqual(RETAINED_KINDS.map(() => 0))
  expect(plan().lastRun).toMatchObject({ staffName: HEAD.name, counts })
  const audited = engine.connection
    .statement<{ action: string; detail: string }>(
      `SELECT action, detail FROM audit WHERE action LIKE 'privacy.%' ORDER BY seq`,
    )
    .all()
  expect(audited.map(({ action, detail }) => [action, JSON.parse(detail)])).toEqual([
    ['privacy.retain', counts],
    ['privacy.retained', counts],
  ])
  expect(engine.run('audit.verify', {})).toMatchObject({ intact: true })
})

test('P3: a stranger’s name and number are really gone, on disk and in the outbox; what is younger is whole', async () => {
  await retain(planned())
  expect(existsSync(rejects)).toBe(false)
  const everything = engine.connection
    .statement<{ name: string }>(`SELECT name FROM sqlite_schema WHERE type = 'table'`)
    .all()
    .flatMap(({ name }) => engine.connection.statement<object>(`SELECT * FROM ${name}`).all())
    .map((row) => JSON.stringify(row))
  const naming = everything.filter((row) => row.includes(NAME) || row.includes(PHONE))
  expect(naming).toHaveLength(4)
  expect(naming.every((row) => /"(id|lead_id)":[23]/.test(row))).toBe(true)
  expect(rowOf(engine, 'SELECT state, product, source, lost_reason FROM lead WHERE id = 1')).toEqual({
    state: 'lost',
    product: 'loan',
    source: 'branch',
    lost_reason: 'no-need',
  })
})

test('P3: the words of an old referral and who came long ago are gone from the outbox too', async () => {
  const insert = engine.connection.statement(
    `INSERT INTO outbox (operation_id, operation, staff_no, at, payload) VALUES (?, ?, '8001', ?, ?)`,
  )
  const payload = JSON.stringify({ told: NAME })
  insert.run('old-1', 'referrals.offer', OLD_AT, payload)
  insert.run('old-2', 'lobby.arrive', OLD_AT, payload)
  insert.run('old-3', 'intents.flag', OLD_AT, payload)
  insert.run('new-1', 'referrals.offer', engine.sources.at, payload)
  insert.run('new-2', 'lobby.arrive', engine.sources.at, payload)
  await retain(planned())
  const left = engine.connection
    .statement<{ id: string }>(`SELECT operation_id AS id FROM outbox WHERE payload = ? ORDER BY id`)
    .all(payload)
  expect(left.map(({ id }) => id)).toEqual(['new-1', 'new-2', 'old-3'])
})

test('P3: a notice that nobody saw goes by its own age, also where its reader was switched off', async () => {
  const told = engine.connection.statement(
    `INSERT INTO notice (uid, staff_no, kind, about_uid, on_date, detail, once_key, created_at, seen_at)
     VALUES (?, ?, 'intent-overdue', 'i', '${DAY}', '{}', ?, ?, ?)`,
  )
  const keptFromAt = Date.parse('2026-08-25T00:00:00+08:00')
  const rows: readonly (readonly [string, string, number, number | null])[] = [
    ['unseen long', RM.no, keptFromAt - 1, null],
    ['unseen to the day', RM.no, keptFromAt, null],
    ['of who left', OTHER_RM.no, keptFromAt - 1, null],
    ['seen long', RM.no, OLD_AT, keptFromAt - 1],
    ['told long ago, seen lately', RM.no, OLD_AT, keptFromAt],
  ]
  for (const [uid, staffNo, createdAt, seenAt] of rows) told.run(uid, staffNo, uid, createdAt, seenAt)
  engine.connection.script(`UPDATE staff SET active = 0 WHERE no = '${OTHER_RM.no}'`)
  const counts = planned()
  expect(counts.notices).toBe(2 + 3)
  expect(plan().kinds.find(({ kind }) => kind === 'notices')?.oldestOn).toBe('1970-01-01')
  expect(await retain(counts)).toEqual(counts)
  const left = engine.connection.statement<{ uid: string }>('SELECT uid FROM notice ORDER BY uid').all()
  expect(left.map(({ uid }) => uid)).toEqual(['told long ago, seen lately', 'unseen to the day'])
})

test('P3: every row has an age, but for leads that are open: those are work and not past anything', () => {
  engine.connection.script(`UPDATE visit SET state = 'left'`)
  for (const kind of RETAINED_KINDS) {
    const { table, since } = RETAINED[kind]
    const ageless = engine.connection
      .statement<object>(`SELECT * FROM ${table} WHERE (${since}) IS NULL`)
      .all()
    expect(
      ageless.map((row) => ('state' in row ? row.state : row)),
      kind,
    ).toEqual(kind === 'leads' ? ['new'] : [])
    const nullable = engine.connection
      .statement<{ name: string }>(
        `SELECT name FROM pragma_table_info('${table}') WHERE "notnull" = 0 AND name = ?`,
      )
      .get(since)
    expect(nullable?.name ?? null, kind).toBe(kind === 'leads' ? 'closed_at' : null)
  }
})

test('P3: visits stay as figures, consents and every reference survive', async () => {
  await retain(planned())
  expect(rowOf(engine, 'SELECT count(*) AS n FROM visit')).toEqual({ n: 3 })
  expect(rowOf(engine, 'SELECT customer_id, lead_id, clue FROM visit WHERE id = 2')).toEqual({
    customer_id: null,
    lead_id: null,
    clue: '',
  })
  expect(rowOf(engine, 'SELECT clue FROM visit WHERE id = 3')).toEqual({ clue: '问贷款' })
  expect(rowOf(engine, 'SELECT count(*) AS n FROM consent')).toEqual({ n: 1 })
  expect(engine.connection.pragma('foreign_key_check')).toBeUndefined()
})

test('P3: a plan that changed since it was confirmed is refused, and nothing goes', async () => {
  const counts = planned()
  engine.connection.script(`
    INSERT INTO notice (uid, staff_no, kind, on_date, detail, once_key, created_at)
      VALUES ('n3', '1001', 'morning', '${OLD}', '{}', 'c', ${OLD_AT})`)
  await expect(retain(counts)).rejects.toThrowError('privacy.planChanged')
  expect(planned()).toEqual({ ...counts, notices: 3 })
  expect(existsSync(rejects)).toBe(true)
})

test('P3: an interrupted run leaves its plan in the audit, and the next run removes the rest', async () => {
  const counts = planned()
  const stop = new AbortController()
  const steps = privacyJobs['privacy.retain'](
    { runner: engine.runner, staff: HEAD, signal: stop.signal },
    { planned: counts },
  )
  await steps.next()
  await steps.next()
  await steps.return({ counts })
  const rest = planned()
  expect(rest.leads).toBe(1)
  expect(await retain(rest)).toEqual(rest)
  expect(Object.values(planned())).toEqual(RETAINED_KINDS.map(() => 0))
})

test('P3: each step looks at one stretch of a table in its own order, so that none takes longer the more there is', () => {
  for (const kind of RETAINED_KINDS) {
    const plan = engine.connection
      .statement<{ detail: string }>(`EXPLAIN QUERY PLAN ${RETAINED[kind].within.sql}`)
      .all(0, 1, 2, 3)
      .map(({ detail }) => detail)
    expect(plan[0], kind).toMatch(/^SEARCH \w+ USING INTEGER PRIMARY KEY \(rowid>\? AND rowid<\?\)$/)
    expect(plan.join(), kind).not.toContain('TEMP B-TREE')
  }
})

test('P3: many more rows than one step takes, and wide gaps between their numbers, are all removed', async () => {
  const insert = engine.connection.statement(
    `INSERT INTO arrival_event (id, source, at, outcome, summary) VALUES (?, 'hand', ?, 'arrived', '{}')`,
  )
  engine.connection.transaction(() => {
    for (let id = 10; id < 3_000; id++) insert.run(id, OLD_AT)
    for (let id = 900_000; id < 900_300; id++) insert.run(id, id % 2 === 0 ? OLD_AT : noonOf(DAY))
  })
  expect(await retain(planned())).toMatchObject({ arrivals: 1 + 2_990 + 150 })
  expect(rowOf(engine, 'SELECT count(*) AS kept, min(at) AS oldestAt FROM arrival_event')).toEqual({
    kept: 150,
    oldestAt: noonOf(DAY),
  })
})
