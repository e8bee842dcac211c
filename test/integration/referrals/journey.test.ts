import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { REFERRALS } from '../../../src/main/features/referrals/list.ts'
import type { TestEngine } from '../../support/engine/open-engine.ts'
import {
  ADMIN,
  addPerson,
  HEAD,
  type InventedPerson,
  LOBBY,
  noonOf,
  OTHER_RM,
  openCounter,
  RM,
  rowOf,
  TELLER,
} from '../../support/intents/counter-branch.ts'
import { saved } from '../../support/leads/lobby-branch.ts'
import { ownerOf, refer, seenByReferrer, toldTo } from '../../support/referrals/referring-branch.ts'

let engine: TestEngine
let person: InventedPerson
beforeEach(() => {
  engine = openCounter('2026-11-23')
  person = addPerson(engine, { tier: 'high-net-worth' })
})
afterEach(() => engine.close())

const offerTo = (toNo: string, from = TELLER) =>
  engine.run(
    'referrals.offer',
    { customerUid: person.uid, toNo, product: 'wealth', level: 'high', reason: '问大额存单' },
    from,
  )

describe('handing on (L8)', () => {
  test('never to oneself, to somebody switched off, or to an administrator', () => {
    engine.runner.run('staff.activate', { no: OTHER_RM.no, active: false }, HEAD)
    expect(() => offerTo(TELLER.no)).toThrowError('referrals.toSelf')
    expect(() => offerTo(OTHER_RM.no)).toThrowError('referrals.receiverUnknown')
    expect(() => offerTo(ADMIN.no)).toThrowError('referrals.receiverUnknown')
    expect(rowOf(engine, 'SELECT count(*) AS n FROM referral')).toEqual({ n: 0 })
  })

  test('the same wish is not put into two hands', () => {
    offerTo(RM.no)
    expect(() => offerTo(OTHER_RM.no, LOBBY)).toThrowError('referrals.alreadyOpen')
  })

  test('teller → lobby → rm: who has it hands it on, and what comes of it is seen and credited all the way back', () => {
    const first = offerTo(LOBBY.no).uid
    const second = offerTo(RM.no, LOBBY).uid
    const todo = (staff: typeof RM) =>
      engine.run('referrals.list', { view: 'to-do' }, staff).rows.map(({ uid, state }) => [uid, state])
    expect(todo(LOBBY)).toEqual([])
    expect(todo(RM)).toEqual([[second, 'offered']])
    engine.run('referrals.accept', { referralUid: second }, RM)
    engine.run('referrals.advance', { referralUid: second, to: 'qualified', note: '约周三' }, RM)
    const seen = seenByReferrer(engine)
    expect(seen).toMatchObject({ uid: first, state: 'qualified', credited: true, outcomeNote: '约周三' })
    expect(seen.steps.map(({ event, byName, toName }) => [event, byName, toName])).toEqual([
      ['offered', TELLER.name, LOBBY.name],
      ['accepted', LOBBY.name, LOBBY.name],
      ['handed-on', LOBBY.name, RM.name],
      ['accepted', RM.name, RM.name],
      ['qualified', RM.name, RM.name],
    ])
    expect(toldTo(engine, TELLER)).toEqual(['referral-accepted', 'referral-qualified'])
    expect(engine.run('referrals.list', { view: 'referred' }, LOBBY).counts.qualified).toBe(1)
  })

  test('what was handed on and declined is back in the hands it came from', () => {
    const first = offerTo(LOBBY.no).uid
    const second = offerTo(RM.no, LOBBY).uid
    engine.run('referrals.decline', { referralUid: second, reason: '本周外出' }, RM)
    expect(engine.run('referrals.list', { view: 'to-do' }, LOBBY).rows.map(({ uid }) => uid)).toEqual([first])
    expect(seenByReferrer(engine).state).toBe('accepted')
  })

  test('after it was declined it may be handed to somebody else', () => {
    const { uid } = offerTo(RM.no)
    engine.run('referrals.decline', { referralUid: uid, reason: '本周外出' }, RM)
    expect(offerTo(OTHER_RM.no).toName).toBe(OTHER_RM.name)
  })

  test('a refusal of marketing does not stop it, and is told to who hands on', () => {
    engine.connection
      .statement(`INSERT INTO refusal (customer_id, channel, on_date) VALUES (?, 'phone', '2026-11-01')`)
      .run(person.id)
    expect(offerTo(RM.no).prohibitions.map(({ kind }) => kind)).toContain('opted-out')
  })

  test('lobby hands on to a manager in the same way', () => {
    offerTo(RM.no, LOBBY)
    expect(engine.run('referrals.list', { view: 'to-do' }, RM).rows).toHaveLength(1)
  })
})

