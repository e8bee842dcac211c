import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { appendAudit } from '../../../src/main/engine/ledger.ts'
import { ACCESSES_OF_DAY, ACCESSES_TO_CUSTOMER } from '../../../src/main/features/privacy/access-log.ts'
import {
  ACCESSES_AROUND,
  DID_SOMETHING,
  DID_SOMETHING_WITH,
  REASONS,
  SEEN_ON_DAYS,
} from '../../../src/main/features/privacy/business.ts'
import { ROWS_OF_DAY } from '../../../src/main/features/privacy/rows-of-day.ts'
import type { TestEngine } from '../../support/engine/open-engine.ts'
import {
  ADMIN,
  addPerson,
  HEAD,
  type InventedPerson,
  LOBBY,
  noonOf,
  openCounter,
  RM,
  TELLER,
} from '../../support/intents/counter-branch.ts'

const DAY = '2026-11-23'

let engine: TestEngine
beforeEach(() => {
  engine = openCounter(DAY)
})
afterEach(() => engine.close())

const open = ({ uid }: InventedPerson, staff = TELLER) => engine.run('customers.open', { uid }, staff)
const day = (staff = HEAD) => engine.run('privacy.day', {}, staff)
const accessTo = (customerUid: string, staff = HEAD) =>
  engine.run('privacy.accessLog', { about: { kind: 'customer', customerUid } }, staff).accessLog

