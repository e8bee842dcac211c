import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { InputOf } from '../../../src/shared/contract/index.ts'
import type { SessionStaff } from '../../../src/shared/contract/session.ts'
import type { Channel, Outcome } from '../../../src/shared/domain/work/contact.ts'
import type { TestEngine } from '../../support/engine/open-engine.ts'
import {
  addPerson,
  HEAD,
  type InventedPerson,
  OTHER_RM,
  openCounter,
  RM,
  rowOf,
  TELLER,
} from '../../support/intents/counter-branch.ts'
import { branchImage } from '../../support/undo/branch-image.ts'
import { takeBack } from '../../support/undo/take-back.ts'

const TODAY = '2026-11-20'
let engine: TestEngine
let person: InventedPerson
let intentUid: string
beforeEach(() => {
  engine = openCounter(TODAY)
  person = addPerson(engine, { ownerNo: RM.no })
  intentUid = engine.run('intents.flag', { customerUid: person.uid, product: 'loan', level: 'mid' }, TELLER)
    .intent.uid
})
afterEach(() => engine.close())

/** Records a contact as it was typed by mistake, and gives its uid. */
function recorded(channel: Channel, outcome: Outcome, note = '', about: object = { intentUid }): string {
  engine.run('followups.record', { ...about, channel, outcome, note }, RM)
  return rowOf<{ uid: string }>(engine, 'SELECT uid FROM contact ORDER BY id DESC')?.uid ?? ''
}
const correct = (input: InputOf<'followups.correct'>, staff: SessionStaff = RM) =>
  engine.run('followups.correct', input, staff)
const contact = () =>
  rowOf(engine, 'SELECT channel, outcome, marketing, note, staff_no AS no FROM contact ORDER BY id DESC')
const versions = () =>
  engine.connection
    .statement<Record<string, unknown>>(
      `SELECT channel, outcome, marketing, note, reason, corrected_by AS "by", corrected_at AS "at"
       FROM contact_version ORDER BY id`,
    )
    .all()
const entryOf = (staff: SessionStaff) => {
  engine.run('customers.open', { uid: person.uid }, staff)
  const { entries } = engine.run('customers.timeline', { uid: person.uid, kinds: ['channel'] }, staff)
  return entries[0]
}

