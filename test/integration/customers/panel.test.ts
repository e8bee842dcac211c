import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { HOLDING_QUERIES } from '../../../src/main/features/customers/panel/holdings.ts'
import { VIEWS_TODAY } from '../../../src/main/features/customers/panel/view-cap.ts'
import { OPENED_LATELY } from '../../../src/main/records/people/opened.ts'
import type { SessionStaff } from '../../../src/shared/contract/session.ts'
import { DEFAULT_SETTINGS } from '../../../src/shared/domain/branch/settings.ts'
import { BranchPeople, inventedId } from '../../support/customers/branch-people.ts'

const TELLER: SessionStaff = { no: '1001', name: '孙丽', role: 'teller' }
const RM: SessionStaff = { no: '3001', name: '钱进', role: 'rm' }

let branch: BranchPeople
beforeEach(() => {
  branch = new BranchPeople()
})
afterEach(() => branch.close())

const open = (uid: string, staff: SessionStaff = TELLER) =>
  branch.engine.run('customers.open', { uid }, staff)
const lastAudit = () =>
  branch.engine.connection
    .statement<{ action: string; customer_uid: string; detail: string }>(
      'SELECT action, customer_uid, detail FROM audit ORDER BY seq DESC LIMIT 1',
    )
    .get()

describe('the panel', () => {
  test('C1, C2: names each field with its class, its source and its day, and masks what the rules mask', () => {
    const person = branch.add({
      name: '欧阳娜娜',
      phone: '10012345678',
      idNumber: inventedId('1980-05-17', 12),
      birthOn: '1980-05-17',
      address: '浙江省杭州市西湖区某路 1 号',
      employer: '某某纺织有限公司',
    })
    branch.refresh()
    const { fields, ageYears } = open(person.uid)
    expect(fields.map(({ field, text, masked, class: level }) => [field, text, masked, level])).toEqual([
      ['name', '欧阳**', true, 'C2'],
      ['birthOn', '1980-05-17', false, 'C2'],
      ['phone', '100****5678', true, 'C2'],
      ['idNumber', expect.stringMatching(/^9\*{13}[\dX]{4}$/), true, 'C2'],
      ['employer', '某某***', true, 'C2'],
      ['address', '浙江省杭州市西湖区***', true, 'C2'],
    ])
    expect(fields[0]).toMatchObject({ source: '测试抽取', asOf: '2026-11-20' })
    expect(ageYears).toBe(46)
  })

  test('opens with holdings by kind, the largest first, without closed accounts and with masked numbers', () => {
    const person = branch.add({ name: '王一', balanceFen: 5 })
    branch.account(person.id, { balanceFen: 10, kind: 'term' })
    branch.account(person.id, { balanceFen: 30, kind: 'term' })
    branch.account(person.id, { balanceFen: 0, status: 'closed' })
    branch.card(person.id, '6299990000001112345')
    const { holdings } = open(person.uid)
    expect(holdings.map((holding) => [holding.kind, holding.balanceFen])).toEqual([
      ['demand', 5],
      ['term', 30],
      ['term', 10],
      ['card', 0],
    ])
    for (const holding of holdings) expect(holding.maskedKey).toMatch(/^\*+\d{4}$/)
  })

  test('S5: keeps a loan that was paid back among the holdings, with nothing owed', () => {
    const person = branch.add({ name: '王一' })
    branch.engine.connection
      .statement(
        `INSERT INTO loan (uid, loan_no, customer_id, principal_fen, status, as_of, updated_at)
         VALUES ('loan-1', 'loan-1', ?, 10000000, 'finished', '2026-11-20', 0)`,
      )
      .run(person.id)
    const loans = open(person.uid).holdings.filter(({ kind }) => kind === 'loan')
    expect(loans).toMatchObject([{ balanceFen: 0, status: 'finished' }])
  })

  test('tells how far the next tier is and what must come in today', () => {
    const person = branch.add({ name: '王一', balanceFen: 4_600_000 })
    branch.refresh()
    expect(open(person.uid)).toMatchObject({
      tier: 'standard',
      value: 'low',
      // 30 days of November, 11 of them left: 400,000 × 30 / 11.
      nextTier: { tier: 'preferred', gapFen: 400_000, addTodayFen: 1_090_910 },
      findings: [{ kind: 'near-next-tier', amountFen: 400_000 }],
    })
  })

  test('a large cash movement is dated by itself, not by the last transaction', () => {
    const person = branch.add({ name: '王一' })
    branch.move(person, { on: '2026-10-30', yuan: -50_000, kind: 'cash' })
    branch.move(person, { on: '2026-11-10', yuan: -1, kind: 'spending' })
    branch.refresh()
    expect(open(person.uid).findings).toContainEqual({
      kind: 'large-cash',
      on: '2026-10-30',
      amountFen: 5_000_000,
    })
  })

  test('C3: what changed since the last visit begins on the day after it', () => {
    const person = branch.add({ name: '王一' })
    branch.contact(person.id, '2026-10-01', 'face')
    branch.move(person, { on: '2026-10-01', yuan: 1, channel: 'mobile-bank' })
    branch.move(person, { on: '2026-10-02', yuan: 2, channel: 'mobile-bank' })
    branch.refresh()
    const { sinceLastVisit, lastContacts } = open(person.uid)
    expect(sinceLastVisit.lastVisitOn).toBe('2026-10-01')
    expect(sinceLastVisit.entries.map((entry) => entry.amountFen)).toEqual([200])
    expect(lastContacts.map((entry) => entry.channel)).toEqual(['face'])
  })

  test('C4: the household is masked, leaves out the person, and counts a merged record once', () => {
    const person = branch.add({ name: '王一', householdNo: 'H1' })
    const spouse = branch.add({ name: '李二', householdNo: 'H1' })
    const twin = branch.add({ name: '李二', householdNo: 'H1' })
    branch.add({ name: '赵三', householdNo: 'H2' })
    branch.engine.connection
      .statement('UPDATE customer SET merged_into = ? WHERE id = ?')
      .run(spouse.id, twin.id)
    expect(open(person.uid).household.map((line) => line.maskedName)).toEqual(['李*'])
  })

  test('prohibitions, open intents and months are on it', () => {
    const person = branch.add({ name: '王小小', birthOn: '2015-01-01', balanceFen: 100 })
    branch.refresh()
    branch.engine.run('intents.flag', { customerUid: person.uid, product: 'deposit', level: 'high' })
    const panel = open(person.uid)
    expect(panel.prohibitions).toContainEqual({ kind: 'minor', on: '2029-01-01' })
    expect(panel.intents.map((intent) => [intent.product, intent.currentLevel])).toEqual([
      ['deposit', 'high'],
    ])
    expect(panel.months).toHaveLength(12)
    expect(panel.months.at(-1)).toEqual({ month: '2026-11', inFen: 0, outFen: 0, endBalanceFen: 100 })
  })

  test('someone whose facts were never computed still opens', () => {
    const person = branch.add({ name: '王一' })
    expect(open(person.uid)).toMatchObject({ tier: 'standard', facts: { aumFen: 0, lastActiveOn: null } })
  })

  test('an unknown person is refused', () => {
    expect(() => open('00000000-0000-7000-8000-999999999999')).toThrowError('customers.notFound')
  })
})

