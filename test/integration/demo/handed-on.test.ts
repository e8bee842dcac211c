import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { LEAD_SOURCES } from '../../../src/shared/domain/work/lead.ts'
import { loadDemo } from '../../support/demo/load-demo.ts'
import { HEAD, openEngine, type TestEngine } from '../../support/engine/open-engine.ts'

const AS_OF = '2026-11-20'
const TIMEOUT_MS = 120_000

let engine: TestEngine
beforeAll(async () => {
  engine = openEngine(AS_OF)
  await loadDemo(engine, { seed: 7, asOf: AS_OF, customers: 300 })
}, TIMEOUT_MS)
afterAll(() => engine.close())

const leads = (state?: 'lost') => engine.run('leads.list', { whose: 'branch', ...(state && { state }) }).leads
const referrals = (view: 'to-do' | 'referred' | 'all') => engine.run('referrals.list', { view })

describe('strangers of the first day', () => {
  test('stand in every state of the pipeline, from every source, some late and none without owner and date', () => {
    const open = leads()
    expect(new Set(open.map(({ state }) => state))).toEqual(new Set(['new', 'contacted', 'qualified']))
    expect(new Set(open.map(({ source }) => source))).toEqual(new Set(LEAD_SOURCES))
    expect(leads('lost')).toHaveLength(1)
    const late = open.filter(({ nextOn }) => nextOn !== null && nextOn < AS_OF)
    expect(late.length).toBeGreaterThan(0)
    expect(open.filter(({ nextOn }) => nextOn === AS_OF).length).toBeGreaterThan(0)
    expect(engine.run('leads.list', { whose: 'mine' }).leads.length).toBeGreaterThan(3)
  })

  test('opened, each has a history that leads to where it stands, and words it agreed to or refused', () => {
    for (const { uid, state } of leads()) {
      const { steps, consents } = engine.run('leads.open', { leadUid: uid })
      expect(steps[0]?.state).toBe(state)
      expect(steps.at(-1)?.kind).toBe('saved')
      expect(consents.length).toBeGreaterThan(0)
    }
  })

  test('the same stranger who comes again is found: nobody is entered twice', () => {
    const [known] = leads().filter(({ maskedPhone, hasPhone }) => maskedPhone !== null && !hasPhone)
    const answer = engine.run('leads.save', {
      surname: known?.surname ?? '',
      title: 'mr',
      phoneTail: known?.maskedPhone?.slice(-4) ?? null,
      product: 'loan',
      level: 'low',
      consent: { textVersion: 1, purposes: ['contact'] },
    })
    expect(answer.saved).toBe(false)
  })

  test('one has become a customer: the lead knows it, and the customer’s register has what the stranger agreed to', () => {
    const [joined] = leads().filter(({ customer }) => customer !== null)
    const customerUid = joined?.customer?.uid ?? ''
    engine.run('customers.open', { uid: customerUid })
    expect(engine.run('consents.register', { customerUid }).lines).toContainEqual(
      expect.objectContaining({ kind: 'given', purpose: 'contact', asStranger: true }),
    )
    const { entries } = engine.run('customers.timeline', { uid: customerUid, limit: 100 })
    expect(entries.map(({ code }) => code)).toContain('lead-joined')
  })

  test('have nobody’s number', () => {
    const shared = engine.connection
      .statement(
        `SELECT lead.id FROM lead JOIN customer ON customer.phone = lead.phone WHERE lead.customer_id IS NULL`,
      )
      .all()
    expect(shared).toEqual([])
  })
})

describe('work that was handed on', () => {
  test('waits for whoever opens the branch, with a clock that runs, and lies in their hands', () => {
    const { rows, counts } = referrals('to-do')
    expect(counts).toMatchObject({ toAccept: 1, inHand: 1 })
    expect(rows[0]).toMatchObject({ state: 'offered', subject: { kind: 'lead' }, workMinutesLeft: 60 })
    expect(rows[1]).toMatchObject({ state: 'contacted', subject: { kind: 'customer' } })
  })

  test('what they referred shows how it goes on and how it ends, with the credit', () => {
    const { rows, counts } = referrals('referred')
    expect(rows.map(({ state, credited }) => [state, credited])).toEqual([
      ['converted', true],
      ['qualified', true],
    ])
    expect(counts).toMatchObject({ referred: 2, qualified: 2 })
    for (const { steps } of rows) expect(steps.map(({ event }) => event)[0]).toBe('offered')
    expect(referrals('all').rows.map(({ state }) => state)).toContain('declined')
  })

  test('the one that waits can be accepted, and the lead goes with it', () => {
    const [offered] = referrals('to-do').rows
    engine.run('referrals.accept', { referralUid: offered?.uid ?? '' })
    expect(referrals('to-do').counts).toMatchObject({ toAccept: 0, inHand: 2 })
    expect(leads().filter(({ ownerNo }) => ownerNo === HEAD.no).length).toBeGreaterThan(3)
  })

  test('nothing of it breaks a rule of the store', () => {
    expect(engine.connection.pragma('foreign_key_check')).toBeUndefined()
  })
})
