import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Customer360 } from '../../../src/shared/contract/customers.ts'
import { DEMO_PROFILE } from '../../../src/shared/demo/profile.ts'
import { SEEDED, type SeededStory } from '../../../src/shared/demo/stories.ts'
import { PROHIBITIONS, type ProhibitionKind } from '../../../src/shared/domain/consent/prohibitions.ts'
import { FINDINGS, type FindingKind } from '../../../src/shared/domain/customer/findings.ts'
import { loadDemo } from '../../support/demo/load-demo.ts'
import { openEngine, type TestEngine } from '../../support/engine/open-engine.ts'

const AS_OF = '2026-11-20'
const CUSTOMERS = 400
const FIRST_DAY_ROWS = 20
const TIMEOUT_MS = 120_000

let engine: TestEngine
beforeAll(async () => {
  engine = openEngine(AS_OF)
  await loadDemo(engine, { seed: 7, asOf: AS_OF, customers: CUSTOMERS })
}, TIMEOUT_MS)
afterAll(() => engine.close())

function rows<Row>(sql: string): Row[] {
  return engine.connection.statement<Row>(sql).all()
}

function uidOf(customerNo: string): string {
  const row = engine.connection
    .statement<{ uid: string }>('SELECT uid FROM customer WHERE customer_no = ?')
    .get(customerNo)
  if (row === undefined) throw new Error(`no customer ${customerNo}`)
  return row.uid
}

function open({ customerKey }: SeededStory): Customer360 {
  return engine.run('customers.open', { uid: uidOf(customerKey) })
}

/** Everyone whom the product lists under a finding. */
function browse(finding: FindingKind): string[] {
  const uids: string[] = []
  let cursor: string | null = null
  do {
    const page: { lines: readonly { uid: string }[]; nextCursor: string | null } = engine.run(
      'customers.browse',
      {
        finding,
        cursor,
      },
    )
    uids.push(...page.lines.map(({ uid }) => uid))
    cursor = page.nextCursor
  } while (cursor !== null)
  return uids
}

/** What the lobby is told when a planted customer comes in. */
const SAID_OF: Readonly<
  Record<string, { readonly prompts: readonly (readonly string[])[]; readonly blocks: readonly string[] }>
> = {
  leaking: { prompts: [['leaking', 'win-back']], blocks: [] },
  dormant: { prompts: [['dormant', 'win-back']], blocks: [] },
  'near-next-tier': { prompts: [['near-next-tier', 'tier-up']], blocks: [] },
  'maturity-near': { prompts: [['maturity-near', 'maturity-renew']], blocks: [] },
  'large-cash': { prompts: [['large-cash', 'large-cash-care']], blocks: [] },
  birthday: { prompts: [['birthday', 'birthday-care']], blocks: [] },
  'wealth-enquiries': { prompts: [['wealth-enquiries', 'wealth-talk']], blocks: [] },
  minor: { prompts: [], blocks: ['minor', 'assessment-expired'] },
  'opted-out': { prompts: [], blocks: ['opted-out', 'opted-out'] },
  'complaint-open': { prompts: [], blocks: ['complaint-open'] },
  'assessment-expired': { prompts: [], blocks: ['assessment-expired'] },
}

const isFinding = (story: string): story is FindingKind => FINDINGS.some((kind) => kind === story)
const isProhibition = (story: string): story is ProhibitionKind => PROHIBITIONS.some((kind) => kind === story)

