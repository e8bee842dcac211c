import { globSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { expect, test } from 'vitest'

const ROOT = join(import.meta.dirname, '../../..')
const MAIN = join(ROOT, 'src/main')

/** The folder under `src/main` that alone writes a table. A record that gets its own writer gets its line here. */
const TABLES: Readonly<Record<string, string>> = {
  audit: 'engine',
  branch: 'features/staff',
  channel_reopening: 'features/consents',
  consent_text: 'records/consents',
  customer_facts: 'records/facts',
  day_override: 'features/settings',
  escalation: 'features/followups',
  import_change: 'features/imports',
  intent: 'records/intents',
  intent_evidence: 'records/intents',
  lead: 'records/leads',
  lead_step: 'records/leads',
  list_print: 'features/followups',
  list_print_row: 'features/followups',
  month_rollup: 'records/facts',
  referral: 'records/referrals',
  referral_step: 'records/referrals',
  retention_run: 'features/privacy',
  route: 'features/referrals',
  search_key: 'engine/search-index',
  search_move: 'engine/search-index',
  year_notice: 'features/settings',
}

/** Files whose SQL names its table by a variable, with the tables that it can stand for. */
const BY_VARIABLE: Readonly<Record<string, readonly string[]>> = {
  'features/imports/loading/keyed-table.ts': ['customer', 'account', 'loan', 'card', 'txn'],
  'features/imports/loading/remove-added.ts': ['account', 'loan', 'card'],
  'features/imports/loading/before-images.ts': ['customer', 'account', 'loan', 'card'],
  'records/visits/join-visits.ts': ['visit_ticket', 'arrival_event', 'prompt'],
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
}

function writesIn(file: string, text: string): Write[] {
  const code = text.replace(COMMENT, '')
  return [RAW, BUILT]
    .flatMap((pattern) => [...code.matchAll(pattern)])
    .flatMap(([, table = '${']): readonly (string | null)[] =>
      table === '${' ? (BY_VARIABLE[file] ?? [null]) : [table.toLowerCase()],
    )
    .map((table) => ({ file, table }))
}

/** Every write of a table in SQL text, but for the migrations, which make the tables. */
function allWrites(): Write[] {
  return globSync('**/*.ts', { cwd: MAIN })
    .map((file) => file.split(sep).join('/'))
    .filter((file) => !/(^|\/)migrations\//.test(file))
    .flatMap((file) => writesIn(file, readFileSync(join(MAIN, file), 'utf8')))
}

function strayWrites(writes: readonly Write[]): string[] {
  return writes
    .filter(({ file, table }) => {
      if (table === null) return true
      const folder = TABLES[table]
      return folder !== undefined && !file.startsWith(`${folder}/`)
    })
    .map(({ file, table }) => `${file} writes ${table ?? 'a table named by a variable'}`)
}

test('each record is written in one place', () => {
  expect(strayWrites(allWrites())).toEqual([])
})

test('each of these tables is written where the list says', () => {
  const written = new Set(allWrites().map(({ table }) => table))
  expect(Object.keys(TABLES).filter((table) => !written.has(table))).toEqual([])
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
  'INSERT INTO tag (name) VALUES (?) ON CONFLICT DO UPDATE SET name = excluded.name',
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
