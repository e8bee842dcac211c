import { afterEach, beforeEach, expect, test } from 'vitest'
import { UNREMINDED } from '../../../src/main/features/notices/acceptance.ts'
import { SEEN_AFTERWARDS, UNSEEN_FIRST } from '../../../src/main/features/notices/list.ts'
import { STALE_MORNING } from '../../../src/main/features/notices/morning.ts'
import { addNotice } from '../../../src/main/records/notices/add-notice.ts'
import type { TestEngine } from '../../support/engine/open-engine.ts'
import { ADMIN, HEAD, noonOf, OTHER_RM, openCounter, RM } from '../../support/intents/counter-branch.ts'
import { internal, promise, told } from '../../support/notices/clock-branch.ts'

const FRIDAY = '2026-11-20'
const at = (shanghai: string) => Date.parse(`${shanghai}:00+08:00`)
let engine: TestEngine
beforeEach(() => {
  engine = openCounter(FRIDAY)
})
afterEach(() => engine.close())

function late(): string {
  const uid = promise(engine, FRIDAY)
  engine.sources.at = noonOf('2026-11-25')
  internal(engine, 'followups.escalate', {})
  return uid
}

test('the bell names the person masked, what about and by when, to nobody but whom it was told', () => {
  late()
  const { unseen, rows } = engine.run('notices.list', {}, RM)
  expect(unseen).toBe(1)
  expect(rows[0]).toMatchObject({
    kind: 'intent-overdue',
    seen: false,
    detail: { days: 3 },
    subject: { customer: { maskedPhone: '100****0001' }, product: 'loan', byOn: FRIDAY },
  })
  expect(JSON.stringify(rows)).not.toContain('测试0001')
  for (const other of [OTHER_RM, HEAD]) expect(engine.run('notices.list', {}, other).rows).toEqual([])
})

test('an administrator who is told something is shown nobody', () => {
  late()
  engine.connection.statement('UPDATE notice SET staff_no = ?').run(ADMIN.no)
  expect(engine.run('notices.list', {}, ADMIN).rows[0]?.subject).toBeNull()
})

test('what was seen stays seen, one’s own only', () => {
  late()
  const uid = engine.run('notices.list', {}, RM).rows[0]?.uid ?? ''
  expect(engine.run('notices.see', { uids: [uid] }, OTHER_RM)).toEqual({ seen: 0 })
  expect(engine.run('notices.see', { uids: [uid] }, RM)).toEqual({ seen: 1 })
  expect(engine.run('notices.see', {}, RM)).toEqual({ seen: 0 })
  expect(engine.run('notices.list', {}, RM)).toMatchObject({ unseen: 0, rows: [{ seen: true }] })
})

test('the morning’s work is told once, when the branch opens on a worked day, and forgotten the day after', () => {
  promise(engine, FRIDAY)
  promise(engine, '2026-11-19')
  engine.sources.at = at('2026-11-20T08:29')
  expect(internal(engine, 'notices.tellDueAt', {})).toBe(at('2026-11-20T08:30'))
  internal(engine, 'notices.tellDue', {})
  expect(told(engine)).toEqual([])
  engine.sources.at = at('2026-11-20T08:30')
  expect(internal(engine, 'notices.tellDueAt', {})).toBe(engine.sources.at)
  internal(engine, 'notices.tellDue', {})
  internal(engine, 'notices.tellDue', {})
  expect(told(engine)).toEqual([`${RM.no} morning {"today":1,"overdue":1}`])
  engine.sources.at = at('2026-11-21T09:00')
  internal(engine, 'notices.tellDue', {})
  expect(told(engine)).toEqual([])
  expect(internal(engine, 'notices.tellDueAt', {})).toBe(at('2026-11-22T00:00'))
})

test('F4: whoever signs in late in the morning is told of it at once; work that comes up in the afternoon is not', () => {
  promise(engine, FRIDAY)
  engine.sources.at = at('2026-11-20T12:59')
  expect(internal(engine, 'notices.tellDueAt', {})).toBe(engine.sources.at)
  internal(engine, 'notices.tellDue', {})
  const morning = [`${RM.no} morning {"today":1,"overdue":0}`]
  expect(told(engine)).toEqual(morning)
  engine.sources.at = at('2026-11-20T13:00')
  const uid = promise(engine, FRIDAY)
  engine.run('intents.reassign', { intentUid: uid, ownerNo: OTHER_RM.no }, HEAD)
  for (const time of ['13:00', '17:10', '23:59']) {
    engine.sources.at = at(`2026-11-20T${time}`)
    expect(internal(engine, 'notices.tellDueAt', {})).toBe(at('2026-11-21T00:00'))
    internal(engine, 'notices.tellDue', {})
    expect(told(engine)).toEqual(morning)
  }
})

test('F4: the morning is the first half of the hours that the branch works, whatever those are', () => {
  const hours = { ...engine.run('settings.get', {}, HEAD), workFrom: '12:00', workTo: '20:00' }
  engine.run('settings.save', { settings: hours }, HEAD)
  promise(engine, FRIDAY)
  engine.sources.at = at('2026-11-20T11:59')
  internal(engine, 'notices.tellDue', {})
  expect(told(engine)).toEqual([])
  engine.sources.at = at('2026-11-20T16:00')
  internal(engine, 'notices.tellDue', {})
  expect(told(engine)).toEqual([])
  engine.sources.at = at('2026-11-20T15:59')
  internal(engine, 'notices.tellDue', {})
  expect(told(engine)).toHaveLength(1)
})