describe('P2: who looked at whom', () => {
  test('counts views, people, reveals, prints and exports of everyone on a day', () => {
    const [one, two] = [addPerson(engine), addPerson(engine)]
    open(one)
    open(one)
    open(two)
    engine.run('customers.reveal', { uid: one.uid, group: 'phone', reason: '核对身份' }, TELLER)
    for (const { uid } of [one, two]) {
      engine.run('intents.flag', { customerUid: uid, product: 'loan', level: 'high' }, RM)
    }
    engine.sources.at = noonOf('2026-11-25')
    engine.run('followups.freezeList', {}, RM)
    engine.runner.run(
      'audit.record',
      { action: 'followups.savePdf', customerUid: null, detail: { printNo: 1 } },
      RM,
    )
    expect(engine.run('privacy.day', { on: DAY }).staff).toEqual([
      {
        staffNo: TELLER.no,
        staffName: TELLER.name,
        views: 3,
        people: 2,
        reveals: 1,
        prints: 0,
        exports: 0,
        guesses: 0,
      },
    ])
    expect(day().staff).toEqual([
      {
        staffNo: RM.no,
        staffName: RM.name,
        views: 0,
        people: 0,
        reveals: 0,
        prints: 1,
        exports: 1,
        guesses: 0,
      },
    ])
  })

  test('everyone on a print has a look of their own, so that it is found from the customer', () => {
    const person = addPerson(engine)
    engine.run('intents.flag', { customerUid: person.uid, product: 'loan', level: 'high' }, RM)
    engine.run('intents.flag', { customerUid: person.uid, product: 'card', level: 'high' }, RM)
    engine.sources.at = noonOf('2026-11-25')
    engine.run('followups.freezeList', {}, RM)
    expect(accessTo(person.uid).map(({ kind, staffNo }) => [kind, staffNo])).toEqual([['print', RM.no]])
  })

  test('a link of a print that was cut off is missed, although the print has others', () => {
    for (const { uid } of [addPerson(engine), addPerson(engine)]) {
      engine.run('intents.flag', { customerUid: uid, product: 'loan', level: 'high' }, RM)
    }
    engine.sources.at = noonOf('2026-11-25')
    engine.run('followups.freezeList', {}, RM)
    expect(engine.run('audit.verify', {})).toMatchObject({ intact: true })
    engine.connection.script(
      'DROP TRIGGER audit_keeps_rows; DELETE FROM audit WHERE seq = (SELECT max(seq) FROM audit)',
    )
    expect(engine.run('audit.verify', {})).toMatchObject({ intact: false, reason: 'truncated' })
  })

  test('the branch says from when on a day is worth a question', () => {
    const people = [addPerson(engine), addPerson(engine)]
    for (const person of people) open(person)
    expect(day().questions).toEqual([])
    const settings = { ...engine.run('settings.get', {}, HEAD), unusualPeople: 2 }
    engine.run('settings.save', { settings }, HEAD)
    expect(day().questions).toMatchObject([{ kind: 'without-business', staffNo: TELLER.no, people: 2 }])
  })

  test('a customer’s looks come newest first, under every record, masked, with the reason', () => {
    const person = addPerson(engine, { name: '欧阳娜娜' })
    open(person)
    const record = addPerson(engine)
    engine.run('customers.open', { uid: record.uid }, LOBBY)
    engine.connection.statement('UPDATE customer SET merged_into = ? WHERE id = ?').run(person.id, record.id)
    engine.run('customers.reveal', { uid: person.uid, group: 'phone', reason: '致电客户' }, TELLER)
    const accessLog = accessTo(record.uid)
    expect(accessLog.map(({ kind, staffNo, reason }) => [kind, staffNo, reason])).toEqual([
      ['reveal', TELLER.no, '致电客户'],
      ['view', LOBBY.no, null],
      ['view', TELLER.no, null],
    ])
    expect(accessLog[0]?.customer?.maskedName).toBe('欧阳**')
    expect(JSON.stringify(accessLog)).not.toContain(person.name)
  })

  test('a day is read in keyset pages that miss nothing and repeat nothing, whoever is asked about', () => {
    const people = [addPerson(engine), addPerson(engine), addPerson(engine)]
    for (const person of people) {
      open(person)
      open(person, LOBBY)
      engine.run('intents.flag', { customerUid: person.uid, product: 'loan', level: 'low' }, LOBBY)
    }
    const page = (cursor: string | null) =>
      engine.run('privacy.accessLog', {
        about: { kind: 'day', on: DAY, staffNo: LOBBY.no },
        cursor,
        limit: 2,
      })
    const first = page(null)
    const second = page(first.nextCursor)
    expect([...first.accessLog, ...second.accessLog].map(({ customerUid }) => customerUid)).toEqual(
      people.map(({ uid }) => uid).reverse(),
    )
    expect(second.nextCursor).toBeNull()
    const all = engine.run('privacy.accessLog', {
      about: { kind: 'day', on: DAY, staffNo: null, access: 'view' },
    })
    expect(all.accessLog).toHaveLength(6)
    expect(
      engine.run('privacy.accessLog', { about: { kind: 'day', on: DAY, staffNo: null, access: 'reveal' } })
        .accessLog,
    ).toEqual([])
  })

  test('an administrator sees the figures and nobody', () => {
    const person = addPerson(engine)
    open(person)
    engine.run('customers.reveal', { uid: person.uid, group: 'phone', reason: '致电王先生' }, TELLER)
    expect(day(ADMIN).staff).toHaveLength(1)
    const seen = JSON.stringify([day(ADMIN), accessTo(person.uid, ADMIN)])
    for (const secret of ['maskedName":"', '致电王先生', person.name, person.phone]) {
      expect(seen).not.toContain(secret)
    }
  })
})

