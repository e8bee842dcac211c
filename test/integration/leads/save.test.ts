import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import {
  CUSTOMERS_BY_PHONE,
  OPEN_BY_TAIL,
  OPEN_UNDER_KEY,
} from '../../../src/main/features/leads/possible-duplicates.ts'
import type { TestEngine } from '../../support/engine/open-engine.ts'
import {
  addPerson,
  HEAD,
  LOBBY,
  noonOf,
  openCounter,
  RM,
  rowOf,
  TELLER,
} from '../../support/intents/counter-branch.ts'
import { asked, countIn, save, saved, stranger } from '../../support/leads/lobby-branch.ts'

const TODAY = '2026-11-23'
let engine: TestEngine
beforeEach(() => {
  engine = openCounter(TODAY)
})
afterEach(() => engine.close())

const WHOLE = { phone: '13812345678', phoneTail: null }

describe('L7, F1: a stranger is saved in one go', () => {
  test('with an owner, both dates of the cadence, masked', () => {
    expect(saved(engine, WHOLE)).toMatchObject({
      surname: '王',
      title: 'mr',
      maskedPhone: '138****5678',
      hasPhone: true,
      state: 'new',
      ownerName: RM.name,
      warnOn: '2026-11-24',
      nextOn: '2026-11-25',
      customer: null,
    })
  })

  test('a teller’s lighter lead stays with the lobby; whoever is no teller keeps their own', () => {
    expect(saved(engine, { level: 'low' }).ownerNo).toBe(LOBBY.no)
    expect(saved(engine, { surname: '李' }, HEAD).ownerNo).toBe(HEAD.no)
  })

  test('the second of a teller’s strong leads goes to the manager with fewer', () => {
    const first = saved(engine, { phoneTail: '0001' }).ownerNo
    const second = saved(engine, { phoneTail: '0002' }).ownerNo
    expect([first, second].sort()).toEqual(['3001', '3002'])
  })

  test('of a whole name the surname alone is kept', () => {
    expect(saved(engine, { surname: '欧阳娜娜' }).surname).toBe('欧阳')
  })

  test('leaves its history, its outbox row, and an audit link without personal data', () => {
    const { uid } = saved(engine, { ...WHOLE, note: '问房贷' })
    const outbox = rowOf<{ payload: string }>(
      engine,
      `SELECT payload FROM outbox WHERE operation = 'leads.save'`,
    )
    const payload = JSON.parse(outbox?.payload ?? '')
    expect(payload).toMatchObject({ leadUid: uid, surname: '王', phone: '13812345678' })
    expect(payload).not.toHaveProperty('id')
    const link = rowOf<{ detail: string }>(engine, `SELECT detail FROM audit WHERE action = 'leads.save'`)
    expect(JSON.parse(link?.detail ?? '')).toEqual({
      leadUid: uid,
      product: 'wealth',
      level: 'high',
      newLead: true,
    })
    expect(rowOf(engine, 'SELECT kind, state, note, detail FROM lead_step')).toEqual({
      kind: 'saved',
      state: 'new',
      note: '问房贷',
      detail: '{"product":"wealth","level":"high"}',
    })
    expect(engine.lastTables()).toEqual(expect.arrayContaining(['lead', 'lead_step', 'consent', 'audit']))
  })

  test('the visit of that ticket has a name from then on', () => {
    engine.connection.script(`
      INSERT INTO visit (id, uid, on_date, business, state, arrived_at, state_at, source, created_by, created_at, updated_at)
        VALUES (1, 'v1', '${TODAY}', 'wealth', 'waiting', 1, 1, 'hand', '2001', 1, 1);
      INSERT INTO visit_ticket (on_date, ticket, visit_id, at) VALUES ('${TODAY}', 'A017', 1, 1);`)
    const { uid } = saved(engine, { ticket: 'a017' })
    expect(rowOf(engine, 'SELECT lead.uid FROM visit JOIN lead ON lead.id = visit.lead_id')).toEqual({ uid })
  })
})

