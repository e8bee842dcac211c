import { globSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { expect, test } from 'vitest'

const ROOT = join(import.meta.dirname, '../../..')
const MAIN = join(ROOT, 'src/main')

/** The folders under `src/main` that alone write a table. A record that gets its own writer gets its line here. */
const TABLES: Readonly<Record<string, readonly string[]>> = {
  intent: ['records/intents'],
  intent_evidence: ['records/intents'],
  lead: ['records/leads', 'engine/leads'],
  lead_step: ['records/leads', 'engine/leads'],
  referral: ['records/referrals'],
  referral_step: ['records/referrals'],
}

/** Files whose SQL names its table by a variable, with the tables that it can stand for. */
const BY_VARIABLE: Readonly<Record<string, readonly string[]>> = {
  'features/imports/loading/keyed-table.ts': ['customer', 'account', 'loan', 'card', 'txn'],
  'features/imports/loading/remove-added.ts': ['account', 'loan', 'card'],
  'features/imports/loading/restore-images.ts': ['customer', 'account', 'loan', 'card'],
  'engine/visits/join-visits.ts': ['visit_ticket', 'arrival_event', 'prompt'],
}

const RAW =
  /\b(?:INSERT\s+(?:OR\s+\w+\s+)?INTO|REPLACE\s+INTO|UPDATE(?:\s+OR\s+\w+)?|DELETE\s+FROM)\s+["`]?(\$\{|\w+)/gi
const BUILT = /\b(?:insertInto|replaceInto|updateTable|deleteFrom|mergeInto)\(\s*['"`](\w+)/g

interface Write {
  readonly file: string
  /** `${` where a variable names it. */
  readonly table: string
}

function writesIn(file: string, text: string): Write[] {
  return [RAW, BUILT]
    .flatMap((pattern) => [...text.matchAll(pattern)])
    .map(([, table = '']) => ({ file, table: table.toLowerCase() }))
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
      const folders = TABLES[table]
      if (folders !== undefined) return !folders.some((folder) => file.startsWith(`${folder}/`))
      return table === '${' && variableTables(file) === undefined
    })
    .map(({ file, table }) => `${file} writes ${table === '${' ? 'a table named by a variable' : table}`)
}

/** The files may have moved to another folder; their own names tell them. */
function variableTables(file: string): readonly string[] | undefined {
  const name = file.split('/').at(-1)
  return Object.entries(BY_VARIABLE).find(([known]) => known.split('/').at(-1) === name)?.[1]
}

test('each record is written in one place', () => {
  expect(strayWrites(allWrites())).toEqual([])
})

test('each of these tables is written where the list says', () => {
  const written = new Set(allWrites().map(({ table }) => table))
  expect(Object.keys(TABLES).filter((table) => !written.has(table))).toEqual([])
})

test('no file that names its table by a variable can mean one of them', () => {
  expect(
    Object.values(BY_VARIABLE)
      .flat()
      .filter((table) => table in TABLES),
  ).toEqual([])
})

test.each([
  ['INSERT INTO intent (uid) VALUES (?)', 'intent'],
  ['INSERT OR IGNORE INTO\n  lead_step (lead_id)', 'lead_step'],
  ['update referral set state = ?', 'referral'],
  ['DELETE FROM intent_evidence', 'intent_evidence'],
  ["query.updateTable('lead')", 'lead'],
])('%s is found', (sql, table) => {
  const writes = writesIn('features/demo/plant.ts', `connection.statement(\`${sql}\`)`)
  expect(strayWrites(writes)).toEqual([`features/demo/plant.ts writes ${table}`])
})

test('a table named by a variable is found where nobody said which it can be', () => {
  const writes = writesIn(
    'features/referrals/take-over.ts',
    `statement(\`UPDATE \${table} SET owner_no = ?\`)`,
  )
  expect(strayWrites(writes)).toEqual(['features/referrals/take-over.ts writes a table named by a variable'])
})
