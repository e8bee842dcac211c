import { afterEach, beforeEach, expect, test } from 'vitest'
import { appendAudit } from '../../../src/main/engine/ledger.ts'
import type { TestEngine } from '../../support/engine/open-engine.ts'
import { addPerson, HEAD, openCounter, RM, rowOf, TELLER } from '../../support/intents/counter-branch.ts'

let engine: TestEngine
beforeEach(() => {
  engine = openCounter('2026-11-23')
  const { uid } = addPerson(engine)
  engine.run('intents.flag', { customerUid: uid, product: 'loan', level: 'mid' }, TELLER)
  engine.run('intents.flag', { customerUid: uid, product: 'loan', level: 'high' }, TELLER)
})
afterEach(() => engine.close())

const verify = () => engine.run('audit.verify', {})
/** What somebody with the key and a database tool could do. */
function tamper(sql: string): void {
  engine.connection.script(
    'DROP TRIGGER IF EXISTS audit_is_append_only; DROP TRIGGER IF EXISTS audit_keeps_rows',
  )
  engine.connection.script(sql)
}
const LINKS = 8

test('a chain that nobody touched is intact and names its last hash', () => {
  const last = rowOf<{ hash: string }>(
    engine,
    'SELECT lower(hex(hash)) AS hash FROM audit ORDER BY seq DESC LIMIT 1',
  )
  expect(verify()).toEqual({ intact: true, entries: LINKS, lastHash: last?.hash })
})

test('an empty file has an intact chain without links', () => {
  tamper(`DELETE FROM audit; DELETE FROM outbox; DELETE FROM sqlite_sequence WHERE name = 'outbox'`)
  expect(verify()).toEqual({ intact: true, entries: 0, lastHash: '0'.repeat(64) })
})

test.each([
  ['the instant', 'at = at + 1'],
  ['who', `staff_no = '1002'`],
  ['what', `action = 'intents.close'`],
  ['about whom', `customer_uid = replace(customer_uid, '1', '2')`],
  ['about whom, blanked', 'customer_uid = NULL'],
  ['the facts', `detail = replace(detail, 'mid', 'low')`],
])('P2: a change of %s in one link is found at that link', (_name, change) => {
  const seq = LINKS - 1
  expect(rowOf(engine, 'SELECT action FROM audit WHERE seq = ?', seq)).toEqual({ action: 'intents.flag' })
  tamper(`UPDATE audit SET ${change} WHERE seq = ${seq}`)
  expect(verify()).toEqual({ intact: false, entries: seq - 1, brokenAt: seq, reason: 'hash' })
})

test.each(['previous_hash', 'hash'] as const)('P2: one flipped bit of %s is found at its link', (column) => {
  tamper('SELECT 1')
  for (const seq of [1, 4, LINKS]) {
    const stored = rowOf<{ bytes: Uint8Array }>(
      engine,
      `SELECT ${column} AS bytes FROM audit WHERE seq = ?`,
      seq,
    )
    const original = stored?.bytes ?? new Uint8Array()
    const update = engine.connection.statement(`UPDATE audit SET ${column} = ? WHERE seq = ?`)
    for (const index of [0, 15, 31]) {
      update.run(
        original.map((byte, at) => (at === index ? byte ^ 1 : byte)),
        seq,
      )
      expect(verify()).toMatchObject({ intact: false, brokenAt: seq, reason: 'hash' })
    }
    update.run(Uint8Array.from(original), seq)
    expect(verify()).toMatchObject({ intact: true })
  }
})

test('a link that was taken out leaves a gap, at the start as in the middle', () => {
  tamper('DELETE FROM audit WHERE seq = 4')
  expect(verify()).toEqual({ intact: false, entries: 3, brokenAt: 4, reason: 'gap' })
  tamper('DELETE FROM audit WHERE seq = 1')
  expect(verify()).toEqual({ intact: false, entries: 0, brokenAt: 1, reason: 'gap' })
})

test('a link with another number is found where its own number is missing', () => {
  tamper(`UPDATE audit SET seq = 99 WHERE seq = ${LINKS}`)
  expect(verify()).toEqual({ intact: false, entries: LINKS - 1, brokenAt: LINKS, reason: 'gap' })
})