describe('seeing a person', () => {
  test('leaves an audit row about the person that stays, also when a merged record was asked for', () => {
    const person = branch.add({ name: '王一' })
    const merged = branch.add({ name: '王一' })
    branch.engine.connection
      .statement('UPDATE customer SET merged_into = ? WHERE id = ?')
      .run(person.id, merged.id)
    expect(open(merged.uid).uid).toBe(person.uid)
    expect(lastAudit()).toMatchObject({ action: 'customers.open', customer_uid: person.uid })
  })

  test('is refused beyond the daily cap, which counts people and not views, and starts anew the next day', () => {
    const settings = { ...DEFAULT_SETTINGS, dailyViewCap: 2 }
    branch.engine.connection
      .statement(`INSERT INTO setting (name, value, updated_at) VALUES ('branch', ?, 0)`)
      .run(JSON.stringify(settings))
    branch.engine.runner.branch.afterWrite(['setting'])
    const [one, two, three] = ['王一', '王二', '王三'].map((name) => branch.add({ name }).uid)
    if (one === undefined || two === undefined || three === undefined) throw new Error('three were added')
    open(one)
    expect(lastAudit()?.detail).not.toContain('capReached')
    expect(open(one).viewWarning).toBeNull()
    expect(open(two).viewWarning).toEqual({ seen: 2, cap: 2 })
    expect(JSON.parse(lastAudit()?.detail ?? '{}')).toEqual({ seenToday: 2, capReached: true })
    expect(() => open(three)).toThrowError('customers.viewCapReached')
    expect(branch.engine.connection.statement('SELECT staff_no, kind, detail FROM notice').all()).toEqual([
      { staff_no: '8001', kind: 'view-cap', detail: '{"staffNo":"1001","seen":2}' },
    ])
    expect(open(one).uid).toBe(one)
    expect(open(three, RM).uid).toBe(three)
    branch.engine.sources.at += 86_400_000
    expect(open(three).uid).toBe(three)
  })

  test('counts a person once who was seen under two records, before and after they were merged', () => {
    const [one, record] = [branch.add({ name: '王一' }), branch.add({ name: '王一' })]
    const other = branch.add({ name: '王二' })
    const seenToday = () => JSON.parse(lastAudit()?.detail ?? '{}').seenToday
    for (const { uid } of [one, record]) open(uid)
    expect(seenToday()).toBe(2)
    branch.engine.connection
      .statement('UPDATE customer SET merged_into = ? WHERE id = ?')
      .run(one.id, record.id)
    open(record.uid)
    expect(seenToday()).toBe(1)
    open(other.uid)
    expect(seenToday()).toBe(2)
  })

  test('counting the day’s views and reading holdings are seeks', () => {
    const { connection } = branch.engine
    const planOf = (sql: string, ...values: (string | number)[]) =>
      connection
        .statement<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
        .all(...values)
        .map((step) => step.detail)
    expect(planOf(VIEWS_TODAY.sql, '1001', 0)).toContain(
      'SEARCH audit USING COVERING INDEX audit_views_of_staff (staff_no=? AND at>?)',
    )
    expect(planOf(OPENED_LATELY.sql, '1001', 0, '["x"]')[0]).toBe(
      'SEARCH audit USING COVERING INDEX audit_views_of_staff (staff_no=? AND at>?)',
    )
    for (const query of HOLDING_QUERIES)
      expect(planOf(query.sql, 1)[0]).toMatch(/^SEARCH .*\(customer_id=\?\)/)
  })
})

