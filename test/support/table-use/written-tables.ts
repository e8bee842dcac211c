import type { Connection } from '../../../src/main/engine/connection.ts'
import type { TableName } from '../../../src/shared/contract/tables.ts'

/** Its temporary tables and triggers never reach the file. */
const watched = new WeakSet<Connection>()

/**
 * From here on every row that this connection inserts, changes or deletes leaves its table's name: whether by a
 * statement, a trigger or a foreign key's action. A name goes with the transaction that is rolled back.
 */
export function watchWrites(connection: Connection): void {
  if (watched.has(connection)) return
  watched.add(connection)
  const tables = connection
    .statement<{ name: string }>(
      `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`,
    )
    .all()
  connection.script('CREATE TEMP TABLE written (name TEXT PRIMARY KEY) STRICT, WITHOUT ROWID')
  for (const { name } of tables) {
    for (const event of ['INSERT', 'UPDATE', 'DELETE']) {
      connection.script(
        `CREATE TEMP TRIGGER written_${name}_${event} AFTER ${event} ON main.${name} BEGIN
           INSERT INTO written VALUES ('${name}') ON CONFLICT DO NOTHING;
         END`,
      )
    }
  }
}

/** Moves the names of the tables that were written since the last time into `into`, or forgets them. */
export function takeWritten(connection: Connection, into: Set<TableName> | undefined): void {
  const rows = connection.statement<{ name: TableName }>('SELECT name FROM temp.written').all()
  if (rows.length === 0) return
  for (const { name } of rows) into?.add(name)
  connection.statement('DELETE FROM temp.written').run()
}