describe('P3: consent', () => {
  test('each purpose that was agreed to is kept with the version of the words and the time', () => {
    saved(engine)
    expect(
      engine.connection
        .statement(
          'SELECT purpose, given, text_version AS version, at, staff_no AS by FROM consent ORDER BY id',
        )
        .all(),
    ).toEqual(
      ['contact', 'marketing'].map((purpose) => ({
        purpose,
        given: 1,
        version: 1,
        at: noonOf(TODAY),
        by: TELLER.no,
      })),
    )
  })

  test('without it neither phone nor tail is stored, only the ticket', () => {
    const lead = saved(engine, { ...WHOLE, ticket: 'A017', consent: { textVersion: 1, purposes: [] } })
    expect(lead).toMatchObject({ maskedPhone: null, hasPhone: false, ticket: 'A017' })
    expect(rowOf(engine, 'SELECT phone, phone_tail AS tail, same_key AS key FROM lead')).toEqual({
      phone: null,
      tail: null,
      key: `ticket:${TODAY}:A017`,
    })
    expect(rowOf(engine, 'SELECT purpose, given FROM consent')).toEqual({ purpose: 'contact', given: 0 })
    const outbox = rowOf<{ payload: string }>(
      engine,
      `SELECT payload FROM outbox WHERE operation = 'leads.save'`,
    )
    expect(outbox?.payload).not.toContain('12345678')
  })

  test('without it and without a ticket there is nothing to keep, and nothing is kept', () => {
    const before = countIn(engine, 'audit')
    expect(() => save(engine, { consent: { textVersion: 1, purposes: ['marketing'] } })).toThrowError(
      'leads.nothingKept',
    )
    expect([countIn(engine, 'lead'), countIn(engine, 'audit')]).toEqual([0, before])
  })

  test('words that are no longer shown cannot be agreed to', () => {
    engine.connection.script(`INSERT INTO consent_text VALUES (2, '新', 'new', '${TODAY}', '8001')`)
    expect(() => save(engine)).toThrowError('leads.consentOutdated')
    const { uid } = saved(engine, { consent: { textVersion: 2, purposes: ['contact'] } })
    expect(engine.run('leads.open', { leadUid: uid }, TELLER).consents).toMatchObject([{ textVersion: 2 }])
  })

  test('a branch founded today has the first words, in both languages', () => {
    const { version, zh, en } = engine.run('leads.consentText', {}, TELLER)
    expect([version, zh, en]).toEqual([
      1,
      expect.stringContaining('撤回'),
      expect.stringContaining('withdraw'),
    ])
  })
})

describe('L7: somebody known is offered before anything is saved', () => {
  test('two counters save the same stranger: one lead, and the second sees a masked preview', () => {
    const first = saved(engine, WHOLE)
    const same = asked(engine, { ...WHOLE, surname: '李' }, LOBBY)
    expect(same).toMatchObject({ certain: true, customers: [] })
    expect(same.leads.map(({ uid, maskedPhone }) => [uid, maskedPhone])).toEqual([[first.uid, '138****5678']])
    expect(countIn(engine, 'lead')).toBe(1)
  })

  test('the database has the last word where the question was not asked', () => {
    saved(engine, WHOLE)
    const again = save(engine, { ...WHOLE, identity: { as: 'another' } })
    expect(again).toMatchObject({ saved: false, same: { certain: true } })
    expect(countIn(engine, 'lead')).toBe(1)
  })

  test('a question leaves nothing of what was typed', () => {
    saved(engine, WHOLE)
    asked(engine, { ...WHOLE, note: '秘密' })
    const last = rowOf<{ payload: string }>(engine, 'SELECT payload FROM outbox ORDER BY seq DESC LIMIT 1')
    expect(last?.payload).toBe('{"saved":false}')
  })

  test('surname and tail may be two people: another one gets a lead of their own', () => {
    saved(engine)
    expect(asked(engine)).toMatchObject({ certain: false, leads: [{ surname: '王' }] })
    expect(save(engine, { identity: { as: 'another' } })).toMatchObject({ saved: true, created: true })
    expect(countIn(engine, 'lead')).toBe(2)
  })

  test('the whole number of somebody whose tail is known is recognised, and the other way round', () => {
    const first = saved(engine)
    expect(asked(engine, WHOLE)).toMatchObject({ certain: false, leads: [{ uid: first.uid }] })
  })

  test('a stranger who was lost is new when they come again', () => {
    const { uid } = saved(engine)
    engine.run('leads.advance', { leadUid: uid, to: 'lost', lostReason: 'price' }, RM)
    expect(save(engine).saved).toBe(true)
  })

  test('a ticket is somebody else’s tomorrow', () => {
    const byTicket = { phoneTail: null, ticket: 'A017', consent: { textVersion: 1, purposes: [] } }
    saved(engine, byTicket)
    expect(asked(engine, byTicket).certain).toBe(true)
    engine.sources.at = noonOf('2026-11-24')
    expect(save(engine, byTicket).saved).toBe(true)
  })

  test('a customer with that number is offered masked, the person and not a merged record', () => {
    const person = addPerson(engine, { name: '王建国' })
    const record = addPerson(engine, { name: '王建國', mergedInto: person })
    const same = asked(engine, { phone: record.phone, phoneTail: null })
    expect(same.customers.map(({ uid, maskedName }) => [uid, maskedName])).toEqual([[person.uid, '王**']])
    expect(save(engine, { phone: record.phone, identity: { as: 'another' } }).saved).toBe(true)
  })
})

