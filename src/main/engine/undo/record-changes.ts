import type { Connection, ReadConnection, SqlValue } from '../connection.ts'
import type { TableName } from '../schema.ts'

/**
 * Tables whose rows an undo puts back. What follows from them (facts, counts, search keys) is counted again instead,
 * and the words of a consent that a branch gets with its first one stay.
 */
export const RESTORED_TABLES = [
  'arrival_event',
  'channel_reopening',
  'consent',
  'contact',
  'contact_version',
  'customer_note',
  'escalation',
  'intent',
  'intent_evidence',
  'lead',
  'lead_step',
  'notice',
  'prompt',
  'referral',
  'referral_step',
  'refusal',
  'visit',
  'visit_ticket',
] as const satisfies readonly TableName[]

export type RestoredTable = (typeof RESTORED_TABLES)[number]

/** A row with all of its columns. */
export type Image = Readonly<Record<string, SqlValue>>

/** One change of one row: what stood there before it, or null where it put the row in. */
export interface Step {
  readonly table: RestoredTable
  /** The columns of the primary key, in their order. */
  readonly key: readonly SqlValue[]
  readonly before: Image | null
}

/** A row as a write left it; null where it took it out. */
export interface LeftRow extends Omit<Step, 'before'> {
  readonly after: Image | null
}

/** Everything that a write changed in `RESTORED_TABLES`: each change in its order, and each row as it was left. */
export interface Changes {
  readonly steps: readonly Step[]
  readonly left: readonly LeftRow[]
}

const STEPS = 'undo_step'
const SWITCH = 'undo_recording'

interface StoredStep {
  readonly tab: RestoredTable
  readonly key: string
  readonly before: string | null
}

/**
 * Runs `work` inside of a transaction and keeps what it changes, by triggers that belong to this connection alone. They
 * are SQLite's own way to an undo log: no writer can forget to keep what it changes, nor what a trigger or a cascade of
 * the schema changes along. Outside of this function they do nothing.
 * @throws whatever `work` throws; the transaction that is rolled back then takes the log along
 */
export function recordChanges<Value>(
  connection: Connection,
  work: () => Value,
): { readonly value: Value; readonly changes: Changes } {
  installOnce(connection)
  connection.statement(`INSERT INTO ${SWITCH} (recording) VALUES (1)`).run()
  const value = work()
  connection.statement(`DELETE FROM ${SWITCH}`).run()
  const steps = connection
    .statement<StoredStep>(`SELECT tab, key, before FROM ${STEPS} ORDER BY seq`)
    .all()
    .map(asStep)
  connection.statement(`DELETE FROM ${STEPS}`).run()
  return { value, changes: { steps, left: leftBy(connection, steps) } }
}

function asStep({ tab, key, before }: StoredStep): Step {
  return { table: tab, key: JSON.parse(key), before: before === null ? null : JSON.parse(before) }
}

function leftBy(connection: ReadConnection, steps: readonly Step[]): LeftRow[] {
  return [...firstSteps(steps).values()].map(({ table, key }) => ({
    table,
    key,
    after: imageOf(connection, { table, key }),
  }))
}

/** One text for one row of one table. */
export function nameOf({ table, key }: Pick<Step, 'table' | 'key'>): string {
  return `${table} ${JSON.stringify(key)}`
}

/** The first change of each row: what stood there before all of them. */
export function firstSteps(steps: readonly Step[]): ReadonlyMap<string, Step> {
  const firsts = new Map<string, Step>()
  for (const step of steps) if (!firsts.has(nameOf(step))) firsts.set(nameOf(step), step)
  return firsts
}

/** Whether two images say the same, but for some columns. */
export function areAlike(one: Image | null, other: Image | null, but: readonly string[] = []): boolean {
  if (one === null || other === null) return one === other
  return Object.keys(one).every((name) => but.includes(name) || one[name] === other[name])
}

/** The row as it stands now; null where there is none. */
export function imageOf(
  connection: ReadConnection,
  { table, key }: Pick<Step, 'table' | 'key'>,
): Image | null {
  const sql = `SELECT * FROM ${table} WHERE ${isKey(connection, table)}`
  return connection.statement<Image>(sql).get(...key) ?? null
}

/** The condition on the primary key of a table; takes its columns in their order. */
export function isKey(connection: ReadConnection, table: RestoredTable): string {
  return columnsOf(connection, table)
    .filter(({ pk }) => pk > 0)
    .sort((one, other) => one.pk - other.pk)
    .map(({ name }) => `${name} = ?`)
    .join(' AND ')
}

interface ColumnOfTable {
  readonly name: string
  /** The place in the primary key, from 1; 0 for any other column. */
  readonly pk: number
}

function columnsOf(connection: ReadConnection, table: RestoredTable): readonly ColumnOfTable[] {
  return connection.statement<ColumnOfTable>('SELECT name, pk FROM pragma_table_info(?)').all(table)
}

function installOnce(connection: Connection): void {
  const known = connection.statement('SELECT 1 FROM sqlite_temp_schema WHERE name = ?').get(STEPS)
  if (known !== undefined) return
  connection.script(`
    CREATE TEMP TABLE ${SWITCH} (recording INTEGER NOT NULL);
    CREATE TEMP TABLE ${STEPS} (seq INTEGER PRIMARY KEY, tab TEXT NOT NULL, key TEXT NOT NULL, before TEXT);
    ${RESTORED_TABLES.map((table) => triggersOf(table, columnsOf(connection, table))).join('\n')}
  `)
}

function triggersOf(table: RestoredTable, columns: readonly ColumnOfTable[]): string {
  const keyOf = (row: 'OLD' | 'NEW') => {
    const keys = columns.filter(({ pk }) => pk > 0).sort((one, other) => one.pk - other.pk)
    return `json_array(${keys.map(({ name }) => `${row}.${name}`).join(', ')})`
  }
  const before = `json_object(${columns.map(({ name }) => `'${name}', OLD.${name}`).join(', ')})`
  const trigger = (event: 'INSERT' | 'UPDATE' | 'DELETE', values: string) => `
    CREATE TEMP TRIGGER undo_${event.toLowerCase()}_${table} AFTER ${event} ON main.${table}
      WHEN EXISTS (SELECT 1 FROM temp.${SWITCH})
      BEGIN INSERT INTO ${STEPS} (tab, key, before) VALUES ('${table}', ${values}); END;`
  return [
    trigger('INSERT', `${keyOf('NEW')}, NULL`),
    trigger('UPDATE', `${keyOf('OLD')}, ${before}`),
    trigger('DELETE', `${keyOf('OLD')}, ${before}`),
  ].join('\n')
}