test('two links that changed places are found at the first of them', () => {
  tamper('UPDATE audit SET seq = -seq WHERE seq IN (3, 4); UPDATE audit SET seq = 7 + seq WHERE seq < 0')
  expect(verify()).toMatchObject({ intact: false, brokenAt: 3, reason: 'hash' })
})

test('links cut off at the end are missed, even after the outbox was sent and emptied', () => {
  tamper(`DELETE FROM audit WHERE seq > ${LINKS - 2}; DELETE FROM outbox`)
  expect(verify()).toEqual({ intact: false, entries: LINKS - 2, brokenAt: LINKS - 1, reason: 'truncated' })
})

test('a forged link without its hash is found', () => {
  tamper(
    `INSERT INTO audit SELECT seq + 1, at, staff_no, action, customer_uid, detail, hash, previous_hash FROM audit
     ORDER BY seq DESC LIMIT 1`,
  )
  expect(verify()).toMatchObject({ intact: false, brokenAt: LINKS + 1, reason: 'hash' })
})

test('a chain of any length, with links of any length, is checked link by link', () => {
  const { connection } = engine
  const texts = ['', '查询', 'x'.repeat(5_000), '龘'.repeat(3_000)]
  for (let count = 0; count < 1_500; count++) {
    const text = texts[count % texts.length] ?? ''
    appendAudit(connection, { at: count, staffNo: '8001', action: 'a', customerUid: null, detail: { text } })
  }
  const entries = LINKS + 1_500
  expect(verify()).toMatchObject({ intact: true, entries })
  tamper(`UPDATE audit SET detail = replace(detail, '查', '杳') WHERE seq = ${LINKS + 994}`)
  expect(verify()).toEqual({ intact: false, entries: LINKS + 993, brokenAt: LINKS + 994, reason: 'hash' })
  tamper('DELETE FROM audit WHERE seq = 501')
  expect(verify()).toEqual({ intact: false, entries: 500, brokenAt: 501, reason: 'gap' })
})

test('the list reads newest first, in pages, with the name of who did it', () => {
  const first = engine.run('audit.list', { limit: 2 })
  expect(first.map((entry) => [entry.seq, entry.action, entry.staffName])).toEqual([
    [8, 'intents.flag', TELLER.name],
    [7, 'intents.flag', TELLER.name],
  ])
  expect(first[0]?.detail).toEqual({ product: 'loan', level: 'high', created: false })
  const second = engine.run('audit.list', { beforeSeq: 7, limit: 200 })
  expect(second.map((entry) => entry.seq)).toEqual([6, 5, 4, 3, 2, 1])
})

test('what happened outside the database is listed under its own name', () => {
  const uid = rowOf<{ uid: string }>(engine, 'SELECT uid FROM customer')?.uid ?? ''
  engine.runner.run(
    'audit.record',
    { action: 'followups.savePdf', customerUid: uid, detail: { printNo: 3 } },
    RM,
  )
  expect(engine.run('audit.list', { limit: 1 }, HEAD)[0]).toEqual({
    seq: LINKS + 1,
    at: engine.sources.at,
    staffNo: RM.no,
    staffName: RM.name,
    action: 'followups.savePdf',
    customerUid: uid,
    detail: { printNo: 3 },
  })
  expect(verify()).toMatchObject({ intact: true, entries: LINKS + 1 })
})

test('P2: the reason of a reveal, which may name the customer, is for the head and not for an administrator', () => {
  const uid = rowOf<{ uid: string }>(engine, 'SELECT uid FROM customer')?.uid ?? ''
  engine.run('customers.open', { uid }, RM)
  engine.run('customers.reveal', { uid, group: 'phone', reason: '王先生来电核对' }, RM)
  const readBy = (role: 'head' | 'admin') =>
    engine.run('audit.list', { limit: 1 }, { ...HEAD, role })[0]?.detail
  expect(readBy('head')).toEqual({ group: 'phone', reason: '王先生来电核对' })
  expect(readBy('admin')).toEqual({ group: 'phone', reason: '***' })
})
