import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { NOT_INDEXED } from '../../../src/main/engine/search-index/keys.ts'
import { factsJobs } from '../../../src/main/records/facts/refresh-job.ts'
import { FINDINGS } from '../../../src/shared/domain/customer/findings.ts'
import { type Added, BranchPeople } from '../../support/customers/branch-people.ts'
import { rowsOf, sql } from '../../support/engine/builder.ts'
import { HEAD } from '../../support/engine/open-engine.ts'

let branch: BranchPeople
beforeEach(() => {
  branch = new BranchPeople()
})
afterEach(() => branch.close())

function factsOf(person: Added) {
  branch.refresh()
  const [row] = rowsOf(
    branch.engine.connection,
    sql.selectFrom('customer_facts').selectAll().where('customer_id', '=', person.id),
  )
  if (row === undefined) throw new Error('no facts')
  return row
}

function kindsOf(findings: number): string[] {
  return FINDINGS.filter((_, place) => (findings & (1 << place)) !== 0)
}

describe('balances', () => {
  test('assets are open deposits and investments; loans stand apart and closed accounts are gone', () => {
    const person = branch.add({ name: '王一', balanceFen: 100 })
    branch.account(person.id, { balanceFen: 20, kind: 'term' })
    branch.account(person.id, { balanceFen: 3, kind: 'wealth' })
    branch.account(person.id, { balanceFen: 9_000, status: 'closed' })
    expect(factsOf(person)).toMatchObject({ aum_fen: 123, deposit_fen: 120, investment_fen: 3, loan_fen: 0 })
  })

  test('the month’s average counts money for the days it lay there', () => {
    // Nothing until the 10th, then 200 yuan: 11 of 20 days.
    const person = branch.add({ name: '王一', balanceFen: 20_000 })
    branch.move(person, { on: '2026-11-10', yuan: 200 })
    expect(factsOf(person).aum_average_fen).toBe((20_000 * 11) / 20)
  })

  test('a deposit bought this month from the current account does not count twice in the average', () => {
    const person = branch.add({ name: '王一', balanceFen: 0 })
    branch.move(person, { on: '2026-11-11', yuan: -1_000 })
    branch.account(person.id, { balanceFen: 100_000, kind: 'term', openedOn: '2026-11-11' })
    expect(factsOf(person)).toMatchObject({ aum_fen: 100_000, aum_average_fen: 100_000 })
  })

  test('month ends are read backwards from today’s balance, and the peak is the highest of them', () => {
    const person = branch.add({ name: '王一', balanceFen: 10_000 })
    branch.move(person, { on: '2026-09-15', yuan: 900 })
    branch.move(person, { on: '2026-11-03', yuan: -800 })
    expect(factsOf(person).balance_peak_12m_fen).toBe(90_000)
    const months = branch.engine.connection
      .statement(
        'SELECT month, in_fen, out_fen, end_balance_fen AS e FROM month_rollup ORDER BY month DESC LIMIT 3',
      )
      .all()
    expect(months).toEqual([
      { month: '2026-11', in_fen: 0, out_fen: 80_000, e: 10_000 },
      { month: '2026-10', in_fen: 0, out_fen: 0, e: 90_000 },
      { month: '2026-09', in_fen: 90_000, out_fen: 0, e: 90_000 },
    ])
  })

  test('rolling up again after a transaction went away leaves the months as if it had never been', () => {
    const person = branch.add({ name: '王一', balanceFen: 0 })
    branch.refresh()
    const months = () => branch.engine.connection.statement('SELECT * FROM month_rollup').all()
    expect(months()).toEqual([])
    branch.move(person, { on: '2026-10-15', yuan: 5 })
    branch.refresh()
    expect(months()).not.toEqual([])
    branch.engine.connection.script('DELETE FROM txn')
    branch.refresh()
    expect(months()).toEqual([])
  })
})