describe('the same stranger again', () => {
  test('a stronger wish is followed, the cadence starts anew, and the number is completed', () => {
    const { uid } = saved(engine, { level: 'mid', product: 'deposit' })
    engine.sources.at = noonOf('2026-11-25')
    const again = save(engine, {
      ...WHOLE,
      level: 'high',
      product: 'loan',
      identity: { as: 'lead', leadUid: uid },
    })
    expect(again).toMatchObject({
      saved: true,
      created: false,
      lead: { uid, product: 'loan', level: 'high', nextOn: '2026-11-27', maskedPhone: '138****5678' },
    })
    expect(rowOf(engine, 'SELECT same_key AS key FROM lead')).toEqual({ key: 'phone:13812345678' })
    expect(countIn(engine, 'lead_step')).toBe(2)
  })

  test('a weaker wish is noted and changes neither product nor level', () => {
    const { uid } = saved(engine)
    const again = save(engine, { level: 'low', product: 'card', identity: { as: 'lead', leadUid: uid } })
    expect(again).toMatchObject({ lead: { product: 'wealth', level: 'high' } })
    expect(rowOf(engine, `SELECT detail FROM lead_step WHERE kind = 'asked-again'`)).toEqual({
      detail: '{"product":"card","level":"low"}',
    })
  })

  test('only somebody who was offered can be named', () => {
    const { uid } = saved(engine, { surname: '赵', phoneTail: '0000' })
    expect(() => save(engine, { identity: { as: 'lead', leadUid: uid } })).toThrowError('leads.notFound')
  })
})

test('a number of the wrong length and a surname of digits are refused, and nothing is kept', () => {
  expect(() => save(engine, { phone: '6381234' + '5' })).not.toThrow()
  // eight digits that begin with 1 are a mobile that was cut
  expect(() => save(engine, { phone: '1381234' + '5' })).toThrowError('leads.phoneUnreadable')
  expect(() => save(engine, { phone: '138' })).toThrowError('leads.phoneUnreadable')
  expect(() => save(engine, { surname: '123' })).toThrowError('leads.surnameUnreadable')
  expect(countIn(engine, 'lead')).toBe(1)
})

test('each question whether somebody is known is a seek', () => {
  const planOf = (sql: string, ...values: string[]) =>
    engine.connection
      .statement<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
      .all(...values)
      .map((step) => step.detail)
  expect(planOf(OPEN_UNDER_KEY.sql, 'k')).toEqual([
    'SEARCH lead USING INDEX lead_one_open_per_stranger (same_key=?)',
  ])
  expect(planOf(OPEN_BY_TAIL.sql, '5678', '王')).toEqual([
    'SEARCH lead USING INDEX lead_open_by_tail (phone_tail=? AND surname=?)',
  ])
  expect(planOf(CUSTOMERS_BY_PHONE.sql, '1')[0]).toBe('SEARCH record USING INDEX customer_by_phone (phone=?)')
  expect(stranger().surname).toBe('王')
})