test('a clock that is set back to before the branch opens takes the morning back, as it has not come yet', () => {
  promise(engine, FRIDAY)
  engine.sources.at = at('2026-11-20T09:00')
  internal(engine, 'notices.tellDue', {})
  expect(told(engine)).toHaveLength(1)
  engine.sources.at = at('2026-11-20T08:00')
  expect(internal(engine, 'notices.tellDueAt', {})).toBe(engine.sources.at)
  internal(engine, 'notices.tellDue', {})
  expect(told(engine)).toEqual([])
})

test('L8: whoever lets an acceptance clock run is reminded in its last quarter, once', () => {
  const byAt = at('2026-11-20T15:00')
  const person = engine.connection.statement<{ id: number }>('SELECT id FROM customer').get()
  expect(person).toBeUndefined()
  promise(engine, FRIDAY)
  engine.connection
    .statement(
      `INSERT INTO referral (uid, customer_id, product, level, reason, from_no, to_no, state, offered_at, accept_by_at,
         updated_at) SELECT 'r1', id, 'loan', 'mid', '', '1001', '3001', 'offered', 0, ?, 0 FROM customer`,
    )
    .run(byAt)
  engine.sources.at = at('2026-11-20T14:44')
  internal(engine, 'notices.tellDue', {})
  expect(internal(engine, 'notices.tellDueAt', {})).toBe(at('2026-11-20T14:45'))
  engine.sources.at = at('2026-11-20T14:45')
  internal(engine, 'notices.tellDue', {})
  internal(engine, 'notices.tellDue', {})
  expect(told(engine).filter((each) => each.includes('accept-soon'))).toEqual([
    `${RM.no} referral-accept-soon {"acceptByAt":${byAt}}`,
  ])
})

test('the system is told numbers only, what it showed is not shown again, and what came since is', () => {
  late()
  const first = internal(engine, 'notices.unshown', {}, RM)
  expect(first).toMatchObject({
    unseen: 1,
    kinds: [{ kind: 'intent-overdue', count: 1 }],
    quietUntil: null,
    serving: false,
  })
  promise(engine, FRIDAY)
  internal(engine, 'followups.escalate', {})
  internal(engine, 'notices.markShown', { upToId: first.upToId }, RM)
  expect(internal(engine, 'notices.unshown', {}, RM)).toMatchObject({
    unseen: 2,
    kinds: [{ kind: 'intent-overdue', count: 1 }],
  })
})

test('a customer of today at one’s own window means serving; a finished one does not', () => {
  const visit = engine.connection.statement(
    `INSERT INTO visit (uid, on_date, business, state, arrived_at, state_at, served_by, source, created_by, created_at,
       updated_at) VALUES (?, '2026-11-20', 'cash', ?, 0, 0, '3001', 'hand', '3001', 0, 0)`,
  )
  visit.run('v1', 'done')
  expect(internal(engine, 'notices.unshown', {}, RM).serving).toBe(false)
  visit.run('v2', 'serving')
  expect(internal(engine, 'notices.unshown', {}, RM).serving).toBe(true)
  expect(internal(engine, 'notices.unshown', {}, OTHER_RM).serving).toBe(false)
})

test('what is asked after every change reads an index, and no list of notices is sorted but the few unseen ones', () => {
  const planOf = (sql: string) =>
    engine.connection
      .statement<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
      .all(...Array.from(sql.matchAll(/\?/g), () => 1))
      .map(({ detail }) => detail)
      .join(' ')
  expect(planOf(UNREMINDED.sql)).toContain('USING INDEX referral_offered_by_clock')
  expect(planOf(UNREMINDED.sql)).not.toContain('TEMP B-TREE')
  expect(planOf(STALE_MORNING.sql)).toMatch(
    /SEARCH notice USING INDEX sqlite_autoindex_notice_\d \(once_key>/,
  )
  expect(planOf(UNSEEN_FIRST.sql)).toContain('USING INDEX notice_unseen')
  expect(planOf(SEEN_AFTERWARDS.sql)).not.toContain('TEMP B-TREE')
})

test('the list goes on behind the unseen ones with those that were seen, the newest first', () => {
  for (const days of [0, 1, 2, 3]) {
    addNotice(engine.runner.writeContext(RM).context, {
      staffNo: RM.no,
      kind: days === 1 ? 'intent-high-risk' : 'view-cap',
      aboutUid: null,
      onceKey: `n${days}`,
      detail: { n: days },
    })
  }
  engine.connection.statement(`UPDATE notice SET seen_at = 1 WHERE once_key IN ('n0', 'n3')`).run()
  const shown = (limit: number) =>
    engine.run('notices.list', { limit }, RM).rows.map(({ detail }) => detail.n)
  expect(shown(10)).toEqual([1, 2, 3, 0])
  expect(shown(3)).toEqual([1, 2, 3])
  expect(shown(1)).toEqual([1])
})