describe('the product finds every planted story', () => {
  test.each(SEEDED.filter(({ story }) => isFinding(story)))('$story: $en', (seeded) => {
    const kind = FINDINGS.find((each) => each === seeded.story) ?? 'birthday'
    expect(browse(kind)).toContain(uidOf(seeded.customerKey))
    expect(open(seeded).findings.map((finding) => finding.kind)).toContain(kind)
  })

  test.each(SEEDED.filter(({ story }) => isProhibition(story)))('$story: $en', (seeded) => {
    expect(open(seeded).prohibitions.map(({ kind }) => kind)).toContain(seeded.story)
  })

  test.each(Object.entries(SAID_OF))(
    '%s: the right prompt comes of it, or the right silence',
    (story, said) => {
      for (const seeded of SEEDED.filter((each) => each.story === story)) {
        open(seeded)
        const { prompts, blocks } = engine.run('prompts.show', { customerUid: uidOf(seeded.customerKey) })
        // Some of them are on the first day's list as well; that promise is another story.
        const ofStory = prompts.filter(({ kind }) => kind !== 'promise-due')
        expect(ofStory.map(({ kind, script }) => [kind, script])).toEqual(said.prompts)
        expect(blocks.map(({ kind }) => kind)).toEqual(said.blocks)
      }
    },
  )

  test('every story of money or marketing is told to the lobby', () => {
    const told = SEEDED.map(({ story }) => story).filter((story) => isFinding(story) || isProhibition(story))
    expect(Object.keys(SAID_OF).sort()).toEqual([...new Set(told)].sort())
  })

  test('same-name: both are found by the name and told apart by the ID tail', () => {
    const twins = SEEDED.filter(({ story }) => story === 'same-name')
    const name = nameOf(twins[0])
    const found = engine.run('customers.search', { text: name }).lines
    const uids = twins.map(({ customerKey }) => uidOf(customerKey))
    const lines = found.filter(({ uid }) => uids.includes(uid))
    expect(lines).toHaveLength(2)
    expect(new Set(lines.map(({ idTail }) => idTail)).size).toBe(2)
  })

  test.each(SEEDED.filter(({ story }) => story === 'rare-name'))('rare-name: $en', (seeded) => {
    const found = engine.run('customers.search', { text: nameOf(seeded) }).lines
    expect(found.map(({ uid }) => uid)).toContain(uidOf(seeded.customerKey))
  })

  test.each(SEEDED.filter(({ story }) => story === 'long-address'))('long-address: $en', (seeded) => {
    const address = open(seeded).fields.find(({ field }) => field === 'address')
    expect(address?.text.length).toBeGreaterThan(0)
  })

  test('no story is left untested', () => {
    const covered = (story: string) =>
      isFinding(story) || isProhibition(story) || ['same-name', 'rare-name', 'long-address'].includes(story)
    expect(SEEDED.filter(({ story }) => !covered(story))).toEqual([])
  })
})

function nameOf(seeded: SeededStory | undefined): string {
  const row = engine.connection
    .statement<{ name: string }>('SELECT name FROM customer WHERE customer_no = ?')
    .get(seeded?.customerKey ?? '')
  return row?.name ?? ''
}

test('all customers went through the import, none refused, none taken for another', () => {
  const [sheet] = engine.run('imports.list', {})
  expect([sheet?.profileName, sheet?.state, sheet?.hasRejects]).toEqual([DEMO_PROFILE.name, 'done', false])
  expect(sheet?.entities.customers).toMatchObject({
    read: CUSTOMERS,
    added: CUSTOMERS,
    rejected: 0,
    flagged: 0,
  })
  expect(engine.run('customers.counts', {}).customers).toBe(CUSTOMERS)
})

test('whoever opens the branch has a full list on the first day, some of it late', () => {
  const list = engine.run('followups.list', {})
  expect(list.rows).toHaveLength(FIRST_DAY_ROWS)
  expect(list.counts.later).toBe(0)
  for (const group of ['overdue', 'today', 'tomorrow'] as const) expect(list.counts[group]).toBeGreaterThan(0)
})

test('I3: every cell of the value × intent grid has somebody, with levels as they stand today', () => {
  const cells = new Set(
    engine
      .run('intents.list', {})
      .rows.map(({ customer, intent }) => `${customer.value} ${intent.currentLevel}`),
  )
  const nine = ['high', 'mid', 'low'].flatMap((value) =>
    ['high', 'mid', 'low'].map((level) => `${value} ${level}`),
  )
  expect([...cells].sort()).toEqual(nine.sort())
})

test('nobody on the list has forbidden the call or left a complaint open', () => {
  const forbidden = engine
    .run('followups.list', {})
    .rows.filter(({ closedChannels }) => closedChannels.includes('phone'))
  expect(forbidden).toEqual([])
})

test('everything that happened happened by the day the branch stands still on', () => {
  const latest = rows<{ on_date: string }>(
    `SELECT max(on_date) AS on_date FROM (SELECT on_date FROM txn UNION ALL SELECT on_date FROM timeline_event
     UNION ALL SELECT on_date FROM contact UNION ALL SELECT on_date FROM intent_evidence)`,
  )
  expect(latest.map(({ on_date }) => on_date <= AS_OF)).toEqual([true])
})

test('the extract is gone when the branch is filled', () => {
  expect(readdirSync(join(engine.folder, 'scratch'))).toEqual([])
})

test('the planted staff are colleagues, and the founder is still who they were', () => {
  const staff = rows<{ no: string; role: string }>('SELECT no, role FROM staff')
  expect(staff).toContainEqual({ no: '8001', role: 'head' })
  expect(staff.filter(({ role }) => role === 'rm').length).toBeGreaterThan(1)
})