describe('activity', () => {
  test('interest, fees, automatic debits, payroll and pension are no activity', () => {
    const person = branch.add({ name: '王一', balanceFen: 3_000_000 })
    branch.move(person, { on: '2026-02-10', yuan: -10, kind: 'spending' })
    for (const [index, kind] of ['interest', 'fee', 'auto-debit', 'salary', 'pension'].entries()) {
      branch.move(person, { on: `2026-11-0${index + 1}`, yuan: 1, kind })
    }
    const facts = factsOf(person)
    expect(facts.last_active_on).toBe('2026-02-10')
    expect(kindsOf(facts.findings)).toContain('dormant')
  })

  test('the last activity is found however long ago it was', () => {
    const person = branch.add({ name: '王一' })
    branch.move(person, { on: '2019-03-04', yuan: 1, kind: 'cash' })
    branch.move(person, { on: '2021-03-04', yuan: 1, kind: 'interest' })
    expect(factsOf(person).last_active_on).toBe('2019-03-04')
  })

  test('someone who only ever got interest was active on no later day than the first known one', () => {
    const person = branch.add({ name: '王一' })
    branch.move(person, { on: '2020-06-21', yuan: 1, kind: 'interest' })
    branch.move(person, { on: '2026-06-21', yuan: 1, kind: 'interest' })
    expect(factsOf(person).last_active_on).toBe('2020-06-21')
  })

  test('without a transaction nothing is known', () => {
    expect(factsOf(branch.add({ name: '王一' })).last_active_on).toBeNull()
  })

  test('a visit is a counter transaction, a counter event or a contact face to face, whichever is latest', () => {
    const person = branch.add({ name: '王一' })
    branch.move(person, { on: '2026-11-01', yuan: 1, channel: 'counter' })
    branch.move(person, { on: '2026-11-15', yuan: 1, channel: 'mobile-bank' })
    expect(factsOf(person).last_visit_on).toBe('2026-11-01')
    branch.event(person.id, { on: '2026-11-05', code: 'counter', kind: 'channel' })
    expect(factsOf(person).last_visit_on).toBe('2026-11-05')
    branch.contact(person.id, '2026-11-09', 'face')
    branch.contact(person.id, '2026-11-12', 'phone')
    expect(factsOf(person).last_visit_on).toBe('2026-11-09')
  })
})

describe('ninety days', () => {
  test('the largest cash movement counts on the 90th day and not on the 91st, and only cash does', () => {
    const person = branch.add({ name: '王一' })
    branch.move(person, { on: '2026-08-23', yuan: 60_000, kind: 'cash' })
    branch.move(person, { on: '2026-08-22', yuan: 90_000, kind: 'cash' })
    branch.move(person, { on: '2026-11-01', yuan: 99_000, kind: 'transfer' })
    const facts = factsOf(person)
    expect(facts).toMatchObject({ largest_90d_fen: 6_000_000, largest_90d_on: '2026-08-23' })
    expect(kindsOf(facts.findings)).toContain('large-cash')
  })

  test('wealth enquiries are counted from events and from flags, but not from a flag that was taken back', () => {
    const person = branch.add({ name: '王一' })
    branch.event(person.id, { on: '2026-11-11', code: 'need', product: 'wealth' })
    branch.event(person.id, { on: '2026-11-12', code: 'need', product: 'loan' })
    branch.event(person.id, { on: '2026-01-11', code: 'need', product: 'wealth' })
    branch.engine.run('intents.flag', { customerUid: person.uid, product: 'wealth', level: 'mid' })
    const facts = factsOf(person)
    expect(facts).toMatchObject({ enquiries_90d: 2, last_enquiry_on: '2026-11-20' })
    expect(kindsOf(facts.findings)).toContain('wealth-enquiries')
    branch.engine.connection.script('UPDATE intent_evidence SET undone_at = 1')
    expect(factsOf(person)).toMatchObject({ enquiries_90d: 1, last_enquiry_on: '2026-11-11' })
  })

  test('retention is the share of what came in that did not go out again', () => {
    const person = branch.add({ name: '王一' })
    expect(factsOf(person).retention_percent).toBeNull()
    branch.move(person, { on: '2026-11-01', yuan: 100 })
    branch.move(person, { on: '2026-11-02', yuan: -75 })
    expect(factsOf(person)).toMatchObject({
      retention_percent: 25,
      inflow_90d_fen: 10_000,
      outflow_90d_fen: 7_500,
    })
    branch.move(person, { on: '2026-11-03', yuan: -75 })
    expect(factsOf(person).retention_percent).toBe(0)
  })
})

