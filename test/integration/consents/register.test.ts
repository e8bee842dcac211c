import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { NEXT_REGISTERED } from '../../../src/main/features/consents/export-register.ts'
import { consentsJobs } from '../../../src/main/features/consents/jobs.ts'
import type { SessionStaff } from '../../../src/shared/contract/session.ts'
import { CONSENT_PURPOSES } from '../../../src/shared/domain/consent/consent.ts'
import { isClear, mayReopen } from '../../../src/shared/domain/consent/consent-change.ts'
import { CHANNELS } from '../../../src/shared/domain/work/contact.ts'
import type { TestEngine } from '../../support/engine/open-engine.ts'
import {
  addPerson,
  type InventedPerson,
  LOBBY,
  noonOf,
  openCounter,
  RM,
  rowOf,
  TELLER,
} from '../../support/intents/counter-branch.ts'

let engine: TestEngine
let person: InventedPerson
beforeEach(() => {
  engine = openCounter('2026-11-23')
  person = addPerson(engine)
  engine.run('customers.open', { uid: person.uid }, TELLER)
})
afterEach(() => engine.close())

const customerUid = () => person.uid
const register = () => engine.run('consents.register', { customerUid: customerUid() }, TELLER)
const refuse = (channel: 'phone' | 'sms') =>
  engine.run(
    'consents.record',
    { customerUid: customerUid(), channels: [{ channel, refused: true }] },
    TELLER,
  )
const give = (purpose: 'marketing' | 'contact') =>
  engine.run(
    'consents.record',
    { customerUid: customerUid(), purposes: [{ purpose, given: true }], textVersion: 1 },
    TELLER,
  )
const withdraw = (purpose: 'marketing' | 'contact') =>
  engine.run('consents.record', { customerUid: customerUid(), purposes: [{ purpose, given: false }] }, TELLER)
const reopen = (channel: 'phone') =>
  engine.run(
    'consents.record',
    {
      customerUid: customerUid(),
      purposes: [{ purpose: 'marketing', given: true }],
      channels: [{ channel, refused: false }],
      textVersion: 1,
    },
    TELLER,
  )
const marketingCall = (customerId = person.id) =>
  engine.connection
    .statement(
      `INSERT INTO contact (uid, customer_id, intent_id, channel, outcome, marketing, note, on_date, at, staff_no)
       VALUES (lower(hex(randomblob(16))), ?, NULL, 'phone', 'reached', 1, '', '2026-11-23', 0, '1001')`,
    )
    .run(customerId)

describe('P3: the register', () => {
  test('says the newest word on every purpose, and every channel, with who wrote it down and when', () => {
    expect(register().purposes.map(({ newest }) => newest)).toEqual([null, null, null])
    give('marketing')
    refuse('sms')
    const { purposes, channels, lines } = register()
    expect(purposes.find(({ purpose }) => purpose === 'marketing')?.newest).toEqual({
      given: true,
      on: '2026-11-23',
      staffName: TELLER.name,
      textVersion: 1,
    })
    expect(channels.filter(({ refused }) => refused !== null)).toEqual([
      { channel: 'sms', refused: { on: '2026-11-23', staffName: TELLER.name } },
    ])
    expect(lines.map(({ kind }) => kind)).toEqual(['given', 'refused'])
  })

  test('is read and written by who has the person open, and by nobody else', () => {
    expect(() => engine.run('consents.register', { customerUid: person.uid }, RM)).toThrowError(
      'customers.notOpened',
    )
    expect(() =>
      engine.run(
        'consents.record',
        { customerUid: person.uid, channels: [{ channel: 'phone', refused: true }] },
        RM,
      ),
    ).toThrowError('customers.notOpened')
  })

  test('holds what was said on a merged record and as a stranger', () => {
    const record = addPerson(engine, { mergedInto: person })
    engine.connection.script(`
      INSERT INTO refusal (customer_id, channel, on_date, staff_no) VALUES (${record.id}, 'email', '2026-01-05', NULL);
      INSERT INTO lead (uid, surname, title, phone, same_key, product, level, note, source, state, customer_id,
        closed_at, created_by, created_at, updated_at)
        VALUES ('l1', '王', 'mr', '10000000001', 'p', 'loan', 'low', '', 'branch', 'converted', ${person.id}, 1, '1001', 0, 0);
      INSERT INTO consent (uid, lead_id, purpose, given, text_version, at, on_date, staff_no)
        VALUES ('k1', 1, 'contact', 1, NULL, 0, '2026-01-04', '1001');
    `)
    const { purposes, channels, lines } = register()
    expect(purposes.find(({ purpose }) => purpose === 'contact')?.newest?.given).toBe(true)
    expect(lines.find((line) => 'purpose' in line)).toMatchObject({ asStranger: true })
    expect(channels.find(({ channel }) => channel === 'email')?.refused).toEqual({
      on: '2026-01-05',
      staffName: '',
    })
  })

  test('agreeing names the words that were shown; words that changed meanwhile are refused', () => {
    expect(() =>
      engine.run(
        'consents.record',
        { customerUid: person.uid, purposes: [{ purpose: 'marketing', given: true }], textVersion: 2 },
        TELLER,
      ),
    ).toThrowError('consents.textChanged')
    expect(register().lines).toEqual([])
  })

  test('what was recorded stands in the audit with its codes and without a name', () => {
    reopen('phone')
    expect(
      rowOf(
        engine,
        `SELECT customer_uid AS uid, detail FROM audit WHERE action = 'consents.record' ORDER BY seq DESC LIMIT 1`,
      ),
    ).toEqual({
      uid: person.uid,
      detail: '{"given":"marketing","withdrawn":null,"refused":null,"reopened":"phone"}',
    })
  })
})

