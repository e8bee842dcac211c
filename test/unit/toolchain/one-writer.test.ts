import { globSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { expect, test } from 'vitest'
import type { TableName } from '../../../src/shared/contract/tables.ts'

const ROOT = join(import.meta.dirname, '../../..')
const MAIN = join(ROOT, 'src/main')

/** Where a table is written: a folder or file under `src/main`; null where only triggers of the schema write it. */
type Writer = string | null

const TABLES: Readonly<Record<TableName, Writer>> = {
  account: 'features/imports/loading',
  arrival_event: 'records/arrivals',
  audit: 'engine/ledger.ts',
  branch: 'features/staff',
  card: 'features/imports/loading',
  channel_reopening: 'records/consents',
  complaint: 'features/demo',
  consent: 'records/consents',
  consent_text: 'records/consents',
  contact: 'records/contacts',
  contact_version: 'records/contacts',
  customer_note: 'records/contacts',
  customer: 'features/imports/loading',
  customer_count: null,
  customer_facts: 'records/facts',
  day_override: 'features/settings',
  duplicate_pair: 'records/people',
  escalation: 'features/followups',
  import_change: 'features/imports',
  import_run: 'records/imports',
  intent: 'records/intents',
  intent_evidence: 'records/intents',
  lead: 'records/leads',
  lead_step: 'records/leads',
  list_layout: 'features/lists',
  list_print: 'records/prints',
  list_print_row: 'records/prints',
  list_print_person: 'records/prints',
  list_print_work: 'records/prints',
  loan: 'features/imports/loading',
  month_rollup: 'records/facts',
  notice: 'records/notices',
  outbox: 'engine/ledger.ts',
  prompt: 'records/prompts',
  referral: 'records/referrals',
  referral_step: 'records/referrals',
  refusal: 'records/consents',
  retention_run: 'features/privacy',
  route: 'features/referrals',
  search_key: 'engine/search-index',
  search_move: 'engine/search-index',
  search_reread: 'engine/search-index',
  setting: 'records/settings',
  staff: 'records/staff',
  tag: 'features/demo',
  timeline_event: 'features/demo',
  txn: 'features/imports/loading',
  undo_slip: 'engine/undo/slip.ts',
  visit: 'records/visits',
  visit_ticket: 'records/visits',
  year_notice: 'features/settings',
}

/**
 * Columns of a table that have a writer of their own: what a bank's extract says of a customer is the import's, who is
 * one person with whom is said by merging, and where the search finds them is the index's.
 */
const COLUMNS: Readonly<Record<string, readonly string[]>> = {
  'records/people/merge.ts': ['customer.merged_into', 'customer.merged_under', 'customer.merge_reason'],
  'engine/search-index': ['customer.search_bucket'],
  // What a stored name is read as goes with the keys that are made of it.
  'engine/search-index/reread.ts': ['customer.name', 'customer.pinyin', 'customer.initials'],
}

/** What every writer of a row keeps with it. */
const KEPT_BY_EVERY_WRITER = ['updated_at', 'version']

/** Files whose SQL names its table by a variable, with the tables that it can stand for. */
const BY_VARIABLE: Readonly<Record<string, readonly string[]>> = {
  'features/imports/loading/keyed-table.ts': ['customer', 'account', 'loan', 'card', 'txn'],
  'features/imports/loading/remove-added.ts': ['account', 'loan', 'card'],
  'features/imports/loading/before-images.ts': ['customer', 'account', 'loan', 'card'],
  // Foreign keys of whatever table: a technique like the cascades of the schema, which names no record.
  'engine/foreign-keys.ts': [],
  // Once, when an older store is opened: nobody else writes then.
  'engine/migrations/160-plain-keys.ts': [],
  // A write's own rows as they were before it, whatever the table: their writers wrote them.
  'engine/undo/record-changes.ts': [],
  'engine/undo/restore.ts': [],
}

/** SQL text, in a constant or in a statement; what `ON CONFLICT … DO UPDATE` writes is the table of its insert. */
const RAW =
  /\b(?:INSERT\s+(?:OR\s+\w+\s+)?INTO|REPLACE\s+INTO|(?<!DO\s+)UPDATE(?:\s+OR\s+\w+)?|DELETE\s+FROM)\s+["`]?(\$\{|\w+)/gi
/** A statement of the query builder. */
const BUILT = /\b(?:insertInto|replaceInto|updateTable|deleteFrom|mergeInto)\(\s*(?:['"`](\w+)|(?=[\w$]))/g
const COMMENT = /\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm

interface Write {
  readonly file: string
  /** Null where a variable names it that can stand for any table. */
  readonly table: string | null
  /** The columns of an update in SQL text; null for any other write. */
  readonly columns: readonly string[] | null
}

/** What stands between the table's name and the condition. */
const SET = /^\s+SET\s+([\s\S]*?)(?:\sFROM\s|\sWHERE\s|`|'|$)/i
const ASSIGNED = /(?:^|,)\s*(\w+)\s*=/g

function columnsOf(after: string): readonly string[] | null {
  const set = SET.exec(after)?.[1]
  return set === undefined ? null : [...set.matchAll(ASSIGNED)].map(([, name = '']) => name)
}

function writesIn(file: string, text: string): Write[] {
  const code = text.replace(COMMENT, '')
  return [RAW, BUILT]
    .flatMap((pattern) => [...code.matchAll(pattern)])
    .flatMap((match): Write[] => {
      const [found, table = '${'] = match
      const columns = columnsOf(code.slice(match.index + found.length))
      const tables = table === '${' ? (BY_VARIABLE[file] ?? [null]) : [table.toLowerCase()]
      return tables.map((each) => ({ file, table: each, columns }))
    })
}

/** Every write of a table in SQL text, but for the migrations, which make the tables. */
function allWrites(): Write[] {
  return globSync('**/*.ts', { cwd: MAIN })
    .map((file) => file.split(sep).join('/'))
    .filter((file) => !/(^|\/)migrations\//.test(file))
    .flatMap((file) => writesIn(file, readFileSync(join(MAIN, file), 'utf8')))
}

function isIn(file: string, place: string): boolean {
  return file === place || file.startsWith(`${place}/`)
}

/** Whether a file writes nothing of a table but the columns that are its own. */
function writesOwnColumns({ file, table, columns }: Write): boolean {
  const own = Object.entries(COLUMNS).flatMap(([place, names]) => (isIn(file, place) ? names : []))
  if (columns === null || own.length === 0) return false
  return columns.every((name) => KEPT_BY_EVERY_WRITER.includes(name) || own.includes(`${table}.${name}`))
}

function isTable(name: string): name is TableName {
  return Object.hasOwn(TABLES, name)
}

function strayWrites(writes: readonly Write[]): string[] {
  return writes
    .filter((write) => {
      const { file, table } = write
      if (table === null || !isTable(table)) return true
      const place = TABLES[table]
      return place === null || !(isIn(file, place) || writesOwnColumns(write))
    })
    .map(({ file, table }) => `${file} writes ${table ?? 'a table named by a variable'}`)
}

test('each record is written in one place', () => {
  expect(strayWrites(allWrites())).toEqual([])
})

test('each of these tables is written where the list says', () => {
  const written = new Set(allWrites().map(({ table }) => table))
  const said = Object.entries(TABLES).filter(([, place]) => place !== null)
  expect(said.map(([table]) => table).filter((table) => !written.has(table))).toEqual([])
})

test('each file that is said to name its table by a variable does so', () => {
  const named = globSync('**/*.ts', { cwd: MAIN })
    .map((file) => file.split(sep).join('/'))
    .filter((file) =>
      writesIn(`plant/${file}`, readFileSync(join(MAIN, file), 'utf8')).some(({ table }) => table === null),
    )
  expect(named.sort()).toEqual(Object.keys(BY_VARIABLE).sort())
})

test.each([
  ['INSERT INTO intent (uid) VALUES (?)', 'intent'],
  ['INSERT OR IGNORE INTO\n  lead_step (lead_id)', 'lead_step'],
  ['update referral set state = ?', 'referral'],
  ['DELETE FROM intent_evidence', 'intent_evidence'],
  ["query.updateTable('lead')", 'lead'],
  [
    "query<UpdateResult>((sql, at) =>\n  sql.updateTable('referral_step').set({ note: at.note }))",
    'referral_step',
  ],
  ['const CLOSE = write(`UPDATE intent SET status = ?`)', 'intent'],
])('%s is found', (sql, table) => {
  const writes = writesIn('features/demo/plant.ts', `connection.statement(\`${sql}\`)`)
  expect(strayWrites(writes)).toEqual([`features/demo/plant.ts writes ${table}`])
})

test.each([
  '/** An insert, update or delete; update intent by its writer. */',
  '  // DELETE FROM intent is refused.',
])('%s writes none of them', (text) => {
  expect(strayWrites(writesIn('features/demo/plant.ts', text))).toEqual([])
})

test('a table that the query builder is given by a variable is found', () => {
  const writes = writesIn('features/referrals/take-over.ts', 'query((sql) => sql.updateTable(table))')
  expect(strayWrites(writes)).toEqual(['features/referrals/take-over.ts writes a table named by a variable'])
})

test('a table named by a variable is found where nobody said which it can be', () => {
  const writes = writesIn(
    'features/referrals/take-over.ts',
    `statement(\`UPDATE \${table} SET owner_no = ?\`)`,
  )
  expect(strayWrites(writes)).toEqual(['features/referrals/take-over.ts writes a table named by a variable'])
})

test.each([
  ['engine/search-index/writer.ts', 'UPDATE customer SET search_bucket = ? WHERE id = ?', 0],
  ['engine/search-index/writer.ts', 'UPDATE customer SET name = ?, search_bucket = ? WHERE id = ?', 1],
  ['records/people/merge.ts', 'UPDATE customer SET merged_into = ?, version = version + 1 WHERE id = ?', 0],
  ['records/people/merge.ts', 'UPDATE customer SET merged_into = ?, phone = NULL WHERE id = ?', 1],
  ['records/people/merge.ts', 'DELETE FROM customer WHERE id = ?', 1],
  ['engine/ledger.ts', 'UPDATE customer_count SET people = ?', 1],
])('%s, writing “%s”: %d stray', (file, sql, count) => {
  expect(strayWrites(writesIn(file, `write('${sql}')`))).toHaveLength(count)
})
