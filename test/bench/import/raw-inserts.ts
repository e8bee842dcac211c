import { Connection } from '../../../src/main/engine/connection.ts'
import { enterBulkMode } from '../../../src/main/features/imports/loading/run.ts'
import { openStore } from '../harness/branch-store.ts'

/** Rows in one commit: short enough that somebody at the counter could write in between. */
const ROWS_A_COMMIT = 1_000

type Row = Readonly<Record<string, string | number | null>>

/**
 * Inserts the rows that an import wrote into the same tables of another branch, each table in the order of its own key
 * and on a connection that is tuned as an import's is. Knowing all rows beforehand is what no import can do.
 * @returns milliseconds of inserting and committing; reading is not counted
 */
export async function rawInsertMs(
  importedFolder: string,
  otherFolder: string,
  tables: readonly string[],
): Promise<number> {
  const from = Connection.open({ ...(await openStore(importedFolder)), mode: 'reader' })
  const to = Connection.open({ ...(await openStore(otherFolder)), mode: 'writer' })
  const leaveBulkMode = enterBulkMode(to, 'raw inserts')
  to.pragma('synchronous=NORMAL')
  let ms = 0
  for (const table of tables) {
    for (const batch of batchesOf(from, table)) ms += insertMs(to, table, batch)
  }
  leaveBulkMode()
  from.close()
  to.close()
  return ms
}

function* batchesOf(from: Connection, table: string): Generator<readonly Row[]> {
  let batch: Row[] = []
  for (const row of from.statement<Row>(`SELECT * FROM ${table}`).iterate()) {
    batch.push(row)
    if (batch.length < ROWS_A_COMMIT) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}

/** The values are laid out before the clock starts. */
function insertMs(to: Connection, table: string, rows: readonly Row[]): number {
  const columns = Object.keys(rows[0] ?? {})
  const places = columns.map(() => '?').join(', ')
  const names = columns.join(', ')
  const statement = to.statement(`INSERT OR REPLACE INTO ${table} (${names}) VALUES (${places})`)
  const values = rows.map((row) => Object.values(row))
  const startedAt = performance.now()
  to.transaction(() => {
    for (const each of values) statement.run(...each)
  })
  return performance.now() - startedAt
}