describe('P3: a refused channel', () => {
  test('opens again only with consent to marketing in the same write, and the register keeps what it was', () => {
    refuse('phone')
    engine.sources.at = noonOf('2026-11-24')
    engine.run('customers.open', { uid: person.uid }, TELLER)
    give('marketing')
    const alone = { customerUid: person.uid, channels: [{ channel: 'phone' as const, refused: false }] }
    expect(() => engine.run('consents.record', alone, TELLER)).toThrowError('consents.reopenNeedsConsent')
    expect(() => marketingCall()).toThrowError('channel refused')
    reopen('phone')
    marketingCall()
    expect(register().lines.map(({ kind, on }) => [kind, on])).toEqual([
      ['reopened', '2026-11-24'],
      ['given', '2026-11-24'],
      ['given', '2026-11-24'],
      ['refused', '2026-11-23'],
    ])
  })

  test('is kept by the database whoever deletes: a refusal does not go without a reopening that rests on consent', () => {
    refuse('phone')
    expect(() => engine.connection.script('DELETE FROM refusal')).toThrowError('refusal stands')
    withdraw('marketing')
    engine.connection.script(`
      INSERT INTO channel_reopening (uid, customer_id, channel, refused_on, consent_id, at, on_date, staff_no)
      SELECT 'r1', customer_id, 'phone', '2026-11-23', id, 0, '2026-11-23', '1001' FROM consent`)
    expect(() => engine.connection.script('DELETE FROM refusal')).toThrowError('refusal stands')
  })

  test('on a merged record opens with the person', () => {
    const record = addPerson(engine, { mergedInto: person })
    engine.connection.script(
      `INSERT INTO refusal (customer_id, channel, on_date) VALUES (${record.id}, 'phone', '2026-01-05')`,
    )
    expect(() => marketingCall()).toThrowError('channel refused')
    reopen('phone')
    marketingCall()
    expect(rowOf(engine, 'SELECT count(*) AS n FROM refusal')).toEqual({ n: 0 })
  })

  test('rule: no change opens a channel without agreeing to marketing, and a clear change names nothing twice', () => {
    const changes = fc.record({
      purposes: fc.array(fc.record({ purpose: fc.constantFrom(...CONSENT_PURPOSES), given: fc.boolean() })),
      channels: fc.array(fc.record({ channel: fc.constantFrom(...CHANNELS), refused: fc.boolean() })),
    })
    fc.assert(
      fc.property(changes, (change) => {
        const opens = change.channels.some(({ refused }) => !refused)
        const agrees = change.purposes.some(({ purpose, given }) => purpose === 'marketing' && given)
        expect(mayReopen(change)).toBe(!opens || agrees)
        const names = [
          ...change.purposes.map(({ purpose }) => purpose as string),
          ...change.channels.map(({ channel }) => channel as string),
        ]
        expect(isClear(change)).toBe(names.length > 0 && new Set(names).size === names.length)
      }),
    )
  })
})

describe('P3: a withdrawn consent', () => {
  test.each(['marketing', 'contact'] as const)(
    'to %s stops marketing: said in the panel, refused by the database, until they agree again',
    (purpose) => {
      give(purpose)
      marketingCall()
      withdraw(purpose)
      expect(engine.run('customers.open', { uid: person.uid }, TELLER).prohibitions).toContainEqual({
        kind: 'opted-out',
        channel: 'all',
        on: '2026-11-23',
      })
      expect(() => marketingCall()).toThrowError('consent withdrawn')
      give(purpose)
      marketingCall()
    },
  )

  test('said on a merged record, or by the stranger they were, counts for the person', () => {
    const record = addPerson(engine, { mergedInto: person })
    engine.connection.script(`INSERT INTO consent (uid, customer_id, purpose, given, at, on_date, staff_no)
      VALUES ('k1', ${record.id}, 'marketing', 0, 0, '2026-01-05', '1001')`)
    expect(() => marketingCall()).toThrowError('consent withdrawn')
    expect(() => marketingCall(record.id)).toThrowError('consent withdrawn')
    const stranger = addPerson(engine)
    engine.connection.script(`
      INSERT INTO lead (id, uid, surname, title, phone, same_key, product, level, note, source, state, customer_id,
        closed_at, created_by, created_at, updated_at)
        VALUES (9, 'l9', '王', 'mr', '10000000009', 'p', 'loan', 'low', '', 'branch', 'converted', ${stranger.id}, 1, '1001', 0, 0);
      INSERT INTO consent (uid, lead_id, purpose, given, at, on_date, staff_no)
        VALUES ('k9', 9, 'marketing', 0, 0, '2026-01-05', '1001')`)
    expect(() => marketingCall(stranger.id)).toThrowError('consent withdrawn')
  })
})

