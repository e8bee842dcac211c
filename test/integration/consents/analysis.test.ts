import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { ANALYSIS_CONSENTS } from '../../../src/main/records/facts/read-tallies.ts'
import { refreshFacts } from '../../../src/main/records/facts/refresh.ts'
import type { FindingKind } from '../../../src/shared/domain/customer/findings.ts'
import type { TestEngine } from '../../support/engine/open-engine.ts'
import {
  addPerson,
  type InventedPerson,
  LOBBY,
  openCounter,
  RM,
  TELLER,
} from '../../support/intents/counter-branch.ts'
import { saved } from '../../support/leads/lobby-branch.ts'

const TODAY = '2026-11-20'
let engine: TestEngine
let person: InventedPerson
beforeEach(() => {
  engine = openCounter(TODAY)
  person = addPerson(engine, { name: '王建国', birthOn: '1980-11-22' })
  engine.connection.statement(`UPDATE customer SET risk_expires_on = '2027-11-20'`).run()
  for (let enquiry = 0; enquiry < 3; enquiry++) ask()
  engine.run('customers.open', { uid: person.uid }, TELLER)
})
afterEach(() => engine.close())

const ask = () => engine.run('intents.flag', { customerUid: person.uid, product: 'wealth', level: 'low' }, RM)
const say = (given: boolean) =>
  engine.run(
    'consents.record',
    { customerUid: person.uid, purposes: [{ purpose: 'profiling', given }], textVersion: 1 },
    TELLER,
  )
const listed = (finding: FindingKind) =>
  engine.run('customers.browse', { finding }, RM).lines.map(({ uid }) => uid)
const counted = () => engine.run('customers.counts', {}, RM).byFinding['wealth-enquiries']
const panel = () => engine.run('customers.open', { uid: person.uid }, TELLER)
const shown = () => {
  const { prompts, blocks } = engine.run('prompts.show', { customerUid: person.uid }, TELLER)
  return { prompts: prompts.map(({ kind }) => kind), blocks: blocks.map(({ kind }) => kind) }
}

describe('P3: a withdrawn consent to being analysed', () => {
  test('takes the person off the lists and out of the prompts that rest on it, and the line says why', () => {
    expect(listed('wealth-enquiries')).toEqual([person.uid])
    expect(shown().prompts).toEqual(['wealth-enquiries', 'birthday'])
    say(false)
    expect(engine.lastTables()).toContain('customer_facts')
    expect(listed('wealth-enquiries')).toEqual([])
    expect(counted()).toBe(0)
    expect(shown()).toEqual({ prompts: ['birthday'], blocks: ['analysis-withdrawn'] })
    expect(panel().findings.map(({ kind }) => kind)).toEqual(['birthday'])
  })

  test('leaves what stands in the record: a birthday is still on its list', () => {
    say(false)
    expect(listed('birthday')).toEqual([person.uid])
  })

  test('holds against another enquiry, and against a recount of everybody', () => {
    say(false)
    ask()
    expect(listed('wealth-enquiries')).toEqual([])
    const { todayOn, settings } = engine.runner.readContext(RM)
    refreshFacts(engine.connection, { fromId: 1, toId: 100 }, { asOf: todayOn, settings })
    expect(listed('wealth-enquiries')).toEqual([])
  })

  test('ends when they agree again', () => {
    say(false)
    say(true)
    expect(listed('wealth-enquiries')).toEqual([person.uid])
    expect(shown().blocks).toEqual([])
  })

  test('never asked is not withdrawn', () => {
    expect(panel().findings.map(({ kind }) => kind)).toContain('wealth-enquiries')
    expect(shown().blocks).toEqual([])
  })

  test('said on a merged record counts for the person', () => {
    const record = addPerson(engine, { mergedInto: person })
    engine.connection.script(`INSERT INTO consent (uid, customer_id, purpose, given, at, on_date, staff_no)
      VALUES ('k1', ${record.id}, 'profiling', 0, 0, '2026-01-05', '1001')`)
    ask()
    expect(listed('wealth-enquiries')).toEqual([])
    expect(shown().blocks).toEqual(['analysis-withdrawn'])
  })

  test('said by the stranger they were goes with the lead, and comes back with it', () => {
    const { uid: leadUid } = saved(engine, { phoneTail: '9876' })
    engine.connection.script(`INSERT INTO consent (uid, lead_id, purpose, given, at, on_date, staff_no)
      SELECT 'k1', id, 'profiling', 0, 0, '2026-01-05', '1001' FROM lead`)
    const { visit } = engine.run('lobby.arrive', { business: 'cash', who: { kind: 'lead', leadUid } }, LOBBY)
    const identify = (who: { kind: 'customer'; customerUid: string } | { kind: 'stranger' }) =>
      engine.run('lobby.identify', { visitUid: visit.uid, who }, LOBBY)
    identify({ kind: 'customer', customerUid: person.uid })
    expect(listed('wealth-enquiries')).toEqual([])
    identify({ kind: 'stranger' })
    expect(listed('wealth-enquiries')).toEqual([person.uid])
  })
})

test('words on being analysed are read by the two indexes of consents, a range of people at once', () => {
  const plan = engine.connection
    .statement<{ detail: string }>(`EXPLAIN QUERY PLAN ${ANALYSIS_CONSENTS.sql}`)
    .all(1, 250, 1, 250)
    .map(({ detail }) => detail)
    .join('\n')
  expect(plan).toMatch(/SEARCH consent USING INDEX consent_by_customer/)
  expect(plan).toMatch(/SEARCH lead USING (COVERING )?INDEX lead_by_customer/)
  expect(plan).toMatch(/SEARCH consent USING INDEX consent_by_lead/)
})
