import { afterEach, beforeEach, expect, test } from 'vitest'
import { staffNo } from '../../../src/shared/contract/fields.ts'
import { SYSTEM_NO } from '../../../src/shared/domain/branch/actor.ts'
import type { TestEngine } from '../../support/engine/open-engine.ts'
import {
  addPerson,
  HEAD,
  noonOf,
  openCounter,
  RM,
  rowOf,
  TELLER,
} from '../../support/intents/counter-branch.ts'
import { internal, promise } from '../../support/notices/clock-branch.ts'
import { bounceAt, instantOf, refer } from '../../support/referrals/referring-branch.ts'

let engine: TestEngine
beforeEach(() => {
  engine = openCounter('2026-11-23')
})
afterEach(() => engine.close())

const actorIn = (ledger: 'audit' | 'outbox', operation: string) =>
  engine.connection
    .statement<{ no: string }>(
      `SELECT DISTINCT staff_no AS no FROM ${ledger}
       WHERE ${ledger === 'audit' ? 'action' : 'operation'} = ?`,
    )
    .all(operation)
    .map(({ no }) => no)

test('what the clock does is done by the program, whoever sits there', () => {
  engine.sources.at = instantOf('2026-11-23 10:00')
  refer(engine, addPerson(engine).uid, RM)
  promise(engine, '2026-11-20')
  bounceAt(engine, '2026-11-23 11:05')
  internal(engine, 'followups.escalate', {}, TELLER)
  internal(engine, 'notices.tellDue', {}, TELLER)
  for (const name of ['referrals.bounce', 'followups.escalate', 'notices.tellDue']) {
    expect(actorIn('audit', name), name).toEqual([SYSTEM_NO])
    expect(actorIn('outbox', name), name).toEqual([SYSTEM_NO])
  }
  expect(actorIn('audit', 'referrals.offer')).toEqual([TELLER.no])
})

test('what a machine in the lobby tells is told by the program, and gives nobody a reason to look', () => {
  const person = addPerson(engine)
  const key = { kind: 'phone', text: person.phone } as const
  internal(engine, 'lobby.report', { source: 'reader', ticket: 'A017', business: 'cash', key }, TELLER)
  internal(engine, 'arrivals.unreadable', { source: 'reader', reason: 'noFields' }, TELLER)
  for (const name of ['lobby.report', 'arrivals.unreadable']) {
    expect(actorIn('audit', name), name).toEqual([SYSTEM_NO])
    expect(actorIn('outbox', name), name).toEqual([SYSTEM_NO])
  }
  expect(rowOf(engine, 'SELECT created_by FROM visit')).toEqual({ created_by: SYSTEM_NO })
})

test('the chain holds across both kinds of actor, and the audit page has no name for the program', () => {
  internal(engine, 'followups.escalate', {}, TELLER)
  expect(engine.run('audit.verify', {})).toMatchObject({ intact: true })
  const entry = engine.run('audit.list', {}).find(({ action }) => action === 'followups.escalate')
  expect(entry).toMatchObject({ staffNo: SYSTEM_NO, staffName: '' })
})

test('nobody can be hired under the program’s number', () => {
  expect(staffNo.safeParse(SYSTEM_NO).success).toBe(false)
  expect(rowOf(engine, 'SELECT 1 FROM staff WHERE no = ?', SYSTEM_NO)).toBeUndefined()
})

test('the program is nobody on the head’s page and has no load', () => {
  engine.sources.at = noonOf('2026-11-24')
  internal(engine, 'followups.escalate', {}, TELLER)
  expect(engine.run('privacy.day', {}, HEAD).staff.map((each) => each.staffNo)).not.toContain(SYSTEM_NO)
  expect(engine.run('leads.load', {}, HEAD).map(({ no }) => no)).not.toContain(SYSTEM_NO)
})