test('salary months run back without a gap, and this month’s may still be to come', () => {
  const person = branch.add({ name: '王一' })
  for (const month of ['10', '09', '08', '06']) {
    branch.move(person, { on: `2026-${month}-08`, yuan: 9, kind: 'salary' })
  }
  expect(factsOf(person).salary_months).toBe(3)
  branch.move(person, { on: '2026-11-08', yuan: 9, kind: 'salary' })
  expect(factsOf(person).salary_months).toBe(4)
})

test('the next maturity is the first day on which anything matures, with all that matures then', () => {
  const person = branch.add({ name: '王一' })
  branch.account(person.id, { kind: 'term', balanceFen: 10, maturesOn: '2026-11-19' })
  branch.account(person.id, { kind: 'term', balanceFen: 20, maturesOn: '2026-12-01' })
  branch.account(person.id, { kind: 'wealth', balanceFen: 30, maturesOn: '2026-12-01' })
  branch.account(person.id, { kind: 'term', balanceFen: 40, maturesOn: '2027-01-01' })
  expect(factsOf(person)).toMatchObject({ next_maturity_on: '2026-12-01', next_maturity_fen: 50 })
})

test('tier and value rank follow the average', () => {
  expect(factsOf(branch.add({ name: '王一' }))).toMatchObject({ tier: 'standard', value_rank: 2 })
  expect(factsOf(branch.add({ name: '王二', balanceFen: 5_000_000 }))).toMatchObject({
    tier: 'preferred',
    value_rank: 1,
  })
  expect(factsOf(branch.add({ name: '王三', balanceFen: 30_000_000 }))).toMatchObject({
    tier: 'high-net-worth',
    value_rank: 0,
  })
})

describe('search keys', () => {
  const keysOf = (person: Added) =>
    branch.engine.connection
      .statement('SELECT DISTINCT bucket FROM search_key WHERE customer_id = ?')
      .all(person.id)

  test('a refresh moves every key of a person when value or recency change, and leaves none behind', () => {
    const person = branch.add({ name: '王一', phone: '10011112222' })
    branch.refresh()
    expect(keysOf(person)).toEqual([{ bucket: 11 }])
    const before = branch.engine.connection.statement('SELECT count(*) AS n FROM search_key').get()
    branch.contact(person.id, '2026-11-19')
    branch.refresh()
    expect(keysOf(person)).toEqual([{ bucket: 8 }])
    expect(branch.engine.connection.statement('SELECT count(*) AS n FROM search_key').get()).toEqual(before)
  })

  test('someone newly inserted is found only after the first refresh', () => {
    const person = branch.add({ name: '王一' })
    const bucket = () =>
      branch.engine.connection
        .statement('SELECT search_bucket AS b FROM customer WHERE id = ?')
        .get(person.id)
    expect(bucket()).toEqual({ b: NOT_INDEXED })
    branch.refresh()
    expect(bucket()).toEqual({ b: 11 })
  })
})

test('the daily job recomputes everyone for the branch’s day and tells how far it is', async () => {
  const person = branch.add({ name: '王一', birthOn: '1980-11-22' })
  branch.refresh('2026-10-01')
  const context = { runner: branch.engine.runner, staff: HEAD, signal: new AbortController().signal }
  const run = factsJobs['facts.refresh'](context, {})
  const told: unknown[] = []
  let step = await run.next()
  for (; step.done !== true; step = await run.next()) told.push(step.value.progress)
  expect(step.value).toEqual({ customers: 1 })
  expect(told.at(-1)).toEqual({ done: 1, total: 1 })
  const facts = branch.engine.connection
    .statement<{ findings: number; as_of: string }>(
      'SELECT findings, as_of FROM customer_facts WHERE customer_id = ?',
    )
    .get(person.id)
  expect(facts?.as_of).toBe('2026-11-20')
  expect(kindsOf(facts?.findings ?? 0)).toEqual(['birthday'])
})

