import type { Statement } from '../../../src/main/engine/connection.ts'
import type { TableName } from '../../../src/shared/contract/tables.ts'

type Prepare = <Row>(sql: string) => Statement<Row>

interface Opcode {
  readonly opcode: string
  readonly p2: number
  readonly p3: number
}

/** Opcodes that open a table or one of its indexes; `p2` is the root page of the tree, `p3` the database. */
const OPENS = ['OpenRead', 'OpenWrite', 'ReopenIdx']
const MAIN = 0

/** By text: SQLite compiles the same text to the same trees, as long as nothing migrates. */
const known = new Map<string, readonly TableName[]>()

/**
 * The tables that a statement opens, as SQLite itself compiles it: through views, joins, covering indexes and triggers.
 * Nothing is run. Throws where SQLite cannot compile the text.
 */
export function openedTables(prepare: Prepare, sql: string): readonly TableName[] {
  const before = known.get(sql)
  if (before !== undefined) return before
  const opened = /^\s*PRAGMA/i.test(sql) ? [] : compile(prepare, sql)
  known.set(sql, opened)
  return opened
}

function compile(prepare: Prepare, sql: string): readonly TableName[] {
  const owners = new Map(
    prepare<{ rootpage: number; owner: string }>('SELECT rootpage, tbl_name AS owner FROM sqlite_schema')
      .all()
      .map(({ rootpage, owner }) => [rootpage, owner]),
  )
  const roots = explain(prepare<Opcode>(`EXPLAIN ${sql}`))
    .filter(({ opcode, p3 }) => OPENS.includes(opcode) && p3 === MAIN)
    .map(({ p2 }) => owners.get(p2))
  // The schema's test compares the tables of the file with those of the list, name by name.
  return [...new Set(roots)].filter(
    (owner) => owner !== undefined && !owner.startsWith('sqlite_'),
  ) as TableName[]
}

/** The driver wants a value for every parameter, and does not say how many there are. */
function explain(statement: Statement<Opcode>): Opcode[] {
  for (let count = 0; ; count++) {
    try {
      return statement.all(...new Array<null>(count).fill(null))
    } catch (error) {
      if (!(error instanceof RangeError) || !/too few/i.test(error.message)) throw error
    }
  }
}