describe('taking over', () => {
  test('the intent behind it goes to who accepts, and its promised date stays', () => {
    engine.run('intents.flag', { customerUid: person.uid, product: 'wealth', level: 'mid' }, LOBBY)
    const before = ownerOf(engine, 'intent')
    expect(before?.owner_no).toBe(LOBBY.no)
    const uid = refer(engine, person.uid, RM)
    expect(ownerOf(engine, 'intent')).toEqual(before)
    engine.run('referrals.accept', { referralUid: uid }, RM)
    expect(ownerOf(engine, 'intent')).toEqual({ owner_no: RM.no, next_on: before?.next_on })
    expect(engine.lastTables()).toContain('intent')
  })

  test('a date that has passed is counted anew, so that nobody takes over work that is late', () => {
    engine.run('intents.flag', { customerUid: person.uid, product: 'wealth', level: 'high' }, LOBBY)
    engine.sources.at = noonOf('2026-12-07')
    const uid = refer(engine, person.uid, RM)
    engine.run('referrals.accept', { referralUid: uid }, RM)
    expect(ownerOf(engine, 'intent')).toEqual({ owner_no: RM.no, next_on: '2026-12-09' })
  })

  test('a lead goes with its referral in the same way', () => {
    const leadUid = '0190a1b2-0000-7000-8000-0000000000aa'
    engine.connection
      .statement(
        `INSERT INTO lead (uid, surname, title, phone, same_key, product, level, note, source, state, owner_no,
           warn_on, next_on, created_by, created_at, updated_at)
         VALUES (?, '欧阳', 'ms', '10000000099', 'phone:10000000099', 'loan', 'mid', '', 'branch', 'new', '2001',
           '2026-11-26', '2026-11-30', '1001', 1, 1)`,
      )
      .run(leadUid)
    const { uid } = engine.run(
      'referrals.offer',
      { leadUid, toNo: RM.no, product: 'loan', level: 'mid', reason: '问房贷' },
      TELLER,
    )
    const [row] = engine.run('referrals.list', { view: 'to-do' }, RM).rows
    expect(row?.subject).toEqual({
      kind: 'lead',
      leadUid,
      surname: '欧阳',
      title: 'ms',
      maskedPhone: '100****0099',
      ticket: null,
    })
    engine.run('referrals.accept', { referralUid: uid }, RM)
    expect(ownerOf(engine, 'lead')).toEqual({ owner_no: RM.no, next_on: '2026-11-30' })
  })

  test('P2: of a stranger’s tail the same stands here as in the leads, and no number or name in what was written', () => {
    const lead = saved(engine, { phone: null, phoneTail: '5678', product: 'loan', level: 'mid' }, LOBBY)
    const wish = { toNo: RM.no, product: 'loan', level: 'mid', reason: '回电 13812345678' } as const
    engine.run('referrals.offer', { ...wish, leadUid: lead.uid }, LOBBY)
    const person = addPerson(engine, { name: '诸葛晴' })
    const about = { ...wish, customerUid: person.uid, reason: '诸葛晴本人 13812345678' }
    const { uid } = engine.run('referrals.offer', about, LOBBY)
    engine.run('referrals.decline', { referralUid: uid, reason: '诸葛晴已转告' }, RM)
    const { rows } = engine.run('referrals.list', { view: 'referred' }, LOBBY)
    expect(rows.find(({ subject }) => subject.kind === 'lead')).toMatchObject({
      subject: { maskedPhone: '****5678' },
      reason: '回电 138****5678',
    })
    expect(lead.maskedPhone).toBe('****5678')
    expect(JSON.stringify(rows)).not.toMatch(/诸葛晴|13812345678/)
  })
})