describe('F6: a contact is corrected, and both versions are kept', () => {
  test('it says the new words, by whom it was recorded; the old ones stand with who corrected them, when and why', () => {
    const contactUid = recorded('face', 'reached', '问了利率')
    const recordedAt = engine.sources.at
    engine.sources.at += 60_000
    expect(correct({ contactUid, channel: 'phone', outcome: 'no-answer', reason: '点错了' })).toBeNull()
    expect(contact()).toEqual({
      channel: 'phone',
      outcome: 'no-answer',
      marketing: 1,
      note: '问了利率',
      no: RM.no,
    })
    expect(versions()).toEqual([
      {
        channel: 'face',
        outcome: 'reached',
        marketing: 0,
        note: '问了利率',
        reason: '点错了',
        by: RM.no,
        at: engine.sources.at,
      },
    ])
    engine.sources.at += 60_000
    engine.run('customers.open', { uid: person.uid }, HEAD)
    correct({ contactUid, channel: 'phone', outcome: 'appointment', note: '周三来' }, HEAD)
    expect(entryOf(OTHER_RM)).toMatchObject({
      code: 'appointment',
      channel: 'phone',
      text: '周三来',
      staffName: RM.name,
      contact: {
        uid: contactUid,
        mayCorrect: false,
        earlier: [
          {
            outcome: 'no-answer',
            writtenBy: RM.name,
            writtenAt: recordedAt + 60_000,
            correctedBy: HEAD.name,
          },
          {
            outcome: 'reached',
            writtenBy: RM.name,
            writtenAt: recordedAt,
            correctedBy: RM.name,
            reason: '点错了',
          },
        ],
      },
    })
    expect(entryOf(RM)?.contact?.mayCorrect).toBe(true)
    expect(entryOf(HEAD)?.contact?.mayCorrect).toBe(true)
  })

  test('the database lets nobody write over an earlier version', () => {
    correct({ contactUid: recorded('face', 'reached'), channel: 'face', outcome: 'interested' })
    expect(() => engine.connection.script(`UPDATE contact_version SET note = 'x'`)).toThrow('version stands')
  })

  test('the date of the intent stays, and so does the day of the last contact', () => {
    const contactUid = recorded('face', 'reached')
    const dates = () =>
      rowOf(engine, 'SELECT next_on, warn_on, due_rule, status FROM intent WHERE uid = ?', intentUid)
    const before = dates()
    correct({ contactUid, channel: 'sms', outcome: 'not-now' })
    expect(dates()).toEqual(before)
    expect(rowOf(engine, 'SELECT last_contact_on AS day FROM customer_facts')).toEqual({ day: TODAY })
  })

  test('I1: evidence of the intent is counted again, both ways', () => {
    const evidence = () =>
      rowOf<{ day: string }>(engine, 'SELECT last_evidence_on AS day FROM intent WHERE uid = ?', intentUid)
        ?.day
    engine.sources.at += 3 * 86_400_000
    const contactUid = recorded('phone', 'no-answer')
    expect(evidence()).toBe(TODAY)
    correct({ contactUid, channel: 'phone', outcome: 'interested' })
    expect(evidence()).toBe('2026-11-23')
    correct({ contactUid, channel: 'phone', outcome: 'not-now' })
    expect(evidence()).toBe(TODAY)
  })

  test('a talk face to face is a visit, and none once it was a call', () => {
    const lastVisit = () => rowOf(engine, 'SELECT last_visit_on AS day FROM customer_facts')
    const before = lastVisit()
    const contactUid = recorded('face', 'reached')
    expect(lastVisit()).toEqual({ day: TODAY })
    correct({ contactUid, channel: 'phone', outcome: 'reached' })
    expect(lastVisit()).toEqual(before)
  })

  test('X2: within 8 seconds the correction is taken back, and all is as it was', () => {
    const contactUid = recorded('phone', 'no-answer')
    const before = branchImage(engine)
    engine.sources.at += 1_000
    correct({ contactUid, channel: 'face', outcome: 'interested', note: '来过' })
    expect(takeBack(engine, RM)).toMatchObject({ action: 'followups.correct', subject: { kind: 'customer' } })
    expect(branchImage(engine)).toEqual(before)
    takeBack(engine, RM)
    expect(rowOf(engine, 'SELECT count(*) AS n FROM contact')).toEqual({ n: 0 })
  })

  test('a contact that was corrected since is not taken back', () => {
    const contactUid = recorded('phone', 'no-answer')
    const { operationId } = engine.run('undo.newest', {}, RM) ?? { operationId: '' }
    engine.run('customers.open', { uid: person.uid }, HEAD)
    correct({ contactUid, channel: 'phone', outcome: 'reached' }, HEAD)
    expect(() => engine.run('undo.take', { operationId }, RM)).toThrow('undo.builtUpon')
  })
})

describe('F6: what is not corrected', () => {
  const words = { channel: 'phone', outcome: 'reached', note: null } as const

  test('nothing different is no correction', () => {
    const contactUid = recorded('phone', 'reached', '问了利率')
    expect(() => correct({ contactUid, ...words })).toThrow('followups.nothingToCorrect')
    expect(() => correct({ contactUid, ...words, note: '问了利率' })).toThrow('followups.nothingToCorrect')
    expect(versions()).toEqual([])
  })

  test('business done and a refusal have their own ways back', () => {
    const contactUid = recorded('phone', 'reached')
    expect(() => correct({ contactUid, ...words, outcome: 'converted' })).toThrow(
      'followups.correctsConverted',
    )
    expect(() => correct({ contactUid, ...words, outcome: 'refused' })).toThrow('followups.correctsRefused')
    const refusalUid = recorded('phone', 'refused')
    expect(() => correct({ contactUid: refusalUid, ...words })).toThrow('followups.correctsRefused')
    expect(() => correct({ contactUid: refusalUid, channel: 'sms', outcome: 'refused' })).toThrow(
      'followups.correctsRefused',
    )
    correct({ contactUid: refusalUid, channel: 'phone', outcome: 'refused', note: '嫌费用高' })
    expect(rowOf(engine, 'SELECT channel FROM refusal')).toEqual({ channel: 'phone' })
  })

  test('P3: not to a channel that is closed, neither by the rule nor by the database; off it always', () => {
    const contactUid = recorded('sms', 'reached')
    recorded('phone', 'refused')
    expect(() => correct({ contactUid, channel: 'phone', outcome: 'reached' })).toThrow(
      'followups.channelRefused',
    )
    const bypass = (set: string) =>
      engine.connection.statement(`UPDATE contact SET ${set} WHERE uid = ?`).run(contactUid)
    expect(() => bypass(`channel = 'phone'`)).toThrow('channel refused')
    recorded('sms', 'refused', '', { customerUid: person.uid })
    correct({ contactUid, channel: 'sms', outcome: 'interested' })
    correct({ contactUid, channel: 'face', outcome: 'interested' })
    expect(() => bypass(`channel = 'sms', marketing = 1`)).toThrow('channel refused')
  })

  test('P3: not into marketing after the consent to it was withdrawn', () => {
    const contactUid = recorded('face', 'reached')
    engine.run('customers.open', { uid: person.uid }, RM)
    const withdrawn = { purpose: 'marketing', given: false } as const
    engine.run(
      'consents.record',
      { customerUid: person.uid, purposes: [withdrawn], channels: [], textVersion: 1 },
      RM,
    )
    expect(() => correct({ contactUid, channel: 'app', outcome: 'reached' })).toThrow(
      'followups.channelRefused',
    )
    expect(() => engine.connection.script(`UPDATE contact SET marketing = 1, channel = 'app'`)).toThrow(
      'consent withdrawn',
    )
  })
})

