import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TableName } from '../../../src/main/engine/schema.ts'
import { RETAINED } from '../../../src/main/features/privacy/retained.ts'
import { RETAINED_KINDS, type RetainedKind } from '../../../src/shared/domain/consent/retention.ts'
import { openEngine, type TestEngine } from '../../support/engine/open-engine.ts'

/** Under which rule a table loses what is personal in it, or why it keeps everything. A new table has to be decided on. */
type Decision = { readonly goesBy: RetainedKind } | { readonly kept: string }

const BRANCH = { kept: 'says how the branch works, and nothing of a customer' }
const CUSTOMER = { kept: "the customer's own record, which the bank keeps and every import brings again" }
const DERIVED = { kept: 'computed from the record of the customer, and gone with it' }
const WORK = { kept: 'work with a customer of the bank; it belongs to their record' }
const PROOF = { kept: 'the law asks for proof of what was done and agreed to; numbers and uids, no names' }

const DECISIONS: Readonly<Record<TableName, Decision>> = {
  branch: BRANCH,
  staff: BRANCH,
  setting: BRANCH,
  year_notice: BRANCH,
  day_override: BRANCH,
  route: BRANCH,
  consent_text: BRANCH,

  audit: { kept: 'the chain is never shortened: whoever removed something from it could hide what they did' },
  outbox: {
    kept: 'its rows stay in order for the hub; what they say of strangers is erased (see every-payload)',
  },
  retention_run: PROOF,
  consent: PROOF,
  channel_reopening: PROOF,
  list_layout: BRANCH,
  list_print: PROOF,
  list_print_row: PROOF,
  list_print_person: PROOF,
  list_print_work: PROOF,

  customer: CUSTOMER,
  account: CUSTOMER,
  loan: CUSTOMER,
  card: CUSTOMER,
  txn: CUSTOMER,
  timeline_event: CUSTOMER,
  complaint: CUSTOMER,
  refusal: CUSTOMER,
  tag: CUSTOMER,
  duplicate_pair: CUSTOMER,
  import_change: { kept: 'how to take an import back; gone with its run' },

  search_key: DERIVED,
  search_move: DERIVED,
  search_reread: DERIVED,
  month_rollup: DERIVED,
  customer_facts: DERIVED,
  customer_count: DERIVED,

  intent: WORK,
  intent_evidence: WORK,
  contact: WORK,
  contact_version: WORK,
  customer_note: WORK,
  escalation: WORK,

  undo_slip: {
    kept: 'nothing is kept: a slip is gone with the first step after its seconds (see undo/slips)',
  },

  visit: { goesBy: 'visits' },
  visit_ticket: { goesBy: 'visits' },
  arrival_event: { goesBy: 'arrivals' },
  lead: { goesBy: 'leads' },
  lead_step: { goesBy: 'leads' },
  referral: { goesBy: 'leads' },
  referral_step: { goesBy: 'leads' },
  prompt: { goesBy: 'prompts' },
  notice: { goesBy: 'notices' },
  import_run: { goesBy: 'reject-files' },
}

let engine: TestEngine
beforeAll(() => {
  engine = openEngine()
})
afterAll(() => engine.close())

test('P3: every table of the database is decided on', () => {
  const tables = engine.connection
    .statement<{ name: string }>(
      `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name`,
    )
    .all()
  expect(Object.keys(DECISIONS).sort()).toEqual(tables.map(({ name }) => name))
})

test.each(RETAINED_KINDS)('P3: %s are removed from exactly the tables that were decided on', (kind) => {
  const decided = Object.entries(DECISIONS).flatMap(([table, decision]) =>
    'goesBy' in decision && decision.goesBy === kind ? [table] : [],
  )
  expect([...RETAINED[kind].changes].sort()).toEqual(decided.sort())
})

/** Columns of these names hold a name, a number or words that somebody wrote. */
const WORDS =
  "'name', 'surname', 'phone', 'phone_tail', 'id_number', 'address', 'ticket', 'note', 'reason', 'outcome_note', \
  'clue', 'text', 'summary', 'detail', 'payload'"
/** Hidden from who may not read them, and erased; other tests hold that. */
const HELD_ELSEWHERE = ['audit.detail', 'outbox.payload', 'undo_slip.detail']

test('P3: a table that is kept whole, and is no record of a customer, holds nobody’s name and no words', () => {
  const keptWhole = Object.entries(DECISIONS).flatMap(([table, decision]) =>
    'goesBy' in decision || [BRANCH, CUSTOMER, WORK].includes(decision) ? [] : [table],
  )
  const words = keptWhole.flatMap((table) =>
    engine.connection
      .statement<{ name: string }>(
        `SELECT ? || '.' || name AS name FROM pragma_table_info(?) WHERE name IN (${WORDS})`,
      )
      .all(table, table)
      .map(({ name }) => name),
  )
  expect(words.sort()).toEqual(HELD_ELSEWHERE)
})
