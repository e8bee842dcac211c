import type { Connection, Value } from '../../../src/main/engine/connection.ts'
import type { Columns, Places } from '../../../src/main/engine/schema/columns.ts'

interface Step {
  readonly opcode: string
  readonly p1: number
  readonly p2: number
}

/** No statement of the product takes as many values. */
const MOST_VALUES = 60

/**
 * What SQLite says of a query that does not agree with its declared columns, as sentences; none where all is well.
 * Names are compared for every column. Storage and nulls are compared where a column of the result is a bare column of
 * a table: SQLite does not say either of an expression.
 */
export function faultsOf(
  connection: Connection,
  { columns, sql }: { columns: Columns; sql: string },
): string[] {
  const results = connection.statement(sql).columns()
  const names = results.map(({ name }) => name)
  const declared = Object.keys(columns)
  const faults: string[] = []
  for (const name of names.filter((each, index) => names.indexOf(each) !== index))
    faults.push(`${name} is read twice`)
  for (const name of names.filter((each) => !declared.includes(each)))
    faults.push(`${name} is read and not declared`)
  for (const name of declared.filter((each) => !names.includes(each)))
    faults.push(`${name} is declared and not read`)
  const nulls = tablesOfNullRows(connection, sql)
  for (const { name, table, column } of results) {
    const said = columns[name]
    if (said === undefined || table === null || column === null) continue
    const kept = keptColumn(connection, table, column)
    if (kept === undefined) continue
    if (kept.type !== said.storage) faults.push(`${name} is ${kept.type} and declared ${said.storage}`)
    const outer = nulls.get(table) ?? 'never'
    if (outer === 'some') continue
    const nullable = kept.nullable || outer === 'all' || isSubquery(sql, name)
    if (nullable !== said.nullable) faults.push(`${name} can ${nullable ? '' : 'not '}be null`)
  }
  return faults
}

/** SQLite names the table's column for `(SELECT column FROM …) AS name` too, which is null where no row is found. */
function isSubquery(sql: string, name: string): boolean {
  return new RegExp(`\\)\\s+AS\\s+"?${name}\\b`).test(sql)
}

/** The same for a query whose rows are arrays; there the order counts too. */
export function faultsOfArrays(
  connection: Connection,
  { columns, sql }: { columns: Places; sql: string },
): string[] {
  const faults = faultsOf(connection, { columns: Object.fromEntries(columns), sql })
  const read = connection.statement(sql).columns()
  const declared = columns.map(([name]) => name)
  const moved = faults.length === 0 ? read.filter(({ name }, place) => declared[place] !== name) : []
  return [...faults, ...moved.map(({ name }) => `${name} is read at another place than declared`)]
}

interface KeptColumn {
  readonly type: string
  readonly nullable: boolean
}

/** What SQLite itself keeps of the schema has no declared storage; nothing can be compared there. */
const OF_SQLITE = /^(sqlite|pragma)_/

function keptColumn(connection: Connection, table: string, column: string): KeptColumn | undefined {
  if (OF_SQLITE.test(table)) return undefined
  const row = connection
    .statement<{ type: string; notnull: 0 | 1; pk: number }>(
      'SELECT type, "notnull", pk FROM pragma_table_info(?) WHERE name = ?',
    )
    .get(table, column)
  return row === undefined ? undefined : { type: row.type, nullable: row.notnull === 0 && row.pk === 0 }
}

/**
 * Tables of which a row may be missing, as in a LEFT JOIN: the program of the statement moves their cursor to a row of
 * nulls. A table that is read twice, once so and once not, is `some`.
 */
function tablesOfNullRows(connection: Connection, sql: string): Map<string, 'all' | 'some'> {
  const program = programOf(connection, sql)
  const tableOfPage = new Map(
    connection
      .statement<{ rootpage: number; tbl_name: string }>('SELECT rootpage, tbl_name FROM sqlite_schema')
      .all()
      .map(({ rootpage, tbl_name }) => [rootpage, tbl_name]),
  )
  const nulled = new Set(program.filter(({ opcode }) => opcode === 'NullRow').map(({ p1 }) => p1))
  const cursors = new Map<string, boolean[]>()
  for (const { p1, p2 } of program.filter(({ opcode }) => opcode === 'OpenRead' || opcode === 'OpenWrite')) {
    const table = tableOfPage.get(p2)
    if (table !== undefined) cursors.set(table, [...(cursors.get(table) ?? []), nulled.has(p1)])
  }
  return new Map(
    [...cursors]
      .filter(([, marks]) => marks.includes(true))
      .map(([table, marks]) => [table, marks.includes(false) ? 'some' : 'all']),
  )
}

/** The steps of a prepared statement. EXPLAIN wants as many values as the statement itself, and does not tell how many. */
function programOf(connection: Connection, sql: string): Step[] {
  const explain = connection.statement<Step>(`EXPLAIN ${sql}`)
  const values: Value[] = []
  for (;;) {
    try {
      return explain.all(...values)
    } catch (error) {
      if (!(error instanceof RangeError) || values.length === MOST_VALUES) throw error
      values.push(null)
    }
  }
}