describe('what came of it', () => {
  const counts = () => engine.run('referrals.list', { view: 'referred' }, TELLER).counts

  test('credit comes with qualified, never with making or accepting a referral', () => {
    const referralUid = refer(engine, person.uid, RM)
    expect(counts()).toMatchObject({ referred: 1, qualified: 0 })
    engine.run('referrals.accept', { referralUid }, RM)
    engine.run('referrals.advance', { referralUid, to: 'contacted' }, RM)
    expect(counts()).toMatchObject({ qualified: 0 })
    engine.run('referrals.advance', { referralUid, to: 'qualified', note: '约了周三面谈' }, RM)
    expect(counts()).toMatchObject({ referred: 1, qualified: 1 })
    engine.run('referrals.advance', { referralUid, to: 'lost', note: '选了他行' }, RM)
    expect(counts()).toMatchObject({ qualified: 1 })
    expect(seenByReferrer(engine)).toMatchObject({ state: 'lost', credited: true, outcomeNote: '选了他行' })
  })

  test('who referred is told of every step, with its words, and nobody of their own', () => {
    const referralUid = refer(engine, person.uid, RM)
    engine.run('referrals.accept', { referralUid }, RM)
    engine.run('referrals.advance', { referralUid, to: 'qualified', note: '约了周三面谈' }, RM)
    expect(toldTo(engine, TELLER)).toEqual(['referral-accepted', 'referral-qualified'])
    expect(toldTo(engine, RM)).toEqual(['referral-offered'])
    expect(seenByReferrer(engine).steps.at(-1)).toMatchObject({ byName: RM.name, note: '约了周三面谈' })
  })

  test('a step that the state does not allow is refused and changes nothing', () => {
    const referralUid = refer(engine, person.uid, RM)
    expect(() => engine.run('referrals.advance', { referralUid, to: 'qualified' }, RM)).toThrowError(
      'referrals.moved',
    )
    engine.run('referrals.accept', { referralUid }, RM)
    expect(() => engine.run('referrals.advance', { referralUid, to: 'converted' }, RM)).toThrowError(
      'referrals.moved',
    )
    expect(() => engine.run('referrals.withdraw', { referralUid }, TELLER)).toThrowError('referrals.moved')
    expect(seenByReferrer(engine).state).toBe('accepted')
  })

  test('taking it back ends it while nobody has accepted, and it does not count as referred', () => {
    const referralUid = refer(engine, person.uid, RM)
    expect(() => engine.run('referrals.withdraw', { referralUid }, LOBBY)).toThrowError('referrals.notYours')
    engine.run('referrals.withdraw', { referralUid }, TELLER)
    expect(seenByReferrer(engine)).toMatchObject({ state: 'withdrawn', acceptByAt: null })
    expect(counts()).toMatchObject({ referred: 0 })
    expect(toldTo(engine, RM)).toEqual(['referral-offered', 'referral-withdrawn'])
  })
})

describe('who may see and do', () => {
  test('the branch’s referrals are for those who share out work', () => {
    refer(engine, person.uid, RM)
    expect(engine.run('referrals.list', { view: 'all' }, HEAD).rows).toHaveLength(1)
    expect(engine.run('referrals.list', { view: 'all' }, LOBBY).rows).toHaveLength(1)
    expect(() => engine.run('referrals.list', { view: 'all' }, RM)).toThrowError('call.notAllowed')
    expect(() => engine.run('referrals.list', { view: 'all' }, TELLER)).toThrowError('call.notAllowed')
  })

  test('others see neither what was put to somebody else nor what somebody else referred', () => {
    refer(engine, person.uid, RM)
    for (const view of ['to-do', 'referred'] as const) {
      expect(engine.run('referrals.list', { view }, OTHER_RM).rows).toEqual([])
    }
  })

  test('nobody reports on a referral that is not in their hands, but who shares out work', () => {
    const referralUid = refer(engine, person.uid, RM)
    expect(() => engine.run('referrals.decline', { referralUid, reason: '忙' }, HEAD)).toThrowError(
      'referrals.notYours',
    )
    engine.run('referrals.accept', { referralUid }, RM)
    expect(() => engine.run('referrals.advance', { referralUid, to: 'lost' }, TELLER)).toThrowError(
      'referrals.notYours',
    )
    expect(engine.run('referrals.advance', { referralUid, to: 'contacted' }, HEAD).state).toBe('contacted')
  })

  test('a person is masked, and one record that was merged is read as the person it belongs to', () => {
    const other = addPerson(engine, { mergedInto: person })
    refer(engine, other.uid, RM)
    const row = seenByReferrer(engine)
    expect(row.subject).toMatchObject({ kind: 'customer', customer: { uid: person.uid } })
    expect(JSON.stringify(row)).not.toContain(person.phone)
    expect(JSON.stringify(row)).not.toContain(person.name)
  })
})

test('both lists are read by an index, however many referrals there are', () => {
  const planOf = (sql: string) =>
    engine.connection
      .statement<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
      .all('1001', null, null, null, 10)
      .map(({ detail }) => detail)
      .join()
  expect(planOf(REFERRALS['to-do'].usual.usual.sql)).toContain('referral_of_receiver')
  expect(planOf(REFERRALS.referred.usual.usual.sql)).toContain('referral_of_sender')
  expect(planOf(REFERRALS.referred.usual.usual.sql)).not.toContain('TEMP B-TREE')
})