describe('P2: what might be asked about', () => {
  const seeMany = (staff = TELLER) => {
    const people = Array.from({ length: 10 }, () => addPerson(engine))
    for (const person of people) open(person, staff)
    return people
  }

  test('ten people seen without any business', () => {
    seeMany()
    expect(day().questions).toMatchObject([
      { staffNo: TELLER.no, staffName: TELLER.name, kind: 'without-business', people: 10, of: 10 },
    ])
  })

  test('the prompts that a panel shows by itself are no business; answering one is', () => {
    const people = seeMany()
    for (const { uid } of people) engine.run('prompts.show', { customerUid: uid }, TELLER)
    expect(day().questions).toMatchObject([{ kind: 'without-business', people: 10 }])
    const [{ uid } = { uid: '' }] = people
    engine.connection.statement(`UPDATE customer SET birth_on = '1980-11-24' WHERE uid = ?`).run(uid)
    const { prompts } = engine.run('prompts.show', { customerUid: uid }, TELLER)
    engine.run('prompts.respond', { promptUid: prompts[0]?.uid ?? '', response: 'accepted' }, TELLER)
    expect(day().questions).toEqual([])
  })

  test('business before the first look of the day, and before that of any day, is found', () => {
    for (let count = 0; count < 10; count++) {
      const person = addPerson(engine)
      engine.run('intents.flag', { customerUid: person.uid, product: 'loan', level: 'low' }, TELLER)
      engine.connection.script(`UPDATE intent SET owner_no = '${RM.no}'`)
    }
    const people = engine.connection.statement<{ uid: string }>('SELECT uid FROM customer').all()
    for (const { uid } of people) engine.run('customers.open', { uid }, TELLER)
    expect(day().questions).toEqual([])
  })

  test('business of a day that lies before the day before it in the chain, where a clock ran ahead, is found', () => {
    const people = Array.from({ length: 10 }, () => addPerson(engine))
    for (const person of people) {
      engine.run('intents.flag', { customerUid: person.uid, product: 'loan', level: 'low' }, LOBBY)
      engine.connection.script(`UPDATE intent SET owner_no = '${RM.no}'`)
      open(person, LOBBY)
    }
    engine.sources.at = noonOf('2026-11-22')
    open(addPerson(engine), LOBBY)
    engine.sources.at = noonOf(DAY)
    expect(day().questions).toEqual([])
  })

  test('a visit, a flag, an own customer and own open work are business; a colleague’s flag is not', () => {
    const people = seeMany(RM)
    const [visited, flagged, own, working, others] = people
    if (!visited || !flagged || !own || !working || !others) throw new Error('ten were added')
    const asked = () => day().questions.find(({ kind }) => kind === 'without-business')
    engine.run('intents.flag', { customerUid: others.uid, product: 'loan', level: 'low' }, LOBBY)
    expect(asked()).toMatchObject({ people: 10 })
    engine.connection.script(`
      INSERT INTO visit (uid, on_date, customer_id, business, state, arrived_at, state_at, source, created_by,
        created_at, updated_at) VALUES ('v1', '${DAY}', ${visited.id}, 'cash', 'done', 0, 0, 'hand', '1001', 0, 0)`)
    expect(asked()).toBeUndefined()
    for (const { uid } of [addPerson(engine), addPerson(engine), addPerson(engine), addPerson(engine)])
      engine.run('customers.open', { uid }, RM)
    expect(asked()).toMatchObject({ people: 13, of: 14 })
    engine.run('intents.flag', { customerUid: flagged.uid, product: 'loan', level: 'low' }, RM)
    expect(asked()).toMatchObject({ people: 12 })
    engine.connection.statement('UPDATE customer SET owner_no = ? WHERE id = ?').run(RM.no, own.id)
    expect(asked()).toMatchObject({ people: 11 })
    engine.run('intents.flag', { customerUid: working.uid, product: 'card', level: 'low' }, LOBBY)
    engine.connection.statement('UPDATE intent SET owner_no = ? WHERE customer_id = ?').run(RM.no, working.id)
    expect(asked()).toMatchObject({ people: 10 })
  })

  test('a visit on a record that was merged since is the person’s, and business', () => {
    const people = seeMany()
    const [kept, merged] = people
    if (!kept || !merged) throw new Error('ten were added')
    const who = { kind: 'customer', customerUid: merged.uid } as const
    const { visit } = engine.run('lobby.arrive', { business: 'cash', who }, LOBBY)
    engine.run('lobby.advance', { visitUid: visit.uid, move: 'leave' }, LOBBY)
    engine.connection.statement('UPDATE customer SET merged_into = ? WHERE id = ?').run(kept.id, merged.id)
    expect(day().questions).toEqual([])
  })

  test('one person looked up on three days without business, named masked', () => {
    const person = addPerson(engine, { name: '欧阳娜娜' })
    for (const on of ['2026-11-18', '2026-11-19', DAY]) {
      engine.sources.at = noonOf(on)
      open(person)
    }
    expect(day().questions).toMatchObject([
      { kind: 'repeated', days: 3, customerUid: person.uid, customer: { maskedName: '欧阳**' } },
    ])
    engine.run('intents.flag', { customerUid: person.uid, product: 'card', level: 'low' }, TELLER)
    expect(day().questions).toEqual([])
  })

  test('views after closing time', () => {
    engine.sources.at = Date.parse(`${DAY}T21:00:00+08:00`)
    for (let count = 0; count < 3; count++) open(addPerson(engine))
    expect(day().questions).toMatchObject([{ kind: 'outside-hours', views: 3 }])
  })
})