function drawPreferredLineAt(fromFen: number): void {
  const { settings } = branch.engine.runner.readContext(HEAD)
  const tierLines = settings.tierLines.map((line) =>
    line.tier === 'preferred' ? { ...line, fromFen } : line,
  )
  branch.engine.run('settings.save', { settings: { ...settings, tierLines } })
}

test('the daily job does nothing where day and settings are those of its last run, and everything where they are not', async () => {
  branch.add({ name: '王一' })
  branch.add({ name: '王二' })
  const refreshed = async (signal = new AbortController().signal): Promise<number> => {
    const run = factsJobs['facts.refresh']({ runner: branch.engine.runner, staff: HEAD, signal }, {})
    let step = await run.next()
    while (step.done !== true) step = await run.next()
    return step.value.customers
  }
  expect(await refreshed(AbortSignal.abort())).toBe(0)
  expect(await refreshed()).toBe(2)
  expect(await refreshed()).toBe(0)
  branch.engine.sources.at += 86_400_000
  expect(await refreshed()).toBe(2)
  const staleRows = () =>
    branch.engine.connection.statement(`SELECT * FROM setting WHERE name = 'facts-stale'`).all()
  drawPreferredLineAt(1_000_000)
  drawPreferredLineAt(5_000_000)
  expect(staleRows()).toHaveLength(1)
  expect(await refreshed()).toBe(2)
  expect(staleRows()).toEqual([])
  expect(await refreshed()).toBe(0)
  const { settings } = branch.engine.runner.readContext(HEAD)
  branch.engine.run('settings.save', { settings: { ...settings, quietFrom: '20:00', idleLockMinutes: 5 } })
  expect(await refreshed()).toBe(0)
  branch.engine.run('settings.save', { settings: { ...settings, birthdayDays: settings.birthdayDays + 1 } })
  expect(await refreshed()).toBe(2)
})

test('settings that change while the daily job runs are not taken for done', async () => {
  branch.add({ name: '王一', balanceFen: 2_000_000 })
  const { runner } = branch.engine
  const context = { runner, staff: HEAD, signal: new AbortController().signal }
  const run = factsJobs['facts.refresh'](context, {})
  await run.next()
  drawPreferredLineAt(1_000_000)
  for (let step = await run.next(); step.done !== true; ) step = await run.next()
  const tiers = () => branch.engine.run('customers.counts', {}).byTier
  expect(tiers()).toMatchObject({ standard: 1, preferred: 0 })
  const again = factsJobs['facts.refresh'](context, {})
  for (let step = await again.next(); step.done !== true; ) step = await again.next()
  expect(tiers()).toMatchObject({ standard: 0, preferred: 1 })
})

test('a refresh that finds nothing changed writes no row', () => {
  const person = branch.add({ name: '王一', balanceFen: 5_000 })
  branch.move(person, { on: '2026-10-15', yuan: 5 })
  branch.refresh()
  const changes = () =>
    branch.engine.connection.statement<{ n: number }>('SELECT total_changes() AS n').get()?.n
  const before = changes()
  branch.refresh()
  expect(changes()).toBe(before)
})

test('the daily job first reads names again that an older version stored, and people are found by them', async () => {
  const person = branch.add({ name: '單偉明' })
  branch.refresh('2026-10-01')
  const { connection } = branch.engine
  connection.script("UPDATE customer SET pinyin = 'danweiming', initials = 'dwm'")
  connection.script('INSERT INTO search_reread (id, up_to) SELECT 1, max(id) FROM customer')
  const context = { runner: branch.engine.runner, staff: HEAD, signal: new AbortController().signal }
  for await (const _step of factsJobs['facts.refresh'](context, {}));
  expect(connection.statement('SELECT pinyin, initials FROM customer WHERE id = ?').get(person.id)).toEqual({
    pinyin: 'shanweiming',
    initials: 'swm',
  })
  expect(connection.statement('SELECT * FROM search_reread').all()).toEqual([])
  expect(branch.namesFound('单伟明')).toEqual(['單偉明'])
})