describe('P3: the export', () => {
  const write = async (customerUidOrAll: string | null, staff: SessionStaff, reason = '监管检查') => {
    const path = join(engine.folder, 'register.csv')
    const steps = consentsJobs['consents.export'](
      { runner: engine.runner, staff, signal: new AbortController().signal },
      { path, customerUid: customerUidOrAll, reason, language: 'zh-CN' },
    )
    let step = await steps.next()
    while (step.done !== true) step = await steps.next()
    return { rows: step.value.rows, text: readFileSync(path, 'utf8') }
  }

  test('holds what was said in words, masked, with formulas made harmless, and the reason in the audit', async () => {
    const other = addPerson(engine, { name: '=cmd|x' })
    engine.connection.statement(`UPDATE customer SET customer_no = '+1+1' WHERE id = ?`).run(other.id)
    engine.connection.script(
      `INSERT INTO refusal (customer_id, channel, on_date) VALUES (${other.id}, 'sms', '2026-01-05')`,
    )
    give('marketing')
    const { rows, text } = await write(null, { no: '8001', name: '赵明', role: 'head' })
    expect(rows).toBe(2)
    const lines = text.replace('\ufeff', '').trimEnd().split('\r\n')
    expect(lines).toEqual([
      '客户号,姓名,用途或渠道,登记,日期,经办,告知书版本,登记时身份',
      `C0001,测*****,营销,同意,2026-11-23,${TELLER.name},1,客户`,
      `'+1+1,'=*****,短信,拒绝,2026-01-05,,,客户`,
    ])
    expect(text).not.toContain(person.name)
    expect(
      rowOf(engine, `SELECT staff_no AS no, detail FROM audit WHERE action = 'consents.export'`),
    ).toEqual({ no: '8001', detail: '{"reason":"监管检查"}' })
  })

  test('holds what was said by the stranger whom the bank has joined to the customer, and says so', async () => {
    const answer = engine.run(
      'leads.save',
      {
        surname: '测',
        title: 'mr',
        phoneTail: '0001',
        product: 'loan',
        level: 'mid',
        consent: { textVersion: 1, purposes: ['contact'] },
      },
      TELLER,
    )
    const leadUid = answer.saved ? answer.lead.uid : ''
    const { visit } = engine.run('lobby.arrive', { business: 'loan', who: { kind: 'lead', leadUid } }, LOBBY)
    const before = await write(null, { no: '8001', name: '赵明', role: 'head' })
    expect(before.rows).toBe(0)
    engine.run(
      'lobby.identify',
      { visitUid: visit.uid, who: { kind: 'customer', customerUid: person.uid } },
      LOBBY,
    )
    const { text } = await write(null, { no: '8001', name: '赵明', role: 'head' })
    expect(text.trimEnd().split('\r\n').slice(1)).toEqual([
      `C0001,测*****,联系,同意,2026-11-23,${TELLER.name},1,作为陌生客户（线索）时`,
    ])
  })

  test('of one customer is for who has them open, and names them in the audit', async () => {
    refuse('phone')
    const { rows } = await write(person.uid, TELLER)
    expect(rows).toBe(1)
    expect(rowOf(engine, `SELECT customer_uid AS uid FROM audit WHERE action = 'consents.export'`)).toEqual({
      uid: person.uid,
    })
    await expect(write(person.uid, LOBBY)).rejects.toThrowError('customers.notOpened')
  })

  test('without a reason does not begin, and leaves no file', async () => {
    await expect(write(null, LOBBY, '查')).rejects.toThrowError('customers.reasonTooShort')
    expect(existsSync(join(engine.folder, 'register.csv'))).toBe(false)
  })

  test('finds the next people by each table’s own index', () => {
    const plan = engine.connection
      .statement<{ detail: string }>(`EXPLAIN QUERY PLAN ${NEXT_REGISTERED.sql}`)
      .all(0, 50)
      .map(({ detail }) => detail)
    const tables = ['consent', 'refusal', 'channel_reopening', 'lead']
    for (const table of tables) {
      expect(plan.some((step) => step.startsWith(`SEARCH ${table} USING`))).toBe(true)
    }
  })
})