describe('with a million links', () => {
  const planOf = (sql: string, ...values: (string | number | null)[]) =>
    engine.connection
      .statement<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
      .all(...values)
      .map(({ detail }) => detail)

  test('the day is a range of the index over time, a customer and somebody’s views are seeks, and nothing is sorted', () => {
    expect(planOf(ROWS_OF_DAY.sql, 0, 1)).toEqual([
      'SEARCH audit USING INDEX audit_looks_by_time (at>? AND at<?)',
    ])
    const ofDay = planOf(ACCESSES_OF_DAY.sql, null, 0, 1, 1, 10)
    expect(ofDay.some((step) => step.startsWith('SEARCH audit USING INDEX audit_looks_by_time (at>?'))).toBe(
      true,
    )
    const ofCustomer = planOf(ACCESSES_TO_CUSTOMER.sql, 'x', 1, 10)
    expect(ofCustomer[0]).toBe('SEARCH audit USING INDEX audit_by_customer (customer_uid=? AND seq<?)')
    expect([...ofDay, ...ofCustomer].filter((step) => step.includes('ORDER BY'))).toEqual([])
    expect(planOf(DID_SOMETHING.sql, 0, 1, 0, 1)[0]).toContain('PRIMARY KEY (rowid>? AND rowid<?)')
    expect(planOf(DID_SOMETHING_WITH.sql, '["x"]', 0, 1, 0, 1, 'y')[0]).toContain(
      'audit_by_customer (customer_uid=? AND seq>? AND seq<?)',
    )
    const around = planOf(ACCESSES_AROUND.sql, 0, 1)
    expect(around.filter((step) => step.includes('audit_looks_by_time (at'))).toHaveLength(4)
    expect(around.filter((step) => /^SCAN audit|ORDER BY/.test(step))).toEqual([])
    const reasons = planOf(REASONS.sql, 'a', 'b', '[]')
    expect(reasons.filter((step) => /^SCAN (?!asked)/.test(step))).toEqual([])
    expect(reasons.join()).toContain('SEARCH visit USING COVERING INDEX visit_by_customer (customer_id=?')
    expect(reasons.join()).toContain('SEARCH intent USING INDEX intent_')
    expect(planOf(SEEN_ON_DAYS.sql, 'x', 0, 1)[0]).toContain(
      'audit_views_of_staff (staff_no=? AND at>? AND at<?)',
    )
  })

  test('a page begins in the middle of a long day without reading it from its start', () => {
    const person = addPerson(engine)
    engine.connection.transaction(() => {
      for (let count = 0; count < 1_000; count++) {
        appendAudit(engine.connection, {
          at: noonOf(DAY) + count,
          staffNo: TELLER.no,
          action: 'customers.open',
          customerUid: person.uid,
          detail: {},
        })
      }
    })
    const seqs: number[] = []
    for (let cursor: string | null = null; ; ) {
      const page: { accessLog: readonly { seq: number }[]; nextCursor: string | null } = engine.run(
        'privacy.accessLog',
        { about: { kind: 'customer', customerUid: person.uid }, cursor, limit: 150 },
      )
      seqs.push(...page.accessLog.map(({ seq }) => seq))
      cursor = page.nextCursor
      if (cursor === null) break
    }
    expect(seqs).toHaveLength(1_000)
    expect(new Set(seqs).size).toBe(1_000)
  })
})