describe('P2: who corrects, and what they see of it', () => {
  test('whoever recorded it, without opening the customer; the head with the panel open; nobody else', () => {
    const contactUid = recorded('face', 'reached')
    const shown = (staff: SessionStaff) => engine.run('followups.contact', { contactUid }, staff)
    const after = { contactUid, channel: 'phone', outcome: 'reached' } as const
    for (const staff of [TELLER, OTHER_RM]) {
      engine.run('customers.open', { uid: person.uid }, staff)
      expect(() => shown(staff)).toThrow('followups.notYourContact')
      expect(() => correct(after, staff)).toThrow('followups.notYourContact')
    }
    expect(() => shown(HEAD)).toThrow('customers.notOpened')
    expect(() => correct(after, HEAD)).toThrow('customers.notOpened')
    expect(shown(RM)).toMatchObject({ outcome: 'reached', customer: { uid: person.uid }, mayCorrect: true })
    engine.run('customers.open', { uid: person.uid }, HEAD)
    expect(shown(HEAD).staffName).toBe(RM.name)
    correct(after, HEAD)
    const nobody = '0190a000-0000-7000-8000-000000000000'
    expect(() => correct({ ...after, contactUid: nobody })).toThrow('followups.notFound')
  })

  test('words are masked; who leaves the note alone keeps what the mask hides', () => {
    const note = '改打 13800001234 找本人'
    const contactUid = recorded('phone', 'no-answer', note)
    const shown = engine.run('followups.contact', { contactUid }, RM)
    expect(shown.note).not.toContain('13800001234')
    expect(shown.noteIsMasked).toBe(true)
    correct({ contactUid, channel: 'phone', outcome: 'reached', reason: '13800001234 接了' })
    expect(contact()).toMatchObject({ note })
    const earlier = entryOf(OTHER_RM)?.contact?.earlier[0]
    expect(earlier?.note).toBe(shown.note)
    expect(earlier?.reason).not.toContain('13800001234')
  })

  test('P2: it stands in the audit and in the outbox, with no words in the audit', () => {
    const contactUid = recorded('face', 'reached')
    correct({ contactUid, channel: 'face', outcome: 'interested', note: '想看大额存单', reason: '漏记' })
    const link = rowOf<{ about: string; detail: string }>(
      engine,
      `SELECT customer_uid AS about, detail FROM audit WHERE action = 'followups.correct'`,
    )
    expect(link?.about).toBe(person.uid)
    expect(JSON.parse(link?.detail ?? '')).toEqual({ channel: 'face', outcome: 'interested', contactUid })
  })

  test('what one did today knows which contact to correct, once it is too late to take it back', () => {
    const contactUid = recorded('face', 'reached')
    engine.sources.at += 8_001
    const [step] = engine.run('undo.today', {}, RM).steps
    expect(step).toMatchObject({
      action: 'followups.record',
      detail: { contactUid },
      state: { kind: 'too-late' },
    })
  })

  test('the record that the contact hangs on is merged: it is corrected and read under the person', () => {
    const contactUid = recorded('face', 'reached')
    const root = addPerson(engine)
    engine.connection.statement('UPDATE customer SET merged_into = ? WHERE id = ?').run(root.id, person.id)
    correct({ contactUid, channel: 'face', outcome: 'interested' })
    engine.run('customers.open', { uid: root.uid }, RM)
    const { lastContacts } = engine.run('customers.open', { uid: root.uid }, RM)
    expect(lastContacts[0]).toMatchObject({ code: 'interested', contact: { uid: contactUid } })
    expect(lastContacts[0]?.contact?.earlier).toHaveLength(1)
  })
})
