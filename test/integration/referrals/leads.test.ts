import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { SessionStaff } from '../../../src/shared/contract/session.ts'
import type { TestEngine } from '../../support/engine/open-engine.ts'
import {
  addPerson,
  HEAD,
  LOBBY,
  noonOf,
  OTHER_RM,
  openCounter,
  RM,
  rowOf,
  TELLER,
} from '../../support/intents/counter-branch.ts'
import { saved } from '../../support/leads/lobby-branch.ts'

let engine: TestEngine
let leadUid: string
beforeEach(() => {
  engine = openCounter('2026-11-23')
  leadUid = saved(engine, { product: 'loan', level: 'mid' }).uid
})
afterEach(() => engine.close())

const wish = { product: 'loan', level: 'mid', reason: '问房贷' } as const
const refer = (to: SessionStaff, from = TELLER) =>
  engine.run('referrals.offer', { leadUid, toNo: to.no, ...wish }, from)
const accept = (referralUid: string, by: SessionStaff) => engine.run('referrals.accept', { referralUid }, by)
const lead = (by: SessionStaff = HEAD) => engine.run('leads.open', { leadUid }, by)
const recognise = (customerUid: string) => {
  const { visit } = engine.run('lobby.arrive', { business: 'loan', who: { kind: 'lead', leadUid } }, LOBBY)
  engine.run('lobby.identify', { visitUid: visit.uid, who: { kind: 'customer', customerUid } }, LOBBY)
}

describe('L8: a lead is handed on as a customer is', () => {
  test('teller → lobby → rm: the lead follows who accepts, and its history tells how', () => {
    accept(refer(LOBBY).uid, LOBBY)
    expect(lead().lead.ownerNo).toBe(LOBBY.no)
    engine.sources.at += 60_000
    accept(refer(RM, LOBBY).uid, RM)
    expect(lead().lead.ownerNo).toBe(RM.no)
    expect(lead().steps.map(({ kind, toName, staffName }) => [kind, toName, staffName])).toEqual([
      ['handed-on', RM.name, RM.name],
      ['handed-on', LOBBY.name, LOBBY.name],
      ['saved', null, TELLER.name],
    ])
  })

  test('whoever it is put to may see the lead before they answer, and no longer once they declined', () => {
    expect(() => lead(OTHER_RM)).toThrowError('call.notAllowed')
    const { uid } = refer(OTHER_RM)
    expect(lead(OTHER_RM)).toMatchObject({ lead: { uid: leadUid }, mayMove: false })
    engine.run('referrals.decline', { referralUid: uid, reason: '本周外出' }, OTHER_RM)
    expect(() => lead(OTHER_RM)).toThrowError('call.notAllowed')
  })

  test('is asked whom it suits: a stranger counts as low, one who is a customer as what the customer is worth', () => {
    const value = () => engine.run('referrals.suggest', { leadUid, level: 'mid' }, TELLER).value
    expect(value()).toBe('low')
    recognise(addPerson(engine, { name: '王建国', tier: 'high-net-worth' }).uid)
    expect(value()).toBe('high')
  })

  test('X2: every answer to it says whose it is while it can be taken back, and in what one did today', () => {
    const { uid: referralUid } = refer(RM)
    const named = () => ({
      newest: engine.run('undo.newest', {}, RM)?.subject,
      today: engine.run('undo.today', { cursor: null }, RM).steps[0]?.subject,
    })
    const stranger = { kind: 'lead', surname: lead().lead.surname, title: lead().lead.title }
    accept(referralUid, RM)
    expect(named()).toMatchObject({ newest: stranger, today: stranger })
    engine.run('referrals.advance', { referralUid, to: 'contacted', note: '' }, RM)
    expect(named()).toMatchObject({ newest: stranger, today: stranger })
  })

  test('the audit names the lead, and the customer it has become', () => {
    refer(RM)
    const entry = () =>
      rowOf<{ uid: string | null; detail: string }>(
        engine,
        `SELECT customer_uid AS uid, detail FROM audit WHERE action = 'referrals.offer' ORDER BY seq DESC LIMIT 1`,
      )
    expect(entry()?.uid).toBeNull()
    expect(entry()?.detail).toContain(leadUid)
    const person = addPerson(engine, { name: '王建国' })
    recognise(person.uid)
    accept(engine.run('referrals.list', { view: 'to-do' }, RM).rows[0]?.uid ?? '', RM)
    refer(OTHER_RM, RM)
    expect(entry()?.uid).toBe(person.uid)
  })
})

describe('a lead whose stranger is a customer by now', () => {
  test('and the customer are one wish: it is not put into two hands, from either side', () => {
    const person = addPerson(engine, { name: '王建国' })
    refer(RM)
    recognise(person.uid)
    const offerPerson = () =>
      engine.run('referrals.offer', { customerUid: person.uid, toNo: OTHER_RM.no, ...wish }, LOBBY)
    expect(offerPerson).toThrowError('referrals.alreadyOpen')
    const referralUid = engine.run('referrals.list', { view: 'to-do' }, RM).rows[0]?.uid ?? ''
    engine.run('referrals.decline', { referralUid, reason: '忙' }, RM)
    offerPerson()
    expect(() => refer(RM)).toThrowError('referrals.alreadyOpen')
  })

  test('brings the prohibitions of the customer to who hands on', () => {
    const person = addPerson(engine, { name: '王建国' })
    recognise(person.uid)
    engine.connection
      .statement(`INSERT INTO refusal (customer_id, channel, on_date) VALUES (?, 'phone', '2026-11-01')`)
      .run(person.id)
    expect(refer(RM).prohibitions.map(({ kind }) => kind)).toContain('opted-out')
  })

  test('is prompted for at the counter while nobody has accepted', () => {
    const person = addPerson(engine, { name: '王建国' })
    engine.sources.at = noonOf('2026-11-23')
    refer(RM)
    recognise(person.uid)
    const [visit] = engine.run('lobby.board', {}, LOBBY).visits
    expect(visit?.prompt).toMatchObject({ kind: 'referral-open', product: 'loan' })
  })
})