describe('a reveal (P2)', () => {
  const idNumber = inventedId('1980-05-17', 12)
  let uid: string
  beforeEach(() => {
    uid = branch.add({ name: '王建国', phone: '10012345678', idNumber, address: '某街 9 号' }).uid
  })
  const reveal = (
    group: 'name' | 'phone' | 'id' | 'address' | 'all',
    reason: string,
    staff: SessionStaff = TELLER,
  ) => {
    open(uid, staff)
    return branch.engine.run('customers.reveal', { uid, group, reason }, staff)
  }

  test('gives the group that was asked for and nothing else, and is recorded with its reason', () => {
    expect(reveal('phone', '客户要求核对').map(({ field, text, masked }) => [field, text, masked])).toEqual([
      ['phone', '10012345678', false],
    ])
    expect(lastAudit()).toMatchObject({ action: 'customers.reveal', customer_uid: uid })
    expect(JSON.parse(lastAudit()?.detail ?? '')).toEqual({ group: 'phone', reason: '客户要求核对' })
  })

  test('leaves the panel masked', () => {
    reveal('name', '客户要求核对')
    expect(open(uid).fields[0]?.text).toBe('王**')
  })

  test('needs a reason of four characters, blanks not counted', () => {
    for (const reason of ['', '核对', '  核对   ']) {
      expect(() => reveal('phone', reason)).toThrowError('customers.reasonTooShort')
    }
  })

  test('follows the roles: a teller opens name and phone, a manager also number and address', () => {
    for (const group of ['id', 'address', 'all'] as const) {
      expect(() => reveal(group, '客户要求核对')).toThrowError('customers.revealNotAllowed')
    }
    expect(reveal('id', '客户要求核对', RM).map((field) => field.text)).toEqual([idNumber])
    expect(reveal('all', '客户要求核对', RM).map((field) => field.field)).toEqual([
      'name',
      'phone',
      'idNumber',
      'address',
    ])
  })
})

test('a reveal and a timeline are for who opened the panel within a day, so that neither goes round the cap', () => {
  const [one, other] = ['王一', '王二'].map((name) => branch.add({ name, phone: '10012345678' }).uid)
  if (one === undefined || other === undefined) throw new Error('two were added')
  const look = (uid: string, staff: SessionStaff) => [
    () => branch.engine.run('customers.timeline', { uid }, staff),
    () => branch.engine.run('customers.reveal', { uid, group: 'phone', reason: '客户要求核对' }, staff),
  ]
  open(one)
  for (const seen of look(one, TELLER)) expect(seen).not.toThrow()
  for (const unseen of [...look(other, TELLER), ...look(one, RM)]) {
    expect(unseen).toThrowError('customers.notOpened')
  }
  branch.engine.sources.at += 86_400_001
  for (const stale of look(one, TELLER)) expect(stale).toThrowError('customers.notOpened')
})

test('who opened a record may go on reading when it is merged under another', () => {
  const [kept, merged] = ['王一', '王二'].map((name) => branch.add({ name }))
  if (kept === undefined || merged === undefined) throw new Error('two were added')
  open(merged.uid)
  branch.engine.connection
    .statement(`UPDATE customer SET merged_into = ?, merge_reason = 'same-id' WHERE id = ?`)
    .run(kept.id, merged.id)
  expect(branch.engine.run('customers.timeline', { uid: merged.uid }, TELLER).entries).toEqual([])
})
